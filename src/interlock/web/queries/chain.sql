-- sales --   What is related among orders, goods and platforms' statements: what came of ``down``, and what ``up`` came from.
(SELECT l.order_id AS source, l.delivery_id AS target, sum(l.quantity) AS quantity, sum(l.amount) AS amount, count(*) OVER () AS found
   FROM sales_deliveryline l
  WHERE l.company_id = %(company)s
    AND (l.order_id = ANY(%(down)s::bigint[]) OR l.delivery_id = ANY(%(up)s::bigint[]))
  GROUP BY 1, 2 ORDER BY 1, 2 LIMIT %(size)s)
UNION ALL
(SELECT r.order_id, r.id, q.quantity, r.amount, count(*) OVER () FROM sales_return r
  LEFT JOIN LATERAL (SELECT sum(l.quantity) AS quantity FROM sales_returnline l
                      WHERE l.company_id = %(company)s AND l.document_id = r.id) q ON true
  WHERE r.company_id = %(company)s AND (r.order_id = ANY(%(down)s::bigint[]) OR r.id = ANY(%(up)s::bigint[]))
  ORDER BY r.id LIMIT %(size)s)
UNION ALL
(SELECT r.id, r.replacement_id, NULL, NULL::numeric, count(*) OVER () FROM sales_return r
  WHERE r.company_id = %(company)s AND r.replacement_id IS NOT NULL
    AND (r.id = ANY(%(down)s::bigint[]) OR r.replacement_id = ANY(%(up)s::bigint[]))
  ORDER BY r.id LIMIT %(size)s)
UNION ALL
(SELECT c.id, c.order_id, NULL, c.amount, count(*) OVER () FROM sales_changedocument c
  WHERE c.company_id = %(company)s AND (c.id = ANY(%(down)s::bigint[]) OR c.order_id = ANY(%(up)s::bigint[]))
  ORDER BY c.id LIMIT %(size)s)
UNION ALL
(SELECT l.order_id, l.statement_id, NULL, sum(l.gross_amount - l.refund_amount), count(*) OVER ()
   FROM sales_statementline l
  WHERE l.company_id = %(company)s AND l.order_id = ANY(%(down)s::bigint[])
  GROUP BY 1, 2 ORDER BY 1, 2 LIMIT %(size)s)
UNION ALL
(SELECT l.order_id, s.id, NULL, l.gross_amount - l.refund_amount, count(*) OVER ()
   FROM sales_statement s
   JOIN sales_statementline l ON l.company_id = s.company_id AND l.id BETWEEN s.first_line AND s.last_line
    AND l.statement_id = s.id AND l.order_id IS NOT NULL
  WHERE s.company_id = %(company)s AND s.id = ANY(%(up)s::bigint[])
  ORDER BY l.id LIMIT %(size)s)
UNION ALL
(SELECT s.id, s.receipt_id, NULL, s.payout_amount, count(*) OVER () FROM sales_statement s
  WHERE s.company_id = %(company)s AND s.receipt_id IS NOT NULL AND s.id = ANY(%(down)s::bigint[])
  ORDER BY s.id LIMIT %(size)s)

-- claims --   The same among invoices, payments, bank lines, expense claims and letters.
(SELECT p.document_id AS source, p.invoice_id AS target, NULL::numeric AS quantity, sum(p.net_amount + p.tax_amount) AS amount,
        count(*) OVER () AS found
   FROM finance_taxinvoicepart p
  WHERE p.company_id = %(company)s
    AND (p.document_id = ANY(%(down)s::bigint[]) OR p.invoice_id = ANY(%(up)s::bigint[]))
  GROUP BY 1, 2 ORDER BY 1, 2 LIMIT %(size)s)
UNION ALL
(SELECT t.original_id, t.id, NULL, t.amount, count(*) OVER () FROM finance_taxinvoice t
  WHERE t.company_id = %(company)s AND t.kind = 'red' AND t.original_id IS NOT NULL
    AND (t.original_id = ANY(%(down)s::bigint[]) OR t.id = ANY(%(up)s::bigint[]))
  ORDER BY t.id LIMIT %(size)s)
UNION ALL
(SELECT t.id, t.bill_id, NULL, t.amount, count(*) OVER () FROM finance_inputinvoice t
  WHERE t.company_id = %(company)s AND t.bill_id IS NOT NULL
    AND (t.id = ANY(%(down)s::bigint[]) OR t.bill_id = ANY(%(up)s::bigint[]))
  ORDER BY t.id LIMIT %(size)s)
