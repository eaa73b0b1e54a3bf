-- balance_is_entries --   What lies in a bin, and what of it is promised, is the sum of its entries.
SELECT company_id, item_id, location_id, quality, b.on_hand, e.on_hand AS entered, b.reserved, e.reserved AS promised
  FROM (SELECT company_id, item_id, location_id, quality, on_hand, reserved FROM stock_balance) AS b
  FULL JOIN (SELECT company_id, item_id, location_id, quality, sum(on_hand_delta) AS on_hand,
                    sum(reserved_delta) AS reserved
               FROM stock_entry GROUP BY 1, 2, 3, 4) AS e
 USING (company_id, item_id, location_id, quality)
 WHERE coalesce(b.on_hand, 0) <> coalesce(e.on_hand, 0) OR coalesce(b.reserved, 0) <> coalesce(e.reserved, 0)
 LIMIT %(shown)s

-- reserved_is_reservations --   What is promised of a bin is the sum of its open reservations.
SELECT company_id, item_id, location_id, b.reserved, r.open_quantity
  FROM (SELECT company_id, item_id, location_id, reserved FROM stock_balance WHERE quality = 'good') AS b
  FULL JOIN (SELECT company_id, item_id, location_id, sum(open_quantity) AS open_quantity
               FROM stock_reservation GROUP BY 1, 2, 3) AS r
 USING (company_id, item_id, location_id)
 WHERE coalesce(b.reserved, 0) <> coalesce(r.open_quantity, 0)
 LIMIT %(shown)s

-- pool_is_balances --   A cost pool holds the pieces that lie in the company's bins.
SELECT company_id, item_id, p.quantity AS pooled, b.on_hand
  FROM (SELECT company_id, item_id, quantity FROM stock_pool) AS p
  FULL JOIN (SELECT company_id, item_id, sum(on_hand) AS on_hand FROM stock_balance GROUP BY 1, 2) AS b
 USING (company_id, item_id)
 WHERE coalesce(p.quantity, 0) <> coalesce(b.on_hand, 0)
 LIMIT %(shown)s

-- pool_is_values --   A cost pool is worth, and counts, the sum of its value entries.
SELECT company_id, item_id, p.quantity, v.quantity AS entered_quantity, p.amount, v.amount AS entered_amount
  FROM (SELECT company_id, item_id, quantity, amount FROM stock_pool) AS p
  FULL JOIN (SELECT company_id, item_id, sum(quantity_delta) AS quantity, sum(amount_delta) AS amount
               FROM stock_valueentry GROUP BY 1, 2) AS v
 USING (company_id, item_id)
 WHERE coalesce(p.quantity, 0) <> coalesce(v.quantity, 0) OR coalesce(p.amount, 0) <> coalesce(v.amount, 0)
 LIMIT %(shown)s

-- pool_base --   A cost pool is worth its last receipt and what came back, less the rounded value of what left since.
-- Both bounds are that, until more left than the receipt held: then returned pieces are sold again, and a line takes
-- at most what the pool was worth, so more may be left than the whole value of what left since. Empty is worth nothing.
SELECT company_id, item_id, quantity, amount, base_quantity, base_amount, issued_quantity, returned_quantity,
       returned_amount
  FROM (SELECT *, base_amount - round(base_amount * issued_quantity / nullif(base_quantity, 0), 2) AS of_base
          FROM stock_pool) AS p
 WHERE quantity <> base_quantity - issued_quantity + returned_quantity
    OR CASE WHEN quantity = 0 THEN amount <> 0
            ELSE amount NOT BETWEEN returned_amount + of_base AND returned_amount + greatest(of_base, 0) END
 LIMIT %(shown)s

-- values_are_entries --   Every piece that moved moved its value: the two ledgers agree, line by line.
SELECT company_id, line_id, sum(pieces) AS pieces, sum(valued) AS valued
  FROM (SELECT company_id, line_id, on_hand_delta AS pieces, 0 AS valued FROM stock_entry WHERE on_hand_delta <> 0
        UNION ALL
        SELECT company_id, line_id, 0, quantity_delta FROM stock_valueentry) AS moved
 GROUP BY company_id, line_id
HAVING sum(pieces) <> sum(valued)
 LIMIT %(shown)s

