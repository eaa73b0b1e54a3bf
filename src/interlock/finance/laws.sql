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
SELECT company_id, account_id, h.dimension, h.debit AS total_debit, c.debit, h.credit AS total_credit, c.credit
  FROM counted c FULL JOIN held h USING (company_id, account_id)
 WHERE (h.debit, h.credit) IS DISTINCT FROM (c.debit, c.credit)
 LIMIT %(shown)s

-- counted_vouchers_are_sealed --   Only what is sealed is counted.
SELECT c.company_id, c.voucher_id FROM finance_countedvoucher c
  LEFT JOIN finance_voucher v ON v.company_id = c.company_id AND v.id = c.voucher_id AND v.state = 'posted'
 WHERE v.id IS NULL
 LIMIT %(shown)s

-- tax_invoices_are_lines --   A tax invoice is the sum of its lines, and a line of the revenue on it; a cancelled one holds none.
SELECT h.company_id, h.id AS invoice_id, l.id AS line_id, l.net_amount, p.net AS parts_net
  FROM finance_taxinvoice h
  LEFT JOIN finance_taxinvoiceline l ON l.company_id = h.company_id AND l.invoice_id = h.id
  LEFT JOIN (SELECT company_id, line_id, sum(quantity) AS quantity, sum(net_amount) AS net, sum(tax_amount) AS tax
               FROM finance_taxinvoicepart GROUP BY 1, 2) AS p ON p.company_id = l.company_id AND p.line_id = l.id
  LEFT JOIN (SELECT company_id, invoice_id, sum(net_amount) AS net, sum(tax_amount) AS tax
               FROM finance_taxinvoiceline GROUP BY 1, 2) AS s ON s.company_id = h.company_id AND s.invoice_id = h.id
 WHERE (h.net_amount, h.tax_amount) IS DISTINCT FROM (s.net, s.tax)
    OR (p.quantity, p.net, p.tax) IS DISTINCT FROM (CASE WHEN h.state = 'cancelled' THEN 0 ELSE l.quantity END,
        CASE WHEN h.state = 'cancelled' THEN 0 ELSE l.net_amount END, CASE WHEN h.state = 'cancelled' THEN 0 ELSE l.tax_amount END)
 LIMIT %(shown)s

-- red_letters_within --   What is kept as taken back of an invoice line is what its red letters take.
SELECT l.company_id, l.id AS line_id, l.red_net_amount, r.net
  FROM finance_taxinvoiceline l
  FULL JOIN (SELECT x.company_id, x.original_id AS id, -sum(x.net_amount) AS net, -sum(x.tax_amount) AS tax
               FROM finance_taxinvoiceline x
               JOIN finance_taxinvoice h ON h.company_id = x.company_id AND h.id = x.invoice_id AND h.state <> 'cancelled'
              WHERE x.original_id IS NOT NULL GROUP BY 1, 2) AS r ON r.company_id = l.company_id AND r.id = l.id
 WHERE (coalesce(l.red_net_amount, 0), coalesce(l.red_tax_amount, 0)) <> (coalesce(r.net, 0), coalesce(r.tax, 0))
 LIMIT %(shown)s

-- revenue_invoiced_once --   Of a line of revenue no more is invoiced or asked for than was recognised, and never less than nothing.
SELECT p.company_id, p.document_id, p.source_line_id, p.net, p.tax, e.net AS recognised_net, e.tax AS recognised_tax
  FROM (SELECT company_id, document_id, source_line_id, sum(net_amount) AS net, sum(tax_amount) AS tax
          FROM finance_taxinvoicepart GROUP BY 1, 2, 3) AS p
  LEFT JOIN (SELECT h.company_id, h.document_id, l.line_id, coalesce(sum(l.amount) FILTER (WHERE l.component <> 'vat'), 0) AS net,
                    coalesce(sum(l.amount) FILTER (WHERE l.component = 'vat'), 0) AS tax
               FROM finance_event h JOIN finance_eventline l ON l.company_id = h.company_id AND l.event_id = h.id
              WHERE h.kind = 'revenue_recognised' AND l.component IN ('net', 'subsidy', 'vat') GROUP BY 1, 2, 3) AS e
         ON e.company_id = p.company_id AND e.document_id = p.document_id AND e.line_id = p.source_line_id
 WHERE e.line_id IS NULL OR p.net < 0 OR p.tax < 0 OR p.net > e.net OR p.tax > e.tax
 LIMIT %(shown)s

-- input_invoices_are_lines --   An input invoice is the sum of its lines.
SELECT h.company_id, h.id AS invoice_id, h.net_amount, l.net, h.tax_amount, l.tax
  FROM finance_inputinvoice h
  LEFT JOIN (SELECT company_id, invoice_id, sum(net_amount) AS net, sum(tax_amount) AS tax
               FROM finance_inputinvoiceline GROUP BY 1, 2) AS l ON l.company_id = h.company_id AND l.invoice_id = h.id
 WHERE (h.net_amount, h.tax_amount) IS DISTINCT FROM (l.net, l.tax)
 LIMIT %(shown)s

