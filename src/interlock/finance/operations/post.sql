-- days --   The days the events are posted on, whose months are to be held open; the accounts that keep open items,
-- unless all are of shops that platforms settle for; whether any was refused for its month before.
SELECT DISTINCT posting_on, EXISTS (SELECT FROM finance_eventpending w
                                     WHERE w.company_id = %(company)s AND w.event_id = ANY(%(ids)s::bigint[])
                                       AND w.code = 'period_closed') AS stuck,
       EXISTS (SELECT FROM finance_reversal r WHERE r.company_id = %(company)s
                                       AND r.event_id = ANY(%(ids)s::bigint[])) AS reversing,
       CASE WHEN EXISTS (SELECT FROM (SELECT DISTINCT unit_id FROM finance_event
                                       WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[])) AS n
                           LEFT JOIN core_unit u ON u.id = n.unit_id
                          WHERE u.kind IS DISTINCT FROM 'shop'
                             OR EXISTS (SELECT FROM finance_itemshop s
                                         WHERE s.company_id = %(company)s AND s.unit_id = n.unit_id))
            THEN ARRAY(SELECT i.account_id FROM finance_itemaccount i WHERE i.company_id = %(company)s)
            ELSE '{}'::bigint[] END AS item_accounts
  FROM finance_event WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[])

-- stuck --   The days on which events wait whose month was closed when they were tried.
SELECT DISTINCT e.posting_on
  FROM finance_eventpending w JOIN finance_event e ON e.company_id = w.company_id AND e.id = w.event_id
 WHERE w.company_id = %(company)s AND w.event_id = ANY(%(ids)s::bigint[]) AND w.code = 'period_closed'

-- move_on --   They go to the day their month gives way to; what another transaction is posting is left to it.
WITH held AS MATERIALIZED (
    SELECT event_id FROM finance_eventpending
     WHERE company_id = %(company)s AND event_id = ANY(%(ids)s::bigint[]) AND code = 'period_closed'
     ORDER BY event_id FOR NO KEY UPDATE SKIP LOCKED
)
SELECT finance_move_events(%(company)s, ARRAY(SELECT event_id FROM held), %(days)s::date[], %(postings)s::date[])

-- lock --   What another transaction is posting right now is left to it.
SELECT event_id FROM finance_eventpending
 WHERE company_id = %(company)s AND event_id = ANY(%(ids)s::bigint[])
 ORDER BY event_id FOR NO KEY UPDATE SKIP LOCKED

