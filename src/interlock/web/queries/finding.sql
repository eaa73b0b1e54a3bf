-- by_beginning --   Documents whose number begins so: each arm walks one unique index from its end and stops.
(SELECT 'order' AS kind, o.id, o.number, o.platform_number AS about, o.state, o.amount, o.order_on AS day FROM sales_order o
  WHERE 'order' = ANY(%(kinds)s::text[]) AND o.company_id = %(company)s AND o.number LIKE %(prefix)s ORDER BY o.number DESC LIMIT 5)
UNION ALL
(SELECT 'delivery', d.id, d.number, '', d.state, (SELECT sum(l.amount) FROM sales_deliveryline l WHERE l.delivery_id = d.id),
        coalesce(d.shipped_on, d.release_on) FROM sales_delivery d
  WHERE 'delivery' = ANY(%(kinds)s::text[]) AND d.company_id = %(company)s AND d.number LIKE %(prefix)s ORDER BY d.number DESC LIMIT 5)
UNION ALL
(SELECT 'order_change', c.id, c.number, o.number, c.state, c.amount, c.change_on FROM sales_changedocument c
   JOIN sales_order o ON o.company_id = c.company_id AND o.id = c.order_id
  WHERE 'order_change' = ANY(%(kinds)s::text[]) AND c.company_id = %(company)s AND c.number LIKE %(prefix)s ORDER BY c.number DESC LIMIT 5)
UNION ALL
(SELECT 'return', r.id, r.number, r.platform_number, r.state, r.amount, r.return_on FROM sales_return r
  WHERE 'return' = ANY(%(kinds)s::text[]) AND r.company_id = %(company)s AND r.number LIKE %(prefix)s ORDER BY r.number DESC LIMIT 5)
UNION ALL
(SELECT 'statement', s.id, s.number, s.platform_number, s.state, s.payout_amount, s.last_on FROM sales_statement s
  WHERE 'statement' = ANY(%(kinds)s::text[]) AND s.company_id = %(company)s AND s.number LIKE %(prefix)s ORDER BY s.number DESC LIMIT 5)
UNION ALL
(SELECT 'movement', m.id, m.number, '', m.state, NULL, m.movement_on FROM stock_movement m
  WHERE 'movement' = ANY(%(kinds)s::text[]) AND m.company_id = %(company)s AND m.number LIKE %(prefix)s ORDER BY m.number DESC LIMIT 5)
UNION ALL
(SELECT 'voucher', v.id, v.number, v.text, v.state, v.amount, v.posting_on FROM finance_voucher v
  WHERE 'voucher' = ANY(%(kinds)s::text[]) AND v.company_id = %(company)s AND v.number LIKE %(prefix)s ORDER BY v.number DESC LIMIT 5)
UNION ALL
(SELECT 'draft', d.id, d.number, d.text, d.state, d.amount, d.posting_on FROM finance_voucherdraft d
  WHERE 'draft' = ANY(%(kinds)s::text[]) AND d.company_id = %(company)s AND d.number LIKE %(prefix)s ORDER BY d.number DESC LIMIT 5)
UNION ALL
(SELECT 'expense_claim', c.id, c.number, c.purpose, c.state, c.amount, c.claimed_on FROM finance_expenseclaim c
  WHERE 'expense_claim' = ANY(%(kinds)s::text[]) AND c.company_id = %(company)s AND c.number LIKE %(prefix)s ORDER BY c.number DESC LIMIT 5)

-- by_number --   Documents of these numbers: what a mistyped or shortened number may have meant, each asked by its key.
(SELECT 'order' AS kind, o.id, o.number, o.platform_number AS about, o.state, o.amount, o.order_on AS day FROM sales_order o
  WHERE 'order' = ANY(%(kinds)s::text[]) AND o.company_id = %(company)s AND o.number = ANY(%(numbers)s::text[]) ORDER BY o.number DESC LIMIT 5)
UNION ALL
(SELECT 'delivery', d.id, d.number, '', d.state, (SELECT sum(l.amount) FROM sales_deliveryline l WHERE l.delivery_id = d.id),
        coalesce(d.shipped_on, d.release_on) FROM sales_delivery d
  WHERE 'delivery' = ANY(%(kinds)s::text[]) AND d.company_id = %(company)s AND d.number = ANY(%(numbers)s::text[]) ORDER BY d.number DESC LIMIT 5)
