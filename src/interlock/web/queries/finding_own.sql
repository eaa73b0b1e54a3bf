-- values --   What holds a term in a searchable field of the company's own: the value itself, a part of it, or one like it.
WITH fields AS MATERIALIZED (
    SELECT kind, code, type, scale, name_en, name_zh FROM core_customfield
     WHERE company_id = %(company)s AND kind = ANY(%(kinds)s::text[]) AND is_searchable AND NOT is_retired
       AND type IN ('text', 'number', 'date')
), near AS (
    (SELECT v.id FROM fields f
      CROSS JOIN LATERAL (  -- by what it holds, not by whose it is: OFFSET 0 keeps it from reading the company through
            SELECT id, company_id, kind FROM core_customvalues
             WHERE content @> jsonb_build_object(f.code, CASE WHEN f.type <> 'number' THEN %(typed)s::text
                                                              WHEN round(%(figure)s::numeric, f.scale) = %(figure)s::numeric
                                                              THEN round(%(figure)s::numeric, f.scale)::text END)
            OFFSET 0) v
      WHERE v.company_id = %(company)s AND v.kind = f.kind LIMIT 200)
    UNION (SELECT id FROM core_customvalues
            WHERE EXISTS (SELECT FROM fields) AND length(%(term)s) >= 3 AND company_id = %(company)s
              AND core_custom_text(content) LIKE %(within)s LIMIT 200)
    UNION (SELECT id FROM core_customvalues
            WHERE EXISTS (SELECT FROM fields) AND length(%(term)s) >= 3 AND company_id = %(company)s
              AND %(term)s::text <%% core_custom_text(content) LIMIT 200)
    UNION (SELECT id FROM core_customvalues
            WHERE EXISTS (SELECT FROM fields) AND %(grams)s::text[] <> '{}' AND company_id = %(company)s
              AND core_grams(core_custom_text(content)) @> %(grams)s::text[] LIMIT 200)
)
SELECT v.kind, v.document_id, CASE WHEN %(chinese)s THEN f.name_zh ELSE f.name_en END AS field, g.value, r.nearness
  FROM near n
 CROSS JOIN LATERAL (SELECT kind, document_id, content FROM core_customvalues WHERE id = n.id OFFSET 0) v
  JOIN fields f ON f.kind = v.kind
 CROSS JOIN LATERAL (SELECT v.content ->> f.code AS value) g
 CROSS JOIN LATERAL (SELECT CASE WHEN lower(g.value) = %(term)s OR f.type = 'number' AND g.value::numeric = %(figure)s::numeric THEN 3
         WHEN f.type = 'number' THEN 0 WHEN strpos(lower(g.value), %(term)s) > 0 THEN 2
         ELSE greatest(word_similarity(%(term)s, lower(g.value)),
                       (SELECT count(*) FROM unnest(%(grams)s::text[]) t WHERE strpos(g.value, t) > 0)::float
                         / greatest(cardinality(%(grams)s::text[]), 1)) END AS nearness) r
 WHERE g.value IS NOT NULL AND r.nearness >= 0.5
 ORDER BY r.nearness DESC, v.document_id DESC
 LIMIT 20

-- named --   What these are called, each asked by its key.
SELECT 'order' AS kind, o.id, o.number, o.state, o.amount, o.order_on AS day FROM sales_order o
 WHERE o.company_id = %(company)s AND o.id = ANY(%(orders)s::bigint[])
UNION ALL
SELECT 'delivery', d.id, d.number, d.state, NULL, coalesce(d.shipped_on, d.release_on) FROM sales_delivery d
 WHERE d.company_id = %(company)s AND d.id = ANY(%(deliveries)s::bigint[])
UNION ALL
SELECT 'return', r.id, r.number, r.state, r.amount, r.return_on FROM sales_return r
 WHERE r.company_id = %(company)s AND r.id = ANY(%(returns)s::bigint[])
UNION ALL
SELECT 'draft', d.id, d.number, d.state, d.amount, d.posting_on FROM finance_voucherdraft d
 WHERE d.company_id = %(company)s AND d.id = ANY(%(drafts)s::bigint[])
UNION ALL
SELECT 'shop', s.id, s.code, s.state, NULL, NULL FROM sales_shop s
 WHERE s.company_id = %(company)s AND s.id = ANY(%(shops)s::bigint[])
UNION ALL
SELECT 'warehouse', w.id, w.code, w.state, NULL, NULL FROM stock_warehouse w
 WHERE w.company_id = %(company)s AND w.id = ANY(%(warehouses)s::bigint[])
UNION ALL
SELECT 'item', i.id, i.code, i.state, NULL, NULL FROM items_item i WHERE i.id = ANY(%(items)s::bigint[])
UNION ALL
SELECT 'party', p.id, p.code, p.state, NULL, NULL FROM parties_party p WHERE p.id = ANY(%(parties)s::bigint[])
