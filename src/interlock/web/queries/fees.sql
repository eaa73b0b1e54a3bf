-- found --   Fees of deals, newest first, by key, with what is set aside.
SELECT f.id, f.accrued_amount AS amount
  FROM finance_fee f
 WHERE f.company_id = %(company)s AND (%(before)s::bigint IS NULL OR f.id < %(before)s)
   AND (%(state)s::text IS NULL OR CASE %(state)s WHEN 'open' THEN f.accrued_amount > f.settled_amount
        WHEN 'overdrawn' THEN f.accrued_amount < f.settled_amount ELSE f.accrued_amount = f.settled_amount END)
   AND (%(kind)s::text IS NULL OR f.kind = %(kind)s)
   AND (%(policy)s::bigint IS NULL OR f.policy_id = %(policy)s)
   AND (%(party)s::bigint IS NULL OR f.party_id = %(party)s)
   AND (%(beneficiary)s::bigint IS NULL OR f.beneficiary_id = %(beneficiary)s)
   AND (%(unit)s::bigint IS NULL OR f.unit_id = %(unit)s)
   AND (%(first)s::date IS NULL OR f.accrued_on >= %(first)s)
   AND (%(last)s::date IS NULL OR f.accrued_on <= %(last)s)
   AND (%(least)s::numeric IS NULL OR f.accrued_amount >= %(least)s)
   AND (%(most)s::numeric IS NULL OR f.accrued_amount <= %(most)s)
   AND (%(term)s::text IS NULL OR f.document_id = ANY(ARRAY(
        SELECT d.id FROM sales_delivery d WHERE d.company_id = %(company)s AND d.number = %(term)s)))
 ORDER BY f.id DESC LIMIT %(size)s

-- fees --   Some fees as the list shows them.
SELECT f.id, f.document_id, d.number, f.kind, o.code AS policy, o.name_en, o.name_zh, p.name AS party, b.name AS beneficiary,
       u.name_en AS unit_en, u.name_zh AS unit_zh, f.accrued_on, f.base_amount, f.accrued_amount AS amount, f.settled_amount,
       f.accrued_amount - f.settled_amount AS open_amount,
       CASE WHEN f.accrued_amount > f.settled_amount THEN 'open' WHEN f.accrued_amount < f.settled_amount THEN 'overdrawn'
            ELSE 'settled' END AS state
  FROM finance_fee f
  JOIN finance_feepolicy o ON o.company_id = f.company_id AND o.id = f.policy_id
  LEFT JOIN sales_delivery d ON d.company_id = f.company_id AND d.id = f.document_id
  LEFT JOIN parties_party p ON p.id = f.party_id
  LEFT JOIN parties_party b ON b.id = f.beneficiary_id
  LEFT JOIN core_unit u ON u.company_id = f.company_id AND u.id = f.unit_id
 WHERE f.company_id = %(company)s AND f.id = ANY(%(ids)s::bigint[])
 ORDER BY f.id DESC

-- policies --   Policies, for the filter.
SELECT id, code AS name FROM finance_feepolicy WHERE company_id = %(company)s ORDER BY code LIMIT 500

-- beneficiaries --   Who is owed fees, for the filter.
SELECT id, name FROM parties_party
 WHERE id IN (SELECT beneficiary_id FROM finance_feepolicy WHERE company_id = %(company)s) ORDER BY name LIMIT 500

-- units --   Shops and departments, for the filter.
SELECT id, code AS name FROM core_unit WHERE company_id = %(company)s ORDER BY code LIMIT 500

-- fee --   One fee, whose company says who may see it.
SELECT company_id FROM finance_fee WHERE id = %(id)s

-- entries --   How a fee came about.
SELECT e.id, e.kind, e.entered_on, e.base_amount, e.amount, e.voucher_id, v.number AS voucher, e.document_id,
       d.number AS bill, d.state AS bill_state
  FROM finance_feeentry e
  LEFT JOIN finance_voucher v ON v.company_id = e.company_id AND v.id = e.voucher_id
  LEFT JOIN finance_itemdocument d ON d.company_id = e.company_id AND d.id = e.document_id
 WHERE e.company_id = %(company)s AND e.fee_id = %(id)s
 ORDER BY e.id LIMIT 200

-- report --   By policy: what was open before the days, set aside and settled in them, and is open after them.
SELECT o.id, o.code, o.name_en, o.name_zh, o.kind, o.rate_pct, s.before, s.accrued, s.settled,
       s.before + s.accrued - s.settled AS after, s.base
  FROM finance_feepolicy o
  JOIN LATERAL (
       SELECT coalesce(sum(CASE WHEN e.kind = 'accrue' THEN e.amount ELSE -e.amount END)
                           FILTER (WHERE e.entered_on < %(first)s), 0) AS before,
              coalesce(sum(e.base_amount) FILTER (WHERE e.entered_on >= %(first)s), 0) AS base,
              coalesce(sum(e.amount) FILTER (WHERE e.kind = 'accrue' AND e.entered_on >= %(first)s), 0) AS accrued,
              coalesce(sum(e.amount) FILTER (WHERE e.kind = 'settle' AND e.entered_on >= %(first)s), 0) AS settled
         FROM finance_fee f
         JOIN finance_feeentry e ON e.company_id = f.company_id AND e.fee_id = f.id AND e.entered_on <= %(last)s
        WHERE f.company_id = o.company_id AND f.policy_id = o.id) s ON true
 WHERE o.company_id = %(company)s
 ORDER BY o.kind, o.code
