-- cancellations --   Why an order, or the rest of it, was cancelled.
SELECT c.reason, c.note, c.amount, c.cancelled_on,
       coalesce(nullif(CASE WHEN u.last_name ~ '^[A-Za-z]' THEN u.first_name || ' ' || u.last_name
                             ELSE u.last_name || u.first_name END, ''), u.username, '') AS person
  FROM sales_cancellation c
  LEFT JOIN core_run r ON r.company_id = c.company_id AND r.id = c.run_id
  LEFT JOIN core_user u ON u.id = r.actor_id
 WHERE c.company_id = %(company)s AND c.order_id = %(id)s
 ORDER BY c.id LIMIT 10

-- versions --   What an order was before each change.
SELECT v.version, v.snapshot, r.operation, r.started_at,
       coalesce(nullif(CASE WHEN u.last_name ~ '^[A-Za-z]' THEN u.first_name || ' ' || u.last_name
                             ELSE u.last_name || u.first_name END, ''), u.username, '') AS person
  FROM core_documentversion v
  LEFT JOIN core_run r ON r.company_id = v.company_id AND r.id = v.run_id
  LEFT JOIN core_user u ON u.id = r.actor_id
 WHERE v.company_id = %(company)s AND v.document_id = %(id)s
 ORDER BY v.id DESC LIMIT 20

-- cancelled_by_reason --   How many orders were cancelled since a day, why, and what they were worth.
SELECT reason, count(*) AS orders, sum(amount) AS amount
  FROM sales_cancellation
 WHERE company_id = %(company)s AND cancelled_on >= %(since)s
 GROUP BY reason ORDER BY orders DESC, reason
