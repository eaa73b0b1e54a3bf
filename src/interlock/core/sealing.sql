-- lock_chain --   One sealer at a time; who waited reads the seals of who went before.
SELECT pg_advisory_xact_lock(hashtextextended('core.seal', 0))

-- one_moment --   The check sees one moment, whatever is sealed or let go meanwhile.
SET TRANSACTION ISOLATION LEVEL REPEATABLE READ

-- horizon --   The oldest transaction that runs and the one that comes next.
SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint AS reach, pg_snapshot_xmax(pg_current_snapshot())::text::bigint AS next,
       clock_timestamp() AS now

-- last --   The last link of the chain.
SELECT id, hash, made_at, kind FROM core_seal ORDER BY id DESC LIMIT 1

-- open_end --   For a table: the highest id sealed, and the holes below it that a transaction of then might still fill.
WITH recent AS (
    SELECT p.above, p.top, p.ids::int8multirange AS ids FROM core_sealpart p JOIN core_seal s ON s.id = p.seal_id
     WHERE p.source = %(source)s AND s.kind = 'rows' AND (s.next > %(reach)s OR s.made_at > now() - interval '1 hour'))
SELECT coalesce(l.top, 0) AS top, coalesce((SELECT min(r.above) FROM recent r), l.top, 0) AS settled,
       coalesce((SELECT (int8multirange(int8range(min(r.above), max(r.top), '(]')) - range_agg(r.ids)) FROM recent r),
                '{}')::text AS holes
  FROM (SELECT 1) one LEFT JOIN LATERAL (SELECT p.top FROM core_sealpart p
        WHERE p.source = %(source)s AND p.hash <> '' ORDER BY p.id DESC LIMIT 1) l ON true

-- to_seal --   What of a table is decided and not sealed yet.
SELECT columns, ids, top, rows, hash, marks
  FROM core_rows_to_seal(%(source)s, %(pk)s, %(above)s, %(holes)s::int8multirange, %(reach)s, %(most)s)

-- write_seal --   A link of the chain.
INSERT INTO core_seal (kind, previous_hash, hash, signature, public_key, reach, next, made_at)
VALUES (%(kind)s, %(previous)s, %(hash)s, %(signature)s, %(public)s, %(reach)s, %(next)s, %(made_at)s)
RETURNING id

-- write_part --   What the link says of one table.
INSERT INTO core_sealpart (seal_id, source, columns, ids, above, top, rows, hash, marks)
VALUES (%(seal)s, %(source)s, %(columns)s, %(ids)s, %(above)s, %(top)s, %(rows)s, %(hash)s, %(marks)s)

-- seals --   The chain, from its beginning.
SELECT id, kind, previous_hash, hash, signature, public_key, reach, next, made_at FROM core_seal
 WHERE id > %(after)s ORDER BY id LIMIT 1000

-- parts --   The parts of some links.
SELECT seal_id, source, columns, ids, above, top, rows, hash, marks FROM core_sealpart
 WHERE seal_id = ANY(%(seals)s::bigint[]) ORDER BY seal_id, id

-- pruned --   What was let go on purpose, by table.
SELECT p.source, range_agg(p.ids::int8multirange)::text AS ids FROM core_sealpart p JOIN core_seal s ON s.id = p.seal_id
 WHERE s.kind = 'pruned' GROUP BY p.source

-- is_pruned --   Whether a part was let go as a whole.
SELECT %(ids)s::int8multirange <@ %(pruned)s::int8multirange AS gone

-- as_sealed --   The rows of a part as they are now.
SELECT ids, hash, marks
  FROM core_sealed_rows(%(source)s, %(pk)s, %(columns)s::text[], %(ids)s::int8multirange)

-- meant --   Every id of a part.
SELECT array_agg(i ORDER BY i) AS ids
  FROM unnest(%(ids)s::int8multirange) r, generate_series(lower(r), upper(r) - 1) i

-- between --   Rows where all are decided that no seal knows.
SELECT b AS id FROM core_rows_between(%(source)s, %(pk)s, %(settled)s,
    coalesce((SELECT range_agg(p.ids::int8multirange) FROM core_sealpart p WHERE p.source = %(source)s), '{}'), %(most)s) b

-- retentions --   For how many days which log is kept.
SELECT log, days FROM core_retention

-- prunable --   Parts whose seal is older than a log is kept, and which were not let go before.
SELECT p.ids, p.rows FROM core_sealpart p JOIN core_seal s ON s.id = p.seal_id
 WHERE p.source = %(source)s AND s.kind = 'rows' AND s.made_at < now() - %(days)s * interval '1 day'
   AND NOT EXISTS (SELECT FROM core_sealpart g JOIN core_seal gs ON gs.id = g.seal_id
                    WHERE g.source = p.source AND gs.kind = 'pruned' AND g.ids::int8multirange @> p.ids::int8multirange)
 ORDER BY p.id LIMIT 1000

-- join_ids --   The ids of some parts together.
SELECT range_agg(x::int8multirange)::text AS ids FROM unnest(%(ids)s::text[]) x

-- forget_logins --   What the retention of the login log lets go.
DELETE FROM core_loginentry l USING unnest(%(ids)s::int8multirange) r WHERE l.id >= lower(r) AND l.id < upper(r)
