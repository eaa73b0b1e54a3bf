-- lock_calls --   The messages of runs: whoever calls the bank holds its row only to take it, and says until when.
SELECT id FROM finance_bankmessage WHERE company_id = %(company)s AND payment_run_id = ANY(%(ids)s::bigint[])
 ORDER BY id FOR NO KEY UPDATE

-- judge --   Not answered in any way, and no call under way.
SELECT i.id, CASE WHEN r.id IS NULL THEN 'not_found' WHEN r.state = 'withdrawn' THEN 'already'
                  WHEN r.state <> 'made' OR m.state = 'answered' OR EXISTS (
                       SELECT FROM finance_paymentrequest p WHERE p.company_id = r.company_id AND p.payment_run_id = r.id
                          AND p.state <> 'in_run') THEN 'answered'
                  WHEN m.lease_ends_at > statement_timestamp() THEN 'being_sent' ELSE 'done' END AS code
  FROM unnest(%(ids)s::bigint[]) WITH ORDINALITY AS i(id, place)
  LEFT JOIN finance_paymentrun r ON r.company_id = %(company)s AND r.id = i.id AND r.id = ANY(%(ids)s::bigint[])
  LEFT JOIN finance_bankmessage m ON m.company_id = r.company_id AND m.payment_run_id = r.id
 ORDER BY i.place

-- list --   What was in them, for good.
INSERT INTO finance_withdrawnpayment (company_id, payment_run_id, payment_id)
SELECT company_id, payment_run_id, id FROM finance_paymentrequest
 WHERE company_id = %(company)s AND payment_run_id = ANY(%(ids)s::bigint[])
 ORDER BY id
RETURNING payment_id

-- free --   Approved as they were, and in no run.
UPDATE finance_paymentrequest SET state = 'approved', payment_run_id = NULL
 WHERE company_id = %(company)s AND payment_run_id = ANY(%(ids)s::bigint[]) AND state = 'in_run'

-- withdraw --   By whom, and why.
UPDATE finance_paymentrun SET state = 'withdrawn', withdrawn_because = %(because)s, withdrawer_id = %(me)s
 WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[]) AND state = 'made'

-- never_send --   The state says it to whoever would send it again without a lock.
UPDATE finance_bankmessage SET state = 'withdrawn', next_try_at = NULL, lease_ends_at = NULL
 WHERE company_id = %(company)s AND payment_run_id = ANY(%(ids)s::bigint[]) AND state <> 'answered'
