-- of_items --   What is owed on the items of documents beside their credit notes, and what of it was paid.
SELECT i.document_id, sum(i.amount - coalesce(a.credited, 0)) AS owed, sum(coalesce(a.paid, 0)) AS paid
  FROM finance_openitem i
  LEFT JOIN LATERAL (
       SELECT sum(x.debit_amount) FILTER (WHERE c.kind = 'revenue_reversed') AS credited,
              sum(x.debit_amount) FILTER (WHERE c.kind <> 'revenue_reversed') AS paid
         FROM finance_itemapplication x
         JOIN finance_openitem c ON c.company_id = x.company_id AND c.id = x.credit_item_id
        WHERE x.company_id = i.company_id AND x.debit_item_id = i.id AND x.kind = 'settle') a ON true
 WHERE i.company_id = %(company)s AND i.document_id = ANY(%(documents)s::bigint[]) AND i.kind = 'revenue_recognised'
   AND i.direction = 'debit'
 GROUP BY i.document_id
