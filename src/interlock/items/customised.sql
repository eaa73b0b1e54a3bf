-- item_found --   Those of some ids that are there, and their state.
SELECT d.id, ''::text AS state FROM items_item d WHERE d.id = ANY(%(ids)s::bigint[]) AND %(company)s::bigint > 0

-- item_linked --   Some by their codes or ids.
SELECT d.id, d.code, d.name_en, d.name_zh FROM items_item d
 WHERE (d.code = ANY(%(codes)s::text[]) OR d.id = ANY(%(ids)s::bigint[])) AND %(company)s::bigint > 0
