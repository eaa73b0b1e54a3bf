-- vouchers --   Sealed vouchers of revenue since the first policy, whose fees nobody has set aside; what is taken back last.
SELECT v.id
  FROM finance_voucher v
 WHERE v.company_id = %(company)s AND v.event_kind IN ('revenue_recognised', 'revenue_reversed') AND v.state = 'posted'
   AND v.posting_on >= (SELECT min(valid_from) FROM finance_feepolicy WHERE company_id = %(company)s)
   AND (%(month)s::date IS NULL OR v.posting_on < %(month)s::date + interval '1 month')
   AND NOT EXISTS (SELECT FROM finance_feevoucher f WHERE f.voucher_id = v.id)
 ORDER BY v.event_kind, v.posting_on, v.id

-- days --   The days and shops of vouchers.
SELECT id, posting_on, unit_id FROM finance_voucher
 WHERE company_id = %(company)s AND id = ANY(%(ids)s::bigint[])

-- lock --   One call of a company after the other: each fee is the sum of what was read before.
SELECT pg_advisory_xact_lock(hashtext('finance_fee'), %(company)s::int)

-- judge --   A sealed voucher of revenue, read once, after those whose lines it takes back.
SELECT i.id,
       CASE WHEN v.id IS NULL THEN 'not_found' WHEN f.voucher_id IS NOT NULL THEN 'already'
            WHEN v.event_kind NOT IN ('revenue_recognised', 'revenue_reversed') THEN 'not_revenue'
            WHEN v.state <> 'posted' THEN 'not_sealed'
            WHEN v.event_kind = 'revenue_reversed' AND EXISTS (
                 SELECT FROM finance_journalline j
                   JOIN finance_reversal r ON r.company_id = j.company_id AND r.id = j.id
                   JOIN finance_journalline o ON o.company_id = r.company_id AND o.id = r.reversed_id
                   JOIN finance_voucher w ON w.company_id = o.company_id AND w.id = o.voucher_id
                    AND w.posting_on >= (SELECT min(valid_from) FROM finance_feepolicy WHERE company_id = %(company)s)
                  WHERE j.company_id = v.company_id AND j.voucher_id = v.id AND w.id <> ALL (%(ids)s::bigint[])
                    AND NOT EXISTS (SELECT FROM finance_feevoucher k WHERE k.voucher_id = w.id))
                 THEN 'original_pending'
            WHEN s.policies IS NOT NULL THEN 'ambiguous_policy' ELSE 'done' END AS code,
       CASE WHEN s.policies IS NOT NULL THEN jsonb_build_object('policies', s.policies) END AS detail
  FROM unnest(%(ids)s::bigint[]) WITH ORDINALITY AS i(id, place)
  LEFT JOIN finance_voucher v ON v.company_id = %(company)s AND v.id = i.id AND v.id = ANY(%(ids)s::bigint[])
  LEFT JOIN finance_feevoucher f ON f.voucher_id = v.id
  LEFT JOIN unnest(%(stuck)s::bigint[], %(policies)s::text[]) AS s(voucher_id, policies) ON s.voucher_id = v.id
 ORDER BY i.place

