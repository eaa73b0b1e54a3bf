-- by_operation --   Rows that know the run that wrote them, by what that run did.
SELECT r.operation, sum(n.count)::bigint AS count
  FROM (SELECT run_id, count(*) AS count FROM core_timeline WHERE id > %(core_timeline)s GROUP BY 1
        UNION ALL SELECT run_id, count(*) FROM stock_entry WHERE id > %(stock_entry)s GROUP BY 1
        UNION ALL SELECT run_id, count(*) FROM stock_valueentry WHERE id > %(stock_valueentry)s GROUP BY 1
        UNION ALL SELECT run_id, count(*) FROM stock_serialentry WHERE id > %(stock_serialentry)s GROUP BY 1
        UNION ALL SELECT run_id, count(*) FROM finance_event WHERE id > %(finance_event)s GROUP BY 1
        UNION ALL SELECT v.run_id, count(*) FROM finance_eventline x JOIN finance_event v ON v.id = x.event_id
                   WHERE x.id > %(finance_eventline)s GROUP BY 1) n
  JOIN core_run r ON r.id = n.run_id
 GROUP BY r.operation
