"""How the platforms settle: the kinds of fees, and what each platform calls its columns."""

from __future__ import annotations

from typing import Any

from .writing import table, write

# code, component of the posting rules, names
FEE_KINDS = [
    ("commission", "commission", "Commission", "平台佣金"),
    ("payment", "payment_fee", "Payment service", "支付服务费"),
    ("logistics", "logistics_fee", "Logistics", "物流费"),
    ("marketing", "marketing_fee", "Marketing", "推广费"),
]
#: A mapping for each channel; every other channel writes the fields' own names.
MAPPINGS: dict[str, dict[str, Any]] = {
    "TMALL": {
        "columns": {
            "order_no": "订单编号",
            "gross": "收入",
            "refund": "退款",
            "net": "结算金额",
            "settled_on": "入账日期",
        },
        "fees": {"天猫佣金": "commission", "支付服务费": "payment", "推广费": "marketing"},
        "fees_negative": True,
    },
    "JD": {
        "columns": {
            "order_no": "订单号",
            "gross": "货款",
            "refund": "退货金额",
            "net": "应结金额",
            "settled_on": "结算日",
        },
        "fees": {"佣金": "commission", "交易服务费": "payment", "配送费": "logistics"},
        "refund_negative": True,
    },
    "DOUYIN": {
        "columns": {"order_no": "子订单号", "gross": "订单实付", "refund": "退款金额", "settled_on": "结算时间"},
        "fees": {"平台服务费": "commission", "达人佣金": "marketing"},
    },
}  # fmt: skip
CANONICAL: dict[str, Any] = {
    "columns": {},
    "fees": {"commission": "commission", "payment_fee": "payment"},
}
#: What each kind of fee takes of the amount, in hundredths of a per cent.
TAKEN = {"commission": 500, "payment": 60, "logistics": 220, "marketing": 300}


def complete() -> int:
    """Give the channels of companies built before a mapping, where they have none; answers how many got one."""
    known = set(table("sales.StatementMapping").objects.values_list("channel_id", flat=True))
    bare: dict[Any, list[Any]] = {}
    for channel in table("sales.Channel").objects.select_related("company").order_by("pk"):
        if channel.pk not in known:
            bare.setdefault(channel.company, []).append(channel)
    for company, channels in bare.items():
        build(company, channels)
    return sum(map(len, bare.values()))


def build(company: Any, channels: list[Any]) -> None:
    """Write a company's fee kinds, where it has none, and the mapping of each channel."""
    if not table("sales.FeeKind").objects.filter(company=company).exists():
        write(
            "sales.FeeKind",
            [
                {"company": company, "code": c, "component": k, "name_en": en, "name_zh": zh}
                for c, k, en, zh in FEE_KINDS
            ],
        )
    write(
        "sales.StatementMapping",
        [{"company": company, "channel": one, **MAPPINGS.get(one.code, CANONICAL)} for one in channels],
    )
