-- vouchers_balance --   Each voucher's debits equal its credits: two-sided lines do by themselves, one-sided ones together.
SELECT company_id, voucher_id, sum(CASE WHEN credit_account_id IS NULL THEN amount ELSE -amount END) AS difference
  FROM finance_journalline
 WHERE debit_account_id IS NULL OR credit_account_id IS NULL
 GROUP BY company_id, voucher_id
HAVING sum(CASE WHEN credit_account_id IS NULL THEN amount ELSE -amount END) <> 0
 LIMIT %(shown)s

-- companies_balance --   Each company's debits equal its credits, in every month.
SELECT company_id, month, sum(debit) AS debit, sum(credit) AS credit
  FROM finance_accountbalance
 GROUP BY company_id, month
HAVING sum(debit) <> sum(credit)
 LIMIT %(shown)s

-- balances_are_lines --   An account's month is the sum of its journal lines.
WITH flow AS (
    SELECT company_id, voucher_id, debit_account_id, credit_account_id, sum(amount) AS amount
      FROM finance_journalline GROUP BY 1, 2, 3, 4
), leg AS (
    SELECT company_id, voucher_id, debit_account_id AS account_id, amount AS debit, 0 AS credit
      FROM flow WHERE debit_account_id IS NOT NULL
    UNION ALL
    SELECT company_id, voucher_id, credit_account_id, 0, amount FROM flow WHERE credit_account_id IS NOT NULL
), summed AS (
    SELECT l.company_id, l.account_id, date_trunc('month', v.posting_on)::date AS month,
           sum(l.debit) AS debit, sum(l.credit) AS credit
      FROM leg l JOIN finance_voucher v ON v.company_id = l.company_id AND v.id = l.voucher_id
     GROUP BY 1, 2, 3
)
SELECT company_id, account_id, month, b.debit AS balance_debit, s.debit AS lines_debit,
       b.credit AS balance_credit, s.credit AS lines_credit
  FROM finance_accountbalance b FULL JOIN summed s USING (company_id, account_id, month)
 WHERE coalesce(b.debit, 0) <> coalesce(s.debit, 0) OR coalesce(b.credit, 0) <> coalesce(s.credit, 0)
 LIMIT %(shown)s

-- voucher_totals_are_lines --   What a voucher moves on an account is the sum of its journal lines.
WITH flow AS (
    SELECT company_id, voucher_id, debit_account_id, credit_account_id, sum(amount) AS amount, count(*) AS lines
      FROM finance_journalline GROUP BY 1, 2, 3, 4
), summed AS (
    SELECT company_id, voucher_id, account_id, sum(debit) AS debit, sum(credit) AS credit, sum(lines) AS lines
      FROM (SELECT company_id, voucher_id, debit_account_id AS account_id, amount AS debit, 0 AS credit, lines FROM flow
            UNION ALL
            SELECT company_id, voucher_id, credit_account_id, 0, amount, lines FROM flow) AS leg
     WHERE account_id IS NOT NULL
     GROUP BY 1, 2, 3
)
SELECT company_id, voucher_id, account_id, t.debit AS total_debit, s.debit AS lines_debit, t.credit AS total_credit,
       s.credit AS lines_credit, t.lines AS total_lines, s.lines AS lines
  FROM finance_vouchertotal t FULL JOIN summed s USING (company_id, voucher_id, account_id)
 WHERE (t.debit, t.credit, t.lines) IS DISTINCT FROM (s.debit, s.credit, s.lines)
 LIMIT %(shown)s

-- vouchers_are_lines --   A voucher says how much its journal lines debit and how many they are; none is empty.
SELECT company_id, v.id AS voucher_id, v.number, v.amount, s.amount AS lines_amount, v.lines, s.lines AS lines_count
  FROM (SELECT company_id, id, number, amount, lines FROM finance_voucher) AS v
  FULL JOIN (SELECT company_id, voucher_id AS id, count(*) AS lines,
                    sum(amount) FILTER (WHERE debit_account_id IS NOT NULL) AS amount
               FROM finance_journalline GROUP BY 1, 2) AS s USING (company_id, id)
 WHERE (v.amount, v.lines) IS DISTINCT FROM (s.amount, s.lines)
 LIMIT %(shown)s