UNION ALL
(SELECT p.document_id, p.id, NULL, p.amount, count(*) OVER () FROM finance_paymentrequest p
  WHERE p.company_id = %(company)s AND p.document_id IS NOT NULL
    AND (p.id = ANY(%(up)s::bigint[])
         OR p.document_kind = ANY(%(kinds)s::text[]) AND p.document_id = ANY(%(down)s::bigint[]))
  ORDER BY p.id LIMIT %(size)s)
UNION ALL
(SELECT p.id, p.payment_run_id, NULL, p.amount, count(*) OVER () FROM finance_paymentrequest p
  WHERE p.company_id = %(company)s AND p.payment_run_id IS NOT NULL
    AND (p.id = ANY(%(down)s::bigint[]) OR p.payment_run_id = ANY(%(up)s::bigint[]))
  ORDER BY p.id LIMIT %(size)s)
UNION ALL
(SELECT w.payment_id, w.payment_run_id, NULL, p.amount, count(*) OVER () FROM finance_withdrawnpayment w
   JOIN finance_paymentrequest p ON p.company_id = w.company_id AND p.id = w.payment_id
  WHERE w.company_id = %(company)s AND p.payment_run_id IS DISTINCT FROM w.payment_run_id
    AND (w.payment_id = ANY(%(down)s::bigint[]) OR w.payment_run_id = ANY(%(up)s::bigint[]))
  ORDER BY w.id LIMIT %(size)s)
UNION ALL
(SELECT l.document_id, l.statement_id, NULL, l.amount, count(*) OVER () FROM finance_bankline l
  WHERE l.company_id = %(company)s AND l.document_id IS NOT NULL
    AND (l.document_id = ANY(%(down)s::bigint[]) OR l.statement_id = ANY(%(up)s::bigint[]))
  ORDER BY l.id LIMIT %(size)s)
UNION ALL
(SELECT c.reverses_id, c.id, NULL, c.amount, count(*) OVER () FROM finance_expenseclaim c
  WHERE c.company_id = %(company)s AND c.reverses_id IS NOT NULL
    AND (c.reverses_id = ANY(%(down)s::bigint[]) OR c.id = ANY(%(up)s::bigint[]))
  ORDER BY c.id LIMIT %(size)s)
UNION ALL
(SELECT n.document_id, n.letter_id, NULL, n.amount, count(*) OVER () FROM finance_dunningitem n
  WHERE n.company_id = %(company)s
    AND (n.document_id = ANY(%(down)s::bigint[]) OR n.letter_id = ANY(%(up)s::bigint[]))
  ORDER BY n.id LIMIT %(size)s)

-- books --   The same of vouchers, by hand and of documents; what settled what; the documents of a voucher's first lines.
(SELECT d.id AS source, d.voucher_id AS target, NULL::numeric AS quantity, d.amount, count(*) OVER () AS found FROM finance_voucherdraft d
  WHERE d.company_id = %(company)s AND d.state = 'posted' AND d.voucher_id IS NOT NULL
    AND (d.id = ANY(%(down)s::bigint[]) OR d.voucher_id = ANY(%(up)s::bigint[]))
  ORDER BY d.id LIMIT %(size)s)
UNION ALL
(SELECT d.reverses_id, d.id, NULL, d.amount, count(*) OVER () FROM finance_voucherdraft d
  WHERE d.company_id = %(company)s AND d.kind = 'reversal' AND d.state <> 'cancelled'
    AND (d.reverses_id = ANY(%(down)s::bigint[]) OR d.id = ANY(%(up)s::bigint[]))
  ORDER BY d.id LIMIT %(size)s)
UNION ALL
(SELECT i.id, i.voucher_id, NULL, i.amount, count(*) OVER () FROM finance_itemdocument i
  WHERE i.company_id = %(company)s AND i.voucher_id IS NOT NULL
    AND (i.id = ANY(%(down)s::bigint[]) OR i.voucher_id = ANY(%(up)s::bigint[]))
  ORDER BY i.id LIMIT %(size)s)
UNION ALL
(SELECT least(i.document_id, o.document_id), greatest(i.document_id, o.document_id), NULL, sum(a.debit_amount),
        count(*) OVER ()
   FROM finance_openitem i
   JOIN finance_itemapplication a ON a.company_id = i.company_id AND i.id IN (a.debit_item_id, a.credit_item_id)
   JOIN finance_openitem o ON o.company_id = a.company_id AND o.id IN (a.debit_item_id, a.credit_item_id)
    AND o.document_id <> i.document_id
  WHERE i.company_id = %(company)s AND (i.document_id = ANY(%(down)s::bigint[]) OR i.document_id = ANY(%(up)s::bigint[]))
  GROUP BY 1, 2 HAVING sum(a.debit_amount) <> 0 ORDER BY 1, 2 LIMIT %(size)s)