-- resolve --   One row a distinct case: its rule, or why there is none. Rules are read once, here.
WITH RECURSIVE asked AS MATERIALIZED (
    SELECT DISTINCT e.kind, l.component, coalesce(p.group_id, 0) AS group_id, coalesce(i.category_id, 0) AS category_id,
           coalesce(i.tax_class_id, 0) AS tax_class_id, e.posting_on
      FROM finance_event e
      JOIN finance_eventline l ON l.company_id = e.company_id AND l.event_id = e.id
                              AND l.event_id = ANY(%(ids)s::bigint[])
      LEFT JOIN parties_party p ON p.id = e.party_id
      LEFT JOIN items_item i ON i.id = l.item_id
     WHERE e.company_id = %(company)s AND e.id = ANY(%(ids)s::bigint[])
       AND NOT EXISTS (SELECT FROM finance_reversal b
                        WHERE b.company_id = e.company_id AND b.event_id = ANY(%(ids)s::bigint[]) AND b.id = l.id)
), above AS (
    SELECT DISTINCT category_id AS leaf, category_id, 0 AS distance FROM asked
    UNION ALL
    SELECT a.leaf, c.parent_id, a.distance + 1
      FROM above a JOIN items_category c ON c.id = a.category_id AND c.parent_id IS NOT NULL
) CYCLE category_id SET looped USING path, fitting AS (
    SELECT a.*, r.id AS rule_id, rank() OVER (
               PARTITION BY a.kind, a.component, a.group_id, a.category_id, a.tax_class_id, a.posting_on
               ORDER BY r.party_group_id IS NULL, r.item_category_id IS NULL, u.distance, r.tax_class_id IS NULL,
                        r.valid_from DESC) AS place
      FROM asked a
      JOIN finance_postingrule r ON r.company_id = %(company)s AND r.event_kind = a.kind
       AND r.component = a.component AND r.valid_from <= a.posting_on
       AND (r.valid_to > a.posting_on OR r.valid_to IS NULL)
       AND coalesce(r.party_group_id, a.group_id) = a.group_id
       AND coalesce(r.tax_class_id, a.tax_class_id) = a.tax_class_id
      LEFT JOIN above u ON u.leaf = a.category_id AND u.category_id = r.item_category_id AND NOT u.looped
     WHERE r.item_category_id IS NULL OR u.leaf IS NOT NULL
), chosen AS (
    SELECT kind, component, group_id, category_id, tax_class_id, posting_on, array_agg(rule_id ORDER BY rule_id) AS rules
      FROM fitting WHERE place = 1 GROUP BY 1, 2, 3, 4, 5, 6
)
SELECT a.*, coalesce(c.rules, '{}') AS rules, r.debit_account_id, r.credit_account_id, r.carry_party, r.carry_item,
       r.grouping = 'document' AS by_document,
       CASE WHEN c.rules IS NULL THEN 'no_rule' WHEN cardinality(c.rules) > 1 THEN 'ambiguous_rule'
            WHEN 'closed' IN (d.state, k.state) THEN 'account_closed'
            WHEN d.is_group OR k.is_group THEN 'account_is_group'
            WHEN d.currency_id IS NOT NULL AND k.currency_id IS NOT NULL THEN 'account_in_currency' ELSE '' END AS code,
       coalesce(d.currency_id, k.currency_id) AS currency,
       EXISTS (SELECT FROM finance_accountdimension x WHERE x.company_id = %(company)s
                  AND x.account_id IN (r.debit_account_id, r.credit_account_id)) AS asks
  FROM asked a LEFT JOIN chosen c USING (kind, component, group_id, category_id, tax_class_id, posting_on)
  LEFT JOIN finance_postingrule r ON r.company_id = %(company)s AND r.id = c.rules[1]
  LEFT JOIN finance_account d ON d.company_id = r.company_id AND d.id = r.debit_account_id
  LEFT JOIN finance_account k ON k.company_id = r.company_id AND k.id = r.credit_account_id

-- lacking --   What the accounts of these cases ask for and events do not say. Employees and cash flow items are said
-- by documents and rules of their own.
SELECT DISTINCT e.id AS event_id, l.component, 'dimension_missing' AS code, n.code AS account, x.dimension
  FROM finance_event e
  JOIN finance_eventline l ON l.company_id = e.company_id AND l.event_id = e.id AND l.event_id = ANY(%(ids)s::bigint[])
  LEFT JOIN parties_party p ON p.id = e.party_id
  LEFT JOIN items_item i ON i.id = l.item_id
  LEFT JOIN core_unit u ON u.company_id = e.company_id AND u.id = e.unit_id
  JOIN unnest(%(kinds)s::text[], %(components)s::text[], %(groups)s::bigint[], %(categories)s::bigint[],
              %(tax_classes)s::bigint[], %(postings)s::date[], %(debits)s::bigint[], %(credits)s::bigint[],
              %(carry_party)s::boolean[], %(carry_item)s::boolean[])
       AS r(kind, component, group_id, category_id, tax_class_id, posting_on, debit_id, credit_id, carry_party, carry_item)
    ON (r.kind, r.component, r.posting_on) = (e.kind, l.component, e.posting_on)
   AND (r.group_id, r.category_id, r.tax_class_id)
     = (coalesce(p.group_id, 0), coalesce(i.category_id, 0), coalesce(i.tax_class_id, 0))
  JOIN finance_accountdimension x ON x.company_id = e.company_id AND x.account_id IN (r.debit_id, r.credit_id)
  JOIN finance_account n ON n.company_id = x.company_id AND n.id = x.account_id
 WHERE e.company_id = %(company)s AND e.id = ANY(%(ids)s::bigint[])
   AND NOT EXISTS (SELECT FROM finance_reversal b WHERE b.company_id = e.company_id AND b.id = l.id
                      AND b.event_id = ANY(%(ids)s::bigint[]))
   AND CASE x.dimension WHEN 'party' THEN e.party_id IS NULL OR NOT r.carry_party
            WHEN 'item' THEN l.item_id IS NULL OR NOT r.carry_item WHEN 'project' THEN true
            WHEN 'employee' THEN false WHEN 'cash_item' THEN false ELSE u.kind IS DISTINCT FROM x.dimension END

