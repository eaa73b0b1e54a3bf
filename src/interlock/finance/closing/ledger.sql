-- pending --   Events of the month, and of those before it, that are not in the journal: without a rule, or not posted yet.
SELECT 'event' AS kind, e.id AS document_id, e.kind AS number, e.posting_on AS "on",
       (SELECT sum(l.amount) FROM finance_eventline AS l WHERE l.company_id = e.company_id AND l.event_id = e.id) AS amount,
       0::numeric AS book_amount
  FROM finance_eventpending AS w
  JOIN finance_event AS e ON e.company_id = w.company_id AND e.id = w.event_id
 WHERE w.company_id = %(company)s AND e.posting_on < %(after)s::date
 ORDER BY e.id

-- half_done --   What somebody has begun and not ended: vouchers by hand and documents of items of the month, approved
--   expenses that are not in the books, revenue whose fees nobody set aside, lines of the bank and receipts nobody named.
SELECT 'voucher_unfinished' AS code, 'draft' AS kind, id AS document_id, number, posting_on AS "on",
       NULL::numeric AS amount, NULL::numeric AS book_amount
  FROM finance_voucherdraft
 WHERE company_id = %(company)s AND state IN ('draft', 'submitted', 'sent_back')
   AND posting_on >= %(first)s::date AND posting_on < %(after)s::date
UNION ALL
SELECT 'bill_unfinished', 'item_document', id, number, posting_on, amount, 0
  FROM finance_itemdocument
 WHERE company_id = %(company)s AND state = 'draft' AND posting_on >= %(first)s::date AND posting_on < %(after)s::date
UNION ALL
SELECT 'claim_not_posted', 'expense_claim', id, number, claimed_on, amount, 0
  FROM finance_expenseclaim
 WHERE company_id = %(company)s AND state = 'approved' AND claimed_on < %(after)s::date
UNION ALL
SELECT 'bank_line_open', 'bank_line', l.id, l.reference, l.booked_on, l.amount, 0
  FROM finance_bankline l
 WHERE l.company_id = %(company)s AND l.state = 'open' AND l.booked_on < %(bank_lines_before)s::date
UNION ALL
SELECT 'receipt_not_tied', 'receipt', id, bank_number, received_on, amount, 0
  FROM finance_bankreceipt
 WHERE company_id = %(company)s AND state = 'open' AND received_on < %(receipts_before)s::date
UNION ALL
SELECT 'fees_not_set_aside', 'voucher', v.id, v.number, v.posting_on, v.amount, 0
  FROM finance_voucher v
 WHERE v.company_id = %(company)s AND v.event_kind IN ('revenue_recognised', 'revenue_reversed') AND v.state = 'posted'
   AND v.posting_on >= %(first)s::date AND v.posting_on < %(after)s::date
   AND v.posting_on >= (SELECT min(valid_from) FROM finance_feepolicy WHERE company_id = %(company)s)
   AND NOT EXISTS (SELECT FROM finance_feevoucher f WHERE f.voucher_id = v.id)
 ORDER BY code, document_id

-- balance --   Both sides of the trial balance, from the balances beside the journal.
SELECT coalesce(sum(greatest(opening, 0)), 0) AS opening_debit, coalesce(sum(greatest(-opening, 0)), 0) AS opening_credit,
       coalesce(sum(debit), 0) AS debit, coalesce(sum(credit), 0) AS credit,
       coalesce(sum(greatest(opening + debit - credit, 0)), 0) AS closing_debit,
       coalesce(sum(greatest(credit - debit - opening, 0)), 0) AS closing_credit
  FROM (SELECT account_id, coalesce(sum(debit - credit) FILTER (WHERE month < %(first)s::date), 0) AS opening,
               coalesce(sum(debit) FILTER (WHERE month >= %(first)s::date), 0) AS debit,
               coalesce(sum(credit) FILTER (WHERE month >= %(first)s::date), 0) AS credit
          FROM finance_accountbalance
         WHERE company_id = %(company)s AND month < %(after)s::date
         GROUP BY account_id) AS m

-- not_balanced --   The months up to this one whose debits are not their credits.
SELECT 'month' AS kind, to_char(month, 'YYYY-MM') AS number, month AS "on", sum(debit) AS amount, sum(credit) AS book_amount
  FROM finance_accountbalance
 WHERE company_id = %(company)s AND month < %(after)s::date
 GROUP BY month
HAVING sum(debit) <> sum(credit)
 ORDER BY month

-- counts --   How much the month holds; as many numbers were given in it as there are vouchers that carry one.
SELECT v.vouchers, v.lines, v.by_hand, v.to_seal, v.numbers, coalesce(c.last_number, 0)::int AS last_number
  FROM (SELECT count(*)::int AS vouchers, coalesce(sum(lines), 0)::int AS lines, count(number)::int AS numbers,
               (count(*) FILTER (WHERE origin = 'manual'))::int AS by_hand,
               (count(*) FILTER (WHERE state = 'collecting'))::int AS to_seal
          FROM finance_voucher
         WHERE company_id = %(company)s AND posting_on >= %(first)s::date AND posting_on < %(after)s::date) AS v
  LEFT JOIN core_counter AS c ON c.company_id = %(company)s AND c.kind = 'JV' AND c.month = %(first)s::date