UNION ALL
(SELECT 'order_change', c.id, c.number, o.number, c.state, c.amount, c.change_on FROM sales_changedocument c
   JOIN sales_order o ON o.company_id = c.company_id AND o.id = c.order_id
  WHERE 'order_change' = ANY(%(kinds)s::text[]) AND c.company_id = %(company)s AND c.number = ANY(%(numbers)s::text[]) ORDER BY c.number DESC LIMIT 5)
UNION ALL
(SELECT 'return', r.id, r.number, r.platform_number, r.state, r.amount, r.return_on FROM sales_return r
  WHERE 'return' = ANY(%(kinds)s::text[]) AND r.company_id = %(company)s AND r.number = ANY(%(numbers)s::text[]) ORDER BY r.number DESC LIMIT 5)
UNION ALL
(SELECT 'statement', s.id, s.number, s.platform_number, s.state, s.payout_amount, s.last_on FROM sales_statement s
  WHERE 'statement' = ANY(%(kinds)s::text[]) AND s.company_id = %(company)s AND s.number = ANY(%(numbers)s::text[]) ORDER BY s.number DESC LIMIT 5)
UNION ALL
(SELECT 'movement', m.id, m.number, '', m.state, NULL, m.movement_on FROM stock_movement m
  WHERE 'movement' = ANY(%(kinds)s::text[]) AND m.company_id = %(company)s AND m.number = ANY(%(numbers)s::text[]) ORDER BY m.number DESC LIMIT 5)
UNION ALL
(SELECT 'voucher', v.id, v.number, v.text, v.state, v.amount, v.posting_on FROM finance_voucher v
  WHERE 'voucher' = ANY(%(kinds)s::text[]) AND v.company_id = %(company)s AND v.number = ANY(%(numbers)s::text[]) ORDER BY v.number DESC LIMIT 5)
UNION ALL
(SELECT 'draft', d.id, d.number, d.text, d.state, d.amount, d.posting_on FROM finance_voucherdraft d
  WHERE 'draft' = ANY(%(kinds)s::text[]) AND d.company_id = %(company)s AND d.number = ANY(%(numbers)s::text[]) ORDER BY d.number DESC LIMIT 5)
UNION ALL
(SELECT 'expense_claim', c.id, c.number, c.purpose, c.state, c.amount, c.claimed_on FROM finance_expenseclaim c
  WHERE 'expense_claim' = ANY(%(kinds)s::text[]) AND c.company_id = %(company)s AND c.number = ANY(%(numbers)s::text[]) ORDER BY c.number DESC LIMIT 5)

-- money_by_beginning --   The same of the documents of money: invoices, letters, payments and statements.
(SELECT 'tax_invoice' AS kind, t.id, t.number, t.buyer_name AS about, t.state, t.amount, coalesce(t.issued_on, t.requested_on) AS day FROM finance_taxinvoice t
  WHERE 'tax_invoice' = ANY(%(kinds)s::text[]) AND t.company_id = %(company)s AND t.number LIKE %(prefix)s ORDER BY t.number DESC LIMIT 5)
UNION ALL
(SELECT 'input_invoice', t.id, t.number, t.seller_name, t.state, t.amount, t.issued_on FROM finance_inputinvoice t
  WHERE 'input_invoice' = ANY(%(kinds)s::text[]) AND t.company_id = %(company)s AND t.number LIKE %(prefix)s ORDER BY t.number DESC LIMIT 5)
UNION ALL
(SELECT 'dunning', t.id, t.number, (SELECT p.name FROM parties_party p WHERE p.id = t.party_id), t.state, t.amount, t.written_on FROM finance_dunningletter t
  WHERE 'dunning' = ANY(%(kinds)s::text[]) AND t.company_id = %(company)s AND t.number LIKE %(prefix)s ORDER BY t.number DESC LIMIT 5)
UNION ALL
(SELECT 'account_statement', t.id, t.number, (SELECT p.name FROM parties_party p WHERE p.id = t.party_id), t.state, t.closing, t.last_on FROM finance_accountstatement t
  WHERE 'account_statement' = ANY(%(kinds)s::text[]) AND t.company_id = %(company)s AND t.number LIKE %(prefix)s ORDER BY t.number DESC LIMIT 5)
