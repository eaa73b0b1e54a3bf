-- lock_balances --   Both balances of a group are its lock, taken by group before anything is judged by them.
SELECT id FROM finance_creditbalance WHERE group_id = ANY(%(groups)s::bigint[])
 ORDER BY group_id, share FOR NO KEY UPDATE

-- balances --   What these groups draw and may draw.
SELECT group_id, share, exposure_amount, limit_amount, released_amount, overdrawn_amount
  FROM finance_creditbalance WHERE group_id = ANY(%(groups)s::bigint[])

-- drawn --   What these documents draw, as their entries add up.
SELECT document_id, kind, group_id, share, party_id, sum(amount) AS amount, sum(delta_amount) AS delta
  FROM finance_creditentry
 WHERE company_id = %(company)s AND document_id = ANY(%(documents)s::bigint[])
   AND kind IN ('contract', 'order', 'shipment', 'invoice')
 GROUP BY document_id, kind, group_id, share, party_id

-- write --   Entries, the positions they add up to, and the balances; an admission never raises what is overdrawn.
WITH entry AS (
    INSERT INTO finance_creditentry (company_id, group_id, share, kind, party_id, document_kind, document_id, amount,
           rate, delta_amount, fact_on, due_on, run_id)
    SELECT %(company)s, g.*, %(on)s, d.due_on, %(run)s
      FROM unnest(%(groups)s::bigint[], %(shares)s::text[], %(kinds)s::text[], %(parties)s::bigint[],
                  %(document_kinds)s::text[], %(documents)s::bigint[], %(amounts)s::numeric[], %(rates)s::numeric[],
                  %(deltas)s::numeric[]) WITH ORDINALITY AS n(group_id, share, kind, party_id, document_kind,
                  document_id, amount, rate, delta, place)
      JOIN unnest(%(dues)s::date[]) WITH ORDINALITY AS d(due_on, place) USING (place)
     CROSS JOIN LATERAL (SELECT n.group_id, n.share, n.kind, n.party_id, n.document_kind, n.document_id, n.amount,
                                n.rate, n.delta) AS g
     ORDER BY n.place
    RETURNING group_id, share, kind, amount, delta_amount
), position AS (
    INSERT INTO finance_creditposition AS p (company_id, group_id, share, kind, amount, delta_amount)
    SELECT %(company)s, group_id, share, kind, sum(amount), sum(delta_amount) FROM entry
     WHERE kind NOT IN ('limit', 'release') GROUP BY group_id, share, kind
    ON CONFLICT (company_id, group_id, share, kind) DO UPDATE
       SET amount = p.amount + EXCLUDED.amount, delta_amount = p.delta_amount + EXCLUDED.delta_amount
), moved AS (
    SELECT group_id, share,
           coalesce(sum(delta_amount) FILTER (WHERE kind NOT IN ('limit', 'release')), 0) AS drawn,
           coalesce(sum(delta_amount) FILTER (WHERE kind = 'limit'), 0) AS allowed,
           coalesce(sum(delta_amount) FILTER (WHERE kind = 'release'), 0) AS released
      FROM entry GROUP BY group_id, share
)
UPDATE finance_creditbalance b
   SET exposure_amount = b.exposure_amount + m.drawn, limit_amount = b.limit_amount + m.allowed,
       released_amount = b.released_amount + m.released,
       overdrawn_amount = CASE WHEN %(admits)s THEN least(b.overdrawn_amount, o.amount) ELSE o.amount END
  FROM moved m
  JOIN finance_creditbalance x ON x.group_id = m.group_id AND x.share = m.share
 CROSS JOIN LATERAL (SELECT greatest(0, x.exposure_amount + m.drawn - x.limit_amount - m.allowed - x.released_amount
                                        - m.released) AS amount) o
 WHERE b.id = x.id
RETURNING b.id

-- overdue --   By group: the oldest unpaid due day and what is past due; the oldest is settled first.
WITH owed AS (
    SELECT e.company_id, e.group_id, e.party_id, e.due_on, e.amount,
           sum(e.amount) OVER (PARTITION BY e.company_id, e.group_id, e.party_id ORDER BY e.due_on, e.id) AS upto
      FROM finance_creditentry e
     WHERE e.group_id = ANY(%(groups)s::bigint[]) AND e.kind IN ('invoice', 'bounce', 'adjustment')
       AND e.due_on IS NOT NULL
), given AS (
    SELECT e.company_id, e.group_id, e.party_id, -sum(e.amount) AS amount
      FROM finance_creditentry e
     WHERE e.group_id = ANY(%(groups)s::bigint[]) AND e.kind IN ('invoice', 'payment', 'bounce', 'adjustment')
       AND e.due_on IS NULL
     GROUP BY e.company_id, e.group_id, e.party_id
)
SELECT o.group_id, min(o.due_on) AS due_on, sum(least(o.amount, o.upto - coalesce(g.amount, 0))) AS amount
  FROM owed o
  LEFT JOIN given g ON g.company_id = o.company_id AND g.group_id = o.group_id
                   AND g.party_id IS NOT DISTINCT FROM o.party_id
 WHERE o.upto > coalesce(g.amount, 0) AND o.due_on < %(on)s
 GROUP BY o.group_id
