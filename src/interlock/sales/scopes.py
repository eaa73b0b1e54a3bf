"""What of sales a person sees who is limited to some shops, warehouses, departments or parties."""

from interlock.core.api import scopes

scopes.dimension("shop", "sales.Shop")
OF_A_SHOP = {"shop": "shop", "department": "shop__unit", "own": "shop__owner", "party": "shop__customer"}

scopes.declare("sales.Shop", shop="pk", department="unit", own="owner", party="customer")
scopes.declare("sales.Order", **OF_A_SHOP)
scopes.declare("sales.OrderDraft", **OF_A_SHOP)
scopes.declare("sales.Delivery", warehouse="warehouse", **OF_A_SHOP)
scopes.declare("sales.Return", **OF_A_SHOP)
scopes.declare("sales.ChangeDocument", **OF_A_SHOP)
scopes.declare("sales.Statement", **OF_A_SHOP)
scopes.declare("sales.Difference", **OF_A_SHOP)

scopes.works_on(
    "sales.Order",
    "sales.review_orders",
    "sales.release_orders",
    "sales.release_credit",
    "sales.amend_orders",
    "sales.change_orders",
    "sales.tell_changes",
    "sales.save_order_changes",
    "sales.accept_changes",
    "sales.dismiss_changes",
    "sales.cancel_orders",
    "sales.reserve_orders",
    "sales.release_deliveries",
    "sales.share_orders",
    "sales.revoke_links",
    "sales.show_buyers",
)
scopes.works_on(
    "sales.ChangeDocument",
    "sales.submit_order_changes",
    "sales.withdraw_order_changes",
    "sales.apply_order_changes",
)
scopes.works_on("sales.OrderDraft", "sales.submit_order_drafts", "sales.discard_order_drafts")
scopes.of_ones_own("sales.save_order_drafts")
scopes.works_on("sales.Delivery", "sales.capture_serials", "sales.ship_deliveries", "sales.recognise_revenue")
scopes.works_on(
    "sales.Return",
    "sales.cancel_returns",
    "sales.receive_returns",
    "sales.inspect_returns",
    "sales.refund_returns",
    "sales.exchange_returns",
)
scopes.works_on("sales.Statement", "sales.match_statements", "sales.post_statements")
scopes.works_on("sales.Difference", "sales.accept_differences", "sales.hand_back_differences")
