"""What finance does by itself: post what is pending, seal past days' vouchers, draft the month's recurring ones."""

from __future__ import annotations

from datetime import datetime
from uuid import uuid4
from zoneinfo import ZoneInfo

from procrastinate.contrib.django import app

from interlock.core.api import Company, alone, run_work, system_actor

from .banking.sending import ask_banks, send_due
from .models import BankGateway, Voucher
from .operations.post import post_pending
from .operations.recurring import due_templates, make_recurring
from .operations.vouchers import seal_vouchers

POST, SEAL, RECUR = "finance.post_pending", "finance.seal", "finance.make_recurring"
ASK, SEND = "finance.ask_banks", "finance.send_to_banks"


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


@app.periodic(cron="* * * * *")
@app.task(name=SEND, queueing_lock=SEND)
def send_to_banks(timestamp: int) -> int:  # noqa: ARG001  every periodic task is told its minute
    """Make the calls to banks that are due; answers how many."""
    with alone(SEND) as mine:
        return send_due() if mine else 0


@app.periodic(cron="*/10 * * * *")
@app.task(name=ASK, queueing_lock=ASK)
def ask_all_banks(timestamp: int) -> None:  # noqa: ARG001
    """Ask every active gateway for statuses and statements."""
    by = system_actor("job")
    with alone(ASK) as mine:
        gateways = list(BankGateway.objects.filter(state="active").order_by("company_id", "id")) if mine else []
        for company in sorted({gateway.company_id for gateway in gateways}):
            own = [gateway.pk for gateway in gateways if gateway.company_id == company]
            ask_banks(own, company=company, by=by, key=uuid4())
