-- lock_terms --   Terms change one call after another: a customer is in one group only.
SELECT pg_advisory_xact_lock(hashtext('finance_creditterm'))

-- judge --   A known customer, a group the company keeps, and nothing drawn from another one.
WITH given AS (
    SELECT i.id, i.place, n.group_id, s.share, m.method, d.days
      FROM unnest(%(ids)s::bigint[]) WITH ORDINALITY AS i(id, place)
      JOIN unnest(%(groups)s::bigint[]) WITH ORDINALITY AS n(group_id, place) USING (place)
      JOIN unnest(%(shares)s::text[]) WITH ORDINALITY AS s(share, place) USING (place)
      JOIN unnest(%(methods)s::text[]) WITH ORDINALITY AS m(method, place) USING (place)
      JOIN unnest(%(days)s::int[]) WITH ORDINALITY AS d(days, place) USING (place)
)
SELECT i.id,
       CASE WHEN p.id IS NULL OR i.group_id IS NULL THEN 'not_found'
            WHEN g.id IS NULL OR g.state <> 'active' THEN 'unknown_group'
            WHEN NOT (i.share = ANY(%(shares_known)s::text[]) AND i.method = ANY(%(methods_known)s::text[]))
                 OR i.days NOT BETWEEN 0 AND 3650 THEN 'bad_terms'
            WHEN (t.group_id, t.share) <> (g.id, i.share) AND EXISTS (
                 SELECT FROM finance_creditentry e WHERE e.group_id = t.group_id AND e.party_id = p.id
                  GROUP BY e.company_id, e.kind HAVING sum(e.amount) <> 0) THEN 'in_use'
            WHEN EXISTS (SELECT FROM core_company c WHERE finance_credit_rate(c.id, g.currency_id, %(on)s) IS NULL)
                 THEN 'no_credit_rate'
            WHEN (t.group_id, t.share, t.method, t.credit_days) = (g.id, i.share, i.method, i.days) THEN 'already'
            ELSE 'done' END AS code, NULL::jsonb AS detail
  FROM given i
  LEFT JOIN parties_party p ON p.id = i.id
  LEFT JOIN finance_creditgroup g ON g.company_id = %(company)s AND g.id = i.group_id
  LEFT JOIN finance_creditterm t ON t.party_id = p.id
 ORDER BY i.place

-- write --   New terms, or others; who was in the group before is not new to it.
INSERT INTO finance_creditterm AS t (party_id, group_id, share, method, credit_days)
SELECT i.id, n.group_id, s.share, m.method, d.days
  FROM unnest(%(ids)s::bigint[]) WITH ORDINALITY AS i(id, place)
  JOIN unnest(%(groups)s::bigint[]) WITH ORDINALITY AS n(group_id, place) USING (place)
  JOIN unnest(%(shares)s::text[]) WITH ORDINALITY AS s(share, place) USING (place)
  JOIN unnest(%(methods)s::text[]) WITH ORDINALITY AS m(method, place) USING (place)
  JOIN unnest(%(days)s::int[]) WITH ORDINALITY AS d(days, place) USING (place)
 WHERE i.id = ANY(%(go)s::bigint[])
 ORDER BY i.id
ON CONFLICT (party_id) DO UPDATE
   SET group_id = EXCLUDED.group_id, share = EXCLUDED.share, method = EXCLUDED.method,
       credit_days = EXCLUDED.credit_days
RETURNING party_id, xmax = 0 AS is_new

-- companies --   Every company of the group.
SELECT id FROM core_company ORDER BY id

-- owed --   What these customers owe a company by its books, a row a voucher of an open month, one for the time before.
SELECT t.group_id, t.share, t.party_id, x.voucher_id, sum(x.amount) AS amount,
       finance_credit_rate(%(company)s, g.currency_id, %(on)s) AS rate
  FROM (SELECT j.party_id, CASE WHEN v.posting_on >= m.month AND v.event_kind NOT IN ('revenue_recognised', 'revenue_reversed')
                                THEN v.id ELSE 0 END AS voucher_id,
               CASE WHEN d.code IS NOT NULL THEN j.amount ELSE 0 END
               - CASE WHEN k.code IS NOT NULL THEN j.amount ELSE 0 END AS amount
          FROM finance_journalline j
          JOIN finance_voucher v ON v.company_id = j.company_id AND v.id = j.voucher_id
         CROSS JOIN (SELECT coalesce(min(month), date '9999-01-01') AS month FROM core_period
                      WHERE company_id = %(company)s AND module = 'finance' AND state = 'open') m
          LEFT JOIN finance_account d ON d.company_id = j.company_id AND d.id = j.debit_account_id
                                     AND d.code LIKE ANY(%(accounts)s::text[])
          LEFT JOIN finance_account k ON k.company_id = j.company_id AND k.id = j.credit_account_id
                                     AND k.code LIKE ANY(%(accounts)s::text[])
         WHERE j.company_id = %(company)s AND j.party_id = ANY(%(parties)s::bigint[])
           AND (d.id IS NOT NULL OR k.id IS NOT NULL)) x
  JOIN finance_creditterm t ON t.party_id = x.party_id
  JOIN finance_creditgroup g ON g.id = t.group_id
 GROUP BY t.group_id, t.share, t.party_id, x.voucher_id, g.currency_id
HAVING sum(x.amount) <> 0
 ORDER BY t.party_id, x.voucher_id

-- parties --   The terms of these customers, and the rate of the day.
SELECT t.party_id, t.group_id, t.share, finance_credit_rate(%(company)s, g.currency_id, %(on)s) AS rate
  FROM finance_creditterm t
  JOIN finance_creditgroup g ON g.id = t.group_id
 WHERE t.party_id = ANY(%(parties)s::bigint[])
