-- rates --   Rates into a currency, of the companies whose books are in it: the first that has a rate of a day.
SELECT DISTINCT ON (r.currency_id, r.kind, r.valid_on) r.currency_id, r.kind, r.valid_on, r.rate
  FROM finance_exchangerate r
  JOIN core_company c ON c.id = r.company_id AND c.currency_id = %(currency)s
 WHERE r.company_id = ANY(%(companies)s::bigint[]) AND r.currency_id = ANY(%(currencies)s::text[])
   AND r.valid_on <= %(until)s::date
 ORDER BY r.currency_id, r.kind, r.valid_on, c.code

-- months --   The months in which a company's books moved.
SELECT DISTINCT month FROM finance_accountbalance WHERE company_id = %(company)s AND month <= %(until)s::date ORDER BY month