-- unsaid --   Lines whose account asks for an amount in its currency, where their event says none in it.
WITH line AS MATERIALIZED (
    SELECT e.id AS event_id, l.id, l.component, r.currency
      FROM finance_event e
      JOIN finance_eventline l ON l.company_id = e.company_id AND l.event_id = e.id AND l.event_id = ANY(%(ids)s::bigint[])
      LEFT JOIN parties_party p ON p.id = e.party_id
      LEFT JOIN items_item i ON i.id = l.item_id
      JOIN unnest(%(kinds)s::text[], %(components)s::text[], %(groups)s::bigint[], %(categories)s::bigint[],
                  %(tax_classes)s::bigint[], %(postings)s::date[], %(currencies)s::text[])
           AS r(kind, component, group_id, category_id, tax_class_id, posting_on, currency)
        ON (r.kind, r.component, r.posting_on) = (e.kind, l.component, e.posting_on)
       AND (r.group_id, r.category_id, r.tax_class_id)
         = (coalesce(p.group_id, 0), coalesce(i.category_id, 0), coalesce(i.tax_class_id, 0))
     WHERE e.company_id = %(company)s AND e.id = ANY(%(ids)s::bigint[])
       AND NOT EXISTS (SELECT FROM finance_reversal b WHERE b.company_id = e.company_id AND b.id = l.id
                          AND b.event_id = ANY(%(ids)s::bigint[]))
    UNION ALL
    SELECT l.event_id, l.id, l.component, b.currency
      FROM unnest(%(backs)s::bigint[], %(back_currencies)s::text[]) AS b(id, currency)
      JOIN finance_eventline l ON l.company_id = %(company)s AND l.id = b.id AND l.event_id = ANY(%(ids)s::bigint[])
)
SELECT DISTINCT l.event_id, l.component, 'account_in_currency' AS code, NULL AS account, NULL AS dimension
  FROM line l
 WHERE NOT EXISTS (SELECT FROM finance_eventcurrency c WHERE c.company_id = %(company)s AND c.id = l.id
                      AND c.event_id = ANY(%(ids)s::bigint[]) AND c.currency = l.currency)

-- reversals --   The lines that take back another: its accounts the other way round, once it is in the journal.
SELECT r.id, r.event_id, l.component,
       CASE WHEN o.amount > 0 THEN j.credit_account_id ELSE j.debit_account_id END AS debit_account_id,
       CASE WHEN o.amount > 0 THEN j.debit_account_id ELSE j.credit_account_id END AS credit_account_id,
       j.party_id IS NOT NULL AS carry_party, j.item_id IS NOT NULL AS carry_item, v.source_id IS NOT NULL AS by_document,
       CASE WHEN j.id IS NULL THEN 'original_pending' WHEN 'closed' IN (d.state, k.state) THEN 'account_closed'
            WHEN d.is_group OR k.is_group THEN 'account_is_group'
            WHEN d.currency_id IS NOT NULL AND k.currency_id IS NOT NULL THEN 'account_in_currency' ELSE '' END AS code,
       coalesce(d.currency_id, k.currency_id) AS currency
  FROM finance_reversal r
  JOIN finance_eventline l ON l.company_id = r.company_id AND l.id = r.id AND l.event_id = ANY(%(ids)s::bigint[])
  JOIN finance_eventline o ON o.company_id = r.company_id AND o.id = r.reversed_id AND o.id = ANY(ARRAY(
       SELECT n.reversed_id FROM finance_reversal n WHERE n.company_id = %(company)s AND n.event_id = ANY(%(ids)s::bigint[])))
  LEFT JOIN finance_journalline j ON j.company_id = o.company_id AND j.id = o.id AND j.id = ANY(ARRAY(
       SELECT n.reversed_id FROM finance_reversal n WHERE n.company_id = %(company)s AND n.event_id = ANY(%(ids)s::bigint[])))
  LEFT JOIN finance_voucher v ON v.company_id = j.company_id AND v.id = j.voucher_id
  LEFT JOIN finance_account d ON d.company_id = j.company_id AND d.id = j.debit_account_id
  LEFT JOIN finance_account k ON k.company_id = j.company_id AND k.id = j.credit_account_id
 WHERE r.company_id = %(company)s AND r.event_id = ANY(%(ids)s::bigint[])

