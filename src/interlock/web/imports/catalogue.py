"""Every kind of file: the masters as the interface declares them, and the documents that come as files."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from interlock.finance import api as finance
from interlock.sales.api import CancelReason

from .. import words as said
from .. import words_items
from ..api.declared import MASTERS
from ..words_budgets import CONTROLS
from ..words_budgets import KINDS as BUDGET_KINDS
from . import boms, figures, statements
from . import documents as docs
from .budgets import take_budgets
from .declared import KINDS, ImportColumn, ImportKind
from .further import FURTHER
from .masters import declare
from .people import take_people
from .words import COLUMNS, HINTS, TITLES, TRIGGERS

for _kind in MASTERS:
    declare(_kind)
for _further in FURTHER:
    declare(_further.kind, _further.after)

_EXAMPLES = {
    "order_no": "TM20261122001", "shop": "TM-ANLU", "ordered_at": "2026-11-22 20:15:00", "sku": "AL-L700",
    "quantity": "1", "unit_price": "1299.00", "buyer": "陈小红", "phone": "13800138000", "province": "浙江省",
    "city": "杭州市", "district": "西湖区", "address": "文三路 100 号", "paid_amount": "1299.00",
    "paid_at": "2026-11-22 20:16:00", "reason": "QUALITY", "returned_at": "2026-11-25", "on": "2026-11-23",
    "delivery": "DN-2611-000001", "number": "ICBC-20261122-0001", "received_on": "2026-11-22", "amount": "52140.00",
    "reference": "ALIPAY-20261122", "voucher": "1", "posting_on": "2026-11-22", "account": "6601", "debit": "300.00",
    "text": "Freight of November", "document": "1", "kind": "opening", "movement_on": "2026-01-01",
    "item": "AL-L700", "warehouse": "HZ", "location": "A-01", "component": "AL-B100", "valid_from": "2026-01-01",
    "loss_pct": "1.5", "gross": "1299.00", "refund": "0.00", "net": "1234.05", "settled_on": "2026-11-25",
    "party": "C10001", "due_on": "2026-12-22", "group": "BUILDERS", "credit_days": "30", "bank_account": "ICBC",
    "payee": "杭州安居科技有限公司", "payee_account": "6222020200112233445",
    "username": "chen.xiao", "role": "sales clerk", "email": "chen@example.com", "departments": "SALES",
    "shops": "TM-ANLU",
    "budget": "B26-SALES", "name": "销售部 2026", "starts_on": "2026-01-01", "ends_on": "2026-12-31",
    "total": "120000.00", "unit": "SALES", "month": "2026-11-01", "incentive": "大客户", "category": "专项激励",
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
    code: str, model: str, permission: str, parts: Any, columns: tuple[ImportColumn, ...], *, wakes: bool = True
) -> None:
    ImportKind(
        code, TITLES[code], (permission,), columns, by_file=docs.reader(code), parts=parts, wakes=wakes, model=model
    )  # fmt: skip


def _rows(
    code: str,
    permissions: tuple[str, ...],
    taking: Any,
    columns: tuple[ImportColumn, ...],
    *,
    parts: Any = None,
    model: str,
) -> None:
    """Declare a kind whose rows an operation takes, a chunk in a transaction."""
    kind = ImportKind(code, TITLES[code], permissions, columns, parts=parts, model=model)
    object.__setattr__(kind, "take", taking(kind))


_documents(
    "orders", "sales.Order", "sales.import_orders", docs.grouped("shop", "order_no"),
    _columns(
        "orders", "order_no shop ordered_at sku quantity unit_price",
        "line_no buyer phone province city district address paid_amount paid_at gift remark priority discount subsidy "
        "coupon buyer_group",
        ordered_at="moment", paid_at="moment", quantity="number", unit_price="number", paid_amount="number",
        gift="yes_no", discount="number", subsidy="number",
    ),
)  # fmt: skip
_documents(
    "shipments", "sales.Delivery", "sales.ship_deliveries", docs.each,
    _columns("shipments", "on", "delivery shop order_no", on="day"),
)  # fmt: skip
_documents(
    "confirmations", "sales.Delivery", "sales.recognise_revenue", docs.each,
    _columns("confirmations", "event on", "delivery shop order_no", on="day", event=TRIGGERS),
)  # fmt: skip
_documents(
    "cancellations", "sales.Cancellation", "sales.cancel_orders", docs.each,
    _columns("cancellations", "shop order_no reason", "", reason=tuple(CancelReason.choices)),
)  # fmt: skip
_documents(
    "returns", "sales.Return", "sales.announce_returns",
    docs.grouped("shop", "order_no", "return_no", "kind", "reason", "returned_at"),
    _columns(
        "returns", "order_no quantity reason returned_at", "shop line_no sku kind return_no serials amount",
        quantity="number", amount="number", returned_at="day", kind=tuple(said.RETURN_KINDS.items()), serials="list",
    ),
)  # fmt: skip
_documents(
    "bank-receipts", "finance.BankReceipt", "finance.record_receipts", docs.each,
    _columns(
        "bank-receipts", "number received_on amount reference", "payer", received_on="day", amount="number",
    ),
)  # fmt: skip
_documents(
    "voucher-drafts", "finance.VoucherDraft", "finance.enter_vouchers", docs.grouped("voucher"),
    _columns(
        "voucher-drafts", "voucher posting_on account debit credit",
        "text unit party item project employee cash_item currency currency_amount rate",
        posting_on="day", debit="number", credit="number", currency_amount="number", rate="number",
    ), wakes=False,
)  # fmt: skip

_rows(
    "budgets", ("finance.keep_budgets",), take_budgets,
    _columns(
        "budgets", "budget name kind starts_on ends_on reason total",
        "account unit project month category channel beneficiary incentive control owner",
        starts_on="day", ends_on="day", month="day", total="number", kind=tuple(BUDGET_KINDS.items()),
        control=tuple(CONTROLS.items()),
    ), parts=docs.grouped("budget"), model="finance.Budget",
)  # fmt: skip
_rows(
    "movements", ("stock.record_movements",), docs.take_movements,
    _columns(
        "movements", "kind movement_on item warehouse location quantity", "document amount reason party serials",
        movement_on="day", quantity="number", amount="number", serials="list",
        kind=tuple((kind, said.ENTRY_KINDS[kind]) for kind in ("opening", "receipt", "adjustment")),
    ), parts=docs.movement_parts, model="stock.Movement",
)  # fmt: skip
_rows(
    "boms", ("items.add_bom", "items.change_bom"), boms.take_bills,
    _columns(
        "boms", "item valid_from component quantity", "version valid_to loss_pct",
        valid_from="day", valid_to="day", quantity="number", loss_pct="number",
    ), parts=boms.bill_parts, model="items.Bom",
)  # fmt: skip
ImportKind(
    "statements", TITLES["statements"], ("sales.import_statements",),
    _columns("statements", "shop", "number order_no gross refund net settled_on"),
    by_file=statements.take_statements, parts=statements.statement_parts, passes=True, model="sales.Statement",
)  # fmt: skip
_rows(
    "item-documents", ("finance.enter_items",), figures.take_item_documents,
    _columns(
        "item-documents", "kind party posting_on amount",
        "document account tax unit reference document_on due_on currency rate reason text",
        kind=tuple((kind, words_items.KINDS[kind]) for kind in (*figures.OF_LINES, *figures.OF_MONEY)),
        posting_on="day", document_on="day", due_on="day", amount="number", tax="number", rate="number",
    ), parts=figures.item_document_parts, model="finance.ItemDocument",
)  # fmt: skip
_rows(
    "payments", ("finance.enter_payments",), figures.take_payments,
    _columns(
        "payments", "reason bank_account payee payee_account amount due_on",
        "document_kind document payee_bank payee_bank_code party unit text",
        due_on="day", amount="number",
    ), model="finance.PaymentRequest",
)  # fmt: skip
_rows(
    "credit-limits", ("finance.set_credit_limits",), figures.take_limits,
    _columns(
        "credit-limits", "group amount valid_from reason", "share valid_to",
        amount="number", valid_from="day", valid_to="day", share=tuple(finance.CreditShare.choices),
    ), model="finance.CreditLimit",
)  # fmt: skip
_rows(
    "credit-terms", ("finance.keep_credit",), figures.take_terms,
    tuple(
        replace(column, key=True) if column.code == "party" else column
        for column in _columns(
            "credit-terms", "party group", "share method credit_days",
            credit_days="whole", share=tuple(finance.CreditShare.choices),
            method=tuple(finance.CreditTerm.Method.choices),
        )
    ), model="finance.CreditTerm",
)  # fmt: skip
_rows(
    "people", ("core.keep_people",), take_people,
    _columns(
        "people", "username",
        "last_name first_name email language role valid_from valid_to reason reason_until departments shops warehouses",
        valid_from="day", valid_to="day", reason_until="day", departments="list", shops="list", warehouses="list",
        language=(("zh-hans", "简体中文"), ("en", "English")),
    ), model="core.User",
)  # fmt: skip

__all__ = ["KINDS"]
