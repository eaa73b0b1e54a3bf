-- drafts_found --   The vouchers by hand a filter finds, newest first, by key.
SELECT d.id, d.amount
  FROM finance_voucherdraft d
 WHERE d.company_id = %(company)s
   AND (%(before)s::bigint IS NULL OR d.id < %(before)s) /* own: d.id */
   AND (%(state)s::text IS NULL OR d.state = %(state)s)
   AND (%(kind)s::text IS NULL OR d.kind = %(kind)s)
   AND (%(author)s::bigint IS NULL OR %(author)s IN (d.author_id, d.editor_id))
   AND (%(first)s::date IS NULL OR d.posting_on >= %(first)s)
   AND (%(last)s::date IS NULL OR d.posting_on <= %(last)s)
   AND (%(least)s::numeric IS NULL OR d.amount >= %(least)s)
   AND (%(most)s::numeric IS NULL OR d.amount <= %(most)s)
   AND (%(term)s::text IS NULL OR d.number LIKE %(term)s || '%%')
 ORDER BY d.id DESC
 LIMIT %(size)s

-- drafts --   Some vouchers by hand as a list shows them.
SELECT d.id, d.number, d.kind, d.state, d.posting_on, d.text, d.amount, d.note, d.voucher_id, v.number AS voucher,
       coalesce(nullif(u.last_name || u.first_name, ''), u.username, '') AS author
  FROM finance_voucherdraft d
  LEFT JOIN core_user u ON u.id = d.author_id
  LEFT JOIN finance_voucher v ON v.company_id = d.company_id AND v.id = d.voucher_id
 WHERE d.company_id = %(company)s AND d.id = ANY(%(ids)s::bigint[])
 ORDER BY d.id DESC

-- authors --   Who may have written one, for filters: the people of the company.
SELECT u.id, coalesce(nullif(CASE WHEN u.last_name ~ '^[A-Za-z]' THEN u.first_name || ' ' || u.last_name
                                  ELSE u.last_name || u.first_name END, ''), u.username) AS name
  FROM core_user u
 WHERE u.id = ANY(ARRAY(SELECT user_id FROM core_membership WHERE company_id = %(company)s))
 ORDER BY name
 LIMIT 500

-- draft --   One voucher by hand.
SELECT d.id, d.company_id, d.number, d.kind, d.state, d.posting_on, d.text, d.amount, d.note, d.version, d.author_id,
       d.editor_id, d.reverses_id, d.voucher_id, v.number AS voucher, r.number AS reverses,
       coalesce(nullif(u.last_name || u.first_name, ''), u.username, '') AS author,
       coalesce(nullif(w.last_name || w.first_name, ''), w.username, '') AS reviewer
  FROM finance_voucherdraft d
  LEFT JOIN core_user u ON u.id = d.author_id
  LEFT JOIN core_user w ON w.id = d.reviewer_id
  LEFT JOIN finance_voucher v ON v.company_id = d.company_id AND v.id = d.voucher_id
  LEFT JOIN finance_voucher r ON r.company_id = d.company_id AND r.id = d.reverses_id
 WHERE d.id = %(id)s

-- lines --   Its lines with the words of what they name.
SELECT l.id, l.ordinal, l.account_id, a.code AS account, a.name_en, a.name_zh, l.debit, l.credit, l.text, u.code AS unit,
       u.name_en AS unit_en, u.name_zh AS unit_zh, p.code AS party, p.name AS party_name, i.code AS item,
       j.code AS project, j.name_en AS project_en, j.name_zh AS project_zh, e.code AS employee,
       e.name_en AS employee_en, e.name_zh AS employee_zh, c.code AS cash_item, c.name_en AS cash_en, c.name_zh AS cash_zh,
       l.currency_id AS currency, l.currency_amount, l.rate
  FROM finance_voucherdraftline l
  JOIN finance_account a ON a.company_id = l.company_id AND a.id = l.account_id
  LEFT JOIN core_unit u ON u.id = l.unit_id
  LEFT JOIN parties_party p ON p.id = l.party_id
  LEFT JOIN items_item i ON i.id = l.item_id
  LEFT JOIN finance_dimensionvalue j ON j.id = l.project_id
  LEFT JOIN finance_dimensionvalue e ON e.id = l.employee_id
  LEFT JOIN finance_dimensionvalue c ON c.id = l.cash_item_id
 WHERE l.company_id = %(company)s AND l.draft_id = %(id)s
 ORDER BY l.ordinal
 LIMIT 2000

