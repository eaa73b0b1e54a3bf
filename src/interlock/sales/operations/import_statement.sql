-- lock_shop --   Statements of a shop go one after the other, so two never settle the same order.
SELECT id FROM sales_shop WHERE company_id = %(company)s AND id = %(shop)s FOR NO KEY UPDATE

-- lock_statement --   One reader of a statement at a time: held by the session, not the transaction.
SELECT pg_advisory_lock(hashtextextended('statement', %(statement)s))

-- unlock_statement --   The reader is done, or has failed.
SELECT pg_advisory_unlock(hashtextextended('statement', %(statement)s))

-- layout --   The mapping of the shop, else of its channel; and the fee kinds it names that are not there.
SELECT m.columns, m.fees, m.fees_negative, m.refund_negative,
       ARRAY(SELECT DISTINCT f.value FROM jsonb_each_text(m.fees) f
              WHERE NOT EXISTS (SELECT FROM sales_feekind k WHERE k.company_id = %(company)s AND k.code = f.value)
              ORDER BY 1) AS unknown
  FROM sales_shop s
  JOIN sales_statementmapping m ON m.company_id = s.company_id AND m.channel_id = s.channel_id
                               AND (m.shop_id IS NULL OR m.shop_id = s.id)
 WHERE s.company_id = %(company)s AND s.id = %(shop)s
 ORDER BY m.shop_id NULLS LAST
 LIMIT 1

-- judge --   A file is a statement once, and a number stands for one content.
SELECT i.id,
       CASE WHEN f.id IS NULL OR s.id IS NULL THEN 'not_found'
            WHEN same.id IS NOT NULL THEN 'already'
            WHEN other.id IS NOT NULL OR i.copy > 1 THEN 'changed'
            ELSE 'done' END AS code,
       jsonb_strip_nulls(jsonb_build_object('statement', coalesce(same.number, other.number))) AS detail
  FROM (SELECT g.id, g.number, g.place, row_number() OVER (PARTITION BY g.number ORDER BY g.place) AS copy
          FROM unnest(%(ids)s::bigint[], %(numbers)s::text[]) WITH ORDINALITY AS g(id, number, place)) i
  LEFT JOIN core_file f ON f.id = i.id AND f.company_id = %(company)s
  LEFT JOIN sales_shop s ON s.id = %(shop)s AND s.company_id = %(company)s
  LEFT JOIN sales_statement same ON same.company_id = %(company)s AND same.shop_id = s.id AND same.file_id = f.id
  LEFT JOIN sales_statement other ON other.company_id = %(company)s AND other.shop_id = s.id
                                 AND other.platform_number = i.number
 ORDER BY i.place

-- open --   Numbered as they come; the counter is the last lock.
WITH fresh AS MATERIALIZED (
    SELECT g.id AS file_id, g.number, g.place
      FROM unnest(%(ids)s::bigint[], %(numbers)s::text[]) WITH ORDINALITY AS g(id, number, place)
     WHERE g.id = ANY(%(go)s::bigint[])
), counted AS (
    SELECT core_take_numbers(%(company)s, 'ST', date_trunc('month', %(last_on)s::date)::date, count(*)) AS base FROM fresh
)
INSERT INTO sales_statement (company_id, number, shop_id, platform_number, file_id, first_on, last_on, fee_kinds, rows,
       gross_amount, refund_amount, fee_amount, payout_amount, counts, run_id)
SELECT %(company)s, core_number((SELECT core_prefix(%(company)s, 'ST')), date_trunc('month', %(last_on)s::date)::date,
                                c.base + row_number() OVER (ORDER BY f.place)),
       %(shop)s, f.number, f.file_id, %(first_on)s, %(last_on)s, %(fee_kinds)s::text[], 0, 0, 0, 0, 0, '{}', %(run)s
  FROM fresh f CROSS JOIN counted c
 ORDER BY f.place
RETURNING id

-- clear_rows --   A statement that is read again begins anew.
DELETE FROM sales_statementrow WHERE company_id = %(company)s AND statement_id = %(statement)s

-- stage --   The parsed rows, as the columns of statements.STAGED.
COPY sales_statementrow (company_id, statement_id, ordinal, order_no, gross_amount, refund_amount, fee_amount, fees,
    net_amount) FROM STDIN (FORMAT csv)

-- analyse --   The planner should know how many rows there are before they are joined.
SELECT core_analyse(ARRAY['sales_statementrow'])

-- staged --   How many rows came and how many of them can be matched.
UPDATE sales_statement SET rows = %(rows)s, lines = %(lines)s, rejected_file_id = %(rejected)s
 WHERE company_id = %(company)s AND id = %(statement)s
