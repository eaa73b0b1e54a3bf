-- posting_days --   A fact of an open month is posted on its own day, a late one on the first of the next open month.
SELECT d.day, coalesce(CASE WHEN p.state = 'open' THEN d.day END, later.month, d.day) AS posting_on
  FROM unnest(%(days)s::date[]) AS d(day)
  LEFT JOIN core_period p ON p.company_id = %(company)s AND p.module = 'finance'
                         AND p.month = date_trunc('month', d.day)::date
  LEFT JOIN LATERAL (
       SELECT min(n.month) AS month FROM core_period n
        WHERE n.company_id = %(company)s AND n.module = 'finance' AND n.state = 'open' AND n.month > d.day
  ) AS later ON true

-- record --   Event, lines and the pending row in one statement; a line without money is nothing.
WITH line AS MATERIALIZED (
    SELECT l.document_id, coalesce(l.component, 1) + a.place AS component, l.line_id, l.item_id, l.quantity, a.amount,
           l.ordinal
      FROM unnest(%(line_documents)s::bigint[], %(components)s::int[], %(line_ids)s::bigint[], %(items)s::bigint[],
                  %(quantities)s::numeric[], %(amounts)s::numeric[], %(second)s::numeric[], %(third)s::numeric[],
                  %(fourth)s::numeric[], %(fifth)s::numeric[])
           WITH ORDINALITY AS l(document_id, component, line_id, item_id, quantity, amount, second, third, fourth, fifth,
                                ordinal)
     CROSS JOIN LATERAL (VALUES (0, l.amount), (1, l.second), (2, l.third), (3, l.fourth), (4, l.fifth))
           AS a(place, amount)
     WHERE a.amount <> 0
), fact AS MATERIALIZED (
    SELECT nextval('core_document_id') AS id, f.document_id, f.unit_id, f.party_id,
           coalesce(f.fact_on, (%(facts)s::date[])[1]) AS fact_on,
           coalesce(f.posting_on, (%(postings)s::date[])[1]) AS posting_on
      FROM unnest(%(documents)s::bigint[], %(units)s::bigint[], %(parties)s::bigint[], %(facts)s::date[],
                  %(postings)s::date[]) AS f(document_id, unit_id, party_id, fact_on, posting_on)
     WHERE f.document_id IN (SELECT document_id FROM line)
), event AS (
    INSERT INTO finance_event (id, company_id, kind, document_id, unit_id, party_id, fact_on, posting_on, run_id)
    SELECT id, %(company)s, %(kind)s, document_id, unit_id, party_id, fact_on, posting_on, %(run)s FROM fact
), event_line AS (
    INSERT INTO finance_eventline (company_id, event_id, component, line_id, item_id, quantity, amount)
    SELECT %(company)s, f.id, (%(names)s::text[])[l.component], l.line_id, l.item_id, l.quantity, l.amount
      FROM line l JOIN fact f USING (document_id)
     ORDER BY l.ordinal, l.component
), pending AS (
    INSERT INTO finance_eventpending (event_id, company_id) SELECT id, %(company)s FROM fact
)
SELECT (SELECT coalesce(array_agg(id ORDER BY id), '{}') FROM fact) AS events,
       cardinality(%(documents)s::bigint[]) <> ANY (ARRAY[cardinality(%(units)s::bigint[]),
                                                          cardinality(%(parties)s::bigint[])])
       OR cardinality(%(facts)s::date[]) NOT IN (1, cardinality(%(documents)s::bigint[])) AS uneven,
       (SELECT count(*) FROM line l WHERE NOT EXISTS (SELECT FROM fact f WHERE f.document_id = l.document_id)) AS strangers

-- reversals --   Which event line each of the new ones takes back: the same component of the line it names.
INSERT INTO finance_reversal (id, company_id, event_id, reversed_id)
SELECT n.id, %(company)s, n.event_id, o.id
  FROM unnest(%(lines)s::bigint[], %(original_documents)s::bigint[], %(original_lines)s::bigint[])
       AS g(line_id, document_id, original_line_id)
  JOIN finance_eventline n ON n.company_id = %(company)s AND n.event_id = ANY(%(events)s::bigint[])
                          AND n.line_id = g.line_id
  JOIN finance_event e ON e.company_id = %(company)s AND e.document_id = g.document_id AND e.kind = %(kind)s
                      AND e.document_id = ANY(%(original_documents)s::bigint[])
  JOIN finance_eventline o ON o.company_id = %(company)s AND o.event_id = e.id AND o.line_id = g.original_line_id
                          AND o.component = n.component
 ORDER BY n.id

-- foreign --   What lines are in another currency.
INSERT INTO finance_eventcurrency (id, company_id, event_id, currency, amount)
SELECT n.id, %(company)s, n.event_id, g.currency, g.amount
  FROM unnest(%(lines)s::bigint[], %(currencies)s::text[], %(amounts)s::numeric[]) AS g(line_id, currency, amount)
  JOIN finance_eventline n ON n.company_id = %(company)s AND n.event_id = ANY(%(events)s::bigint[])
                          AND n.line_id = g.line_id
 ORDER BY n.id
