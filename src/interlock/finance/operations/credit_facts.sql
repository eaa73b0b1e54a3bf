-- lock_readings --   One reading of a company's vouchers after the other.
SELECT pg_advisory_xact_lock(hashtext('finance_creditreading'), %(company)s::int)

-- judge_vouchers --   A voucher of the company, with lines nobody has read for credit.
SELECT i.id,
       CASE WHEN v.id IS NULL THEN 'not_found' WHEN r.lines = t.lines OR t.lines IS NULL THEN 'already'
            ELSE 'done' END AS code, NULL::jsonb AS detail
  FROM unnest(%(ids)s::bigint[]) WITH ORDINALITY AS i(id, place)
  LEFT JOIN finance_voucher v ON v.company_id = %(company)s AND v.id = i.id AND v.id = ANY(%(ids)s::bigint[])
       AND v.event_kind NOT IN ('revenue_recognised', 'revenue_reversed')
  LEFT JOIN (SELECT voucher_id, sum(lines) AS lines FROM finance_vouchertotal
              WHERE company_id = %(company)s AND voucher_id = ANY(%(ids)s::bigint[]) GROUP BY voucher_id) t
         ON t.voucher_id = v.id
  LEFT JOIN finance_creditreading r ON r.company_id = %(company)s AND r.voucher_id = v.id
 ORDER BY i.place

-- paid --   What vouchers moved for customers with terms, less what was taken in of them before.
WITH moved AS (
    SELECT j.voucher_id, j.party_id,
           sum(CASE WHEN d.id IS NOT NULL THEN j.amount ELSE 0 END - CASE WHEN k.id IS NOT NULL THEN j.amount ELSE 0 END)
               AS amount
      FROM finance_journalline j
      JOIN finance_creditterm t ON t.party_id = j.party_id
      LEFT JOIN finance_account d ON d.company_id = j.company_id AND d.id = j.debit_account_id
                                 AND d.code LIKE ANY(%(accounts)s::text[])
      LEFT JOIN finance_account k ON k.company_id = j.company_id AND k.id = j.credit_account_id
                                 AND k.code LIKE ANY(%(accounts)s::text[])
     WHERE j.company_id = %(company)s AND j.voucher_id = ANY(%(ids)s::bigint[])
     GROUP BY j.voucher_id, j.party_id
), before AS (
    SELECT document_id, party_id, sum(amount) AS amount FROM finance_creditentry
     WHERE company_id = %(company)s AND document_id = ANY(%(ids)s::bigint[]) AND document_kind = 'voucher'
     GROUP BY document_id, party_id
)
SELECT m.voucher_id, m.party_id, CASE WHEN d.id IS NULL THEN v.posting_on
            ELSE coalesce(d.due_on, coalesce(d.document_on, v.posting_on) + t.credit_days) END AS due_on, t.group_id, t.share, m.amount - coalesce(b.amount, 0) AS amount,
       finance_credit_rate(%(company)s, g.currency_id, %(on)s) AS rate,
       EXISTS (SELECT FROM finance_vouchertotal x JOIN finance_account a ON a.company_id = x.company_id AND a.id = x.account_id
                WHERE x.company_id = %(company)s AND x.voucher_id = m.voucher_id
                  AND x.voucher_id = ANY(%(ids)s::bigint[]) AND a.code LIKE ANY(%(money)s::text[])) AS is_money
  FROM moved m
  JOIN finance_voucher v ON v.company_id = %(company)s AND v.id = m.voucher_id AND v.id = ANY(%(ids)s::bigint[])
  JOIN finance_creditterm t ON t.party_id = m.party_id
  JOIN finance_creditgroup g ON g.id = t.group_id
  LEFT JOIN before b ON b.document_id = m.voucher_id AND b.party_id = m.party_id
  LEFT JOIN finance_itemdocument d ON d.company_id = v.company_id AND d.voucher_id = v.id AND d.kind = 'charge'
 WHERE m.amount <> coalesce(b.amount, 0)
 ORDER BY m.voucher_id, m.party_id

-- note_reading --   They were read as far as they go.
INSERT INTO finance_creditreading AS r (company_id, voucher_id, lines)
SELECT %(company)s, voucher_id, sum(lines) FROM finance_vouchertotal
 WHERE company_id = %(company)s AND voucher_id = ANY(%(ids)s::bigint[]) GROUP BY voucher_id
