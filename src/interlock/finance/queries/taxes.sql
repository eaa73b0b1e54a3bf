-- matching --   Revenue of a month against its invoices, by document: recognised, less what came back; issued; asked for.
WITH told AS MATERIALIZED (
    SELECT e.document_id, e.unit_id, e.party_id, l.id, l.component, l.amount
      FROM finance_event e
      JOIN finance_eventline l ON l.company_id = e.company_id AND l.event_id = e.id
     WHERE e.company_id = %(company)s AND e.kind = 'revenue_recognised' AND l.component IN ('net', 'subsidy', 'vat')
       AND e.fact_on >= %(first)s::date AND e.fact_on < %(after)s::date
), back AS (
    SELECT t.document_id, sum(x.amount) FILTER (WHERE x.component <> 'vat') AS net,
           sum(x.amount) FILTER (WHERE x.component = 'vat') AS tax
      FROM told t
      JOIN finance_reversal r ON r.company_id = %(company)s AND r.reversed_id = t.id
      JOIN finance_eventline x ON x.company_id = r.company_id AND x.id = r.id
     GROUP BY t.document_id
), part AS (
    SELECT p.document_id, sum(p.net_amount) FILTER (WHERE h.state = 'issued') AS net,
           sum(p.tax_amount) FILTER (WHERE h.state = 'issued') AS tax,
           sum(p.net_amount + p.tax_amount) FILTER (WHERE h.state <> 'issued') AS asked
      FROM finance_taxinvoicepart p JOIN finance_taxinvoice h ON h.company_id = p.company_id AND h.id = p.invoice_id
     WHERE p.company_id = %(company)s AND p.document_id = ANY(ARRAY(SELECT DISTINCT document_id FROM told))
     GROUP BY p.document_id
), line AS MATERIALIZED (
    SELECT t.document_id, min(t.unit_id) AS unit_id, min(t.party_id) AS party_id,
           coalesce(sum(t.amount) FILTER (WHERE t.component <> 'vat'), 0) - coalesce(min(b.net), 0) AS net,
           coalesce(sum(t.amount) FILTER (WHERE t.component = 'vat'), 0) - coalesce(min(b.tax), 0) AS tax,
           coalesce(min(p.net), 0) AS issued_net, coalesce(min(p.tax), 0) AS issued_tax, coalesce(min(p.asked), 0) AS asked
      FROM told t
      LEFT JOIN back b ON b.document_id = t.document_id
      LEFT JOIN part p ON p.document_id = t.document_id
     GROUP BY t.document_id
)
SELECT CASE WHEN %(by_document)s THEN l.document_id END AS document_id, l.party_id, q.name AS party, u.code AS unit,
       count(*) AS documents, sum(l.net) AS net, sum(l.tax) AS tax, sum(l.net + l.tax) AS revenue, sum(l.issued_net) AS issued_net,
       sum(l.issued_tax) AS issued_tax, sum(l.issued_net + l.issued_tax) AS invoiced, sum(l.asked) AS asked,
       sum(l.net + l.tax - l.issued_net - l.issued_tax) AS difference
  FROM line l LEFT JOIN parties_party q ON q.id = l.party_id LEFT JOIN core_unit u ON u.id = l.unit_id
 WHERE NOT %(by_document)s OR (l.net, l.tax) <> (l.issued_net, l.issued_tax)
 GROUP BY 1, l.party_id, q.name, u.code
 ORDER BY 1, l.party_id, u.code
 LIMIT %(size)s

-- output --   What was invoiced in a month, by rate.
SELECT l.tax_pct, count(DISTINCT h.id) AS invoices, sum(l.net_amount) AS net, sum(l.tax_amount) AS tax
  FROM finance_taxinvoice h
  JOIN finance_taxinvoiceline l ON l.company_id = h.company_id AND l.invoice_id = h.id
 WHERE h.company_id = %(company)s AND h.state = 'issued' AND h.issued_on >= %(first)s::date AND h.issued_on < %(after)s::date
 GROUP BY l.tax_pct ORDER BY l.tax_pct DESC

