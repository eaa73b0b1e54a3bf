-- statements_found --   The statements a filter finds, newest first, by key.
SELECT s.id, s.payout_amount AS amount
  FROM sales_statement s
 WHERE s.company_id = %(company)s AND (%(before)s::bigint IS NULL OR s.id < %(before)s)
   AND (%(state)s::text IS NULL OR s.state = %(state)s)
   AND (%(shop)s::bigint IS NULL OR s.shop_id = %(shop)s)
   AND (%(first)s::date IS NULL OR s.last_on >= %(first)s)
   AND (%(last)s::date IS NULL OR s.last_on <= %(last)s)
   AND (%(least)s::numeric IS NULL OR s.payout_amount >= %(least)s)
   AND (%(most)s::numeric IS NULL OR s.payout_amount <= %(most)s)
   AND (%(term)s::text IS NULL OR s.number LIKE %(term)s || '%%' OR s.platform_number = %(term)s)
 ORDER BY s.id DESC
 LIMIT %(size)s

-- statements --   Some statements as a list shows them.
SELECT s.id, s.number, s.platform_number, s.state, s.first_on, s.last_on, s.lines, s.counts, s.gross_amount,
       s.refund_amount, s.fee_amount, s.payout_amount, h.name_en, h.name_zh,
       (SELECT count(*) FROM (SELECT FROM sales_difference d
                               WHERE d.company_id = s.company_id AND d.statement_id = s.id AND d.state IN ('open', 'handed_back')
                               LIMIT 1001) w) AS open
  FROM sales_statement s
  JOIN sales_shop h ON h.company_id = s.company_id AND h.id = s.shop_id
 WHERE s.company_id = %(company)s AND s.id = ANY(%(ids)s::bigint[])
 ORDER BY s.id DESC

-- statement --   One statement with its shop, its owner, its files and the receipt that paid it.
SELECT s.id, s.company_id, s.number, s.platform_number, s.state, s.first_on, s.last_on, s.posted_on, s.paid_on, s.rows,
       s.lines, s.first_line, s.last_line, s.counts, s.gross_amount, s.refund_amount, s.fee_amount, s.payout_amount,
       h.id AS shop_id, h.name_en, h.name_zh, f.name AS file_name, j.name AS rejected_name, j.sha256 AS rejected_sha256,
       r.bank_number, r.received_on,
       coalesce(nullif(CASE WHEN u.last_name ~ '^[A-Za-z]' THEN u.first_name || ' ' || u.last_name
                             ELSE u.last_name || u.first_name END, ''), u.username, '') AS owner
  FROM sales_statement s
  JOIN sales_shop h ON h.company_id = s.company_id AND h.id = s.shop_id
  JOIN core_file f ON f.id = s.file_id
  LEFT JOIN core_file j ON j.id = s.rejected_file_id
  LEFT JOIN finance_bankreceipt r ON r.company_id = s.company_id AND r.id = s.receipt_id
  LEFT JOIN core_user u ON u.id = h.owner_id
 WHERE s.id = %(id)s

-- receipts_open --   Bank receipts that pay nothing yet, newest first, to choose one of.
SELECT id, bank_number, reference, payer, amount, received_on FROM finance_bankreceipt
 WHERE company_id = %(company)s AND state = 'open' ORDER BY id DESC LIMIT 200

-- money --   What the statement moved, by component, with vouchers and accounts.
SELECT e.id AS event_id, e.kind, e.fact_on, e.posting_on, l.component, l.amount, l.line_id, p.code AS pending_code,
       p.event_id IS NOT NULL AS pending, j.voucher_id, v.number AS voucher, v.posting_on AS voucher_on,
       d.code AS debit, d.name_en AS debit_en, d.name_zh AS debit_zh,
       c.code AS credit, c.name_en AS credit_en, c.name_zh AS credit_zh, '' AS item
  FROM finance_event e
  JOIN finance_eventline l ON l.company_id = e.company_id AND l.event_id = e.id
  LEFT JOIN finance_eventpending p ON p.event_id = e.id
  LEFT JOIN finance_journalline j ON j.company_id = l.company_id AND j.id = l.id
  LEFT JOIN finance_voucher v ON v.company_id = j.company_id AND v.id = j.voucher_id
  LEFT JOIN finance_account d ON d.id = j.debit_account_id
  LEFT JOIN finance_account c ON c.id = j.credit_account_id
 WHERE e.company_id = %(company)s AND e.document_id = %(id)s
 ORDER BY e.id, l.id
 LIMIT 100

