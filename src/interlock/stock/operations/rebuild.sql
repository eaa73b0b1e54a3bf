-- lock_balances --   Nobody moves stock meanwhile.
SELECT count(*)
  FROM (SELECT id FROM stock_balance WHERE company_id = %(company)s ORDER BY id FOR NO KEY UPDATE) AS locked

-- differences --   Balances beside the sums of their entries.
SELECT item_id, location_id, quality, coalesce(b.on_hand, 0) AS on_hand, coalesce(e.on_hand, 0) AS entered,
       coalesce(b.reserved, 0) AS reserved, coalesce(e.reserved, 0) AS promised
  FROM (SELECT item_id, location_id, quality, on_hand, reserved
          FROM stock_balance WHERE company_id = %(company)s) AS b
  FULL JOIN (SELECT item_id, location_id, quality, sum(on_hand_delta) AS on_hand, sum(reserved_delta) AS reserved
               FROM stock_entry WHERE company_id = %(company)s GROUP BY 1, 2, 3) AS e
 USING (item_id, location_id, quality)
 WHERE coalesce(b.on_hand, 0) <> coalesce(e.on_hand, 0) OR coalesce(b.reserved, 0) <> coalesce(e.reserved, 0)
 ORDER BY item_id, location_id, quality

-- rebuild --   What the entries say is what lies there.
WITH entered AS (
    SELECT item_id, location_id, quality, sum(on_hand_delta) AS on_hand, sum(reserved_delta) AS reserved
      FROM stock_entry WHERE company_id = %(company)s GROUP BY 1, 2, 3
    UNION ALL
    SELECT item_id, location_id, quality, 0, 0 FROM stock_balance WHERE company_id = %(company)s
)
INSERT INTO stock_balance AS b (company_id, item_id, location_id, quality, on_hand, reserved)
SELECT %(company)s, item_id, location_id, quality, sum(on_hand), sum(reserved) FROM entered GROUP BY 2, 3, 4
    ON CONFLICT (company_id, item_id, location_id, quality)
    DO UPDATE SET on_hand = excluded.on_hand, reserved = excluded.reserved
