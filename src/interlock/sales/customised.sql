-- order_found --   Those of some ids that are there, and their state.
SELECT d.id, d.state AS state FROM sales_order d WHERE d.id = ANY(%(ids)s::bigint[]) AND d.company_id = %(company)s

-- delivery_found --   Those of some ids that are there, and their state.
SELECT d.id, d.state AS state FROM sales_delivery d WHERE d.id = ANY(%(ids)s::bigint[]) AND d.company_id = %(company)s

-- return_found --   Those of some ids that are there, and their state.
SELECT d.id, d.state AS state FROM sales_return d WHERE d.id = ANY(%(ids)s::bigint[]) AND d.company_id = %(company)s

-- shop_found --   Those of some ids that are there, and their state.
SELECT d.id, ''::text AS state FROM sales_shop d WHERE d.id = ANY(%(ids)s::bigint[]) AND d.company_id = %(company)s

-- shop_linked --   Some by their codes or ids.
SELECT d.id, d.code, d.name_en, d.name_zh FROM sales_shop d
 WHERE (d.code = ANY(%(codes)s::text[]) OR d.id = ANY(%(ids)s::bigint[])) AND d.company_id = %(company)s
