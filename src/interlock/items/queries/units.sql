-- factors --   Base units a unit, the base unit first.
SELECT i.id AS item_id, i.unit_id, 1::numeric AS factor FROM items_item i WHERE i.id = ANY(%(items)s::bigint[])
UNION ALL
SELECT u.item_id, u.unit_id, u.factor FROM items_itemunit u JOIN items_item i ON i.id = u.item_id AND i.unit_id <> u.unit_id
 WHERE u.item_id = ANY(%(items)s::bigint[])
