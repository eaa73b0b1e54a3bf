-- judge_approve --   Neither whose it is nor whoever wrote it.
SELECT i.id, CASE WHEN c.id IS NULL THEN 'not_found' WHEN c.state IN ('approved', 'posted', 'paid') THEN 'already'
                  WHEN c.state <> 'submitted' THEN 'not_submitted'
                  WHEN %(me)s::bigint IN (c.claimant_id, c.author_id) THEN 'same_person' ELSE 'done' END AS code
  FROM unnest(%(ids)s::bigint[]) WITH ORDINALITY AS i(id, place)
  LEFT JOIN finance_expenseclaim c ON c.company_id = %(company)s AND c.id = i.id AND c.id = ANY(%(ids)s::bigint[])
 ORDER BY i.place

-- approve --   By whom.
UPDATE finance_expenseclaim SET state = 'approved', approver_id = %(me)s
 WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[]) AND state = 'submitted'

-- approve_routed --   The last answer approves the claim itself, unless whoever gave it claims: then another does.
UPDATE finance_expenseclaim SET state = 'approved', approver_id = %(me)s
 WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[]) AND state = 'submitted'
   AND claimant_id IS DISTINCT FROM %(me)s::bigint AND author_id IS DISTINCT FROM %(me)s::bigint

-- judge_refuse --   As long as it is not in the books.
SELECT i.id, CASE WHEN c.id IS NULL THEN 'not_found' WHEN c.state = 'refused' THEN 'already'
                  WHEN c.state NOT IN ('submitted', 'approved') THEN 'not_submitted'
                  WHEN %(me)s::bigint = c.claimant_id THEN 'same_person' ELSE 'done' END AS code
  FROM unnest(%(ids)s::bigint[]) WITH ORDINALITY AS i(id, place)
  LEFT JOIN finance_expenseclaim c ON c.company_id = %(company)s AND c.id = i.id AND c.id = ANY(%(ids)s::bigint[])
 ORDER BY i.place

-- refuse --   With the reason; what has moved on since stays as it is. Its invoices stay taken while it can be mended.
UPDATE finance_expenseclaim c SET state = 'refused', note = n.note, approver_id = NULL
  FROM unnest(%(ids)s::bigint[], %(notes)s::text[]) AS n(id, note)
 WHERE c.company_id = %(company)s AND c.id = n.id AND c.id = ANY(%(ids)s::bigint[])
   AND c.state IN ('submitted', 'approved')

-- facts --   What a route looks at: the amount; as reasons the department, the kinds of expense, and being over a limit.
SELECT c.id, c.number, c.version, c.amount, NULL::numeric AS margin_pct,
       ARRAY[u.code::text] || ARRAY(SELECT DISTINCT k.code::text FROM finance_expenseline l
                                      JOIN finance_expensekind k ON k.company_id = l.company_id AND k.id = l.expense_kind_id
                                     WHERE l.company_id = c.company_id AND l.claim_id = c.id ORDER BY 1)
       || CASE WHEN c.is_over THEN ARRAY['over_limit'] ELSE '{}' END AS reasons,
       CASE c.state WHEN 'submitted' THEN '' WHEN 'draft' THEN 'not_submitted' ELSE c.state END AS code
  FROM finance_expenseclaim c JOIN core_unit u ON u.id = c.unit_id
 WHERE c.company_id = %(company)s AND c.id = ANY(%(ids)s::bigint[])
