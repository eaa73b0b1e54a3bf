-- prices --   At most one price holds on a day.
SELECT p.item_id, p.price, p.floor_price, l.currency_id AS currency, l.tax_included
  FROM items_price p JOIN items_pricelist l ON l.company_id = p.company_id AND l.id = p.price_list_id
 WHERE p.company_id = %(company)s AND p.price_list_id = %(price_list)s AND p.item_id = ANY(%(items)s::bigint[])
   AND p.valid_from <= %(on)s AND (p.valid_to IS NULL OR p.valid_to > %(on)s)

-- tax_rates --   At most one rate holds on a day.
SELECT tax_class_id, tax_pct FROM items_taxrate
 WHERE tax_class_id = ANY(%(tax_classes)s::bigint[])
   AND valid_from <= %(on)s AND (valid_to IS NULL OR valid_to > %(on)s)
