-- warehouse_found --   Those of some ids that are there, and their state.
SELECT d.id, ''::text AS state FROM stock_warehouse d WHERE d.id = ANY(%(ids)s::bigint[]) AND d.company_id = %(company)s

-- warehouse_linked --   Some by their codes or ids.
SELECT d.id, d.code, d.name_en, d.name_zh FROM stock_warehouse d
 WHERE (d.code = ANY(%(codes)s::text[]) OR d.id = ANY(%(ids)s::bigint[])) AND d.company_id = %(company)s
