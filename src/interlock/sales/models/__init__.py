from .afterwards import Cancellation, CancelReason, CustomerLink
from .channel import Channel, Check, Listing, ReviewCheck, Route, Shop
from .delivery import Delivery, DeliveryLine
from .feed import Feed, FeedRow
from .order import Hold, Order, OrderChange, OrderLine
from .returns import Return, ReturnLine, ReturnReason
from .settlement import Difference, FeeKind, Result, Statement, StatementLine, StatementMapping, StatementRow

__all__ = [
    "CancelReason",
    "Cancellation",
    "Channel",
    "Check",
    "CustomerLink",
    "Delivery",
    "DeliveryLine",
    "Difference",
    "FeeKind",
    "Feed",
    "FeedRow",
    "Hold",
    "Listing",
    "Order",
    "OrderChange",
    "OrderLine",
    "Result",
    "Return",
    "ReturnLine",
    "ReturnReason",
    "ReviewCheck",
    "Route",
    "Shop",
    "Statement",
    "StatementLine",
    "StatementMapping",
    "StatementRow",
]
