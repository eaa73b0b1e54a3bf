-- roles --   Every role with its members in a company, and how much it allows.
SELECT g.id, g.name AS code, coalesce(r.name_en, g.name) AS name_en, coalesce(r.name_zh, g.name) AS name_zh,
       (SELECT count(*) FROM auth_group_permissions p WHERE p.group_id = g.id) AS permissions,
       (SELECT count(*) FROM core_membership m WHERE m.company_id = %(company)s AND m.role_id = g.id
           AND (m.valid_to IS NULL OR m.valid_to > %(today)s::date)) AS members,
       EXISTS (SELECT FROM core_datascope s WHERE s.company_id = %(company)s AND s.role_id = g.id) AS is_limited
  FROM auth_group g LEFT JOIN core_role r ON r.group_id = g.id
 ORDER BY name_en
 LIMIT 500

-- role --   One role with its words and menu.
SELECT g.id, g.name AS code, coalesce(r.name_en, g.name) AS name_en, coalesce(r.name_zh, g.name) AS name_zh,
       coalesce(r.menu, '{}') AS menu,
       ARRAY(SELECT c.app_label || '.' || p.codename FROM auth_group_permissions x
               JOIN auth_permission p ON p.id = x.permission_id
               JOIN django_content_type c ON c.id = p.content_type_id WHERE x.group_id = g.id) AS permissions
  FROM auth_group g LEFT JOIN core_role r ON r.group_id = g.id WHERE g.id = %(id)s

-- members --   Who holds a role in a company, and on which days.
SELECT m.user_id AS id, u.username, u.partner, u.is_active, m.valid_from, m.valid_to,
       coalesce(nullif(CASE WHEN u.last_name ~ '^[A-Za-z]' THEN u.first_name || ' ' || u.last_name
                             ELSE u.last_name || u.first_name END, ''), u.username) AS person
  FROM core_membership m JOIN core_user u ON u.id = m.user_id
 WHERE m.company_id = %(company)s AND m.role_id = %(role)s
 ORDER BY u.username
 LIMIT 500

-- people --   Who works in a company, by name, with their roles; partners too.
SELECT u.id, u.username, u.email, u.partner, u.is_active, u.is_superuser, u.last_login, m.roles_en, m.roles_zh,
       coalesce(nullif(CASE WHEN u.last_name ~ '^[A-Za-z]' THEN u.first_name || ' ' || u.last_name
                             ELSE u.last_name || u.first_name END, ''), u.username) AS person,
       EXISTS (SELECT FROM core_datascope s WHERE s.company_id = %(company)s AND s.user_id = u.id) AS is_limited
  FROM core_user u
  LEFT JOIN LATERAL (SELECT string_agg(coalesce(r.name_en, g.name), ', ' ORDER BY g.name) AS roles_en,
                            string_agg(coalesce(r.name_zh, g.name), '、' ORDER BY g.name) AS roles_zh
                       FROM core_membership x JOIN auth_group g ON g.id = x.role_id
                       LEFT JOIN core_role r ON r.group_id = g.id
                      WHERE x.company_id = %(company)s AND x.user_id = u.id) m ON true
 WHERE (u.company_id = %(company)s OR m.roles_en IS NOT NULL)
   AND (%(term)s::text IS NULL OR u.username ILIKE %(term)s OR u.last_name || u.first_name ILIKE %(term)s)
   AND (%(after)s::text IS NULL OR u.username > %(after)s)
 ORDER BY u.username
 LIMIT %(size)s

-- person --   One person, when they are of this company.
SELECT u.id, u.username, u.email, u.partner, u.is_active, u.is_superuser, u.last_login,
       coalesce(nullif(CASE WHEN u.last_name ~ '^[A-Za-z]' THEN u.first_name || ' ' || u.last_name
                             ELSE u.last_name || u.first_name END, ''), u.username) AS person
  FROM core_user u
 WHERE u.id = %(id)s AND (u.company_id = %(company)s
        OR EXISTS (SELECT FROM core_membership m WHERE m.company_id = %(company)s AND m.user_id = u.id))

-- held --   The roles of a person in the companies one may look at.
SELECT m.role_id AS id, c.id AS company_id, c.code AS company, m.valid_from, m.valid_to,
       coalesce(r.name_en, g.name) AS name_en, coalesce(r.name_zh, g.name) AS name_zh
  FROM core_membership m JOIN core_company c ON c.id = m.company_id JOIN auth_group g ON g.id = m.role_id
  LEFT JOIN core_role r ON r.group_id = g.id
 WHERE m.user_id = %(user)s AND m.company_id = ANY(%(companies)s::bigint[])
 ORDER BY c.code, g.name

-- allowed --   What a person's roles allow in a company, and through which.
SELECT t.app_label || '.' || p.codename AS permission,
       string_agg(DISTINCT coalesce(r.name_en, g.name), ', ') AS roles_en,
       string_agg(DISTINCT coalesce(r.name_zh, g.name), '、') AS roles_zh
  FROM core_membership m JOIN auth_group g ON g.id = m.role_id LEFT JOIN core_role r ON r.group_id = g.id
  JOIN auth_group_permissions x ON x.group_id = g.id JOIN auth_permission p ON p.id = x.permission_id
  JOIN django_content_type t ON t.id = p.content_type_id
 WHERE m.company_id = %(company)s AND m.user_id = %(user)s
   AND (m.valid_from IS NULL OR m.valid_from <= %(today)s::date)
   AND (m.valid_to IS NULL OR m.valid_to > %(today)s::date)
 GROUP BY 1

