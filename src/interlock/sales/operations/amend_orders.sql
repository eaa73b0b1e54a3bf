-- judge --   What has not been reserved yet, and nobody approved whatever for, may be mended.
SELECT i.id,
       CASE WHEN o.id IS NULL THEN 'not_found'
            WHEN o.state = 'cancelled' THEN 'cancelled'
            WHEN o.state NOT IN ('received', 'held') OR o.resume_state IS DISTINCT FROM 'received' AND o.state = 'held'
                 THEN 'not_held'
            WHEN EXISTS (SELECT FROM core_approvalrequest q
                          WHERE q.company_id = o.company_id AND q.document_id = o.id
                            AND q.document_id = ANY(%(ids)s::bigint[]) AND q.state = 'approved')
                 THEN 'change_document_needed'
            WHEN EXISTS (SELECT FROM jsonb_each_text(%(items)s) m
                          LEFT JOIN sales_orderline l ON l.company_id = o.company_id AND l.order_id = o.id
                                                     AND l.line_number::text = m.key
                          LEFT JOIN items_item t ON t.code = m.value AND t.state = 'active'
                         WHERE l.id IS NULL OR t.id IS NULL) THEN 'unknown_item'
            ELSE 'done' END AS code, NULL::jsonb AS detail
  FROM unnest(%(ids)s::bigint[]) WITH ORDINALITY AS i(id, place)
  LEFT JOIN sales_order o ON o.id = i.id AND o.company_id = %(company)s AND o.id = ANY(%(ids)s::bigint[])
 ORDER BY i.place

-- mend_orders --   Empty means: leave as it is. The review will look at it again.
UPDATE sales_order
   SET buyer = coalesce(%(buyer)s, buyer), phone = coalesce(%(phone)s, phone),
       province = coalesce(%(province)s, province), city = coalesce(%(city)s, city),
       district = coalesce(%(district)s, district), address = coalesce(%(address)s, address),
       state = 'received', resume_state = NULL, version = version + 1
 WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[])

-- mend_lines --   The item a clerk found for the shop's code, taxed as that item is.
WITH mended AS (
    SELECT l.id, t.id AS item_id, sales_tax(c.charged, r.tax_pct, p.tax_included) AS tax, p.tax_included, c.charged
      FROM jsonb_each_text(%(items)s) m
      JOIN sales_orderline l ON l.company_id = %(company)s AND l.order_id = ANY(%(ids)s::bigint[])
                            AND l.line_number::text = m.key
     CROSS JOIN LATERAL (SELECT round(l.quantity * l.unit_price, 2)
                                - coalesce(l.discount_amount - l.subsidy_amount, 0) AS charged) c
      JOIN sales_order o ON o.id = l.order_id AND o.company_id = l.company_id
      JOIN sales_shop s ON s.id = o.shop_id
      JOIN items_pricelist p ON p.id = s.price_list_id
      JOIN items_item t ON t.code = m.value
      LEFT JOIN items_taxrate r ON r.tax_class_id = t.tax_class_id AND r.valid_from <= o.order_on
                               AND (r.valid_to IS NULL OR r.valid_to > o.order_on)
)
UPDATE sales_orderline l
   SET item_id = m.item_id, tax_amount = m.tax, amount = m.charged + CASE WHEN m.tax_included THEN 0 ELSE m.tax END
  FROM mended m WHERE l.id = m.id AND l.company_id = %(company)s
