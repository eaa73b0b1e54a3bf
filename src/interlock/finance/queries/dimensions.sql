-- values --   What accounts moved by value, largest first, and altogether; a value of none is told apart.
SELECT t.value_id, sum(t.debit) AS debit, sum(t.credit) AS credit, sum(t.debit - t.credit) AS balance,
       sum(t.lines) AS lines, count(*) OVER () AS found, sum(sum(t.debit)) OVER () AS all_debit,
       sum(sum(t.credit)) OVER () AS all_credit, sum(sum(t.debit - t.credit)) OVER () AS all_balance,
       sum(sum(t.lines)) OVER () AS all_lines
  FROM finance_account a
  JOIN finance_dimensiontotal t ON t.company_id = a.company_id AND t.dimension = %(dimension)s AND t.account_id = a.id
   AND t.month BETWEEN %(since)s::date AND %(until)s::date
 WHERE a.company_id = %(company)s AND a.code LIKE %(prefix)s
 GROUP BY t.value_id
 ORDER BY sum(t.debit) + sum(t.credit) DESC, t.value_id LIMIT %(bound)s

-- accounts --   What one value moved, account by account, and altogether.
SELECT a.id, a.code, a.name_en, a.name_zh, sum(t.debit) AS debit, sum(t.credit) AS credit, sum(t.debit - t.credit) AS balance,
       sum(t.lines) AS lines, count(*) OVER () AS found, sum(sum(t.debit)) OVER () AS all_debit,
       sum(sum(t.credit)) OVER () AS all_credit, sum(sum(t.debit - t.credit)) OVER () AS all_balance,
       sum(sum(t.lines)) OVER () AS all_lines
  FROM finance_account a
  JOIN finance_dimensiontotal t ON t.company_id = a.company_id AND t.dimension = %(dimension)s AND t.account_id = a.id
   AND t.month BETWEEN %(since)s::date AND %(until)s::date AND t.value_id = %(value)s
 WHERE a.company_id = %(company)s AND a.code LIKE %(prefix)s
 GROUP BY a.id, a.code, a.name_en, a.name_zh
 ORDER BY a.code

-- waiting --   What is in the books of these months and not in the totals.
SELECT count(*)::int AS vouchers, coalesce(sum(v.lines), 0)::int AS lines
  FROM finance_voucher v
 WHERE v.company_id = %(company)s AND v.posting_on >= %(since)s::date
   AND v.posting_on < %(until)s::date + interval '1 month'
   AND NOT EXISTS (SELECT FROM finance_countedvoucher c WHERE c.voucher_id = v.id)

-- names --   What values are called.
SELECT id, code, name AS name_en, name AS name_zh FROM parties_party
 WHERE %(dimension)s = 'party' AND id = ANY(%(ids)s::bigint[])
UNION ALL
SELECT id, code, name_en, name_zh FROM core_unit WHERE %(dimension)s = 'unit' AND id = ANY(%(ids)s::bigint[])
UNION ALL
SELECT id, code, name_en, name_zh FROM items_category WHERE %(dimension)s = 'category' AND id = ANY(%(ids)s::bigint[])
UNION ALL
SELECT id, code, name_en, name_zh FROM finance_dimensionvalue
 WHERE %(dimension)s IN ('project', 'employee') AND id = ANY(%(ids)s::bigint[])

-- lines --   The latest lines of an account that carry a value, with their vouchers, document lines and facts' days.
WITH line AS MATERIALIZED (
    SELECT j.id, v.id AS voucher_id, v.number, v.posting_on, v.event_kind, v.text, v.origin, j.document_line_id, j.quantity,
           CASE WHEN j.debit_account_id = %(account)s THEN j.amount ELSE 0 END AS debit,
           CASE WHEN j.credit_account_id = %(account)s THEN j.amount ELSE 0 END AS credit
      FROM finance_vouchertotal t
      JOIN finance_voucher v ON v.company_id = t.company_id AND v.id = t.voucher_id
       AND v.posting_on >= %(since)s::date AND v.posting_on < %(until)s::date + interval '1 month'
      JOIN finance_journalline j ON j.company_id = v.company_id AND j.voucher_id = v.id
       AND %(account)s IN (j.debit_account_id, j.credit_account_id)
      LEFT JOIN items_item i ON i.id = j.item_id AND %(dimension)s = 'category'
      LEFT JOIN finance_voucherdraftline d ON d.company_id = j.company_id AND d.id = j.document_line_id
       AND v.origin = 'manual' AND %(dimension)s IN ('project', 'employee')
      LEFT JOIN finance_expenseclaim x ON x.company_id = v.company_id AND x.id = v.source_id
       AND v.event_kind = 'expense_claimed' AND %(dimension)s IN ('project', 'employee')
      LEFT JOIN finance_employee y ON y.company_id = x.company_id AND y.id = x.employee_id
     WHERE t.company_id = %(company)s AND t.account_id = %(account)s
       AND coalesce(CASE %(dimension)s WHEN 'party' THEN j.party_id WHEN 'unit' THEN j.unit_id
                         WHEN 'category' THEN i.category_id WHEN 'project' THEN coalesce(d.project_id, x.project_id)
                         ELSE coalesce(d.employee_id, y.value_id) END, 0) = %(value)s
     ORDER BY v.posting_on DESC, v.id DESC, j.id DESC LIMIT %(bound)s
)
SELECT n.*, e.fact_on
  FROM line n
  LEFT JOIN finance_eventline l ON l.company_id = %(company)s AND l.id = n.id
  LEFT JOIN finance_event e ON e.company_id = l.company_id AND e.id = l.event_id
 ORDER BY n.posting_on DESC, n.voucher_id DESC, n.id DESC
