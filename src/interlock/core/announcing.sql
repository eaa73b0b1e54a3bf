-- write --   What happened, once, and a delivery of each part for each subscription: in the operation's transaction.
WITH listening AS (
    SELECT id FROM core_webhook WHERE company_id = %(company)s AND state <> 'off' AND %(kind)s::text = ANY(kinds)),
message AS (
    INSERT INTO core_webhookmessage (company_id, kind, run_id, documents, numbers)
    SELECT %(company)s, %(kind)s, %(run)s, %(ids)s::bigint[], %(numbers)s::text[]
     WHERE EXISTS (SELECT FROM listening)
    RETURNING id, cardinality(documents) AS documents)
INSERT INTO core_webhookdelivery (company_id, webhook_id, message_id, part)
SELECT %(company)s, l.id, m.id, p.part
  FROM message m
 CROSS JOIN listening l
 CROSS JOIN generate_series(0, (m.documents - 1) / %(size)s::int) AS p(part)
 ORDER BY p.part, l.id
