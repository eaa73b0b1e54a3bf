"""Which stage wrote how many rows, read from the rows themselves: two stages at once cannot tell by counting."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from interlock.core.sql import blocks, rows

SQL = blocks(__file__)
RUNS = ("core_timeline", "stock_entry", "stock_valueentry", "stock_serialentry", "finance_event", "finance_eventline")
STAGE_OF_TABLE = {
    "sales_order": "import",
    "sales_orderline": "import",
    "sales_hold": "review",
    "stock_reservation": "reserve",
    "sales_delivery": "release",
    "sales_deliveryline": "release",
    "sales_statement": "settle",
    "sales_statementline": "settle",
    "sales_difference": "settle",
    "finance_bankreceipt": "settle",
    "sales_return": "returns",
    "sales_returnline": "returns",
    "finance_reversal": "returns",
    "finance_journalline": "post",
    "finance_voucher": "post",
    "finance_vouchertotal": "post",
    "finance_accountbalance": "post",
}
STAGE_OF_OPERATION = {
    "sales.open_feeds": "import",
    "sales.import_orders": "import",
    "sales.review_orders": "review",
    "sales.reserve_orders": "reserve",
    "sales.release_deliveries": "release",
    "sales.capture_serials": "serials",
    "sales.ship_deliveries": "ship",
    "sales.recognise_revenue": "recognise",
    "finance.post_events": "post",
    "finance.seal_vouchers": "seal",
    "sales.open_statements": "settle",
    "sales.match_statements": "settle",
    "sales.post_statements": "settle",
    "sales.tie_payouts": "settle",
    "finance.record_receipts": "settle",
    "sales.announce_returns": "returns",
    "sales.receive_returns": "returns",
    "sales.inspect_returns": "returns",
    "sales.refund_returns": "returns",
}


def rows_by_stage(counts: Mapping[str, int], last: Mapping[str, int]) -> dict[str, int]:
    """Answer the rows each stage left in logged tables, given the rows by table and the last ids before the day."""
    written: dict[str, int] = defaultdict(int)
    for table, stage in STAGE_OF_TABLE.items():
        written[stage] += counts.get(table, 0)
    for row in rows(SQL["by_operation"], **{table: last.get(table, 0) for table in RUNS}):
        written[STAGE_OF_OPERATION[row.operation]] += row.count
    return dict(written)
