-- facts --   What a route looks at: the amount, and the reason of the payment by its code.
SELECT p.id, p.number, p.version, p.book_amount AS amount, NULL::numeric AS margin_pct, ARRAY[r.code::text] AS reasons,
       CASE WHEN p.state = 'submitted' THEN '' WHEN p.state IN ('approved', 'cancelled', 'rejected') THEN p.state
            ELSE 'not_submitted' END AS code
  FROM finance_paymentrequest p JOIN finance_paymentreason r ON r.company_id = p.company_id AND r.id = p.reason_id
 WHERE p.company_id = %(company)s AND p.id = ANY(%(ids)s::bigint[])

-- approve_routed --   The last answer approves the payment itself, unless whoever gave it asked for it: then another does.
UPDATE finance_paymentrequest SET state = 'approved', approver_id = %(me)s
 WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[]) AND state = 'submitted'
   AND author_id IS DISTINCT FROM %(me)s AND editor_id IS DISTINCT FROM %(me)s
   AND NOT EXISTS (SELECT FROM finance_expenseclaim c
                    WHERE c.company_id = finance_paymentrequest.company_id AND c.id = document_id
                      AND document_kind = 'expense_claim' AND c.claimant_id = %(me)s)