-- resolve --   One row a kind of fee and distinct case: the policy that is nearest, or two that are equally near.
WITH RECURSIVE asked AS MATERIALIZED (
    SELECT coalesce(e.party_id, 0) AS party_id, coalesce(p.group_id, 0) AS group_id, coalesce(e.unit_id, 0) AS unit_id,
           coalesce(i.category_id, 0) AS category_id, v.posting_on, array_agg(DISTINCT v.id) AS vouchers
      FROM finance_voucher v
      JOIN finance_journalline j ON j.company_id = v.company_id AND j.voucher_id = v.id
       AND j.voucher_id = ANY(%(ids)s::bigint[])
      JOIN finance_eventline l ON l.company_id = j.company_id AND l.id = j.id AND l.component IN ('net', 'subsidy')
      JOIN finance_event e ON e.company_id = l.company_id AND e.id = l.event_id
      LEFT JOIN parties_party p ON p.id = e.party_id
      LEFT JOIN items_item i ON i.id = l.item_id
     WHERE v.company_id = %(company)s AND v.id = ANY(%(ids)s::bigint[]) AND v.event_kind = 'revenue_recognised'
     GROUP BY 1, 2, 3, 4, 5
), above AS (
    SELECT DISTINCT category_id AS leaf, category_id, 0 AS distance FROM asked
    UNION ALL
    SELECT a.leaf, c.parent_id, a.distance + 1
      FROM above a JOIN items_category c ON c.id = a.category_id AND c.parent_id IS NOT NULL
) CYCLE category_id SET looped USING path, fitting AS (
    SELECT a.*, r.kind, r.id AS policy_id, r.code, r.rate_pct, coalesce(r.beneficiary_id, nullif(a.party_id, 0)) AS owed_id,
           rank() OVER (PARTITION BY r.kind, a.party_id, a.group_id, a.unit_id, a.category_id, a.posting_on
                            ORDER BY r.party_id IS NULL, r.party_group_id IS NULL, r.unit_id IS NULL,
                                     r.item_category_id IS NULL, u.distance, r.valid_from DESC) AS place
      FROM asked a
      JOIN finance_feepolicy r ON r.company_id = %(company)s AND r.valid_from <= a.posting_on
       AND (r.valid_to > a.posting_on OR r.valid_to IS NULL) AND coalesce(r.party_id, a.party_id) = a.party_id
       AND coalesce(r.party_group_id, a.group_id) = a.group_id AND coalesce(r.unit_id, a.unit_id) = a.unit_id
      LEFT JOIN above u ON u.leaf = a.category_id AND u.category_id = r.item_category_id AND NOT u.looped
     WHERE r.item_category_id IS NULL OR u.leaf IS NOT NULL
)
SELECT party_id, group_id, unit_id, category_id, posting_on, vouchers, kind, min(policy_id) AS policy_id,
       min(rate_pct) AS rate_pct, min(owed_id) AS owed_id, string_agg(code, ', ' ORDER BY code) AS codes,
       count(*) > 1 AS is_ambiguous
  FROM fitting WHERE place = 1 GROUP BY 1, 2, 3, 4, 5, 6, 7

-- accrue --   What vouchers recognise, times the rate of its case, rounded once a document, policy and voucher.
WITH line AS (
    SELECT v.id AS voucher_id, v.posting_on, e.document_id, e.party_id, e.unit_id, coalesce(p.group_id, 0) AS group_id,
           coalesce(i.category_id, 0) AS category_id, sum(l.amount) AS net
      FROM finance_voucher v
      JOIN finance_journalline j ON j.company_id = v.company_id AND j.voucher_id = v.id
       AND j.voucher_id = ANY(%(ids)s::bigint[])
      JOIN finance_eventline l ON l.company_id = j.company_id AND l.id = j.id AND l.component IN ('net', 'subsidy')
      JOIN finance_event e ON e.company_id = l.company_id AND e.id = l.event_id
      LEFT JOIN parties_party p ON p.id = e.party_id
      LEFT JOIN items_item i ON i.id = l.item_id
     WHERE v.company_id = %(company)s AND v.id = ANY(%(ids)s::bigint[]) AND v.event_kind = 'revenue_recognised'
     GROUP BY 1, 2, 3, 4, 5, 6, 7
), part AS MATERIALIZED (
    SELECT l.voucher_id, l.posting_on, l.document_id, l.party_id, l.unit_id, c.kind, c.policy_id, c.owed_id, c.rate_pct,
           sum(l.net) AS base, round(sum(l.net) * c.rate_pct / 100, 2) AS amount
      FROM line l
      JOIN unnest(%(parties)s::bigint[], %(groups)s::bigint[], %(units)s::bigint[], %(categories)s::bigint[],
                  %(postings)s::date[], %(kinds)s::text[], %(policies)s::bigint[], %(rates)s::numeric[], %(owed)s::bigint[])
           AS c(party_id, group_id, unit_id, category_id, posting_on, kind, policy_id, rate_pct, owed_id)
        ON (c.party_id, c.group_id, c.unit_id, c.category_id, c.posting_on)
         = (coalesce(l.party_id, 0), l.group_id, coalesce(l.unit_id, 0), l.category_id, l.posting_on)
     GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9 HAVING round(sum(l.net) * c.rate_pct / 100, 2) > 0
), fee AS (
    INSERT INTO finance_fee AS f (company_id, policy_id, kind, document_id, party_id, unit_id, beneficiary_id, accrued_on,
                                  base_amount, accrued_amount)
    SELECT %(company)s, policy_id, kind, document_id, min(party_id), min(unit_id), min(owed_id), min(posting_on), sum(base),
           sum(amount)
      FROM part GROUP BY policy_id, kind, document_id ORDER BY document_id, policy_id
    ON CONFLICT (company_id, document_id, policy_id) DO UPDATE
       SET base_amount = f.base_amount + excluded.base_amount, accrued_amount = f.accrued_amount + excluded.accrued_amount
    RETURNING id, document_id, policy_id
), entered AS (
    INSERT INTO finance_feeentry (company_id, fee_id, kind, entered_on, base_amount, amount, voucher_id, run_id)
    SELECT %(company)s, f.id, 'accrue', p.posting_on, p.base, p.amount, p.voucher_id, %(run)s
      FROM part p JOIN fee f USING (document_id, policy_id) ORDER BY f.id, p.voucher_id
)
SELECT voucher_id, kind, sum(amount) AS amount FROM part GROUP BY 1, 2 ORDER BY 1, 2

