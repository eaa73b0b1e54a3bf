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

-- event_currencies_are_lines --   What is said in another currency is said of an event line, with its sign.
SELECT c.company_id, c.id AS event_line_id, c.currency, c.amount, l.amount AS book_amount
  FROM finance_eventcurrency c
  JOIN core_company o ON o.id = c.company_id
  LEFT JOIN finance_eventline l ON l.company_id = c.company_id AND l.id = c.id AND l.event_id = c.event_id
 WHERE l.id IS NULL OR sign(l.amount) <> sign(c.amount) OR c.currency = o.currency_id
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
SELECT company_id, id AS item_id, i.amount, i.open_amount, s.amount AS applied, i.book_amount, i.revalued_book, i.open_book,
       s.book
  FROM (SELECT company_id, id, amount, open_amount, book_amount, revalued_book, open_book FROM finance_openitem) AS i
  FULL JOIN summed s USING (company_id, id)
 WHERE i.amount - i.open_amount IS DISTINCT FROM coalesce(s.amount, 0)
    OR i.book_amount + i.revalued_book - i.open_book IS DISTINCT FROM coalesce(s.book, 0)
 LIMIT %(shown)s

-- items_are_their_revaluations --   What an item was revalued by is the sum of its differences.
WITH summed AS (
    SELECT company_id, item_id AS id, sum(difference) AS difference FROM finance_itemrevaluation GROUP BY 1, 2
)
SELECT company_id, id AS item_id, i.revalued_book, s.difference
  FROM (SELECT company_id, id, revalued_book FROM finance_openitem WHERE revalued_book <> 0) AS i
  FULL JOIN summed s USING (company_id, id)
 WHERE coalesce(i.revalued_book, 0) <> coalesce(s.difference, 0)
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

-- budget_balances_are_their_entries --   What a line may spend, has promised and has spent is the sum of its entries.
SELECT coalesce(b.company_id, e.company_id) AS company_id, coalesce(b.line_id, e.line_id) AS line_id, b.total_amount, e.total,
       b.reserved_amount, e.reserved, b.used_amount, e.used
  FROM finance_budgetbalance b
  FULL JOIN (SELECT company_id, line_id, coalesce(sum(amount) FILTER (WHERE kind = 'adjust'), 0) AS total,
                    coalesce(sum(amount) FILTER (WHERE kind IN ('reserve', 'release')), 0) AS reserved,
                    coalesce(sum(amount) FILTER (WHERE kind IN ('use', 'reverse')), 0) AS used
               FROM finance_budgetentry GROUP BY 1, 2) e ON e.company_id = b.company_id AND e.line_id = b.line_id
 WHERE (b.total_amount, b.reserved_amount, b.used_amount)
       IS DISTINCT FROM (coalesce(e.total, 0), coalesce(e.reserved, 0), coalesce(e.used, 0))
    OR b.overdrawn_amount <> greatest(0, b.reserved_amount + b.used_amount - b.total_amount)
 LIMIT %(shown)s

-- budget_reservations_live --   What a document holds of a line is never below nothing, and what is over holds nothing.
SELECT e.company_id, e.line_id, e.document_kind, e.document_id, e.amount, d.state AS draft, p.state AS payment, c.state AS claim
  FROM (SELECT company_id, line_id, document_kind, document_id, sum(amount) AS amount FROM finance_budgetentry
         WHERE kind IN ('reserve', 'release') GROUP BY 1, 2, 3, 4 HAVING sum(amount) <> 0) e
  LEFT JOIN finance_voucherdraft d ON e.document_kind = 'voucher_draft' AND d.company_id = e.company_id AND d.id = e.document_id
  LEFT JOIN finance_paymentrequest p ON e.document_kind = 'payment' AND p.company_id = e.company_id AND p.id = e.document_id
  LEFT JOIN finance_expenseclaim c ON e.document_kind = 'expense_claim' AND c.company_id = e.company_id AND c.id = e.document_id
 WHERE e.amount < 0 OR d.state <> 'submitted' OR p.state IN ('draft', 'rejected', 'cancelled')
    OR c.state IN ('draft', 'withdrawn', 'refused')
 LIMIT %(shown)s

