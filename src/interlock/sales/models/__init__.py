from .channel import Channel, Check, Listing, ReviewCheck, Route, Shop
from .delivery import Delivery, DeliveryLine
from .feed import Feed, FeedRow
from .order import Hold, Order, OrderChange, OrderLine
from .returns import Return, ReturnLine, ReturnReason

__all__ = [
    "Channel",
    "Check",
    "Delivery",
    "DeliveryLine",
    "Feed",
    "FeedRow",
    "Hold",
    "Listing",
    "Order",
    "OrderChange",
    "OrderLine",
    "Return",
    "ReturnLine",
    "ReturnReason",
    "ReviewCheck",
    "Route",
    "Shop",
]
