-- lines --   The lines of a report.
SELECT id, code, name_en, name_zh, side, sums, takes_result, is_strong FROM finance_reportline
 WHERE company_id = %(company)s AND report = %(report)s ORDER BY ordinal

-- balances --   What each account holds, with its line: its own, or that of the longest code that its begins with.
WITH year AS MATERIALIZED (
    SELECT make_date(extract(year FROM %(month)s::date - make_interval(months => year_starts - 1))::int, year_starts, 1) AS first
      FROM core_company WHERE id = %(company)s
), held AS (
    SELECT account_id, sum(debit - credit) AS closing,
           coalesce(sum(debit - credit) FILTER (WHERE month < (SELECT first FROM year)), 0) AS year_opening
      FROM finance_accountbalance
     WHERE company_id = %(company)s AND month <= %(month)s::date
     GROUP BY account_id
)
SELECT a.id AS account_id, a.code, a.name_en, a.name_zh, l.line_id, l.report, h.closing, h.year_opening
  FROM held h
  JOIN finance_account a ON a.company_id = %(company)s AND a.id = h.account_id
  LEFT JOIN LATERAL (
       SELECT r.line_id, n.report
         FROM finance_reportaccount r
         JOIN finance_account o ON o.company_id = r.company_id AND o.id = r.account_id
         JOIN finance_reportline n ON n.id = r.line_id
        WHERE r.company_id = a.company_id AND starts_with(a.code, o.code)
        ORDER BY length(o.code) DESC LIMIT 1
  ) AS l ON true
 WHERE h.closing <> 0 OR h.year_opening <> 0
 ORDER BY a.code

-- flows --   What each account of the result moved, without what closings of months and years carried.
WITH moved AS (
    SELECT account_id, month, debit - credit AS amount FROM finance_accountbalance
     WHERE company_id = %(company)s
       AND (month BETWEEN %(year_before)s::date AND %(before)s::date OR month BETWEEN %(year)s::date AND %(month)s::date)
    UNION ALL
    SELECT t.account_id, date_trunc('month', v.posting_on)::date, t.credit - t.debit
      FROM finance_yearclosing y
      JOIN finance_voucher v ON v.company_id = y.company_id AND v.id = ANY(y.vouchers || y.reversals)
      JOIN finance_vouchertotal t ON t.company_id = v.company_id AND t.voucher_id = v.id
     WHERE y.company_id = %(company)s
       AND (v.posting_on >= %(year_before)s::date AND v.posting_on < %(before)s::date + interval '1 month'
            OR v.posting_on >= %(year)s::date AND v.posting_on < %(month)s::date + interval '1 month')
    UNION ALL
    SELECT t.account_id, c.month, t.credit - t.debit
      FROM finance_closereport r
      JOIN finance_close c ON c.company_id = r.company_id AND c.id = r.close_id
      JOIN finance_vouchertotal t ON t.company_id = r.company_id AND t.voucher_id = r.carried_id
     WHERE r.company_id = %(company)s AND r.state = 'valid' AND r.carried_id IS NOT NULL
       AND NOT EXISTS (SELECT FROM finance_yearclosing y WHERE y.company_id = r.company_id
                          AND r.carried_id = ANY(y.vouchers || y.reversals))
       AND (c.month BETWEEN %(year_before)s::date AND %(before)s::date OR c.month BETWEEN %(year)s::date AND %(month)s::date)
), flow AS (
    SELECT account_id, coalesce(sum(amount) FILTER (WHERE month = %(month)s::date), 0) AS month,
           coalesce(sum(amount) FILTER (WHERE month BETWEEN %(year)s::date AND %(month)s::date), 0) AS year_to_date,
           coalesce(sum(amount) FILTER (WHERE month BETWEEN %(year_before)s::date AND %(before)s::date), 0) AS year_before
      FROM moved GROUP BY account_id
)
SELECT a.id AS account_id, a.code, a.name_en, a.name_zh, l.line_id, l.report, f.month, f.year_to_date, f.year_before
  FROM flow f
  JOIN finance_account a ON a.company_id = %(company)s AND a.id = f.account_id
  LEFT JOIN LATERAL (
       SELECT r.line_id, n.report
         FROM finance_reportaccount r
         JOIN finance_account o ON o.company_id = r.company_id AND o.id = r.account_id
         JOIN finance_reportline n ON n.id = r.line_id
        WHERE r.company_id = a.company_id AND starts_with(a.code, o.code)
        ORDER BY length(o.code) DESC LIMIT 1
  ) AS l ON true
 WHERE l.report IS DISTINCT FROM 'balance_sheet'
   AND (f.month <> 0 OR f.year_to_date <> 0 OR f.year_before <> 0)
 ORDER BY a.code