-- take_back --   What came back takes its part of the fees its deal had, under the nearest policy of each kind.
WITH RECURSIVE line AS MATERIALIZED (
    SELECT v.id AS voucher_id, v.posting_on, e.document_id, coalesce(i.category_id, 0) AS category_id, sum(l.amount) AS net
      FROM finance_voucher v
      JOIN finance_journalline j ON j.company_id = v.company_id AND j.voucher_id = v.id
       AND j.voucher_id = ANY(%(ids)s::bigint[])
      JOIN finance_eventline l ON l.company_id = j.company_id AND l.id = j.id AND l.component IN ('net', 'subsidy')
      JOIN finance_reversal r ON r.company_id = l.company_id AND r.id = l.id
      JOIN finance_eventline o ON o.company_id = r.company_id AND o.id = r.reversed_id
      JOIN finance_event e ON e.company_id = o.company_id AND e.id = o.event_id
      LEFT JOIN items_item i ON i.id = l.item_id
     WHERE v.company_id = %(company)s AND v.id = ANY(%(ids)s::bigint[]) AND v.event_kind = 'revenue_reversed'
     GROUP BY 1, 2, 3, 4
), above AS (
    SELECT DISTINCT category_id AS leaf, category_id, 0 AS distance FROM line
    UNION ALL
    SELECT a.leaf, c.parent_id, a.distance + 1
      FROM above a JOIN items_category c ON c.id = a.category_id AND c.parent_id IS NOT NULL
) CYCLE category_id SET looped USING path, fitting AS (
    SELECT l.voucher_id, l.posting_on, l.net, f.id AS fee_id, f.kind, f.base_amount AS base, f.accrued_amount AS accrued,
           row_number() OVER (PARTITION BY l.voucher_id, l.document_id, l.category_id, f.kind
                                  ORDER BY r.item_category_id IS NULL, u.distance, r.valid_from DESC, r.id) AS place
      FROM line l
      JOIN finance_fee f ON f.company_id = %(company)s AND f.document_id = l.document_id AND f.base_amount > 0
      JOIN finance_feepolicy r ON r.company_id = f.company_id AND r.id = f.policy_id
      LEFT JOIN above u ON u.leaf = l.category_id AND u.category_id = r.item_category_id AND NOT u.looped
     WHERE r.item_category_id IS NULL OR u.leaf IS NOT NULL
), taken AS (
    SELECT voucher_id, posting_on, fee_id, kind, base, accrued, sum(net) AS net,
           sum(sum(net)) OVER (PARTITION BY fee_id ORDER BY voucher_id) AS upto
      FROM fitting WHERE place = 1 GROUP BY 1, 2, 3, 4, 5, 6
), part AS MATERIALIZED (
    SELECT voucher_id, posting_on, fee_id, kind, least(upto - net, base) - least(upto, base) AS base,
           round(accrued * least(upto - net, base) / base, 2) - round(accrued * least(upto, base) / base, 2) AS amount
      FROM taken
), fee AS (
    UPDATE finance_fee f SET base_amount = f.base_amount + p.base, accrued_amount = f.accrued_amount + p.amount
      FROM (SELECT fee_id, sum(base) AS base, sum(amount) AS amount FROM part GROUP BY fee_id) p
     WHERE f.company_id = %(company)s AND f.id = p.fee_id
), entered AS (
    INSERT INTO finance_feeentry (company_id, fee_id, kind, entered_on, base_amount, amount, voucher_id, run_id)
    SELECT %(company)s, fee_id, 'accrue', posting_on, base, amount, voucher_id, %(run)s FROM part ORDER BY fee_id, voucher_id
)
SELECT voucher_id, kind, sum(amount) AS amount FROM part GROUP BY 1, 2 HAVING sum(amount) <> 0 ORDER BY 1, 2

-- mark --   They are read.
INSERT INTO finance_feevoucher (voucher_id, company_id) SELECT id, %(company)s FROM unnest(%(ids)s::bigint[]) AS v(id)
 ORDER BY id

-- any_policy --   Whether a company has policies at all.
SELECT EXISTS (SELECT FROM finance_feepolicy WHERE company_id = %(company)s)
