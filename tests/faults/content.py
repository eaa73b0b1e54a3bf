"""What a database says of a day, without ids, numbers and times: two days that went differently must say the same."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal
from typing import Any

import psycopg

#: Serial numbers and the cents of one delivery's cost depend on who came first; their sums do not.
CONTENT = {
    "orders": """
        SELECT s.code, o.platform_number, o.state, o.resume_state, o.order_on, o.buyer, o.phone, o.address,
               o.priority, o.amount, o.tax_amount, o.paid_amount,
               (SELECT array_agg(h.reason || ' ' || h.state ORDER BY h.reason)
                  FROM sales_hold h WHERE h.order_id = o.id),
               (SELECT count(*) FROM sales_orderchange c WHERE c.order_id = o.id)
          FROM sales_order o JOIN sales_shop s ON s.id = o.shop_id""",
    "order lines": """
        SELECT o.platform_number, l.line_number, l.sku, t.code, l.quantity, l.unit_price, l.amount,
               l.tax_amount, l.is_gift
          FROM sales_orderline l JOIN sales_order o ON o.id = l.order_id LEFT JOIN items_item t ON t.id = l.item_id""",
    "deliveries": """
        SELECT o.platform_number, w.code, p.code, t.code, d.state, l.quantity, l.amount, l.tax_amount, d.shipped_on,
               l.recognised_on
          FROM sales_deliveryline l JOIN sales_delivery d ON d.id = l.delivery_id
          JOIN sales_order o ON o.id = l.order_id
          JOIN stock_warehouse w ON w.id = d.warehouse_id JOIN stock_location p ON p.id = l.location_id
          JOIN items_item t ON t.id = l.item_id""",
    "balances": """
        SELECT w.code, p.code, t.code, b.quality, sum(b.on_hand), sum(b.reserved)
          FROM stock_balance b JOIN stock_location p ON p.id = b.location_id
          JOIN stock_warehouse w ON w.id = p.warehouse_id JOIN items_item t ON t.id = b.item_id
         GROUP BY 1, 2, 3, 4""",
    "pools": """
        SELECT c.code, t.code, sum(p.quantity), sum(p.amount)
          FROM stock_pool p JOIN items_item t ON t.id = p.item_id JOIN core_company c ON c.id = p.company_id
         GROUP BY 1, 2""",
    "serial numbers": """
        SELECT t.code, s.state, count(*) FROM stock_serial s JOIN items_item t ON t.id = s.item_id GROUP BY 1, 2""",
    "reservations": """
        SELECT t.code, sum(r.quantity), sum(r.open_quantity)
          FROM stock_reservation r JOIN items_item t ON t.id = r.item_id GROUP BY 1""",
    "journal": """
        SELECT c.code, v.posting_on, v.event_kind, d.code, k.code, t.code, sum(j.amount), count(*)
          FROM finance_journalline j JOIN finance_voucher v ON v.id = j.voucher_id
          JOIN core_company c ON c.id = j.company_id LEFT JOIN finance_account d ON d.id = j.debit_account_id
          LEFT JOIN finance_account k ON k.id = j.credit_account_id
          LEFT JOIN items_item t ON t.id = j.item_id GROUP BY 1, 2, 3, 4, 5, 6""",
    "pending": "SELECT count(*) FROM finance_eventpending",
    "feeds": """
        SELECT c.name, f.state, f.rows, f.orders, f.counts::text, f.rejected_file_id IS NULL
          FROM sales_feed f JOIN core_file c ON c.id = f.file_id""",
    "cancellations": """
        SELECT o.platform_number, c.reason, c.note, c.amount, c.cancelled_on
          FROM sales_cancellation c JOIN sales_order o ON o.id = c.order_id""",
    "changes": """
        SELECT o.platform_number, d.state, d.reason, d.text, d.change_on, d.amount_before, d.amount, d.reasons, d.why,
               (SELECT array_agg(concat_ws(' ', l.line_number, l.sku_before, l.quantity_before, l.amount_before,
                                           l.sku, l.quantity, l.amount) ORDER BY l.ordinal)
                  FROM sales_changeline l WHERE l.document_id = d.id)
          FROM sales_changedocument d JOIN sales_order o ON o.id = d.order_id""",
    "promotion uses": """
        SELECT o.platform_number, l.line_number, p.code, c.code, u.discount_amount, u.subsidy_amount, u.gift_quantity
          FROM sales_promotionuse u JOIN sales_order o ON o.id = u.order_id
          LEFT JOIN sales_orderline l ON l.id = u.line_id LEFT JOIN sales_promotion p ON p.id = u.promotion_id
          LEFT JOIN sales_coupon c ON c.id = u.coupon_id""",
    "coupon entries": """
        SELECT c.code, o.platform_number, e.amount_delta, e.uses_delta
          FROM sales_couponentry e JOIN sales_coupon c ON c.id = e.coupon_id
          JOIN sales_order o ON o.id = e.order_id""",
    "coupon balances": """
        SELECT c.code, b.budget_amount, b.drawn_amount, b.overdrawn_amount, b.most_uses, b.uses, b.overused
          FROM sales_couponbalance b JOIN sales_coupon c ON c.id = b.coupon_id""",
    "returns": """
        SELECT o.platform_number, r.platform_number, r.kind, r.state, r.amount, r.tax_amount, r.return_on,
               r.received_on, r.inspected_on, r.refunded_on, r.replacement_id IS NULL
          FROM sales_return r JOIN sales_order o ON o.id = r.order_id""",
    "return lines": """
        SELECT o.platform_number, t.code, p.code, l.quantity, l.scrapped_quantity, l.amount, l.tax_amount,
               l.subsidy_amount, l.reverses
          FROM sales_returnline l JOIN sales_return r ON r.id = l.document_id JOIN sales_order o ON o.id = r.order_id
          JOIN items_item t ON t.id = l.item_id LEFT JOIN stock_location p ON p.id = l.location_id""",
    "statements": """
        SELECT s.code, m.platform_number, m.state, m.first_on, m.last_on, m.posted_on, m.paid_on, m.rows, m.lines,
               m.gross_amount, m.refund_amount, m.fee_amount, m.payout_amount, m.counts::text,
               m.rejected_file_id IS NULL, b.bank_number
          FROM sales_statement m JOIN sales_shop s ON s.id = m.shop_id
          LEFT JOIN finance_bankreceipt b ON b.id = m.receipt_id""",
    "statement lines": """
        SELECT m.platform_number, l.ordinal, l.order_no, o.platform_number, l.gross_amount, l.refund_amount,
               l.fee_amount, l.fees, l.net_amount, l.result, l.difference_amount
          FROM sales_statementline l JOIN sales_statement m ON m.id = l.statement_id
          LEFT JOIN sales_order o ON o.id = l.order_id""",
    "differences": """
        SELECT m.platform_number, l.ordinal, d.result, d.amount, d.state, d.note
          FROM sales_difference d JOIN sales_statement m ON m.id = d.statement_id
          JOIN sales_statementline l ON l.id = d.line_id""",
    "late": """
        SELECT s.code, o.platform_number
          FROM sales_order o JOIN sales_shop s ON s.id = o.shop_id
         WHERE o.state = 'recognised' AND NOT EXISTS (SELECT FROM sales_statementline l WHERE l.order_id = o.id)
           AND NOT EXISTS (SELECT FROM sales_return r WHERE r.replacement_id = o.id)""",
    "receipts": """
        SELECT c.code, b.bank_number, b.reference, b.payer, b.amount, b.received_on, b.state, b.document_id IS NULL
          FROM finance_bankreceipt b JOIN core_company c ON c.id = b.company_id""",
}
#: Goods shipped, cost of sales, cost of gifts: what left the stock at one cost is in one of them.
SHIPPED, COSTS = "1406", ("1406", "6401", "660107")

Bag = Counter[tuple[Any, ...]]


def content(connection: psycopg.Connection) -> dict[str, Bag]:
    """Answer the content of a database, each part as a bag of rows."""
    return {
        name: Counter(
            tuple(tuple(value) if isinstance(value, list) else value for value in row)
            for row in connection.execute(query).fetchall()
        )
        for name, query in CONTENT.items()
    }


def difference(left: dict[str, Bag], right: dict[str, Bag]) -> list[str]:
    """Answer, part by part, the first rows that only one of two days has."""
    found = _split(left["journal"], right["journal"])
    left, right = ({**day, "journal": _joined(day["journal"])} for day in (left, right))
    for name in CONTENT:
        for said, more in (("first only", left[name] - right[name]), ("second only", right[name] - left[name])):
            found += [f"{name}, {said}: {row} x {count}" for row, count in list(more.items())[:3]]
    return found


def _moves(row: tuple[Any, ...]) -> bool:
    """Say whether a row of the journal moves cost within the three accounts that share it."""
    return row[3] in COSTS and row[4] in COSTS


def _joined(journal: Bag) -> Bag:
    """Answer a journal in which cost goes to the three accounts as one: exact to the cent.

    What was sold, given away and not yet recognised of an item shares the cost of its pieces. Which of them bears the
    cent of rounding of a piece depends on who left first; what they bear together does not. A row that moves cost
    between them keeps its lines and leaves its amount to `_split`.
    """
    made: Bag = Counter()
    for row, count in journal.items():
        made[(*row[:6], None, row[7]) if _moves(row) else row] += count
    for (company, day, item), (costs, _lines) in _costs(journal).items():
        made[company, day, "costs together", item, sum(costs.values())] += 1
    return made


def _costs(journal: Bag) -> dict[tuple[Any, ...], tuple[dict[str, Decimal], int]]:
    """Answer, by company, day and item, what each of the three accounts bears, and of how many lines it was divided."""
    found: dict[tuple[Any, ...], tuple[dict[str, Decimal], int]] = {}
    for row, count in journal.items():
        company, day, _kind, debit, credit, item, amount, lines = row
        if debit not in COSTS and credit not in COSTS:
            continue
        costs, divided = found.get((company, day, item), (dict.fromkeys(COSTS, Decimal()), 0))
        for account, sign in ((debit, 1), (credit, -1)):
            if account in COSTS:
                costs[account] += sign * amount * count
        found[company, day, item] = costs, divided + (lines * count if _moves(row) else 0)
    return found


def _split(left: Bag, right: Bag) -> list[str]:
    """Answer where the split of a shared cost differs by more than a cent a line, or goods are left in one day only."""
    found = []
    ours, theirs = _costs(left), _costs(right)
    for key in sorted(ours.keys() & theirs.keys(), key=str):
        (mine, lines), (other, _lines) = ours[key], theirs[key]
        for account in COSTS:
            apart = abs(mine[account] - other[account])
            emptied = account == SHIPPED and 0 in (mine[account], other[account])
            if apart * 100 > (0 if emptied else lines):
                found.append(f"split of costs, {key} {account}: {mine[account]} and {other[account]}, {lines} lines")
    return found
