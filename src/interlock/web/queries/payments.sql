-- payments_found --   Payment requests, newest first, by key; what they sum to is in the books' money.
SELECT p.id, p.book_amount AS amount
  FROM finance_paymentrequest p
 WHERE p.company_id = %(company)s
   AND (%(before)s::bigint IS NULL OR p.id < %(before)s)
   AND (%(state)s::text IS NULL OR p.state = %(state)s)
   AND (%(reason)s::bigint IS NULL OR p.reason_id = %(reason)s)
   AND (%(account)s::bigint IS NULL OR p.bank_account_id = %(account)s)
   AND (%(author)s::bigint IS NULL OR %(author)s IN (p.author_id, p.editor_id))
   AND (%(first)s::date IS NULL OR p.due_on >= %(first)s)
   AND (%(last)s::date IS NULL OR p.due_on <= %(last)s)
   AND (%(least)s::numeric IS NULL OR p.amount >= %(least)s)
   AND (%(most)s::numeric IS NULL OR p.amount <= %(most)s)
   AND (%(term)s::text IS NULL OR p.number LIKE %(term)s || '%%' OR p.payee LIKE %(term)s || '%%')
 ORDER BY p.id DESC
 LIMIT %(size)s

-- payments --   Some payment requests as a list shows them.
SELECT p.id, p.number, p.state, p.payee, p.amount, p.due_on, p.paid_on, p.document_number, p.text, p.bank_reason,
       r.name_en, r.name_zh, b.code AS account, b.currency_id AS currency, p.book_amount, p.payment_run_id, n.number AS run,
       coalesce(nullif(CASE WHEN u.last_name ~ '^[A-Za-z]' THEN u.first_name || ' ' || u.last_name
                           ELSE u.last_name || u.first_name END, ''), u.username, '') AS author
  FROM finance_paymentrequest p
  JOIN finance_paymentreason r ON r.company_id = p.company_id AND r.id = p.reason_id
  JOIN finance_bankaccount b ON b.company_id = p.company_id AND b.id = p.bank_account_id
  LEFT JOIN finance_paymentrun n ON n.company_id = p.company_id AND n.id = p.payment_run_id
  LEFT JOIN core_user u ON u.id = p.author_id
 WHERE p.company_id = %(company)s AND p.id = ANY(%(ids)s::bigint[])
 ORDER BY p.id DESC

-- reasons --   Reasons, for filters.
SELECT id, code || ' ' || name_zh AS name, code, name_en, name_zh, needs_document, needs_party, state
  FROM finance_paymentreason WHERE company_id = %(company)s ORDER BY code LIMIT 200

-- payment --   One payment request.
SELECT p.id, p.company_id, p.number, p.state, p.payee, p.payee_account, p.payee_bank, p.payee_bank_code, p.amount, p.book_amount, p.due_on,
       p.paid_on, p.document_kind, p.document_id, p.document_line, p.document_number, p.text, p.note, p.version,
       p.author_id, p.editor_id, p.bank_status, p.bank_reason, p.bank_reference, r.code AS reason, r.name_en, r.name_zh,
       b.code AS account, b.bank_name, b.currency_id AS currency, y.code AS party, y.name AS party_name, p.payment_run_id,
       n.number AS run, coalesce(nullif(u.last_name || u.first_name, ''), u.username, '') AS author,
       coalesce(nullif(CASE WHEN w.last_name ~ '^[A-Za-z]' THEN w.first_name || ' ' || w.last_name
                           ELSE w.last_name || w.first_name END, ''), w.username, '') AS approver, l.statement_id, s.number AS statement,
       t.code AS unit, t.name_en AS unit_en, t.name_zh AS unit_zh
  FROM finance_paymentrequest p
  JOIN finance_paymentreason r ON r.company_id = p.company_id AND r.id = p.reason_id
  JOIN finance_bankaccount b ON b.company_id = p.company_id AND b.id = p.bank_account_id
  LEFT JOIN parties_party y ON y.id = p.party_id
  LEFT JOIN finance_paymentrun n ON n.company_id = p.company_id AND n.id = p.payment_run_id
  LEFT JOIN finance_bankline l ON l.company_id = p.company_id AND l.document_id = p.id AND l.use = 'payment'
  LEFT JOIN finance_bankstatement s ON s.company_id = l.company_id AND s.id = l.statement_id
  LEFT JOIN core_unit t ON t.company_id = p.company_id AND t.id = p.unit_id
  LEFT JOIN core_user u ON u.id = p.author_id
  LEFT JOIN core_user w ON w.id = p.approver_id
 WHERE p.id = %(id)s

