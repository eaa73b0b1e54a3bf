-- receivables_found --   The open items of receivables a filter finds, newest first, by key.
SELECT i.id, CASE i.direction WHEN 'debit' THEN i.open_book ELSE -i.open_book END AS amount
  FROM finance_openitem i
 WHERE i.company_id = %(company)s
   AND i.account_id = ANY(ARRAY(SELECT k.account_id FROM finance_itemaccount k
                                 WHERE k.company_id = %(company)s AND k.side = 'receivable'))
   AND (%(before)s::bigint IS NULL OR i.id < %(before)s)
   AND (%(state)s::text IS NULL OR CASE %(state)s WHEN 'settled' THEN i.open_amount = 0
        WHEN 'overdue' THEN i.open_amount > 0 AND i.due_on < current_date ELSE i.open_amount > 0 END)
   AND (%(party)s::bigint IS NULL OR i.party_id = %(party)s)
   AND (%(account)s::bigint IS NULL OR i.account_id = %(account)s)
   AND (%(first)s::date IS NULL OR i.due_on >= %(first)s)
   AND (%(last)s::date IS NULL OR i.due_on <= %(last)s)
   AND (%(least)s::numeric IS NULL OR i.open_amount >= %(least)s)
   AND (%(most)s::numeric IS NULL OR i.open_amount <= %(most)s)
   AND (%(term)s::text IS NULL OR i.number LIKE %(term)s || '%%')
 ORDER BY i.id DESC
 LIMIT %(size)s

-- payables_found --   The open items of payables a filter finds, newest first, by key.
SELECT i.id, CASE i.direction WHEN 'credit' THEN i.open_book ELSE -i.open_book END AS amount
  FROM finance_openitem i
 WHERE i.company_id = %(company)s
   AND i.account_id = ANY(ARRAY(SELECT k.account_id FROM finance_itemaccount k
                                 WHERE k.company_id = %(company)s AND k.side = 'payable'))
   AND (%(before)s::bigint IS NULL OR i.id < %(before)s)
   AND (%(state)s::text IS NULL OR CASE %(state)s WHEN 'settled' THEN i.open_amount = 0
        WHEN 'overdue' THEN i.open_amount > 0 AND i.due_on < current_date ELSE i.open_amount > 0 END)
   AND (%(party)s::bigint IS NULL OR i.party_id = %(party)s)
   AND (%(account)s::bigint IS NULL OR i.account_id = %(account)s)
   AND (%(first)s::date IS NULL OR i.due_on >= %(first)s)
   AND (%(last)s::date IS NULL OR i.due_on <= %(last)s)
   AND (%(least)s::numeric IS NULL OR i.open_amount >= %(least)s)
   AND (%(most)s::numeric IS NULL OR i.open_amount <= %(most)s)
   AND (%(term)s::text IS NULL OR i.number LIKE %(term)s || '%%')
 ORDER BY i.id DESC
 LIMIT %(size)s

-- items --   Some open items as a list shows them.
SELECT i.id, i.kind, i.document_id, coalesce(nullif(i.number, ''), v.number, '') AS number, i.reference, i.direction,
       a.code AS account, a.name_en, a.name_zh, i.party_id, coalesce(p.code, '') AS party_code, coalesce(p.name, '') AS party,
       i.currency, i.amount, i.open_amount, CASE i.direction WHEN CASE k.side WHEN 'receivable' THEN 'debit' ELSE 'credit' END
       THEN i.open_book ELSE -i.open_book END AS open_book, i.fact_on, i.posting_on, i.due_on, i.settled_on,
       CASE WHEN i.open_amount = 0 THEN 'settled' WHEN i.due_on < current_date THEN 'overdue' ELSE 'open' END AS state,
       greatest(0, current_date - i.due_on) AS late
  FROM finance_openitem i
  JOIN finance_account a ON a.company_id = i.company_id AND a.id = i.account_id
  JOIN finance_itemaccount k ON k.company_id = i.company_id AND k.account_id = i.account_id
  LEFT JOIN parties_party p ON p.id = i.party_id
  LEFT JOIN finance_voucher v ON v.company_id = i.company_id AND v.id = i.voucher_id
 WHERE i.company_id = %(company)s AND i.id = ANY(%(ids)s::bigint[])
 ORDER BY i.id DESC

-- item_accounts --   The accounts that keep open items, for filters.
SELECT a.id, a.code || ' ' || a.name_zh AS name
  FROM finance_itemaccount k JOIN finance_account a ON a.company_id = k.company_id AND a.id = k.account_id
 WHERE k.company_id = %(company)s
 ORDER BY a.code

