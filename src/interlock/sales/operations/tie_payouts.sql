-- lock --   The statement's row is the lock of everything about it.
SELECT id FROM sales_statement WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[])
 ORDER BY id FOR NO KEY UPDATE

-- judge --   Posted, with something to pay out, in an open month; whether it came in is asked next.
SELECT i.id,
       CASE WHEN s.id IS NULL THEN 'not_found'
            WHEN s.state = 'paid' THEN 'already'
            WHEN s.state <> 'posted' THEN 'not_posted'
            WHEN s.payout_amount <= 0 THEN 'nothing_due'
            WHEN p.id IS NULL THEN 'period_closed'
            ELSE 'done' END AS code,
       NULL::jsonb AS detail, s.shop_id, s.platform_number, s.payout_amount, s.first_line, h.unit_id, h.customer_id
  FROM unnest(%(ids)s::bigint[]) WITH ORDINALITY AS i(id, place)
  LEFT JOIN sales_statement s ON s.id = i.id AND s.company_id = %(company)s
  LEFT JOIN sales_shop h ON h.company_id = s.company_id AND h.id = s.shop_id
  LEFT JOIN core_period p ON p.company_id = %(company)s AND p.module = 'sales' AND p.state = 'open'
                         AND p.month = date_trunc('month', %(on)s::date)::date
 ORDER BY i.place

-- advance --   Paid, by this receipt.
UPDATE sales_statement s SET state = 'paid', paid_on = %(on)s, receipt_id = t.receipt_id, version = version + 1
  FROM unnest(%(ids)s::bigint[], %(receipts)s::bigint[]) AS t(id, receipt_id)
 WHERE s.company_id = %(company)s AND s.id = t.id AND s.id = ANY(%(ids)s::bigint[]) AND s.state = 'posted'

-- posted --   Statements whose payout is to come, oldest first.
SELECT id FROM sales_statement WHERE company_id = %(company)s AND state = 'posted' AND payout_amount > 0 ORDER BY id