-- last_paid --   To which account a party was paid last, by another request.
SELECT p.payee, p.payee_account, p.payee_bank, p.payee_bank_code, p.number, p.id
  FROM finance_paymentrequest p
 WHERE p.company_id = %(company)s AND p.state = 'paid' AND p.id <> %(but)s
   AND p.party_id = (SELECT id FROM parties_party WHERE code = %(party)s)
 ORDER BY p.id DESC
 LIMIT 1

-- accounts --   Accounts that payments may go out from: those whose ledger account is kept in their currency, the books' first.
SELECT b.code, b.name_en, b.name_zh, b.bank_name, b.currency_id AS currency
  FROM finance_bankaccount b
  JOIN core_company c ON c.id = b.company_id
  JOIN finance_account a ON a.company_id = b.company_id AND a.id = b.account_id
 WHERE b.company_id = %(company)s AND b.state = 'open' AND b.currency_id = coalesce(a.currency_id, c.currency_id)
 ORDER BY b.currency_id <> c.currency_id, b.code LIMIT 200

-- units --   Departments and shops that a payment may be for, so that it draws on their budgets.
SELECT code, name_en, name_zh FROM core_unit WHERE company_id = %(company)s ORDER BY code LIMIT 500

-- runs_found --   Payment runs, newest first, by key.
SELECT r.id, r.amount
  FROM finance_paymentrun r
 WHERE r.company_id = %(company)s
   AND (%(before)s::bigint IS NULL OR r.id < %(before)s)
   AND (%(state)s::text IS NULL OR r.state = %(state)s)
   AND (%(account)s::bigint IS NULL OR r.bank_account_id = %(account)s)
   AND (%(first)s::date IS NULL OR r.pay_on >= %(first)s)
   AND (%(last)s::date IS NULL OR r.pay_on <= %(last)s)
   AND (%(least)s::numeric IS NULL OR r.amount >= %(least)s)
   AND (%(most)s::numeric IS NULL OR r.amount <= %(most)s)
   AND (%(term)s::text IS NULL OR r.number LIKE %(term)s || '%%')
 ORDER BY r.id DESC
 LIMIT %(size)s

-- runs --   Some payment runs as a list shows them.
SELECT r.id, r.number, r.state, r.pay_on, r.made_at, r.payments, r.amount, r.message, b.code AS account,
       b.currency_id AS currency, coalesce(nullif(u.last_name || u.first_name, ''), u.username, '') AS maker
  FROM finance_paymentrun r
  JOIN finance_bankaccount b ON b.company_id = r.company_id AND b.id = r.bank_account_id
  LEFT JOIN core_user u ON u.id = r.maker_id
 WHERE r.company_id = %(company)s AND r.id = ANY(%(ids)s::bigint[])
 ORDER BY r.id DESC

-- run --   One payment run and its message.
SELECT r.id, r.company_id, r.number, r.state, r.pay_on, r.made_at, r.payments, r.amount, r.message, r.sha256,
       b.code AS account, b.name_en, b.name_zh, b.bank_name, b.currency_id AS currency,
       coalesce(nullif(u.last_name || u.first_name, ''), u.username, '') AS maker, m.id AS call_id, m.state AS call_state,
       m.attempts, m.fault, m.last_tried_at, m.next_try_at, r.withdrawn_because,
       coalesce(m.lease_ends_at > statement_timestamp(), false) AS is_called,
       coalesce(nullif(CASE WHEN w.last_name ~ '^[A-Za-z]' THEN w.first_name || ' ' || w.last_name
                           ELSE w.last_name || w.first_name END, ''), w.username, '') AS withdrawer
  FROM finance_paymentrun r
  JOIN finance_bankaccount b ON b.company_id = r.company_id AND b.id = r.bank_account_id
  LEFT JOIN finance_bankmessage m ON m.company_id = r.company_id AND m.payment_run_id = r.id
  LEFT JOIN core_user u ON u.id = r.maker_id
  LEFT JOIN core_user w ON w.id = r.withdrawer_id
 WHERE r.id = %(id)s