-- offices_are_asked --   What is at the tax office has a message to it without an answer.
SELECT d.company_id, d.id AS document_id, d.state
  FROM (SELECT company_id, id, state FROM finance_taxinvoice WHERE state = 'sending'
        UNION ALL
        SELECT company_id, id, state FROM finance_inputinvoice WHERE state IN ('verifying', 'deducting')) AS d
 WHERE NOT EXISTS (SELECT FROM finance_gatewaymessage m
                    WHERE m.company_id = d.company_id AND m.document_id = d.id AND m.state IN ('waiting', 'failed'))
 LIMIT %(shown)s

-- credit_balances_are_their_entries --   What a group draws, may draw and was let draw is the sum of its entries.
SELECT coalesce(b.company_id, 0) AS company_id, b.group_id, b.share, b.exposure_amount, e.drawn, b.limit_amount, e.allowed,
       b.released_amount, e.released
  FROM finance_creditbalance b
  FULL JOIN (SELECT group_id, share,
                    coalesce(sum(delta_amount) FILTER (WHERE kind NOT IN ('limit', 'release')), 0) AS drawn,
                    coalesce(sum(delta_amount) FILTER (WHERE kind = 'limit'), 0) AS allowed,
                    coalesce(sum(delta_amount) FILTER (WHERE kind = 'release'), 0) AS released
               FROM finance_creditentry GROUP BY group_id, share) e ON e.group_id = b.group_id AND e.share = b.share
 WHERE (b.exposure_amount, b.limit_amount, b.released_amount)
       IS DISTINCT FROM (coalesce(e.drawn, 0), coalesce(e.allowed, 0), coalesce(e.released, 0)) LIMIT %(shown)s

-- credit_is_overdrawn_by_what_is_above --   Overdrawn is what is drawn above limit and releases, neither more nor less.
SELECT company_id, group_id, share, exposure_amount, limit_amount, released_amount, overdrawn_amount
  FROM finance_creditbalance
 WHERE overdrawn_amount <> greatest(0, exposure_amount - limit_amount - released_amount) LIMIT %(shown)s

-- credit_positions_are_their_entries --   What a company's documents of a kind draw is the sum of their entries.
SELECT coalesce(p.company_id, e.company_id) AS company_id, coalesce(p.group_id, e.group_id) AS group_id,
       coalesce(p.kind, e.kind) AS kind, p.amount, e.amount AS entries, p.delta_amount, e.delta_amount AS entries_delta
  FROM finance_creditposition p
  FULL JOIN (SELECT company_id, group_id, share, kind, sum(amount) AS amount, sum(delta_amount) AS delta_amount
               FROM finance_creditentry WHERE kind NOT IN ('limit', 'release')
              GROUP BY company_id, group_id, share, kind) e
    ON e.company_id = p.company_id AND e.group_id = p.group_id AND e.share = p.share AND e.kind = p.kind
 WHERE (p.amount, p.delta_amount) IS DISTINCT FROM (e.amount, e.delta_amount) LIMIT %(shown)s

-- credit_releases_are_released --   What is let pass now is what balances say was.
SELECT b.company_id, b.group_id, b.share, b.released_amount, r.amount
  FROM finance_creditbalance b
  LEFT JOIN (SELECT group_id, share, sum(amount) AS amount FROM finance_creditrelease WHERE state = 'active'
              GROUP BY group_id, share) r ON r.group_id = b.group_id AND r.share = b.share
 WHERE b.released_amount <> coalesce(r.amount, 0) LIMIT %(shown)s

