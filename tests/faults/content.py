"""What a database says of a day, without ids, numbers and times: two days that went differently must say the same."""

from __future__ import annotations

from collections import Counter
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
        SELECT w.code, p.code, t.code, sum(b.on_hand), sum(b.reserved)
          FROM stock_balance b JOIN stock_location p ON p.id = b.location_id
          JOIN stock_warehouse w ON w.id = p.warehouse_id JOIN items_item t ON t.id = b.item_id GROUP BY 1, 2, 3""",
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
}


def content(connection: psycopg.Connection) -> dict[str, Counter[tuple[Any, ...]]]:
    """Answer the content of a database, each part as a bag of rows."""
    return {
        name: Counter(
            tuple(tuple(value) if isinstance(value, list) else value for value in row)
            for row in connection.execute(query).fetchall()
        )
        for name, query in CONTENT.items()
    }


def difference(left: dict[str, Counter[tuple[Any, ...]]], right: dict[str, Counter[tuple[Any, ...]]]) -> list[str]:
    """Answer, part by part, the first rows that only one of two days has."""
    found = []
    right = right | {"journal": _costs_as_in(left["journal"], right["journal"])}
    for name in CONTENT:
        for said, more in (("first only", left[name] - right[name]), ("second only", right[name] - left[name])):
            found += [f"{name}, {said}: {row} x {count}" for row, count in list(more.items())[:3]]
    return found


def _costs_as_in(left: Counter[tuple[Any, ...]], right: Counter[tuple[Any, ...]]) -> Counter[tuple[Any, ...]]:
    """Answer the right journal with the left one's cost of sales where it is the same but for cents.

    What was sold, given away and not yet recognised shares the cost of a piece; which of them bears a cent of rounding
    depends on who left first. Never more than a cent a line.
    """
    there = {row[:6] + row[7:]: row for row in left if row[2] == "revenue_recognised" and row[4] == "1406"}

    def meant(row: tuple[Any, ...]) -> tuple[Any, ...]:
        other = there.get(row[:6] + row[7:])
        return other if other and abs(other[6] - row[6]) * 100 <= row[7] else row

    made: Counter[tuple[Any, ...]] = Counter()
    for row, count in right.items():
        made[meant(row)] += count
    return made
