-- of_account --   The months, before the one they are posted in, that lines of an account belong to: by voucher or by a
-- value. Late facts are posted on the first of a month and are few; the index on days finds them, never the journal.
WITH late AS MATERIALIZED (
    SELECT e.id, date_trunc('month', e.fact_on)::date AS month FROM finance_event e
     WHERE e.company_id = %(company)s AND e.posting_on = %(month)s::date AND e.fact_on < %(month)s::date
), line AS (
    SELECT t.month, CASE %(by)s WHEN 'voucher' THEN j.voucher_id WHEN 'unit' THEN j.unit_id WHEN 'party' THEN j.party_id
                                ELSE j.item_id END AS key
      FROM late t
      JOIN finance_eventline l ON l.company_id = %(company)s AND l.event_id = t.id
      JOIN finance_journalline j ON j.company_id = l.company_id AND j.id = l.id
       AND %(account)s IN (j.debit_account_id, j.credit_account_id)
)
SELECT key, array_agg(DISTINCT month ORDER BY month) AS months FROM line GROUP BY 1

-- of_company --   The same of every voucher of a company, for a file of them all.
SELECT j.voucher_id AS key, array_agg(DISTINCT date_trunc('month', e.fact_on)::date) AS months
  FROM finance_event e
  JOIN finance_eventline l ON l.company_id = e.company_id AND l.event_id = e.id
  JOIN finance_journalline j ON j.company_id = l.company_id AND j.id = l.id
 WHERE e.company_id = %(company)s AND e.fact_on < date_trunc('month', e.posting_on)::date
 GROUP BY j.voucher_id