-- values_are_events --   What moved in or out of the pools is what finance was told, line by line and to the cent.
SELECT company_id, line_id, sum(valued) AS valued, sum(told) AS told
  FROM (SELECT company_id, line_id, amount_delta AS valued, 0 AS told FROM stock_valueentry
        UNION ALL
        SELECT l.company_id, l.line_id, 0,
               CASE WHEN h.kind = 'goods_shipped' OR l.component = 'loss' THEN -l.amount ELSE l.amount END
          FROM finance_event AS h
          JOIN finance_eventline AS l ON l.company_id = h.company_id AND l.event_id = h.id
         WHERE h.kind IN ('stock_opened', 'goods_received', 'stock_adjusted', 'goods_shipped', 'goods_returned',
                        'goods_scrapped')) AS moved
 GROUP BY company_id, line_id
HAVING sum(valued) <> sum(told)
 LIMIT %(shown)s

-- stock_is_books --   A company's pools are worth its stock accounts (1403, 1405, 1411), what waits for a voucher included.
WITH account AS (
    SELECT company_id, id FROM finance_account WHERE left(code, 4) IN ('1403', '1405', '1411')
), booked AS (
    SELECT a.company_id, sum(b.debit - b.credit) AS amount
      FROM account AS a JOIN finance_accountbalance AS b ON b.company_id = a.company_id AND b.account_id = a.id
     GROUP BY 1
), waiting AS (
    SELECT h.company_id, sum(CASE WHEN h.kind = 'goods_shipped' OR l.component = 'loss' THEN -l.amount
                                  ELSE l.amount END) AS amount
      FROM finance_eventpending AS w
      JOIN finance_event AS h ON h.company_id = w.company_id AND h.id = w.event_id
      JOIN finance_eventline AS l ON l.company_id = h.company_id AND l.event_id = h.id
     WHERE h.kind IN ('stock_opened', 'goods_received', 'stock_adjusted', 'goods_shipped',
                        'goods_returned', 'goods_scrapped')
     GROUP BY 1
), pooled AS (
    SELECT company_id, sum(amount) AS amount FROM stock_pool GROUP BY 1
)
SELECT company_id, pooled.amount AS pools, booked.amount AS booked, waiting.amount AS waiting
  FROM pooled FULL JOIN booked USING (company_id) FULL JOIN waiting USING (company_id)
 WHERE coalesce(pooled.amount, 0) <> coalesce(booked.amount, 0) + coalesce(waiting.amount, 0)
 LIMIT %(shown)s

-- serials_are_pieces --   Of a serial-numbered item there are as many numbers in a bin as pieces.
SELECT company_id, item_id, location_id, b.on_hand, s.pieces
  FROM (SELECT b.company_id, b.item_id, b.location_id, sum(b.on_hand) AS on_hand
          FROM stock_balance AS b JOIN items_item AS i ON i.id = b.item_id AND i.serial_tracked
         GROUP BY 1, 2, 3) AS b
  FULL JOIN (SELECT company_id, item_id, location_id, count(*) AS pieces
               FROM stock_serial WHERE state IN ('in_stock', 'captured', 'hold') GROUP BY 1, 2, 3) AS s
 USING (company_id, item_id, location_id)
 WHERE coalesce(b.on_hand, 0) <> coalesce(s.pieces, 0)
 LIMIT %(shown)s

-- entries_have_places --   An entry, a balance and a reservation lie in a bin of their own company.
SELECT u.what, u.company_id, u.location_id
  FROM (SELECT DISTINCT 'entry' AS what, company_id, location_id FROM stock_entry
        UNION ALL SELECT DISTINCT 'balance', company_id, location_id FROM stock_balance
        UNION ALL SELECT DISTINCT 'reservation', company_id, location_id FROM stock_reservation) AS u
  LEFT JOIN stock_location AS l ON l.company_id = u.company_id AND l.id = u.location_id
 WHERE l.id IS NULL
 LIMIT %(shown)s

-- entries_have_runs --   Every entry knows who made it.
SELECT u.what, u.company_id, u.run_id
  FROM (SELECT DISTINCT 'entry' AS what, company_id, run_id FROM stock_entry
        UNION ALL SELECT DISTINCT 'value', company_id, run_id FROM stock_valueentry
        UNION ALL SELECT DISTINCT 'serial', company_id, run_id FROM stock_serialentry) AS u
  LEFT JOIN core_run AS r ON r.company_id = u.company_id AND r.id = u.run_id
 WHERE r.id IS NULL
 LIMIT %(shown)s
