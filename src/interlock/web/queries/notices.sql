-- unread --   A page of what a person has not read and still stands, newest first, by key.
SELECT id, kind, subject_id, level, parameters, made_at, read_at, settled_at
  FROM core_notice
 WHERE company_id = %(company)s AND user_id = %(user)s AND read_at IS NULL AND settled_at IS NULL
   AND (%(before)s::bigint IS NULL OR id < %(before)s)
 ORDER BY id DESC
 LIMIT %(size)s + 1

-- notices --   A page of all that a person was told, newest first, by key.
SELECT id, kind, subject_id, level, parameters, made_at, read_at, settled_at
  FROM core_notice
 WHERE company_id = %(company)s AND user_id = %(user)s AND (%(before)s::bigint IS NULL OR id < %(before)s)
 ORDER BY id DESC
 LIMIT %(size)s + 1