-- columns --   Accounts by month of a year, from the balances.
SELECT a.id, a.code, a.name_en, a.name_zh, array_agg(coalesce(b.debit - b.credit, 0) ORDER BY m.month) AS amounts,
       sum(coalesce(b.debit - b.credit, 0)) AS total
  FROM finance_account a
 CROSS JOIN unnest(%(months)s::date[]) AS m(month)
  LEFT JOIN finance_accountbalance b ON b.company_id = a.company_id AND b.account_id = a.id AND b.month = m.month
 WHERE a.company_id = %(company)s AND a.code LIKE %(prefix)s AND NOT a.is_group
 GROUP BY a.id, a.code, a.name_en, a.name_zh
HAVING bool_or(b.id IS NOT NULL)
 ORDER BY a.code

-- by_unit --   By shop or department: the vouchers collected of one carry it, those by hand carry it on the line.
WITH part AS (
    SELECT u.id, u.code, u.name_en, u.name_zh, sum(x.debit) AS debit, sum(x.credit) AS credit, sum(x.lines) AS lines
      FROM (SELECT v.unit_id, t.debit, t.credit, t.lines
              FROM finance_vouchertotal t JOIN finance_voucher v ON v.company_id = t.company_id AND v.id = t.voucher_id
             WHERE t.company_id = %(company)s AND t.account_id = %(account)s AND v.origin = 'automatic'
               AND v.posting_on >= %(month)s::date AND v.posting_on < %(month)s::date + interval '1 month'
            UNION ALL
            SELECT j.unit_id, CASE WHEN j.debit_account_id = %(account)s THEN j.amount ELSE 0 END,
                   CASE WHEN j.credit_account_id = %(account)s THEN j.amount ELSE 0 END, 1
              FROM finance_vouchertotal t
              JOIN finance_voucher v ON v.company_id = t.company_id AND v.id = t.voucher_id AND v.origin = 'manual'
              JOIN finance_journalline j ON j.company_id = v.company_id AND j.voucher_id = v.id
               AND %(account)s IN (j.debit_account_id, j.credit_account_id)
             WHERE t.company_id = %(company)s AND t.account_id = %(account)s
               AND v.posting_on >= %(month)s::date AND v.posting_on < %(month)s::date + interval '1 month') AS x
      LEFT JOIN core_unit u ON u.company_id = %(company)s AND u.id = x.unit_id
     GROUP BY u.id, u.code, u.name_en, u.name_zh
), running AS (
    SELECT *, debit + credit AS size, sum(debit) OVER so_far AS debit_so_far, sum(credit) OVER so_far AS credit_so_far,
           sum(debit) OVER () AS debit_total, sum(credit) OVER () AS credit_total, count(*) OVER () AS found
      FROM part WINDOW so_far AS (ORDER BY debit + credit DESC, coalesce(id, 0) DESC)
)
SELECT *, debit_so_far - credit_so_far AS balance_so_far, size || ':' || coalesce(id, 0) AS key FROM running
 WHERE %(size)s::numeric IS NULL OR (size, coalesce(id, 0)) < (%(size)s, %(id)s::bigint)
 ORDER BY size DESC, coalesce(id, 0) DESC LIMIT %(bound)s

-- by_party --   By party: the journal lines of the vouchers that move the account in the month.
WITH part AS (
    SELECT p.id, p.code, p.name AS name_en, p.name AS name_zh,
           sum(CASE WHEN j.debit_account_id = %(account)s THEN j.amount ELSE 0 END) AS debit,
           sum(CASE WHEN j.credit_account_id = %(account)s THEN j.amount ELSE 0 END) AS credit, count(*) AS lines
      FROM finance_vouchertotal t
      JOIN finance_voucher v ON v.company_id = t.company_id AND v.id = t.voucher_id
      JOIN finance_journalline j ON j.company_id = v.company_id AND j.voucher_id = v.id
       AND %(account)s IN (j.debit_account_id, j.credit_account_id)
      LEFT JOIN parties_party p ON p.id = j.party_id
     WHERE t.company_id = %(company)s AND t.account_id = %(account)s
       AND v.posting_on >= %(month)s::date AND v.posting_on < %(month)s::date + interval '1 month'
     GROUP BY p.id, p.code, p.name
), running AS (
    SELECT *, debit + credit AS size, sum(debit) OVER so_far AS debit_so_far, sum(credit) OVER so_far AS credit_so_far,
           sum(debit) OVER () AS debit_total, sum(credit) OVER () AS credit_total, count(*) OVER () AS found
      FROM part WINDOW so_far AS (ORDER BY debit + credit DESC, coalesce(id, 0) DESC)
)
SELECT *, debit_so_far - credit_so_far AS balance_so_far, size || ':' || coalesce(id, 0) AS key FROM running
 WHERE %(size)s::numeric IS NULL OR (size, coalesce(id, 0)) < (%(size)s, %(id)s::bigint)
 ORDER BY size DESC, coalesce(id, 0) DESC LIMIT %(bound)s

