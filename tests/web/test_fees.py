"""Fees of deals on the pages: policies, what a shop's orders set aside, settled once the platform has paid."""

from __future__ import annotations

from decimal import Decimal

from django.urls import reverse

from interlock.finance import api as finance
from interlock.finance.models import Fee, FeePolicy, ItemDocument, PaymentReason, Voucher
from interlock.parties.models import Party
from interlock.sales import api as sales
from tests.builders import DAY, World, assert_laws
from tests.settling import agree, paid, recognised, statement

from .people import sign_in

KEEPS = (
    "finance.settle_fees",
    "finance.view_fee",
    "finance.review_items",
    "finance.enter_payments",
    "finance.view_openitem",
)


def deals(world: World, orders: int = 2) -> list[int]:
    """Recognise orders of the shop under a policy that owes an agent 4 %; answers the orders."""
    finance.create_books(world.company)
    agent = Party.objects.create(code="AGENT", name="Agent Zhou", kind="person")
    FeePolicy.objects.create(
        company_id=world.company, code="SHOP", name_en="Desk of the shop", name_zh="店铺业务费", kind="sales_expense",
        rate_pct=Decimal(4), beneficiary=agent, valid_from=DAY.replace(month=1, day=1),
    )  # fmt: skip
    agree(world)
    made = recognised(world, orders)
    call = {"company": world.company, "by": world.by}
    finance.post_pending(**call)
    ids = list(Voucher.objects.filter(company_id=world.company).order_by("id").values_list("id", flat=True))
    finance.seal_vouchers(ids, **call)
    return made


def test_a_shops_fees_are_settled_when_the_platform_has_paid(world: World) -> None:
    first, _second = deals(world)
    client = sign_in(world, KEEPS)
    empty = client.get(reverse("web:fees"))
    assert "No fee here" in empty.content.decode()
    client.post(reverse("web:fees-keep"))
    finance.post_pending(world.company, world.by)
    page = client.get(reverse("web:fees"), {"state": "open"})
    rows = page.context["page"].rows
    assert [(row.state, row.beneficiary, row.amount) for row in rows] == [
        ("open", "Agent Zhou", (row.base_amount * 4 / 100).quantize(Decimal("0.01"))) for row in rows
    ]  # fmt: skip
    assert len(rows) == 2
    assert not ItemDocument.objects.exists(), "no cash is in"
    made = statement(world, [paid(world, first)])
    sales.post_statements([made.statement], company=world.company, by=world.by, on=DAY)
    client.post(reverse("web:fees-keep"))
    bill = ItemDocument.objects.get()
    settled = Fee.objects.get(settled_amount__gt=0)
    assert (bill.party.code, bill.amount, settled.accrued_amount) == ("AGENT", settled.settled_amount, bill.amount)
    shown = client.get(reverse("web:fee", args=[settled.pk])).content.decode()
    assert bill.number in shown
    assert "Desk of the shop" in shown
    finance.post_item_documents([bill.pk], company=world.company, by=world.by)
    asked = client.get(reverse("web:item-document", args=[bill.pk])).content.decode()
    assert f"?bill={bill.pk}" in asked
    entry = client.get(reverse("web:payment-new"), {"bill": bill.pk})
    typed = entry.context["typed"]
    assert (typed["reason"], typed["document"], typed["amount"]) == ("FEES", bill.number, bill.amount)
    assert PaymentReason.objects.filter(company_id=world.company, code="FEES").exists()
    assert_laws()


def test_the_report_by_policy_and_its_files(world: World) -> None:
    deals(world)
    client = sign_in(world, KEEPS)
    client.post(reverse("web:fees-keep"))
    days = {"from": DAY.replace(day=1).isoformat(), "to": DAY.isoformat()}
    shown = client.get(reverse("web:fee-report"), days)
    row = shown.context["rows"][0]
    assert (row.before, row.accrued, row.after) == (
        0,
        sum(Fee.objects.values_list("accrued_amount", flat=True)),
        row.accrued,
    )
    for form, kind in (("xlsx", "spreadsheetml"), ("pdf", "pdf")):
        assert kind in client.get(reverse("web:fee-report"), {**days, "format": form})["Content-Type"]
    later = client.get(reverse("web:fee-report"), {"from": "2027-01-01", "to": "2027-12-31"}).context["rows"][0]
    assert (later.before, later.accrued) == (row.after, 0)


def test_who_may_not_and_another_company(world: World) -> None:
    deals(world)
    finance.accrue_sealed(world.company, world.by)
    fee = Fee.objects.first()
    assert fee is not None
    assert sign_in(world, ("sales.view_order",)).get(reverse("web:fees")).status_code == 403
    reader = sign_in(world, ("finance.view_fee",))
    assert reader.post(reverse("web:fees-settle"), {"id": fee.pk}).status_code == 403
    other = World(code="ELSE")
    stranger = sign_in(other, KEEPS)
    assert stranger.get(reverse("web:fee", args=[fee.pk])).status_code == 404
    named = stranger.post(reverse("web:fees-settle"), {"id": fee.pk})
    assert "Does not exist in this company" in named.content.decode()


def test_two_policies_equally_near_are_named(world: World) -> None:
    deals(world, 1)
    FeePolicy.objects.create(
        company_id=world.company, code="TWIN", name_en="Twin", name_zh="同级", kind="sales_expense",
        rate_pct=Decimal(1), valid_from=DAY.replace(month=1, day=1),
    )  # fmt: skip
    client = sign_in(world, KEEPS)
    told = client.post(reverse("web:fees-keep"), follow=True).content.decode()
    assert "SHOP, TWIN" in told
    assert not Fee.objects.exists()
