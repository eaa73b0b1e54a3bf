-- groups --   Groups the company keeps, with what holds on the day a share: amount, from, until.
SELECT g.id, g.state,
       coalesce((SELECT jsonb_object_agg(s.share, jsonb_build_array(s.amount::text, s.valid_from::text,
                                                                    coalesce(s.valid_to::text, '')))
                   FROM (SELECT DISTINCT ON (l.share) l.share, l.amount, l.valid_from, l.valid_to
                           FROM finance_creditlimit l
                          WHERE l.group_id = g.id AND l.state = 'set' AND l.valid_from <= %(on)s
                            AND (l.valid_to IS NULL OR l.valid_to > %(on)s)
                          ORDER BY l.share, l.id DESC) s), '{}'::jsonb) AS limits
  FROM finance_creditgroup g WHERE g.company_id = %(company)s AND g.id = ANY(%(ids)s::bigint[])

-- write --   A new limit beside the one before; nothing of the past changes.
INSERT INTO finance_creditlimit (company_id, group_id, share, amount, before_amount, valid_from, valid_to, reason, state,
       asked_by_id, run_id)
SELECT %(company)s, n.group_id, n.share, n.amount, b.limit_amount, n.valid_from, n.valid_to, n.reason, 'asked', %(me)s,
       %(run)s
  FROM unnest(%(groups)s::bigint[], %(shares)s::text[], %(amounts)s::numeric[], %(starts)s::date[], %(ends)s::date[],
              %(reasons)s::text[]) WITH ORDINALITY
       AS n(group_id, share, amount, valid_from, valid_to, reason, place)
  JOIN finance_creditbalance b ON b.company_id = %(company)s AND b.group_id = n.group_id AND b.share = n.share
 ORDER BY n.place
RETURNING id, group_id

-- set --   They hold from their day on.
UPDATE finance_creditlimit SET state = 'set', version = version + 1
 WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[]) AND state = 'asked'
RETURNING group_id

-- reject --   They never hold.
UPDATE finance_creditlimit SET state = 'rejected', version = version + 1
 WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[]) AND state = 'asked'

-- due --   Where the balance says another limit than the latest row that holds on the day; without one it is nothing.
SELECT b.group_id, b.share, coalesce(l.id, 0) AS limit_id, coalesce(l.amount, 0) - b.limit_amount AS delta
  FROM finance_creditbalance b
  LEFT JOIN LATERAL (SELECT l.id, l.amount FROM finance_creditlimit l
                      WHERE l.company_id = b.company_id AND l.group_id = b.group_id AND l.share = b.share
                        AND l.state = 'set' AND l.valid_from <= %(on)s AND (l.valid_to IS NULL OR l.valid_to > %(on)s)
                      ORDER BY l.id DESC LIMIT 1) l ON true
 WHERE b.company_id = %(company)s AND b.group_id = ANY(%(groups)s::bigint[])
   AND coalesce(l.amount, 0) <> b.limit_amount
 ORDER BY b.group_id, b.share

-- lock_limits --   One order for all.
SELECT id FROM finance_creditlimit WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[])
 ORDER BY id FOR NO KEY UPDATE

-- facts --   What a route looks at: the new amount, and whether it is more or less than before.
SELECT l.id, g.code AS number, l.version, l.amount, NULL::numeric AS margin_pct,
       ARRAY[CASE WHEN l.amount > l.before_amount THEN 'raise' ELSE 'cut' END] AS reasons,
       CASE l.state WHEN 'asked' THEN '' WHEN 'set' THEN 'already' ELSE 'rejected' END AS code
  FROM finance_creditlimit l
  JOIN finance_creditgroup g ON g.company_id = l.company_id AND g.id = l.group_id
 WHERE l.company_id = %(company)s AND l.id = ANY(%(ids)s::bigint[])

-- today --   The day it is in the company.
SELECT (now() AT TIME ZONE c.time_zone)::date AS day FROM core_company c WHERE c.id = %(company)s
