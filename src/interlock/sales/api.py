"""The door of sales: orders from feed to revenue."""

from . import inbox
from .models import (
    Channel,
    Check,
    Delivery,
    DeliveryLine,
    Feed,
    Hold,
    Listing,
    Order,
    OrderLine,
    ReviewCheck,
    Route,
    Shop,
)
from .operations.amend_orders import amend_orders
from .operations.capture_serials import capture_serials
from .operations.confirm import ConfirmResult, confirm_feed
from .operations.import_feed import FeedResult, import_feed
from .operations.import_orders import import_orders
from .operations.recognise_revenue import Trigger, recognise_revenue
from .operations.release_deliveries import release_deliveries
from .operations.release_orders import release_orders
from .operations.reserve_orders import reserve_orders, retry_waiting
from .operations.review_orders import review_orders
from .operations.ship_deliveries import ship_deliveries
from .operations.ship_feed import ship_feed
from .operations.show_buyers import show_buyers
from .queries.waiting import deliveries_in, deliveries_uncaptured, orders_in

__all__ = [
    "Channel",
    "Check",
    "ConfirmResult",
    "Delivery",
    "DeliveryLine",
    "Feed",
    "FeedResult",
    "Hold",
    "Listing",
    "Order",
    "OrderLine",
    "ReviewCheck",
    "Route",
    "Shop",
    "Trigger",
    "amend_orders",
    "capture_serials",
    "confirm_feed",
    "deliveries_in",
    "deliveries_uncaptured",
    "import_feed",
    "import_orders",
    "inbox",
    "orders_in",
    "recognise_revenue",
    "release_deliveries",
    "release_orders",
    "reserve_orders",
    "retry_waiting",
    "review_orders",
    "ship_deliveries",
    "ship_feed",
    "show_buyers",
]
