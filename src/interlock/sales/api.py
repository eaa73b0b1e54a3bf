"""The door of sales: orders from feed to revenue."""

from .models import (
    Cancellation,
    CancelReason,
    Channel,
    Check,
    CustomerLink,
    Delivery,
    DeliveryLine,
    Feed,
    Hold,
    Listing,
    Order,
    OrderChange,
    OrderLine,
    ReviewCheck,
    Route,
    Shop,
)
from .operations.accept_changes import accept_changes
from .operations.amend_orders import amend_orders
from .operations.cancel_feed import CancelResult, cancel_feed
from .operations.cancel_orders import cancel_orders
from .operations.capture_serials import capture_serials
from .operations.change_orders import change_orders
from .operations.confirm import ConfirmResult, confirm_feed
from .operations.import_feed import FeedResult, import_feed
from .operations.import_orders import import_orders
from .operations.recognise_revenue import Trigger, recognise_revenue
from .operations.release_deliveries import release_deliveries
from .operations.release_orders import release_orders
from .operations.reserve_orders import reserve_orders, retry_waiting
from .operations.review_orders import review_orders
from .operations.share_orders import revoke_links, share_orders
from .operations.ship_deliveries import ship_deliveries
from .operations.show_buyers import show_buyers
from .queries.progress import link_token, progress_of
from .queries.waiting import deliveries_in, deliveries_uncaptured, orders_in, orders_to_release

__all__ = [
    "CancelReason",
    "CancelResult",
    "Cancellation",
    "Channel",
    "Check",
    "ConfirmResult",
    "CustomerLink",
    "Delivery",
    "DeliveryLine",
    "Feed",
    "FeedResult",
    "Hold",
    "Listing",
    "Order",
    "OrderChange",
    "OrderLine",
    "ReviewCheck",
    "Route",
    "Shop",
    "Trigger",
    "accept_changes",
    "amend_orders",
    "cancel_feed",
    "cancel_orders",
    "capture_serials",
    "change_orders",
    "confirm_feed",
    "deliveries_in",
    "deliveries_uncaptured",
    "import_feed",
    "import_orders",
    "link_token",
    "orders_in",
    "orders_to_release",
    "progress_of",
    "recognise_revenue",
    "release_deliveries",
    "release_orders",
    "reserve_orders",
    "retry_waiting",
    "review_orders",
    "revoke_links",
    "share_orders",
    "ship_deliveries",
    "show_buyers",
]
