-- lock_accounts --   Statements of an account are taken one after the other.
SELECT id FROM finance_bankaccount WHERE company_id = %(company)s AND number = ANY(%(numbers)s::text[])
 ORDER BY id FOR NO KEY UPDATE

-- accounts --   The company's accounts of these numbers.
SELECT b.id, b.number, b.state, b.currency_id AS currency
  FROM finance_bankaccount b
 WHERE b.company_id = %(company)s AND b.number = ANY(%(numbers)s::text[])

-- account --   An account by its code.
SELECT b.id, b.number, b.currency_id AS currency
  FROM finance_bankaccount b
 WHERE b.company_id = %(company)s AND b.code = %(code)s

-- last --   The last statement of each account.
SELECT b.id AS bank_account_id, s.year, s.sequence, s.closing
  FROM finance_bankaccount b
 CROSS JOIN LATERAL (SELECT year, sequence, closing FROM finance_bankstatement s
                      WHERE s.company_id = b.company_id AND s.bank_account_id = b.id
                      ORDER BY year DESC, sequence DESC LIMIT 1) AS s
 WHERE b.company_id = %(company)s AND b.number = ANY(%(numbers)s::text[])

-- kept --   What was taken of these numbers or files before.
SELECT id, bank_account_id, year, sequence, sha256, closing, lines FROM finance_bankstatement
 WHERE company_id = %(company)s AND bank_account_id = ANY(%(accounts)s::bigint[])
   AND (sequence = ANY(%(sequences)s::int[]) OR sha256 = ANY(%(hashes)s::text[]))

-- doubled --   Lines of files without balances that an earlier statement of the account has: the first of each file.
SELECT DISTINCT ON (g.place) g.place, g.day, g.reference, s.number
  FROM unnest(%(statements)s::bigint[], %(accounts)s::bigint[], %(days)s::date[], %(amounts)s::numeric[], %(references)s::text[])
       AS g(place, account_id, day, amount, reference)
  JOIN finance_bankstatement s ON s.company_id = %(company)s AND s.bank_account_id = g.account_id AND s.stated_on >= g.day
  JOIN finance_bankline l ON l.company_id = s.company_id AND l.statement_id = s.id AND l.booked_on = g.day
   AND l.amount = g.amount AND l.reference = g.reference
 ORDER BY g.place, g.day, g.reference, s.number

-- make --   Numbered without gaps a month, in the order given.
WITH given AS MATERIALIZED (
    SELECT nextval('core_document_id') AS id, g.*, date_trunc('month', g.stated_on)::date AS month,
           row_number() OVER (PARTITION BY date_trunc('month', g.stated_on) ORDER BY g.place) AS nth
      FROM unnest(%(accounts)s::bigint[], %(years)s::int[], %(sequences)s::int[], %(openings)s::numeric[], %(closings)s::numeric[],
                  %(days)s::date[], %(counts)s::int[], %(sources)s::text[], %(hashes)s::text[])
           WITH ORDINALITY AS g(account_id, year, sequence, opening, closing, stated_on, lines, source, sha256, place)
), month AS MATERIALIZED (
    SELECT month, count(*) AS how_many FROM given GROUP BY month ORDER BY month
), taken AS MATERIALIZED (
    SELECT month, core_take_numbers(%(company)s, 'BS', month, how_many) AS before FROM month ORDER BY month
), made AS (
    INSERT INTO finance_bankstatement (id, company_id, number, bank_account_id, year, sequence, source, stated_on, opening,
                                       closing, lines, sha256, run_id)
    SELECT g.id, %(company)s, core_number((SELECT core_prefix(%(company)s, 'BS')), g.month, t.before + g.nth), g.account_id, g.year, g.sequence, g.source,
           g.stated_on, g.opening, g.closing, g.lines, g.sha256, %(run)s
      FROM given g JOIN taken t ON t.month = g.month
    RETURNING id
)
SELECT g.id FROM given g JOIN made m ON m.id = g.id ORDER BY g.place

-- lines --   All lines of all statements, open; whoever owns the account answers for them.
INSERT INTO finance_bankline (company_id, statement_id, bank_account_id, ordinal, booked_on, amount, reference, end_to_end,
                              code, counterparty, counterparty_account, text, owner_id)
SELECT %(company)s, l.statement_id, s.bank_account_id, l.ordinal, l.booked_on, l.amount, l.reference, l.end_to_end, l.code,
       l.counterparty, l.counterparty_account, l.text, b.owner_id
  FROM unnest(%(statements)s::bigint[], %(ordinals)s::int[], %(days)s::date[], %(amounts)s::numeric[],
              %(references)s::text[], %(end_to_ends)s::text[], %(codes)s::text[], %(counterpartys)s::text[],
              %(counterparty_accounts)s::text[], %(texts)s::text[])
       AS l(statement_id, ordinal, booked_on, amount, reference, end_to_end, code, counterparty, counterparty_account, text)
  JOIN finance_bankstatement s ON s.company_id = %(company)s AND s.id = l.statement_id
                              AND s.id = ANY(%(statements)s::bigint[])
  JOIN finance_bankaccount b ON b.company_id = s.company_id AND b.id = s.bank_account_id
