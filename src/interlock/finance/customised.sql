-- draft_found --   Those of some ids that are there, and their state.
SELECT d.id, d.state AS state FROM finance_voucherdraft d WHERE d.id = ANY(%(ids)s::bigint[]) AND d.company_id = %(company)s
