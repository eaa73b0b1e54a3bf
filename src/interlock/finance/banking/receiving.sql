-- waiting --   What has not been taken in, in the bank's order.
SELECT id, number, name, sha256 FROM finance_bankreceived
 WHERE company_id = %(company)s AND gateway_id = %(gateway)s AND state = 'waiting'
 ORDER BY number

-- mark --   What came of it.
UPDATE finance_bankreceived SET state = %(state)s, fault = %(fault)s WHERE company_id = %(company)s AND id = %(id)s

-- payments --   The payments of a run by the numbers that the bank knows, or all of a file refused as a whole; a withdrawn
-- run has its own list of those it had.
SELECT p.id, p.number, r.id AS run_id
  FROM finance_paymentrun r
 CROSS JOIN LATERAL (SELECT q.id FROM finance_paymentrequest q WHERE q.company_id = r.company_id AND q.payment_run_id = r.id
                     UNION
                     SELECT w.payment_id FROM finance_withdrawnpayment w
                      WHERE w.company_id = r.company_id AND w.payment_run_id = r.id) AS had
  JOIN finance_paymentrequest p ON p.company_id = r.company_id AND p.id = had.id
 WHERE r.company_id = %(company)s AND r.message = %(message)s
   AND (%(whole)s OR p.number = ANY(%(numbers)s::text[]))
 ORDER BY p.id