UNION ALL
(SELECT coalesce(b.statement_id, e.document_id), j.voucher_id, NULL, sum(j.amount), count(*) OVER ()
   FROM (SELECT n.id, n.voucher_id, n.amount FROM finance_journalline n
          WHERE n.company_id = %(company)s AND n.voucher_id = ANY(%(up)s::bigint[]) ORDER BY n.id LIMIT %(lines)s) AS j
   JOIN finance_eventline l ON l.company_id = %(company)s AND l.id = j.id
   JOIN finance_event e ON e.company_id = l.company_id AND e.id = l.event_id
   LEFT JOIN finance_bankline b ON b.company_id = e.company_id AND b.id = e.document_id
  GROUP BY 1, 2 ORDER BY 1, 2 LIMIT %(size)s)

-- heads --   What documents are: kind, number, state, amount.
SELECT 'order' AS kind, id, number, state, amount FROM sales_order
 WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[])
UNION ALL SELECT 'order_change', id, number, state, amount FROM sales_changedocument
 WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[])
UNION ALL SELECT 'delivery', d.id, d.number, d.state, (SELECT sum(l.amount) FROM sales_deliveryline l
        WHERE l.company_id = %(company)s AND l.delivery_id = d.id)
  FROM sales_delivery d WHERE d.company_id = %(company)s AND d.id = ANY(%(ids)s::bigint[])
UNION ALL SELECT 'return', id, number, state, amount FROM sales_return WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[])
UNION ALL SELECT 'statement', id, number, state, payout_amount FROM sales_statement
 WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[])
UNION ALL SELECT 'movement', id, number, state, NULL FROM stock_movement
 WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[])
UNION ALL SELECT 'voucher', id, coalesce(number, ''), state, amount FROM finance_voucher
 WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[])
UNION ALL SELECT 'draft', id, number, state, amount FROM finance_voucherdraft
 WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[])
UNION ALL SELECT 'tax_invoice', id, number, state, amount FROM finance_taxinvoice
 WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[])
UNION ALL SELECT 'input_invoice', id, number, state, amount FROM finance_inputinvoice
 WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[])
UNION ALL SELECT 'dunning', id, number, state, amount FROM finance_dunningletter
 WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[])
UNION ALL SELECT 'account_statement', id, number, state, closing FROM finance_accountstatement
 WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[])
UNION ALL SELECT 'item_document', id, number, state, amount FROM finance_itemdocument
 WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[])
UNION ALL SELECT 'expense_claim', id, number, state, amount FROM finance_expenseclaim
 WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[])
UNION ALL SELECT 'payment', id, number, state, amount FROM finance_paymentrequest
 WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[])
UNION ALL SELECT 'payment_run', id, number, state, amount FROM finance_paymentrun
 WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[])
UNION ALL SELECT 'bank_statement', id, number, '', NULL FROM finance_bankstatement
 WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[])
UNION ALL SELECT 'receipt', id, bank_number, state, amount FROM finance_bankreceipt
 WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[])

-- money --   Events of documents (of a bank statement: of its lines), summed by the voucher made of them.
WITH asked AS MATERIALIZED (
    SELECT a.id, a.id AS document_id FROM unnest(%(documents)s::bigint[]) AS a(id)
    UNION ALL
    (SELECT l.id, l.statement_id FROM finance_bankline l
      WHERE l.company_id = %(company)s AND l.statement_id = ANY(%(documents)s::bigint[])
      ORDER BY l.id LIMIT %(lines)s)
)
SELECT e.id AS event_id, e.kind, a.document_id, v.id AS voucher_id, v.number AS voucher, v.state AS voucher_state, v.amount AS voucher_amount,
       p.event_id IS NOT NULL AS pending, sum(l.amount) AS amount,
       sum(l.amount) FILTER (WHERE l.component NOT IN ('cost', 'gift_cost', 'owed')) AS value, count(*) OVER () AS found
  FROM finance_event e
  JOIN asked a ON a.id = e.document_id
  JOIN finance_eventline l ON l.company_id = e.company_id AND l.event_id = e.id
  LEFT JOIN finance_eventpending p ON p.event_id = e.id
  LEFT JOIN finance_journalline j ON j.company_id = l.company_id AND j.id = l.id
  LEFT JOIN finance_voucher v ON v.company_id = j.company_id AND v.id = j.voucher_id
 WHERE e.company_id = %(company)s AND e.document_id = ANY(ARRAY(SELECT id FROM asked))
 GROUP BY e.id, e.kind, a.document_id, v.id, v.number, v.state, v.amount, p.event_id
 ORDER BY e.id, v.id
 LIMIT %(size)s