UNION ALL
(SELECT 'item_document', t.id, t.number, t.text, t.state, t.amount, t.posting_on FROM finance_itemdocument t
  WHERE 'item_document' = ANY(%(kinds)s::text[]) AND t.company_id = %(company)s AND t.number LIKE %(prefix)s ORDER BY t.number DESC LIMIT 5)
UNION ALL
(SELECT 'payment', t.id, t.number, t.payee, t.state, t.amount, t.due_on FROM finance_paymentrequest t
  WHERE 'payment' = ANY(%(kinds)s::text[]) AND t.company_id = %(company)s AND t.number LIKE %(prefix)s ORDER BY t.number DESC LIMIT 5)
UNION ALL
(SELECT 'payment_run', t.id, t.number, t.message, t.state, t.amount, t.pay_on FROM finance_paymentrun t
  WHERE 'payment_run' = ANY(%(kinds)s::text[]) AND t.company_id = %(company)s AND t.number LIKE %(prefix)s ORDER BY t.number DESC LIMIT 5)
UNION ALL
(SELECT 'bank_statement', t.id, t.number, '', '', t.closing, t.stated_on FROM finance_bankstatement t
  WHERE 'bank_statement' = ANY(%(kinds)s::text[]) AND t.company_id = %(company)s AND t.number LIKE %(prefix)s ORDER BY t.number DESC LIMIT 5)

-- money_by_number --   Documents of money of these numbers.
(SELECT 'tax_invoice' AS kind, t.id, t.number, t.buyer_name AS about, t.state, t.amount, coalesce(t.issued_on, t.requested_on) AS day FROM finance_taxinvoice t
  WHERE 'tax_invoice' = ANY(%(kinds)s::text[]) AND t.company_id = %(company)s AND t.number = ANY(%(numbers)s::text[]) ORDER BY t.number DESC LIMIT 5)
UNION ALL
(SELECT 'input_invoice', t.id, t.number, t.seller_name, t.state, t.amount, t.issued_on FROM finance_inputinvoice t
  WHERE 'input_invoice' = ANY(%(kinds)s::text[]) AND t.company_id = %(company)s AND t.number = ANY(%(numbers)s::text[]) ORDER BY t.number DESC LIMIT 5)
UNION ALL
(SELECT 'dunning', t.id, t.number, (SELECT p.name FROM parties_party p WHERE p.id = t.party_id), t.state, t.amount, t.written_on FROM finance_dunningletter t
  WHERE 'dunning' = ANY(%(kinds)s::text[]) AND t.company_id = %(company)s AND t.number = ANY(%(numbers)s::text[]) ORDER BY t.number DESC LIMIT 5)
UNION ALL
(SELECT 'account_statement', t.id, t.number, (SELECT p.name FROM parties_party p WHERE p.id = t.party_id), t.state, t.closing, t.last_on FROM finance_accountstatement t
  WHERE 'account_statement' = ANY(%(kinds)s::text[]) AND t.company_id = %(company)s AND t.number = ANY(%(numbers)s::text[]) ORDER BY t.number DESC LIMIT 5)
UNION ALL
(SELECT 'item_document', t.id, t.number, t.text, t.state, t.amount, t.posting_on FROM finance_itemdocument t
  WHERE 'item_document' = ANY(%(kinds)s::text[]) AND t.company_id = %(company)s AND t.number = ANY(%(numbers)s::text[]) ORDER BY t.number DESC LIMIT 5)
UNION ALL
(SELECT 'payment', t.id, t.number, t.payee, t.state, t.amount, t.due_on FROM finance_paymentrequest t
  WHERE 'payment' = ANY(%(kinds)s::text[]) AND t.company_id = %(company)s AND t.number = ANY(%(numbers)s::text[]) ORDER BY t.number DESC LIMIT 5)
UNION ALL
(SELECT 'payment_run', t.id, t.number, t.message, t.state, t.amount, t.pay_on FROM finance_paymentrun t
  WHERE 'payment_run' = ANY(%(kinds)s::text[]) AND t.company_id = %(company)s AND t.number = ANY(%(numbers)s::text[]) ORDER BY t.number DESC LIMIT 5)
