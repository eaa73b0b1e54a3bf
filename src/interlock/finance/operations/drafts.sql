-- known --   What the codes on lines stand for in this company.
SELECT 'account' AS kind, code, id FROM finance_account
 WHERE company_id = %(company)s AND code = ANY(%(accounts)s::text[])
UNION ALL
SELECT 'unit', code, id FROM core_unit WHERE company_id = %(company)s AND code = ANY(%(units)s::text[])
UNION ALL
SELECT 'party', code, id FROM parties_party WHERE code = ANY(%(parties)s::text[])
UNION ALL
SELECT 'item', code, id FROM items_item WHERE code = ANY(%(items)s::text[])
UNION ALL
SELECT 'currency', code, 0 FROM core_currency WHERE code = ANY(%(currencies)s::text[])
UNION ALL
SELECT dimension, code, id FROM finance_dimensionvalue
 WHERE company_id = %(company)s AND state = 'open' AND code = ANY(%(values)s::text[])

-- lock_drafts --   One order for all.
SELECT id FROM finance_voucherdraft WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[])
 ORDER BY id FOR NO KEY UPDATE

-- lock_sources --   What comes in from files is written by one set after the other, so nothing is new twice.
SELECT pg_advisory_xact_lock(%(company)s::int, hashtext('finance_voucherdraft'))

-- taken --   The drafts that were made of these sources.
SELECT source, id FROM finance_voucherdraft
 WHERE company_id = %(company)s AND source = ANY(%(sources)s::text[]) AND source <> '' AND state <> 'cancelled'

-- standing --   The drafts as they are.
SELECT id, kind, state, version FROM finance_voucherdraft
 WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[])

-- days --   The days whose months are to be held open.
SELECT DISTINCT posting_on FROM finance_voucherdraft WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[])

-- make --   New drafts, numbered without gaps a month, in the order given.
WITH given AS MATERIALIZED (
    SELECT nextval('core_document_id') AS id, g.*, date_trunc('month', g.posting_on)::date AS month,
           row_number() OVER (PARTITION BY date_trunc('month', g.posting_on) ORDER BY g.place) AS nth
      FROM unnest(%(kinds)s::text[], %(postings)s::date[], %(texts)s::text[], %(amounts)s::numeric[],
                  %(sources)s::text[]) WITH ORDINALITY AS g(kind, posting_on, text, amount, source, place)
), month AS MATERIALIZED (
    SELECT month, count(*) AS how_many FROM given GROUP BY month ORDER BY month
), taken AS MATERIALIZED (
    SELECT month, core_take_numbers(%(company)s, 'MV', month, how_many) AS before FROM month ORDER BY month
), made AS (
    INSERT INTO finance_voucherdraft (id, company_id, number, kind, state, posting_on, text, amount, source,
                                      author_id, editor_id, run_id)
    SELECT g.id, %(company)s, core_number((SELECT core_prefix(%(company)s, 'MV')), g.month, t.before + g.nth), g.kind, 'draft', g.posting_on, g.text,
           g.amount, g.source, %(me)s, %(me)s, %(run)s
      FROM given g JOIN taken t ON t.month = g.month
    RETURNING id
)
SELECT g.id FROM given g JOIN made m ON m.id = g.id ORDER BY g.place

-- change --   Another version; whoever wrote it may not post it either.
UPDATE finance_voucherdraft d
   SET posting_on = g.posting_on, text = g.text, amount = g.amount, editor_id = %(me)s, version = d.version + 1
  FROM unnest(%(ids)s::bigint[], %(postings)s::date[], %(texts)s::text[], %(amounts)s::numeric[])
       AS g(id, posting_on, text, amount)
 WHERE d.company_id = %(company)s AND d.id = g.id AND d.id = ANY(%(ids)s::bigint[])

-- clear --   The lines of the version before.
DELETE FROM finance_voucherdraftline WHERE company_id = %(company)s AND draft_id = ANY(%(ids)s::bigint[])

-- lines --   All lines of all drafts.
INSERT INTO finance_voucherdraftline (company_id, draft_id, ordinal, account_id, debit, credit, text, unit_id, party_id,
                                      item_id, project_id, employee_id, cash_item_id, currency_id, currency_amount, rate)
SELECT %(company)s, l.*
  FROM unnest(%(drafts)s::bigint[], %(ordinals)s::int[], %(accounts)s::bigint[], %(debits)s::numeric[],
              %(credits)s::numeric[], %(texts)s::text[], %(units)s::bigint[], %(partys)s::bigint[],
              %(items)s::bigint[], %(projects)s::bigint[], %(employees)s::bigint[], %(cash_items)s::bigint[],
              %(currencies)s::text[], %(currency_amounts)s::numeric[], %(rates)s::numeric[]) AS l