-- lines --   A page of a statement's lines that agree, through the range of their ids.
SELECT l.id, l.ordinal, l.order_no, l.order_id, l.gross_amount, l.refund_amount, l.fee_amount, l.net_amount, l.result,
       o.number, o.state, o.amount
  FROM sales_statementline l
  LEFT JOIN sales_order o ON o.company_id = l.company_id AND o.id = l.order_id
 WHERE l.company_id = %(company)s AND l.statement_id = %(id)s AND l.id BETWEEN %(first)s AND %(last)s
   AND (%(before)s::bigint IS NULL OR l.id < %(before)s) AND l.result IN ('matched', 'refund_matched')
 ORDER BY l.id DESC
 LIMIT %(size)s + 1

-- differences --   A page of differences by key: of a statement or of all, what waits unless said otherwise.
SELECT d.id, d.result, d.amount, d.state, d.note, d.raised_at, d.order_id, l.order_no, l.gross_amount, l.refund_amount,
       o.number, o.amount AS order_amount, s.id AS statement_id, s.number AS statement, h.name_en, h.name_zh,
       coalesce(nullif(CASE WHEN u.last_name ~ '^[A-Za-z]' THEN u.first_name || ' ' || u.last_name
                             ELSE u.last_name || u.first_name END, ''), u.username, '') AS owner
  FROM sales_difference d
  JOIN sales_statementline l ON l.company_id = d.company_id AND l.id = d.line_id
  JOIN sales_statement s ON s.company_id = d.company_id AND s.id = d.statement_id
  JOIN sales_shop h ON h.company_id = d.company_id AND h.id = d.shop_id
  LEFT JOIN sales_order o ON o.company_id = d.company_id AND o.id = d.order_id
  LEFT JOIN core_user u ON u.id = h.owner_id
 WHERE d.company_id = %(company)s AND (%(before)s::bigint IS NULL OR d.id < %(before)s)
   AND (%(statement)s::bigint IS NULL OR d.statement_id = %(statement)s)
   AND (%(result)s::text IS NULL OR d.result = %(result)s)
   AND (%(shop)s::bigint IS NULL OR d.shop_id = %(shop)s)
   AND (%(owner)s::bigint IS NULL OR h.owner_id = %(owner)s)
   AND (%(state)s::text IS NULL OR d.state = %(state)s)
   AND (%(state)s::text IN ('accepted', 'matched') OR %(statement)s::bigint IS NOT NULL OR d.state IN ('open', 'handed_back'))
 ORDER BY d.id DESC
 LIMIT %(size)s + 1

-- difference --   Where a difference is shown.
SELECT id, company_id, statement_id, result FROM sales_difference WHERE id = %(id)s

-- of_order --   What statements say of an order.
SELECT l.id, l.gross_amount, l.refund_amount, l.fee_amount, l.net_amount, l.result, l.difference_amount,
       s.id AS statement_id, s.number, s.platform_number, s.state, s.paid_on
  FROM sales_statementline l
  JOIN sales_statement s ON s.company_id = l.company_id AND s.id = l.statement_id
 WHERE l.company_id = %(company)s AND l.order_id = %(order)s
 ORDER BY l.id LIMIT 50

-- receipts_found --   The bank receipts a filter finds, newest first, by key.
SELECT r.id, r.amount
  FROM finance_bankreceipt r
 WHERE r.company_id = %(company)s AND (%(before)s::bigint IS NULL OR r.id < %(before)s)
   AND (%(state)s::text IS NULL OR r.state = %(state)s)
   AND (%(first)s::date IS NULL OR r.received_on >= %(first)s)
   AND (%(last)s::date IS NULL OR r.received_on <= %(last)s)
   AND (%(least)s::numeric IS NULL OR r.amount >= %(least)s)
   AND (%(most)s::numeric IS NULL OR r.amount <= %(most)s)
   AND (%(term)s::text IS NULL OR r.bank_number LIKE %(term)s || '%%' OR r.reference = %(term)s)
 ORDER BY r.id DESC
 LIMIT %(size)s

