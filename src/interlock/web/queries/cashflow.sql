-- items --   What movements of cash can be for.
SELECT id, code, name_en, name_zh FROM finance_dimensionvalue
 WHERE company_id = %(company)s AND dimension = 'cash_item' ORDER BY code

-- unnamed --   How many vouchers moved cash that nobody named an item for, up to a month.
SELECT count(*) AS vouchers, coalesce(sum(abs(amount)), 0) AS amount
  FROM (SELECT voucher_id, sum(amount) AS amount FROM finance_cashmove
         WHERE company_id = %(company)s AND item_id IS NULL AND month <= %(until)s::date
         GROUP BY voucher_id HAVING sum(amount) <> 0) AS one

-- moves --   The vouchers that moved cash for an item, with the other account and the draft they were written as.
SELECT v.id, v.number, v.posting_on, v.event_kind, v.text, v.origin, m.counter_id, a.code, a.name_en, a.name_zh, m.amount
  FROM (SELECT voucher_id, counter_id, sum(amount) AS amount FROM finance_cashmove
         WHERE company_id = %(company)s AND item_id IS NOT DISTINCT FROM %(item)s::bigint AND month <= %(until)s::date
           AND month >= coalesce(%(since)s::date, '1900-01-01')
         GROUP BY voucher_id, counter_id HAVING sum(amount) <> 0
         ORDER BY voucher_id DESC LIMIT %(bound)s) AS m
  JOIN finance_voucher v ON v.company_id = %(company)s AND v.id = m.voucher_id
  LEFT JOIN finance_account a ON a.company_id = v.company_id AND a.id = m.counter_id
 ORDER BY v.posting_on DESC, v.id DESC, m.amount DESC