-- judge --   Every id gets one code, and each component without a way into the books is named.
WITH failing AS (
    SELECT * FROM unnest(%(codes)s::text[], %(rules)s::text[], %(kinds)s::text[], %(components)s::text[],
                         %(groups)s::bigint[], %(categories)s::bigint[], %(tax_classes)s::bigint[], %(postings)s::date[])
           AS f(code, rules, kind, component, group_id, category_id, tax_class_id, posting_on)
), fault AS (
    SELECT e.id, array_position(%(order)s::text[], f.code) AS place,
           jsonb_build_object('component', f.component, 'code', f.code, 'category', f.category_id,
                     'tax_class', f.tax_class_id, 'party_group', f.group_id, 'rules', f.rules::jsonb) AS component
      FROM finance_event e
      JOIN finance_eventline l ON l.company_id = e.company_id AND l.event_id = e.id
                              AND l.event_id = ANY(%(ids)s::bigint[])
      LEFT JOIN parties_party p ON p.id = e.party_id
      LEFT JOIN items_item i ON i.id = l.item_id
      JOIN failing f ON f.kind = e.kind AND f.component = l.component AND f.posting_on = e.posting_on
       AND f.group_id = coalesce(p.group_id, 0) AND f.category_id = coalesce(i.category_id, 0)
       AND f.tax_class_id = coalesce(i.tax_class_id, 0)
     WHERE e.company_id = %(company)s AND e.id = ANY(%(ids)s::bigint[]) AND %(codes)s::text[] <> '{}'
    UNION ALL
    SELECT s.event_id, array_position(%(order)s::text[], s.code),
           jsonb_strip_nulls(jsonb_build_object('component', s.component, 'code', s.code, 'account', s.account,
                                                'dimension', s.dimension))
      FROM unnest(%(stuck_events)s::bigint[], %(stuck_components)s::text[], %(stuck_codes)s::text[],
                  %(stuck_accounts)s::text[], %(stuck_dimensions)s::text[])
           AS s(event_id, component, code, account, dimension)
), broken AS (
    SELECT id, min(place) AS place, jsonb_agg(DISTINCT component) AS components FROM fault GROUP BY id
)
SELECT a.id,
       CASE WHEN e.id IS NULL THEN 'not_found' WHEN w.event_id IS NULL THEN 'already'
            WHEN h.id IS NULL OR e.posting_on <> ALL(%(days)s::date[]) THEN 'busy'
            WHEN b.id IS NOT NULL THEN (%(order)s::text[])[b.place]
            WHEN m.state IS DISTINCT FROM 'open' THEN 'period_closed' ELSE 'done' END AS code,
       CASE WHEN h.id IS NOT NULL AND b.id IS NOT NULL THEN jsonb_build_object('kind', e.kind, 'components', b.components)
            WHEN h.id IS NOT NULL AND m.state IS DISTINCT FROM 'open' THEN jsonb_build_object('day', e.posting_on)
       END AS detail
  FROM unnest(%(ids)s::bigint[]) WITH ORDINALITY AS a(id, place)
  LEFT JOIN finance_event e ON e.company_id = %(company)s AND e.id = a.id AND e.id = ANY(%(ids)s::bigint[])
  LEFT JOIN finance_eventpending w ON w.company_id = e.company_id AND w.event_id = e.id
                                  AND w.event_id = ANY(%(ids)s::bigint[])
  LEFT JOIN unnest(%(held)s::bigint[]) AS h(id) ON h.id = w.event_id
  LEFT JOIN broken b ON b.id = e.id
  LEFT JOIN core_period m ON m.company_id = e.company_id AND m.module = 'finance'
                         AND m.month = date_trunc('month', e.posting_on)::date
 ORDER BY a.place