-- event_lines_once --   Every event line is in the journal once with its amount, or its event is pending and none is.
WITH written AS (
    SELECT j.company_id, j.id, j.amount
      FROM finance_journalline j JOIN finance_voucher v ON v.company_id = j.company_id AND v.id = j.voucher_id
     WHERE v.origin = 'automatic'
), asked AS (
    SELECT l.company_id, l.id, l.event_id, abs(l.amount) AS amount, p.event_id IS NOT NULL AS pending
      FROM finance_eventline l
      LEFT JOIN finance_eventpending p ON p.company_id = l.company_id AND p.event_id = l.event_id
)
SELECT company_id, id AS event_line_id, a.event_id, w.amount, a.pending
  FROM asked a FULL JOIN written w USING (company_id, id)
 WHERE CASE WHEN a.event_id IS NULL THEN true
            WHEN a.pending THEN w.amount IS NOT NULL
            ELSE w.amount IS DISTINCT FROM a.amount END
 LIMIT %(shown)s

-- events_have_lines --   An event has lines, lines have an event, and what is pending exists, in one company.
SELECT company_id, id AS event_id, e.id IS NULL AS no_event, l.lines IS NULL AS no_lines
  FROM (SELECT company_id, id, true AS found FROM finance_event) AS e (company_id, id, found)
  FULL JOIN (SELECT company_id, event_id AS id, count(*) AS lines FROM finance_eventline GROUP BY 1, 2) AS l
       USING (company_id, id)
  FULL JOIN (SELECT company_id, event_id AS id FROM finance_eventpending) AS p USING (company_id, id)
 WHERE e.found IS NULL OR l.lines IS NULL
 LIMIT %(shown)s

-- numbers_gapless --   Vouchers are numbered 1, 2, 3 … a month, up to the counter.
WITH numbered AS (
    SELECT company_id, date_trunc('month', posting_on)::date AS month, count(*) AS vouchers, count(number) AS numbers,
           count(DISTINCT number) AS different, max(substring(number FROM '[0-9]+$')::bigint) AS highest
      FROM finance_voucher GROUP BY 1, 2
)
SELECT company_id, month, n.vouchers, n.numbers, n.highest, c.last_number AS counter
  FROM numbered n
  FULL JOIN (SELECT company_id, month, last_number FROM core_counter WHERE kind = 'JV' AND last_number > 0) AS c
       USING (company_id, month)
 WHERE (n.vouchers, n.vouchers, n.vouchers, n.vouchers) IS DISTINCT FROM (n.numbers, n.different, n.highest, c.last_number)
 LIMIT %(shown)s

-- lines_of_one_company --   A journal line's accounts are of its company and take postings, and no amount is negative.
WITH pair AS (
    SELECT company_id, debit_account_id, credit_account_id, count(*) AS lines, min(amount) AS smallest
      FROM finance_journalline GROUP BY 1, 2, 3
)
SELECT p.company_id, s.account_id, sum(p.lines) AS lines, min(p.smallest) AS smallest
  FROM pair p CROSS JOIN LATERAL unnest(ARRAY[p.debit_account_id, p.credit_account_id]) AS s(account_id)
  LEFT JOIN finance_account a ON a.company_id = p.company_id AND a.id = s.account_id
 WHERE s.account_id IS NOT NULL AND (a.id IS NULL OR a.is_group OR p.smallest <= 0)
 GROUP BY 1, 2
 LIMIT %(shown)s

-- lines_name_known --   Units, parties and items on journal lines exist, the units in their company.
WITH named AS (
    SELECT company_id, unit_id, party_id, item_id, count(*) AS lines FROM finance_journalline GROUP BY 1, 2, 3, 4
)
SELECT n.*
  FROM named n
  LEFT JOIN core_unit u ON u.company_id = n.company_id AND u.id = n.unit_id
  LEFT JOIN parties_party p ON p.id = n.party_id
  LEFT JOIN items_item i ON i.id = n.item_id
 WHERE (n.unit_id IS NOT NULL AND u.id IS NULL) OR (n.party_id IS NOT NULL AND p.id IS NULL)
    OR (n.item_id IS NOT NULL AND i.id IS NULL)
 LIMIT %(shown)s

