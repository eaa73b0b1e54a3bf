-- open --   Fees that are not settled as far as they are set aside, and those whose settlement did not come to the books.
SELECT id FROM finance_fee WHERE company_id = %(company)s AND accrued_amount <> settled_amount
UNION
SELECT e.fee_id
  FROM finance_feeentry e
  JOIN finance_itemdocument d ON d.company_id = e.company_id AND d.id = e.document_id AND d.state IN ('cancelled', 'reversed')
 WHERE e.company_id = %(company)s AND e.kind = 'settle'
 GROUP BY e.fee_id, e.document_id HAVING sum(e.amount) <> 0
 ORDER BY 1

-- settled_since --   Whether the job has settled in this month.
SELECT EXISTS (SELECT FROM finance_feeentry e JOIN core_run r ON r.id = e.run_id
                WHERE e.company_id = %(company)s AND e.kind = 'settle' AND e.entered_on >= %(month)s AND r.actor_id IS NULL)

-- accounts --   The accounts that bills of fees need, as far as they take postings.
SELECT code FROM finance_account
 WHERE company_id = %(company)s AND code = ANY(%(codes)s::text[]) AND NOT is_group AND state = 'open'

-- lock_fees --   One order for all.
SELECT id FROM finance_fee WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[]) ORDER BY id FOR NO KEY UPDATE

-- fees --   The fees as they stand; ``returned`` is what bills settled that were cancelled or reversed.
SELECT f.id, f.document_id, f.beneficiary_id, f.accrued_amount, f.settled_amount, coalesce(r.amount, 0) AS returned,
       f.unit_id, u.code AS unit, f.policy_id, o.code AS policy, o.name_en, o.name_zh, p.code AS party
  FROM finance_fee f
  JOIN finance_feepolicy o ON o.company_id = f.company_id AND o.id = f.policy_id
  LEFT JOIN core_unit u ON u.company_id = f.company_id AND u.id = f.unit_id
  LEFT JOIN parties_party p ON p.id = f.beneficiary_id
  LEFT JOIN (SELECT e.fee_id, sum(e.amount) AS amount
               FROM finance_feeentry e
               JOIN finance_itemdocument d ON d.company_id = e.company_id AND d.id = e.document_id
                AND d.state IN ('cancelled', 'reversed')
              WHERE e.company_id = %(company)s AND e.fee_id = ANY(%(ids)s::bigint[]) AND e.kind = 'settle'
              GROUP BY e.fee_id) r ON r.fee_id = f.id
 WHERE f.company_id = %(company)s AND f.id = ANY(%(ids)s::bigint[])
 ORDER BY f.id

-- give_back --   What a bill settled that was cancelled or reversed is not settled.
WITH back AS (
    SELECT e.fee_id, e.document_id, sum(e.amount) AS amount
      FROM finance_feeentry e
      JOIN finance_itemdocument d ON d.company_id = e.company_id AND d.id = e.document_id
       AND d.state IN ('cancelled', 'reversed')
     WHERE e.company_id = %(company)s AND e.fee_id = ANY(%(ids)s::bigint[]) AND e.kind = 'settle'
     GROUP BY e.fee_id, e.document_id HAVING sum(e.amount) <> 0
), fee AS (
    UPDATE finance_fee f SET settled_amount = f.settled_amount - b.amount
      FROM (SELECT fee_id, sum(amount) AS amount FROM back GROUP BY fee_id) b
     WHERE f.company_id = %(company)s AND f.id = b.fee_id
)
INSERT INTO finance_feeentry (company_id, fee_id, kind, entered_on, amount, document_id, run_id)
SELECT %(company)s, fee_id, 'settle', %(on)s, -amount, document_id, %(run)s FROM back ORDER BY fee_id, document_id

-- settle --   What bills settle now.
WITH given AS MATERIALIZED (
    SELECT * FROM unnest(%(ids)s::bigint[], %(amounts)s::numeric[], %(documents)s::bigint[]) AS g(fee_id, amount, document_id)
), fee AS (
    UPDATE finance_fee f SET settled_amount = f.settled_amount + g.amount
      FROM given g WHERE f.company_id = %(company)s AND f.id = g.fee_id
)
INSERT INTO finance_feeentry (company_id, fee_id, kind, entered_on, amount, document_id, run_id)
SELECT %(company)s, fee_id, 'settle', %(on)s, amount, document_id, %(run)s FROM given ORDER BY fee_id
