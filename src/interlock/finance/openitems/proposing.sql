-- rules --   Which methods a company, or a party of it, goes by.
SELECT party_id, method, is_automatic FROM finance_itemrule WHERE company_id = %(company)s ORDER BY party_id, ordinal, id

-- open --   Open items of parties that have debits and credits on the accounts of a side.
WITH item AS MATERIALIZED (
    SELECT i.id, i.party_id, k.side, a.code AS account, i.direction, i.currency, i.number, i.reference, i.open_amount,
           i.due_on
      FROM finance_itemaccount k
      JOIN finance_account a ON a.company_id = k.company_id AND a.id = k.account_id
      JOIN finance_openitem i ON i.company_id = k.company_id AND i.account_id = k.account_id
     WHERE k.company_id = %(company)s AND i.open_amount > 0 AND i.posting_on <= %(on)s::date AND i.party_id IS NOT NULL
       AND (%(parties)s::bigint[] IS NULL OR i.party_id = ANY(%(parties)s::bigint[]))
), both_sides AS (
    SELECT party_id, side FROM item GROUP BY 1, 2 HAVING count(DISTINCT direction) = 2
)
SELECT i.* FROM item i JOIN both_sides b USING (party_id, side) ORDER BY i.party_id, i.due_on, i.id