-- budgets_are_the_books --   What is used of a line with an account is what the vouchers that were read say of it.
WITH line AS MATERIALIZED (
    SELECT l.company_id, l.id, o.code, l.unit_id, l.project_id, l.month, g.starts_on, g.ends_on
      FROM finance_budget g
      JOIN finance_budgetline l ON l.company_id = g.company_id AND l.budget_id = g.id
      JOIN finance_budgetbalance b ON b.company_id = l.company_id AND b.line_id = l.id
      JOIN finance_account o ON o.company_id = l.company_id AND o.id = l.account_id
     WHERE g.state = 'open'
), whole AS MATERIALIZED (
    SELECT v.company_id, v.id, v.posting_on, v.origin, v.event_kind FROM finance_budgetreading r
      JOIN finance_voucher v ON v.company_id = r.company_id AND v.id = r.voucher_id AND v.event_kind <> 'profit_carried'
     WHERE r.lines = (SELECT sum(t.lines) FROM finance_vouchertotal t WHERE t.company_id = r.company_id AND t.voucher_id = r.voucher_id)
       AND NOT EXISTS (SELECT FROM finance_yearclosing y WHERE y.company_id = v.company_id AND v.id = ANY(y.vouchers || y.reversals))
), book AS (
    SELECT l.company_id, l.id AS line_id, w.id AS voucher_id, sum(x.amount) AS amount
      FROM whole w
      JOIN finance_journalline j ON j.company_id = w.company_id AND j.voucher_id = w.id
     CROSS JOIN LATERAL (VALUES (j.debit_account_id, j.amount), (j.credit_account_id, -j.amount)) AS x(account_id, amount)
      LEFT JOIN finance_voucherdraftline d ON w.origin = 'manual' AND d.company_id = j.company_id AND d.id = j.document_line_id
      LEFT JOIN finance_eventline n ON w.event_kind = 'expense_claimed' AND n.company_id = j.company_id AND n.id = j.id
      LEFT JOIN finance_event h ON h.company_id = n.company_id AND h.id = n.event_id
      LEFT JOIN finance_expenseclaim c ON c.company_id = h.company_id AND c.id = h.document_id
      JOIN finance_account a ON a.company_id = j.company_id AND a.id = x.account_id
      JOIN line l ON l.company_id = w.company_id AND starts_with(a.code, l.code) AND w.posting_on BETWEEN l.starts_on AND l.ends_on
       AND (l.month IS NULL OR l.month = date_trunc('month', w.posting_on)::date)
       AND (l.unit_id IS NULL OR l.unit_id = j.unit_id) AND (l.project_id IS NULL OR l.project_id = coalesce(d.project_id, c.project_id))
     GROUP BY 1, 2, 3
), used AS (
    SELECT e.company_id, e.line_id, e.document_id AS voucher_id, sum(e.amount) AS amount FROM finance_budgetentry e
      JOIN whole w ON w.company_id = e.company_id AND w.id = e.document_id
      JOIN line l ON l.company_id = e.company_id AND l.id = e.line_id
     WHERE e.document_kind = 'voucher' AND e.kind IN ('use', 'reverse') GROUP BY 1, 2, 3
)
SELECT company_id, line_id, voucher_id, u.amount AS used, b.amount AS books
  FROM book b FULL JOIN used u USING (company_id, line_id, voucher_id)
 WHERE coalesce(u.amount, 0) <> coalesce(b.amount, 0) LIMIT %(shown)s

-- allocations_are_even --   What units took is what the accounts gave, to the cent, and what the voucher moved.
SELECT x.company_id, x.id AS allocation_id, x.amount, l.amount AS parts, l.sources, v.amount AS voucher
  FROM finance_allocationrun x
  LEFT JOIN (SELECT company_id, allocation_id, sum(amount) AS amount, sum(source) AS sources
               FROM (SELECT company_id, allocation_id, account_id, sum(amount) AS amount, max(source_amount) AS source
                       FROM finance_allocationline GROUP BY 1, 2, 3) a GROUP BY 1, 2) l
         ON l.company_id = x.company_id AND l.allocation_id = x.id
  LEFT JOIN finance_voucher v ON v.company_id = x.company_id AND v.id = x.voucher_id AND v.state = 'posted'
 WHERE l.amount IS DISTINCT FROM x.amount OR l.sources IS DISTINCT FROM x.amount OR v.id IS NULL
    OR x.reversal_id IS NOT NULL AND NOT EXISTS (SELECT FROM finance_voucher r
                                                  WHERE r.company_id = x.company_id AND r.id = x.reversal_id AND r.amount = v.amount)
 LIMIT %(shown)s

