-- lock_numbers --   Numbers are taken in one set after the other in the whole group, as those of input invoices are.
SELECT pg_advisory_xact_lock(hashtext('finance_inputinvoice'))

-- lock_claims --   One order for all.
SELECT id FROM finance_expenseclaim WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[])
 ORDER BY id FOR NO KEY UPDATE

-- standing --   Claims as they are.
SELECT id, state, version, employee_id FROM finance_expenseclaim
 WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[])

-- make --   New claims, numbered without gaps a month, in the order given.
WITH given AS MATERIALIZED (
    SELECT nextval('core_document_id') AS id, g.*, date_trunc('month', g.claimed_on)::date AS month,
           row_number() OVER (PARTITION BY date_trunc('month', g.claimed_on) ORDER BY g.place) AS nth
      FROM unnest(%(employees)s::bigint[], %(units)s::bigint[], %(projects)s::bigint[], %(purposes)s::text[],
                  %(days)s::date[], %(begins)s::date[], %(ends)s::date[], %(currencies)s::text[], %(rates)s::numeric[],
                  %(amounts)s::numeric[]) WITH ORDINALITY
           AS g(employee_id, unit_id, project_id, purpose, claimed_on, from_on, to_on, currency, rate, amount, place)
), month AS MATERIALIZED (
    SELECT month, count(*) AS how_many FROM given GROUP BY month ORDER BY month
), taken AS MATERIALIZED (
    SELECT month, core_take_numbers(%(company)s, 'EC', month, how_many) AS before FROM month ORDER BY month
), made AS (
    INSERT INTO finance_expenseclaim (id, company_id, number, state, employee_id, claimant_id, party_id, unit_id,
                                      project_id, purpose, from_on, to_on, claimed_on, currency, rate, amount,
                                      author_id, run_id)
    SELECT g.id, %(company)s, core_number((SELECT core_prefix(%(company)s, 'EC')), g.month, t.before + g.nth), 'draft', e.id, e.user_id, e.party_id,
           g.unit_id, g.project_id, g.purpose, g.from_on, g.to_on, g.claimed_on, g.currency, g.rate, g.amount, %(me)s,
           %(run)s
      FROM given g JOIN taken t ON t.month = g.month
      JOIN finance_employee e ON e.company_id = %(company)s AND e.id = g.employee_id
    RETURNING id
)
SELECT g.id FROM given g JOIN made m ON m.id = g.id ORDER BY g.place

-- change --   Another version, a draft again.
UPDATE finance_expenseclaim c
   SET unit_id = g.unit_id, project_id = g.project_id, purpose = g.purpose, claimed_on = g.claimed_on,
       from_on = g.from_on, to_on = g.to_on, currency = g.currency, rate = g.rate, amount = g.amount, state = 'draft',
       is_over = false, version = c.version + 1
  FROM unnest(%(ids)s::bigint[], %(units)s::bigint[], %(projects)s::bigint[], %(purposes)s::text[], %(days)s::date[],
              %(begins)s::date[], %(ends)s::date[], %(currencies)s::text[], %(rates)s::numeric[], %(amounts)s::numeric[])
       AS g(id, unit_id, project_id, purpose, claimed_on, from_on, to_on, currency, rate, amount)
 WHERE c.company_id = %(company)s AND c.id = g.id AND c.id = ANY(%(ids)s::bigint[])

-- clear --   The lines of the version before.
DELETE FROM finance_expenseline WHERE company_id = %(company)s AND claim_id = ANY(%(ids)s::bigint[])

-- lines --   All lines of all claims.
INSERT INTO finance_expenseline (company_id, claim_id, ordinal, expense_kind_id, spent_on, quantity, city_class, amount,
                                 tax_amount, book_amount, book_tax, text, reason, invoice_number, seller_name, file_id,
                                 xml_id)
SELECT %(company)s, l.*
  FROM unnest(%(claims)s::bigint[], %(ordinals)s::int[], %(kinds)s::bigint[], %(days)s::date[], %(quantities)s::numeric[],
              %(cities)s::text[], %(amounts)s::numeric[], %(taxes)s::numeric[], %(books)s::numeric[],
              %(book_taxes)s::numeric[], %(texts)s::text[], %(reasons)s::text[], %(numbers)s::text[], %(sellers)s::text[],
              %(files)s::bigint[], %(xmls)s::bigint[]) AS l

-- lock_employees --   What one has spent a day is judged in one claim after the other.
SELECT id FROM finance_employee
 WHERE company_id = %(company)s AND id = ANY(ARRAY(SELECT employee_id FROM finance_expenseclaim
                                                    WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[])))
 ORDER BY id FOR NO KEY UPDATE

-- judge_submit --   One's own draft, each line with its invoice.
SELECT i.id, CASE WHEN c.id IS NULL THEN 'not_found' WHEN c.state = 'submitted' THEN 'already'
                  WHEN c.state <> 'draft' THEN 'not_draft'
                  WHEN EXISTS (SELECT FROM finance_expenseline l
                                 JOIN finance_expensekind k ON k.company_id = l.company_id AND k.id = l.expense_kind_id
                                WHERE l.company_id = c.company_id AND l.claim_id = c.id
                                  AND k.needs_invoice AND l.invoice_number = '') THEN 'invoice_missing'
                  ELSE 'done' END AS code
  FROM unnest(%(ids)s::bigint[]) WITH ORDINALITY AS i(id, place)
  LEFT JOIN finance_expenseclaim c ON c.company_id = %(company)s AND c.id = i.id AND c.id = ANY(%(ids)s::bigint[])
                                  AND (%(me)s::bigint IS NULL OR c.claimant_id = %(me)s)
 ORDER BY i.place

-- not_over --   Judged anew.
UPDATE finance_expenseline SET over_amount = 0
 WHERE company_id = %(company)s AND claim_id = ANY(%(ids)s::bigint[]) AND over_amount <> 0

-- over --   By how much each line is over its limit.
UPDATE finance_expenseline l SET over_amount = o.amount
  FROM unnest(%(lines)s::bigint[], %(amounts)s::numeric[]) AS o(id, amount)
 WHERE l.company_id = %(company)s AND l.id = o.id AND l.claim_id = ANY(%(ids)s::bigint[])

-- submit --   Another person answers.
UPDATE finance_expenseclaim SET state = 'submitted', note = '', is_over = id = ANY(%(over)s::bigint[])
 WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[]) AND state = 'draft'

-- judge_withdraw --   One's own, before it is approved.
SELECT i.id, CASE WHEN c.id IS NULL THEN 'not_found' WHEN c.state = 'withdrawn' THEN 'already'
                  WHEN c.state NOT IN ('draft', 'submitted', 'refused') THEN 'not_open' ELSE 'done' END AS code
  FROM unnest(%(ids)s::bigint[]) WITH ORDINALITY AS i(id, place)
  LEFT JOIN finance_expenseclaim c ON c.company_id = %(company)s AND c.id = i.id AND c.id = ANY(%(ids)s::bigint[])
                                  AND (%(me)s::bigint IS NULL OR c.claimant_id = %(me)s)
 ORDER BY i.place

-- withdraw --   Its number stays taken.
UPDATE finance_expenseclaim SET state = 'withdrawn'
 WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[])

-- let_go --   Its invoices may be claimed again.
UPDATE finance_expenseline SET is_live = false
 WHERE company_id = %(company)s AND claim_id = ANY(%(ids)s::bigint[]) AND is_live
