-- accounts --   The accounts named by hand, as the chart knows them.
SELECT a.id, a.code, a.is_group, a.state, a.currency_id,
       ARRAY(SELECT d.dimension FROM finance_accountdimension d
              WHERE d.company_id = a.company_id AND d.account_id = a.id) AS required
  FROM finance_account a
 WHERE a.company_id = %(company)s AND a.code = ANY(%(codes)s::text[])

-- open_days --   The days of these that fall in an open month.
SELECT d.day FROM unnest(%(days)s::date[]) AS d(day)
  JOIN core_period p ON p.company_id = %(company)s AND p.module = 'finance' AND p.state = 'open'
                    AND p.month = date_trunc('month', d.day)::date

-- make --   Posted at once: nothing is collected into it.
INSERT INTO finance_voucher (company_id, origin, state, event_kind, posting_on, amount, lines, text, run_id)
SELECT %(company)s, 'manual', 'posted', '', v.posting_on, v.amount, v.lines, v.text, %(run)s
  FROM unnest(%(postings)s::date[], %(amounts)s::numeric[], %(lines)s::int[], %(texts)s::text[])
       WITH ORDINALITY AS v(posting_on, amount, lines, text, place)
 ORDER BY v.place
RETURNING id

-- lines --   All lines of all vouchers in one statement, so that the trigger can prove that each voucher balances.
INSERT INTO finance_journalline (company_id, voucher_id, debit_account_id, credit_account_id, amount, unit_id,
                                 party_id, item_id, document_line_id)
SELECT %(company)s, l.voucher_id, l.debit_account_id, l.credit_account_id, l.amount, l.unit_id, l.party_id, l.item_id,
       l.line_id
  FROM unnest(%(vouchers)s::bigint[], %(debit_accounts)s::bigint[], %(credit_accounts)s::bigint[],
              %(amounts)s::numeric[], %(units)s::bigint[], %(parties)s::bigint[], %(items)s::bigint[],
              %(document_lines)s::bigint[])
       WITH ORDINALITY AS l(voucher_id, debit_account_id, credit_account_id, amount, unit_id, party_id, item_id, line_id,
                            place)
 ORDER BY l.place
RETURNING id

-- currency_lines --   What journal lines move in the currency their account is kept in.
INSERT INTO finance_currencyline (id, company_id, account_id, month, amount)
SELECT l.id, %(company)s, l.account_id, date_trunc('month', l.posting_on)::date, l.amount
  FROM unnest(%(ids)s::bigint[], %(accounts)s::bigint[], %(postings)s::date[], %(amounts)s::numeric[])
       AS l(id, account_id, posting_on, amount)

-- currency_balances --   Beside them, in one order for all.
INSERT INTO finance_currencybalance AS b (company_id, account_id, month, debit, credit)
SELECT %(company)s, l.account_id, date_trunc('month', l.posting_on)::date, sum(greatest(l.amount, 0)),
       sum(greatest(-l.amount, 0))
  FROM unnest(%(accounts)s::bigint[], %(postings)s::date[], %(amounts)s::numeric[]) AS l(account_id, posting_on, amount)
 GROUP BY 2, 3 ORDER BY 2, 3
ON CONFLICT (company_id, account_id, month) DO UPDATE
   SET debit = b.debit + excluded.debit, credit = b.credit + excluded.credit

-- lock_vouchers --   In the order in which posting takes them.
SELECT id FROM finance_voucher WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[])
 ORDER BY posting_on, event_kind, unit_id, source_id, id FOR NO KEY UPDATE

-- judge_seal --   A voucher is sealed once.
SELECT a.id, CASE WHEN v.id IS NULL THEN 'not_found' WHEN v.state = 'posted' THEN 'already' ELSE 'done' END AS code
  FROM unnest(%(ids)s::bigint[]) WITH ORDINALITY AS a(id, place)
  LEFT JOIN finance_voucher v ON v.company_id = %(company)s AND v.id = a.id
 ORDER BY a.place

-- seal --   Nothing is collected any more.
UPDATE finance_voucher SET state = 'posted'
 WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[]) AND state = 'collecting'
