-- judge_run --   Approved, from an open account that has a way to its bank. One of a withdrawn run goes out again only where
-- neither the bank nor its statement says that it has it, and somebody is sure of that; ``refused`` by the bank is sure.
SELECT i.id, CASE WHEN p.id IS NULL THEN 'not_found' WHEN p.payment_run_id IS NOT NULL THEN 'already'
                  WHEN p.state <> 'approved' THEN 'not_approved' WHEN w.has_it OR w.is_stated THEN 'bank_has_it'
                  WHEN w.unsure AND NOT %(sure)s THEN 'withdrawn_before' WHEN b.state <> 'open' THEN 'account_closed'
                  WHEN g.state IS DISTINCT FROM 'active' THEN 'no_gateway' ELSE 'done' END AS code,
       jsonb_strip_nulls(jsonb_build_object('run', p.payment_run_id, 'withdrawn', w.runs)) AS detail
  FROM unnest(%(ids)s::bigint[]) WITH ORDINALITY AS i(id, place)
  LEFT JOIN finance_paymentrequest p ON p.company_id = %(company)s AND p.id = i.id AND p.id = ANY(%(ids)s::bigint[])
  LEFT JOIN finance_bankaccount b ON b.company_id = p.company_id AND b.id = p.bank_account_id
  LEFT JOIN finance_bankgateway g ON g.company_id = p.company_id AND g.id = b.gateway_id
  LEFT JOIN LATERAL (
       SELECT string_agg(r.number, ', ' ORDER BY r.id) AS runs, bool_or(w.told IN ('taken', 'paid')) AS has_it,
              bool_or(w.told IS DISTINCT FROM 'refused' AND w.sure_because = '') AS unsure,
              count(*) > 0 AND EXISTS (SELECT FROM finance_bankline l WHERE l.company_id = p.company_id AND l.state = 'open'
                        AND l.bank_account_id = p.bank_account_id AND l.amount < 0 AND l.end_to_end = p.number) AS is_stated
         FROM finance_withdrawnpayment w JOIN finance_paymentrun r ON r.company_id = w.company_id AND r.id = w.payment_run_id
        WHERE w.company_id = p.company_id AND w.payment_id = p.id) AS w ON p.state = 'approved'
 ORDER BY i.place

-- documents --   What payments are for.
SELECT id, document_kind, document_id, document_line FROM finance_paymentrequest
 WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[])

-- make --   A run for each bank account, by its code; the bank knows it by company and number.
WITH own AS MATERIALIZED (
    SELECT p.bank_account_id, b.code, count(*) AS payments, sum(p.amount) AS amount,
           row_number() OVER (ORDER BY b.code) AS nth, count(*) OVER () AS how_many
      FROM finance_paymentrequest p JOIN finance_bankaccount b ON b.company_id = p.company_id AND b.id = p.bank_account_id
     WHERE p.company_id = %(company)s AND p.id = ANY(%(ids)s::bigint[])
     GROUP BY 1, 2
), taken AS MATERIALIZED (
    SELECT core_take_numbers(%(company)s, 'PF', date_trunc('month', %(on)s::date)::date, how_many) AS before FROM own LIMIT 1
)
INSERT INTO finance_paymentrun (id, company_id, number, bank_account_id, state, pay_on, made_at, message, payments, amount,
                                maker_id, run_id)
SELECT nextval('core_document_id'), %(company)s, n.number, o.bank_account_id, 'made', %(on)s, %(at)s,
       c.code || '-' || n.number, o.payments, o.amount, %(me)s, %(run)s
  FROM own o CROSS JOIN taken t
 CROSS JOIN LATERAL core_number((SELECT core_prefix(%(company)s, 'PF')), date_trunc('month', %(on)s::date)::date, t.before + o.nth) AS n(number)
  JOIN core_company c ON c.id = %(company)s
RETURNING id

-- take_up --   Each payment into the run of its account.
UPDATE finance_paymentrequest p SET state = 'in_run', payment_run_id = r.id
  FROM finance_paymentrun r
 WHERE p.company_id = %(company)s AND p.id = ANY(%(ids)s::bigint[]) AND p.state = 'approved'
   AND r.company_id = p.company_id AND r.id = ANY(%(runs)s::bigint[]) AND r.bank_account_id = p.bank_account_id

-- file --   What stands in the files.
SELECT r.id AS run_id, r.message, r.made_at, r.pay_on, b.holder, b.number AS account, b.bank_name, b.bank_code,
       b.currency_id AS currency, p.number, p.amount, p.payee, p.payee_account, p.payee_bank, p.payee_bank_code, p.text
  FROM finance_paymentrun r
  JOIN finance_bankaccount b ON b.company_id = r.company_id AND b.id = r.bank_account_id
  JOIN finance_paymentrequest p ON p.company_id = r.company_id AND p.payment_run_id = r.id
 WHERE r.company_id = %(company)s AND r.id = ANY(%(runs)s::bigint[])
 ORDER BY r.id, p.id

