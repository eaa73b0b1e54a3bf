-- orders --   The orders that returns name, by key, by the platform's number or by ours; whether the return is known.
WITH given AS MATERIALIZED (
    SELECT * FROM unnest(%(places)s::bigint[], %(orders)s::bigint[], %(shops)s::text[], %(numbers)s::text[],
                         %(returns)s::text[]) AS g(place, order_id, shop, order_no, return_no)
), meant AS (
    SELECT g.place, o.id FROM given g JOIN sales_order o ON o.company_id = %(company)s AND o.id = g.order_id
    UNION
    SELECT g.place, o.id
      FROM given g
      JOIN sales_shop s ON s.company_id = %(company)s AND (g.shop = '' OR s.code = g.shop)
      JOIN sales_order o ON o.company_id = %(company)s AND o.shop_id = s.id AND o.platform_number = g.order_no
     WHERE g.order_id IS NULL AND g.order_no <> ''
    UNION
    SELECT g.place, o.id FROM given g JOIN sales_order o ON o.company_id = %(company)s AND o.number = g.order_no
     WHERE g.order_id IS NULL AND g.order_no <> ''
)
SELECT g.place, o.id AS order_id, o.shop_id,
       g.return_no <> '' AND EXISTS (SELECT FROM sales_return r
                                      WHERE r.company_id = %(company)s AND r.order_id = o.id
                                        AND r.platform_number = g.return_no) AS known
  FROM given g JOIN meant m USING (place)
  JOIN sales_order o ON o.company_id = %(company)s AND o.id = m.id
   AND o.id = ANY(ARRAY(SELECT id FROM meant))

-- left --   The lines of the orders with the delivery lines they left with, and what of those is taken already.
WITH gone AS MATERIALIZED (
    SELECT l.id, l.order_line_id, l.quantity, l.amount, l.tax_amount, l.subsidy_amount, d.shipped_on
      FROM sales_deliveryline l
      JOIN sales_delivery d ON d.company_id = l.company_id AND d.id = l.delivery_id
     WHERE l.company_id = %(company)s AND l.order_id = ANY(%(orders)s::bigint[])
), taken AS (
    SELECT r.delivery_line_id, sum(r.quantity) AS quantity, sum(r.amount) FILTER (WHERE r.quantity > 0) AS amount,
           sum(r.tax_amount) FILTER (WHERE r.quantity > 0) AS tax, sum(r.amount) AS all_amount, sum(r.tax_amount) AS all_tax,
           sum(r.subsidy_amount) FILTER (WHERE r.quantity > 0) AS subsidy, sum(r.subsidy_amount) AS all_subsidy,
           array_agg(n.number) FILTER (WHERE n.number IS NOT NULL) AS announced
      FROM sales_returnline r
      JOIN sales_return h ON h.company_id = r.company_id AND h.id = r.document_id AND h.state <> 'cancelled'
      LEFT JOIN LATERAL (SELECT string_agg(t.number, E'\n') AS number
                           FROM jsonb_array_elements_text(r.serials) AS t(number)) n ON true
     WHERE r.company_id = %(company)s AND r.delivery_line_id = ANY(ARRAY(SELECT id FROM gone))
     GROUP BY r.delivery_line_id
)
SELECT l.order_id, l.line_number, l.sku, i.code AS item, i.id AS item_id, coalesce(i.serial_tracked, false) AS serial_tracked,
       g.id AS line_id, g.quantity, g.amount, g.tax_amount, g.subsidy_amount, g.shipped_on,
       coalesce(t.quantity, 0) AS taken_quantity, coalesce(t.amount, 0) AS taken_amount, coalesce(t.tax, 0) AS taken_tax,
       coalesce(t.subsidy, 0) AS taken_subsidy, coalesce(t.all_amount, 0) AS all_amount,
       coalesce(t.all_tax, 0) AS all_tax, coalesce(t.all_subsidy, 0) AS all_subsidy,
       string_to_array(array_to_string(t.announced, E'\n'), E'\n') AS announced
  FROM sales_orderline l
  LEFT JOIN items_item i ON i.id = l.item_id
  LEFT JOIN gone g ON g.order_line_id = l.id
  LEFT JOIN taken t ON t.delivery_line_id = g.id
 WHERE l.company_id = %(company)s AND l.order_id = ANY(%(orders)s::bigint[])
 ORDER BY l.order_id, l.line_number, g.shipped_on, g.id

-- serials_out --   Which delivery line pieces left with, of any item that carries these numbers.
SELECT s.number, s.line_id FROM stock_serial s
 WHERE s.company_id = %(company)s AND s.number = ANY(%(numbers)s::text[]) AND s.state = 'issued'

-- reasons --   The reasons that can be given.
SELECT code, id FROM sales_returnreason WHERE company_id = %(company)s AND state = 'active'

-- make --   The documents, numbered by month in input order.
WITH given AS MATERIALIZED (
    SELECT nextval('core_document_id') AS id, g.*, date_trunc('month', g.return_on)::date AS month
      FROM unnest(%(orders)s::bigint[], %(shops)s::bigint[], %(kinds)s::text[], %(reasons)s::bigint[],
                  %(numbers)s::text[], %(days)s::date[], %(amounts)s::numeric[], %(taxes)s::numeric[])
           WITH ORDINALITY AS g(order_id, shop_id, kind, reason_id, platform_number, return_on, amount, tax_amount,
                                ordinal)
), numbers AS MATERIALIZED (
    SELECT m.month, core_take_numbers(%(company)s, 'RT', m.month, m.documents) AS before
      FROM (SELECT month, count(*) AS documents FROM given GROUP BY month ORDER BY month) AS m
), made AS (
    INSERT INTO sales_return (id, company_id, number, platform_number, order_id, shop_id, kind, reason_id, amount,
                              tax_amount, return_on)
    SELECT g.id, %(company)s,
           core_number((SELECT core_prefix(%(company)s, 'RT')), g.month, n.before + row_number() OVER (PARTITION BY g.month ORDER BY g.ordinal)),
           g.platform_number, g.order_id, g.shop_id, g.kind, g.reason_id, g.amount, g.tax_amount, g.return_on
      FROM given AS g JOIN numbers AS n USING (month)
)
SELECT id FROM given ORDER BY ordinal

-- lines --   In input order, so that the line's id keeps it.
INSERT INTO sales_returnline (company_id, document_id, delivery_line_id, item_id, quantity, scrapped_quantity, amount,
                              tax_amount, subsidy_amount, serials)
SELECT %(company)s, g.document_id, g.delivery_line_id, g.item_id, g.quantity, 0, g.amount, g.tax_amount,
       g.subsidy_amount, g.serials::jsonb
  FROM unnest(%(documents)s::bigint[], %(delivery_lines)s::bigint[], %(items)s::bigint[], %(quantities)s::numeric[],
              %(amounts)s::numeric[], %(taxes)s::numeric[], %(subsidies)s::numeric[], %(serials)s::text[])
       WITH ORDINALITY AS g(document_id, delivery_line_id, item_id, quantity, amount, tax_amount, subsidy_amount,
                            serials, ordinal)
 ORDER BY g.ordinal
