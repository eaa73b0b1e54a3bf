-- lock_advances --   What employees have left of advances is deducted by one set after the other.
SELECT pg_advisory_xact_lock(%(company)s::int, hashtext('finance_expenseclaim'))

-- judge_post --   Approved, by another than whose it is, in an open month.
SELECT i.id, CASE WHEN c.id IS NULL THEN 'not_found' WHEN c.state IN ('posted', 'paid', 'reversed') THEN 'already'
                  WHEN c.state <> 'approved' THEN 'not_approved'
                  WHEN %(me)s::bigint = c.claimant_id THEN 'same_person'
                  WHEN c.claimed_on > %(on)s::date THEN 'too_early'
                  WHEN p.state IS DISTINCT FROM 'open' THEN 'period_closed' ELSE 'done' END AS code
  FROM unnest(%(ids)s::bigint[]) WITH ORDINALITY AS i(id, place)
  LEFT JOIN finance_expenseclaim c ON c.company_id = %(company)s AND c.id = i.id AND c.id = ANY(%(ids)s::bigint[])
  LEFT JOIN core_period p ON p.company_id = %(company)s AND p.module = 'finance'
                         AND p.month = date_trunc('month', %(on)s::date)::date
 ORDER BY i.place

-- claims --   Claims as they go into the books.
SELECT id, party_id, unit_id, amount FROM finance_expenseclaim
 WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[])
 ORDER BY id

-- advances --   What employees have left of advances: open on the account, less what claims took that is not posted yet.
SELECT g.party_id, coalesce(o.amount, 0) - coalesce(w.amount, 0) AS amount
  FROM unnest(%(parties)s::bigint[]) AS g(party_id)
  LEFT JOIN LATERAL (SELECT sum(CASE i.direction WHEN 'debit' THEN i.open_book ELSE -i.open_book END) AS amount
                       FROM finance_openitem i
                       JOIN finance_account a ON a.company_id = i.company_id AND a.id = i.account_id
                      WHERE i.company_id = %(company)s AND i.party_id = g.party_id AND a.code = %(account)s
                        AND i.open_amount > 0) o ON true
  LEFT JOIN LATERAL (SELECT sum(c.advance_amount) AS amount
                       FROM finance_eventpending n
                       JOIN finance_event e ON e.company_id = n.company_id AND e.id = n.event_id
                        AND e.kind = 'expense_claimed' AND e.party_id = g.party_id
                       JOIN finance_expenseclaim c ON c.company_id = e.company_id AND c.id = e.document_id
                      WHERE n.company_id = %(company)s AND c.advance_amount > 0) w ON true

-- post --   In the books; what an advance has paid in full is paid.
UPDATE finance_expenseclaim c
   SET state = CASE WHEN c.amount = g.advance THEN 'paid' ELSE 'posted' END, posted_on = %(on)s,
       advance_amount = g.advance
  FROM unnest(%(ids)s::bigint[], %(advances)s::numeric[]) AS g(id, advance)
 WHERE c.company_id = %(company)s AND c.id = g.id AND c.id = ANY(%(ids)s::bigint[]) AND c.state = 'approved'

-- lines --   Lines of claims with the component of their kind.
SELECT l.claim_id, l.id, l.book_amount, l.book_tax, k.component
  FROM finance_expenseline l
  JOIN finance_expensekind k ON k.company_id = l.company_id AND k.id = l.expense_kind_id
 WHERE l.company_id = %(company)s AND l.claim_id = ANY(%(ids)s::bigint[])
 ORDER BY l.claim_id, l.ordinal