-- limits --   What limits a person or a role in a company.
SELECT dimension, ids FROM core_datascope
 WHERE company_id = %(company)s AND (user_id = %(user)s OR role_id = %(role)s)

-- changes --   What was changed of a person's or role's rights, newest first.
SELECT x.changed_at, x.what, x.before, x.after, coalesce(u.username, '') AS actor
  FROM core_rightschange x LEFT JOIN core_user u ON u.id = x.actor_id
 WHERE x.company_id = %(company)s AND x.subject = %(subject)s AND x.subject_id = %(id)s
 ORDER BY x.id DESC
 LIMIT 100

-- review_changes --   What was changed of rights between the signature before and this review's, newest first: of whom, by whom.
SELECT x.changed_at, x.what, x.before, x.after, coalesce(u.username, '') AS actor,
       coalesce(p.username, r.name_en, g.name, d.name_en, '–') AS name_en,
       coalesce(p.username, r.name_zh, g.name, d.name_zh, '–') AS name_zh
  FROM core_accessreview v
  JOIN core_rightschange x ON x.company_id = v.company_id AND x.changed_at <= coalesce(v.signed_at, 'infinity')
   AND x.changed_at > coalesce((SELECT max(b.signed_at) FROM core_accessreview b
                                 WHERE b.company_id = v.company_id AND b.id < v.id), '-infinity')
  LEFT JOIN core_user u ON u.id = x.actor_id
  LEFT JOIN core_user p ON x.subject = 'person' AND p.id = x.subject_id
  LEFT JOIN auth_group g ON x.subject = 'role' AND g.id = x.subject_id
  LEFT JOIN core_role r ON r.group_id = g.id
  LEFT JOIN core_dutyconflict d ON x.subject = 'matrix' AND d.id = x.subject_id
 WHERE v.company_id = %(company)s AND v.id = %(id)s
 ORDER BY x.id DESC
 LIMIT 500

-- matrix_changes --   What was changed of the matrix of duties, by whom, newest first; the matrix is the whole group's.
SELECT x.changed_at, x.what, x.before, x.after, coalesce(u.username, '') AS actor
  FROM core_rightschange x LEFT JOIN core_user u ON u.id = x.actor_id
 WHERE x.company_id = ANY(ARRAY(SELECT id FROM core_company)) AND x.subject = 'matrix'
 ORDER BY x.id DESC
 LIMIT 50

-- departments --   What data can be limited to.
SELECT id, code, name_en, name_zh FROM core_unit WHERE company_id = %(company)s ORDER BY code LIMIT 500

-- parties --   Parties that are customers of shops of a company, or suppliers it knows.
SELECT p.id, p.code, p.name AS name_en, p.name AS name_zh FROM parties_party p
 WHERE %(term)s::text IS NULL OR p.code ILIKE %(term)s OR p.name ILIKE %(term)s ORDER BY p.code LIMIT 200

-- persons --   Names of people by id.
SELECT id, coalesce(nullif(CASE WHEN last_name ~ '^[A-Za-z]' THEN first_name || ' ' || last_name
                                ELSE last_name || first_name END, ''), username) AS person
  FROM core_user WHERE id = ANY(%(ids)s::bigint[])

-- reviews --   The access reviews of a company, newest first.
SELECT r.id, r.number, r.state, r.rights_on AS as_of, r.due_on, r.signed_at, u.username AS signer,
       (SELECT count(*) FROM core_accessreviewline l WHERE l.company_id = r.company_id AND l.review_id = r.id) AS lines,
       (SELECT count(*) FROM core_accessreviewline l
         WHERE l.company_id = r.company_id AND l.review_id = r.id AND l.decision = 'open') AS undecided
  FROM core_accessreview r LEFT JOIN core_user u ON u.id = r.signer_id
 WHERE r.company_id = %(company)s ORDER BY r.id DESC LIMIT 100

-- review --   One access review.
SELECT id, company_id, number, state, rights_on AS as_of, due_on, signed_at, signer_id, content
  FROM core_accessreview WHERE id = %(id)s

-- review_lines --   Who held what, and what is decided of it.
SELECT l.id, l.user_id, l.decision, l.comment, u.username, coalesce(r.name_en, g.name, '') AS name_en,
       coalesce(r.name_zh, g.name, '') AS name_zh,
       coalesce(nullif(CASE WHEN u.last_name ~ '^[A-Za-z]' THEN u.first_name || ' ' || u.last_name
                             ELSE u.last_name || u.first_name END, ''), u.username) AS person, u.last_login
  FROM core_accessreviewline l JOIN core_user u ON u.id = l.user_id
  LEFT JOIN auth_group g ON g.id = l.role_id LEFT JOIN core_role r ON r.group_id = g.id
 WHERE l.company_id = %(company)s AND l.review_id = %(id)s
 ORDER BY u.username, l.id
 LIMIT 2000
