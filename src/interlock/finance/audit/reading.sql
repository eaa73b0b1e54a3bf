-- book --   The company and its year.
SELECT c.code || '-' || extract(year FROM %(first)s::date), c.name_zh, c.name_zh, c.uscc, 'Interlock',
       'GB/T 24589.1-2010', c.currency_id, extract(year FROM %(first)s::date)::int
  FROM core_company c WHERE c.id = %(company)s AND %(after)s::date > %(first)s::date

-- periods --   The months of the year.
SELECT extract(year FROM %(first)s::date)::int, (extract(month FROM p.month)::int - extract(month FROM %(first)s::date)::int + 12) %% 12 + 1, p.month,
       (p.month + interval '1 month - 1 day')::date, p.state
  FROM core_period p
 WHERE p.company_id = %(company)s AND p.module = 'finance' AND p.month >= %(first)s::date AND p.month < %(after)s::date
 ORDER BY p.month

-- units --   Shops and departments.
SELECT u.code, u.name_zh, u.kind FROM core_unit u
 WHERE u.company_id = %(company)s AND %(after)s::date > %(first)s::date ORDER BY u.code

-- parties --   Who stands on a line of the year, or on one of a year before.
SELECT p.code, p.name, p.uscc FROM parties_party p
 WHERE p.id IN (SELECT j.party_id FROM finance_voucher v
                  JOIN finance_journalline j ON j.company_id = v.company_id AND j.voucher_id = v.id
                 WHERE v.company_id = %(company)s AND v.posting_on >= %(first)s::date AND v.posting_on < %(after)s::date)
    OR p.id IN (SELECT t.value_id FROM finance_dimensiontotal t
                 WHERE t.company_id = %(company)s AND t.dimension = 'party' AND t.month < %(after)s::date)
    OR p.id IN (SELECT j.party_id FROM finance_voucher v
                  JOIN finance_journalline j ON j.company_id = v.company_id AND j.voucher_id = v.id
                 WHERE v.company_id = %(company)s AND v.posting_on < %(first)s::date
                   AND NOT EXISTS (SELECT FROM finance_countedvoucher c WHERE c.voucher_id = v.id))
 ORDER BY p.code

-- accounts --   The chart, with levels as it is written.
WITH RECURSIVE tree AS (
    SELECT id, 1 AS level FROM finance_account WHERE company_id = %(company)s AND parent_id IS NULL
    UNION ALL
    SELECT a.id, t.level + 1 FROM finance_account a JOIN tree t ON t.id = a.parent_id WHERE a.company_id = %(company)s
)
SELECT a.code, a.name_zh, a.name_en, t.level, a.kind,
       CASE WHEN a.kind IN ('asset', 'cost', 'expense') THEN '借' ELSE '贷' END, coalesce(p.code, '')
  FROM finance_account a JOIN tree t ON t.id = a.id LEFT JOIN finance_account p ON p.id = a.parent_id
 WHERE a.company_id = %(company)s AND %(after)s::date > %(first)s::date ORDER BY a.code

-- balances --   Each account that ever moved, in every month of the year.
WITH moved AS (
    SELECT account_id, month, debit, credit FROM finance_accountbalance
     WHERE company_id = %(company)s AND month < %(after)s::date
), month AS (
    SELECT m::date AS month FROM generate_series(%(first)s::date, %(after)s::date - 1, interval '1 month') AS m
)
SELECT a.code, extract(year FROM %(first)s::date)::int, (extract(month FROM m.month)::int - extract(month FROM %(first)s::date)::int + 12) %% 12 + 1, c.currency_id,
       coalesce(sum(b.debit - b.credit) FILTER (WHERE b.month < m.month), 0),
       coalesce(sum(b.debit) FILTER (WHERE b.month = m.month), 0),
       coalesce(sum(b.credit) FILTER (WHERE b.month = m.month), 0), coalesce(sum(b.debit - b.credit), 0)
  FROM month m CROSS JOIN finance_account a JOIN core_company c ON c.id = a.company_id
  JOIN moved b ON b.account_id = a.id AND b.month <= m.month
 WHERE a.company_id = %(company)s
 GROUP BY a.code, m.month, c.currency_id ORDER BY a.code, m.month

-- cash_items --   What movements of cash can be for.
SELECT code, name_zh, name_en FROM finance_dimensionvalue
 WHERE company_id = %(company)s AND dimension = 'cash_item' AND %(after)s::date > %(first)s::date ORDER BY code

-- cash_flows --   What each voucher of the year moved of cash, as it is assigned now.
SELECT v.number, coalesce(i.code, ''), coalesce(a.code, ''), m.amount
  FROM (SELECT voucher_id, item_id, counter_id, sum(amount) AS amount FROM finance_cashmove
         WHERE company_id = %(company)s AND month >= %(first)s::date AND month < %(after)s::date
         GROUP BY 1, 2, 3 HAVING sum(amount) <> 0) AS m
  JOIN finance_voucher v ON v.company_id = %(company)s AND v.id = m.voucher_id
  LEFT JOIN finance_dimensionvalue i ON i.company_id = v.company_id AND i.id = m.item_id
  LEFT JOIN finance_account a ON a.company_id = v.company_id AND a.id = m.counter_id
 ORDER BY v.posting_on, v.id, 2, 3

