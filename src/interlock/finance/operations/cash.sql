-- of_events --   What the lines of these events moved of cash, by component and other account: one side is cash.
WITH cash AS MATERIALIZED (
    SELECT a.id FROM finance_cashaccount c
      JOIN finance_account o ON o.company_id = c.company_id AND o.id = c.account_id
      JOIN finance_account a ON a.company_id = c.company_id AND starts_with(a.code, o.code)
     WHERE c.company_id = %(company)s
)
SELECT j.voucher_id, date_trunc('month', e.posting_on)::date AS month, e.kind, l.component, x.counter_id, a.code,
       sum(x.amount) AS amount
  FROM finance_event e
  JOIN finance_eventline l ON l.company_id = e.company_id AND l.event_id = e.id AND l.event_id = ANY(%(events)s::bigint[])
  JOIN finance_journalline j ON j.company_id = l.company_id AND j.id = l.id
 CROSS JOIN LATERAL (
       SELECT CASE WHEN j.debit_account_id = c.id THEN j.credit_account_id ELSE j.debit_account_id END AS counter_id,
              CASE WHEN j.debit_account_id = c.id THEN j.amount ELSE -j.amount END AS amount
         FROM cash c WHERE c.id IN (j.debit_account_id, j.credit_account_id)) AS x
  JOIN finance_account a ON a.company_id = j.company_id AND a.id = x.counter_id
 WHERE e.company_id = %(company)s AND e.id = ANY(%(events)s::bigint[]) AND j.voucher_id = ANY(%(vouchers)s::bigint[])
   AND x.counter_id NOT IN (SELECT id FROM cash)
 GROUP BY 1, 2, 3, 4, 5, 6, j.debit_account_id
 ORDER BY 1, 4, 5

-- of_lines --   The same of whole vouchers: their lines with two sides, of which one is cash.
WITH cash AS MATERIALIZED (
    SELECT a.id FROM finance_cashaccount c
      JOIN finance_account o ON o.company_id = c.company_id AND o.id = c.account_id
      JOIN finance_account a ON a.company_id = c.company_id AND starts_with(a.code, o.code)
     WHERE c.company_id = %(company)s
)
SELECT j.voucher_id, date_trunc('month', v.posting_on)::date AS month, v.event_kind AS kind,
       coalesce(l.component, '') AS component, x.counter_id, a.code, sum(x.amount) AS amount
  FROM finance_journalline j
  JOIN finance_voucher v ON v.company_id = j.company_id AND v.id = j.voucher_id
  LEFT JOIN finance_eventline l ON l.company_id = j.company_id AND l.id = j.id AND v.origin = 'automatic'
 CROSS JOIN LATERAL (
       SELECT CASE WHEN j.debit_account_id = c.id THEN j.credit_account_id ELSE j.debit_account_id END AS counter_id,
              CASE WHEN j.debit_account_id = c.id THEN j.amount ELSE -j.amount END AS amount
         FROM cash c WHERE c.id IN (j.debit_account_id, j.credit_account_id)) AS x
  JOIN finance_account a ON a.company_id = j.company_id AND a.id = x.counter_id
 WHERE j.company_id = %(company)s AND j.voucher_id = ANY(%(vouchers)s::bigint[])
   AND j.debit_account_id IS NOT NULL AND j.credit_account_id IS NOT NULL AND x.counter_id NOT IN (SELECT id FROM cash)
 GROUP BY 1, 2, 3, 4, 5, 6, j.debit_account_id
 ORDER BY 1, 4, 5

-- sides --   The lines with one side of whole vouchers: a debit is positive, an item where the line by hand names one.
WITH cash AS MATERIALIZED (
    SELECT a.id FROM finance_cashaccount c
      JOIN finance_account o ON o.company_id = c.company_id AND o.id = c.account_id
      JOIN finance_account a ON a.company_id = c.company_id AND starts_with(a.code, o.code)
     WHERE c.company_id = %(company)s
)
SELECT j.voucher_id, date_trunc('month', v.posting_on)::date AS month, d.reverses_id, a.id AS account_id, a.code,
       c.id IS NOT NULL AS is_cash, CASE WHEN j.credit_account_id IS NULL THEN j.amount ELSE -j.amount END AS amount,
       l.cash_item_id AS item_id
  FROM finance_journalline j
  JOIN finance_voucher v ON v.company_id = j.company_id AND v.id = j.voucher_id
  JOIN finance_account a ON a.company_id = j.company_id AND a.id = coalesce(j.debit_account_id, j.credit_account_id)
  LEFT JOIN cash c ON c.id = a.id
  LEFT JOIN finance_voucherdraftline l ON l.company_id = j.company_id AND l.id = j.document_line_id
  LEFT JOIN finance_voucherdraft d ON d.company_id = l.company_id AND d.id = l.draft_id
 WHERE j.company_id = %(company)s AND j.voucher_id = ANY(%(vouchers)s::bigint[])
   AND (j.debit_account_id IS NULL OR j.credit_account_id IS NULL)
 ORDER BY j.voucher_id, j.id