-- journal --   One row writes both legs, under its event line's id, into the voucher of its group, made or met.
WITH line AS MATERIALIZED (
    SELECT e.kind, e.posting_on, e.unit_id, e.party_id, l.id, l.line_id, l.item_id, l.quantity, l.amount,
           coalesce(b.debit_id, r.debit_id) AS debit_id, coalesce(b.credit_id, r.credit_id) AS credit_id,
           coalesce(b.carry_party, r.carry_party) AS carry_party, coalesce(b.carry_item, r.carry_item) AS carry_item,
           CASE WHEN coalesce(b.by_document, r.by_document) THEN e.document_id END AS source_id
      FROM finance_event e
      JOIN finance_eventline l ON l.company_id = e.company_id AND l.event_id = e.id
                              AND l.event_id = ANY(%(ids)s::bigint[])
      LEFT JOIN parties_party p ON p.id = e.party_id
      LEFT JOIN items_item i ON i.id = l.item_id
      LEFT JOIN unnest(%(kinds)s::text[], %(components)s::text[], %(groups)s::bigint[], %(categories)s::bigint[],
                       %(tax_classes)s::bigint[], %(postings)s::date[], %(by_document)s::boolean[], %(debits)s::bigint[],
                       %(credits)s::bigint[], %(carry_party)s::boolean[], %(carry_item)s::boolean[])
             AS r(kind, component, group_id, category_id, tax_class_id, posting_on, by_document, debit_id, credit_id,
                  carry_party, carry_item)
        ON (r.kind, r.component, r.posting_on) = (e.kind, l.component, e.posting_on)
       AND (r.group_id, r.category_id, r.tax_class_id)
         = (coalesce(p.group_id, 0), coalesce(i.category_id, 0), coalesce(i.tax_class_id, 0))
      LEFT JOIN unnest(%(taken_back)s::bigint[], %(back_debits)s::bigint[], %(back_credits)s::bigint[],
                       %(back_party)s::boolean[], %(back_item)s::boolean[], %(back_by_document)s::boolean[])
             AS b(id, debit_id, credit_id, carry_party, carry_item, by_document) ON b.id = l.id
     WHERE e.company_id = %(company)s AND e.id = ANY(%(ids)s::bigint[])
), voucher AS (
    INSERT INTO finance_voucher AS v
           (company_id, origin, state, event_kind, unit_id, source_id, posting_on, amount, lines, text, run_id)
    SELECT %(company)s, 'automatic', 'collecting', kind, unit_id, source_id, posting_on, sum(abs(amount)), count(*), '',
           %(run)s
      FROM line GROUP BY posting_on, kind, unit_id, source_id ORDER BY posting_on, kind, unit_id, source_id
    ON CONFLICT (company_id, posting_on, event_kind, unit_id, source_id) WHERE state = 'collecting' DO UPDATE
       SET amount = v.amount + excluded.amount, lines = v.lines + excluded.lines
    RETURNING v.id, v.event_kind AS kind, v.posting_on, coalesce(v.unit_id, 0) AS unit_id,
              coalesce(v.source_id, 0) AS source_id
), written AS (
    INSERT INTO finance_journalline (id, company_id, voucher_id, debit_account_id, credit_account_id, amount, unit_id,
                                     party_id, item_id, quantity, document_line_id)
    SELECT l.id, %(company)s, v.id, CASE WHEN l.amount > 0 THEN l.debit_id ELSE l.credit_id END,
           CASE WHEN l.amount > 0 THEN l.credit_id ELSE l.debit_id END, abs(l.amount), l.unit_id,
           CASE WHEN l.carry_party THEN l.party_id END, CASE WHEN l.carry_item THEN l.item_id END,
           CASE WHEN l.carry_item THEN l.quantity * sign(l.amount) END, l.line_id
      FROM line l JOIN voucher v ON (v.kind, v.posting_on, v.unit_id, v.source_id)
                                  = (l.kind, l.posting_on, coalesce(l.unit_id, 0), coalesce(l.source_id, 0))
     ORDER BY l.id
    RETURNING voucher_id, debit_account_id, credit_account_id, amount
)
SELECT w.voucher_id, v.posting_on, w.debit_account_id, w.credit_account_id, sum(w.amount) AS amount,
       count(*)::int AS lines
  FROM written w JOIN voucher v ON v.id = w.voucher_id
 GROUP BY w.voucher_id, v.posting_on, w.debit_account_id, w.credit_account_id

