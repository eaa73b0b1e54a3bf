-- bills --   Posted bills of suppliers, and what payments may still be asked for: all but what was settled otherwise.
SELECT d.id, coalesce(nullif(d.reference, ''), d.number) AS number, d.party_id, sum(i.amount - o.settled) AS amount,
       CASE WHEN i.currency <> c.currency_id THEN i.currency ELSE '' END AS currency
  FROM finance_itemdocument d
  JOIN core_company c ON c.id = d.company_id
  JOIN finance_openitem i ON i.company_id = d.company_id AND i.document_id = d.id AND i.kind = d.kind
                         AND i.direction = 'credit'
 CROSS JOIN LATERAL (SELECT coalesce(sum(a.credit_amount), 0) AS settled
                       FROM finance_itemapplication a
                       LEFT JOIN finance_openitem p ON p.company_id = a.company_id AND p.id = a.debit_item_id
                      WHERE a.company_id = i.company_id AND a.credit_item_id = i.id
                        AND p.kind IS DISTINCT FROM 'payment_made') o
 WHERE d.company_id = %(company)s AND d.id = ANY(%(ids)s::bigint[]) AND d.kind = 'bill' AND d.state = 'posted'
 GROUP BY d.id, i.currency, c.currency_id

-- numbered --   The bills that people call by these numbers: ours, or the supplier's where only one has it.
SELECT g.number, min(d.id) AS id
  FROM unnest(%(numbers)s::text[]) AS g(number)
  JOIN finance_itemdocument d ON d.company_id = %(company)s AND d.kind = 'bill' AND d.state = 'posted'
   AND (d.number = g.number OR d.reference = g.number)
 GROUP BY g.number HAVING count(DISTINCT d.id) = 1
