"""Make orders that no feed brought: of another system, or of a person at the desk."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from interlock.core.api import Actor, Outcome, operation

from . import creating


@dataclass(frozen=True)
class NewOrderLine:
    """An item by our code, the shop's or its barcode, and how many of a unit (none is the base unit).

    ``unit_price`` is a base unit's, as the shop's price list says it (with VAT or without); without one the list's
    price of the day holds. ``discount`` is what is taken off the line.
    """

    item: str
    quantity: Decimal
    unit: str = ""
    unit_price: Decimal | None = None
    discount: Decimal | None = None


@dataclass(frozen=True)
class NewOrder:
    """An order to make in a shop; ``order_no`` is the caller's own number, taken in once a shop.

    With a ``customer`` (a party's code) the receivable is theirs, and where no address is said it goes to their first
    one; without, it is the shop's settlement customer's. ``paid_amount`` says that it was paid before.
    """

    shop: str
    lines: Sequence[NewOrderLine]
    customer: str = ""
    order_no: str = ""
    ordered_on: date | None = None
    wanted_on: date | None = None
    buyer: str = ""
    phone: str = ""
    province: str = ""
    city: str = ""
    district: str = ""
    address: str = ""
    remark: str = ""
    priority: int = 5
    paid_amount: Decimal | None = None


@operation(permission="sales.enter_orders", documents=False)
def create_orders(ids: Sequence[int], *, company: int, by: Actor, orders: Mapping[int, NewOrder]) -> Outcome:
    """Make orders with their lines; ids are the caller's own numbers, the keys of ``orders``.

    They are received like orders of a feed, and reviewed, reserved, shipped and recognised like them. Nothing wrong is
    taken in: the verdict's detail names every fault by line (the first is 1) and field. Of an order that is made it
    names the document (``order``) and its ``number``. Without a number of their own two same orders are two.

    Codes, first match wins: not_found, unknown_shop, shop_blocked, unknown_customer, too_long, bad_date, bad_priority,
    bad_paid_amount, no_lines, too_many_lines, unknown_item, item_blocked, unknown_unit, bad_quantity, no_price,
    bad_price, bad_discount, taken (the shop has another order of this number), already, done.
    Writes: orders with lines (state received); amounts in the shop's currency, rounded a line.
    Locks: shops by id, then the number counter.
    """
    given = {i: orders[i] for i in ids if i in orders}
    book = creating.look(company, given)
    outcome = Outcome.of([(i, *book.judge(i, given.get(i))) for i in ids])
    if go := outcome.accepted:
        made = creating.write(book, go)
        outcome.answer(creating.answers(made))
        outcome.timeline = [(order.id, "received") for order in made.values()]
    return outcome
