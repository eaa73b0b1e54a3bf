-- lock_drawing --   Statements of a company are written by one set after the other.
SELECT pg_advisory_xact_lock(%(company)s::int, hashtext('finance_accountstatement'))

-- standing --   What stood with parties before the first day and after the last, in the books' money, debit positive.
WITH asked AS MATERIALIZED (
    SELECT i.id, i.place, p.id IS NOT NULL AS known
      FROM unnest(%(ids)s::bigint[]) WITH ORDINALITY AS i(id, place) LEFT JOIN parties_party p ON p.id = i.id
), move AS (
    SELECT i.party_id, i.posting_on AS "on", CASE i.direction WHEN 'debit' THEN i.book_amount ELSE -i.book_amount END AS book
      FROM finance_openitem i
     WHERE i.company_id = %(company)s AND i.party_id = ANY(%(ids)s::bigint[]) AND i.posting_on <= %(last)s::date
    UNION ALL
    SELECT o.party_id, a.applied_on, CASE WHEN a.debit_item_id = o.id THEN -a.debit_book ELSE a.credit_book END
      FROM finance_openitem o
      JOIN finance_itemapplication a ON a.company_id = o.company_id AND o.id IN (a.debit_item_id, a.credit_item_id)
     WHERE o.company_id = %(company)s AND o.party_id = ANY(%(ids)s::bigint[]) AND a.applied_on <= %(last)s::date
    UNION ALL
    SELECT o.party_id, r.valued_on, CASE o.direction WHEN 'debit' THEN r.difference ELSE -r.difference END
      FROM finance_openitem o
      JOIN finance_itemrevaluation r ON r.company_id = o.company_id AND r.item_id = o.id
     WHERE o.company_id = %(company)s AND o.party_id = ANY(%(ids)s::bigint[]) AND r.valued_on <= %(last)s::date
), summed AS (
    SELECT party_id, sum(book) AS closing, coalesce(sum(book) FILTER (WHERE "on" < %(first)s::date), 0) AS opening,
           count(*) FILTER (WHERE "on" >= %(first)s::date) AS moves
      FROM move GROUP BY party_id
)
SELECT a.id, coalesce(s.opening, 0) AS opening, coalesce(s.closing, 0) AS closing, d.id AS statement,
       CASE WHEN NOT a.known THEN 'not_found' WHEN d.id IS NOT NULL THEN 'already'
            WHEN coalesce(s.moves, 0) = 0 AND coalesce(s.closing, 0) = 0 THEN 'nothing_to_state' ELSE 'done' END AS code
  FROM asked a
  LEFT JOIN summed s ON s.party_id = a.id
  LEFT JOIN finance_accountstatement d ON d.company_id = %(company)s AND d.party_id = a.id AND d.last_on = %(last)s::date
 ORDER BY a.place

-- parties --   Parties with something in the month, or open at its end, that have no statement of it.
SELECT DISTINCT i.party_id AS id
  FROM finance_openitem i
 WHERE i.company_id = %(company)s AND i.party_id IS NOT NULL AND i.posting_on <= %(last)s::date
   AND (i.open_amount > 0 OR i.posting_on >= %(first)s::date
        OR EXISTS (SELECT FROM finance_itemapplication a
                    WHERE a.company_id = i.company_id AND i.id IN (a.debit_item_id, a.credit_item_id)
                      AND a.applied_on >= %(first)s::date))
   AND NOT EXISTS (SELECT FROM finance_accountstatement d
                    WHERE d.company_id = i.company_id AND d.party_id = i.party_id AND d.last_on = %(last)s::date)
 ORDER BY 1 LIMIT 5000

