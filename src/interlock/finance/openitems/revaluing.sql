-- in_currency --   The items that are open in another currency than the books'.
SELECT i.id
  FROM finance_openitem i
  JOIN core_company c ON c.id = i.company_id
  JOIN finance_account a ON a.company_id = i.company_id AND a.id = i.account_id
 WHERE i.company_id = %(company)s AND i.open_amount > 0 AND i.currency <> c.currency_id AND i.posting_on <= %(last)s::date
 ORDER BY a.code, i.currency, i.id

-- standing --   What is open of items and what the books carry, with the rate of the month's end; what forbids to ask.
SELECT g.id, i.number, a.code AS account, i.party_id AS party, i.currency, i.open_amount, r.rate,
       round(i.open_amount * r.rate, 2) AS worth, i.open_book AS books,
       CASE WHEN i.id IS NULL THEN 'not_found' WHEN i.currency = c.currency_id THEN 'in_books_currency'
            WHEN i.open_amount = 0 THEN 'nothing_open' WHEN i.posting_on > %(last)s::date THEN 'too_early'
            WHEN EXISTS (SELECT FROM finance_itemrevaluation v
                          WHERE v.company_id = %(company)s AND v.item_id = i.id AND v.valued_on > %(last)s::date)
            THEN 'later_revalued' ELSE '' END AS code
  FROM unnest(%(ids)s::bigint[]) WITH ORDINALITY AS g(id, place)
  JOIN core_company c ON c.id = %(company)s
  LEFT JOIN finance_openitem i ON i.company_id = c.id AND i.id = g.id AND i.id = ANY(%(ids)s::bigint[])
  LEFT JOIN finance_account a ON a.company_id = c.id AND a.id = i.account_id
  LEFT JOIN LATERAL (SELECT rate FROM finance_exchangerate
                      WHERE company_id = c.id AND currency_id = i.currency AND kind = 'closing'
                        AND valid_on >= %(month)s::date AND valid_on <= %(last)s::date
                      ORDER BY valid_on DESC LIMIT 1) r ON true
 ORDER BY g.place

-- keep --   How each difference was found.
INSERT INTO finance_itemrevaluation (company_id, item_id, valued_on, amount, rate, before, difference, voucher_id, run_id)
SELECT %(company)s, g.item_id, %(on)s::date, g.amount, g.rate, g.before, g.difference, g.voucher_id, %(run)s
  FROM unnest(%(ids)s::bigint[], %(amounts)s::numeric[], %(rates)s::numeric[], %(befores)s::numeric[],
              %(differences)s::numeric[], %(vouchers)s::bigint[]) WITH ORDINALITY
       AS g(item_id, amount, rate, before, difference, voucher_id, place)
 ORDER BY g.place

-- carry --   What the books carry of each item from now on.
UPDATE finance_openitem i
   SET open_book = i.open_book + g.difference, revalued_book = i.revalued_book + g.difference
  FROM unnest(%(ids)s::bigint[], %(differences)s::numeric[]) AS g(id, difference)
 WHERE i.company_id = %(company)s AND i.id = g.id AND i.id = ANY(%(ids)s::bigint[])