-- sealed --   The file of a run is the one with this hash.
UPDATE finance_paymentrun r SET sha256 = h.sha256
  FROM unnest(%(runs)s::bigint[], %(hashes)s::text[]) AS h(id, sha256)
 WHERE r.company_id = %(company)s AND r.id = h.id AND r.id = ANY(%(runs)s::bigint[])

-- outbox --   One call a run.
INSERT INTO finance_bankmessage (company_id, gateway_id, kind, payment_run_id)
SELECT r.company_id, b.gateway_id, 'pay', r.id
  FROM finance_paymentrun r JOIN finance_bankaccount b ON b.company_id = r.company_id AND b.id = r.bank_account_id
 WHERE r.company_id = %(company)s AND r.id = ANY(%(runs)s::bigint[])
 ORDER BY r.id

-- run_of --   Which run each payment is in.
SELECT id, payment_run_id FROM finance_paymentrequest WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[])

-- lock_runs --   One order for all.
SELECT id FROM finance_paymentrun WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[])
 ORDER BY id FOR NO KEY UPDATE

-- lock_of_runs --   And their payments; also those that a withdrawn run had, which another run may take up just now.
SELECT id FROM finance_paymentrequest
 WHERE company_id = %(company)s
   AND id = ANY(ARRAY(SELECT id FROM finance_paymentrequest
                       WHERE company_id = %(company)s AND payment_run_id = ANY(%(ids)s::bigint[])
                       UNION ALL
                      SELECT payment_id FROM finance_withdrawnpayment
                       WHERE company_id = %(company)s AND payment_run_id = ANY(%(ids)s::bigint[])))
 ORDER BY id FOR NO KEY UPDATE

-- judge_answer --   A file is answered once; a withdrawn one too, too late.
SELECT i.id, CASE WHEN r.id IS NULL OR NOT i.id = ANY(%(known)s::bigint[]) THEN 'not_found'
                  WHEN r.state = 'withdrawn' AND EXISTS (
                       SELECT FROM finance_withdrawnpayment w
                        WHERE w.company_id = r.company_id AND w.payment_run_id = r.id AND w.told IS NULL) THEN 'done'
                  WHEN r.state <> 'made' THEN 'already' ELSE 'done' END AS code, r.state
  FROM unnest(%(ids)s::bigint[]) WITH ORDINALITY AS i(id, place)
  LEFT JOIN finance_paymentrun r ON r.company_id = %(company)s AND r.id = i.id AND r.id = ANY(%(ids)s::bigint[])
 ORDER BY i.place

-- answer_payments --   At the bank, or rejected with its reason; what the bank has answered already stays.
UPDATE finance_paymentrequest p
   SET state = CASE WHEN a.accepted THEN 'sent' ELSE 'rejected' END, bank_reason = a.reason
  FROM unnest(%(ids)s::bigint[], %(accepted)s::boolean[], %(reasons)s::text[]) AS a(id, accepted, reason)
 WHERE p.company_id = %(company)s AND p.payment_run_id = a.id AND p.payment_run_id = ANY(%(ids)s::bigint[])
   AND p.state = 'in_run'
RETURNING p.id, p.state

-- answer_runs --   Likewise the run.
UPDATE finance_paymentrun r
   SET state = CASE WHEN NOT a.accepted THEN 'refused'
                    WHEN EXISTS (SELECT FROM finance_paymentrequest p WHERE p.company_id = r.company_id
                                    AND p.payment_run_id = r.id AND p.state IN ('in_run', 'sent')) THEN 'sent'
                    ELSE 'done' END
  FROM unnest(%(ids)s::bigint[], %(accepted)s::boolean[]) AS a(id, accepted)
 WHERE r.company_id = %(company)s AND r.id = a.id AND r.id = ANY(%(ids)s::bigint[]) AND r.state = 'made'

-- note_late_file --   What the bank says of a file that was withdrawn; what it has said of a payment stays.
UPDATE finance_withdrawnpayment w
   SET told = CASE WHEN a.accepted THEN 'taken' ELSE 'refused' END, told_at = statement_timestamp(), bank_reason = a.reason
  FROM unnest(%(ids)s::bigint[], %(accepted)s::boolean[], %(reasons)s::text[]) AS a(id, accepted, reason)
 WHERE w.company_id = %(company)s AND w.payment_run_id = a.id AND w.payment_run_id = ANY(%(ids)s::bigint[]) AND w.told IS NULL

-- judge_late --   What the bank says of a payment in a run that was withdrawn, unless that run has it again.
SELECT i.id, CASE WHEN w.told = k.told AND (k.told <> 'taken' OR w.bank_status = k.code) THEN 'already'
                  WHEN w.told IN ('paid', 'refused') AND k.told = 'taken' THEN 'already'
                  WHEN w.told IN ('paid', 'refused') THEN 'contradicted' ELSE 'done' END AS code,
       jsonb_build_object('status', k.code, 'state', p.state) AS detail,
       p.state = 'approved' AND p.payment_run_id IS NULL AS is_free
  FROM unnest(%(known)s::bigint[], %(told)s::text[], %(codes)s::text[]) WITH ORDINALITY AS k(id, told, code, place)
  JOIN unnest(%(ids)s::bigint[]) AS i(id) ON i.id = k.id
  JOIN finance_withdrawnpayment w ON w.company_id = %(company)s AND w.payment_run_id = %(run)s AND w.payment_id = i.id
                                 AND w.payment_id = ANY(%(ids)s::bigint[])
  JOIN finance_paymentrequest p ON p.company_id = w.company_id AND p.id = w.payment_id
 WHERE p.payment_run_id IS DISTINCT FROM w.payment_run_id
 ORDER BY k.place

