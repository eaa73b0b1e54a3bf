from .afterwards import Cancellation, CancelReason, CustomerLink
from .changing import ChangeDocument, ChangeLine, ChangeReason
from .channel import Channel, Check, Listing, ReviewCheck, Route, Shop
from .delivery import Delivery, DeliveryLine
from .entry import OrderDraft, OrderDraftLine
from .feed import Feed, FeedRow
from .order import Hold, Order, OrderChange, OrderLine
from .promotion import (
    BundleMember,
    Coupon,
    CouponBalance,
    CouponEntry,
    Promotion,
    PromotionKind,
    PromotionUse,
    Scope,
    Tier,
)
from .returns import Return, ReturnLine, ReturnReason
from .settlement import Difference, FeeKind, Result, Statement, StatementLine, StatementMapping, StatementRow

__all__ = [
    "BundleMember",
    "CancelReason",
    "Cancellation",
    "ChangeDocument",
    "ChangeLine",
    "ChangeReason",
    "Channel",
    "Check",
    "Coupon",
    "CouponBalance",
    "CouponEntry",
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
    "OrderDraft",
    "OrderDraftLine",
    "OrderLine",
    "Promotion",
    "PromotionKind",
    "PromotionUse",
    "Result",
    "Return",
    "ReturnLine",
    "ReturnReason",
    "ReviewCheck",
    "Route",
    "Scope",
    "Shop",
    "Statement",
    "StatementLine",
    "StatementMapping",
    "StatementRow",
    "Tier",
]
