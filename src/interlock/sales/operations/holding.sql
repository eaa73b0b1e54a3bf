-- lock_orders --   The order's row is the lock of everything about the order.
SELECT id FROM sales_order WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[])
 ORDER BY id FOR NO KEY UPDATE

-- hold --   What has not left yet stands still; where it stood is kept to go on from.
UPDATE sales_order SET state = 'held', resume_state = state, version = version + 1
 WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[])
   AND state IN ('received', 'reviewed', 'reserved', 'released')
RETURNING id

-- raise_holds --   One row a reason; an order's open reason is not raised twice.
INSERT INTO sales_hold (company_id, order_id, reason, check_code, line_number, detail, run_id)
SELECT %(company)s, h.order_id, h.reason, h.check_code, h.line_number, h.detail::jsonb, %(run)s
  FROM unnest(%(orders)s::bigint[], %(reasons)s::text[], %(checks)s::text[], %(lines)s::int[], %(details)s::text[])
       WITH ORDINALITY AS h(order_id, reason, check_code, line_number, detail, place)
  JOIN sales_order o ON o.company_id = %(company)s AND o.id = h.order_id AND o.id = ANY(%(orders)s::bigint[])
   AND o.state = 'held'
 WHERE NOT EXISTS (SELECT FROM sales_hold x
                    WHERE x.company_id = %(company)s AND x.order_id = h.order_id AND x.order_id = ANY(%(orders)s::bigint[])
                      AND x.reason = h.reason
                      AND x.state = 'open' AND x.line_number IS NOT DISTINCT FROM h.line_number)
 ORDER BY h.place

-- clear_holds --   The fact behind these reasons has gone away.
UPDATE sales_hold SET state = 'cleared', ended_run_id = %(run)s
 WHERE company_id = %(company)s AND order_id = ANY(%(ids)s::bigint[]) AND state = 'open'
   AND (%(reasons)s::text[] IS NULL OR reason = ANY(%(reasons)s::text[]))