UNION ALL
(SELECT 'bank_statement', t.id, t.number, '', '', t.closing, t.stated_on FROM finance_bankstatement t
  WHERE 'bank_statement' = ANY(%(kinds)s::text[]) AND t.company_id = %(company)s AND t.number = ANY(%(numbers)s::text[]) ORDER BY t.number DESC LIMIT 5)

-- shortened --   The numbers that end in these digits, of the three latest months of each kind that got so far.
SELECT n.number
  FROM (SELECT c.kind, core_number(core_prefix(c.company_id, c.kind), c.month, %(digits)s) AS number,
               row_number() OVER (PARTITION BY c.kind ORDER BY c.month DESC) AS place
          FROM core_counter c
         WHERE c.company_id = %(company)s AND c.last_number >= %(digits)s) n
 WHERE n.place <= 3

-- foreign --   What carries a number of others: platform orders, statements, receipts, invoices and serial numbers.
(SELECT 'order' AS kind, o.id, o.number, o.platform_number AS about, o.state, o.amount, o.order_on AS day
   FROM sales_shop s
  CROSS JOIN LATERAL (SELECT f.id, f.number, f.platform_number, f.state, f.amount, f.order_on FROM sales_order f
       WHERE f.company_id = %(company)s AND f.shop_id = s.id AND f.platform_number LIKE %(typed)s
       ORDER BY f.platform_number LIMIT 3) o
  WHERE 'order' = ANY(%(kinds)s::text[]) AND s.company_id = %(company)s LIMIT 5)
UNION ALL
(SELECT 'statement', t.id, t.number, t.platform_number, t.state, t.payout_amount, t.last_on
   FROM sales_shop s
   JOIN sales_statement t ON t.company_id = %(company)s AND t.shop_id = s.id AND t.platform_number LIKE %(typed)s
  WHERE 'statement' = ANY(%(kinds)s::text[]) AND s.company_id = %(company)s LIMIT 5)
UNION ALL
(SELECT 'receipt', r.id, r.bank_number, r.payer, r.state, r.amount, r.received_on
   FROM finance_account a
   JOIN finance_bankreceipt r ON r.company_id = %(company)s AND r.account_id = a.id AND r.bank_number LIKE %(typed)s
  WHERE 'receipt' = ANY(%(kinds)s::text[]) AND a.company_id = %(company)s LIMIT 5)
UNION ALL
(SELECT 'tax_invoice', t.id, t.number, t.invoice_number, t.state, t.amount, t.issued_on FROM finance_taxinvoice t
  WHERE 'tax_invoice' = ANY(%(kinds)s::text[]) AND t.company_id = %(company)s AND t.invoice_number <> '' AND t.invoice_number LIKE %(typed)s
  ORDER BY t.invoice_number LIMIT 5)
UNION ALL
(SELECT 'input_invoice', t.id, t.number, t.seller_name, t.state, t.amount, t.issued_on FROM finance_inputinvoice t
  WHERE 'input_invoice' = ANY(%(kinds)s::text[]) AND t.company_id = %(company)s AND t.number LIKE %(typed)s
  ORDER BY t.number LIMIT 5)
UNION ALL
(SELECT 'serial', p.id, p.number, CASE WHEN %(chinese)s THEN i.name_zh ELSE i.name_en END, p.state, NULL, NULL
   FROM items_item i
  CROSS JOIN LATERAL (SELECT f.id, f.number, f.state FROM stock_serial f
       WHERE f.company_id = %(company)s AND f.item_id = i.id AND f.number LIKE %(prefix)s ORDER BY f.number LIMIT 3) p
  WHERE 'serial' = ANY(%(kinds)s::text[]) AND i.serial_tracked LIMIT 5)

-- foreign_near --   Platform orders and serial numbers with two neighbouring characters the other way round.
(SELECT 'order' AS kind, o.id, o.number, o.platform_number AS about, o.state, o.amount, o.order_on AS day
   FROM sales_shop s
   JOIN sales_order o ON o.company_id = %(company)s AND o.shop_id = s.id AND o.platform_number = ANY(%(numbers)s::text[])
  WHERE 'order' = ANY(%(kinds)s::text[]) AND s.company_id = %(company)s LIMIT 5)
UNION ALL
(SELECT 'serial', p.id, p.number, CASE WHEN %(chinese)s THEN i.name_zh ELSE i.name_en END, p.state, NULL, NULL
   FROM items_item i
   JOIN stock_serial p ON p.company_id = %(company)s AND p.item_id = i.id AND p.number = ANY(%(numbers)s::text[])
  WHERE 'serial' = ANY(%(kinds)s::text[]) AND i.serial_tracked LIMIT 5)

