-- lines --   A month of the journal as it would be after posting: events, lines, sealed vouchers, totals, balances.
WITH shop AS (
    SELECT array_agg(id ORDER BY id) AS ids FROM (SELECT id FROM core_unit WHERE company_id = %(company)s
                                                     AND kind = 'shop' ORDER BY id LIMIT 10) AS u
), party AS (
    SELECT array_agg(id ORDER BY id) AS ids FROM (SELECT id FROM parties_party ORDER BY id LIMIT 200) AS p
), item AS (
    SELECT array_agg(id ORDER BY id) AS ids FROM items_item
), days AS (
    SELECT (%(month)s::date + interval '1 month')::date - %(month)s::date AS days
), fact AS MATERIALIZED (
    SELECT nextval('core_document_id') AS event_id, nextval('core_document_id') AS document_id, n,
           %(month)s::date + (n %% days)::int AS on_day, s.ids[1 + n / days %% cardinality(s.ids)] AS unit_id,
           p.ids[1 + n * 31 %% cardinality(p.ids)] AS party_id, i.ids[1 + n * 17 %% cardinality(i.ids)] AS item_id,
           (1000 + n * 7919 %% 250000) / 100.0 AS net
      FROM generate_series(0::bigint, %(facts)s::bigint - 1) AS n CROSS JOIN shop s CROSS JOIN party p CROSS JOIN item i
     CROSS JOIN days
), rule AS MATERIALIZED (
    SELECT component, debit_account_id, credit_account_id FROM finance_postingrule
     WHERE company_id = %(company)s AND event_kind = %(kind)s
), line AS MATERIALIZED (
    SELECT nextval('finance_eventline_id_seq') AS id, f.*, r.component, r.debit_account_id, r.credit_account_id,
           round(f.net * CASE r.component WHEN 'net' THEN 1.00 WHEN 'vat' THEN 0.13 ELSE 0.02 END, 2) AS amount
      FROM fact f CROSS JOIN rule r
), event AS (
    INSERT INTO finance_event (id, company_id, kind, document_id, unit_id, party_id, fact_on, posting_on, run_id)
    SELECT event_id, %(company)s, %(kind)s, document_id, unit_id, party_id, on_day, on_day, 0 FROM fact
), event_line AS (
    INSERT INTO finance_eventline (id, company_id, event_id, component, line_id, item_id, quantity, amount)
    SELECT id, %(company)s, event_id, component, document_id, item_id, 1, amount FROM line
), head AS MATERIALIZED (
    SELECT nextval('core_document_id') AS id, on_day, unit_id, sum(amount) AS amount, count(*)::int AS lines,
           row_number() OVER (ORDER BY on_day, unit_id) AS nth
      FROM line GROUP BY on_day, unit_id
), taken AS MATERIALIZED (
    SELECT core_take_numbers(%(company)s, 'JV', %(month)s::date, (SELECT count(*) FROM head)) AS before
), voucher AS (
    INSERT INTO finance_voucher (id, company_id, number, origin, state, event_kind, unit_id, posting_on, amount, lines,
                                 text, run_id)
    SELECT h.id, %(company)s, core_number('JV', %(month)s::date, t.before + h.nth), 'automatic', 'posted', %(kind)s,
           h.unit_id, h.on_day, h.amount, h.lines, '', 0
      FROM head h CROSS JOIN taken t
)
INSERT INTO finance_journalline (id, company_id, voucher_id, debit_account_id, credit_account_id, amount, unit_id,
                                 party_id, item_id, quantity, document_line_id)
SELECT l.id, %(company)s, h.id, l.debit_account_id, l.credit_account_id, l.amount, l.unit_id, l.party_id, l.item_id,
       1, l.document_id
  FROM line l JOIN head h ON h.on_day = l.on_day AND h.unit_id = l.unit_id
 ORDER BY l.id

-- totals --   What a month's lines move, by voucher and account and by account.
WITH total AS MATERIALIZED (
    SELECT j.voucher_id, s.account_id, sum(s.debit) AS debit, sum(s.credit) AS credit, count(*)::int AS lines
      FROM finance_journalline j
     CROSS JOIN LATERAL (VALUES (j.debit_account_id, j.amount, 0.00), (j.credit_account_id, 0.00, j.amount))
             AS s(account_id, debit, credit)
     WHERE j.company_id = %(company)s AND j.id > %(after)s
     GROUP BY j.voucher_id, s.account_id
), totals AS (
    INSERT INTO finance_vouchertotal (company_id, voucher_id, account_id, debit, credit, lines)
    SELECT %(company)s, voucher_id, account_id, debit, credit, lines FROM total
)
INSERT INTO finance_accountbalance AS b (company_id, account_id, month, debit, credit)
SELECT %(company)s, account_id, %(month)s::date, sum(debit), sum(credit) FROM total GROUP BY account_id
ON CONFLICT (company_id, account_id, month) DO UPDATE SET debit = b.debit + excluded.debit, credit = b.credit + excluded.credit

