-- jobs --   A page of a person's jobs in a company, newest first, by key.
SELECT j.id, j.kind, j.arguments, j.state, j.total, j.succeeded, j.failed, j.code, j.file_name, j.size_bytes, j.created_at,
       j.started_at, j.ended_at, j.expires_at,
       coalesce(nullif(CASE WHEN u.last_name ~ '^[A-Za-z]' THEN u.first_name || ' ' || u.last_name
                             ELSE u.last_name || u.first_name END, ''), u.username, '') AS person
  FROM core_job j
  JOIN core_user u ON u.id = j.actor_id
 WHERE j.company_id = %(company)s AND j.actor_id = %(user)s AND (%(before)s::bigint IS NULL OR j.id < %(before)s)
   AND (%(id)s::bigint IS NULL OR j.id = %(id)s)
 ORDER BY j.id DESC
 LIMIT %(size)s + 1

-- rejections --   What a job could not do, by key.
SELECT id, document_id, code, detail FROM core_jobrejection
 WHERE company_id = %(company)s AND job_id = %(job)s AND id > %(after)s
 ORDER BY id
 LIMIT %(size)s

-- rejected_codes --   Why, how often.
SELECT code, count(*) AS number FROM core_jobrejection
 WHERE company_id = %(company)s AND job_id = %(job)s GROUP BY code ORDER BY count(*) DESC, code

-- rejected_ids --   The documents to try again.
SELECT document_id AS id FROM core_jobrejection WHERE company_id = %(company)s AND job_id = %(job)s ORDER BY id
