"""What finance does by itself: post what is pending, seal past days' vouchers, draft the month's recurring ones."""

from __future__ import annotations

from datetime import datetime
from uuid import uuid4
from zoneinfo import ZoneInfo

from procrastinate.contrib.django import app

from interlock.core.api import Company, alone, run_work, system_actor

from .models import Voucher
from .openitems.proposing import apply_by_rules
from .operations.post import post_pending
from .operations.recurring import due_templates, make_recurring
from .operations.vouchers import seal_vouchers

POST, SEAL, RECUR = "finance.post_pending", "finance.seal", "finance.make_recurring"
APPLY = "finance.apply_by_rules"


@app.periodic(cron="* * * * *")
@app.task(name=POST, queueing_lock=POST)
def post_all_pending(timestamp: int) -> dict[str, int]:  # noqa: ARG001  every periodic task is told its minute
    """Post the pending events of every company; answers how many each company posted."""
    by = system_actor("job")
    companies = list(Company.objects.order_by("id").values_list("pk", "code"))
    with alone(POST) as mine:
        if not mine:
            return {}
        return {code: post_pending(company, by).counts["done"] for company, code in companies}


@app.periodic(cron="*/10 * * * *")
@app.task(name=SEAL, queueing_lock=SEAL)
def seal_past_days(timestamp: int) -> None:
    """Seal the vouchers that were collected on days that are over in their company."""
    by = system_actor("job")
    with alone(SEAL) as mine:
        for company in Company.objects.order_by("id") if mine else ():
            today = datetime.fromtimestamp(timestamp, ZoneInfo(company.time_zone)).date()
            over = Voucher.objects.filter(company_id=company.pk, state="collecting", posting_on__lt=today)
            if ids := list(over.order_by("id").values_list("id", flat=True)):
                run_work(seal_vouchers, ids, company=company.pk, by=by, key=uuid4())


@app.periodic(cron="7 * * * *")
@app.task(name=RECUR, queueing_lock=RECUR)
def make_month_drafts(timestamp: int) -> None:
    """Make the drafts that recur in the month that it is in each company."""
    by = system_actor("job")
    with alone(RECUR) as mine:
        for company in Company.objects.order_by("id") if mine else ():
            month = datetime.fromtimestamp(timestamp, ZoneInfo(company.time_zone)).date().replace(day=1)
            if ids := due_templates(company.pk, month):
                run_work(make_recurring, ids, company=company.pk, by=by, key=uuid4(), month=month)


@app.periodic(cron="23 * * * *")
@app.task(name=APPLY, queueing_lock=APPLY)
def apply_items_by_rules(timestamp: int) -> None:
    """Apply the open items that the rules of a company apply by themselves."""
    by = system_actor("job")
    with alone(APPLY) as mine:
        for company in Company.objects.order_by("id") if mine else ():
            apply_by_rules(company.pk, by, datetime.fromtimestamp(timestamp, ZoneInfo(company.time_zone)).date())