-- party_balances --   What parties owed and were owed when the year began, what it moved, and what they owe at its end.
WITH side AS (
    SELECT a.id, a.code FROM finance_account a
     WHERE a.company_id = %(company)s AND NOT a.is_group
       AND left(a.code, 4) IN ('1121', '1122', '1123', '1221', '2201', '2202', '2203', '2204', '2241')
), moved AS (
    SELECT t.account_id, t.value_id AS party_id, t.month, t.debit, t.credit
      FROM side s
      JOIN finance_dimensiontotal t ON t.company_id = %(company)s AND t.dimension = 'party' AND t.account_id = s.id
       AND t.month < %(after)s::date
    UNION ALL
    SELECT s.id, coalesce(j.party_id, 0), v.posting_on, CASE WHEN j.debit_account_id = s.id THEN j.amount ELSE 0 END,
           CASE WHEN j.credit_account_id = s.id THEN j.amount ELSE 0 END
      FROM side s
      JOIN finance_vouchertotal t ON t.company_id = %(company)s AND t.account_id = s.id
      JOIN finance_voucher v ON v.company_id = t.company_id AND v.id = t.voucher_id AND v.posting_on < %(after)s::date
       AND NOT EXISTS (SELECT FROM finance_countedvoucher c WHERE c.voucher_id = v.id)
      JOIN finance_journalline j ON j.company_id = v.company_id AND j.voucher_id = v.id
       AND s.id IN (j.debit_account_id, j.credit_account_id)
), party AS (
    SELECT account_id, party_id, coalesce(sum(debit - credit) FILTER (WHERE month < %(first)s::date), 0) AS opening,
           coalesce(sum(debit) FILTER (WHERE month >= %(first)s::date), 0) AS debit,
           coalesce(sum(credit) FILTER (WHERE month >= %(first)s::date), 0) AS credit
      FROM moved GROUP BY 1, 2
)
SELECT s.code, coalesce(p.code, ''), m.opening, m.debit, m.credit, m.opening + m.debit - m.credit
  FROM party m JOIN side s ON s.id = m.account_id LEFT JOIN parties_party p ON p.id = m.party_id
 WHERE m.opening <> 0 OR m.debit <> 0 OR m.credit <> 0
 ORDER BY 1, 2

-- some_vouchers --   The next vouchers of the year by day and id.
SELECT id, posting_on, lines FROM finance_voucher
 WHERE company_id = %(company)s AND posting_on >= %(first)s::date AND posting_on < %(after)s::date
   AND (posting_on, id) > (%(day)s::date, %(id)s::bigint)
 ORDER BY posting_on, id LIMIT %(limit)s

-- sides --   Both sides of the lines of vouchers, debit first, from a line on; whole lines, so a page ends with one.
WITH line AS (
    SELECT j.*, v.posting_on, v.origin, v.number, v.text, v.event_kind, v.state
      FROM finance_voucher v JOIN finance_journalline j ON j.company_id = v.company_id AND j.voucher_id = v.id
     WHERE v.company_id = %(company)s AND v.id = ANY(%(ids)s::bigint[]) AND j.voucher_id = ANY(%(ids)s::bigint[])
       AND j.id > %(since)s::bigint AND v.posting_on >= %(first)s::date AND v.posting_on < %(after)s::date
     ORDER BY v.posting_on, v.id, j.id LIMIT %(limit)s::bigint
)
SELECT l.voucher_id, l.id AS journal_id, l.posting_on, extract(year FROM %(first)s::date)::int AS year,
       (extract(month FROM l.posting_on)::int - extract(month FROM %(first)s::date)::int + 12) %% 12 + 1 AS period, l.origin, l.number,
       coalesce(nullif(d.text, ''), nullif(l.text, ''), l.event_kind) AS summary, a.code AS account, c.currency_id,
       CASE WHEN s.is_debit THEN l.amount ELSE 0 END AS debit, CASE WHEN s.is_debit THEN 0 ELSE l.amount END AS credit,
       l.quantity, coalesce(u.code, ''), coalesce(p.code, ''), coalesce(i.code, ''), coalesce(j.code, ''),
       coalesce(e.code, ''), l.document_line_id, x.fact_on, coalesce(w.username, ''), coalesce(r.username, ''), l.state
  FROM line l JOIN core_company c ON c.id = l.company_id
 CROSS JOIN LATERAL (VALUES (l.debit_account_id, true), (l.credit_account_id, false)) AS s(account_id, is_debit)
  JOIN finance_account a ON a.company_id = l.company_id AND a.id = s.account_id
  LEFT JOIN core_unit u ON u.company_id = l.company_id AND u.id = l.unit_id
  LEFT JOIN parties_party p ON p.id = l.party_id
  LEFT JOIN items_item i ON i.id = l.item_id
  LEFT JOIN finance_voucherdraftline d ON d.company_id = l.company_id AND d.id = l.document_line_id AND l.origin = 'manual'
  LEFT JOIN finance_voucherdraft h ON h.company_id = d.company_id AND h.id = d.draft_id
  LEFT JOIN finance_dimensionvalue j ON j.company_id = d.company_id AND j.id = d.project_id
  LEFT JOIN finance_dimensionvalue e ON e.company_id = d.company_id AND e.id = d.employee_id
  LEFT JOIN finance_eventline n ON n.company_id = l.company_id AND n.id = l.id
   AND l.origin = 'automatic' AND extract(day FROM l.posting_on) = 1
  LEFT JOIN finance_event x ON x.company_id = n.company_id AND x.id = n.event_id AND x.fact_on < l.posting_on
  LEFT JOIN core_user w ON w.id = h.author_id
  LEFT JOIN core_user r ON r.id = h.reviewer_id
 ORDER BY l.posting_on, l.voucher_id, l.id, s.is_debit DESC
