-- companies --   The companies a user may look at, none named means all; and whether one asks for a second factor that is not there.
SELECT id, code, name_en, name_zh, currency_id AS currency, time_zone, year_starts,
       NOT EXISTS (SELECT FROM mfa_authenticator a WHERE a.user_id = %(user)s AND a.type = 'totp')
       AND EXISTS (SELECT FROM core_secondfactorrule r
                    WHERE r.company_id = core_company.id
                      AND (r.role_id IS NULL AND %(ids)s::bigint[] IS NULL
                           OR EXISTS (SELECT FROM core_membership m
                                       WHERE m.user_id = %(user)s AND m.company_id = r.company_id
                                         AND (r.role_id IS NULL OR r.role_id = m.role_id)))) AS needs_second_factor
  FROM core_company
 WHERE %(ids)s::bigint[] IS NULL OR id = ANY(%(ids)s::bigint[])
 ORDER BY code

-- waiting --   What waits, each counted up to a bound only.
SELECT (SELECT count(*) FROM (SELECT DISTINCT order_id FROM sales_hold
          WHERE company_id = %(company)s AND state = 'open' LIMIT %(bound)s + 1) w) AS held,
       (SELECT count(*) FROM (SELECT 1 FROM finance_eventpending
          WHERE company_id = %(company)s AND code <> '' LIMIT %(bound)s + 1) w) AS without_rule,
       (SELECT count(*) FROM (SELECT 1 FROM stock_movement
          WHERE company_id = %(company)s AND state = 'draft' LIMIT %(bound)s + 1) w) AS drafts,
       (SELECT count(*) FROM (SELECT 1 FROM sales_difference
          WHERE company_id = %(company)s AND state IN ('open', 'handed_back') LIMIT %(bound)s + 1) w) AS differences,
       (SELECT count(*) FROM (SELECT 1 FROM finance_voucherdraft
          WHERE company_id = %(company)s AND state = 'submitted' LIMIT %(bound)s + 1) w) AS to_review,
       (SELECT count(*) FROM (SELECT 1 FROM finance_paymentrequest
          WHERE company_id = %(company)s AND state = 'submitted' LIMIT %(bound)s + 1) w) AS payments_to_approve,
       (SELECT count(*) FROM (SELECT 1 FROM finance_bankline
          WHERE company_id = %(company)s AND state = 'open' LIMIT %(bound)s + 1) w) AS bank_lines,
       (SELECT count(*) FROM (SELECT 1 FROM core_notice WHERE company_id = %(company)s AND user_id = %(user)s
           AND read_at IS NULL AND settled_at IS NULL LIMIT %(bound)s + 1) w) AS unread,
       (SELECT count(*) FROM (SELECT DISTINCT t.request_id FROM core_approvaltask t
          JOIN core_approvalrequest r ON r.company_id = t.company_id AND r.id = t.request_id
         WHERE t.company_id = %(company)s AND t.state = 'open'
           AND t.user_id = ANY(ARRAY(SELECT core_stands_in_for(%(company)s, %(user)s::bigint)))
           AND (r.own_allowed OR r.requester_id IS DISTINCT FROM %(user)s::bigint)
         LIMIT %(bound)s + 1) w) AS to_approve

-- to_ship --   Deliveries to pick, up to a bound; they lie among all that are open, so the answer is kept for a while.
SELECT count(*) FROM (SELECT 1 FROM sales_delivery
  WHERE company_id = %(company)s AND is_open AND state = 'released' ORDER BY id DESC LIMIT %(bound)s + 1) w

-- held_by_reason --   The queues of held orders: open holds by reason, counted up to a bound.
SELECT r.reason, (SELECT count(*) FROM (SELECT DISTINCT h.order_id FROM sales_hold h
          WHERE h.company_id = %(company)s AND h.reason = r.reason AND h.state = 'open' LIMIT %(bound)s + 1) w) AS waiting
  FROM (WITH RECURSIVE reasons AS (
            (SELECT reason FROM sales_hold WHERE company_id = %(company)s AND state = 'open' ORDER BY reason LIMIT 1)
            UNION ALL
            SELECT (SELECT h.reason FROM sales_hold h
                     WHERE h.company_id = %(company)s AND h.state = 'open' AND h.reason > n.reason
                     ORDER BY h.reason LIMIT 1)
              FROM reasons n WHERE n.reason IS NOT NULL)
        SELECT reason FROM reasons WHERE reason IS NOT NULL) r
 ORDER BY waiting DESC, r.reason