-- reversals_mirror_their_originals --   What takes back a line lies on its accounts, the other way round.
SELECT r.company_id, r.id AS event_line_id, r.reversed_id, n.debit_account_id, n.credit_account_id
  FROM finance_reversal r
  LEFT JOIN finance_eventline l ON l.company_id = r.company_id AND l.id = r.id AND l.event_id = r.event_id
  LEFT JOIN finance_eventline o ON o.company_id = r.company_id AND o.id = r.reversed_id
  LEFT JOIN finance_journalline n ON n.company_id = r.company_id AND n.id = r.id
  LEFT JOIN finance_journalline j ON j.company_id = r.company_id AND j.id = r.reversed_id
 WHERE l.id IS NULL OR o.id IS NULL OR l.component <> o.component
    OR (n.id IS NOT NULL AND (n.debit_account_id, n.credit_account_id) IS DISTINCT FROM
        CASE WHEN sign(l.amount) = sign(o.amount) THEN (j.credit_account_id, j.debit_account_id)
             ELSE (j.debit_account_id, j.credit_account_id) END)
 LIMIT %(shown)s

-- reversals_within_originals --   Nothing is taken back beyond what was recorded of a document's line.
WITH back AS (
    SELECT r.company_id, o.event_id, o.line_id, sum(l.amount) AS amount
      FROM finance_reversal r
      JOIN finance_eventline l ON l.company_id = r.company_id AND l.id = r.id
      JOIN finance_eventline o ON o.company_id = r.company_id AND o.id = r.reversed_id
     GROUP BY 1, 2, 3
)
SELECT b.company_id, b.event_id, b.line_id, b.amount AS taken_back, o.amount
  FROM back b
  JOIN LATERAL (SELECT sum(x.amount) AS amount FROM finance_eventline x
                 WHERE x.company_id = b.company_id AND x.event_id = b.event_id AND x.line_id = b.line_id) o ON true
 WHERE abs(b.amount) > abs(o.amount)
 LIMIT %(shown)s

-- rules_of_one_company --   A posting rule's accounts are of its company.
SELECT r.id AS rule_id, r.company_id
  FROM finance_postingrule r
  LEFT JOIN finance_account d ON d.company_id = r.company_id AND d.id = r.debit_account_id
  LEFT JOIN finance_account k ON k.company_id = r.company_id AND k.id = r.credit_account_id
 WHERE d.id IS NULL OR k.id IS NULL
 LIMIT %(shown)s

-- drafts_are_lines --   A voucher by hand says how much its lines debit, and a posted one's journal lines are its lines.
WITH line AS (
    SELECT company_id, draft_id, count(*) AS lines, sum(debit) AS debit FROM finance_voucherdraftline GROUP BY 1, 2
), written AS (
    SELECT d.company_id, d.id AS draft_id, count(j.id) AS lines
      FROM finance_voucherdraft d
      JOIN finance_voucherdraftline l ON l.company_id = d.company_id AND l.draft_id = d.id
      LEFT JOIN finance_journalline j ON j.company_id = d.company_id AND j.voucher_id = d.voucher_id
       AND j.document_line_id = l.id AND j.amount = l.debit + l.credit
       AND l.account_id = CASE WHEN l.debit > 0 THEN j.debit_account_id ELSE j.credit_account_id END
     WHERE d.state = 'posted'
     GROUP BY 1, 2
)
SELECT d.company_id, d.id AS draft_id, d.number, d.amount, l.debit, l.lines, w.lines AS journal_lines, v.lines AS voucher_lines
  FROM finance_voucherdraft d
  LEFT JOIN line l ON l.company_id = d.company_id AND l.draft_id = d.id
  LEFT JOIN written w ON w.company_id = d.company_id AND w.draft_id = d.id
  LEFT JOIN finance_voucher v ON v.company_id = d.company_id AND v.id = d.voucher_id
 WHERE d.amount IS DISTINCT FROM l.debit
    OR d.state = 'posted' AND (w.lines, v.lines) IS DISTINCT FROM (l.lines, l.lines::int)
 LIMIT %(shown)s