-- item_parties --   The parties that have something open, for filters.
SELECT p.id, p.code || ' ' || p.name AS name
  FROM parties_party p
 WHERE p.id IN (SELECT i.party_id FROM finance_openitem i WHERE i.company_id = %(company)s AND i.open_amount > 0)
 ORDER BY p.code
 LIMIT 500

-- documents_found --   The bills, receipts and payments a filter finds, newest first, by key.
SELECT d.id, d.amount
  FROM finance_itemdocument d
 WHERE d.company_id = %(company)s
   AND (%(before)s::bigint IS NULL OR d.id < %(before)s)
   AND (%(state)s::text IS NULL OR d.state = %(state)s)
   AND (%(kind)s::text IS NULL OR d.kind = %(kind)s)
   AND (%(party)s::bigint IS NULL OR d.party_id = %(party)s)
   AND (%(first)s::date IS NULL OR d.posting_on >= %(first)s)
   AND (%(last)s::date IS NULL OR d.posting_on <= %(last)s)
   AND (%(least)s::numeric IS NULL OR d.amount >= %(least)s)
   AND (%(most)s::numeric IS NULL OR d.amount <= %(most)s)
   AND (%(term)s::text IS NULL OR d.number LIKE %(term)s || '%%' OR d.reference LIKE %(term)s || '%%')
 ORDER BY d.id DESC
 LIMIT %(size)s

-- documents --   Some bills, receipts and payments as a list shows them.
SELECT d.id, d.number, d.kind, d.state, d.posting_on, d.reference, d.text, d.currency, d.amount, d.party_id,
       p.code || ' ' || p.name AS party, d.voucher_id, v.number AS voucher,
       coalesce(nullif(u.last_name || u.first_name, ''), u.username, '') AS author
  FROM finance_itemdocument d
  JOIN parties_party p ON p.id = d.party_id
  LEFT JOIN core_user u ON u.id = d.author_id
  LEFT JOIN finance_voucher v ON v.company_id = d.company_id AND v.id = d.voucher_id
 WHERE d.company_id = %(company)s AND d.id = ANY(%(ids)s::bigint[])
 ORDER BY d.id DESC

-- document --   One bill, receipt or payment.
SELECT d.id, d.company_id, d.number, d.kind, d.state, d.posting_on, d.document_on, d.due_on, d.reference, d.reason, d.text,
       d.currency, d.rate, d.amount, d.version, d.author_id, d.editor_id, d.party_id, p.code AS party_code,
       p.name AS party, a.code AS account, a.name_en, a.name_zh, d.voucher_id, v.number AS voucher,
       coalesce(nullif(u.last_name || u.first_name, ''), u.username, '') AS author,
       coalesce(nullif(w.last_name || w.first_name, ''), w.username, '') AS reviewer
  FROM finance_itemdocument d
  JOIN parties_party p ON p.id = d.party_id
  LEFT JOIN finance_account a ON a.company_id = d.company_id AND a.id = d.account_id
  LEFT JOIN core_user u ON u.id = d.author_id
  LEFT JOIN core_user w ON w.id = d.reviewer_id
  LEFT JOIN finance_voucher v ON v.company_id = d.company_id AND v.id = d.voucher_id
 WHERE d.id = %(id)s

-- lines --   Its lines with the words of what they name.
SELECT l.id, l.ordinal, l.account_id, a.code AS account, a.name_en, a.name_zh, l.amount, l.tax_amount AS tax, l.text,
       u.code AS unit, u.name_en AS unit_en, u.name_zh AS unit_zh, l.item_id AS item, l.item_amount,
       coalesce(nullif(i.number, ''), v.number, '') AS item_number, i.open_amount, i.currency AS item_currency
  FROM finance_itemdocumentline l
  LEFT JOIN finance_account a ON a.company_id = l.company_id AND a.id = l.account_id
  LEFT JOIN core_unit u ON u.id = l.unit_id
  LEFT JOIN finance_openitem i ON i.company_id = l.company_id AND i.id = l.item_id
  LEFT JOIN finance_voucher v ON v.company_id = i.company_id AND v.id = i.voucher_id
 WHERE l.company_id = %(company)s AND l.document_id = %(id)s
 ORDER BY l.ordinal
 LIMIT 2000

-- items_of --   The open items that a document made.
SELECT i.id FROM finance_openitem i WHERE i.company_id = %(company)s AND i.document_id = %(id)s ORDER BY i.id LIMIT 200

-- item --   One open item: its company and its party.
SELECT i.id, i.company_id, i.party_id, i.kind, i.document_id, i.voucher_id FROM finance_openitem i WHERE i.id = %(id)s

-- party --   One party by its number or by its code.
SELECT p.id, p.code, p.name FROM parties_party p
 WHERE p.id = %(id)s::bigint OR p.code = %(code)s::text
 LIMIT 1
