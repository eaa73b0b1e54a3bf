-- due --   Templates with a schedule that the month falls into and that have no draft of it.
SELECT t.id FROM finance_vouchertemplate t
 WHERE t.company_id = %(company)s AND t.is_monthly
   AND t.valid_from < %(month)s::date + interval '1 month' AND coalesce(t.valid_to > %(month)s::date, true)
   AND NOT EXISTS (SELECT FROM finance_voucherdraft d WHERE d.company_id = t.company_id AND d.template_id = t.id
                      AND d.month = %(month)s AND d.kind = 'recurring')
 ORDER BY t.id

-- lock_templates --   Two who make the same month's drafts take turns.
SELECT id FROM finance_vouchertemplate WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[])
 ORDER BY id FOR NO KEY UPDATE

-- judge --   Once a template and month.
SELECT i.id,
       CASE WHEN t.id IS NULL THEN 'not_found' WHEN d.id IS NOT NULL THEN 'already'
            WHEN NOT t.is_monthly OR t.valid_from >= %(month)s::date + interval '1 month'
              OR t.valid_to <= %(month)s::date THEN 'not_this_month'
            WHEN l.lines IS NULL THEN 'empty'
            WHEN l.foreign_accounts THEN 'account_unknown' WHEN l.smallest <= 0 THEN 'bad_amount' ELSE 'done' END AS code,
       jsonb_strip_nulls(jsonb_build_object('draft', d.id, 'template', t.code)) AS detail
  FROM unnest(%(ids)s::bigint[]) WITH ORDINALITY AS i(id, place)
  LEFT JOIN finance_vouchertemplate t ON t.company_id = %(company)s AND t.id = i.id
  LEFT JOIN finance_voucherdraft d ON d.company_id = t.company_id AND d.template_id = t.id AND d.month = %(month)s
                                  AND d.kind = 'recurring'
  LEFT JOIN (SELECT template_id, count(*) AS lines, min(l.debit + l.credit) AS smallest,
                    bool_or(a.company_id <> l.company_id) AS foreign_accounts
               FROM finance_vouchertemplateline l JOIN finance_account a ON a.id = l.account_id
              WHERE l.company_id = %(company)s AND l.template_id = ANY(%(ids)s::bigint[]) GROUP BY 1) AS l
         ON l.template_id = t.id
 ORDER BY i.place

-- make --   On the template's day, or the month's last where it is shorter.
WITH given AS MATERIALIZED (
    SELECT nextval('core_document_id') AS id, t.id AS template_id, t.text,
           least(%(month)s::date + (t.day - 1), (%(month)s::date + interval '1 month - 1 day')::date) AS posting_on,
           row_number() OVER (ORDER BY t.id) AS nth, count(*) OVER () AS how_many,
           (SELECT sum(l.debit) FROM finance_vouchertemplateline l
             WHERE l.company_id = t.company_id AND l.template_id = t.id) AS amount
      FROM finance_vouchertemplate t WHERE t.company_id = %(company)s AND t.id = ANY(%(ids)s::bigint[])
), taken AS MATERIALIZED (
    SELECT core_take_numbers(%(company)s, 'MV', %(month)s::date, how_many) AS before FROM given LIMIT 1
)
INSERT INTO finance_voucherdraft (id, company_id, number, kind, state, posting_on, text, amount, author_id, editor_id,
                                  template_id, month, run_id)
SELECT g.id, %(company)s, core_number((SELECT core_prefix(%(company)s, 'MV')), %(month)s::date, t.before + g.nth), 'recurring', 'draft', g.posting_on,
       g.text, g.amount, %(me)s, %(me)s, g.template_id, %(month)s, %(run)s
  FROM given g CROSS JOIN taken t
RETURNING id, template_id

-- lines --   The template's lines, as they are today.
INSERT INTO finance_voucherdraftline (company_id, draft_id, ordinal, account_id, debit, credit, text, unit_id, party_id,
                                      item_id, project_id, employee_id, cash_item_id)
SELECT d.company_id, d.id, row_number() OVER (PARTITION BY d.id ORDER BY l.ordinal), l.account_id, l.debit, l.credit,
       l.text, l.unit_id, l.party_id, l.item_id, l.project_id, l.employee_id, l.cash_item_id
  FROM finance_voucherdraft d
  JOIN finance_vouchertemplateline l ON l.company_id = d.company_id AND l.template_id = d.template_id
 WHERE d.company_id = %(company)s AND d.id = ANY(%(ids)s::bigint[])