-- threshold --   How much of a word must agree: three of five letters' trigrams are lost when two change places.
-- And whether names wait to be spelled: asked here, so that a search where none does costs no statement more.
SELECT set_config('pg_trgm.word_similarity_threshold', '0.4', false) AS threshold,
       EXISTS (SELECT FROM items_itemsearch WHERE spelling IS NULL) AS items,
       EXISTS (SELECT FROM parties_partysearch WHERE spelling IS NULL) AS parties

-- items --   Items like the term: through the trigrams of code and names, pinyin, and the pairs of Chinese letters.
WITH near AS (
    (SELECT id FROM items_item
      WHERE %(term)s::text <%% lower(code || ' ' || name_en || ' ' || name_zh || ' ' || barcode) LIMIT 200)
    UNION (SELECT id FROM items_item WHERE %(grams)s::text[] <> '{}' AND core_grams(name_zh) @> %(grams)s::text[] LIMIT 200)
    UNION (SELECT id FROM items_item WHERE %(grams)s::text[] <> '{}' AND core_grams(name_zh) && %(grams)s::text[] LIMIT 200)
    UNION (SELECT id FROM items_item WHERE code LIKE %(prefix)s ORDER BY code LIMIT 5)
    UNION (SELECT id FROM items_item WHERE barcode = %(typed)s AND barcode <> '')
    UNION (SELECT item_id FROM items_itemsearch WHERE spelling LIKE ANY(%(spelled)s::text[]) LIMIT 200))
SELECT 'item' AS kind, i.id, i.code AS number, CASE WHEN %(chinese)s THEN i.name_zh ELSE i.name_en END AS about, i.state,
       NULL::numeric AS amount, NULL::date AS day, r.nearness
  FROM near n
  JOIN items_item i ON i.id = n.id
  LEFT JOIN items_itemsearch s ON s.item_id = n.id
 CROSS JOIN LATERAL (SELECT greatest(CASE WHEN s.spelling LIKE ANY((%(spelled)s::text[])[1:2]) THEN 1
                                          WHEN s.spelling LIKE ANY(%(spelled)s::text[]) THEN 0.8 ELSE 0 END,
       CASE WHEN lower(i.code) = %(term)s OR i.barcode = %(typed)s THEN 3
                                          WHEN starts_with(lower(i.code), %(term)s) THEN 2 ELSE 0 END,
       word_similarity(%(term)s, lower(i.code || ' ' || i.name_en || ' ' || i.name_zh || ' ' || i.barcode)),
       (SELECT count(*) FROM unnest(%(grams)s::text[]) g WHERE strpos(i.name_zh, g) > 0)::float
         / greatest(cardinality(%(grams)s::text[]), 1)) AS nearness) r
 WHERE r.nearness >= 0.4
 ORDER BY r.nearness DESC, i.code
 LIMIT 5

-- parties --   Parties like the term, the same way.
WITH near AS (
    (SELECT id FROM parties_party WHERE %(term)s::text <%% lower(code || ' ' || name || ' ' || uscc) LIMIT 200)
    UNION (SELECT id FROM parties_party WHERE %(grams)s::text[] <> '{}' AND core_grams(name) @> %(grams)s::text[] LIMIT 200)
    UNION (SELECT id FROM parties_party WHERE %(grams)s::text[] <> '{}' AND core_grams(name) && %(grams)s::text[] LIMIT 200)
    UNION (SELECT id FROM parties_party WHERE code LIKE %(prefix)s ORDER BY code LIMIT 5)
    UNION (SELECT party_id FROM parties_partysearch WHERE spelling LIKE ANY(%(spelled)s::text[]) LIMIT 200))