ON CONFLICT (company_id, voucher_id) DO UPDATE SET lines = EXCLUDED.lines

-- unread --   Vouchers of open months on the accounts of what customers owe, without revenue, that were not read whole.
SELECT DISTINCT v.id
  FROM finance_account a
  JOIN finance_vouchertotal t ON t.company_id = a.company_id AND t.account_id = a.id
  JOIN finance_voucher v ON v.company_id = t.company_id AND v.id = t.voucher_id
   AND v.event_kind NOT IN ('revenue_recognised', 'revenue_reversed')
   AND v.posting_on >= (SELECT coalesce(min(month), date '9999-01-01') FROM core_period
                         WHERE company_id = %(company)s AND module = 'finance' AND state = 'open')
  LEFT JOIN finance_creditreading r ON r.company_id = v.company_id AND r.voucher_id = v.id
 WHERE a.company_id = %(company)s AND a.code LIKE ANY(%(accounts)s::text[])
   AND r.lines IS DISTINCT FROM (SELECT sum(x.lines) FROM finance_vouchertotal x
                                  WHERE x.company_id = v.company_id AND x.voucher_id = v.id)
   AND EXISTS (SELECT FROM finance_creditterm)
 ORDER BY v.id

-- kept --   Groups that the company keeps.
SELECT id FROM finance_creditgroup WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[])

-- differing --   Where what is owed in a company's money is worth another amount at the day's rate than was written.
SELECT p.company_id, p.group_id, p.share, r.rate,
       round(sum(p.amount) * r.rate, 2) - sum(p.delta_amount) AS delta
  FROM finance_creditposition p
  JOIN finance_creditgroup g ON g.id = p.group_id
 CROSS JOIN LATERAL (SELECT finance_credit_rate(p.company_id, g.currency_id, %(on)s) AS rate) r
 WHERE p.group_id = ANY(%(ids)s::bigint[]) AND r.rate IS NOT NULL
 GROUP BY p.company_id, p.group_id, p.share, r.rate
HAVING round(sum(p.amount) * r.rate, 2) <> sum(p.delta_amount)
 ORDER BY p.company_id, p.group_id, p.share

-- release --   Who let it pass, why and until when.
INSERT INTO finance_creditrelease (company_id, group_id, share, document_id, amount, reason, expires_on, released_by_id,
       run_id)
SELECT %(company)s, n.group_id, n.share, n.document_id, n.amount, n.reason, n.expires_on, %(me)s, %(run)s
  FROM unnest(%(groups)s::bigint[], %(shares)s::text[], %(documents)s::bigint[], %(amounts)s::numeric[],
              %(reasons)s::text[], %(ends)s::date[]) WITH ORDINALITY
       AS n(group_id, share, document_id, amount, reason, expires_on, place)
 ORDER BY n.place
RETURNING id, group_id, share, amount

-- end_of --   What was let pass for documents that are over.
UPDATE finance_creditrelease SET state = 'ended', ended_run_id = %(run)s
 WHERE company_id = %(company)s AND document_id = ANY(%(documents)s::bigint[]) AND state = 'active'
RETURNING id, group_id, share, amount

-- released --   Documents with a release that still holds.
SELECT DISTINCT document_id FROM finance_creditrelease
 WHERE company_id = %(company)s AND document_id = ANY(%(documents)s::bigint[]) AND state = 'active'
   AND expires_on >= %(on)s

-- groups_of --   The groups whose locks these releases need.
SELECT DISTINCT group_id FROM finance_creditrelease WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[])

-- lock_releases --   By id.
SELECT id FROM finance_creditrelease WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[])
 ORDER BY id FOR NO KEY UPDATE

-- judge_releases --   Active, and its last day is over.
SELECT i.id,
       CASE WHEN r.id IS NULL THEN 'not_found' WHEN r.state <> 'active' THEN 'already'
            WHEN r.expires_on >= %(on)s THEN 'not_over' ELSE 'done' END AS code, NULL::jsonb AS detail
  FROM unnest(%(ids)s::bigint[]) WITH ORDINALITY AS i(id, place)
  LEFT JOIN finance_creditrelease r ON r.company_id = %(company)s AND r.id = i.id AND r.id = ANY(%(ids)s::bigint[])
 ORDER BY i.place

-- expire --   Over.
UPDATE finance_creditrelease SET state = 'expired', ended_run_id = %(run)s
 WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[]) AND state = 'active'
RETURNING id, group_id, share, amount
