"""Which events of sales the outside may be told of, and how their documents are numbered."""

from __future__ import annotations

from interlock.core.api import REASONS, announces, numbered
from interlock.core.sql import blocks

SQL = blocks(__file__)

for _document in ("order", "delivery", "return", "statement"):
    numbered(_document, SQL[_document])

announces("order.received", "sales.import_orders", "received")
announces("order.accepted", "sales.review_orders", "done")
announces("order.accepted", "sales.release_orders", "done")
announces("order.held", "sales.review_orders", REASONS)
announces("order.held", "sales.reserve_orders", "no_stock")
announces("order.held", "sales.import_orders", "changed")
announces("order.changed", "sales.change_orders", "done")
announces("order.changed", "sales.tell_changes", "done")
announces("order.changed", "sales.submit_order_changes", "applied")
announces("order.changed", "sales.apply_order_changes", "applied")
announces("order.changed", "sales.amend_orders", "done")
announces("order.changed", "sales.accept_changes", "done")
announces("order.reserved", "sales.reserve_orders", "done")
announces("order.cancelled", "sales.cancel_orders", "done")
announces("delivery.released", "sales.release_deliveries", "released")
announces("delivery.shipped", "sales.ship_deliveries", "done")
announces("delivery.recognised", "sales.recognise_revenue", "done")
announces("return.announced", "sales.announce_returns", "done")
announces("return.received", "sales.receive_returns", "done")
announces("return.inspected", "sales.inspect_returns", "done")
announces("return.refunded", "sales.refund_returns", "done")
announces("return.cancelled", "sales.cancel_returns", "done")
announces("statement.matched", "sales.match_statements", "done")
announces("statement.posted", "sales.post_statements", "done")
announces("statement.paid", "sales.tie_payouts", "done")
