-- share --   Vouchers of a month and their lines; what documents, runs, a close or a template made is not typed either.
SELECT v.company_id, count(*)::int, count(*) FILTER (WHERE x.automatic)::int, sum(v.lines)::int,
       coalesce(sum(v.lines) FILTER (WHERE x.automatic), 0)::int,
       count(*) FILTER (WHERE v.event_kind = 'profit_carried')::int,
       coalesce(sum(v.lines) FILTER (WHERE v.event_kind = 'profit_carried'), 0)::int
  FROM finance_voucher v
 CROSS JOIN LATERAL (
       SELECT v.origin = 'automatic' OR v.event_kind = 'profit_carried'
              OR NOT EXISTS (SELECT FROM core_run r WHERE r.company_id = v.company_id AND r.id = v.run_id
                                AND r.operation = ANY(%(typed)s::text[]))
              OR EXISTS (SELECT FROM finance_voucherdraft d WHERE d.company_id = v.company_id AND d.voucher_id = v.id
                            AND d.state = 'posted' AND d.kind = 'recurring') AS automatic) AS x
 WHERE v.company_id = ANY(%(companies)s::bigint[]) AND v.posting_on >= %(month)s::date
   AND v.posting_on < %(month)s::date + interval '1 month'
 GROUP BY v.company_id ORDER BY v.company_id