-- in_currency --   What posted lines move in the currency of their account, a debit positive, and its balances beside them.
WITH line AS (
    INSERT INTO finance_currencyline (id, company_id, account_id, month, amount)
    SELECT j.id, j.company_id, a.id, date_trunc('month', e.posting_on)::date,
           CASE WHEN a.id = j.debit_account_id THEN abs(c.amount) ELSE -abs(c.amount) END
      FROM finance_eventcurrency c
      JOIN finance_event e ON e.company_id = c.company_id AND e.id = c.event_id AND e.id = ANY(%(ids)s::bigint[])
      JOIN finance_journalline j ON j.company_id = c.company_id AND j.id = c.id
       AND j.id = ANY(ARRAY(SELECT n.id FROM finance_eventcurrency n WHERE n.company_id = %(company)s
                                                                       AND n.event_id = ANY(%(ids)s::bigint[])))
      JOIN finance_account a ON a.company_id = j.company_id AND a.id IN (j.debit_account_id, j.credit_account_id)
       AND a.currency_id = c.currency
     WHERE c.company_id = %(company)s AND c.event_id = ANY(%(ids)s::bigint[])
     ORDER BY j.id
    RETURNING account_id, month, amount
)
INSERT INTO finance_currencybalance AS b (company_id, account_id, month, debit, credit)
SELECT %(company)s, account_id, month, sum(greatest(amount, 0)), sum(greatest(-amount, 0))
  FROM line GROUP BY 2, 3 ORDER BY 2, 3
ON CONFLICT (company_id, account_id, month) DO UPDATE
   SET debit = b.debit + excluded.debit, credit = b.credit + excluded.credit

-- posted --   What is in the journal waits no longer.
DELETE FROM finance_eventpending WHERE company_id = %(company)s AND event_id = ANY(%(ids)s::bigint[])

-- keep_reasons --   An event that was refused says why, until a rule or a period lets it in.
UPDATE finance_eventpending w SET code = r.code, detail = r.detail
  FROM unnest(%(ids)s::bigint[], %(codes)s::text[], %(details)s::jsonb[]) AS r(id, code, detail)
 WHERE w.company_id = %(company)s AND w.event_id = r.id AND w.event_id = ANY(%(ids)s::bigint[])
   AND (w.code, w.detail) IS DISTINCT FROM (r.code, r.detail)

-- set_aside --   An event that met a defect alone waits for a person.
UPDATE finance_eventpending SET code = 'defect'
 WHERE company_id = %(company)s AND event_id = ANY(%(ids)s::bigint[])

-- next --   The next pending events of the company by id, and whether a closed month gives way to an open one by now;
-- what is set aside waits for a person.
SELECT event_id, code,
       CASE WHEN code = 'period_closed' THEN EXISTS (
           SELECT FROM finance_event e JOIN core_period n ON n.company_id = e.company_id AND n.module = 'finance'
                   AND n.state = 'open' AND n.month > e.posting_on
            WHERE e.company_id = p.company_id AND e.id = p.event_id) ELSE false END AS moves,
       EXISTS (SELECT FROM finance_reversal r
                WHERE r.company_id = p.company_id AND r.event_id = p.event_id) AS reversing
  FROM finance_eventpending p
 WHERE company_id = %(company)s AND event_id > %(after)s AND code <> 'defect' AND (code = '' OR NOT %(untried_only)s)
 ORDER BY event_id LIMIT %(chunk)s