-- reversals_mirror --   A posted reversal moves on each account what its voucher moved, the other way round.
SELECT d.company_id, d.id AS draft_id, d.number, t.account_id, t.debit, t.credit, t.back_debit, t.back_credit
  FROM finance_voucherdraft d
 CROSS JOIN LATERAL (
       SELECT account_id, a.debit, a.credit, b.debit AS back_debit, b.credit AS back_credit
         FROM (SELECT * FROM finance_vouchertotal WHERE company_id = d.company_id AND voucher_id = d.reverses_id) AS a
         FULL JOIN (SELECT * FROM finance_vouchertotal WHERE company_id = d.company_id AND voucher_id = d.voucher_id) AS b
              USING (account_id)
  ) AS t
 WHERE d.kind = 'reversal' AND d.state = 'posted' AND (t.debit, t.credit) IS DISTINCT FROM (t.back_credit, t.back_debit)
 LIMIT %(shown)s

-- accounts_are_in_one_line --   Where statements have lines, every account that takes postings is in one of them.
SELECT a.company_id, a.code
  FROM finance_account a
 WHERE NOT a.is_group AND EXISTS (SELECT FROM finance_reportline l WHERE l.company_id = a.company_id)
   AND NOT EXISTS (SELECT FROM finance_reportaccount r
                     JOIN finance_account o ON o.company_id = r.company_id AND o.id = r.account_id
                    WHERE r.company_id = a.company_id AND starts_with(a.code, o.code))
 LIMIT %(shown)s

-- report_lines_of_one_company --   A line's accounts are of its company, and what it sums are lines of its statement.
SELECT l.company_id, l.report, l.code
  FROM finance_reportline l
  LEFT JOIN finance_reportaccount r ON r.line_id = l.id
  LEFT JOIN finance_account a ON a.id = r.account_id
 WHERE r.id IS NOT NULL AND (r.company_id <> l.company_id OR a.company_id <> l.company_id)
    OR EXISTS (SELECT FROM regexp_split_to_table(nullif(l.sums, ''), ' +') AS part
                WHERE NOT EXISTS (SELECT FROM finance_reportline s WHERE s.company_id = l.company_id
                                     AND s.report = l.report AND s.code = ltrim(part, '-')))
 LIMIT %(shown)s

-- balance_sheet_agrees --   In every month, assets are liabilities, equity and the result that is not carried yet.
WITH line AS (
    SELECT a.company_id, a.id AS account_id, n.report, n.side, n.takes_result
      FROM finance_account a
      JOIN LATERAL (
           SELECT r.line_id FROM finance_reportaccount r
             JOIN finance_account o ON o.company_id = r.company_id AND o.id = r.account_id
            WHERE r.company_id = a.company_id AND starts_with(a.code, o.code)
            ORDER BY length(o.code) DESC LIMIT 1) AS chosen ON true
      JOIN finance_reportline n ON n.id = chosen.line_id
)
SELECT b.company_id, b.month,
       sum(b.debit - b.credit) FILTER (WHERE l.report = 'balance_sheet' AND l.side = 'debit') AS assets,
       sum(b.credit - b.debit) FILTER (WHERE l.report = 'balance_sheet' AND l.side = 'credit') AS liabilities,
       sum(b.credit - b.debit) FILTER (WHERE l.report = 'income_statement') AS result
  FROM finance_accountbalance b JOIN line l ON l.company_id = b.company_id AND l.account_id = b.account_id
 GROUP BY b.company_id, b.month
HAVING coalesce(sum(b.debit - b.credit) FILTER (WHERE l.report = 'balance_sheet' AND l.side = 'debit'), 0)
    <> coalesce(sum(b.credit - b.debit) FILTER (WHERE l.report = 'balance_sheet' AND l.side = 'credit'), 0)
     + coalesce(sum(b.credit - b.debit) FILTER (WHERE l.report = 'income_statement'), 0)
 LIMIT %(shown)s

