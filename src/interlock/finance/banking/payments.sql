-- lock_documents --   What is asked for one document is added up by one set after the other.
SELECT pg_advisory_xact_lock(%(company)s::int, hashtext('finance_paymentrequest'))

-- lock_payments --   One order for all.
SELECT id FROM finance_paymentrequest WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[])
 ORDER BY id FOR NO KEY UPDATE

-- known --   What the codes on requests stand for; an account's flag says that its ledger account is kept in its
-- currency, which is named where it is not the books'.
SELECT 'reason' AS kind, code, id, state::text, needs_party AS flag, needs_document, '' AS currency
  FROM finance_paymentreason WHERE company_id = %(company)s AND code = ANY(%(reasons)s::text[])
UNION ALL
SELECT 'account', b.code, b.id, b.state, b.currency_id = coalesce(a.currency_id, c.currency_id), false,
       CASE WHEN b.currency_id <> c.currency_id THEN b.currency_id ELSE '' END
  FROM finance_bankaccount b
  JOIN core_company c ON c.id = b.company_id
  JOIN finance_account a ON a.company_id = b.company_id AND a.id = b.account_id
 WHERE b.company_id = %(company)s AND b.code = ANY(%(accounts)s::text[])
UNION ALL
SELECT 'party', code, id, '', false, false, '' FROM parties_party WHERE code = ANY(%(parties)s::text[])
UNION ALL
SELECT 'unit', code, id, '', false, false, '' FROM core_unit WHERE company_id = %(company)s AND code = ANY(%(units)s::text[])

-- standing --   Requests as they are.
SELECT id, state, version FROM finance_paymentrequest
 WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[])

-- asked_before --   What is asked for these documents already, by requests that live.
SELECT document_kind, document_id, document_line, sum(amount) AS amount
  FROM finance_paymentrequest
 WHERE company_id = %(company)s AND document_kind = ANY(%(kinds)s::text[]) AND document_id = ANY(%(documents)s::bigint[])
   AND state NOT IN ('rejected', 'cancelled') AND NOT id = ANY(%(leaving)s::bigint[])
 GROUP BY 1, 2, 3

-- make --   New requests, numbered without gaps a month, in the order given.
WITH given AS MATERIALIZED (
    SELECT nextval('core_document_id') AS id, g.*, date_trunc('month', g.due_on)::date AS month,
           row_number() OVER (PARTITION BY date_trunc('month', g.due_on) ORDER BY g.place) AS nth
      FROM unnest(%(reasons)s::bigint[], %(accounts)s::bigint[], %(parties)s::bigint[], %(kinds)s::text[],
                  %(documents)s::bigint[], %(lines)s::bigint[], %(numbers)s::text[], %(payees)s::text[],
                  %(payee_accounts)s::text[], %(payee_banks)s::text[], %(payee_codes)s::text[], %(amounts)s::numeric[],
                  %(book_amounts)s::numeric[], %(dues)s::date[], %(texts)s::text[], %(units)s::bigint[]) WITH ORDINALITY
           AS g(reason_id, account_id, party_id, kind, document_id, line_id, number, payee, payee_account, payee_bank,
                payee_code, amount, book_amount, due_on, text, unit_id, place)
), month AS MATERIALIZED (
    SELECT month, count(*) AS how_many FROM given GROUP BY month ORDER BY month
), taken AS MATERIALIZED (
    SELECT month, core_take_numbers(%(company)s, 'PQ', month, how_many) AS before FROM month ORDER BY month
), made AS (
    INSERT INTO finance_paymentrequest (id, company_id, number, state, reason_id, bank_account_id, party_id,
           document_kind, document_id, document_line, document_number, payee, payee_account, payee_bank,
           payee_bank_code, amount, book_amount, due_on, text, unit_id, author_id, editor_id, run_id)
    SELECT g.id, %(company)s, core_number((SELECT core_prefix(%(company)s, 'PQ')), g.month, t.before + g.nth), 'draft', g.reason_id, g.account_id,
           g.party_id, g.kind, g.document_id, g.line_id, g.number, g.payee, g.payee_account, g.payee_bank, g.payee_code,
           g.amount, g.book_amount, g.due_on, g.text, g.unit_id, %(me)s, %(me)s, %(run)s
      FROM given g JOIN taken t ON t.month = g.month
    RETURNING id
)
SELECT g.id FROM given g JOIN made m ON m.id = g.id ORDER BY g.place