-- receipts --   Some bank receipts as a list shows them.
SELECT r.id, r.bank_number, r.reference, r.payer, r.amount, r.received_on, r.state, r.document_id, s.number AS statement,
       a.code AS account
  FROM finance_bankreceipt r
  JOIN finance_account a ON a.company_id = r.company_id AND a.id = r.account_id
  LEFT JOIN sales_statement s ON s.company_id = r.company_id AND s.id = r.document_id
 WHERE r.company_id = %(company)s AND r.id = ANY(%(ids)s::bigint[])
 ORDER BY r.id DESC

-- differences_found --   The differences a filter finds, newest first, by key: what waits unless a state is named.
SELECT d.id, d.amount
  FROM sales_difference d
 WHERE d.company_id = %(company)s AND (%(before)s::bigint IS NULL OR d.id < %(before)s)
   AND (%(state)s::text IS NULL OR d.state = %(state)s)
   AND (%(state)s::text IN ('accepted', 'matched') OR d.state IN ('open', 'handed_back'))
   AND (%(result)s::text IS NULL OR d.result = %(result)s)
   AND (%(shop)s::bigint IS NULL OR d.shop_id = %(shop)s)
   AND (%(owner)s::bigint IS NULL OR d.shop_id IN (SELECT id FROM sales_shop
         WHERE company_id = %(company)s AND owner_id = %(owner)s))
   AND (%(first)s::date IS NULL OR d.raised_at >= %(first)s::date)
   AND (%(last)s::date IS NULL OR d.raised_at < %(last)s::date + 1)
   AND (%(least)s::numeric IS NULL OR d.amount >= %(least)s)
   AND (%(most)s::numeric IS NULL OR d.amount <= %(most)s)
   AND (%(term)s::text IS NULL OR d.order_id IN (SELECT o.id FROM sales_order o
         WHERE o.company_id = %(company)s AND (o.number = %(term)s OR o.platform_number = %(term)s
           AND o.shop_id = ANY(ARRAY(SELECT id FROM sales_shop WHERE company_id = %(company)s)))))
 ORDER BY d.id DESC
 LIMIT %(size)s

-- differences_shown --   Some differences as a list shows them.
SELECT d.id, d.result, d.amount, d.state, d.note, d.raised_at, d.order_id, l.order_no, l.gross_amount, l.refund_amount,
       o.number, o.amount AS order_amount, s.id AS statement_id, s.number AS statement, h.name_en, h.name_zh,
       coalesce(nullif(CASE WHEN u.last_name ~ '^[A-Za-z]' THEN u.first_name || ' ' || u.last_name
                             ELSE u.last_name || u.first_name END, ''), u.username, '') AS owner
  FROM sales_difference d
  JOIN sales_statementline l ON l.company_id = d.company_id AND l.id = d.line_id
  JOIN sales_statement s ON s.company_id = d.company_id AND s.id = d.statement_id
  JOIN sales_shop h ON h.company_id = d.company_id AND h.id = d.shop_id
  LEFT JOIN sales_order o ON o.company_id = d.company_id AND o.id = d.order_id
  LEFT JOIN core_user u ON u.id = h.owner_id
 WHERE d.company_id = %(company)s AND d.id = ANY(%(ids)s::bigint[])
 ORDER BY d.id DESC

-- owners --   Who answers for a shop of the company, for filters.
SELECT u.id, coalesce(nullif(CASE WHEN u.last_name ~ '^[A-Za-z]' THEN u.first_name || ' ' || u.last_name
                                  ELSE u.last_name || u.first_name END, ''), u.username) AS name
  FROM core_user u
 WHERE u.id = ANY(ARRAY(SELECT owner_id FROM sales_shop WHERE company_id = %(company)s AND owner_id IS NOT NULL))
 ORDER BY name
