-- statements_follow --   A bank statement's lines lead from opening to closing balance; it follows the one before, or begins a year.
SELECT s.company_id, s.id AS statement_id, s.number, s.opening, l.amount, s.closing, s.lines, l.lines AS found, p.closing AS before
  FROM finance_bankstatement s
  LEFT JOIN LATERAL (SELECT coalesce(sum(l.amount), 0) AS amount, count(*) AS lines FROM finance_bankline l
                      WHERE l.company_id = s.company_id AND l.statement_id = s.id) AS l ON true
  LEFT JOIN LATERAL (SELECT p.year, p.sequence, p.closing FROM finance_bankstatement p
                      WHERE p.company_id = s.company_id AND p.bank_account_id = s.bank_account_id
                        AND (p.year, p.sequence) < (s.year, s.sequence)
                      ORDER BY p.year DESC, p.sequence DESC LIMIT 1) AS p ON true
 WHERE s.opening + l.amount <> s.closing OR s.lines <> l.lines OR p.closing <> s.opening
    OR p.sequence <> s.sequence - 1 AND NOT (s.sequence = 1 AND p.year < s.year)
 LIMIT %(shown)s

-- payments_booked_once --   A paid payment is one event of its amount, in its currency, that nothing took back; no other payment has one.
SELECT company_id, p.id AS payment_id, p.number, p.state, p.amount, e.amount AS booked, e.events
  FROM (SELECT company_id, id, number, state, amount FROM finance_paymentrequest WHERE state = 'paid') AS p
  FULL JOIN (SELECT e.company_id, e.document_id AS id, sum(s.sign * coalesce(c.amount, l.amount)) AS amount,
                    count(DISTINCT e.id) FILTER (WHERE s.sign > 0) - count(DISTINCT e.id) FILTER (WHERE s.sign < 0) AS events
               FROM finance_event e JOIN finance_eventline l ON l.company_id = e.company_id AND l.event_id = e.id
               JOIN (VALUES ('payment_made', 1), ('payment_unmade', -1)) AS s(kind, sign) ON s.kind = e.kind
               LEFT JOIN finance_eventcurrency c ON c.company_id = l.company_id AND c.id = l.id
              GROUP BY 1, 2 HAVING sum(s.sign * l.amount) <> 0) AS e USING (company_id, id)
 WHERE p.number IS NULL OR e.events IS DISTINCT FROM 1 OR e.amount <> p.amount
 LIMIT %(shown)s

-- bank_lines_booked_once --   A fee, interest, transfer or a party's line is one event of its amount that nothing took back; others none.
SELECT company_id, l.id AS line_id, l.use, l.amount, e.amount AS booked
  FROM (SELECT company_id, id, use, amount FROM finance_bankline
         WHERE use IN ('customer', 'fee', 'interest', 'transfer', 'refund', 'prepaid')) AS l
  FULL JOIN (SELECT e.company_id, e.document_id AS id, sum(s.sign * coalesce(c.amount, n.amount)) AS amount
               FROM finance_event e JOIN finance_eventline n ON n.company_id = e.company_id AND n.event_id = e.id
               JOIN (VALUES ('bank_booked', 1), ('bank_unbooked', -1)) AS s(kind, sign) ON s.kind = e.kind
               LEFT JOIN finance_eventcurrency c ON c.company_id = n.company_id AND c.id = n.id
              GROUP BY 1, 2 HAVING sum(s.sign * n.amount) <> 0) AS e USING (company_id, id)
 WHERE l.use IS NULL OR e.amount IS DISTINCT FROM CASE WHEN l.use IN ('fee', 'refund', 'prepaid') THEN -l.amount ELSE l.amount END
 LIMIT %(shown)s

-- bank_lines_agree --   A line that is a payment or a receipt is of its amount and account.
SELECT l.company_id, l.id AS line_id, l.use, l.amount, p.amount AS payment, r.amount AS receipt
  FROM finance_bankline l
  LEFT JOIN finance_paymentrequest p ON l.use = 'payment' AND p.company_id = l.company_id AND p.id = l.document_id
  LEFT JOIN finance_bankreceipt r ON l.use = 'receipt' AND r.company_id = l.company_id AND r.id = l.document_id
 WHERE l.use = 'payment' AND (p.amount IS DISTINCT FROM -l.amount OR p.bank_account_id <> l.bank_account_id OR p.state <> 'paid')
    OR l.use = 'receipt' AND r.amount IS DISTINCT FROM l.amount
 LIMIT %(shown)s

-- runs_are_payments --   A payment run says how many payments it has and how much, all from its account: a withdrawn one by its list.
SELECT r.company_id, r.id AS run_id, r.number, r.payments, p.payments AS found, r.amount, p.amount AS summed
  FROM finance_paymentrun r
  LEFT JOIN LATERAL (SELECT count(*) AS payments, sum(p.amount) AS amount, bool_and(p.bank_account_id = r.bank_account_id) AS own
                       FROM finance_paymentrequest p
                      WHERE p.company_id = r.company_id
                        AND CASE WHEN r.state = 'withdrawn'
                                 THEN p.id IN (SELECT w.payment_id FROM finance_withdrawnpayment w
                                                WHERE w.company_id = r.company_id AND w.payment_run_id = r.id)
                                 ELSE p.payment_run_id = r.id END) AS p ON true
 WHERE (r.payments, r.amount, true) IS DISTINCT FROM (p.payments::int, p.amount, p.own)
 LIMIT %(shown)s

-- bank_lines_of_vouchers --   Lines that are money of a voucher are no more than it moves on their account, in its direction.
SELECT l.company_id, l.voucher_id, l.account_id, l.amount, m.amount AS moved
  FROM (SELECT l.company_id, l.document_id AS voucher_id, b.account_id, sum(l.amount) AS amount
          FROM finance_bankline l
          JOIN finance_bankaccount b ON b.company_id = l.company_id AND b.id = l.bank_account_id
         WHERE l.use = 'booked' GROUP BY 1, 2, 3) AS l
  LEFT JOIN LATERAL (
       SELECT CASE WHEN a.currency_id IS NULL THEN t.debit - t.credit
                   ELSE (SELECT coalesce(sum(c.amount), 0)
                           FROM finance_journalline j
                           JOIN finance_currencyline c ON c.company_id = j.company_id AND c.id = j.id AND c.account_id = a.id
                          WHERE j.company_id = v.company_id AND j.voucher_id = v.id) END AS amount
         FROM finance_voucher v
         JOIN finance_vouchertotal t ON t.company_id = v.company_id AND t.voucher_id = v.id AND t.account_id = l.account_id
         JOIN finance_account a ON a.company_id = t.company_id AND a.id = t.account_id
        WHERE v.company_id = l.company_id AND v.id = l.voucher_id AND v.origin = 'manual' AND v.state = 'posted') AS m ON true
 WHERE m.amount IS NULL OR sign(m.amount) <> sign(l.amount) OR abs(l.amount) > abs(m.amount)
 LIMIT %(shown)s