-- judge --   From where, by whom, then the lines against the chart, the sums, the month.
WITH line AS MATERIALIZED (
    SELECT l.*, a.code AS account, a.is_group, a.state = 'closed' AS is_closed, u.kind AS unit_kind,
           a.currency_id IS NOT NULL AND l.currency_id IS DISTINCT FROM a.currency_id AS lacks_currency
      FROM finance_voucherdraftline l
      JOIN finance_account a ON a.company_id = l.company_id AND a.id = l.account_id
      LEFT JOIN core_unit u ON u.company_id = l.company_id AND u.id = l.unit_id
     WHERE l.company_id = %(company)s AND l.draft_id = ANY(%(ids)s::bigint[])
), fault AS (
    SELECT draft_id, ordinal, account, NULL AS dimension,
           CASE WHEN is_group THEN 'account_is_group' ELSE 'account_closed' END AS code
      FROM line WHERE is_group OR is_closed
    UNION ALL
    SELECT l.draft_id, l.ordinal, l.account, r.dimension, 'dimension_missing'
      FROM line l
      JOIN finance_accountdimension r ON r.company_id = l.company_id AND r.account_id = l.account_id
     WHERE CASE r.dimension WHEN 'party' THEN l.party_id IS NULL WHEN 'item' THEN l.item_id IS NULL
                WHEN 'project' THEN l.project_id IS NULL WHEN 'employee' THEN l.employee_id IS NULL
                WHEN 'cash_item' THEN l.cash_item_id IS NULL ELSE l.unit_kind IS DISTINCT FROM r.dimension END
    UNION ALL
    SELECT draft_id, ordinal, account, NULL, 'currency_missing' FROM line WHERE lacks_currency
), broken AS (
    SELECT draft_id, min(array_position(%(faults)s::text[], code)) AS place,
           jsonb_agg(jsonb_strip_nulls(jsonb_build_object('line', ordinal, 'code', code, 'value', account,
                     'dimension', dimension)) ORDER BY ordinal, dimension) AS lines
      FROM fault GROUP BY draft_id
), total AS (
    SELECT draft_id, sum(debit - credit) AS difference FROM line GROUP BY draft_id
)
SELECT i.id,
       CASE WHEN d.id IS NULL THEN 'not_found' WHEN d.state = %(target)s THEN 'already'
            WHEN d.state <> ALL(%(allowed)s::text[]) THEN %(otherwise)s
            WHEN %(me)s::bigint IN (d.author_id, d.editor_id) THEN 'same_person'
            WHEN t.draft_id IS NULL THEN 'empty'
            WHEN b.place IS NOT NULL THEN (%(faults)s::text[])[b.place]
            WHEN t.difference <> 0 THEN 'not_balanced'
            WHEN p.state IS DISTINCT FROM 'open' THEN 'period_closed' ELSE 'done' END AS code,
       CASE WHEN d.state = ANY(%(allowed)s::text[]) THEN jsonb_strip_nulls(jsonb_build_object('lines', b.lines,
            'difference', nullif(t.difference, 0)::text)) END AS detail
  FROM unnest(%(ids)s::bigint[]) WITH ORDINALITY AS i(id, place)
  LEFT JOIN finance_voucherdraft d ON d.company_id = %(company)s AND d.id = i.id AND d.id = ANY(%(ids)s::bigint[])
  LEFT JOIN total t ON t.draft_id = d.id LEFT JOIN broken b ON b.draft_id = d.id
  LEFT JOIN core_period p ON p.company_id = d.company_id AND p.module = 'finance'
                         AND p.month = date_trunc('month', d.posting_on)::date
 ORDER BY i.place

-- submit --   What was sent back is answered by handing it in again; what nobody wrote is whoever's handed it in.
UPDATE finance_voucherdraft SET state = 'submitted', note = '', editor_id = coalesce(editor_id, %(me)s)
 WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[]) AND state IN ('draft', 'sent_back')

-- judge_back --   Only what is handed in goes back.
SELECT i.id, CASE WHEN d.id IS NULL THEN 'not_found' WHEN d.state = 'sent_back' THEN 'already'
                  WHEN d.state <> 'submitted' THEN 'not_submitted' ELSE 'done' END AS code
  FROM unnest(%(ids)s::bigint[]) WITH ORDINALITY AS i(id, place)
  LEFT JOIN finance_voucherdraft d ON d.company_id = %(company)s AND d.id = i.id AND d.id = ANY(%(ids)s::bigint[])
 ORDER BY i.place

-- send_back --   With the reason.
UPDATE finance_voucherdraft SET state = 'sent_back', note = %(note)s
 WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[]) AND state = 'submitted'

-- judge_cancel --   What is in the books stays there.
SELECT i.id, CASE WHEN d.id IS NULL THEN 'not_found' WHEN d.state = 'cancelled' THEN 'already'
                  WHEN d.state = 'posted' THEN 'posted' ELSE 'done' END AS code
  FROM unnest(%(ids)s::bigint[]) WITH ORDINALITY AS i(id, place)
  LEFT JOIN finance_voucherdraft d ON d.company_id = %(company)s AND d.id = i.id AND d.id = ANY(%(ids)s::bigint[])
 ORDER BY i.place

-- cancel --   Its number stays taken.
UPDATE finance_voucherdraft SET state = 'cancelled'
 WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[]) AND state IN ('draft', 'submitted', 'sent_back')