-- judge_reversal --   In the books, not paid by the bank and not about to be; its VAT not with the tax office.
SELECT i.id, CASE WHEN c.id IS NULL THEN 'not_found' WHEN c.state = 'reversed' THEN 'already'
                  WHEN c.state NOT IN ('posted', 'paid') OR c.reverses_id IS NOT NULL THEN 'not_in_books'
                  WHEN %(me)s::bigint = c.claimant_id THEN 'same_person'
                  WHEN EXISTS (SELECT FROM finance_paymentrequest q
                                WHERE q.company_id = c.company_id AND q.document_kind = 'expense_claim'
                                  AND q.document_id = c.id AND q.state NOT IN ('rejected', 'cancelled')) THEN 'payment_asked'
                  WHEN EXISTS (SELECT FROM finance_inputinvoice h
                                 JOIN finance_expenseline l ON l.company_id = h.company_id AND l.claim_id = c.id
                                  AND l.invoice_number = h.number
                                WHERE h.company_id = c.company_id AND h.bill_kind = 'expense_claim' AND h.bill_id = c.id
                                  AND h.state NOT IN ('received', 'refused')) THEN 'invoice_in_use'
                  WHEN c.posted_on > %(on)s::date THEN 'too_early'
                  WHEN p.state IS DISTINCT FROM 'open' THEN 'period_closed' ELSE 'done' END AS code
  FROM unnest(%(ids)s::bigint[]) WITH ORDINALITY AS i(id, place)
  LEFT JOIN finance_expenseclaim c ON c.company_id = %(company)s AND c.id = i.id AND c.id = ANY(%(ids)s::bigint[])
  LEFT JOIN core_period p ON p.company_id = %(company)s AND p.module = 'finance'
                         AND p.month = date_trunc('month', %(on)s::date)::date
 ORDER BY i.place

-- mirror --   A claim of the opposite amounts, in the books at once, numbered in the order given.
WITH given AS MATERIALIZED (
    SELECT nextval('core_document_id') AS id, c.id AS claim_id, i.place
      FROM unnest(%(ids)s::bigint[]) WITH ORDINALITY AS i(id, place)
      JOIN finance_expenseclaim c ON c.company_id = %(company)s AND c.id = i.id AND c.id = ANY(%(ids)s::bigint[])
), month AS MATERIALIZED (
    SELECT date_trunc('month', %(on)s::date)::date AS month, count(*) AS how_many FROM given
), taken AS MATERIALIZED (
    SELECT month, core_take_numbers(%(company)s, 'EC', month, how_many) AS before FROM month
)
INSERT INTO finance_expenseclaim (id, company_id, number, state, employee_id, claimant_id, party_id, unit_id, project_id,
                                  purpose, from_on, to_on, claimed_on, posted_on, currency, rate, amount, advance_amount,
                                  author_id, reverses_id, run_id)
SELECT g.id, c.company_id, core_number((SELECT core_prefix(%(company)s, 'EC')), t.month, t.before + g.place), 'posted', c.employee_id, c.claimant_id, c.party_id,
       c.unit_id, c.project_id, left('↺ ' || c.number || ' ' || c.purpose, 200), c.from_on, c.to_on, %(on)s, %(on)s,
       c.currency, c.rate, -c.amount, -c.advance_amount, %(me)s, c.id, %(run)s
  FROM given g CROSS JOIN taken t
  JOIN finance_expenseclaim c ON c.company_id = %(company)s AND c.id = g.claim_id AND c.id = ANY(%(ids)s::bigint[])
 ORDER BY g.place
RETURNING id, party_id, unit_id, amount, advance_amount, reverses_id

-- mirror_lines --   Their lines; each names the one it takes back by its place.
WITH made AS (
    INSERT INTO finance_expenseline (company_id, claim_id, ordinal, expense_kind_id, spent_on, quantity, city_class, amount,
                                     tax_amount, book_amount, book_tax, text, invoice_number, seller_name, is_live)
    SELECT r.company_id, r.id, l.ordinal, l.expense_kind_id, l.spent_on, l.quantity, l.city_class, -l.amount, -l.tax_amount,
           -l.book_amount, -l.book_tax, l.text, l.invoice_number, l.seller_name, false
      FROM finance_expenseclaim r
      JOIN finance_expenseline l ON l.company_id = r.company_id AND l.claim_id = r.reverses_id
     WHERE r.company_id = %(company)s AND r.id = ANY(%(ids)s::bigint[])
    RETURNING id, claim_id, ordinal
)
SELECT m.id, r.reverses_id, o.id AS line_id
  FROM made m
  JOIN finance_expenseclaim r ON r.company_id = %(company)s AND r.id = m.claim_id AND r.id = ANY(%(ids)s::bigint[])
  JOIN finance_expenseline o ON o.company_id = r.company_id AND o.claim_id = r.reverses_id AND o.ordinal = m.ordinal

-- reversed --   Out of the books, by entries of another's.
UPDATE finance_expenseclaim SET state = 'reversed'
 WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[]) AND state IN ('posted', 'paid')
