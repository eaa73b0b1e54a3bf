-- coupons_are_their_entries --   What a coupon has given is the sum of its entries, and its balance knows its limits.
SELECT c.company_id, c.code, b.drawn_amount, e.amount, b.uses, e.uses AS entries, b.budget_amount, c.budget_amount AS budget
  FROM sales_coupon c
  FULL JOIN sales_couponbalance b ON b.company_id = c.company_id AND b.coupon_id = c.id
  FULL JOIN (SELECT company_id, coupon_id, sum(amount_delta) AS amount, sum(uses_delta) AS uses
               FROM sales_couponentry GROUP BY 1, 2) e ON e.company_id = b.company_id AND e.coupon_id = b.coupon_id
 WHERE (b.drawn_amount, b.uses) IS DISTINCT FROM (coalesce(e.amount, 0), coalesce(e.uses, 0))
    OR (b.budget_amount, b.most_uses) IS DISTINCT FROM (c.budget_amount, c.most_uses) LIMIT %(shown)s

-- coupons_are_drawn_by_uses --   What an order holds of a coupon is what the coupon's uses gave it, and it holds it once.
SELECT company_id, order_id, coupon_id, e.amount, u.amount AS used, e.uses
  FROM (SELECT company_id, order_id, coupon_id, sum(amount_delta) AS amount, sum(uses_delta) AS uses
          FROM sales_couponentry GROUP BY 1, 2, 3) e
  FULL JOIN (SELECT company_id, order_id, coupon_id, sum(discount_amount) AS amount
               FROM sales_promotionuse WHERE coupon_id IS NOT NULL GROUP BY 1, 2, 3) u
      USING (company_id, order_id, coupon_id)
 WHERE e.amount IS DISTINCT FROM u.amount OR e.uses NOT IN (0, 1) OR (e.uses = 0 AND e.amount <> 0) LIMIT %(shown)s

-- discounts_are_explained --   From the review on an order holds what was taken off its lines; cancelled or all back, nothing.
SELECT l.company_id, l.order_id, l.line_number, o.state, l.discount_amount, u.discount, l.subsidy_amount, u.subsidy
  FROM sales_orderline l
  JOIN sales_order o ON o.company_id = l.company_id AND o.id = l.order_id
  LEFT JOIN (SELECT line_id, sum(discount_amount) AS discount, sum(subsidy_amount) AS subsidy,
                    sum(gift_quantity) AS gift FROM sales_promotionuse GROUP BY line_id) u ON u.line_id = l.id
 WHERE (l.discount_amount IS NOT NULL OR u.line_id IS NOT NULL)
   AND CASE WHEN o.state IN ('reviewed', 'reserved', 'released', 'shipped', 'recognised')
                 OR o.state = 'held' AND o.resume_state <> 'received'
            THEN ((coalesce(u.discount, 0), coalesce(u.subsidy, 0))
                  IS DISTINCT FROM (coalesce(l.discount_amount, 0), coalesce(l.subsidy_amount, 0))
                  OR coalesce(u.gift, 0) > l.quantity)
                 AND NOT (o.state IN ('shipped', 'recognised')
                          AND (coalesce(u.discount, 0), coalesce(u.subsidy, 0), coalesce(u.gift, 0)) = (0, 0, 0)
                          AND EXISTS (SELECT FROM sales_return r WHERE r.company_id = o.company_id
                                         AND r.order_id = o.id AND r.state = 'refunded'))
            ELSE (coalesce(u.discount, 0), coalesce(u.subsidy, 0), coalesce(u.gift, 0)) <> (0, 0, 0) END
 LIMIT %(shown)s

-- discounted_lines_are_their_price --   A line's amount is its price less what we bear of its discount, to the cent.
SELECT l.company_id, l.order_id, l.line_number, l.quantity, l.unit_price, l.discount_amount, l.subsidy_amount, l.amount
  FROM sales_orderline l
  JOIN sales_order o ON o.company_id = l.company_id AND o.id = l.order_id
  JOIN sales_shop s ON s.id = o.shop_id
  JOIN items_pricelist p ON p.id = s.price_list_id
 WHERE l.discount_amount IS NOT NULL
   AND abs(round(l.quantity * l.unit_price, 2) - l.discount_amount + l.subsidy_amount
           - l.amount + CASE WHEN p.tax_included THEN 0 ELSE l.tax_amount END) > 0.01 LIMIT %(shown)s

-- subsidies_stay_within_the_line --   What the platform bears of a line, delivered or returned, is not more than its revenue.
SELECT d.company_id, d.id AS line_id, d.amount - d.tax_amount AS net, d.subsidy_amount, r.subsidy AS returned
  FROM sales_deliveryline d
  LEFT JOIN (SELECT delivery_line_id, sum(subsidy_amount) AS subsidy FROM sales_returnline l
               JOIN sales_return h ON h.company_id = l.company_id AND h.id = l.document_id AND h.state <> 'cancelled'
              GROUP BY 1) r ON r.delivery_line_id = d.id
 WHERE d.subsidy_amount IS NOT NULL
   AND (d.subsidy_amount > d.amount - d.tax_amount OR coalesce(r.subsidy, 0) > d.subsidy_amount) LIMIT %(shown)s

-- booked_subsidies_are_the_lines --   What was booked as borne by platforms, less what was reversed, is what the lines say.
SELECT d.company_id, d.id AS line_id, d.subsidy_amount, r.subsidy AS returned, e.subsidy AS booked
  FROM sales_deliveryline d
  LEFT JOIN (SELECT delivery_line_id, sum(subsidy_amount) AS subsidy FROM sales_returnline
              WHERE NOT reverses GROUP BY 1) r ON r.delivery_line_id = d.id
  LEFT JOIN (SELECT x.line_id, sum(x.amount) AS subsidy FROM finance_eventline x
               JOIN finance_event v ON v.id = x.event_id AND v.kind = 'revenue_recognised'
              WHERE x.component = 'subsidy' GROUP BY 1) e ON e.line_id = d.id
 WHERE d.recognised_on IS NOT NULL
   AND coalesce(d.subsidy_amount, 0) - coalesce(r.subsidy, 0) <> coalesce(e.subsidy, 0) LIMIT %(shown)s
