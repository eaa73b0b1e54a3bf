-- numbers --   What forwarders and fitters know the deliveries by.
SELECT array_agg(number ORDER BY id) FROM sales_delivery
 WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[])