-- credit_payments_are_the_books --   Of a voucher read whole, what credit took in is what the journal says of its customers.
SELECT e.company_id, e.document_id AS voucher_id, e.party_id, e.amount, j.amount AS journal
  FROM (SELECT company_id, document_id, party_id, sum(amount) AS amount FROM finance_creditentry
         WHERE document_kind = 'voucher' AND document_id <> 0 GROUP BY company_id, document_id, party_id) e
  LEFT JOIN (SELECT j.company_id, j.voucher_id, j.party_id, count(*) AS lines,
                    sum(CASE WHEN d.code LIKE ANY(p.likes) THEN j.amount ELSE 0 END
                        - CASE WHEN k.code LIKE ANY(p.likes) THEN j.amount ELSE 0 END) AS amount
               FROM finance_journalline j
              CROSS JOIN LATERAL (SELECT array_agg(a || '%%') AS likes FROM regexp_split_to_table(coalesce(
                        (SELECT value FROM core_parameter WHERE company_id = j.company_id AND code = 'credit.accounts'),
                        '1121 1122 2203 2241'), '\s+') AS a) p
               LEFT JOIN finance_account d ON d.id = j.debit_account_id
               LEFT JOIN finance_account k ON k.id = j.credit_account_id
              WHERE j.voucher_id IN (SELECT document_id FROM finance_creditentry WHERE document_kind = 'voucher')
              GROUP BY j.company_id, j.voucher_id, j.party_id) j
    ON j.company_id = e.company_id AND j.voucher_id = e.document_id AND j.party_id = e.party_id
  JOIN finance_voucher v ON v.company_id = e.company_id AND v.id = e.document_id AND v.state = 'posted'
  JOIN finance_creditreading r ON r.company_id = e.company_id AND r.voucher_id = e.document_id
   AND r.lines = (SELECT sum(t.lines) FROM finance_vouchertotal t WHERE t.voucher_id = v.id)
 WHERE e.amount IS DISTINCT FROM j.amount LIMIT %(shown)s

-- currency_lines_are_kept --   Every line on an account kept in a currency says what it moves in it, and no other does.
WITH line AS (
    SELECT t.company_id, t.account_id, sum(t.lines) AS lines
      FROM finance_vouchertotal t
      JOIN finance_account a ON a.company_id = t.company_id AND a.id = t.account_id AND a.currency_id IS NOT NULL
     GROUP BY 1, 2
), kept AS (
    SELECT company_id, account_id, count(*) AS lines FROM finance_currencyline GROUP BY 1, 2
)
SELECT company_id, account_id, l.lines, k.lines AS in_currency
  FROM line l FULL JOIN kept k USING (company_id, account_id)
 WHERE l.lines IS DISTINCT FROM k.lines
 LIMIT %(shown)s

-- currency_balances_are_lines --   What an account moved in its currency in a month is the sum of its lines.
WITH line AS (
    SELECT company_id, account_id, month, sum(amount) AS moved FROM finance_currencyline GROUP BY 1, 2, 3
)
SELECT company_id, account_id, month, l.moved, b.debit - b.credit AS balance
  FROM line l FULL JOIN finance_currencybalance b USING (company_id, account_id, month)
 WHERE coalesce(l.moved, 0) <> coalesce(b.debit - b.credit, 0)
 LIMIT %(shown)s

-- closed_months_are_revalued --   In a closed month that was revalued, the balance at the closing rate is the books'.
SELECT DISTINCT ON (r.company_id, r.account_id, r.month) r.company_id, r.account_id, r.month, f.balance, r.rate, b.books
  FROM finance_revaluation r
  JOIN core_period p ON p.company_id = r.company_id AND p.module = 'finance' AND p.month = r.month AND p.state = 'closed'
  JOIN LATERAL (SELECT coalesce(sum(debit - credit), 0) AS balance FROM finance_currencybalance
                 WHERE company_id = r.company_id AND account_id = r.account_id AND month <= r.month) f ON true
  JOIN LATERAL (SELECT coalesce(sum(debit - credit), 0) AS books FROM finance_accountbalance
                 WHERE company_id = r.company_id AND account_id = r.account_id AND month <= r.month) b ON true
 WHERE b.books <> round(f.balance * r.rate, 2)
   AND r.id = (SELECT max(x.id) FROM finance_revaluation x WHERE x.company_id = r.company_id
                  AND x.account_id = r.account_id AND x.month = r.month)
 LIMIT %(shown)s

-- items_are_the_books --   On an account with open items, what is open and what shops keep as a sum is the balance.
WITH balance AS (
    SELECT k.company_id, k.account_id, coalesce(sum(b.debit - b.credit), 0) AS amount
      FROM finance_itemaccount k
      LEFT JOIN finance_accountbalance b ON b.company_id = k.company_id AND b.account_id = k.account_id
     GROUP BY 1, 2
), item AS (
    SELECT i.company_id, i.account_id,
           sum(CASE i.direction WHEN 'debit' THEN i.open_book ELSE -i.open_book END) AS open_book,
           sum(CASE i.direction WHEN 'debit' THEN i.book_amount ELSE -i.book_amount END)
               FILTER (WHERE v.origin = 'automatic' AND u.kind = 'shop') AS of_shops
      FROM finance_openitem i
      JOIN finance_voucher v ON v.company_id = i.company_id AND v.id = i.voucher_id
      LEFT JOIN core_unit u ON u.id = v.unit_id
     GROUP BY 1, 2
), shop AS (
    SELECT t.company_id, t.account_id, sum(t.debit - t.credit) AS amount
      FROM finance_itemaccount k
      JOIN finance_vouchertotal t ON t.company_id = k.company_id AND t.account_id = k.account_id
      JOIN finance_voucher v ON v.company_id = t.company_id AND v.id = t.voucher_id AND v.origin = 'automatic'
      JOIN core_unit u ON u.id = v.unit_id AND u.kind = 'shop'
     GROUP BY 1, 2
)
SELECT b.company_id, b.account_id, b.amount AS balance, coalesce(i.open_book, 0) AS open_items,
       coalesce(s.amount, 0) - coalesce(i.of_shops, 0) AS of_shops
  FROM balance b
  LEFT JOIN item i ON i.company_id = b.company_id AND i.account_id = b.account_id
  LEFT JOIN shop s ON s.company_id = b.company_id AND s.account_id = b.account_id
 WHERE b.amount <> coalesce(i.open_book, 0) + coalesce(s.amount, 0) - coalesce(i.of_shops, 0)
 LIMIT %(shown)s

