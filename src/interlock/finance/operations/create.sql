-- accounts --   One level of the chart; the level above is there.
INSERT INTO finance_account (company_id, code, name_en, name_zh, kind, parent_id, is_group, state)
SELECT %(company)s, a.code, a.name_en, a.name_zh, a.kind, p.id, a.is_group, 'open'
  FROM unnest(%(codes)s::text[], %(names_en)s::text[], %(names_zh)s::text[], %(kinds)s::text[], %(parents)s::text[],
              %(groups)s::boolean[]) AS a(code, name_en, name_zh, kind, parent, is_group)
  LEFT JOIN finance_account p ON p.company_id = %(company)s AND p.code = a.parent
 ORDER BY a.code
ON CONFLICT (company_id, code) DO NOTHING

-- rules --   A default rule for what has none yet.
INSERT INTO finance_postingrule (company_id, event_kind, component, valid_from, debit_account_id, credit_account_id,
                                 carry_party, carry_item, grouping)
SELECT %(company)s, r.kind, r.component, r.valid_from, d.id, k.id, r.carry_party, r.carry_item, r.grouping
  FROM unnest(%(kinds)s::text[], %(components)s::text[], %(since)s::date[], %(debits)s::text[], %(credits)s::text[],
              %(carry_party)s::boolean[], %(carry_item)s::boolean[], %(groupings)s::text[])
       AS r(kind, component, valid_from, debit, credit, carry_party, carry_item, grouping)
  JOIN finance_account d ON d.company_id = %(company)s AND d.code = r.debit
  JOIN finance_account k ON k.company_id = %(company)s AND k.code = r.credit
 WHERE NOT EXISTS (SELECT FROM finance_postingrule o WHERE o.company_id = %(company)s AND o.event_kind = r.kind
                      AND o.component = r.component AND o.party_group_id IS NULL AND o.item_category_id IS NULL
                      AND o.tax_class_id IS NULL)

-- periods --   A month without a row is closed, so the year is opened by making its rows.
INSERT INTO core_period (company_id, module, month, state)
SELECT %(company)s, m.module, d.month, 'open'
  FROM unnest(%(modules)s::text[]) AS m(module), unnest(%(months)s::date[]) AS d(month)
ON CONFLICT (company_id, module, month) DO NOTHING

-- with_books --   Companies whose chart was loaded.
SELECT DISTINCT company_id FROM finance_account ORDER BY 1
-- reports --   The lines of the statements and the accounts in them, once a company.
WITH line AS (
    INSERT INTO finance_reportline (company_id, report, code, name_en, name_zh, ordinal, side, sums, takes_result, is_strong,
                                    turns_to)
    SELECT %(company)s, l.report, l.code, l.name_en, l.name_zh, l.ordinal, l.side, l.sums, l.takes_result, l.is_strong,
           l.turns_to
      FROM unnest(%(reports)s::text[], %(codes)s::text[], %(names_en)s::text[], %(names_zh)s::text[], %(sides)s::text[],
                  %(sums)s::text[], %(results)s::boolean[], %(strong)s::boolean[], %(turns)s::text[])
           WITH ORDINALITY AS l(report, code, name_en, name_zh, side, sums, takes_result, is_strong, turns_to, ordinal)
     WHERE NOT EXISTS (SELECT FROM finance_reportline o WHERE o.company_id = %(company)s)
    RETURNING id, code
)
INSERT INTO finance_reportaccount (company_id, line_id, account_id)
SELECT %(company)s, l.id, a.id
  FROM unnest(%(line_codes)s::text[], %(accounts)s::text[]) AS p(line, account)
  JOIN line l ON l.code = p.line
  JOIN finance_account a ON a.company_id = %(company)s AND a.code = p.account

-- payment_reasons --   Reasons that are not there yet.
INSERT INTO finance_paymentreason (company_id, code, name_en, name_zh, component, needs_document, needs_party, state)
SELECT %(company)s, r.code, r.name_en, r.name_zh, r.component, r.documents, r.parties, 'open'
  FROM unnest(%(codes)s::text[], %(names_en)s::text[], %(names_zh)s::text[], %(components)s::text[],
              %(documents)s::boolean[], %(parties)s::boolean[]) AS r(code, name_en, name_zh, component, documents, parties)
ON CONFLICT (company_id, code) DO NOTHING

-- bank_rules --   The rules of 1002 again for each other ledger account of a bank account.
INSERT INTO finance_postingrule (company_id, event_kind, component, valid_from, party_group_id, item_category_id,
                                 tax_class_id, debit_account_id, credit_account_id, carry_party, carry_item, grouping)
SELECT r.company_id, r.event_kind, r.component || '@' || a.code, r.valid_from, r.party_group_id, r.item_category_id,
       r.tax_class_id, CASE WHEN d.code = '1002' THEN a.id ELSE d.id END, CASE WHEN k.code = '1002' THEN a.id ELSE k.id END,
       r.carry_party, r.carry_item, r.grouping
  FROM finance_postingrule r
  JOIN finance_account d ON d.company_id = r.company_id AND d.id = r.debit_account_id
  JOIN finance_account k ON k.company_id = r.company_id AND k.id = r.credit_account_id
  JOIN (SELECT DISTINCT a.id, a.code FROM finance_bankaccount b
          JOIN finance_account a ON a.company_id = b.company_id AND a.id = b.account_id
         WHERE b.company_id = %(company)s AND a.code <> '1002') AS a ON true
 WHERE r.company_id = %(company)s AND r.event_kind IN ('payment_made', 'bank_booked', 'payout_received')
   AND r.component NOT LIKE '%%@%%'
   AND NOT EXISTS (SELECT FROM finance_postingrule o WHERE o.company_id = r.company_id AND o.event_kind = r.event_kind
                      AND o.component = r.component || '@' || a.code)
