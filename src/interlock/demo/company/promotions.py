"""The sample company's promotions: two that its web shops' orders use, two for the autumn."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from .organisation import ECO
from .writing import by_code, write

FIRST, LAST = datetime(2025, 12, 31, 16, tzinfo=UTC), datetime(2027, 1, 31, 16, tzinfo=UTC)
AUTUMN, WINTER = datetime(2026, 10, 31, 16, tzinfo=UTC), datetime(2026, 11, 11, 16, tzinfo=UTC)


@dataclass(frozen=True)
class Claim:
    """What a shop's platform takes off with a coupon, as the feed of the sample company writes it."""

    shop: str
    coupon: str
    pct: int = 0
    off: int = 0  # cents, from so many cents on
    floor: int = 0
    platform_pct: int = 0


CLAIMS = [
    Claim("TM-FLAG", "MJ300-30", off=3000, floor=30000),
    Claim("JD-SELF", "MJ300-30", off=3000, floor=30000),
    Claim("DY-LIVE", "LIVE5", pct=5, platform_pct=40),
]
PROMOTIONS: list[tuple[str, dict[str, Any], list[str]]] = [
    ("MJ300", {"name_en": "30 off from 300 on", "name_zh": "满 300 减 30", "kind": "threshold",
               "amount": 30, "threshold_amount": 300, "stacking": "exclusive"}, ["TM-FLAG", "JD-SELF"]),
    ("LIVE", {"name_en": "Five percent in the live show", "name_zh": "直播间 95 折", "kind": "percentage", "percent": 5,
              "platform_pct": 40}, ["DY-LIVE"]),
    ("SINGLES", {"name_en": "Singles' Day, in tiers", "name_zh": "双十一阶梯满减", "kind": "tiered",
                 "starts_at": AUTUMN, "ends_at": WINTER, "stacking": "group",
                 "stack_group": "1111"}, ["TM-FLAG", "JD-SELF"]),
    ("SINGLES-3", {"name_en": "Buy two, get one", "name_zh": "双十一买二送一", "kind": "buy_n_get_m", "buy_pieces": 2,
                   "get_pieces": 1, "starts_at": AUTUMN, "ends_at": WINTER, "stacking": "group",
                   "stack_group": "1111"}, ["TM-FLAG"]),
]  # fmt: skip
COUPONS = [("MJ300-30", "MJ300", 9_000_000), ("LIVE5", "LIVE", 9_000_000), ("1111", "SINGLES", 500_000),
           ("1111-3", "SINGLES-3", 200_000)]  # fmt: skip


def build(companies: dict[str, Any], shops: dict[str, Any]) -> None:
    """Write the promotions of the web-shop company, each opened by a coupon, with the coupons' budgets."""
    company = companies[ECO]
    rows = [{"company": company, "code": code, "needs_coupon": True, "starts_at": FIRST, "ends_at": LAST} | fields
            for code, fields, _shops in PROMOTIONS]  # fmt: skip
    made = by_code(write("sales.Promotion", rows))
    write("sales.Scope", [{"company": company, "promotion": made[code], "shop": shops[shop]}
                          for code, _fields, where in PROMOTIONS for shop in where])  # fmt: skip
    write("sales.Tier", [{"company": company, "promotion": made["SINGLES"], "from_amount": start, "amount": off}
                         for start, off in ((500, 40), (1000, 100), (3000, 350))])  # fmt: skip
    write("sales.Coupon", [{"company": company, "code": code, "promotion": made[of], "budget_amount": budget}
                           for code, of, budget in COUPONS])  # fmt: skip
