-- open_one --   The review of a company that is still open.
SELECT id FROM core_accessreview WHERE company_id = %(company)s AND state = 'open'

-- start --   A review with its number.
INSERT INTO core_accessreview (id, company_id, number, state, rights_on, due_on, starter_id)
SELECT nextval('core_document_id'), %(company)s, core_number((SELECT core_prefix(%(company)s, 'AR')), %(month)s::date, t.before + 1), 'open', %(as_of)s,
       %(due_on)s, %(starter)s
  FROM (SELECT core_take_numbers(%(company)s, 'AR', %(month)s::date, 1) AS before) t
RETURNING id, number

-- lines --   A line a person and role held on the day.
INSERT INTO core_accessreviewline (company_id, review_id, user_id, role_id, membership_id, decision, comment)
SELECT m.company_id, %(review)s, m.user_id, m.role_id, m.id, 'open', ''
  FROM core_membership m JOIN core_user u ON u.id = m.user_id AND u.is_active
 WHERE m.company_id = %(company)s
   AND (m.valid_from IS NULL OR m.valid_from <= %(as_of)s::date)
   AND (m.valid_to IS NULL OR m.valid_to > %(as_of)s::date)
 ORDER BY m.user_id, m.role_id

-- lock_reviews --   The reviews of some lines, by id: a review is signed or decided, not both.
SELECT id FROM core_accessreview
 WHERE company_id = %(company)s AND (id = ANY(%(ids)s::bigint[]) OR id IN (
       SELECT review_id FROM core_accessreviewline WHERE company_id = %(company)s AND id = ANY(%(lines)s::bigint[])))
 ORDER BY id FOR NO KEY UPDATE

-- judge_lines --   A code a line; nobody decides on their own rights.
SELECT i.id, CASE WHEN l.id IS NULL THEN 'not_found'
                  WHEN r.state = 'signed' THEN 'signed'
                  WHEN l.user_id = %(actor)s::bigint AND NOT %(everywhere)s::boolean THEN 'own_rights'
                  WHEN l.decision = %(decision)s AND l.comment = %(comment)s THEN 'already'
                  ELSE 'done' END AS code
  FROM unnest(%(ids)s::bigint[]) WITH ORDINALITY AS i(id, place)
  LEFT JOIN core_accessreviewline l ON l.company_id = %(company)s AND l.id = i.id AND l.id = ANY(%(ids)s::bigint[])
  LEFT JOIN core_accessreview r ON r.company_id = l.company_id AND r.id = l.review_id
 ORDER BY i.place

-- decide --   Kept or to be taken away.
UPDATE core_accessreviewline SET decision = %(decision)s, comment = %(comment)s
 WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[])

-- judge_sign --   A code a review.
SELECT i.id, CASE WHEN r.id IS NULL THEN 'not_found'
                  WHEN r.state = 'signed' THEN 'already'
                  WHEN EXISTS (SELECT FROM core_accessreviewline l
                                WHERE l.company_id = r.company_id AND l.review_id = r.id AND l.decision = 'open')
                  THEN 'undecided'
                  ELSE 'done' END AS code
  FROM unnest(%(ids)s::bigint[]) WITH ORDINALITY AS i(id, place)
  LEFT JOIN core_accessreview r ON r.company_id = %(company)s AND r.id = i.id AND r.id = ANY(%(ids)s::bigint[])
 ORDER BY i.place

-- decided --   Every line of some reviews with its words, for what is signed.
SELECT l.id, l.review_id, r.number, r.rights_on AS as_of, l.user_id, u.username, l.role_id, coalesce(g.name, '') AS role, l.decision,
       l.comment, l.membership_id, m.id IS NOT NULL AS held, m.valid_from, m.valid_to
  FROM core_accessreviewline l
  JOIN core_accessreview r ON r.company_id = l.company_id AND r.id = l.review_id
  JOIN core_user u ON u.id = l.user_id
  LEFT JOIN auth_group g ON g.id = l.role_id
  LEFT JOIN core_membership m ON m.company_id = l.company_id AND m.id = l.membership_id
 WHERE l.company_id = %(company)s AND l.review_id = ANY(%(ids)s::bigint[])
 ORDER BY l.review_id, l.id

-- sign --   Signed: the file is what was signed.
UPDATE core_accessreview SET state = 'signed', signed_at = now(), signer_id = %(signer)s, content = %(content)s
 WHERE company_id = %(company)s AND id = %(id)s
