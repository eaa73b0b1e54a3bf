"""Every kind of file: the masters as the interface declares them, and the documents that come as files."""

from __future__ import annotations

from typing import Any

from interlock.sales.api import CancelReason

from .. import words as said
from ..api.declared import MASTERS
from ..words_budgets import CONTROLS
from ..words_budgets import KINDS as BUDGET_KINDS
from . import documents as docs
from .budgets import take_budgets
from .declared import KINDS, ImportColumn, ImportKind
from .masters import declare
from .words import COLUMNS, HINTS, TITLES, TRIGGERS

for _kind in MASTERS:
    declare(_kind)

_EXAMPLES = {
    "order_no": "TM20261122001", "shop": "TM-ANLU", "ordered_at": "2026-11-22 20:15:00", "sku": "AL-L700",
    "quantity": "1", "unit_price": "1299.00", "buyer": "陈小红", "phone": "13800138000", "province": "浙江省",
    "city": "杭州市", "district": "西湖区", "address": "文三路 100 号", "paid_amount": "1299.00",
    "paid_at": "2026-11-22 20:16:00", "reason": "QUALITY", "returned_at": "2026-11-25", "on": "2026-11-23",
    "delivery": "DN-2611-000001", "number": "ICBC-20261122-0001", "received_on": "2026-11-22", "amount": "52140.00",
    "reference": "ALIPAY-20261122", "voucher": "1", "posting_on": "2026-11-22", "account": "6601", "debit": "300.00",
    "text": "Freight of November", "document": "1", "kind": "opening", "movement_on": "2026-01-01",
    "budget": "B26-SALES", "name": "销售部 2026", "starts_on": "2026-01-01", "ends_on": "2026-12-31",
    "total": "120000.00", "unit": "SALES", "month": "2026-11-01", "incentive": "大客户", "category": "专项激励",
    "item": "AL-L700", "warehouse": "HZ", "location": "A-01",
}  # fmt: skip


def _columns(kind: str, needed: str, further: str, /, **types: Any) -> tuple[ImportColumn, ...]:
    """Make the columns of documents: names with spaces between; ``types`` gives a type, or choices."""
    made = []
    for code in (*needed.split(), *further.split()):
        given = types.get(code, "text")
        choices = given if isinstance(given, tuple) else ()
        title = COLUMNS.get(f"{kind}.{code}") or COLUMNS[code]
        hint = HINTS.get(f"{kind}.{code}", HINTS.get(code, ""))
        example = choices[0][0] if choices else _EXAMPLES.get(code, "")
        made.append(
            ImportColumn(
                code, title, "choice" if choices else given, required=code in needed.split(), choices=choices,
                example=example, said=hint,
            )
        )  # fmt: skip
    return tuple(made)


def _documents(
    code: str, permission: str, parts: Any, columns: tuple[ImportColumn, ...], *, wakes: bool = True
) -> None:
    ImportKind(
        code, TITLES[code], (permission,), columns, by_file=docs.reader(code), parts=parts, wakes=wakes
    )  # fmt: skip


_documents(
    "orders", "sales.import_orders", docs.grouped("shop", "order_no"),
    _columns(
        "orders", "order_no shop ordered_at sku quantity unit_price",
        "line_no buyer phone province city district address paid_amount paid_at gift remark priority discount subsidy "
        "coupon buyer_group",
        ordered_at="moment", paid_at="moment", quantity="number", unit_price="number", paid_amount="number",
        gift="yes_no", discount="number", subsidy="number",
    ),
)  # fmt: skip
_documents(
    "shipments", "sales.ship_deliveries", docs.each,
    _columns("shipments", "on", "delivery shop order_no", on="day"),
)  # fmt: skip
_documents(
    "confirmations", "sales.recognise_revenue", docs.each,
    _columns("confirmations", "event on", "delivery shop order_no", on="day", event=TRIGGERS),
)  # fmt: skip
_documents(
    "cancellations", "sales.cancel_orders", docs.each,
    _columns("cancellations", "shop order_no reason", "", reason=tuple(CancelReason.choices)),
)  # fmt: skip
_documents(
    "returns", "sales.announce_returns", docs.grouped("shop", "order_no", "return_no", "kind", "reason", "returned_at"),
    _columns(
        "returns", "order_no quantity reason returned_at", "shop line_no sku kind return_no serials amount",
        quantity="number", amount="number", returned_at="day", kind=tuple(said.RETURN_KINDS.items()), serials="list",
    ),
)  # fmt: skip
_documents(
    "bank-receipts", "finance.record_receipts", docs.each,
    _columns(
        "bank-receipts", "number received_on amount reference", "payer", received_on="day", amount="number",
    ),
)  # fmt: skip
_documents(
    "voucher-drafts", "finance.enter_vouchers", docs.grouped("voucher"),
    _columns(
        "voucher-drafts", "voucher posting_on account debit credit",
        "text unit party item project employee cash_item currency currency_amount rate",
        posting_on="day", debit="number", credit="number", currency_amount="number", rate="number",
    ), wakes=False,
)  # fmt: skip

_BUDGETS = ImportKind(
    "budgets", TITLES["budgets"], ("finance.keep_budgets",),
    _columns(
        "budgets", "budget name kind starts_on ends_on reason total",
        "account unit project month category channel beneficiary incentive control owner",
        starts_on="day", ends_on="day", month="day", total="number", kind=tuple(BUDGET_KINDS.items()),
        control=tuple(CONTROLS.items()),
    ), parts=docs.grouped("budget"),
)  # fmt: skip
object.__setattr__(_BUDGETS, "take", take_budgets(_BUDGETS))

_MOVEMENTS = ImportKind(
    "movements", TITLES["movements"], ("stock.record_movements",),
    _columns(
        "movements", "kind movement_on item warehouse location quantity", "document amount reason party serials",
        movement_on="day", quantity="number", amount="number", serials="list",
        kind=tuple((kind, said.ENTRY_KINDS[kind]) for kind in ("opening", "receipt", "adjustment")),
    ), parts=docs.movement_parts,
)  # fmt: skip
object.__setattr__(_MOVEMENTS, "take", docs.take_movements(_MOVEMENTS))

__all__ = ["KINDS"]
