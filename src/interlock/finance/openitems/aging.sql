-- aging --   What was open at the end of a day, by party and how late it is: what is open now, undone by what came later.
WITH kept AS MATERIALIZED (
    SELECT account_id FROM finance_itemaccount WHERE company_id = %(company)s AND side = %(side)s
), later AS MATERIALIZED (
    SELECT x.item_id, sum(x.book) AS book
      FROM finance_itemapplication a
     CROSS JOIN LATERAL (VALUES (a.debit_item_id, a.debit_book), (a.credit_item_id, a.credit_book)) AS x(item_id, book)
     WHERE a.company_id = %(company)s AND a.applied_on > %(on)s::date AND x.item_id IS NOT NULL
     GROUP BY 1
), item AS (
    SELECT i.id, i.party_id, i.direction, i.due_on, i.open_book AS book
      FROM finance_openitem i
     WHERE i.company_id = %(company)s AND i.account_id IN (SELECT account_id FROM kept) AND i.open_amount > 0
       AND i.posting_on <= %(on)s::date
    UNION ALL
    SELECT i.id, i.party_id, i.direction, i.due_on, l.book
      FROM later l JOIN finance_openitem i ON i.company_id = %(company)s AND i.id = l.item_id
       AND i.account_id IN (SELECT account_id FROM kept) AND i.posting_on <= %(on)s::date
    UNION ALL
    SELECT i.id, i.party_id, i.direction, i.due_on, -r.difference
      FROM finance_itemrevaluation r
      JOIN finance_openitem i ON i.company_id = r.company_id AND i.id = r.item_id
       AND i.account_id IN (SELECT account_id FROM kept) AND i.posting_on <= %(on)s::date
     WHERE r.company_id = %(company)s AND r.valued_on > %(on)s::date
), aged AS (
    SELECT party_id, direction = CASE %(side)s WHEN 'receivable' THEN 'credit' ELSE 'debit' END AS is_advance,
           CASE WHEN due_on >= %(on)s::date THEN 0
                ELSE 1 + width_bucket(%(on)s::date - due_on - 1, %(ends)s::int[]) END AS bucket,
           count(DISTINCT id)::int AS items, sum(CASE direction WHEN 'debit' THEN book ELSE -book END) AS amount
      FROM item GROUP BY 1, 2, 3
)
SELECT g.party_id, p.code, p.name, g.is_advance, CASE WHEN g.is_advance THEN 0 ELSE g.bucket END AS bucket,
       sum(g.items)::int AS items, sum(g.amount) AS amount
  FROM aged g LEFT JOIN parties_party p ON p.id = g.party_id
 GROUP BY 1, 2, 3, 4, 5 HAVING sum(g.amount) <> 0

-- turned --   What parties held at the end of a day on the other side of an account than its line of the balance sheet
-- counts, debit less credit, with the line that takes it: for each account its sum.
WITH line AS MATERIALIZED (
    SELECT k.account_id, a.code, a.name_en, a.name_zh, n.side, n.id AS own_id, t.id AS line_id
      FROM finance_itemaccount k
      JOIN finance_account a ON a.company_id = k.company_id AND a.id = k.account_id
     CROSS JOIN LATERAL (
           SELECT r.line_id
             FROM finance_reportaccount r
             JOIN finance_account o ON o.company_id = r.company_id AND o.id = r.account_id
            WHERE r.company_id = a.company_id AND starts_with(a.code, o.code)
            ORDER BY length(o.code) DESC LIMIT 1
     ) AS p
      JOIN finance_reportline n ON n.id = p.line_id AND n.report = 'balance_sheet'
      JOIN finance_reportline t ON t.company_id = n.company_id AND t.report = n.report AND t.code = n.turns_to
                               AND t.side <> n.side
     WHERE k.company_id = %(company)s
), later AS MATERIALIZED (
    SELECT x.item_id, sum(x.book) AS book
      FROM finance_itemapplication a
     CROSS JOIN LATERAL (VALUES (a.debit_item_id, a.debit_book), (a.credit_item_id, a.credit_book)) AS x(item_id, book)
     WHERE a.company_id = %(company)s AND a.applied_on > %(on)s::date AND x.item_id IS NOT NULL
     GROUP BY 1
), item AS (
    SELECT i.account_id, i.party_id, i.direction, i.open_book AS book
      FROM finance_openitem i
     WHERE i.company_id = %(company)s AND i.account_id IN (SELECT account_id FROM line) AND i.open_amount > 0
       AND i.posting_on <= %(on)s::date
    UNION ALL
    SELECT i.account_id, i.party_id, i.direction, l.book
      FROM later l JOIN finance_openitem i ON i.company_id = %(company)s AND i.id = l.item_id
       AND i.account_id IN (SELECT account_id FROM line) AND i.posting_on <= %(on)s::date
    UNION ALL
    SELECT i.account_id, i.party_id, i.direction, -r.difference
      FROM finance_itemrevaluation r
      JOIN finance_openitem i ON i.company_id = r.company_id AND i.id = r.item_id
       AND i.account_id IN (SELECT account_id FROM line) AND i.posting_on <= %(on)s::date
     WHERE r.company_id = %(company)s AND r.valued_on > %(on)s::date
), held AS (
    SELECT account_id, party_id, sum(CASE direction WHEN 'debit' THEN book ELSE -book END) AS amount
      FROM item WHERE party_id IS NOT NULL GROUP BY 1, 2
)
SELECT l.own_id, l.line_id, l.account_id, l.code, l.name_en, l.name_zh, sum(h.amount) AS amount
  FROM line l JOIN held h ON h.account_id = l.account_id
   AND CASE l.side WHEN 'debit' THEN h.amount < 0 ELSE h.amount > 0 END
 GROUP BY 1, 2, 3, 4, 5, 6
 ORDER BY l.code

