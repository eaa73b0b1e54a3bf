-- token --   A token by its prefix; stale when its last use was not noted for a minute.
SELECT t.id, t.user_id, t.name, t.secret_hash, t.permissions, t.companies, t.calls_a_minute,
       t.revoked_at IS NULL AND t.expires_at > clock_timestamp() AND u.is_active AS good,
       t.last_used_at IS NULL OR t.last_used_at < now() - interval '1 minute' AS stale
  FROM core_apitoken t JOIN core_user u ON u.id = t.user_id
 WHERE t.prefix = %(prefix)s

-- token_of_id --   A token that is known already, as long as it holds.
SELECT t.id, t.user_id, t.name, t.permissions, t.companies, t.calls_a_minute
  FROM core_apitoken t JOIN core_user u ON u.id = t.user_id
 WHERE t.id = %(id)s AND t.revoked_at IS NULL AND t.expires_at > clock_timestamp() AND u.is_active

-- touch --   Noted once a minute, not at every call.
UPDATE core_apitoken SET last_used_at = now() WHERE id = %(id)s

-- revoke --   Void from now on.
UPDATE core_apitoken SET revoked_at = now() WHERE id = ANY(%(ids)s::bigint[]) AND revoked_at IS NULL

-- everything --   What an administrator may do: every permission in every company.
SELECT (SELECT array_agg(id) FROM core_company) AS companies,
       (SELECT array_agg(c.app_label || '.' || p.codename)
          FROM auth_permission p JOIN django_content_type c ON c.id = p.content_type_id) AS permissions

-- count_call --   Take one call out of the allowance of a minute; no row when used up. Used up for longer: the clock was set back.
INSERT INTO core_callrate AS r (caller, whole_at)
VALUES (%(caller)s, clock_timestamp() + %(step)s * interval '1 second')
    ON CONFLICT (caller) DO UPDATE
   SET whole_at = CASE WHEN r.whole_at > clock_timestamp() + interval '61 seconds' THEN clock_timestamp()
                       ELSE greatest(r.whole_at, clock_timestamp()) END + %(step)s * interval '1 second'
 WHERE r.whole_at > clock_timestamp() + interval '61 seconds'
    OR greatest(r.whole_at, clock_timestamp()) + %(step)s * interval '1 second'
       <= clock_timestamp() + interval '1 minute' + interval '1 millisecond'
RETURNING whole_at

-- wait --   After how many seconds one call more is allowed.
SELECT ceil(extract(epoch FROM whole_at + %(step)s * interval '1 second' - interval '1 minute' - clock_timestamp())) AS seconds
  FROM core_callrate WHERE caller = %(caller)s
