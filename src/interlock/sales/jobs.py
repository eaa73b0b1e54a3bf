"""What sales does by itself: review, source and hand over what has come in, and recognise what is due at shipment."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from uuid import uuid4
from zoneinfo import ZoneInfo

from django.utils import timezone
from procrastinate.contrib.django import app

from interlock.core.api import Actor, Company, Operation, run_work, system_actor

from .operations.recognise_revenue import Trigger, recognise_revenue
from .operations.release_deliveries import release_deliveries
from .operations.reserve_orders import reserve_orders, retry_waiting
from .operations.review_orders import review_orders
from .queries.waiting import deliveries_in, orders_in, orders_to_release


@app.periodic(cron="* * * * *")
@app.task(name="sales.advance", queueing_lock="sales.advance")
def advance_all(timestamp: int) -> None:
    """Bring the open orders of every company as far as they go without a person."""
    by = system_actor("job")
    for company in Company.objects.order_by("id"):
        today = datetime.fromtimestamp(timestamp, ZoneInfo(company.time_zone)).date()
        advance(company.pk, by, today)


def advance(company: int, by: Actor, on: date) -> None:
    """Review, source (again, where stock has come in) and release orders; recognise what is due at shipment."""

    def work(operation: Operation, ids: list[int], **arguments: Any) -> None:
        run_work(operation, ids, company=company, by=by, key=uuid4(), **arguments)

    work(review_orders, orders_in(company, "received"))
    retry_waiting(company=company, by=by, on=on)
    work(reserve_orders, orders_in(company, "reviewed"), on=on)
    work(release_deliveries, orders_to_release(company, timezone.now()), on=on)
    due = deliveries_in(company, "shipped", shipped_upto=on, policies=["at_shipment"])
    work(recognise_revenue, due, trigger=Trigger.SHIPMENT.value, on=on)