-- document --   Which document an id is, whose, and the id its page is at.
SELECT d.kind, d.company_id, coalesce(d.at, %(id)s::bigint) AS id
  FROM (SELECT 'order' AS kind, company_id, NULL::bigint AS at FROM sales_order WHERE id = %(id)s
  UNION ALL SELECT 'delivery', company_id, NULL FROM sales_delivery WHERE id = %(id)s
  UNION ALL SELECT 'order_change', company_id, NULL FROM sales_changedocument WHERE id = %(id)s
  UNION ALL SELECT 'order_draft', company_id, NULL FROM sales_orderdraft WHERE id = %(id)s
  UNION ALL SELECT 'return', company_id, NULL FROM sales_return WHERE id = %(id)s
  UNION ALL SELECT 'movement', company_id, NULL FROM stock_movement WHERE id = %(id)s
  UNION ALL SELECT 'voucher', company_id, NULL FROM finance_voucher WHERE id = %(id)s
  UNION ALL SELECT 'event', company_id, NULL FROM finance_event WHERE id = %(id)s
  UNION ALL SELECT 'draft', company_id, NULL FROM finance_voucherdraft WHERE id = %(id)s
  UNION ALL SELECT 'expense_claim', company_id, NULL FROM finance_expenseclaim WHERE id = %(id)s
  UNION ALL SELECT 'item_document', company_id, NULL FROM finance_itemdocument WHERE id = %(id)s
  UNION ALL SELECT 'payment', company_id, NULL FROM finance_paymentrequest WHERE id = %(id)s
  UNION ALL SELECT 'payment_run', company_id, NULL FROM finance_paymentrun WHERE id = %(id)s
  UNION ALL SELECT 'bank_statement', company_id, NULL FROM finance_bankstatement WHERE id = %(id)s
  UNION ALL SELECT 'tax_invoice', company_id, NULL FROM finance_taxinvoice WHERE id = %(id)s
  UNION ALL SELECT 'input_invoice', company_id, NULL FROM finance_inputinvoice WHERE id = %(id)s
  UNION ALL SELECT 'dunning', company_id, NULL FROM finance_dunningletter WHERE id = %(id)s
  UNION ALL SELECT 'account_statement', company_id, NULL FROM finance_accountstatement WHERE id = %(id)s
  UNION ALL SELECT 'credit_limit', company_id, group_id FROM finance_creditlimit WHERE id = %(id)s
  UNION ALL SELECT 'feed', company_id, NULL FROM sales_feed WHERE id = %(id)s
  UNION ALL SELECT 'statement', company_id, NULL FROM sales_statement WHERE id = %(id)s
  UNION ALL SELECT 'difference', company_id, NULL FROM sales_difference WHERE id = %(id)s
  UNION ALL SELECT 'budget', company_id, NULL FROM finance_budget WHERE id = %(id)s
  UNION ALL SELECT 'budget_change', company_id, NULL FROM finance_budgetchange WHERE id = %(id)s
  UNION ALL SELECT 'approval', company_id, NULL FROM core_approvalrequest WHERE id = %(id)s) d

-- line --   The document a line belongs to.
SELECT 'order' AS kind, order_id AS id, company_id FROM sales_orderline WHERE id = %(id)s
UNION ALL SELECT 'order_change', document_id, company_id FROM sales_changeline WHERE id = %(id)s
UNION ALL SELECT 'delivery', delivery_id, company_id FROM sales_deliveryline WHERE id = %(id)s
UNION ALL SELECT 'return', document_id, company_id FROM sales_returnline WHERE id = %(id)s
UNION ALL SELECT 'movement', movement_id, company_id FROM stock_movementline WHERE id = %(id)s
UNION ALL SELECT 'draft', draft_id, company_id FROM finance_voucherdraftline WHERE id = %(id)s
UNION ALL SELECT 'expense_claim', claim_id, company_id FROM finance_expenseline WHERE id = %(id)s
UNION ALL SELECT 'statement', statement_id, company_id FROM sales_statementline WHERE id = %(id)s

-- timeline --   What was done to some documents that are one story, and by whom.
SELECT t.document_id, t.code, r.operation, r.door, r.started_at, r.id AS run,
       coalesce(nullif(CASE WHEN u.last_name ~ '^[A-Za-z]' THEN u.first_name || ' ' || u.last_name
                             ELSE u.last_name || u.first_name END, ''), u.username, '') AS person
  FROM core_timeline_of(%(company)s, %(documents)s::bigint[]) t
  LEFT JOIN core_run r ON r.company_id = %(company)s AND r.id = t.run_id
  LEFT JOIN core_user u ON u.id = r.actor_id
 ORDER BY t.id
 LIMIT 200

-- names --   The numbers of documents of any kind, for an outcome.
SELECT id, 'order' AS kind, number FROM sales_order WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[])
UNION ALL SELECT id, 'order_change', number FROM sales_changedocument WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[])
UNION ALL SELECT id, 'order_draft', number FROM sales_orderdraft WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[])
UNION ALL SELECT id, 'delivery', number FROM sales_delivery WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[])
UNION ALL SELECT id, 'return', number FROM sales_return WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[])
UNION ALL SELECT id, 'movement', number FROM stock_movement WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[])
UNION ALL SELECT id, 'voucher', number FROM finance_voucher WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[])
UNION ALL SELECT id, 'draft', number FROM finance_voucherdraft WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[])
UNION ALL SELECT id, 'expense_claim', number FROM finance_expenseclaim WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[])
UNION ALL SELECT id, 'event', kind FROM finance_event WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[])
UNION ALL SELECT id, 'statement', number FROM sales_statement WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[])
UNION ALL SELECT id, 'approval', number FROM core_approvalrequest WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[])
UNION ALL SELECT id, 'tax_invoice', number FROM finance_taxinvoice WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[])
UNION ALL SELECT id, 'input_invoice', number FROM finance_inputinvoice WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[])
UNION ALL SELECT id, 'item_document', number FROM finance_itemdocument WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[])
UNION ALL SELECT id, 'payment', number FROM finance_paymentrequest WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[])
UNION ALL SELECT id, 'payment_run', number FROM finance_paymentrun WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[])
UNION ALL SELECT id, 'bank_statement', number FROM finance_bankstatement WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[])
UNION ALL SELECT id, 'dunning', number FROM finance_dunningletter WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[])
UNION ALL SELECT id, 'account_statement', number FROM finance_accountstatement WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[])
UNION ALL SELECT id, 'budget', code FROM finance_budget WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[])
UNION ALL SELECT d.id, 'difference', l.order_no FROM sales_difference d JOIN sales_statementline l ON l.id = d.line_id
           WHERE d.company_id = %(company)s AND d.id = ANY(%(ids)s::bigint[])
