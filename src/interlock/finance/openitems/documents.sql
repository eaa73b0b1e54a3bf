-- lock_bills --   Bills are written by one set after the other, so that no number is taken twice.
SELECT pg_advisory_xact_lock(%(company)s::int, hashtext('finance_itemdocument'))

-- lock_documents --   One order for all.
SELECT id FROM finance_itemdocument WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[])
 ORDER BY id FOR NO KEY UPDATE

-- standing --   The documents as they are; those that settle fees keep their lines.
SELECT d.id, d.kind, d.state, d.version,
       EXISTS (SELECT FROM finance_feeentry e WHERE e.company_id = d.company_id AND e.document_id = d.id) AS of_fees
  FROM finance_itemdocument d
 WHERE d.company_id = %(company)s AND d.id = ANY(%(ids)s::bigint[])

-- known --   What codes and items on documents stand for in this company.
SELECT 'party' AS kind, code, id FROM parties_party WHERE code = ANY(%(parties)s::text[])
UNION ALL
SELECT 'account', code, id FROM finance_account
 WHERE company_id = %(company)s AND code = ANY(%(accounts)s::text[]) AND NOT is_group AND state = 'open'
UNION ALL
SELECT 'unit', code, id FROM core_unit WHERE company_id = %(company)s AND code = ANY(%(units)s::text[])
UNION ALL
SELECT 'currency', code, 0 FROM core_currency WHERE code = ANY(%(currencies)s::text[])
UNION ALL
SELECT 'item', id::text, id FROM finance_openitem WHERE company_id = %(company)s AND id = ANY(%(items)s::bigint[])

-- taken --   Bills of these suppliers with these numbers that stand.
SELECT d.party_id, d.reference, d.id
  FROM unnest(%(parties)s::bigint[], %(references)s::text[]) AS g(party_id, reference)
  JOIN finance_itemdocument d ON d.company_id = %(company)s AND d.party_id = g.party_id AND d.reference = g.reference
   AND d.kind = 'bill' AND d.state IN ('draft', 'posted')

-- make --   New documents, numbered without gaps a kind and month, in the order given.
WITH given AS MATERIALIZED (
    SELECT nextval('core_document_id') AS id, g.*, date_trunc('month', g.posting_on)::date AS month,
           row_number() OVER (PARTITION BY g.prefix, date_trunc('month', g.posting_on) ORDER BY g.place) AS nth
      FROM unnest(%(kinds)s::text[], %(prefixes)s::text[], %(parties)s::bigint[], %(postings)s::date[], %(days)s::date[],
                  %(dues)s::date[], %(references)s::text[], %(why)s::text[], %(texts)s::text[], %(currencies)s::text[],
                  %(rates)s::numeric[], %(accounts)s::bigint[], %(amounts)s::numeric[])
           WITH ORDINALITY AS g(kind, prefix, party_id, posting_on, document_on, due_on, reference, reason, text, currency,
                                rate, account_id, amount, place)
), month AS MATERIALIZED (
    SELECT prefix, month, count(*) AS how_many FROM given GROUP BY prefix, month ORDER BY prefix, month
), taken AS MATERIALIZED (
    SELECT prefix, month, core_take_numbers(%(company)s, prefix, month, how_many) AS before
      FROM month ORDER BY prefix, month
), made AS (
    INSERT INTO finance_itemdocument (id, company_id, number, kind, state, party_id, posting_on, document_on, due_on,
                                      reference, reason, text, currency, rate, account_id, amount, author_id, editor_id,
                                      run_id)
    SELECT g.id, c.id, core_number(core_prefix(c.id, g.prefix), g.month, t.before + g.nth), g.kind, 'draft', g.party_id,
           g.posting_on, g.document_on, g.due_on, g.reference, g.reason, g.text,
           coalesce(nullif(g.currency, ''), c.currency_id), g.rate, g.account_id, g.amount, %(me)s, %(me)s, %(run)s
      FROM given g JOIN taken t ON t.prefix = g.prefix AND t.month = g.month
      JOIN core_company c ON c.id = %(company)s
    RETURNING id
)
SELECT g.id FROM given g JOIN made m ON m.id = g.id ORDER BY g.place

-- change --   Another version; whoever wrote it may not post it either.
UPDATE finance_itemdocument d
   SET party_id = g.party_id, posting_on = g.posting_on, document_on = g.document_on, due_on = g.due_on,
       reference = g.reference, reason = g.reason, text = g.text, currency = coalesce(nullif(g.currency, ''), d.currency),
       rate = g.rate, account_id = g.account_id, amount = g.amount, editor_id = %(me)s, version = d.version + 1
  FROM unnest(%(ids)s::bigint[], %(parties)s::bigint[], %(postings)s::date[], %(days)s::date[], %(dues)s::date[],
              %(references)s::text[], %(why)s::text[], %(texts)s::text[], %(currencies)s::text[], %(rates)s::numeric[],
              %(accounts)s::bigint[], %(amounts)s::numeric[])
       AS g(id, party_id, posting_on, document_on, due_on, reference, reason, text, currency, rate, account_id, amount)
 WHERE d.company_id = %(company)s AND d.id = g.id AND d.id = ANY(%(ids)s::bigint[])

-- clear --   The lines of the version before.
DELETE FROM finance_itemdocumentline WHERE company_id = %(company)s AND document_id = ANY(%(ids)s::bigint[])

-- lines --   All lines of all documents.
INSERT INTO finance_itemdocumentline (company_id, document_id, ordinal, account_id, unit_id, item_id, amount, tax_amount,
                                      item_amount, text)
SELECT %(company)s, l.*
  FROM unnest(%(documents)s::bigint[], %(ordinals)s::int[], %(accounts)s::bigint[], %(units)s::bigint[],
              %(items)s::bigint[], %(amounts)s::numeric[], %(taxes)s::numeric[], %(item_amounts)s::numeric[],
              %(texts)s::text[]) AS l

-- judge_cancel --   What is in the books stays there.
SELECT i.id, CASE WHEN d.id IS NULL THEN 'not_found' WHEN d.state = 'cancelled' THEN 'already'
                  WHEN d.state <> 'draft' THEN 'not_draft' ELSE 'done' END AS code
  FROM unnest(%(ids)s::bigint[]) WITH ORDINALITY AS i(id, place)
  LEFT JOIN finance_itemdocument d ON d.company_id = %(company)s AND d.id = i.id AND d.id = ANY(%(ids)s::bigint[])
 ORDER BY i.place

-- cancel --   Its number stays taken.
UPDATE finance_itemdocument SET state = 'cancelled'
 WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[]) AND state = 'draft'