-- change --   Another version; whoever wrote it may not approve it either.
UPDATE finance_paymentrequest d
   SET reason_id = g.reason_id, bank_account_id = g.account_id, party_id = g.party_id, document_kind = g.kind,
       document_id = g.document_id, document_line = g.line_id, document_number = g.number, payee = g.payee,
       payee_account = g.payee_account, payee_bank = g.payee_bank, payee_bank_code = g.payee_code, amount = g.amount,
       book_amount = g.book_amount, due_on = g.due_on, text = g.text, unit_id = g.unit_id, editor_id = %(me)s, version = d.version + 1
  FROM unnest(%(ids)s::bigint[], %(reasons)s::bigint[], %(accounts)s::bigint[], %(parties)s::bigint[], %(kinds)s::text[],
              %(documents)s::bigint[], %(lines)s::bigint[], %(numbers)s::text[], %(payees)s::text[],
              %(payee_accounts)s::text[], %(payee_banks)s::text[], %(payee_codes)s::text[], %(amounts)s::numeric[],
              %(book_amounts)s::numeric[], %(dues)s::date[], %(texts)s::text[], %(units)s::bigint[])
       AS g(id, reason_id, account_id, party_id, kind, document_id, line_id, number, payee, payee_account, payee_bank,
            payee_code, amount, book_amount, due_on, text, unit_id)
 WHERE d.company_id = %(company)s AND d.id = g.id AND d.id = ANY(%(ids)s::bigint[]) AND d.state = 'draft'
RETURNING d.id

-- judge_submit --   From draft on, while its account and its reason are in use.
SELECT i.id, CASE WHEN p.id IS NULL THEN 'not_found' WHEN p.state = 'submitted' THEN 'already'
                  WHEN p.state <> 'draft' THEN 'not_draft' WHEN b.state <> 'open' THEN 'account_closed'
                  WHEN r.state <> 'open' THEN 'reason_closed' ELSE 'done' END AS code
  FROM unnest(%(ids)s::bigint[]) WITH ORDINALITY AS i(id, place)
  LEFT JOIN finance_paymentrequest p ON p.company_id = %(company)s AND p.id = i.id AND p.id = ANY(%(ids)s::bigint[])
  LEFT JOIN finance_bankaccount b ON b.company_id = p.company_id AND b.id = p.bank_account_id
  LEFT JOIN finance_paymentreason r ON r.company_id = p.company_id AND r.id = p.reason_id
 ORDER BY i.place

-- submit --   Another person answers.
UPDATE finance_paymentrequest SET state = 'submitted', note = ''
 WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[]) AND state = 'draft'

-- judge_approve --   Neither its author nor its last editor.
SELECT i.id, CASE WHEN p.id IS NULL THEN 'not_found' WHEN p.state = 'approved' THEN 'already'
                  WHEN p.state <> 'submitted' THEN 'not_submitted'
                  WHEN %(me)s::bigint IN (p.author_id, p.editor_id) OR EXISTS (
                       SELECT FROM finance_expenseclaim c WHERE c.company_id = p.company_id AND c.id = p.document_id
                          AND p.document_kind = 'expense_claim' AND c.claimant_id = %(me)s::bigint) THEN 'same_person'
                  ELSE 'done' END AS code
  FROM unnest(%(ids)s::bigint[]) WITH ORDINALITY AS i(id, place)
  LEFT JOIN finance_paymentrequest p ON p.company_id = %(company)s AND p.id = i.id AND p.id = ANY(%(ids)s::bigint[])
 ORDER BY i.place

