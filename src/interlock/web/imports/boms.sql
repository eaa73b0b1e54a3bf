-- lock_bills --   One file of bills at a time; ends with the transaction.
SELECT pg_advisory_xact_lock(hashtextextended('import boms', 0))

-- loops --   Which of some items are made of themselves, over any number of levels.
WITH RECURSIVE parts(root, item) AS (
    SELECT b.item_id, l.component_id
      FROM items_bom b JOIN items_bomline l ON l.bom_id = b.id
     WHERE b.item_id = ANY(%(ids)s::bigint[])
     UNION
    SELECT p.root, l.component_id
      FROM parts p JOIN items_bom b ON b.item_id = p.item JOIN items_bomline l ON l.bom_id = b.id)
SELECT DISTINCT root AS item FROM parts WHERE item = root
