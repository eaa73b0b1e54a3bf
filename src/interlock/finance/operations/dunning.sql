-- lock_dunning --   One writing of a company's letters after the other, so that nothing is dunned twice.
SELECT pg_advisory_xact_lock(hashtext('finance_dunning'), %(company)s::int)

-- known --   Customers with terms.
SELECT party_id AS id FROM finance_creditterm WHERE party_id = ANY(%(ids)s::bigint[])

-- customers --   Customers who have been invoiced on account by this company.
SELECT DISTINCT t.party_id AS id
  FROM finance_creditposition p
  JOIN finance_creditterm t ON t.group_id = p.group_id
 WHERE p.company_id = %(company)s AND p.kind IN ('invoice', 'bounce', 'adjustment')
 ORDER BY 1

-- overdue --   Each unpaid document past its due day, in its level, and whether it was dunned there.
-- What is applied to a document settles that one; what was paid besides settles the oldest first.
WITH owed AS (
    SELECT e.party_id, e.document_id, e.due_on, sum(e.amount) AS amount
      FROM finance_creditentry e
      JOIN finance_creditterm t ON t.group_id = e.group_id AND t.party_id = e.party_id
     WHERE e.company_id = %(company)s AND e.party_id = ANY(%(ids)s::bigint[])
       AND e.kind IN ('invoice', 'bounce', 'adjustment') AND e.due_on IS NOT NULL
     GROUP BY e.party_id, e.document_id, e.due_on
), item AS MATERIALIZED (
    SELECT i.party_id, k.document_id, sum(i.open_book) AS amount
      FROM finance_openitem i
      JOIN finance_account a ON a.company_id = i.company_id AND a.id = i.account_id AND a.code LIKE ANY(%(accounts)s::text[])
     CROSS JOIN LATERAL (SELECT i.document_id UNION SELECT i.voucher_id) AS k(document_id)
     WHERE i.company_id = %(company)s AND i.party_id = ANY(%(ids)s::bigint[]) AND i.direction = 'debit'
     GROUP BY i.party_id, k.document_id
), left_open AS (
    SELECT o.party_id, o.document_id, o.due_on, o.amount AS owed,
           CASE WHEN i.amount IS NULL THEN o.amount
                ELSE greatest(0, least(o.amount, i.amount - coalesce(sum(o.amount) OVER (
                         PARTITION BY o.party_id, o.document_id ORDER BY o.due_on DESC
                         ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0))) END AS amount
      FROM owed o LEFT JOIN item i ON i.party_id = o.party_id AND i.document_id = o.document_id
), given AS (
    SELECT x.party_id, greatest(0, sum(x.amount)) AS amount
      FROM (SELECT e.party_id, -e.amount AS amount
              FROM finance_creditentry e
              JOIN finance_creditterm t ON t.group_id = e.group_id AND t.party_id = e.party_id
             WHERE e.company_id = %(company)s AND e.party_id = ANY(%(ids)s::bigint[])
               AND e.kind IN ('invoice', 'payment', 'bounce', 'adjustment') AND e.due_on IS NULL
             UNION ALL
            SELECT party_id, amount - owed FROM left_open) AS x
     GROUP BY x.party_id
), running AS (
    SELECT o.*, sum(o.amount) OVER (PARTITION BY o.party_id ORDER BY o.due_on, o.document_id) - coalesce(g.amount, 0) AS upto
      FROM left_open o LEFT JOIN given g ON g.party_id = o.party_id
     WHERE o.amount > 0
)
SELECT r.party_id, r.document_id, r.due_on, least(r.amount, r.upto) AS amount, l.level,
       EXISTS (SELECT FROM finance_dunningitem i
                WHERE i.company_id = %(company)s AND i.document_id = r.document_id AND i.due_on = r.due_on
                  AND i.level >= l.level) AS dunned
  FROM running r
 CROSS JOIN LATERAL (SELECT d.level FROM finance_dunninglevel d
                      WHERE d.company_id = %(company)s AND r.due_on + d.days <= %(on)s
                      ORDER BY d.level DESC LIMIT 1) l
 WHERE r.upto > 0 AND r.due_on < %(on)s
 ORDER BY r.party_id, r.due_on, r.document_id

-- write --   A letter a customer.
WITH given AS (
    SELECT * FROM unnest(%(parties)s::bigint[], %(levels)s::int[], %(amounts)s::numeric[]) WITH ORDINALITY
               AS g(party_id, level, amount, place)
), counted AS (
    SELECT core_take_numbers(%(company)s, 'DL', date_trunc('month', %(on)s::date)::date, count(*)) AS base
      FROM given HAVING count(*) > 0
)
INSERT INTO finance_dunningletter (company_id, number, party_id, level, amount, written_on, run_id)
SELECT %(company)s, core_number((SELECT core_prefix(%(company)s, 'DL')), date_trunc('month', %(on)s::date)::date, c.base + g.place), g.party_id, g.level,
       g.amount, %(on)s, %(run)s
  FROM given g CROSS JOIN counted c ORDER BY g.place
RETURNING id, party_id

-- write_items --   The documents it is about.
INSERT INTO finance_dunningitem (company_id, letter_id, document_id, level, due_on, amount)
SELECT %(company)s, n.letter_id, n.document_id, n.level, d.due_on, n.amount
  FROM unnest(%(letters)s::bigint[], %(documents)s::bigint[], %(levels)s::int[], %(amounts)s::numeric[])
       WITH ORDINALITY AS n(letter_id, document_id, level, amount, place)
  JOIN unnest(%(dues)s::date[]) WITH ORDINALITY AS d(due_on, place) USING (place)

-- lock_letters --   By id.
SELECT id FROM finance_dunningletter WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[])
 ORDER BY id FOR NO KEY UPDATE

-- judge_send --   Written, and not sent yet.
SELECT i.id, CASE WHEN l.id IS NULL THEN 'not_found' WHEN l.state = 'sent' THEN 'already' ELSE 'done' END AS code,
       NULL::jsonb AS detail
  FROM unnest(%(ids)s::bigint[]) WITH ORDINALITY AS i(id, place)
  LEFT JOIN finance_dunningletter l ON l.company_id = %(company)s AND l.id = i.id AND l.id = ANY(%(ids)s::bigint[])
 ORDER BY i.place

-- send --   On its way.
UPDATE finance_dunningletter SET state = 'sent', sent_on = %(on)s
 WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[]) AND state = 'draft'
