-- payable --   Claims in the books and what payments may still be asked for: all but advances and what was settled otherwise.
SELECT c.id, c.number, c.party_id, c.amount - c.advance_amount - coalesce(o.settled, 0) AS amount
  FROM finance_expenseclaim c
  LEFT JOIN LATERAL (SELECT sum(a.credit_amount) AS settled
                       FROM finance_openitem i
                       JOIN finance_account k ON k.company_id = i.company_id AND k.id = i.account_id
                       JOIN finance_itemapplication a ON a.company_id = i.company_id AND a.credit_item_id = i.id
                       LEFT JOIN finance_openitem p ON p.company_id = a.company_id AND p.id = a.debit_item_id
                      WHERE i.company_id = c.company_id AND i.document_id = c.id AND i.kind = 'expense_claimed'
                        AND i.direction = 'credit' AND k.code <> '1221' AND p.kind IS DISTINCT FROM 'payment_made') o ON true
 WHERE c.company_id = %(company)s AND c.id = ANY(%(ids)s::bigint[]) AND c.state = 'posted' AND c.amount > 0
   AND c.claimant_id IS DISTINCT FROM %(me)s::bigint

-- by_number --   Claims in the books by their numbers.
SELECT id, number FROM finance_expenseclaim
 WHERE company_id = %(company)s AND number = ANY(%(numbers)s::text[]) AND state = 'posted' AND amount > 0

-- lock_paid --   One order for all.
SELECT id FROM finance_expenseclaim WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[])
 ORDER BY id FOR NO KEY UPDATE

-- paid --   What the bank has paid; a claim that has all is paid.
UPDATE finance_expenseclaim c
   SET paid_amount = c.paid_amount + g.amount,
       state = CASE WHEN c.paid_amount + g.amount = c.amount - c.advance_amount THEN 'paid' ELSE c.state END
  FROM unnest(%(ids)s::bigint[], %(amounts)s::numeric[]) AS g(id, amount)
 WHERE c.company_id = %(company)s AND c.id = g.id AND c.id = ANY(%(ids)s::bigint[]) AND c.state IN ('posted', 'paid')

-- meeting --   Open items that belong together: a payment and the claim it is for, an advance, a claim and its reversal.
WITH item AS (
    SELECT i.id, i.kind, i.direction, i.document_id, i.account_id, i.party_id, i.open_amount, i.fact_on, c.number, c.reverses_id
      FROM finance_openitem i
      JOIN finance_expenseclaim c ON c.company_id = i.company_id AND c.id = i.document_id
     WHERE i.company_id = %(company)s AND i.kind = 'expense_claimed' AND i.open_amount > 0 AND i.posting_on <= %(on)s::date
)
SELECT d.id AS debit, d.open_amount AS debit_open, i.id AS credit, i.open_amount AS credit_open, i.number, 1 AS rank
  FROM item i
  JOIN finance_paymentrequest q ON q.company_id = %(company)s AND q.document_kind = 'expense_claim'
                               AND q.document_id = i.document_id AND q.state = 'paid'
  JOIN finance_openitem d ON d.company_id = q.company_id AND d.document_id = q.id AND d.kind = 'payment_made'
   AND d.direction = 'debit' AND d.account_id = i.account_id AND d.open_amount > 0 AND d.posting_on <= %(on)s::date
 WHERE i.direction = 'credit'
UNION ALL
SELECT b.id, b.open_amount, i.id, i.open_amount, i.number, 2
  FROM item i JOIN item b ON b.reverses_id = i.document_id AND b.account_id = i.account_id AND b.direction = 'debit'
 WHERE i.direction = 'credit'
UNION ALL
SELECT d.id, d.open_amount, i.id, i.open_amount, i.number, 3
  FROM item i
  JOIN finance_account a ON a.company_id = %(company)s AND a.id = i.account_id AND a.code = %(account)s
  JOIN finance_openitem d ON d.company_id = a.company_id AND d.account_id = a.id AND d.party_id = i.party_id
   AND d.direction = 'debit' AND d.open_amount > 0 AND d.posting_on <= %(on)s::date
 WHERE i.direction = 'credit'
 ORDER BY rank, credit, debit LIMIT 5000

-- invoices --   Files of fully digital invoices on claims in the books that are no input invoices yet.
SELECT l.claim_id, l.xml_id, f.sha256
  FROM finance_expenseline l
  JOIN finance_expenseclaim c ON c.company_id = l.company_id AND c.id = l.claim_id AND c.state IN ('posted', 'paid')
  JOIN core_file f ON f.company_id = l.company_id AND f.id = l.xml_id
 WHERE l.company_id = %(company)s AND l.xml_id IS NOT NULL AND l.is_live
   AND NOT EXISTS (SELECT FROM finance_inputinvoice h WHERE h.company_id = l.company_id AND h.number = l.invoice_number)
 ORDER BY l.id LIMIT 500

-- to_post --   Approved claims.
SELECT id FROM finance_expenseclaim WHERE company_id = %(company)s AND state = 'approved' ORDER BY id LIMIT 5000
