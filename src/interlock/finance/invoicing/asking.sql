-- modes --   Documents with revenue, and when the rule of its customer, group or shop invoices it.
SELECT DISTINCT ON (h.document_id) h.document_id, coalesce((
       SELECT r.mode FROM finance_invoicerule r
        WHERE r.company_id = h.company_id AND r.valid_from <= h.fact_on
          AND (r.party_id IS NULL OR r.party_id = h.party_id)
          AND (r.party_group_id IS NULL OR r.party_group_id = p.group_id)
          AND (r.unit_id IS NULL OR r.unit_id = h.unit_id)
        ORDER BY r.party_id IS NULL, r.party_group_id IS NULL, r.unit_id IS NULL, r.valid_from DESC, r.id DESC
        LIMIT 1), 'on_demand') AS mode
  FROM finance_event h
  LEFT JOIN parties_party p ON p.id = h.party_id
 WHERE h.company_id = %(company)s AND h.document_id = ANY(%(ids)s::bigint[]) AND h.kind = 'revenue_recognised'
 ORDER BY h.document_id, h.id

-- invoices --   Their invoices and red letters; whether one holds revenue of nothing else.
SELECT p.document_id, h.id, h.kind, h.state, h.requested_on, h.issued_on, h.invoice_number, h.buyer_name, h.buyer_code,
       h.buyer_email, h.amount, h.file_id,
       NOT EXISTS (SELECT FROM finance_taxinvoicepart o WHERE o.company_id = %(company)s AND o.invoice_id = h.id
                      AND o.document_id <> p.document_id) AS is_alone
  FROM (SELECT DISTINCT document_id, invoice_id FROM finance_taxinvoicepart
         WHERE company_id = %(company)s AND document_id = ANY(%(ids)s::bigint[])) AS p
  JOIN finance_taxinvoice h ON h.company_id = %(company)s AND h.id = p.invoice_id AND h.state <> 'cancelled'
 ORDER BY p.document_id, h.id