-- item_shop --   Of the shops that have lines, one whose customers are parties: its documents are open one by one.
INSERT INTO finance_itemshop (company_id, unit_id)
SELECT %(company)s, min(id) FROM core_unit WHERE company_id = %(company)s AND kind = 'shop'
ON CONFLICT DO NOTHING

-- items --   What a month's lines leave open, as posting would: an item a document and account.
WITH leg AS (
    SELECT j.voucher_id, j.document_line_id, j.party_id, j.unit_id, k.account_id, k.days,
           sum(CASE k.account_id WHEN j.debit_account_id THEN j.amount ELSE -j.amount END) AS amount
      FROM finance_journalline j
      JOIN finance_itemaccount k ON k.company_id = j.company_id AND k.account_id IN (j.debit_account_id, j.credit_account_id)
      JOIN finance_itemshop s ON s.company_id = j.company_id AND s.unit_id = j.unit_id
     WHERE j.company_id = %(company)s AND j.id > %(after)s
     GROUP BY 1, 2, 3, 4, 5, 6
)
INSERT INTO finance_openitem (company_id, account_id, direction, party_id, unit_id, kind, document_id, number, currency,
                              amount, book_amount, open_amount, open_book, fact_on, posting_on, due_on, voucher_id, run_id)
SELECT c.id, l.account_id, CASE WHEN l.amount > 0 THEN 'debit' ELSE 'credit' END, l.party_id, l.unit_id, %(kind)s,
       l.document_line_id, '', c.currency_id, abs(l.amount), abs(l.amount), abs(l.amount), abs(l.amount), v.posting_on,
       v.posting_on, v.posting_on + l.days, v.id, 0
  FROM leg l JOIN core_company c ON c.id = %(company)s
  JOIN finance_voucher v ON v.company_id = c.id AND v.id = l.voucher_id

-- newest --   Where the journal ends.
SELECT coalesce(max(id), 0) FROM finance_journalline

-- events --   What is posted on top: events of a day that wait.
WITH fact AS MATERIALIZED (
    SELECT nextval('core_document_id') AS event_id, nextval('core_document_id') AS document_id, n,
           (SELECT array_agg(id ORDER BY id) FROM (SELECT id FROM core_unit WHERE company_id = %(company)s
                                                      AND kind = 'shop' ORDER BY id LIMIT 10) AS u) AS units,
           (SELECT min(id) FROM parties_party) AS party_id, (SELECT min(id) FROM items_item) AS item_id
      FROM generate_series(0::bigint, %(count)s::bigint - 1) AS n
), event AS (
    INSERT INTO finance_event (id, company_id, kind, document_id, unit_id, party_id, fact_on, posting_on, run_id)
    SELECT event_id, %(company)s, %(kind)s, document_id, units[1 + n %% cardinality(units)], party_id, %(on)s, %(on)s, 0
      FROM fact
), line AS (
    INSERT INTO finance_eventline (company_id, event_id, component, line_id, item_id, quantity, amount)
    SELECT %(company)s, f.event_id, c.component, f.document_id, f.item_id, 1, c.amount
      FROM fact f CROSS JOIN (VALUES ('net', 100.00), ('vat', 13.00), ('fee', 2.00)) AS c(component, amount)
)
INSERT INTO finance_eventpending (event_id, company_id, code)
SELECT event_id, %(company)s, '' FROM fact

-- analyse --   As autovacuum would have done long since.
SELECT core_analyse(ARRAY['finance_event', 'finance_eventline', 'finance_journalline', 'finance_voucher',
                          'finance_vouchertotal', 'finance_accountbalance', 'finance_eventpending',
                          'finance_openitem'])

-- written --   How many lines the journal has.
SELECT sum(lines)::bigint FROM finance_voucher WHERE company_id = %(company)s

-- flush --   Let the server's statistics know what this session did.
SELECT pg_stat_force_next_flush(), pg_stat_clear_snapshot()

-- read --   Rows read of all tables, by scans and through indexes; bytes that sorting and hashing put on disk.
SELECT (SELECT coalesce(sum(seq_tup_read + coalesce(idx_tup_fetch, 0)), 0)::bigint FROM pg_stat_user_tables) AS rows,
       (SELECT temp_bytes FROM pg_stat_database WHERE datname = current_database()) AS spilled
