-- claims_found --   Expense claims, newest first, by key.
SELECT c.id, c.amount
  FROM finance_expenseclaim c
 WHERE c.company_id = %(company)s
   AND (%(before)s::bigint IS NULL OR c.id < %(before)s)
   AND (%(state)s::text IS NULL OR c.state = %(state)s)
   AND (%(employee)s::bigint IS NULL OR c.employee_id = %(employee)s)
   AND (%(unit)s::bigint IS NULL OR c.unit_id = %(unit)s)
   AND (%(over)s::text IS NULL OR c.is_over)
   AND (%(first)s::date IS NULL OR c.claimed_on >= %(first)s)
   AND (%(last)s::date IS NULL OR c.claimed_on <= %(last)s)
   AND (%(least)s::numeric IS NULL OR c.amount >= %(least)s)
   AND (%(most)s::numeric IS NULL OR c.amount <= %(most)s)
   AND (%(term)s::text IS NULL OR c.number LIKE %(term)s || '%%' OR EXISTS (
        SELECT FROM finance_expenseline l
         WHERE l.company_id = c.company_id AND l.claim_id = c.id AND l.invoice_number = %(term)s))
 ORDER BY c.id DESC
 LIMIT %(size)s

-- claims --   Some expense claims as a list shows them.
SELECT c.id, c.number, c.state, c.claimed_on, c.posted_on, c.amount, c.advance_amount, c.paid_amount, c.is_over, c.purpose,
       p.name AS employee, u.name_en, u.name_zh
  FROM finance_expenseclaim c
  JOIN parties_party p ON p.id = c.party_id
  JOIN core_unit u ON u.id = c.unit_id
 WHERE c.company_id = %(company)s AND c.id = ANY(%(ids)s::bigint[])
 ORDER BY c.id DESC

-- employees --   Who claims, for filters.
SELECT e.id, p.name FROM finance_employee e JOIN parties_party p ON p.id = e.party_id
 WHERE e.company_id = %(company)s ORDER BY p.name LIMIT 500

-- units --   Departments, for filters and forms.
SELECT id, code, code || ' ' || name_zh AS name, name_en, name_zh FROM core_unit
 WHERE company_id = %(company)s AND kind = 'department' ORDER BY code LIMIT 200

-- projects --   Projects, for the form.
SELECT code, name_en, name_zh FROM finance_dimensionvalue
 WHERE company_id = %(company)s AND dimension = 'project' ORDER BY code LIMIT 500

-- kinds --   What money may be spent on, for the form.
SELECT code, name_en, name_zh, needs_invoice, measure FROM finance_expensekind
 WHERE company_id = %(company)s AND state = 'open' ORDER BY code LIMIT 200

-- mine --   One's own claims, the newest first.
SELECT c.id, c.number, c.state, c.claimed_on, c.amount, c.advance_amount, c.paid_amount, c.purpose, c.note
  FROM finance_expenseclaim c
 WHERE c.company_id = %(company)s AND c.claimant_id = %(me)s
   AND (%(before)s::bigint IS NULL OR c.id < %(before)s)
   AND (%(state)s::text IS NULL OR c.state = %(state)s)
 ORDER BY c.id DESC LIMIT %(size)s

-- me --   The employee that a person is in a company.
SELECT e.id, e.unit_id, u.code AS unit, p.code, p.name
  FROM finance_employee e
  JOIN parties_party p ON p.id = e.party_id
  JOIN core_unit u ON u.id = e.unit_id
 WHERE e.company_id = %(company)s AND e.user_id = %(me)s AND e.state = 'active'

-- claim --   One expense claim.
SELECT c.id, c.company_id, c.number, c.state, c.purpose, c.from_on, c.to_on, c.claimed_on, c.posted_on, c.currency, c.rate,
       c.amount, c.advance_amount, c.paid_amount, c.is_over, c.note, c.version, c.claimant_id, c.author_id, c.reverses_id,
       p.code AS party, p.name AS employee, y.payee_account, y.payee_bank, y.payee_bank_code, u.code AS unit, u.name_en,
       u.name_zh, d.code AS project, d.name_en AS project_en, d.name_zh AS project_zh, r.number AS reverses, b.id AS reversed_id,
       b.number AS reversed_by, coalesce(nullif(CASE WHEN w.last_name ~ '^[A-Za-z]' THEN w.first_name || ' ' || w.last_name
                           ELSE w.last_name || w.first_name END, ''), w.username, '') AS approver
  FROM finance_expenseclaim c
  JOIN finance_employee y ON y.company_id = c.company_id AND y.id = c.employee_id
  JOIN parties_party p ON p.id = c.party_id
  JOIN core_unit u ON u.id = c.unit_id
  LEFT JOIN finance_dimensionvalue d ON d.company_id = c.company_id AND d.id = c.project_id
  LEFT JOIN finance_expenseclaim r ON r.company_id = c.company_id AND r.id = c.reverses_id
  LEFT JOIN finance_expenseclaim b ON b.company_id = c.company_id AND b.reverses_id = c.id
  LEFT JOIN core_user w ON w.id = c.approver_id
 WHERE c.id = %(id)s

-- lines --   The lines of a claim.
SELECT l.id, l.ordinal, k.code AS kind, k.name_en, k.name_zh, k.needs_invoice, l.spent_on, l.quantity, k.measure, l.city_class,
       l.amount, l.tax_amount, l.book_amount, l.book_tax, l.over_amount, l.text, l.reason, l.invoice_number, l.seller_name,
       l.file_id, l.xml_id
  FROM finance_expenseline l
  JOIN finance_expensekind k ON k.company_id = l.company_id AND k.id = l.expense_kind_id
 WHERE l.company_id = %(company)s AND l.claim_id = %(id)s
 ORDER BY l.ordinal LIMIT 200

-- payments --   What was asked to be paid for a claim.
SELECT id, number, state, amount, paid_on FROM finance_paymentrequest
 WHERE company_id = %(company)s AND document_kind = 'expense_claim' AND document_id = %(id)s
 ORDER BY id LIMIT 50

-- file --   The photo of a line, or the file of its invoice.
SELECT f.sha256, f.name FROM finance_expenseline l
  JOIN core_file f ON f.company_id = l.company_id AND f.id = coalesce(l.file_id, l.xml_id)
 WHERE l.company_id = %(company)s AND l.claim_id = %(id)s AND l.id = %(line)s
