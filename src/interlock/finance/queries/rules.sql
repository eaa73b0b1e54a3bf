-- explain --   Each case of the event with every rule of its component, those that fit first and in posting's order.
WITH RECURSIVE asked AS MATERIALIZED (
    SELECT DISTINCT e.kind, l.component, p.group_id, i.category_id, i.tax_class_id, e.posting_on
      FROM finance_event e
      JOIN finance_eventline l ON l.company_id = e.company_id AND l.event_id = e.id
      LEFT JOIN parties_party p ON p.id = e.party_id
      LEFT JOIN items_item i ON i.id = l.item_id
     WHERE e.company_id = %(company)s AND e.id = %(id)s
), above AS (
    SELECT DISTINCT category_id AS leaf, category_id, 0 AS distance FROM asked WHERE category_id IS NOT NULL
    UNION ALL
    SELECT a.leaf, c.parent_id, a.distance + 1
      FROM above a JOIN items_category c ON c.id = a.category_id AND c.parent_id IS NOT NULL
) CYCLE category_id SET looped USING path
SELECT a.component, ag.code AS asked_group, ac.code AS asked_category, at.code AS asked_class, r.id AS rule_id,
       g.code AS party_group, c.code AS item_category, t.code AS tax_class, r.valid_from, r.valid_to,
       u.distance,
       d.code AS debit, k.code AS credit,
       CASE WHEN r.party_group_id <> coalesce(a.group_id, 0) THEN 'party_group'
            WHEN r.item_category_id IS NOT NULL AND u.leaf IS NULL THEN 'item_category'
            WHEN r.tax_class_id <> coalesce(a.tax_class_id, 0) THEN 'tax_class'
            WHEN r.valid_from > a.posting_on THEN 'valid_from'
            WHEN r.valid_to <= a.posting_on THEN 'valid_to' END AS unfit
  FROM asked a
  LEFT JOIN finance_postingrule r ON r.company_id = %(company)s AND r.event_kind = a.kind AND r.component = a.component
  LEFT JOIN above u ON u.leaf = a.category_id AND u.category_id = r.item_category_id AND NOT u.looped
  LEFT JOIN parties_partygroup ag ON ag.id = a.group_id
  LEFT JOIN items_category ac ON ac.id = a.category_id
  LEFT JOIN items_taxclass at ON at.id = a.tax_class_id
  LEFT JOIN parties_partygroup g ON g.id = r.party_group_id
  LEFT JOIN items_category c ON c.id = r.item_category_id
  LEFT JOIN items_taxclass t ON t.id = r.tax_class_id
  LEFT JOIN finance_account d ON d.id = r.debit_account_id
  LEFT JOIN finance_account k ON k.id = r.credit_account_id
 ORDER BY 1, 3, 4, 2, r.party_group_id IS NULL, r.item_category_id IS NULL, u.distance, r.tax_class_id IS NULL,
          r.valid_from DESC, r.id
