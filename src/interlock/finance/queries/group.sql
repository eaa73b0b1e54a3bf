-- members --   The chosen companies, and the party that each is to the others: the one with its credit code.
SELECT c.id, c.code, c.name_en, c.name_zh, c.currency_id, p.id AS party_id
  FROM core_company c LEFT JOIN parties_party p ON p.uscc = c.uscc AND c.uscc <> ''
 WHERE c.id = ANY(%(companies)s::bigint[]) ORDER BY c.code

-- between --   What each member moved against the parties of the others, by account and month: counted and not counted.
WITH uncounted AS MATERIALIZED (
    SELECT v.id FROM finance_voucher v
     WHERE v.company_id = ANY(%(companies)s::bigint[]) AND v.posting_on < %(until)s::date + interval '1 month'
       AND NOT EXISTS (SELECT FROM finance_countedvoucher c WHERE c.voucher_id = v.id)
), moved AS (
    SELECT t.company_id, t.account_id, t.value_id AS party_id, t.month, t.debit - t.credit AS amount
      FROM finance_dimensiontotal t
     WHERE t.company_id = ANY(%(companies)s::bigint[]) AND t.dimension = 'party'
       AND t.value_id = ANY(%(parties)s::bigint[]) AND t.month <= %(until)s::date
    UNION ALL
    SELECT j.company_id, s.account_id, j.party_id, date_trunc('month', v.posting_on)::date, s.amount
      FROM finance_journalline j
      JOIN finance_voucher v ON v.company_id = j.company_id AND v.id = j.voucher_id
     CROSS JOIN LATERAL (VALUES (j.debit_account_id, j.amount), (j.credit_account_id, -j.amount)) AS s(account_id, amount)
     WHERE j.company_id = ANY(%(companies)s::bigint[]) AND j.voucher_id = ANY(ARRAY(SELECT id FROM uncounted))
       AND j.party_id = ANY(%(parties)s::bigint[]) AND s.account_id IS NOT NULL
)
SELECT m.company_id, m.party_id, a.id AS account_id, a.code, a.kind, m.month, sum(m.amount) AS amount, l.code AS line,
       l.side
  FROM moved m
  JOIN finance_account a ON a.company_id = m.company_id AND a.id = m.account_id
  LEFT JOIN LATERAL (
       SELECT n.code, n.side
         FROM finance_reportaccount r
         JOIN finance_account o ON o.company_id = r.company_id AND o.id = r.account_id
         JOIN finance_reportline n ON n.id = r.line_id
        WHERE r.company_id = a.company_id AND starts_with(a.code, o.code)
        ORDER BY length(o.code) DESC LIMIT 1
  ) AS l ON true
 GROUP BY 1, 2, 3, 4, 5, 6, 8, 9
 ORDER BY 1, 2, 4, 6

-- documents --   What two companies moved against each other in a month on some accounts and the other did not: equal
-- amounts of both sides take each other off, the earliest first. A voucher's lines are read once. "together" adds up what
-- a document line moved at once, under its largest account: what goods cost is out of stock at once.
WITH voucher AS MATERIALIZED (
    SELECT v.id, v.company_id, v.number, v.posting_on, v.event_kind, v.text, s.party_id, s.rate
      FROM unnest(%(companies)s::bigint[], %(parties)s::bigint[], %(rates)s::numeric[]) AS s(company_id, party_id, rate)
      JOIN finance_voucher v ON v.company_id = s.company_id AND v.posting_on >= %(month)s::date
       AND v.posting_on < %(month)s::date + interval '1 month'
     WHERE EXISTS (SELECT FROM finance_vouchertotal t WHERE t.company_id = v.company_id AND t.voucher_id = v.id
                                                        AND t.account_id = ANY(%(accounts)s::bigint[]))
), line AS (
    SELECT v.company_id, v.id AS voucher_id, v.number, v.posting_on, v.event_kind, v.text, j.id, j.document_line_id,
           s.account_id, round(s.amount * v.rate, 2) AS amount,
           CASE WHEN %(together)s THEN CASE WHEN v.event_kind <> '' THEN j.document_line_id END
                ELSE row_number() OVER () END AS part
      FROM voucher v
      JOIN finance_journalline j ON j.company_id = v.company_id AND j.voucher_id = v.id AND j.party_id = v.party_id
     CROSS JOIN LATERAL (VALUES (j.debit_account_id, j.amount), (j.credit_account_id, -j.amount)) AS s(account_id, amount)
     WHERE s.account_id = ANY(%(accounts)s::bigint[])
), document AS (
    SELECT DISTINCT ON (company_id, voucher_id, part) company_id, voucher_id, number, posting_on, event_kind, text, id,
           document_line_id, account_id, sum(amount) OVER (PARTITION BY company_id, voucher_id, part) AS amount
      FROM line
     ORDER BY company_id, voucher_id, part, abs(line.amount) DESC, id
), numbered AS MATERIALIZED (
    SELECT *, row_number() OVER (PARTITION BY company_id, amount ORDER BY posting_on, voucher_id, id) AS nth
      FROM document WHERE amount <> 0
)
SELECT o.company_id, o.voucher_id, o.number, o.posting_on, o.event_kind, o.text, o.document_line_id, a.code, o.amount
  FROM numbered o
  JOIN finance_account a ON a.company_id = o.company_id AND a.id = o.account_id
 WHERE NOT EXISTS (SELECT FROM numbered n WHERE n.company_id <> o.company_id AND n.amount = -o.amount AND n.nth = o.nth)
 ORDER BY o.posting_on DESC, o.voucher_id DESC, o.id DESC LIMIT %(bound)s

-- sums --   Which lines are sums of which, as the companies' statements say.
SELECT DISTINCT ON (code) code, sums FROM finance_reportline
 WHERE company_id = ANY(%(companies)s::bigint[]) AND code = ANY(%(codes)s::text[]) ORDER BY code, company_id