-- note_late --   The withdrawn run's own list says it.
UPDATE finance_withdrawnpayment w
   SET told = s.told, told_at = statement_timestamp(), bank_status = s.code, bank_reason = s.reason,
       bank_reference = s.reference
  FROM unnest(%(ids)s::bigint[], %(told)s::text[], %(codes)s::text[], %(reasons)s::text[], %(references)s::text[])
       AS s(id, told, code, reason, reference)
 WHERE w.company_id = %(company)s AND w.payment_run_id = %(run)s AND w.payment_id = s.id
   AND w.payment_id = ANY(%(ids)s::bigint[])

-- judge_status --   A final answer is given once; the opposite of it is for a person.
SELECT i.id, CASE WHEN p.id IS NULL OR k.id IS NULL THEN 'not_found' WHEN p.payment_run_id IS NULL THEN 'not_sent'
                  WHEN p.state = k.state AND (k.state <> 'sent' OR p.bank_status = k.code) THEN 'already'
                  WHEN p.state IN ('paid', 'rejected') AND k.state = 'sent' THEN 'already'
                  WHEN p.state NOT IN ('in_run', 'sent') THEN 'contradicted' ELSE 'done' END AS code,
       jsonb_strip_nulls(jsonb_build_object('status', k.code, 'state', p.state)) AS detail
  FROM unnest(%(ids)s::bigint[]) WITH ORDINALITY AS i(id, place)
  LEFT JOIN finance_paymentrequest p ON p.company_id = %(company)s AND p.id = i.id AND p.id = ANY(%(ids)s::bigint[])
  LEFT JOIN unnest(%(known)s::bigint[], %(states)s::text[], %(codes)s::text[]) AS k(id, state, code) ON k.id = i.id
 ORDER BY i.place

-- note_status --   At the bank, or rejected.
UPDATE finance_paymentrequest p SET state = s.state, bank_status = s.code, bank_reason = s.reason
  FROM unnest(%(ids)s::bigint[], %(states)s::text[], %(codes)s::text[], %(reasons)s::text[]) AS s(id, state, code, reason)
 WHERE p.company_id = %(company)s AND p.id = s.id AND p.id = ANY(%(ids)s::bigint[]) AND p.state IN ('in_run', 'sent')

-- pay --   Paid, on the bank's day; the component says which rule books it, and with which ledger account of the bank. What
-- a withdrawn run had is of that run again: the bank had its file after all.
UPDATE finance_paymentrequest p
   SET state = 'paid', payment_run_id = coalesce(p.payment_run_id, %(run)s, w.run_id), paid_on = s.day, bank_status = s.code, bank_reason = '', bank_reference = s.reference
  FROM unnest(%(ids)s::bigint[], %(days)s::date[], %(codes)s::text[], %(references)s::text[]) AS s(id, day, code, reference),
       finance_paymentreason r, finance_bankaccount b, finance_account a, core_company c,
       LATERAL (SELECT max(w.payment_run_id) AS run_id FROM finance_withdrawnpayment w
                 WHERE w.company_id = %(company)s AND w.payment_id = s.id) AS w
 WHERE p.company_id = %(company)s AND p.id = s.id AND p.id = ANY(%(ids)s::bigint[])
   AND (p.state IN ('in_run', 'sent') OR p.state = 'approved' AND p.payment_run_id IS NULL AND w.run_id IS NOT NULL)
   AND r.company_id = p.company_id AND r.id = p.reason_id AND b.company_id = p.company_id AND b.id = p.bank_account_id
   AND a.company_id = b.company_id AND a.id = b.account_id AND c.id = p.company_id
RETURNING p.id, p.party_id, p.unit_id, p.amount, p.book_amount, b.currency_id AS currency,
          b.currency_id <> c.currency_id AS is_foreign, p.paid_on, p.document_kind, p.document_id,
          r.component || CASE WHEN a.code = '1002' THEN '' ELSE '@' || a.code END AS component

-- finish_runs --   A run of which nothing is waited for any more.
UPDATE finance_paymentrun r SET state = 'done'
 WHERE r.company_id = %(company)s AND r.state IN ('made', 'sent')
   AND r.id = ANY(ARRAY(SELECT payment_run_id FROM finance_paymentrequest
                         WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[])))
   AND NOT EXISTS (SELECT FROM finance_paymentrequest p WHERE p.company_id = r.company_id AND p.payment_run_id = r.id
                      AND p.state IN ('in_run', 'sent'))

-- paid_for --   What payments are for.
SELECT id, document_kind, document_id, document_line, party_id, amount, paid_on FROM finance_paymentrequest
 WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[])
 ORDER BY id