-- approve --   By whom.
UPDATE finance_paymentrequest SET state = 'approved', approver_id = %(me)s
 WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[]) AND state = 'submitted'

-- judge_reject --   As long as no run has it, and no bank may have it by a file of a withdrawn one: what it is for could be
-- asked for once more.
SELECT i.id, CASE WHEN p.id IS NULL THEN 'not_found' WHEN p.state = 'rejected' THEN 'already'
                  WHEN p.state NOT IN ('submitted', 'approved') THEN 'not_submitted'
                  WHEN w.runs IS NOT NULL THEN 'withdrawn_before' ELSE 'done' END AS code,
       jsonb_strip_nulls(jsonb_build_object('withdrawn', w.runs)) AS detail
  FROM unnest(%(ids)s::bigint[]) WITH ORDINALITY AS i(id, place)
  LEFT JOIN finance_paymentrequest p ON p.company_id = %(company)s AND p.id = i.id AND p.id = ANY(%(ids)s::bigint[])
  LEFT JOIN LATERAL (
       SELECT string_agg(r.number, ', ' ORDER BY r.id) AS runs
         FROM finance_withdrawnpayment w JOIN finance_paymentrun r ON r.company_id = w.company_id AND r.id = w.payment_run_id
        WHERE w.company_id = p.company_id AND w.payment_id = p.id AND w.told IS DISTINCT FROM 'refused'
          AND w.sure_because = '') AS w ON p.state = 'approved'
 ORDER BY i.place

-- reject --   With the reason; what has moved on since stays as it is.
UPDATE finance_paymentrequest p SET state = 'rejected', note = n.note
  FROM unnest(%(ids)s::bigint[], %(notes)s::text[]) AS n(id, note)
 WHERE p.company_id = %(company)s AND p.id = n.id AND p.id = ANY(%(ids)s::bigint[])
   AND p.state IN ('submitted', 'approved')

-- judge_cancel --   What a run has taken up is on its way; of a withdrawn one the bank may have the file: whoever cancels is
-- sure that it has not, for what it is for could be asked for once more.
SELECT i.id, CASE WHEN p.id IS NULL THEN 'not_found' WHEN p.state IN ('cancelled', 'rejected') THEN 'already'
                  WHEN p.payment_run_id IS NOT NULL THEN 'in_run' WHEN w.has_it THEN 'bank_has_it'
                  WHEN w.runs IS NOT NULL AND NOT %(sure)s THEN 'withdrawn_before' ELSE 'done' END AS code,
       jsonb_strip_nulls(jsonb_build_object('withdrawn', w.runs)) AS detail
  FROM unnest(%(ids)s::bigint[]) WITH ORDINALITY AS i(id, place)
  LEFT JOIN finance_paymentrequest p ON p.company_id = %(company)s AND p.id = i.id AND p.id = ANY(%(ids)s::bigint[])
  LEFT JOIN LATERAL (
       SELECT string_agg(r.number, ', ' ORDER BY r.id) FILTER (WHERE w.sure_because = '') AS runs,
              bool_or(w.told IN ('taken', 'paid')) AS has_it
         FROM finance_withdrawnpayment w JOIN finance_paymentrun r ON r.company_id = w.company_id AND r.id = w.payment_run_id
        WHERE w.company_id = p.company_id AND w.payment_id = p.id AND w.told IS DISTINCT FROM 'refused') AS w
       ON p.state = 'approved'
 ORDER BY i.place

-- note_sure --   Why somebody is sure that the bank does not have the files of withdrawn runs.
UPDATE finance_withdrawnpayment SET sure_because = %(because)s, sure_id = %(me)s
 WHERE company_id = %(company)s AND payment_id = ANY(%(ids)s::bigint[]) AND told IS DISTINCT FROM 'refused'
   AND sure_because = ''

-- cancel --   It is not paid.
UPDATE finance_paymentrequest SET state = 'cancelled'
 WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[]) AND payment_run_id IS NULL
