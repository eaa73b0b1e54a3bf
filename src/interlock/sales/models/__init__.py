from .afterwards import Cancellation, CancelReason, CustomerLink
from .channel import Channel, Check, Listing, ReviewCheck, Route, Shop
from .delivery import Delivery, DeliveryLine
from .feed import Feed, FeedRow
from .order import Hold, Order, OrderChange, OrderLine

__all__ = [
    "CancelReason",
    "Cancellation",
    "Channel",
    "Check",
    "CustomerLink",
    "Delivery",
    "DeliveryLine",
    "Feed",
    "FeedRow",
    "Hold",
    "Listing",
    "Order",
    "OrderChange",
    "OrderLine",
    "ReviewCheck",
    "Route",
    "Shop",
]
