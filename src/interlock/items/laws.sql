-- boms_without_loop --   No item is made of itself by the bills valid today.
WITH RECURSIVE part AS (
    SELECT b.item_id, l.component_id
      FROM items_bom b JOIN items_bomline l ON l.bom_id = b.id
     WHERE b.valid_from <= CURRENT_DATE AND (b.valid_to IS NULL OR b.valid_to > CURRENT_DATE)
), below AS (
    SELECT item_id, component_id FROM part
    UNION
    SELECT b.item_id, p.component_id FROM below b JOIN part p ON p.item_id = b.component_id
)
SELECT i.id AS item_id, i.code FROM below b JOIN items_item i ON i.id = b.item_id
 WHERE b.component_id = b.item_id LIMIT %(shown)s

-- categories_without_loop --   No category lies above itself.
WITH RECURSIVE above AS (
    SELECT id, parent_id FROM items_category WHERE parent_id IS NOT NULL
    UNION
    SELECT a.id, c.parent_id FROM above a JOIN items_category c ON c.id = a.parent_id WHERE c.parent_id IS NOT NULL
)
SELECT c.id AS category_id, c.code FROM above a JOIN items_category c ON c.id = a.id
 WHERE a.parent_id = a.id LIMIT %(shown)s
