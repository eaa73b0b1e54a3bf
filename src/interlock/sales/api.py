"""The door of sales: orders from feed to revenue."""

from . import inbox
from .feeds import CLAIMS as CLAIM_COLUMNS
from .feeds import REQUIRED as REQUIRED_COLUMNS
from .models import (
    Cancellation,
    CancelReason,
    ChangeDocument,
    ChangeLine,
    ChangeReason,
    Channel,
    Check,
    Coupon,
    CustomerLink,
    Delivery,
    DeliveryLine,
    Difference,
    Feed,
    FeeKind,
    Hold,
    Listing,
    Order,
    OrderChange,
    OrderDraft,
    OrderDraftLine,
    OrderLine,
    Promotion,
    PromotionKind,
    PromotionUse,
    Result,
    Return,
    ReturnLine,
    ReturnReason,
    ReviewCheck,
    Route,
    Shop,
    Statement,
    StatementLine,
    StatementMapping,
)
from .operations.accept_changes import SentOrder, accept_changes, read_sent
from .operations.amend_orders import amend_orders
from .operations.announce_returns import NewReturn, NewReturnLine, announce_returns
from .operations.cancel_feed import CancelResult, cancel_feed
from .operations.cancel_orders import cancel_orders
from .operations.capture_serials import capture_serials
from .operations.change_orders import change_orders, tell_changes
from .operations.confirm import ConfirmResult, confirm_feed
from .operations.create_orders import NewOrder, NewOrderLine, create_orders
from .operations.differences import accept_differences, hand_back_differences
from .operations.dismiss_changes import dismiss_changes
from .operations.exchange_returns import exchange_returns
from .operations.import_feed import FeedResult, import_feed
from .operations.import_orders import import_orders
from .operations.import_returns import ReturnFeedResult, import_returns
from .operations.import_statement import StatementResult, import_statement, layout_of, open_statements
from .operations.inspect_returns import inspect_returns
from .operations.match_statements import match_statements
from .operations.order_change_approval import ORDER_CHANGE
from .operations.order_changes import (
    apply_order_changes,
    save_order_changes,
    submit_order_changes,
    withdraw_order_changes,
)
from .operations.order_drafts import (
    OrderSheet,
    TypedLine,
    discard_order_drafts,
    save_order_drafts,
    submit_order_drafts,
)
from .operations.post_statements import post_statements
from .operations.receive_returns import receive_returns
from .operations.recognise_revenue import Trigger, recognise_revenue
from .operations.refund_returns import cancel_returns, refund_returns
from .operations.release_credit import CREDIT_RELEASE, release_credit
from .operations.release_deliveries import release_deliveries
from .operations.release_orders import PRICE_RELEASE, release_orders
from .operations.rematch_differences import rematch_differences
from .operations.reserve_orders import reserve_orders, retry_waiting
from .operations.review_orders import review_orders
from .operations.share_orders import revoke_links, share_orders
from .operations.ship_deliveries import ship_deliveries
from .operations.ship_feed import ship_feed
from .operations.show_buyers import show_buyers
from .operations.tie_payouts import tie_payouts
from .queries.entry import DraftPicture, draft_picture, find_customers, find_items
from .queries.progress import link_token, progress_of
from .queries.settlement import not_settled, orders_found, statements_in
from .queries.waiting import deliveries_in, deliveries_uncaptured, orders_in, orders_to_release, returns_in

__all__ = [
    "PRICE_RELEASE",
    "submit_order_drafts",
    "save_order_drafts",
    "find_items",
    "find_customers",
    "draft_picture",
    "discard_order_drafts",
    "create_orders",
    "TypedLine",
    "OrderSheet",
    "OrderDraftLine",
    "OrderDraft",
    "NewOrderLine",
    "NewOrder",
    "DraftPicture",
    "CLAIM_COLUMNS",
    "REQUIRED_COLUMNS",
    "CancelReason",
    "CancelResult",
    "Cancellation",
    "ChangeDocument",
    "ChangeLine",
    "ChangeReason",
    "Channel",
    "ORDER_CHANGE",
    "apply_order_changes",
    "save_order_changes",
    "submit_order_changes",
    "tell_changes",
    "withdraw_order_changes",
    "Check",
    "ConfirmResult",
    "Coupon",
    "CustomerLink",
    "Delivery",
    "DeliveryLine",
    "Difference",
    "FeeKind",
    "Feed",
    "FeedResult",
    "Hold",
    "Listing",
    "NewReturn",
    "NewReturnLine",
    "Order",
    "OrderChange",
    "OrderLine",
    "Promotion",
    "PromotionKind",
    "PromotionUse",
    "Result",
    "Return",
    "ReturnFeedResult",
    "ReturnLine",
    "ReturnReason",
    "ReviewCheck",
    "Route",
    "SentOrder",
    "Shop",
    "Statement",
    "StatementLine",
    "StatementMapping",
    "StatementResult",
    "Trigger",
    "accept_changes",
    "accept_differences",
    "amend_orders",
    "announce_returns",
    "cancel_feed",
    "cancel_orders",
    "cancel_returns",
    "capture_serials",
    "change_orders",
    "confirm_feed",
    "deliveries_in",
    "deliveries_uncaptured",
    "dismiss_changes",
    "exchange_returns",
    "hand_back_differences",
    "import_feed",
    "import_orders",
    "import_returns",
    "import_statement",
    "inbox",
    "inspect_returns",
    "link_token",
    "layout_of",
    "match_statements",
    "not_settled",
    "open_statements",
    "orders_found",
    "orders_in",
    "orders_to_release",
    "post_statements",
    "read_sent",
    "progress_of",
    "receive_returns",
    "recognise_revenue",
    "refund_returns",
    "release_deliveries",
    "CREDIT_RELEASE",
    "release_credit",
    "release_orders",
    "rematch_differences",
    "reserve_orders",
    "retry_waiting",
    "returns_in",
    "review_orders",
    "revoke_links",
    "share_orders",
    "ship_deliveries",
    "ship_feed",
    "show_buyers",
    "statements_in",
    "tie_payouts",
]
