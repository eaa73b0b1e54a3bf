-- party_found --   Those of some ids that are there, and their state.
SELECT d.id, ''::text AS state FROM parties_party d WHERE d.id = ANY(%(ids)s::bigint[]) AND %(company)s::bigint > 0

-- party_linked --   Some by their codes or ids.
SELECT d.id, d.code, d.name AS name_en, d.name AS name_zh FROM parties_party d
 WHERE (d.code = ANY(%(codes)s::text[]) OR d.id = ANY(%(ids)s::bigint[])) AND %(company)s::bigint > 0
