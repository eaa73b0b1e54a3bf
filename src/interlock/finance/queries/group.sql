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

-- documents --   The journal lines of a member against a party in a month, on some accounts.
SELECT j.id, v.id AS voucher_id, v.number, v.posting_on, v.event_kind, v.text, j.document_line_id, a.code,
       CASE WHEN j.debit_account_id = a.id THEN j.amount ELSE -j.amount END AS amount
  FROM finance_account a
  JOIN finance_vouchertotal t ON t.company_id = a.company_id AND t.account_id = a.id
  JOIN finance_voucher v ON v.company_id = t.company_id AND v.id = t.voucher_id AND v.posting_on >= %(month)s::date
   AND v.posting_on < %(month)s::date + interval '1 month'
  JOIN finance_journalline j ON j.company_id = v.company_id AND j.voucher_id = v.id AND j.party_id = %(party)s
   AND a.id IN (j.debit_account_id, j.credit_account_id)
 WHERE a.company_id = %(company)s AND a.id = ANY(%(accounts)s::bigint[])
 ORDER BY v.posting_on, v.id, j.id LIMIT %(bound)s

-- sums --   Which lines are sums of which, as the companies' statements say.
SELECT DISTINCT ON (code) code, sums FROM finance_reportline
 WHERE company_id = ANY(%(companies)s::bigint[]) AND code = ANY(%(codes)s::text[]) ORDER BY code, company_id
