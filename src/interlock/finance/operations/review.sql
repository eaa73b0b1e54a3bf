-- lines --   The lines of drafts, draft by draft.
SELECT l.draft_id, d.posting_on, CASE WHEN d.text = '' THEN l.text ELSE d.text END AS head, a.code AS account,
       l.account_id, l.debit, l.credit, l.unit_id AS unit, l.party_id AS party, l.item_id AS item, l.id AS line,
       CASE WHEN l.currency_id = a.currency_id THEN l.currency_amount END AS currency_amount
  FROM finance_voucherdraft d
  JOIN finance_voucherdraftline l ON l.company_id = d.company_id AND l.draft_id = d.id
                                 AND l.draft_id = ANY(%(ids)s::bigint[])
  JOIN finance_account a ON a.company_id = l.company_id AND a.id = l.account_id
 WHERE d.company_id = %(company)s AND d.id = ANY(%(ids)s::bigint[])
 ORDER BY l.draft_id, l.ordinal

-- posted --   Each draft names its voucher and who posted it.
UPDATE finance_voucherdraft d SET state = 'posted', voucher_id = v.voucher_id, reviewer_id = %(me)s
  FROM unnest(%(ids)s::bigint[], %(vouchers)s::bigint[]) AS v(id, voucher_id)
 WHERE d.company_id = %(company)s AND d.id = v.id AND d.id = ANY(%(ids)s::bigint[]) AND d.state = 'submitted'

-- lock_vouchers --   A voucher is reversed once.
SELECT id FROM finance_voucher WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[])
 ORDER BY posting_on, event_kind, unit_id, source_id, id FOR NO KEY UPDATE

-- judge_reversal --   What facts made is reversed by facts, what a document or a run wrote by taking that back, a closed year
-- by opening it again. An account's revaluation is what its balance asks for, so that one is asked for anew.
SELECT i.id,
       CASE WHEN v.id IS NULL THEN 'not_found' WHEN r.id IS NOT NULL THEN 'already'
            WHEN v.origin <> 'manual' THEN 'is_automatic' WHEN y.id IS NOT NULL THEN 'closes_year'
            WHEN x.operation <> ALL(%(typed)s::text[]) AND u.voucher_id IS NULL THEN 'of_document'
            WHEN p.state IS DISTINCT FROM 'open' THEN 'period_closed' ELSE 'done' END AS code,
       jsonb_strip_nulls(jsonb_build_object('draft', r.id, 'document', d.number)) AS detail
  FROM unnest(%(ids)s::bigint[]) WITH ORDINALITY AS i(id, place)
  LEFT JOIN finance_voucher v ON v.company_id = %(company)s AND v.id = i.id AND v.id = ANY(%(ids)s::bigint[])
  LEFT JOIN finance_voucherdraft r ON r.company_id = v.company_id AND r.reverses_id = v.id AND r.kind = 'reversal'
                                  AND r.state <> 'cancelled' AND r.reverses_id = ANY(%(ids)s::bigint[])
  LEFT JOIN finance_yearclosing y ON y.company_id = v.company_id AND v.id = ANY(y.vouchers || y.reversals)
  LEFT JOIN core_run x ON x.company_id = v.company_id AND x.id = v.run_id
  LEFT JOIN finance_itemdocument d ON d.company_id = v.company_id AND d.voucher_id = v.id
  LEFT JOIN LATERAL (SELECT u.voucher_id FROM finance_revaluation u
                      WHERE u.company_id = v.company_id AND u.voucher_id = v.id LIMIT 1) AS u ON true
  LEFT JOIN core_period p ON p.company_id = v.company_id AND p.module = 'finance'
                         AND p.month = date_trunc('month', %(on)s::date)::date
 ORDER BY i.place

-- reverse --   A draft that is handed in already: there is nothing to write.
WITH given AS MATERIALIZED (
    SELECT nextval('core_document_id') AS id, v.id AS voucher_id, v.number, v.text, v.amount,
           row_number() OVER (ORDER BY v.id) AS nth, count(*) OVER () AS how_many
      FROM finance_voucher v WHERE v.company_id = %(company)s AND v.id = ANY(%(ids)s::bigint[])
), taken AS MATERIALIZED (
    SELECT core_take_numbers(%(company)s, 'MV', date_trunc('month', %(on)s::date)::date, how_many) AS before
      FROM given LIMIT 1
)
INSERT INTO finance_voucherdraft (id, company_id, number, kind, state, posting_on, text, amount, author_id, editor_id,
                                  reverses_id, run_id)
SELECT g.id, %(company)s, core_number((SELECT core_prefix(%(company)s, 'MV')), date_trunc('month', %(on)s::date)::date, t.before + g.nth), 'reversal',
       'submitted', %(on)s, left('↺ ' || g.number || ' ' || g.text, 200), g.amount, %(me)s, %(me)s, g.voucher_id, %(run)s
  FROM given g CROSS JOIN taken t
RETURNING id, reverses_id

-- mirror --   The lines of the voucher the other way round, with what its own draft said besides.
INSERT INTO finance_voucherdraftline (company_id, draft_id, ordinal, account_id, debit, credit, text, unit_id, party_id,
                                      item_id, project_id, employee_id, cash_item_id, currency_id, currency_amount, rate)
SELECT d.company_id, d.id, row_number() OVER (PARTITION BY d.id ORDER BY j.id),
       coalesce(j.debit_account_id, j.credit_account_id), CASE WHEN j.debit_account_id IS NULL THEN j.amount ELSE 0 END,
       CASE WHEN j.debit_account_id IS NULL THEN 0 ELSE j.amount END, coalesce(l.text, ''), j.unit_id, j.party_id,
       j.item_id, l.project_id, l.employee_id, l.cash_item_id, coalesce(l.currency_id, a.currency_id),
       coalesce(l.currency_amount, abs(c.amount)), CASE WHEN c.id IS NOT NULL OR l.rate IS NOT NULL THEN
       coalesce(l.rate, 1) END
  FROM finance_voucherdraft d
  JOIN finance_journalline j ON j.company_id = d.company_id AND j.voucher_id = d.reverses_id
  LEFT JOIN finance_voucherdraftline l ON l.company_id = j.company_id AND l.id = j.document_line_id
  LEFT JOIN finance_currencyline c ON c.company_id = j.company_id AND c.id = j.id
  LEFT JOIN finance_account a ON a.company_id = c.company_id AND a.id = c.account_id
 WHERE d.company_id = %(company)s AND d.id = ANY(%(ids)s::bigint[])
