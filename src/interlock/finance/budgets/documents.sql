-- of_drafts --   What vouchers by hand move on accounts with a budget, a debit positive.
SELECT l.draft_id AS id, sum(l.debit - l.credit) AS amount, d.posting_on AS day, l.account_id, l.unit_id, l.project_id
  FROM finance_voucherdraft d
  JOIN finance_voucherdraftline l ON l.company_id = d.company_id AND l.draft_id = d.id
   AND l.draft_id = ANY(%(ids)s::bigint[])
  JOIN finance_account a ON a.company_id = l.company_id AND a.id = l.account_id
 WHERE d.company_id = %(company)s AND d.id = ANY(%(ids)s::bigint[])
   AND EXISTS (SELECT FROM finance_budgetline b
                 JOIN finance_account o ON o.company_id = b.company_id AND o.id = b.account_id
                WHERE b.company_id = l.company_id AND starts_with(a.code, o.code))
 GROUP BY l.draft_id, d.posting_on, l.account_id, l.unit_id, l.project_id
 ORDER BY array_position(%(ids)s::bigint[], l.draft_id), l.account_id

-- of_payments --   What payment requests will move on the account that the rule of their reason names.
SELECT p.id, p.book_amount AS amount, p.due_on AS day, r.debit_account_id AS account_id, p.unit_id, NULL::bigint AS project_id
  FROM finance_paymentrequest p
  JOIN finance_paymentreason q ON q.company_id = p.company_id AND q.id = p.reason_id
 CROSS JOIN LATERAL (
       SELECT x.debit_account_id FROM finance_postingrule x
        WHERE x.company_id = p.company_id AND x.event_kind = 'payment_made' AND x.component = q.component
          AND x.valid_from <= p.due_on AND (x.valid_to IS NULL OR x.valid_to > p.due_on)
        ORDER BY (x.party_group_id IS NULL) DESC, x.valid_from DESC LIMIT 1) AS r
 WHERE p.company_id = %(company)s AND p.id = ANY(%(ids)s::bigint[])
 ORDER BY array_position(%(ids)s::bigint[], p.id)

-- of_claims --   What expense claims will move on the accounts that the rules of their kinds of expense name.
SELECT c.id, sum(l.book_amount - l.book_tax) AS amount, coalesce(%(on)s::date, c.claimed_on) AS day,
       r.debit_account_id AS account_id, c.unit_id, c.project_id
  FROM finance_expenseclaim c
  JOIN finance_expenseline l ON l.company_id = c.company_id AND l.claim_id = c.id AND l.claim_id = ANY(%(ids)s::bigint[])
  JOIN finance_expensekind k ON k.company_id = l.company_id AND k.id = l.expense_kind_id
 CROSS JOIN LATERAL (
       SELECT x.debit_account_id FROM finance_postingrule x
        WHERE x.company_id = c.company_id AND x.event_kind = 'expense_claimed' AND x.component = k.component
          AND x.valid_from <= coalesce(%(on)s::date, c.claimed_on)
          AND (x.valid_to IS NULL OR x.valid_to > coalesce(%(on)s::date, c.claimed_on))
        ORDER BY (x.party_group_id IS NULL) DESC, x.valid_from DESC LIMIT 1) AS r
 WHERE c.company_id = %(company)s AND c.id = ANY(%(ids)s::bigint[])
 GROUP BY c.id, c.claimed_on, r.debit_account_id, c.unit_id, c.project_id
 ORDER BY array_position(%(ids)s::bigint[], c.id), r.debit_account_id

-- of_bills --   What bills of suppliers move on the accounts their lines name, in the books' money.
SELECT d.id, sum(round(l.amount * d.rate, 2)) AS amount, d.posting_on AS day, l.account_id, l.unit_id,
       NULL::bigint AS project_id
  FROM finance_itemdocument d
  JOIN finance_itemdocumentline l ON l.company_id = d.company_id AND l.document_id = d.id
   AND l.document_id = ANY(%(ids)s::bigint[])
 WHERE d.company_id = %(company)s AND d.id = ANY(%(ids)s::bigint[]) AND d.kind = 'bill' AND l.account_id IS NOT NULL
 GROUP BY d.id, d.posting_on, l.account_id, l.unit_id
 ORDER BY array_position(%(ids)s::bigint[], d.id), l.account_id