-- shops --   What shops that platforms settle for moved on the accounts up to a day, less what became items one by one.
WITH kept AS MATERIALIZED (
    SELECT account_id FROM finance_itemaccount WHERE company_id = %(company)s AND side = %(side)s
), moved AS (
    SELECT v.unit_id, sum(t.debit - t.credit) AS amount
      FROM finance_vouchertotal t
      JOIN finance_voucher v ON v.company_id = t.company_id AND v.id = t.voucher_id AND v.origin = 'automatic'
     WHERE t.company_id = %(company)s AND t.account_id IN (SELECT account_id FROM kept) AND v.posting_on <= %(on)s::date
     GROUP BY 1
), item AS (
    SELECT v.unit_id, sum(CASE i.direction WHEN 'debit' THEN i.book_amount ELSE -i.book_amount END) AS amount
      FROM finance_itemshop s
      JOIN finance_openitem i ON i.company_id = s.company_id AND i.unit_id = s.unit_id
       AND i.account_id IN (SELECT account_id FROM kept)
      JOIN finance_voucher v ON v.company_id = i.company_id AND v.id = i.voucher_id AND v.origin = 'automatic'
     WHERE s.company_id = %(company)s AND i.posting_on <= %(on)s::date
     GROUP BY 1
)
SELECT u.id AS unit_id, u.code, u.name_en, u.name_zh, m.amount - coalesce(i.amount, 0) AS amount
  FROM moved m JOIN core_unit u ON u.id = m.unit_id AND u.kind = 'shop'
  LEFT JOIN item i ON i.unit_id = m.unit_id
 ORDER BY u.code

-- balance --   The accounts of a side at the end of a day: whole months from the balances, the rest from its vouchers.
SELECT coalesce((SELECT sum(b.debit - b.credit) FROM finance_accountbalance b
                  WHERE b.company_id = %(company)s AND b.month < date_trunc('month', %(on)s::date)::date
                    AND b.account_id = ANY(ARRAY(SELECT k.account_id FROM finance_itemaccount k
                                                  WHERE k.company_id = %(company)s AND k.side = %(side)s))), 0)
     + coalesce((SELECT sum(t.debit - t.credit)
                   FROM finance_voucher v
                   JOIN finance_vouchertotal t ON t.company_id = v.company_id AND t.voucher_id = v.id
                  WHERE v.company_id = %(company)s AND v.posting_on >= date_trunc('month', %(on)s::date)::date
                    AND v.posting_on <= %(on)s::date
                    AND t.account_id = ANY(ARRAY(SELECT k.account_id FROM finance_itemaccount k
                                                  WHERE k.company_id = %(company)s AND k.side = %(side)s))), 0) AS amount

-- party_opening --   What a party owed before a day: its items less what was applied of them by then.
SELECT coalesce(sum(CASE i.direction WHEN 'debit' THEN i.book_amount ELSE -i.book_amount END), 0)
     - coalesce((SELECT sum(x.book)
                   FROM finance_openitem o
                   JOIN finance_itemapplication a ON a.company_id = o.company_id AND a.applied_on < %(first)s::date
                    AND o.id IN (a.debit_item_id, a.credit_item_id)
                  CROSS JOIN LATERAL (SELECT CASE WHEN a.debit_item_id = o.id THEN a.debit_book
                                                  ELSE -a.credit_book END AS book) x
                  WHERE o.company_id = %(company)s AND o.party_id = %(party)s), 0)
     + coalesce((SELECT sum(CASE o.direction WHEN 'debit' THEN r.difference ELSE -r.difference END)
                   FROM finance_openitem o
                   JOIN finance_itemrevaluation r ON r.company_id = o.company_id AND r.item_id = o.id
                    AND r.valued_on < %(first)s::date
                  WHERE o.company_id = %(company)s AND o.party_id = %(party)s), 0) AS amount
  FROM finance_openitem i
 WHERE i.company_id = %(company)s AND i.party_id = %(party)s AND i.posting_on < %(first)s::date

