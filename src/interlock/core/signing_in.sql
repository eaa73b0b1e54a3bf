-- write --   One thing that happened at the door; a name that somebody has is that person's.
INSERT INTO core_loginentry (what, user_id, name, by_id, method, door, address, user_agent)
VALUES (%(what)s, coalesce(%(user)s, (SELECT id FROM core_user WHERE username = %(name)s)), %(name)s, %(by)s, %(method)s, %(door)s, %(address)s::inet, %(user_agent)s)

-- second_factor --   Whether a person has one, and whether a rule of a company or role asks for one; an administrator is everywhere.
SELECT EXISTS (SELECT FROM mfa_authenticator a WHERE a.user_id = u.id AND a.type = 'totp') AS has,
       EXISTS (SELECT FROM core_secondfactorrule r
                WHERE u.is_superuser AND r.role_id IS NULL
                   OR EXISTS (SELECT FROM core_membership m
                               WHERE m.user_id = u.id AND m.company_id = r.company_id
                                 AND (r.role_id IS NULL OR r.role_id = m.role_id))) AS required
  FROM core_user u WHERE u.id = %(user)s

-- locks --   Names at addresses with as many failures as lock them out, while that lasts.
SELECT a.username, host(a.ip_address) AS address, sum(a.failures_since_start) AS failures,
       max(a.attempt_time) + %(cool_off)s::interval AS until, array_agg(a.id) AS attempts
  FROM axes_accessattempt a
 WHERE a.attempt_time > now() - %(cool_off)s::interval
 GROUP BY a.username, a.ip_address
HAVING sum(a.failures_since_start) >= %(limit)s
 ORDER BY max(a.attempt_time) DESC
 LIMIT 200