-- draw --   Numbered without gaps a month, in the order given; whoever writes them answers for what differs.
WITH given AS MATERIALIZED (
    SELECT * FROM unnest(%(parties)s::bigint[], %(openings)s::numeric[], %(closings)s::numeric[]) WITH ORDINALITY
               AS g(party_id, opening, closing, place)
), taken AS MATERIALIZED (
    SELECT core_take_numbers(%(company)s, 'SA', date_trunc('month', %(last)s::date)::date, count(*)) AS before FROM given
)
INSERT INTO finance_accountstatement (id, company_id, number, party_id, first_on, last_on, opening, closing, owner_id, run_id)
SELECT nextval('core_document_id'), %(company)s,
       core_number((SELECT core_prefix(%(company)s, 'SA')), date_trunc('month', %(last)s::date)::date, t.before + g.place),
       g.party_id, %(first)s, %(last)s, g.opening, g.closing, %(me)s, %(run)s
  FROM given g CROSS JOIN taken t ORDER BY g.place
RETURNING id, party_id

-- lock --   One order for all.
SELECT id FROM finance_accountstatement WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[])
 ORDER BY id FOR NO KEY UPDATE

-- judge_send --   Written, and not sent yet.
SELECT i.id, CASE WHEN s.id IS NULL THEN 'not_found' WHEN s.state <> 'draft' THEN 'already' ELSE 'done' END AS code
  FROM unnest(%(ids)s::bigint[]) WITH ORDINALITY AS i(id, place)
  LEFT JOIN finance_accountstatement s ON s.company_id = %(company)s AND s.id = i.id AND s.id = ANY(%(ids)s::bigint[])
 ORDER BY i.place

-- send --   On its way.
UPDATE finance_accountstatement SET state = 'sent', sent_on = %(on)s
 WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[]) AND state = 'draft'

-- judge_answer --   Of what was sent, until it is agreed or cleared up; the same said twice is said once.
SELECT i.id, CASE WHEN s.id IS NULL OR k.id IS NULL THEN 'not_found' WHEN s.state = 'draft' THEN 'not_sent'
                  WHEN s.state IN ('agreed', 'cleared') OR (s.stated_amount, s.answer) = (k.amount, k.note) THEN 'already'
                  WHEN k.amount IS NULL THEN 'bad_amount' ELSE 'done' END AS code
  FROM unnest(%(ids)s::bigint[]) WITH ORDINALITY AS i(id, place)
  LEFT JOIN finance_accountstatement s ON s.company_id = %(company)s AND s.id = i.id AND s.id = ANY(%(ids)s::bigint[])
  LEFT JOIN unnest(%(known)s::bigint[], %(amounts)s::numeric[], %(notes)s::text[]) AS k(id, amount, note) ON k.id = i.id
 ORDER BY i.place

-- answer --   Our closing is agreed, another balance differs.
UPDATE finance_accountstatement s
   SET state = CASE WHEN g.amount = s.closing THEN 'agreed' ELSE 'differs' END, stated_amount = g.amount, answer = g.note,
       answered_on = %(on)s
  FROM unnest(%(ids)s::bigint[], %(amounts)s::numeric[], %(notes)s::text[]) AS g(id, amount, note)
 WHERE s.company_id = %(company)s AND s.id = g.id AND s.id = ANY(%(ids)s::bigint[]) AND s.state IN ('sent', 'differs')

-- judge_clear --   What differs.
SELECT i.id, CASE WHEN s.id IS NULL THEN 'not_found' WHEN s.state = 'cleared' THEN 'already'
                  WHEN s.state <> 'differs' THEN 'agrees' ELSE 'done' END AS code
  FROM unnest(%(ids)s::bigint[]) WITH ORDINALITY AS i(id, place)
  LEFT JOIN finance_accountstatement s ON s.company_id = %(company)s AND s.id = i.id AND s.id = ANY(%(ids)s::bigint[])
 ORDER BY i.place

-- clear --   And by what.
UPDATE finance_accountstatement SET state = 'cleared', cleared_because = %(because)s
 WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[]) AND state = 'differs'

-- sent --   Only what was sent is behind a link.
SELECT id FROM finance_accountstatement WHERE id = %(id)s AND state <> 'draft'