-- of_run --   The payments of a run; a withdrawn one has its own list, with what the bank said of it since.
SELECT p.id, p.number, p.state, p.payee, p.payee_account, p.amount, p.bank_status, p.bank_reason, p.bank_reference,
       NULL::text AS told, NULL::text AS sure_because, NULL::bigint AS other_run_id, NULL::text AS other_run
  FROM finance_paymentrequest p
  JOIN finance_paymentrun r ON r.company_id = p.company_id AND r.id = p.payment_run_id AND r.state <> 'withdrawn'
 WHERE p.company_id = %(company)s AND p.payment_run_id = %(id)s
UNION ALL
SELECT p.id, p.number, p.state, p.payee, p.payee_account, p.amount, w.bank_status, w.bank_reason, w.bank_reference,
       w.told, w.sure_because, n.id, n.number
  FROM finance_withdrawnpayment w
  JOIN finance_paymentrequest p ON p.company_id = w.company_id AND p.id = w.payment_id
  LEFT JOIN finance_paymentrun n ON n.company_id = p.company_id AND n.id = p.payment_run_id AND n.id <> w.payment_run_id
 WHERE w.company_id = %(company)s AND w.payment_run_id = %(id)s
 ORDER BY id
 LIMIT 2000

-- withdrawn --   The withdrawn runs that had a payment, and what the bank said of it since.
SELECT r.id, r.number, r.withdrawn_because, w.told, w.told_at, w.bank_status, w.sure_because
  FROM finance_withdrawnpayment w JOIN finance_paymentrun r ON r.company_id = w.company_id AND r.id = w.payment_run_id
 WHERE w.company_id = %(company)s AND w.payment_id = %(id)s
 ORDER BY r.id
 LIMIT 50

-- heard_late --   Withdrawn runs of which the bank said since that it has them, whoever withdrew them answers: until it pays or
-- refuses, or until what it paid twice is booked by its second line.
SELECT r.id, r.number, ''::text AS shop, ''::text AS name_en, ''::text AS name_zh, coalesce(r.withdrawer_id, b.owner_id) AS owner_id,
       NULL::date AS since_on, min(w.told_at) AS since_at, ''::text AS about
  FROM finance_withdrawnpayment w
  JOIN finance_paymentrun r ON r.company_id = w.company_id AND r.id = w.payment_run_id
  JOIN finance_bankaccount b ON b.company_id = r.company_id AND b.id = r.bank_account_id
  JOIN finance_paymentrequest p ON p.company_id = w.company_id AND p.id = w.payment_id
 WHERE w.company_id = %(company)s AND w.told IN ('taken', 'paid')
   AND (%(ids)s::bigint[] IS NULL OR r.id = ANY(%(ids)s::bigint[]))
   AND (%(owner)s::bigint IS NULL OR coalesce(r.withdrawer_id, b.owner_id) = %(owner)s)
   AND NOT (p.state = 'paid' AND p.payment_run_id = w.payment_run_id)
   AND NOT EXISTS (SELECT FROM finance_bankline l
                    WHERE l.company_id = p.company_id AND l.bank_account_id = p.bank_account_id AND l.amount < 0
                      AND l.end_to_end = p.number AND l.state = 'matched' AND l.use <> 'payment')
   AND %(today)s::date IS NOT NULL AND %(now)s::timestamptz IS NOT NULL
 GROUP BY r.id, r.number, r.withdrawer_id, b.owner_id
 ORDER BY since_at, r.id
 LIMIT %(size)s + 1
