"""The sample company after a day, with one of everything that people add to it."""

from __future__ import annotations

import io
from datetime import timedelta
from decimal import Decimal
from typing import Any
from uuid import uuid4

from django.contrib.auth.models import Group
from django.utils import timezone

from interlock.core import api as core
from interlock.core import background, webhooks
from interlock.core.api import Alert, Company, CustomField, User, actor_of
from interlock.demo import api as demo
from interlock.demo.day import FIRST_DAY
from interlock.finance import api as finance
from interlock.sales import api as sales
from interlock.sales.models import Delivery, Order
from interlock.web.imports import bringing

ITEMS = b"code,name_en,name_zh,category,unit,tax_class,stock_type\nX1,One,\xe4\xb8\x80,NOWHERE,PCS,VAT13,\n"
PASSWORD = "anlu-2026-demo"  # noqa: S105 - the sample company's, printed on purpose


def sample_company(orders: int = 400) -> int:
    """Build the sample company, run its first day and furnish it; answers the company that sells on the web."""
    demo.run_demo(orders)
    company = int(Company.objects.get(code="ECO").pk)
    furnish(company, User.objects.get(username="admin"))
    return company


def furnish(company: int, admin: User) -> None:
    """Make a return, drafts, a question to approve, an import, a job, a webhook, an alert, an own field."""
    by: dict[str, Any] = {"company": company, "by": actor_of(admin, "web")}
    _beside_orders(company, by)
    _approvals(company, by)
    finance_lines = (
        finance.NewDraftLine("6602", Decimal(1200), text="Rent"), finance.NewDraftLine("1002", credit=Decimal(1200)),
    )  # fmt: skip
    drafts = {1: finance.NewDraft(FIRST_DAY, "Rent of June", finance_lines)}
    assert finance.save_drafts([1], drafts=drafts, **by).accepted
    core.start_reviews([1], company=company, by=by["by"], as_of=FIRST_DAY, due_on=FIRST_DAY)
    _watching(company, admin)
    found, _new = bringing.bring(io.BytesIO(ITEMS), "items.csv", "items", **by)
    bringing.begin(found.pk, "check", key=uuid4(), **by)
    core.submit("web.export", arguments={"list": "orders", "query": "", "format": "csv"}, **by)
    background.work_waiting()


def _beside_orders(company: int, by: dict[str, Any]) -> None:
    shipped = Delivery.objects.filter(company_id=company, state__in=("shipped", "recognised")).latest("id")
    order = shipped.lines.first().order_id  # type: ignore[union-attr]
    line = sales.NewReturnLine(Decimal(1), line_number=1)
    new = sales.NewReturn(kind="return", reason="DAMAGED", on=FIRST_DAY, lines=[line], order=order)
    made = sales.announce_returns([1], returns={1: new}, **by)
    assert made.accepted, made.verdicts
    core.write_comments([order], kind="order", text="Please ring before noon.", **by)
    file = core.take_in(b"%PDF-1.7", "note.pdf", company)
    core.attach_files([order], kind="order", file=file, **by)
    held = Order.objects.filter(company_id=company, state="held").latest("id")
    shop = Order.objects.select_related("shop").get(pk=order).shop
    sheet = sales.OrderSheet(shop.code, [sales.TypedLine(1, "CAM-001", "2"), sales.TypedLine(2, "nothing", "x")])
    assert sales.save_order_drafts([1], sheets={1: sheet}, **by).accepted
    sales.change_orders([held.pk], changes={held.pk: {"remark": "leave at the gate"}}, on=FIRST_DAY, **by)


def _approvals(company: int, by: dict[str, Any]) -> None:
    """The clerk asks for the prices below the floor; the sample company's route names who answers."""
    clerk = {"company": company, "by": actor_of(User.objects.get(username="lin"), "web")}
    cheap = sales.Hold.objects.filter(company_id=company, state="open", reason="price_below_floor")
    asked = core.submit_approvals(
        sorted(cheap.values_list("order_id", flat=True))[:2], kind="price_release", reason="Old customer", **clerk
    )
    assert asked.accepted, asked.verdicts
    del by


def _watching(company: int, owner: User) -> None:
    hook, _secret = webhooks.make_webhook(
        company=company, name="Warehouse hub", url="https://hub.example/interlock", owner=owner, kinds=["order.held"]
    )
    assert hook
    choices = [{"code": "a", "en": "First class", "zh": "一等"}, {"code": "b", "en": "Second class", "zh": "二等"}]
    for code, type_, english, chinese, more in [
        ("grade", "choice", "Grade", "等级", {"choices": choices, "is_searchable": True}),
        ("gift", "yes_no", "Gift wrapped", "礼品包装", {}),
        ("batch", "text", "Batch", "批次", {}),
    ]:
        CustomField.objects.create(
            company_id=company, kind="order", code=code, type=type_, name_en=english, name_zh=chinese, **more
        )
    Alert.objects.create(
        company_id=company, name="Too many held orders", list_code="orders", query="state=held", threshold=3,
        role=Group.objects.get(name="manager"), owner=owner,
    )  # fmt: skip
    core.make_token(owner, "Nightly export", timezone.now() + timedelta(days=30), core.TokenScope())
