-- explode --   Down the bills valid on the day; a way that meets itself is cut and marked.
WITH RECURSIVE valid AS (
    SELECT b.item_id AS parent_id, l.component_id AS item_id, l.quantity * (1 + l.loss_pct / 100) AS quantity, l.id
      FROM items_bom b JOIN items_bomline l ON l.bom_id = b.id
     WHERE b.valid_from <= %(on)s AND (b.valid_to IS NULL OR b.valid_to > %(on)s)
), part AS (
    SELECT a.place, a.item_id AS top_id, 0 AS level, NULL::bigint AS parent_id, a.item_id, a.quantity,
           ARRAY[a.item_id] AS way, ARRAY[]::bigint[] AS lines, false AS looped
      FROM unnest(%(items)s::bigint[], %(quantities)s::numeric[]) WITH ORDINALITY AS a(item_id, quantity, place)
    UNION ALL
    SELECT p.place, p.top_id, p.level + 1, p.item_id, v.item_id, p.quantity * v.quantity, p.way || v.item_id,
           p.lines || v.id, v.item_id = ANY(p.way)
      FROM part p JOIN valid v ON v.parent_id = p.item_id
     WHERE NOT p.looped
)
SELECT p.top_id, p.level, p.parent_id, p.item_id, i.code, round(p.quantity, 6) AS quantity, p.way, p.looped,
       EXISTS (SELECT FROM valid v WHERE v.parent_id = p.item_id) AS made
  FROM part p JOIN items_item i ON i.id = p.item_id
 WHERE p.level > 0
 ORDER BY p.looped DESC, p.place, p.lines
