-- lines --   The lines of the cash flow statement, once a company.
INSERT INTO finance_reportline (company_id, report, code, name_en, name_zh, ordinal, side, sums, takes_result, is_strong,
                                turns_to)
SELECT %(company)s, 'cash_flow', l.code, l.name_en, l.name_zh, l.ordinal, l.side, l.sums, false, l.is_strong, ''
  FROM unnest(%(codes)s::text[], %(names_en)s::text[], %(names_zh)s::text[], %(sides)s::text[], %(sums)s::text[],
              %(strong)s::boolean[]) WITH ORDINALITY AS l(code, name_en, name_zh, side, sums, is_strong, ordinal)
 WHERE NOT EXISTS (SELECT FROM finance_reportline o WHERE o.company_id = %(company)s AND o.report = 'cash_flow')

-- items --   The items movements of cash can be for; what is there stays as it is.
INSERT INTO finance_dimensionvalue (company_id, dimension, code, name_en, name_zh, state)
SELECT %(company)s, 'cash_item', i.code, i.name_en, i.name_zh, 'open'
  FROM unnest(%(codes)s::text[], %(names_en)s::text[], %(names_zh)s::text[]) AS i(code, name_en, name_zh)
ON CONFLICT (company_id, dimension, code) DO NOTHING

-- rules --   Default rules for what has none, of accounts that the chart has.
INSERT INTO finance_cashitemrule (company_id, event_kind, component, account_id, item_in_id, item_out_id)
SELECT %(company)s, r.kind, r.component, a.id, i.id, o.id
  FROM unnest(%(kinds)s::text[], %(components)s::text[], %(accounts)s::text[], %(items_in)s::text[],
              %(items_out)s::text[]) AS r(kind, component, account, item_in, item_out)
  JOIN finance_dimensionvalue i ON i.company_id = %(company)s AND i.dimension = 'cash_item' AND i.code = r.item_in
  JOIN finance_dimensionvalue o ON o.company_id = %(company)s AND o.dimension = 'cash_item' AND o.code = r.item_out
  LEFT JOIN finance_account a ON a.company_id = %(company)s AND a.code = r.account
 WHERE a.id IS NOT NULL OR r.account = ''
ON CONFLICT (company_id, event_kind, component, account_id) DO NOTHING

-- cash --   What is cash, once a company.
INSERT INTO finance_cashaccount (company_id, account_id)
SELECT %(company)s, a.id FROM finance_account a
 WHERE a.company_id = %(company)s AND a.code = ANY(%(codes)s::text[])
   AND NOT EXISTS (SELECT FROM finance_cashaccount c WHERE c.company_id = %(company)s)

-- before --   Vouchers that touched cash before its flow was kept.
SELECT DISTINCT t.voucher_id
  FROM finance_cashaccount c
  JOIN finance_account o ON o.company_id = c.company_id AND o.id = c.account_id
  JOIN finance_account a ON a.company_id = c.company_id AND starts_with(a.code, o.code)
  JOIN finance_vouchertotal t ON t.company_id = a.company_id AND t.account_id = a.id
 WHERE c.company_id = %(company)s
 ORDER BY 1
