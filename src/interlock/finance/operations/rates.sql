-- daily --   The latest rate of the day on or before each day.
SELECT g.currency, g.day, r.rate
  FROM unnest(%(codes)s::text[], %(days)s::date[]) AS g(currency, day)
  JOIN LATERAL (SELECT x.rate FROM finance_exchangerate x
                 WHERE x.company_id = %(company)s AND x.kind = 'daily' AND x.currency_id = g.currency
                   AND x.valid_on <= g.day
                 ORDER BY x.valid_on DESC LIMIT 1) r ON true