-- cash_flow_ties --   In every month, what all items moved is what the cash accounts moved.
WITH cash AS (
    SELECT DISTINCT a.company_id, a.id FROM finance_cashaccount c
      JOIN finance_account o ON o.company_id = c.company_id AND o.id = c.account_id
      JOIN finance_account a ON a.company_id = c.company_id AND starts_with(a.code, o.code)
), held AS (
    SELECT b.company_id, b.month, sum(b.debit - b.credit) AS amount
      FROM cash c JOIN finance_accountbalance b ON b.company_id = c.company_id AND b.account_id = c.id GROUP BY 1, 2
), moved AS (
    SELECT company_id, month, sum(amount) AS amount FROM finance_cashbalance GROUP BY 1, 2
)
SELECT company_id, month, h.amount AS accounts, m.amount AS items
  FROM held h FULL JOIN moved m USING (company_id, month)
 WHERE coalesce(h.amount, 0) <> coalesce(m.amount, 0)
 LIMIT %(shown)s

-- cash_flows_are_moves --   What an item moved in a month is the sum of its movements.
SELECT company_id, item_id, month, b.amount AS balance, m.amount AS moves
  FROM (SELECT company_id, coalesce(item_id, 0) AS item_id, month, amount FROM finance_cashbalance) AS b
  FULL JOIN (SELECT company_id, coalesce(item_id, 0) AS item_id, month, sum(amount) AS amount
               FROM finance_cashmove GROUP BY 1, 2, 3) AS m USING (company_id, item_id, month)
 WHERE coalesce(b.amount, 0) <> coalesce(m.amount, 0)
 LIMIT %(shown)s

-- cash_moves_tie --   What the movements of a voucher sum to is what it moves on the cash accounts.
WITH cash AS (
    SELECT DISTINCT a.company_id, a.id FROM finance_cashaccount c
      JOIN finance_account o ON o.company_id = c.company_id AND o.id = c.account_id
      JOIN finance_account a ON a.company_id = c.company_id AND starts_with(a.code, o.code)
)
SELECT company_id, voucher_id, t.amount AS accounts, m.amount AS moves
  FROM (SELECT t.company_id, t.voucher_id, sum(t.debit - t.credit) AS amount
          FROM cash c JOIN finance_vouchertotal t ON t.company_id = c.company_id AND t.account_id = c.id
         GROUP BY 1, 2) AS t
  FULL JOIN (SELECT company_id, voucher_id, sum(amount) AS amount FROM finance_cashmove GROUP BY 1, 2) AS m
       USING (company_id, voucher_id)
 WHERE coalesce(t.amount, 0) <> coalesce(m.amount, 0)
 LIMIT %(shown)s

-- dimension_totals_are_vouchers --   For each dimension, what is counted of an account is what the counted vouchers moved.
WITH counted AS (
    SELECT t.company_id, t.account_id, sum(t.debit) AS debit, sum(t.credit) AS credit
      FROM finance_countedvoucher c JOIN finance_vouchertotal t ON t.company_id = c.company_id AND t.voucher_id = c.voucher_id
     GROUP BY 1, 2
), held AS (
    SELECT company_id, account_id, dimension, sum(debit) AS debit, sum(credit) AS credit
      FROM finance_dimensiontotal GROUP BY 1, 2, 3
)
SELECT company_id, account_id, dimension, h.debit AS total_debit, c.debit, h.credit AS total_credit, c.credit
  FROM (SELECT * FROM counted CROSS JOIN unnest(ARRAY['party', 'unit', 'category', 'project', 'employee']) AS d(dimension)) c
  FULL JOIN held h USING (company_id, account_id, dimension)
 WHERE (h.debit, h.credit) IS DISTINCT FROM (c.debit, c.credit)
 LIMIT %(shown)s

-- counted_vouchers_are_sealed --   Only what is sealed is counted.
SELECT c.company_id, c.voucher_id FROM finance_countedvoucher c
  LEFT JOIN finance_voucher v ON v.company_id = c.company_id AND v.id = c.voucher_id AND v.state = 'posted'
 WHERE v.id IS NULL
 LIMIT %(shown)s
