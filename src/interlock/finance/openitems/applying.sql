-- asked --   Whether the month of the application is open and the account for exchange differences takes postings.
SELECT EXISTS (SELECT FROM core_period p WHERE p.company_id = %(company)s AND p.module = 'finance' AND p.state = 'open'
                  AND p.month = date_trunc('month', %(on)s::date)::date) AS is_open,
       EXISTS (SELECT FROM finance_account a WHERE a.company_id = %(company)s AND a.code = %(exchange)s
                  AND NOT a.is_group AND a.state = 'open') AS exchange

-- applications --   Some applications as they were written, in the order given.
SELECT a.id, a.kind, a.debit_item_id, a.credit_item_id, a.debit_amount, a.credit_amount, a.debit_book, a.credit_book,
       coalesce(c.code, '') AS account, a.document_id, a.reason, a.voucher_id
  FROM unnest(%(ids)s::bigint[]) WITH ORDINALITY AS i(id, place)
  JOIN finance_itemapplication a ON a.company_id = %(company)s AND a.id = i.id AND a.id = ANY(%(ids)s::bigint[])
  LEFT JOIN finance_account c ON c.company_id = a.company_id AND c.id = a.account_id
 ORDER BY i.place

-- judge_undo --   An entry is taken back once; what takes back is not taken back itself.
SELECT i.id,
       CASE WHEN a.id IS NULL THEN 'not_found' WHEN a.reverses_id IS NOT NULL THEN 'is_reversal'
            WHEN r.id IS NOT NULL THEN 'already' WHEN a.kind = 'reversal' THEN 'reverses_document'
            WHEN a.applied_on > %(on)s::date THEN 'too_early'
            WHEN p.state IS DISTINCT FROM 'open' THEN 'period_closed' ELSE 'done' END AS code,
       jsonb_strip_nulls(jsonb_build_object('application', r.id)) AS detail
  FROM unnest(%(ids)s::bigint[]) WITH ORDINALITY AS i(id, place)
  LEFT JOIN finance_itemapplication a ON a.company_id = %(company)s AND a.id = i.id AND a.id = ANY(%(ids)s::bigint[])
  LEFT JOIN finance_itemapplication r ON r.company_id = a.company_id AND r.reverses_id = a.id
                                     AND r.reverses_id = ANY(%(ids)s::bigint[])
  LEFT JOIN core_period p ON p.company_id = %(company)s AND p.module = 'finance'
                         AND p.month = date_trunc('month', %(on)s::date)::date
 ORDER BY i.place

-- of_documents --   What documents applied and nobody has taken back: what they made, and what closed their items.
SELECT a.id, a.debit_item_id, a.credit_item_id, a.document_id, a.applied_on
  FROM finance_itemapplication a
 WHERE a.company_id = %(company)s AND a.reverses_id IS NULL AND a.kind <> 'reversal'
   AND (a.debit_item_id = ANY(ARRAY(SELECT i.id FROM finance_openitem i WHERE i.company_id = %(company)s
                                       AND i.document_id = ANY(%(documents)s::bigint[])))
        OR a.credit_item_id = ANY(ARRAY(SELECT i.id FROM finance_openitem i WHERE i.company_id = %(company)s
                                           AND i.document_id = ANY(%(documents)s::bigint[])))
        OR a.document_id = ANY(%(documents)s::bigint[]))
   AND NOT EXISTS (SELECT FROM finance_itemapplication r WHERE r.company_id = a.company_id AND r.reverses_id = a.id)
 ORDER BY a.id