SELECT 'party' AS kind, p.id, p.code AS number, p.name AS about, p.state, NULL::numeric AS amount, NULL::date AS day, r.nearness
  FROM near n
  JOIN parties_party p ON p.id = n.id
  LEFT JOIN parties_partysearch s ON s.party_id = n.id
 CROSS JOIN LATERAL (SELECT greatest(CASE WHEN s.spelling LIKE ANY((%(spelled)s::text[])[1:2]) THEN 1
                                          WHEN s.spelling LIKE ANY(%(spelled)s::text[]) THEN 0.8 ELSE 0 END,
       CASE WHEN lower(p.code) = %(term)s THEN 3
                                          WHEN starts_with(lower(p.code), %(term)s) THEN 2 ELSE 0 END,
       word_similarity(%(term)s, lower(p.code || ' ' || p.name || ' ' || p.uscc)),
       (SELECT count(*) FROM unnest(%(grams)s::text[]) g WHERE strpos(p.name, g) > 0)::float
         / greatest(cardinality(%(grams)s::text[]), 1)) AS nearness) r
 WHERE r.nearness >= 0.4
 ORDER BY r.nearness DESC, p.code
 LIMIT 5

-- places --   Shops, warehouses, accounts and promotions of the company like the term: few, so each is looked at.
SELECT f.kind, f.id, f.code AS number, CASE WHEN %(chinese)s THEN f.name_zh ELSE f.name_en END AS about, f.state,
       NULL::numeric AS amount, NULL::date AS day, r.nearness
  FROM (SELECT 'shop' AS kind, id, code, name_en, name_zh, state FROM sales_shop WHERE company_id = %(company)s
        UNION ALL SELECT 'warehouse', id, code, name_en, name_zh, state FROM stock_warehouse WHERE company_id = %(company)s
        UNION ALL SELECT 'account', id, code, name_en, name_zh, '' FROM finance_account WHERE company_id = %(company)s
        UNION ALL (SELECT 'promotion', id, code, name_en, name_zh, '' FROM sales_promotion
                    WHERE company_id = %(company)s ORDER BY id DESC LIMIT 1000)
        UNION ALL (SELECT 'credit_group', id, code, name_en, name_zh, '' FROM finance_creditgroup
                    WHERE company_id = %(company)s ORDER BY id DESC LIMIT 1000)) f
 CROSS JOIN LATERAL (SELECT greatest(CASE WHEN lower(f.code) = %(term)s THEN 3
                                          WHEN starts_with(lower(f.code), %(term)s) THEN 2 ELSE 0 END,
       word_similarity(%(term)s, lower(f.code || ' ' || f.name_en || ' ' || f.name_zh)),
       (SELECT count(*) FROM unnest(%(grams)s::text[]) g WHERE strpos(f.name_zh, g) > 0)::float
         / greatest(cardinality(%(grams)s::text[]), 1)) AS nearness) r
 WHERE f.kind = ANY(%(kinds)s::text[]) AND r.nearness >= 0.4
 ORDER BY r.nearness DESC, f.code
 LIMIT 12

-- people --   People who work in the company, like the term.
WITH near AS (
    (SELECT id FROM core_user WHERE %(term)s::text
       <%% lower(username || ' ' || last_name || first_name || ' ' || first_name || ' ' || last_name) LIMIT 200)
    UNION (SELECT id FROM core_user WHERE %(grams)s::text[] <> '{}' AND core_grams(
       lower(username || ' ' || last_name || first_name || ' ' || first_name || ' ' || last_name)) && %(grams)s::text[] LIMIT 200))
SELECT 'user' AS kind, u.id, u.username AS number, CASE WHEN u.last_name ~ '^[A-Za-z]' THEN u.first_name || ' ' || u.last_name
         ELSE u.last_name || u.first_name END AS about, '' AS state, NULL::numeric AS amount, NULL::date AS day, r.nearness
  FROM near n
  JOIN core_user u ON u.id = n.id
 CROSS JOIN LATERAL (SELECT lower(u.username || ' ' || u.last_name || u.first_name || ' ' || u.first_name || ' ' || u.last_name)) t(text)
 CROSS JOIN LATERAL (SELECT greatest(CASE WHEN lower(u.username) = %(term)s THEN 3 ELSE 0 END, word_similarity(%(term)s, t.text),
       (SELECT count(*) FROM unnest(%(grams)s::text[]) g WHERE strpos(t.text, g) > 0)::float
         / greatest(cardinality(%(grams)s::text[]), 1)) AS nearness) r
 WHERE r.nearness >= 0.4
   AND EXISTS (SELECT FROM core_membership m WHERE m.company_id = %(company)s AND m.user_id = u.id)
 ORDER BY r.nearness DESC, u.username
 LIMIT 5