-- party_moves --   What moved with a party: its documents, and what write-offs, reversals and rates took off them.
SELECT * FROM (
    SELECT i.posting_on AS "on", i.kind, i.document_id, coalesce(nullif(i.number, ''), v.number, '') AS number,
           i.reference, i.id AS item_id, a.code AS account, i.due_on, i.fact_on, i.currency, i.amount,
           CASE i.direction WHEN 'debit' THEN i.book_amount ELSE -i.book_amount END AS book
      FROM finance_openitem i
      JOIN finance_account a ON a.company_id = i.company_id AND a.id = i.account_id
      LEFT JOIN finance_voucher v ON v.company_id = i.company_id AND v.id = i.voucher_id
     WHERE i.company_id = %(company)s AND i.party_id = %(party)s
       AND i.posting_on BETWEEN %(first)s::date AND %(last)s::date
    UNION ALL
    SELECT p.applied_on, CASE WHEN p.kind = 'settle' THEN 'exchange' ELSE p.kind END, p.document_id, coalesce(v.number, ''),
           p.reason, i.id, a.code, NULL, NULL, i.currency, abs(p.debit_book - p.credit_book), p.credit_book - p.debit_book
      FROM finance_itemapplication p
      JOIN finance_openitem i ON i.company_id = p.company_id AND i.id = coalesce(p.debit_item_id, p.credit_item_id)
      JOIN finance_account a ON a.company_id = i.company_id AND a.id = i.account_id
      LEFT JOIN finance_voucher v ON v.company_id = p.company_id AND v.id = p.voucher_id
     WHERE p.company_id = %(company)s AND i.party_id = %(party)s AND p.debit_book <> p.credit_book
       AND p.applied_on BETWEEN %(first)s::date AND %(last)s::date
    UNION ALL
    SELECT r.valued_on, 'revaluation', i.document_id, coalesce(v.number, ''), '', i.id, a.code, NULL, NULL, i.currency,
           abs(r.difference), CASE i.direction WHEN 'debit' THEN r.difference ELSE -r.difference END
      FROM finance_openitem i
      JOIN finance_itemrevaluation r ON r.company_id = i.company_id AND r.item_id = i.id
      JOIN finance_account a ON a.company_id = i.company_id AND a.id = i.account_id
      LEFT JOIN finance_voucher v ON v.company_id = r.company_id AND v.id = r.voucher_id
     WHERE i.company_id = %(company)s AND i.party_id = %(party)s
       AND r.valued_on BETWEEN %(first)s::date AND %(last)s::date
) AS move
 ORDER BY "on", item_id
 LIMIT %(most)s

-- party_open --   What a party has open now, debits first, the oldest due first.
SELECT i.id, i.kind, i.document_id, coalesce(nullif(i.number, ''), v.number, '') AS number, i.reference, i.direction,
       a.code AS account, a.name_en, a.name_zh, i.currency, i.amount, i.open_amount, i.open_book, i.fact_on, i.posting_on,
       i.due_on, k.side, greatest(0, %(on)s::date - i.due_on) AS late
  FROM finance_openitem i
  JOIN finance_account a ON a.company_id = i.company_id AND a.id = i.account_id
  JOIN finance_itemaccount k ON k.company_id = i.company_id AND k.account_id = i.account_id
  LEFT JOIN finance_voucher v ON v.company_id = i.company_id AND v.id = i.voucher_id
 WHERE i.company_id = %(company)s AND i.party_id = %(party)s AND i.open_amount > 0
 ORDER BY i.direction DESC, i.due_on, i.id
 LIMIT %(most)s

-- applications --   What was applied of items, latest first.
SELECT a.id, a.kind, a.applied_on, a.debit_item_id, a.credit_item_id, a.debit_amount, a.credit_amount, a.debit_book,
       a.credit_book, a.reason, a.voucher_id, v.number AS voucher, a.document_id, a.reverses_id, c.code AS account,
       d.number AS debit_number, k.number AS credit_number, d.currency AS debit_currency, k.currency AS credit_currency,
       EXISTS (SELECT FROM finance_itemapplication r
                WHERE r.company_id = a.company_id AND r.reverses_id = a.id) AS is_undone
  FROM finance_itemapplication a
  LEFT JOIN finance_openitem d ON d.company_id = a.company_id AND d.id = a.debit_item_id
  LEFT JOIN finance_openitem k ON k.company_id = a.company_id AND k.id = a.credit_item_id
  LEFT JOIN finance_account c ON c.company_id = a.company_id AND c.id = a.account_id
  LEFT JOIN finance_voucher v ON v.company_id = a.company_id AND v.id = a.voucher_id
 WHERE a.company_id = %(company)s
   AND (a.debit_item_id = ANY(%(ids)s::bigint[]) OR a.credit_item_id = ANY(%(ids)s::bigint[]))
 ORDER BY a.id DESC
 LIMIT 500
