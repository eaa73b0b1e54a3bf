"""What finance does by itself: post what is pending, seal past days' vouchers, draft recurring ones, keep credit."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from uuid import uuid4
from zoneinfo import ZoneInfo

from procrastinate.contrib.django import app

from interlock.core.api import Actor, Company, alone, run_work, system_actor

from .banking.matching import match_rated
from .banking.sending import ask_banks
from .banking.sending import send_due as send_to_banks_due
from .banking.unmatching import net_unbooked
from .budgets.reading import read_budgets
from .expenses.paying import work_claims
from .fees.accruing import accrue_sealed
from .fees.settling import settle_collected, settled_in
from .invoicing.byrule import request_by_rule
from .invoicing.messages import companies_waiting, send_due
from .models import BankGateway, CreditGroup, CreditRelease, Voucher
from .openitems.proposing import apply_by_rules
from .operations.count_dimensions import count_dimensions
from .operations.credit_facts import expire_releases, read_credit_payments, revalue_credit
from .operations.credit_limits import turn_limits
from .operations.post import post_pending
from .operations.recurring import due_templates, make_recurring
from .operations.vouchers import seal_vouchers

POST, SEAL, RECUR = "finance.post_pending", "finance.seal", "finance.make_recurring"
CALL, REQUEST = "finance.call_offices", "finance.request_by_rule"
CREDIT, BUDGETS = "finance.keep_credit", "finance.read_budgets"
APPLY = "finance.apply_by_rules"
CLAIMS = "finance.work_claims"
FEES = "finance.keep_fees"
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
    """Seal the vouchers that were collected on days that are over in their company, and count them by dimension."""
    by = system_actor("job")
    with alone(SEAL) as mine:
        for company in Company.objects.order_by("id") if mine else ():
            today = datetime.fromtimestamp(timestamp, ZoneInfo(company.time_zone)).date()
            over = Voucher.objects.filter(company_id=company.pk, state="collecting", posting_on__lt=today)
            if ids := list(over.order_by("id").values_list("id", flat=True)):
                run_work(seal_vouchers, ids, company=company.pk, by=by, key=uuid4())
            count_dimensions(company.pk)


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
@app.task(name=CALL, queueing_lock=CALL)
def call_offices(timestamp: int) -> None:  # noqa: ARG001  every periodic task is told its minute
    """Make the calls to tax offices that are due, and take their answers."""
    by = system_actor("job")
    with alone(CALL) as mine:
        for company in companies_waiting() if mine else ():
            send_due(company, by)


@app.periodic(cron="37 3 * * *")
@app.task(name=REQUEST, queueing_lock=REQUEST)
def request_invoices_by_rule(timestamp: int) -> None:
    """Ask for the invoices that rules ask for by themselves: every delivery, and a month that is over, merged."""
    by = system_actor("job")
    with alone(REQUEST) as mine:
        for company in Company.objects.order_by("id") if mine else ():
            today = datetime.fromtimestamp(timestamp, ZoneInfo(company.time_zone)).date()
            request_by_rule(company.pk, by, today)


@app.periodic(cron="*/5 * * * *")
@app.task(name=CREDIT, queueing_lock=CREDIT)
def keep_all_credit(timestamp: int) -> None:
    """Read payments from the journal, end releases that are over, bring limits and rates to the day."""
    by = system_actor("job")
    with alone(CREDIT) as mine:
        for company in Company.objects.order_by("id") if mine else ():
            keep_credit(company.pk, by, datetime.fromtimestamp(timestamp, ZoneInfo(company.time_zone)).date())


def keep_credit(company: int, by: Actor, on: date) -> None:
    """Do for one company what credit asks of a day."""
    read_credit_payments(company, by, on)
    call: dict[str, Any] = {"company": company, "by": by, "on": on}
    over = CreditRelease.objects.filter(company_id=company, state="active", expires_on__lt=on)
    if ids := list(over.order_by("id").values_list("pk", flat=True)):
        run_work(expire_releases, ids, key=uuid4(), **call)
    if ids := list(CreditGroup.objects.filter(company_id=company).order_by("id").values_list("pk", flat=True)):
        run_work(turn_limits, ids, key=uuid4(), **call)
        run_work(revalue_credit, ids, key=uuid4(), **call)


@app.periodic(cron="23 * * * *")
@app.task(name=APPLY, queueing_lock=APPLY)
def apply_items_by_rules(timestamp: int) -> None:
    """Match bank lines that waited for a rate, and apply the open items that rules apply by themselves."""
    by = system_actor("job")
    with alone(APPLY) as mine:
        for company in Company.objects.order_by("id") if mine else ():
            today = datetime.fromtimestamp(timestamp, ZoneInfo(company.time_zone)).date()
            match_rated(company.pk, by)
            net_unbooked(company.pk, by, today)
            apply_by_rules(company.pk, by, today)


@app.periodic(cron="*/2 * * * *")
@app.task(name=CLAIMS, queueing_lock=CLAIMS)
def work_all_claims(timestamp: int) -> None:
    """Put approved expense claims into the books and close their items."""
    by = system_actor("job")
    with alone(CLAIMS) as mine:
        for company in Company.objects.order_by("id") if mine else ():
            work_claims(company.pk, by, datetime.fromtimestamp(timestamp, ZoneInfo(company.time_zone)).date())


@app.periodic(cron="* * * * *")
@app.task(name=SEND, queueing_lock=SEND)
def send_to_banks(timestamp: int) -> int:  # noqa: ARG001  every periodic task is told its minute
    """Make the calls to banks that are due; answers how many."""
    with alone(SEND) as mine:
        return send_to_banks_due() if mine else 0


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


@app.periodic(cron="*/5 * * * *")
@app.task(name=BUDGETS, queueing_lock=BUDGETS)
def read_all_budgets(timestamp: int) -> None:  # noqa: ARG001  every periodic task is told its minute
    """Take into the budgets what vouchers spent on accounts that have one."""
    by = system_actor("job")
    with alone(BUDGETS) as mine:
        for company in Company.objects.order_by("id") if mine else ():
            read_budgets(company.pk, by)


@app.periodic(cron="47 * * * *")
@app.task(name=FEES, queueing_lock=FEES)
def keep_all_fees(timestamp: int) -> None:
    """Set aside the fees of deals, and once a month settle those whose cash is in."""
    by = system_actor("job")
    with alone(FEES) as mine:
        for company in Company.objects.order_by("id") if mine else ():
            today = datetime.fromtimestamp(timestamp, ZoneInfo(company.time_zone)).date()
            accrue_sealed(company.pk, by)
            if not settled_in(company.pk, today.replace(day=1)):
                settle_collected(company.pk, by, today)