-- input --   What is deducted in a month, and what might be.
SELECT count(*) FILTER (WHERE state = 'deducted' AND month = %(first)s) AS invoices,
       coalesce(sum(net_amount) FILTER (WHERE state = 'deducted' AND month = %(first)s), 0) AS net,
       coalesce(sum(tax_amount) FILTER (WHERE state = 'deducted' AND month = %(first)s), 0) AS tax,
       count(*) FILTER (WHERE state = 'verified' AND is_special AND issued_on < %(after)s::date) AS open_invoices,
       coalesce(sum(tax_amount) FILTER (WHERE state = 'verified' AND is_special AND issued_on < %(after)s::date), 0) AS open_tax
  FROM finance_inputinvoice WHERE company_id = %(company)s

-- books --   What the books say of the month: output and input VAT.
SELECT coalesce(sum(b.credit - b.debit) FILTER (WHERE a.code = '22210105'), 0) AS output_tax,
       coalesce(sum(b.debit - b.credit) FILTER (WHERE a.code = '22210101'), 0) AS input_tax
  FROM finance_accountbalance b
  JOIN finance_account a ON a.company_id = b.company_id AND a.id = b.account_id
 WHERE b.company_id = %(company)s AND b.month = %(first)s AND a.code IN ('22210101', '22210105')

-- brought --   VAT credit that the months before leave: what they had more of input than output, less what later months used of it.
-- Accounts of VAT but those that only pay it or move it on; a month's credit never falls below nothing.
WITH month AS (
    SELECT b.month, sum(b.debit - b.credit) AS credit
      FROM finance_account a
      JOIN finance_accountbalance b ON b.company_id = a.company_id AND b.account_id = a.id AND b.month < %(first)s::date
     WHERE a.company_id = %(company)s AND a.code LIKE '222101%%' AND a.code NOT IN ('22210102', '22210103', '22210108')
     GROUP BY b.month
), running AS (
    SELECT month, sum(credit) OVER (ORDER BY month) AS upto FROM month
)
SELECT coalesce((SELECT r.upto - least(0, (SELECT min(upto) FROM running)) FROM running r ORDER BY r.month DESC LIMIT 1), 0) AS amount

-- output_differences --   Documents whose output VAT in the month's books is not what was invoiced in the month.
WITH told AS (
    SELECT coalesce(o.document_id, e.document_id) AS document_id, l.line_id,
           CASE WHEN e.kind = 'revenue_recognised' THEN l.amount ELSE -l.amount END AS tax
      FROM finance_event e
      JOIN finance_eventline l ON l.company_id = e.company_id AND l.event_id = e.id AND l.component = 'vat'
      LEFT JOIN finance_reversal r ON r.company_id = l.company_id AND r.id = l.id
      LEFT JOIN finance_eventline x ON x.company_id = r.company_id AND x.id = r.reversed_id
      LEFT JOIN finance_event o ON o.company_id = x.company_id AND o.id = x.event_id
     WHERE e.company_id = %(company)s AND e.kind IN ('revenue_recognised', 'revenue_reversed')
       AND e.posting_on >= %(first)s::date AND e.posting_on < %(after)s::date
), booked AS (SELECT document_id, sum(tax) AS tax FROM told GROUP BY document_id), invoiced AS (
    SELECT p.document_id, sum(p.tax_amount) AS tax
      FROM finance_taxinvoice h
      JOIN finance_taxinvoicepart p ON p.company_id = h.company_id AND p.invoice_id = h.id
     WHERE h.company_id = %(company)s AND h.state = 'issued'
       AND h.issued_on >= %(first)s::date AND h.issued_on < %(after)s::date
     GROUP BY p.document_id
)
SELECT coalesce(b.document_id, i.document_id) AS document_id, coalesce(b.tax, 0) AS booked, coalesce(i.tax, 0) AS invoiced,
       coalesce(b.tax, 0) - coalesce(i.tax, 0) AS difference, count(*) OVER () AS found,
       sum(coalesce(b.tax, 0) - coalesce(i.tax, 0)) OVER () AS whole
  FROM booked b FULL JOIN invoiced i ON i.document_id = b.document_id
 WHERE coalesce(b.tax, 0) <> coalesce(i.tax, 0)
 ORDER BY 1
 LIMIT %(size)s

-- office --   What the office said last.
SELECT m.id, m.asked_at, m.output_tax_amount, m.input_tax_amount, m.answer,
       EXISTS (SELECT FROM finance_gatewaymessage g WHERE g.company_id = m.company_id AND g.document_id = m.id
                  AND g.state = 'waiting') AS asking
  FROM finance_taxmonth m WHERE m.company_id = %(company)s AND m.month = %(first)s
