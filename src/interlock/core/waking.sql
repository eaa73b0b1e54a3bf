-- waits --   Whether the job waits already: asked first, because a refused insert is an error in the server's log.
SELECT EXISTS (SELECT FROM procrastinate_jobs WHERE queueing_lock = %(task)s AND status = 'todo')

-- try_alone --   Held by the session: it ends with the worker's connection, however that ends.
SELECT pg_try_advisory_lock(hashtextextended('alone ' || %(name)s, 0))

-- end_alone --   Somebody else may.
SELECT pg_advisory_unlock(hashtextextended('alone ' || %(name)s, 0))