-- moved --   What a voucher moved of cash, as it is assigned now.
SELECT item_id, counter_id, sum(amount) AS amount FROM finance_cashmove
 WHERE company_id = %(company)s AND voucher_id = %(voucher)s
 GROUP BY item_id, counter_id HAVING sum(amount) <> 0 ORDER BY 1, 2

-- rules --   What movements of cash are for when nobody says.
SELECT r.event_kind, r.component, a.code, r.item_in_id, r.item_out_id,
       (SELECT i.id FROM finance_dimensionvalue i
         WHERE i.company_id = %(company)s AND i.dimension = 'cash_item' AND i.code = 'C95') AS opening_id
  FROM finance_cashitemrule r LEFT JOIN finance_account a ON a.company_id = r.company_id AND a.id = r.account_id
 WHERE r.company_id = %(company)s

-- moves --   Movements are entries: an assignment is another one.
INSERT INTO finance_cashmove (company_id, voucher_id, month, item_id, counter_id, amount, run_id)
SELECT %(company)s, m.voucher_id, m.month, m.item_id, m.counter_id, m.amount, %(run)s
  FROM unnest(%(vouchers)s::bigint[], %(months)s::date[], %(items)s::bigint[], %(counters)s::bigint[],
              %(amounts)s::numeric[]) AS m(voucher_id, month, item_id, counter_id, amount)

-- balances --   What each item moved in each month; rows are taken in the order of (item, month).
INSERT INTO finance_cashbalance AS b (company_id, item_id, month, amount)
SELECT %(company)s, m.item_id, m.month, sum(m.amount)
  FROM unnest(%(items)s::bigint[], %(months)s::date[], %(amounts)s::numeric[]) AS m(item_id, month, amount)
 GROUP BY 2, 3
 ORDER BY 2, 3
ON CONFLICT (company_id, item_id, month) DO UPDATE SET amount = b.amount + excluded.amount

-- days --   The days of the vouchers, whose months are to be held open.
SELECT DISTINCT posting_on FROM finance_voucher WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[])

-- lock_vouchers --   In the order in which posting takes them.
SELECT id FROM finance_voucher WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[])
 ORDER BY posting_on, event_kind, unit_id, source_id, id FOR NO KEY UPDATE

-- judge_assign --   What is left under the item it is taken from, none for what nobody named one.
WITH source AS (
    SELECT (SELECT id FROM finance_dimensionvalue WHERE company_id = %(company)s AND dimension = 'cash_item'
               AND code = %(item)s AND state = 'open') AS item_id,
           (SELECT id FROM finance_dimensionvalue WHERE company_id = %(company)s AND dimension = 'cash_item'
               AND code = %(instead)s) AS instead_id
), held AS (
    SELECT m.voucher_id, m.counter_id, sum(m.amount) AS amount
      FROM finance_cashmove m CROSS JOIN source s
     WHERE m.company_id = %(company)s AND m.voucher_id = ANY(%(ids)s::bigint[])
       AND m.item_id IS NOT DISTINCT FROM s.instead_id
     GROUP BY 1, 2 HAVING sum(m.amount) <> 0
)
SELECT i.id,
       CASE WHEN v.id IS NULL THEN 'not_found'
            WHEN s.item_id IS NULL OR %(instead)s <> '' AND s.instead_id IS NULL THEN 'cash_item_unknown'
            WHEN s.item_id = s.instead_id OR NOT EXISTS (SELECT FROM held h WHERE h.voucher_id = v.id) THEN 'already'
            WHEN p.state IS DISTINCT FROM 'open' THEN 'period_closed' ELSE 'done' END AS code
  FROM unnest(%(ids)s::bigint[]) WITH ORDINALITY AS i(id, place)
 CROSS JOIN source s
  LEFT JOIN finance_voucher v ON v.company_id = %(company)s AND v.id = i.id AND v.id = ANY(%(ids)s::bigint[])
  LEFT JOIN core_period p ON p.company_id = v.company_id AND p.module = 'finance'
                         AND p.month = date_trunc('month', v.posting_on)::date
 ORDER BY i.place

-- to_assign --   What the vouchers hold under the item it is taken from, with the ids of both items.
SELECT m.voucher_id, m.month, m.counter_id, w.id AS instead_id, n.id AS item_id, sum(m.amount) AS amount
  FROM finance_cashmove m
  JOIN finance_dimensionvalue n ON n.company_id = m.company_id AND n.dimension = 'cash_item' AND n.code = %(item)s
  LEFT JOIN finance_dimensionvalue w ON w.company_id = m.company_id AND w.dimension = 'cash_item' AND w.code = %(instead)s
 WHERE m.company_id = %(company)s AND m.voucher_id = ANY(%(ids)s::bigint[]) AND m.item_id IS NOT DISTINCT FROM w.id
 GROUP BY 1, 2, 3, 4, 5 HAVING sum(m.amount) <> 0
 ORDER BY 1, 3