-- claims_are_their_lines --   An expense claim is the sum of its lines, is paid no further than it is owed, and says paid when it is.
SELECT c.company_id, c.id AS claim_id, c.amount, l.amount AS lines, c.advance_amount, c.paid_amount, q.paid
  FROM finance_expenseclaim c
  LEFT JOIN (SELECT company_id, claim_id, sum(book_amount) AS amount, bool_or(abs(book_tax) > abs(book_amount)) AS odd
               FROM finance_expenseline GROUP BY 1, 2) AS l ON l.company_id = c.company_id AND l.claim_id = c.id
  LEFT JOIN (SELECT company_id, document_id, sum(amount) AS paid FROM finance_paymentrequest
              WHERE document_kind = 'expense_claim' AND state = 'paid' GROUP BY 1, 2) AS q
         ON q.company_id = c.company_id AND q.document_id = c.id
 WHERE c.amount IS DISTINCT FROM l.amount OR l.odd OR c.paid_amount <> coalesce(q.paid, 0)
    OR (c.state = 'paid') <> (c.state IN ('posted', 'paid') AND c.reverses_id IS NULL
                              AND c.paid_amount + c.advance_amount = c.amount)
 LIMIT %(shown)s

-- claims_are_in_the_books --   What claims in the books are about is what their events, and once posted the journal, say; no other claim has any.
SELECT c.company_id, c.id AS claim_id, c.state, c.amount, c.advance_amount, e.amount AS events, e.advance, e.journal
  FROM finance_expenseclaim c
  LEFT JOIN (SELECT h.company_id, h.document_id, sum(l.amount) FILTER (WHERE l.component <> 'advance') AS amount,
                    coalesce(sum(l.amount) FILTER (WHERE l.component = 'advance'), 0) AS advance, count(*) AS lines,
                    count(j.id) AS journal, bool_or(p.event_id IS NOT NULL) AS waits
               FROM finance_event h
               JOIN finance_eventline l ON l.company_id = h.company_id AND l.event_id = h.id
               LEFT JOIN finance_journalline j ON j.company_id = l.company_id AND j.id = l.id AND j.amount = abs(l.amount)
               LEFT JOIN finance_eventpending p ON p.company_id = h.company_id AND p.event_id = h.id
              WHERE h.kind = 'expense_claimed' GROUP BY 1, 2) AS e ON e.company_id = c.company_id AND e.document_id = c.id
 WHERE CASE WHEN c.state IN ('posted', 'paid', 'reversed')
            THEN (e.amount, e.advance) IS DISTINCT FROM (abs(c.amount), abs(c.advance_amount)) OR NOT e.waits AND e.journal <> e.lines
            ELSE e.document_id IS NOT NULL END
 LIMIT %(shown)s

-- fees_are_their_entries --   What is set aside and settled of a fee is the sum of its entries.
SELECT f.company_id, f.id AS fee_id, f.base_amount, e.base, f.accrued_amount, e.accrued, f.settled_amount, e.settled
  FROM finance_fee f
  FULL JOIN (SELECT company_id, fee_id, sum(base_amount) AS base, coalesce(sum(amount) FILTER (WHERE kind = 'accrue'), 0) AS accrued,
                    coalesce(sum(amount) FILTER (WHERE kind = 'settle'), 0) AS settled
               FROM finance_feeentry GROUP BY 1, 2) AS e ON e.company_id = f.company_id AND e.fee_id = f.id
 WHERE (f.base_amount, f.accrued_amount, f.settled_amount) IS DISTINCT FROM (e.base, e.accrued, e.settled)
 LIMIT %(shown)s

-- fees_are_told --   What a voucher of revenue sets aside is what its event told the books.
SELECT company_id, voucher_id, f.amount AS fees, e.amount AS event
  FROM (SELECT company_id, voucher_id, sum(amount) AS amount FROM finance_feeentry WHERE kind = 'accrue' GROUP BY 1, 2) AS f
  FULL JOIN (SELECT h.company_id, h.document_id AS voucher_id, sum(l.amount) AS amount
               FROM finance_event h JOIN finance_eventline l ON l.company_id = h.company_id AND l.event_id = h.id
              WHERE h.kind = 'fees_accrued' GROUP BY 1, 2) AS e USING (company_id, voucher_id)
 WHERE coalesce(f.amount, 0) <> coalesce(e.amount, 0)
 LIMIT %(shown)s

-- fees_are_billed --   What a bill settles of fees is its amount; one that was cancelled or reversed settles that or nothing.
SELECT e.company_id, e.document_id, e.amount AS settled, d.amount AS billed, d.state
  FROM (SELECT company_id, document_id, sum(amount) AS amount FROM finance_feeentry WHERE kind = 'settle' GROUP BY 1, 2) AS e
  LEFT JOIN finance_itemdocument d ON d.company_id = e.company_id AND d.id = e.document_id
 WHERE d.id IS NULL OR e.amount <> d.amount AND NOT (d.state IN ('cancelled', 'reversed') AND e.amount = 0)
 LIMIT %(shown)s
