-- lock_rules --   Rules of a company are changed by one set after the other, so that no two of them tie.
SELECT pg_advisory_xact_lock(%(company)s::int, hashtext('finance_postingrule'))

-- open_months --   The open months from a day on: who posts in them is waited for.
SELECT month FROM core_period
 WHERE company_id = %(company)s AND module = 'finance' AND state = 'open'
   AND month >= date_trunc('month', %(first)s::date)::date
 ORDER BY month

-- accounts --   The accounts that rules name.
SELECT code, id, is_group, state, currency_id,
       ARRAY(SELECT x.dimension FROM finance_accountdimension x
              WHERE x.company_id = a.company_id AND x.account_id = a.id) AS asks
  FROM finance_account a
 WHERE company_id = %(company)s AND code = ANY(%(codes)s::text[])

-- codes --   What links of rules lead to, as codes.
SELECT 'account' AS kind, id, code FROM finance_account WHERE company_id = %(company)s AND id = ANY(%(accounts)s::bigint[])
UNION ALL
SELECT 'party_group', id, code FROM parties_partygroup WHERE id = ANY(%(groups)s::bigint[])
UNION ALL
SELECT 'item_category', id, code FROM items_category WHERE id = ANY(%(categories)s::bigint[])
UNION ALL
SELECT 'tax_class', id, code FROM items_taxclass WHERE id = ANY(%(classes)s::bigint[])

-- selectors --   What the columns that narrow a rule name.
SELECT 'party_group' AS kind, code, id FROM parties_partygroup WHERE code = ANY(%(groups)s::text[])
UNION ALL
SELECT 'item_category', code, id FROM items_category WHERE code = ANY(%(categories)s::text[])
UNION ALL
SELECT 'tax_class', code, id FROM items_taxclass WHERE code = ANY(%(classes)s::text[])

-- standing --   The rules of these kinds of event, and those named, as they are.
SELECT r.id, r.event_kind, r.component, r.party_group_id, r.item_category_id, r.tax_class_id, r.valid_from, r.valid_to,
       r.debit_account_id, r.credit_account_id, r.carry_party, r.carry_item, r.grouping
  FROM finance_postingrule r
 WHERE r.company_id = %(company)s AND (r.event_kind = ANY(%(kinds)s::text[]) OR r.id = ANY(%(ids)s::bigint[]))
 ORDER BY r.id

-- used --   The last day since when a rule has posted, of those that have.
SELECT r.id, u.day FROM unnest(%(ids)s::bigint[], %(days)s::date[]) AS g(id, since)
  JOIN finance_postingrule r ON r.company_id = %(company)s AND r.id = g.id
  JOIN LATERAL (SELECT finance_rule_used(r.company_id, r.event_kind::text, r.component::text, r.debit_account_id,
                                         r.credit_account_id, g.since) AS day) u ON u.day IS NOT NULL

-- end --   No longer valid from the day on.
UPDATE finance_postingrule r SET valid_to = g.valid_to
  FROM unnest(%(ids)s::bigint[], %(days)s::date[]) AS g(id, valid_to)
 WHERE r.company_id = %(company)s AND r.id = g.id AND r.id = ANY(%(ids)s::bigint[])

-- add --   New rules, in the order given.
INSERT INTO finance_postingrule (company_id, event_kind, component, party_group_id, item_category_id, tax_class_id,
                                 valid_from, debit_account_id, credit_account_id, carry_party, carry_item, grouping)
SELECT %(company)s, r.kind, r.component, r.group_id, r.category_id, r.class_id, r.valid_from, r.debit_id, r.credit_id,
       r.carry_party, r.carry_item, r.grouping
  FROM unnest(%(kinds)s::text[], %(components)s::text[], %(groups)s::bigint[], %(categories)s::bigint[],
              %(classes)s::bigint[], %(since)s::date[], %(debits)s::bigint[], %(credits)s::bigint[],
              %(carry_party)s::boolean[], %(carry_item)s::boolean[], %(groupings)s::text[])
       WITH ORDINALITY AS r(kind, component, group_id, category_id, class_id, valid_from, debit_id, credit_id,
                            carry_party, carry_item, grouping, place)
 ORDER BY r.place
RETURNING id
