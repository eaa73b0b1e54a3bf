"""What sales does by itself: review, source and hand over what has come in, and recognise what is due at shipment."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from uuid import uuid4
from zoneinfo import ZoneInfo

from django.utils import timezone
from procrastinate.contrib.django import app

from interlock.core.api import Actor, Company, Operation, alone, run_work, system_actor, wake

from . import inbox
from .operations.recognise_revenue import Trigger, recognise_revenue
from .operations.release_deliveries import release_deliveries
from .operations.rematch_differences import rematch_differences
from .operations.reserve_orders import orders_to_reserve, reserve_orders
from .operations.review_orders import review_orders
from .queries.settlement import orders_found
from .queries.waiting import deliveries_in, orders_in, orders_to_release

TAKE_IN, ADVANCE, POST = "sales.take_in", "sales.advance", "finance.post_pending"


@app.task(name=TAKE_IN, queueing_lock=TAKE_IN)
def take_in(timestamp: int) -> dict[str, int]:  # noqa: ARG001  woken like the others
    """Take in what lies in the watched folder, and let the day go on after each file."""
    with alone(TAKE_IN) as mine:
        if not mine:
            return {}
        return dict(inbox.take_in(system_actor("inbox"), after_each=lambda: wake(ADVANCE)).files)


@app.periodic(cron="* * * * *")
@app.task(name=ADVANCE, queueing_lock=ADVANCE)
def advance_all(timestamp: int) -> None:
    """Bring the open orders of every company as far as they go without a person, then into the books."""
    by = system_actor("job")
    with alone(ADVANCE) as mine:
        for company in Company.objects.order_by("id") if mine else ():
            today = datetime.fromtimestamp(timestamp, ZoneInfo(company.time_zone)).date()
            advance(company.pk, by, today)
    wake(POST)


def advance(company: int, by: Actor, on: date) -> None:
    """Review, source (again, where stock has come in) and release orders; recognise what is due at shipment.

    Those that waited and those that are new are one set: scarce pieces go by priority, then time.

    Lines of statements whose orders have come, or were refunded or cancelled since, are matched again.
    """

    def work(operation: Operation, ids: list[int], **arguments: Any) -> None:
        run_work(operation, ids, company=company, by=by, key=uuid4(), **arguments)

    work(review_orders, orders_in(company, "received"))
    work(reserve_orders, orders_to_reserve(company), on=on)
    work(release_deliveries, orders_to_release(company, timezone.now()), on=on)
    due = deliveries_in(company, "shipped", shipped_upto=on, policies=["at_shipment"])
    work(recognise_revenue, due, trigger=Trigger.SHIPMENT.value, on=on)
    work(rematch_differences, orders_found(company), on=on)