-- template_lines --   The lines of a template, to begin from.
SELECT t.text AS head, a.code AS account, l.debit, l.credit, l.text, u.code AS unit, p.code AS party, i.code AS item,
       j.code AS project, e.code AS employee, c.code AS cash_item, l.currency_id AS currency, l.currency_amount,
       l.rate
  FROM finance_vouchertemplate t
  JOIN finance_vouchertemplateline l ON l.company_id = t.company_id AND l.template_id = t.id
  JOIN finance_account a ON a.company_id = l.company_id AND a.id = l.account_id
  LEFT JOIN core_unit u ON u.id = l.unit_id
  LEFT JOIN parties_party p ON p.id = l.party_id
  LEFT JOIN items_item i ON i.id = l.item_id
  LEFT JOIN finance_dimensionvalue j ON j.id = l.project_id
  LEFT JOIN finance_dimensionvalue e ON e.id = l.employee_id
  LEFT JOIN finance_dimensionvalue c ON c.id = l.cash_item_id
 WHERE t.company_id = %(company)s AND t.id = %(id)s
 ORDER BY l.ordinal

-- templates --   What one may begin from.
SELECT id, code, name_en, name_zh, is_monthly FROM finance_vouchertemplate
 WHERE company_id = %(company)s ORDER BY code LIMIT 100

-- accounts --   Accounts that take lines, with the dimensions each asks for.
SELECT a.code, a.name_en, a.name_zh,
       coalesce((SELECT string_agg(d.dimension, ' ' ORDER BY d.dimension) FROM finance_accountdimension d
                  WHERE d.company_id = a.company_id AND d.account_id = a.id), '') AS required, a.currency_id AS currency
  FROM finance_account a
 WHERE a.company_id = %(company)s AND NOT a.is_group AND a.state = 'open'
 ORDER BY a.code LIMIT 1000

-- choices --   Units and dimension values to choose from: all there are, or those that begin with or hold a term.
(SELECT 'unit' AS kind, code, name_en, name_zh FROM core_unit WHERE company_id = %(company)s ORDER BY code LIMIT 200)
UNION ALL
(SELECT dimension, code, name_en, name_zh FROM finance_dimensionvalue
  WHERE company_id = %(company)s AND state = 'open' ORDER BY dimension, code LIMIT 300)
UNION ALL
(SELECT 'currency', code, name_en, name_zh FROM core_currency ORDER BY code LIMIT 200)

-- find_party --   Parties whose code begins with, or whose name holds, what was typed.
SELECT code, name AS name_en, name AS name_zh FROM parties_party
 WHERE state = 'active' AND (code LIKE %(prefix)s OR name ILIKE %(holds)s) ORDER BY code LIMIT 20

-- find_item --   Items whose code begins with, or whose name holds, what was typed.
SELECT code, name_en, name_zh FROM items_item
 WHERE code LIKE %(prefix)s OR name_en ILIKE %(holds)s OR name_zh LIKE %(holds)s ORDER BY code LIMIT 20

-- of_voucher --   The draft a voucher was made of, and the reversal asked for.
SELECT d.id, d.number, d.kind, d.state, d.voucher_id = %(id)s AS is_source, v.number AS voucher
  FROM finance_voucherdraft d
  LEFT JOIN finance_voucher v ON v.company_id = d.company_id AND v.id = d.voucher_id
 WHERE d.company_id = %(company)s AND (d.state = 'posted' AND d.voucher_id = %(id)s
    OR d.kind = 'reversal' AND d.state <> 'cancelled' AND d.reverses_id = %(id)s)