-- by_item --   By item: the journal lines of the vouchers that move the account in the month.
WITH part AS (
    SELECT i.id, i.code, i.name_en, i.name_zh,
           sum(CASE WHEN j.debit_account_id = %(account)s THEN j.amount ELSE 0 END) AS debit,
           sum(CASE WHEN j.credit_account_id = %(account)s THEN j.amount ELSE 0 END) AS credit, count(*) AS lines
      FROM finance_vouchertotal t
      JOIN finance_voucher v ON v.company_id = t.company_id AND v.id = t.voucher_id
      JOIN finance_journalline j ON j.company_id = v.company_id AND j.voucher_id = v.id
       AND %(account)s IN (j.debit_account_id, j.credit_account_id)
      LEFT JOIN items_item i ON i.id = j.item_id
     WHERE t.company_id = %(company)s AND t.account_id = %(account)s
       AND v.posting_on >= %(month)s::date AND v.posting_on < %(month)s::date + interval '1 month'
     GROUP BY i.id, i.code, i.name_en, i.name_zh
), running AS (
    SELECT *, debit + credit AS size, sum(debit) OVER so_far AS debit_so_far, sum(credit) OVER so_far AS credit_so_far,
           sum(debit) OVER () AS debit_total, sum(credit) OVER () AS credit_total, count(*) OVER () AS found
      FROM part WINDOW so_far AS (ORDER BY debit + credit DESC, coalesce(id, 0) DESC)
)
SELECT *, debit_so_far - credit_so_far AS balance_so_far, size || ':' || coalesce(id, 0) AS key FROM running
 WHERE %(size)s::numeric IS NULL OR (size, coalesce(id, 0)) < (%(size)s, %(id)s::bigint)
 ORDER BY size DESC, coalesce(id, 0) DESC LIMIT %(bound)s

-- cash_flows --   What each item moved in each span of months, with its line; and the cash accounts before each span.
WITH span AS (
    SELECT * FROM unnest(%(since)s::date[], %(until)s::date[]) WITH ORDINALITY AS s(since, until, place)
), moved AS (
    SELECT b.item_id, array_agg(b.amount ORDER BY b.place) AS amounts
      FROM (SELECT i.item_id, s.place, coalesce(sum(b.amount), 0) AS amount
              FROM (SELECT DISTINCT item_id FROM finance_cashbalance WHERE company_id = %(company)s) AS i CROSS JOIN span s
              LEFT JOIN finance_cashbalance b ON b.company_id = %(company)s AND b.item_id IS NOT DISTINCT FROM i.item_id
               AND b.month BETWEEN s.since AND s.until
             GROUP BY i.item_id, s.place) AS b
     GROUP BY b.item_id
), held AS (
    SELECT a.id, array_agg(x.amount ORDER BY s.place) AS amounts
      FROM finance_cashaccount c
      JOIN finance_account o ON o.company_id = c.company_id AND o.id = c.account_id
      JOIN finance_account a ON a.company_id = c.company_id AND starts_with(a.code, o.code)
     CROSS JOIN span s
     CROSS JOIN LATERAL (SELECT coalesce(sum(b.debit - b.credit), 0) AS amount FROM finance_accountbalance b
                          WHERE b.company_id = a.company_id AND b.account_id = a.id AND b.month < s.since) AS x
     WHERE c.company_id = %(company)s
     GROUP BY a.id
)
SELECT l.id AS line_id, 'cash_flow' AS report, i.id AS account_id, coalesce(i.code, '') AS code,
       coalesce(i.name_en, l.name_en) AS name_en, coalesce(i.name_zh, l.name_zh) AS name_zh, m.amounts
  FROM moved m
  LEFT JOIN finance_dimensionvalue i ON i.company_id = %(company)s AND i.id = m.item_id
  LEFT JOIN LATERAL (
       SELECT * FROM finance_reportline r
        WHERE r.company_id = %(company)s AND r.report = 'cash_flow' AND r.sums = ''
          AND starts_with(coalesce(i.code, %(unnamed)s), r.code)
        ORDER BY length(r.code) DESC LIMIT 1) AS l ON true
 WHERE (SELECT bool_or(amount <> 0) FROM unnest(m.amounts) AS amount)
UNION ALL
SELECT l.id, 'cash_flow', a.id, a.code, a.name_en, a.name_zh, h.amounts
  FROM held h
  JOIN finance_account a ON a.company_id = %(company)s AND a.id = h.id
  JOIN finance_reportline l ON l.company_id = %(company)s AND l.report = 'cash_flow' AND l.code = %(opening)s
 WHERE (SELECT bool_or(amount <> 0) FROM unnest(h.amounts) AS amount)
 ORDER BY code

-- cash_held --   What the cash accounts hold at the end of each span, from the balances.
SELECT array_agg(x.amount ORDER BY s.place) AS amounts
  FROM unnest(%(since)s::date[], %(until)s::date[]) WITH ORDINALITY AS s(since, until, place)
 CROSS JOIN LATERAL (
       SELECT coalesce(sum(b.debit - b.credit), 0) AS amount
         FROM finance_cashaccount c
         JOIN finance_account o ON o.company_id = c.company_id AND o.id = c.account_id
         JOIN finance_account a ON a.company_id = c.company_id AND starts_with(a.code, o.code)
         JOIN finance_accountbalance b ON b.company_id = a.company_id AND b.account_id = a.id AND b.month <= s.until
        WHERE c.company_id = %(company)s) AS x
