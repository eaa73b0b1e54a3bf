-- cases --   The distinct cases of a time's events with how much of each; what takes back another asks no rule.
WITH line AS MATERIALIZED (
    SELECT e.id, e.kind, l.component, coalesce(p.group_id, 0) AS group_id, coalesce(i.category_id, 0) AS category_id,
           coalesce(i.tax_class_id, 0) AS tax_class_id, e.posting_on, l.amount
      FROM finance_event e
      JOIN finance_eventline l ON l.company_id = e.company_id AND l.event_id = e.id
      LEFT JOIN parties_party p ON p.id = e.party_id
      LEFT JOIN items_item i ON i.id = l.item_id
     WHERE e.company_id = %(company)s AND e.posting_on >= %(first)s AND e.posting_on < %(after)s
       AND (%(kinds)s::text[] = '{}' OR e.kind = ANY(%(kinds)s::text[]))
       AND NOT EXISTS (SELECT FROM finance_reversal b
                        WHERE b.company_id = e.company_id AND b.event_id = e.id AND b.id = l.id)
     ORDER BY e.id DESC
     LIMIT %(most)s
)
SELECT kind, component, group_id, category_id, tax_class_id, posting_on, count(DISTINCT id)::int AS events,
       count(*)::int AS lines, sum(abs(amount)) AS amount, max(id) AS example
  FROM line GROUP BY 1, 2, 3, 4, 5, 6 ORDER BY 1, 2, 6, 3, 4, 5

-- resolve --   What a set of rules, there or not yet, makes of each case: by place, in posting's order.
WITH RECURSIVE asked AS MATERIALIZED (
    SELECT * FROM unnest(%(kinds)s::text[], %(components)s::text[], %(groups)s::bigint[], %(categories)s::bigint[],
                         %(classes)s::bigint[], %(postings)s::date[])
           WITH ORDINALITY AS a(kind, component, group_id, category_id, tax_class_id, posting_on, place)
), rule AS MATERIALIZED (
    SELECT * FROM unnest(%(rule_kinds)s::text[], %(rule_components)s::text[], %(rule_groups)s::bigint[],
                         %(rule_categories)s::bigint[], %(rule_classes)s::bigint[], %(since)s::date[],
                         %(until)s::date[])
           WITH ORDINALITY AS r(kind, component, group_id, category_id, tax_class_id, valid_from, valid_to, rule)
), above AS (
    SELECT DISTINCT category_id AS leaf, category_id, 0 AS distance FROM asked
    UNION ALL
    SELECT a.leaf, c.parent_id, a.distance + 1
      FROM above a JOIN items_category c ON c.id = a.category_id AND c.parent_id IS NOT NULL
) CYCLE category_id SET looped USING path, fitting AS (
    SELECT a.place, r.rule, rank() OVER (
               PARTITION BY a.place ORDER BY r.group_id IS NULL, r.category_id IS NULL, u.distance,
                                             r.tax_class_id IS NULL, r.valid_from DESC) AS nth
      FROM asked a
      JOIN rule r ON r.kind = a.kind AND r.component = a.component AND r.valid_from <= a.posting_on
       AND (r.valid_to > a.posting_on OR r.valid_to IS NULL)
       AND coalesce(r.group_id, a.group_id) = a.group_id
       AND coalesce(r.tax_class_id, a.tax_class_id) = a.tax_class_id
      LEFT JOIN above u ON u.leaf = a.category_id AND u.category_id = r.category_id AND NOT u.looped
     WHERE r.category_id IS NULL OR u.leaf IS NOT NULL
)
SELECT place, array_agg(rule ORDER BY rule) AS rules FROM fitting WHERE nth = 1 GROUP BY place

-- accounts --   The accounts of rules, whether they take lines, and the currency they are kept in.
SELECT id, code, name_en, name_zh,
       CASE WHEN state = 'closed' THEN 'account_closed' WHEN is_group THEN 'account_is_group' ELSE '' END AS code_of,
       currency_id
  FROM finance_account WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[])
