-- employees --   Whoever acts as an employee of the company, and those whom the system names.
SELECT e.id, e.user_id, e.unit_id, p.code
  FROM finance_employee e JOIN parties_party p ON p.id = e.party_id
 WHERE e.company_id = %(company)s AND e.state = 'active'
   AND (e.user_id = %(me)s::bigint OR p.code = ANY(%(codes)s::text[]))
 ORDER BY e.id

-- known --   What codes on claims stand for in this company.
SELECT 'unit' AS what, code, id FROM core_unit WHERE company_id = %(company)s AND code = ANY(%(units)s::text[])
UNION ALL
SELECT 'project', code, id FROM finance_dimensionvalue
 WHERE company_id = %(company)s AND dimension = 'project' AND code = ANY(%(projects)s::text[])

-- kinds --   The kinds of expense that are in use.
SELECT id, code, component, is_deductible, needs_invoice, measure FROM finance_expensekind
 WHERE company_id = %(company)s AND code = ANY(%(codes)s::text[]) AND state = 'open'

-- ourselves --   Whom an invoice to us names, and what the books are kept in.
SELECT uscc, currency_id FROM core_company WHERE id = %(company)s

-- rates --   Currencies that exist, each with the company's rate of the day.
SELECT g.code AS currency, g.day, CASE WHEN c.currency_id = g.code THEN 1 ELSE r.rate END AS rate
  FROM unnest(%(codes)s::text[], %(days)s::date[]) AS g(code, day)
  JOIN core_currency k ON k.code = g.code
  JOIN core_company c ON c.id = %(company)s
  LEFT JOIN LATERAL (SELECT x.rate FROM finance_exchangerate x
                      WHERE x.company_id = c.id AND x.kind = 'daily' AND x.currency_id = g.code AND x.valid_on <= g.day
                      ORDER BY x.valid_on DESC LIMIT 1) r ON true

-- files --   Photos and files of the company.
SELECT id, sha256 FROM core_file WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[])

-- used --   Where these invoice numbers are already, in whatever company of the group.
SELECT l.invoice_number AS number, c.number AS place, o.code AS company
  FROM finance_expenseline l
  JOIN finance_expenseclaim c ON c.company_id = l.company_id AND c.id = l.claim_id
  JOIN core_company o ON o.id = l.company_id
 WHERE l.is_live AND l.invoice_number <> '' AND l.invoice_number = ANY(%(numbers)s::text[])
   AND NOT l.claim_id = ANY(%(leaving)s::bigint[])
UNION ALL
SELECT h.number, h.number, o.code
  FROM finance_inputinvoice h JOIN core_company o ON o.id = h.company_id
 WHERE h.company_id = ANY(ARRAY(SELECT id FROM core_company)) AND h.number = ANY(%(numbers)s::text[])
   AND h.bill_kind <> 'expense_claim'
UNION ALL
SELECT d.reference, d.number, o.code
  FROM finance_itemdocument d JOIN core_company o ON o.id = d.company_id
 WHERE d.company_id = ANY(ARRAY(SELECT id FROM core_company)) AND d.kind = 'bill' AND d.state IN ('draft', 'posted')
   AND d.reference = ANY(%(numbers)s::text[])