-- items_are_their_applications --   What is open of an item is its amount less what was applied of it, in both currencies.
WITH leg AS (
    SELECT company_id, debit_item_id AS item_id, debit_amount AS amount, debit_book AS book
      FROM finance_itemapplication WHERE debit_item_id IS NOT NULL
    UNION ALL
    SELECT company_id, credit_item_id, credit_amount, credit_book
      FROM finance_itemapplication WHERE credit_item_id IS NOT NULL
), summed AS (
    SELECT company_id, item_id AS id, sum(amount) AS amount, sum(book) AS book FROM leg GROUP BY 1, 2
)
SELECT company_id, id AS item_id, i.amount, i.open_amount, s.amount AS applied, i.book_amount, i.open_book, s.book
  FROM (SELECT company_id, id, amount, open_amount, book_amount, open_book FROM finance_openitem) AS i
  FULL JOIN summed s USING (company_id, id)
 WHERE i.amount - i.open_amount IS DISTINCT FROM coalesce(s.amount, 0)
    OR i.book_amount - i.open_book IS DISTINCT FROM coalesce(s.book, 0)
 LIMIT %(shown)s

-- applications_are_between_parties --   An application is between a debit and a credit item of one party, on or after both.
SELECT a.company_id, a.id AS application_id, d.id AS debit_item_id, k.id AS credit_item_id
  FROM finance_itemapplication a
  LEFT JOIN finance_openitem d ON d.company_id = a.company_id AND d.id = a.debit_item_id
  LEFT JOIN finance_openitem k ON k.company_id = a.company_id AND k.id = a.credit_item_id
 WHERE (a.debit_item_id IS NOT NULL AND d.direction IS DISTINCT FROM 'debit')
    OR (a.credit_item_id IS NOT NULL AND k.direction IS DISTINCT FROM 'credit')
    OR (a.kind = 'settle' AND d.party_id IS DISTINCT FROM k.party_id)
    OR a.applied_on < greatest(d.posting_on, k.posting_on)
 LIMIT %(shown)s

-- applications_are_taken_back_once --   A reversing entry repeats another, the other way round, once, with its own voucher.
SELECT a.company_id, a.id AS application_id, a.reverses_id, o.id AS original_id
  FROM finance_itemapplication a
  LEFT JOIN finance_itemapplication o ON o.company_id = a.company_id AND o.id = a.reverses_id
 WHERE a.reverses_id IS NOT NULL
   AND ((a.kind, a.debit_item_id, a.credit_item_id, a.debit_amount, a.credit_amount, a.debit_book, a.credit_book)
        IS DISTINCT FROM (o.kind, o.debit_item_id, o.credit_item_id, -o.debit_amount, -o.credit_amount, -o.debit_book,
                          -o.credit_book)
        OR o.reverses_id IS NOT NULL OR (a.voucher_id IS NULL) <> (o.voucher_id IS NULL)
        OR EXISTS (SELECT FROM finance_itemapplication b
                    WHERE b.company_id = a.company_id AND b.reverses_id = a.reverses_id AND b.id <> a.id))
 LIMIT %(shown)s

-- item_documents_are_lines --   A posted bill or charge is the sum of its lines; what it pays is no more than it moves.
WITH line AS (
    SELECT company_id, document_id AS id, sum(amount + tax_amount) AS amount FROM finance_itemdocumentline GROUP BY 1, 2
)
SELECT d.company_id, d.id AS document_id, d.number, d.amount, l.amount AS lines_amount
  FROM finance_itemdocument d LEFT JOIN line l ON l.company_id = d.company_id AND l.id = d.id
 WHERE CASE WHEN d.kind IN ('receipt', 'payment', 'refund')
            THEN d.state IN ('posted', 'reversed') AND (l.amount > d.amount OR d.voucher_id IS NULL)
            ELSE d.amount IS DISTINCT FROM l.amount END
 LIMIT %(shown)s
