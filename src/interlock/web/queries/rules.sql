-- rules --   A company's posting rules by kind of event, those no longer valid among them where asked for.
SELECT r.id, r.event_kind, r.component, g.code AS party_group, c.code AS item_category, t.code AS tax_class, r.valid_from,
       r.valid_to, d.code AS debit, d.name_en AS debit_en, d.name_zh AS debit_zh, k.code AS credit,
       k.name_en AS credit_en, k.name_zh AS credit_zh, r.carry_party, r.carry_item, r.grouping,
       coalesce(r.valid_to <= %(today)s::date, false) AS ended, r.valid_from > %(today)s::date AS ahead
  FROM finance_postingrule r
  LEFT JOIN parties_partygroup g ON g.id = r.party_group_id
  LEFT JOIN items_category c ON c.id = r.item_category_id
  LEFT JOIN items_taxclass t ON t.id = r.tax_class_id
  JOIN finance_account d ON d.id = r.debit_account_id
  JOIN finance_account k ON k.id = r.credit_account_id
 WHERE r.company_id = %(company)s AND (%(id)s::bigint IS NULL OR r.id = %(id)s)
   AND (%(kind)s::text IS NULL OR r.event_kind = %(kind)s)
   AND (%(ended)s OR r.valid_to IS NULL OR r.valid_to > %(today)s::date)
 ORDER BY r.event_kind, r.component, g.code NULLS FIRST, c.code NULLS FIRST, t.code NULLS FIRST, r.valid_from, r.id
 LIMIT 2000

-- history --   Who made a rule and ended it, and when.
SELECT h.pgh_created_at AS at, h.pgh_label AS label, h.valid_to, u.username, u.last_name, u.first_name
  FROM finance_postingruleevent h
  LEFT JOIN pghistory_context x ON x.id = h.pgh_context_id
  LEFT JOIN core_user u ON u.id = (x.metadata->>'user')::bigint
 WHERE h.company_id = %(company)s AND h.pgh_obj_id = %(id)s
 ORDER BY h.pgh_id

-- accounts --   The accounts a rule may name.
SELECT code, name_en, name_zh FROM finance_account
 WHERE company_id = %(company)s AND state = 'open' AND NOT is_group AND currency_id IS NULL
 ORDER BY code

-- choices --   What narrows a rule.
SELECT 'party_group' AS kind, code, name_en, name_zh FROM parties_partygroup
UNION ALL
SELECT 'item_category', code, name_en, name_zh FROM items_category
UNION ALL
SELECT 'tax_class', code, name_en, name_zh FROM items_taxclass
 ORDER BY 1, 2

-- known --   The components of each kind of event: those with rules, and those that wait for one.
SELECT event_kind AS kind, component FROM finance_postingrule WHERE company_id = %(company)s
UNION
(SELECT e.kind, l.component
   FROM finance_eventpending w
   JOIN finance_event e ON e.company_id = w.company_id AND e.id = w.event_id
   JOIN finance_eventline l ON l.company_id = e.company_id AND l.event_id = e.id
  WHERE w.company_id = %(company)s AND w.code = 'no_rule'
  LIMIT 500)
 ORDER BY 1, 2

-- asked --   The event a rule is made for.
SELECT e.id, e.kind, e.posting_on FROM finance_event e WHERE e.company_id = %(company)s AND e.id = %(id)s

-- revaluations --   What was revalued in a month.
SELECT r.account_id, a.code, a.currency_id AS currency, r.balance, r.rate, r.before, r.difference, r.voucher_id, v.number,
       n.started_at
  FROM finance_revaluation r
  JOIN finance_account a ON a.company_id = r.company_id AND a.id = r.account_id
  LEFT JOIN finance_voucher v ON v.company_id = r.company_id AND v.id = r.voucher_id
  LEFT JOIN core_run n ON n.company_id = r.company_id AND n.id = r.run_id
 WHERE r.company_id = %(company)s AND r.month = %(month)s::date
 ORDER BY r.id

-- item_revaluations --   What was revalued of open items in a month, the latest first.
SELECT i.party_id, i.number, a.code, p.name AS party, i.currency, r.amount, r.rate, r.before, r.difference, r.voucher_id,
       v.number AS voucher
  FROM finance_itemrevaluation r
  JOIN finance_openitem i ON i.company_id = r.company_id AND i.id = r.item_id
  JOIN finance_account a ON a.company_id = i.company_id AND a.id = i.account_id
  LEFT JOIN parties_party p ON p.id = i.party_id
  LEFT JOIN finance_voucher v ON v.company_id = r.company_id AND v.id = r.voucher_id
 WHERE r.company_id = %(company)s AND r.valued_on >= %(month)s::date
   AND r.valued_on < %(month)s::date + interval '1 month'
 ORDER BY r.id DESC
 LIMIT %(size)s
