"""The HTTP interface under /api/v1: what ``api`` declares, and batches of order lines with an answer for every row."""

from __future__ import annotations

import io
import json
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated, Any

from django.http import HttpRequest
from ninja import Header, Schema
from pydantic import AwareDatetime, Field, ValidationError, ValidatorFunctionWrapHandler, WrapValidator

from interlock.core.api import Actor, Outcome, operation, wake
from interlock.core.sql import rows
from interlock.sales import api as sales

from . import words
from .api import declared, problems
from .api.description import Interface, LocalDocs
from .api.door import BasicUser, SessionUser, StrictParser, TokenUser, call_key, company_of
from .queries import orders as queries

MOST_ROWS = 10_000
#: What a row is answered whose order is here, by it or since before.
HERE = frozenset({"done", "already", "changed"})


class OrderRow(Schema):
    """One line of an order in the canonical form of the feeds; prices include VAT."""

    order_no: str = Field(max_length=64)
    line_no: int = Field(ge=1)
    shop: str = Field(max_length=24)
    ordered_at: AwareDatetime
    buyer: str = ""
    phone: str = ""
    province: str = ""
    city: str = ""
    district: str = ""
    address: str = ""
    sku: str
    quantity: Decimal = Field(gt=0)
    unit_price: Decimal = Field(ge=0)
    paid_amount: Decimal | None = None
    paid_at: AwareDatetime | None = None
    gift: bool = False
    remark: str = ""
    priority: int = Field(5, ge=0, le=9)
    discount: Decimal | None = Field(None, ge=0, description="taken off the line's price")
    subsidy: Decimal | None = Field(None, ge=0, description="what of the discount the platform bears")
    coupon: str | None = None
    buyer_group: str | None = None


@dataclass(frozen=True)
class Unread:
    """A row that is not what it should be, cell by cell as it came; the feed's reading says what is wrong with it."""

    cells: dict[str, Any]


def _row_by_row(row: Any, read: ValidatorFunctionWrapHandler) -> OrderRow | Unread:
    """Read a row; what cannot be read is kept, so that it is answered and the others are taken in."""
    try:
        found: OrderRow = read(row)
    except ValidationError:
        given = row if isinstance(row, dict) else {}
        named = {name: given[name] for name in OrderRow.model_fields if given.get(name) is not None}
        return Unread(dict.fromkeys(sales.REQUIRED_COLUMNS, "") | named)
    return found


class Batch(Schema):
    """Order lines of one company; the lines of an order stand together."""

    company: str = Field(description="the company's code")
    rows: list[Annotated[OrderRow, WrapValidator(_row_by_row)]] = Field(min_length=1, max_length=MOST_ROWS)


class RowAnswer(Schema):
    """The answer to one row: ``done``, ``already``, ``changed`` or the reason why its order was not taken in.

    ``problems`` names what of this row cannot be read (``bad_quantity``); the order is ``unreadable`` then.
    """

    row: int
    order_no: str
    code: str
    message: str
    order: str | None = None
    problems: list[str] = []


class BatchAnswer(Schema):
    feed: int
    replayed: bool
    counts: dict[str, int]
    rows: list[RowAnswer]


api = Interface(
    title="Interlock",
    version="1",
    description="Documents, masters and what is done with them. Every set is answered row by row; the same call "
    "under the same Idempotency-Key is done once. Who calls sends a token of their own (Authorization: Bearer ilk_…); "
    "it may do what its person may, or less.",
    urls_namespace="api",
    auth=[SessionUser(), TokenUser(), BasicUser()],
    docs=LocalDocs(),
    docs_url="/docs",
    parser=StrictParser(),
)
problems.install(api)


@operation(permission="sales.import_orders", documents=False)
def receive_batch(ids: Sequence[int], *, company: int, by: Actor, content: str) -> Outcome:  # noqa: ARG001
    """Take the key of a batch, so that the same key with other rows is refused.

    Codes: done.
    Writes: the run only.
    Locks: none.
    """
    return Outcome.of([(i, "done") for i in ids])


@api.post(
    "/orders/batch",
    response={200: BatchAnswer},
    tags=["orders"],
    operation_id="take_in_orders",
)
def take_in_orders(
    request: HttpRequest, batch: Batch, idempotency_key: str | None = Header(None, alias="Idempotency-Key")
) -> Any:
    """Take a batch of order lines in, as if it were a feed file: each row is answered, the good orders go through.

    Send an Idempotency-Key: the same key and rows answer as the first time, the same key with other rows is refused
    (409, ``key_reused``). Without one the content itself is the key.
    """
    actor: Actor = request.auth  # type: ignore[attr-defined]
    company = company_of(actor, batch.company).id
    lines = [_cells(row) for row in batch.rows]
    content = "\n".join(json.dumps(line, ensure_ascii=False, sort_keys=True) for line in lines)
    if idempotency_key:
        receive_batch([1], company=company, by=actor, key=call_key(actor, company, idempotency_key), content=content)
    source = io.BytesIO((content + "\n").encode())
    result = sales.import_feed(source, "batch.jsonl", company=company, by=actor, by_row=True)
    if result.counts.get("done"):
        wake("sales.advance")
    return {
        "feed": result.feed,
        "replayed": result.replayed,
        "counts": result.counts,
        "rows": _answers(company, result),
    }


def _cells(row: OrderRow | Unread) -> dict[str, Any]:
    return row.cells if isinstance(row, Unread) else row.model_dump(mode="json", exclude=_unsaid(row))


def _unsaid(row: OrderRow) -> set[str]:
    """Answer the columns of promotions that a row does not name, so that batches without them stay what they were."""
    return {name for name in sales.CLAIM_COLUMNS if getattr(row, name) is None}


def _answers(company: int, result: sales.FeedResult) -> list[dict[str, Any]]:
    """Answer every row with the code of its order; of those that are here, the number."""
    numbers = {
        (row.shop, row.platform_number): row.number
        for row in rows(
            queries.SQL["of_platform"],
            company=company,
            shops=[row.shop for row in result.by_row if row.code in HERE],
            numbers=[row.order_no for row in result.by_row if row.code in HERE],
        )
    }
    return [
        {
            "row": place,
            "order_no": row.order_no,
            "code": row.code,
            "message": str(words.why(row.code)),
            "order": numbers.get((row.shop, row.order_no)) if row.code in HERE else None,
            "problems": row.problems,
        }
        for place, row in enumerate(result.by_row, start=1)
    ]


declared.install(api)
