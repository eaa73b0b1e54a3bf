"""Revenue to invoices to red letters, input invoices to deduction, with the tax office as a process of its own."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from functools import partial
from typing import Any

import pytest
from django.utils import timezone

from interlock.core.api import Actor, Refusal
from interlock.finance import api as finance
from interlock.finance.models import ClosePolicy
from interlock.parties.models import Party
from interlock.sales import api as sales
from interlock.sales.models import Shop
from tests.builders import DAY, World, assert_laws
from tests.taxing import Office, credit_code, register, same_ledgers, tax_office


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    with tax_office(tmp_path_factory.mktemp("office")) as running:
        yield running


@pytest.fixture
def world(db: None, office: Office) -> World:
    made = World()
    office.say("/faults", {}, method="DELETE")
    return made


def call(world: World) -> dict[str, Any]:
    return {"company": world.company, "by": world.by}


def states(world: World, **of: Any) -> list[str]:
    found = finance.TaxInvoice.objects.filter(company=world.company, **of).order_by("id")
    return list(found.values_list("state", flat=True))


def waiting(world: World) -> None:
    """Let what waits for its next try be due."""
    finance.GatewayMessage.objects.filter(company=world.company, state="waiting").update(
        next_try_at=timezone.now() - timedelta(seconds=1)
    )


def sold(world: World, *lines: tuple[str, int], many: int = 1) -> list[int]:
    """Answer the deliveries of recognised orders."""
    for sku, quantity in lines:
        world.receive(world.items[sku], quantity * many, str(100 * quantity * many))
    orders = [world.order(*lines, state="recognised") for _order in range(many)]
    return world.deliveries(*orders)


def issue(world: World, **of: Any) -> None:
    ids = list(
        finance.TaxInvoice.objects.filter(company=world.company, state="requested", **of).values_list("pk", flat=True)
    )
    assert set(finance.send_invoices(ids, on=DAY, **call(world)).counts) <= {"done"}
    finance.send_due(world.company, world.by)


def test_a_day_of_revenue_is_invoiced_and_taken_back(world: World, office: Office) -> None:
    """Recognised, asked for, issued; two orders come back, red letters are issued: both ledgers say the same."""
    register(world, office, 1)
    deliveries = sold(world, ("CAMERA", 2), ("BATTERY", 3), many=3)
    orders = [int(row.order_id) for row in sales.DeliveryLine.objects.filter(delivery_id__in=deliveries).order_by("id")]
    buyer = finance.Buyer("杭州某某有限公司", credit_code(77))
    asked = finance.request_invoices(deliveries[:1], on=DAY, buyers={deliveries[0]: buyer}, **call(world))
    assert asked.table() == [(deliveries[0], "done")]
    merge = {"month": DAY, "on": DAY, **call(world)}
    assert finance.merge_invoices([world.customer.pk], **merge).table() == [(world.customer.pk, "done")]
    assert finance.merge_invoices([world.customer.pk], **merge).table() == [(world.customer.pk, "already")]
    amounts = list(
        finance.TaxInvoice.objects.filter(company=world.company).order_by("id").values_list("amount", flat=True)
    )
    assert amounts == [Decimal("628.00"), Decimal("1256.00")]
    issue(world)
    assert states(world) == ["issued"] * 2
    world.returned(orders[0], ("CAMERA", 1), state="refunded")
    world.returned(orders[2], ("CAMERA", 2), state="refunded")
    red = finance.request_red_letters(deliveries, on=DAY, **call(world))
    assert sorted(code for _id, code in red.table()) == ["already", "done", "done"]
    issue(world, kind="red")
    assert states(world) == ["issued"] * 4, list(finance.GatewayMessage.objects.values_list("fault", flat=True))
    assert finance.request_red_letters(deliveries, on=DAY, **call(world)).counts == {"already": 3}
    same_ledgers(world, office)
    world.post()
    assert_laws()
    [row] = finance.match_revenue(world.company, DAY)
    assert (row.documents, row.difference, row.revenue) == (3, 0, Decimal(3 * 628 - 3 * 299))
    assert finance.not_matched(world.company, DAY) == []
    summary = finance.tax_summary(world.company, DAY)
    assert (summary.output_difference, summary.differences, summary.unexplained) == (0, [], 0)
    assert summary.output_tax == summary.books_output > 0


def test_what_a_request_is_answered(world: World, office: Office) -> None:
    """One code a delivery, the first that holds."""
    [before] = sold(world, ("BATTERY", 1))
    with pytest.raises(Refusal, match="no_tax_registration"):
        finance.request_invoices([before], on=DAY, **call(world))
    register(world, office, 2, limit_amount=Decimal(600))
    [whole] = sold(world, ("CAMERA", 5))
    [large] = sold(world, ("LOCK", 1))
    [done] = sold(world, ("BATTERY", 2))
    other = World(code="OTHER")
    [foreign] = sold(other, ("BATTERY", 1))
    finance.request_invoices([done], on=DAY, **call(world))
    wrong = {whole: finance.Buyer("甲公司", "91330100MA0000001X")}
    table = finance.request_invoices([before, large, done, foreign, whole], on=DAY, buyers=wrong, **call(world)).table()
    assert [code for _id, code in table] == ["done", "above_limit", "already", "not_found", "bad_code"]
    early = finance.request_invoices([whole], on=DAY - timedelta(days=1), **call(world))
    assert early.counts == {"before_revenue": 1}
    nobody = finance.request_invoices([whole], on=DAY, buyers={whole: finance.Buyer(" ")}, **call(world))
    assert nobody.counts == {"no_buyer": 1}
    dry = finance.request_invoices([whole], on=DAY, policy="dry_run", **call(world))
    assert dry.counts == {"done": 1}
    split = finance.request_invoices([whole], on=DAY, **call(world))
    made = finance.TaxInvoice.objects.filter(pk__in=split.verdicts[0].detail["invoices"])
    assert sum(one.amount for one in made) == 5 * 299
    assert max(one.amount for one in made) <= 600
    ids = [one.pk for one in made]
    assert finance.cancel_invoices([*ids, done], **call(world)).counts == {"done": len(ids), "not_found": 1}
    assert finance.cancel_invoices(ids, **call(world)).counts == {"already": len(ids)}
    assert finance.send_invoices(ids[:1], on=DAY, **call(world)).counts == {"cancelled": 1}
    assert finance.request_invoices([whole], on=DAY, **call(world)).counts == {"done": 1}
    assert finance.request_red_letters([whole, foreign], on=DAY, **call(world)).counts == {"already": 1, "not_found": 1}
    issue(world)
    assert set(states(world)) == {"issued", "cancelled"}
    same_ledgers(world, office)
    issued = finance.TaxInvoice.objects.filter(company=world.company, state="issued")[0].pk
    assert finance.cancel_invoices([issued], **call(world)).counts == {"issued": 1}
    assert finance.send_invoices([issued, foreign], on=DAY, **call(world)).counts == {"already": 1, "not_found": 1}
    assert_laws()


def test_whatever_goes_wrong_at_the_office(world: World, office: Office) -> None:
    """Outage, dropped answers, repeats, delays, another order: in the end each is there once on both sides."""
    register(world, office, 3)
    deliveries = sold(world, ("BATTERY", 1), many=6)
    finance.request_invoices(deliveries, on=DAY, **call(world))
    ids = list(finance.TaxInvoice.objects.filter(company=world.company).order_by("id").values_list("pk", flat=True))
    for kind, how in (
        ("outage", {}), ("drop", {}), ("repeat", {}), ("delay", {"seconds": 0.05}), ("out_of_order", {"times": 2}),
    ):  # fmt: skip
        office.fault(kind, **how)
    finance.send_invoices(ids, on=DAY, **call(world))
    assert finance.cancel_invoices(ids[:1], **call(world)).counts == {"at_office": 1}
    finance.send_due(world.company, world.by)
    assert "issued" in states(world)
    assert "sending" in states(world)
    for _again in range(4):
        waiting(world)
        finance.send_due(world.company, world.by)
    assert states(world) == ["issued"] * 6
    same_ledgers(world, office)
    assert_laws()


def test_a_refusal_is_mended_and_sent_again(world: World, office: Office) -> None:
    registered = register(world, office, 4)
    deliveries = sold(world, ("BATTERY", 1), many=2)
    finance.request_invoices(deliveries, on=DAY, **call(world))
    office.fault("refuse", reason="quota_exceeded")
    issue(world)
    assert sorted(states(world)) == ["issued", "refused"]
    refused = finance.TaxInvoice.objects.get(company=world.company, state="refused")
    assert refused.reason == "quota_exceeded"
    assert finance.send_invoices([refused.pk], on=DAY, **call(world)).counts == {"done": 1}
    finance.TaxRegistration.objects.filter(pk=registered.pk).update(url="http://127.0.0.1:9")
    finance.send_due(world.company, world.by)
    message = finance.GatewayMessage.objects.get(company=world.company, document_id=refused.pk, state="waiting")
    assert message.fault == "no_connection"
    finance.GatewayMessage.objects.filter(pk=message.pk).update(first_tried_at=timezone.now() - timedelta(days=2))
    waiting(world)
    finance.send_due(world.company, world.by)
    assert finance.GatewayMessage.objects.get(pk=message.pk).state == "failed"
    finance.TaxRegistration.objects.filter(pk=registered.pk).update(url=office.url)
    answered = finance.GatewayMessage.objects.filter(company=world.company, state="answered")[0].pk
    retried = finance.retry_messages([message.pk, answered, 1], **call(world))
    assert [code for _id, code in retried.table()] == ["done", "was_answered", "not_found"]
    finance.send_due(world.company, world.by)
    assert states(world) == ["issued"] * 2
    assert finance.take_answers([message.pk, 1], replies={}, **call(world)).counts == {"already": 1, "not_found": 1}
    same_ledgers(world, office)


def test_rules_say_what_is_invoiced_by_itself(world: World, office: Office) -> None:
    """By delivery or merged by month, as the row says: changed at run time, the outcome changes."""
    register(world, office, 5)
    deliveries = sold(world, ("BATTERY", 1), many=3)
    assert not finance.request_by_rule(world.company, world.by, DAY)
    rule = finance.InvoiceRule.objects.create(company=world.company_row, mode="monthly", valid_from=date(2026, 1, 1))
    assert not finance.request_by_rule(world.company, world.by, DAY)
    assert finance.request_by_rule(world.company, world.by, date(2026, 12, 1)) == {"done": 1}
    assert finance.TaxInvoice.objects.get(company=world.company).amount == 30
    more = sold(world, ("BATTERY", 2), many=2)
    finance.InvoiceRule.objects.filter(pk=rule.pk).update(mode="per_delivery")
    assert finance.request_by_rule(world.company, world.by, DAY) == {"done": len(more)}
    assert finance.request_by_rule(world.company, world.by, DAY) == {}
    assert len(deliveries) == 3
    world.post()
    assert not finance.checklist(world.company, DAY).steps[2].answer.findings
    ClosePolicy.objects.create(company_id=world.company, code="invoices_block", value=1)
    step = finance.checklist(world.company, DAY).steps[2]
    assert {(one.code, one.document_id) for one in step.answer.findings} == {
        ("revenue_not_invoiced", document) for document in (*deliveries, *more)
    }
    issue(world)
    same_ledgers(world, office)
    step = finance.checklist(world.company, DAY).steps[2]
    assert (step.code, step.answer.findings) == ("sales_books", [])
    [figures] = [one for one in step.answer.figures if one.name == "invoiced"]
    assert figures.amount == figures.book_amount == 70


def test_an_order_gets_one_invoice_when_all_of_it_is_revenue(world: World, office: Office) -> None:
    """Two parcels of one order on one invoice; a parcel that carries two orders stands on one of each."""
    register(world, office, 8)
    finance.InvoiceRule.objects.create(company=world.company_row, mode="per_order", valid_from=date(2026, 1, 1))
    Shop.objects.filter(pk=world.shop.pk).update(split="by_warehouse", merge_minutes=60)
    world.receive(world.camera, 1, "100", world.east_bin)
    world.receive(world.camera, 2, "200", world.south_bin)
    order = world.order(("CAMERA", 3), state="shipped")
    first, second = world.deliveries(order)
    recognise = partial(sales.recognise_revenue, trigger="installation", on=DAY, **call(world))
    by_rule = partial(finance.request_by_rule, world.company, world.by, DAY)
    assert recognise([first]).counts == {"done": 1}
    assert by_rule() == {}, "more of it is to come"
    assert recognise([second]).counts == {"done": 1}
    assert by_rule() == {"done": 1}
    assert by_rule() == {}
    made = finance.TaxInvoice.objects.get(company=world.company)
    assert (made.amount, made.mode, made.lines.count()) == (3 * 299, "per_order", 1)
    world.receive(world.battery, 2, "20")
    together = [world.order(("BATTERY", 1), state="reserved") for _order in range(2)]
    for step in ("released", "shipped", "recognised"):
        world.step(step, together)
    assert len(world.deliveries(*together)) == 1
    asked = finance.request_order_invoices([together[0], order, 10**12], on=DAY, **call(world))
    assert [code for _id, code in asked.table()] == ["done", "already", "not_found"]
    assert by_rule() == {"done": 1, "already": 1}, "the other order of the parcel"
    assert by_rule() == {}
    issue(world)
    assert states(world) == ["issued"] * 3
    same_ledgers(world, office)
    world.post()
    assert finance.not_matched(world.company, DAY) == []
    assert_laws()


def bought(world: World, office: Office, number: int, net: str = "100.00", tax: str = "13.00", **of: Any) -> bytes:
    """Let a supplier have an invoice to us issued; answers its XML."""
    code = of.get("seller", credit_code(900))
    office.registers(code, "供应商甲")
    line = {"line": 1, "name": "电池", "unit": "件", "quantity": "10", "price": "10.00", "rate": "13"}
    message = {
        "request": f"supplier-{world.company}-{number}", "kind": "blue", "on": of.get("on", DAY.isoformat()),
        "seller": {"uscc": code, "name": "供应商甲"},
        "buyer": {"uscc": of.get("buyer", world.company_row.uscc), "name": "我们"},
        "lines": [line | {"amount": net, "tax": tax}], "amount": net, "tax": tax,
        "total": str(Decimal(net) + Decimal(tax)),
    }  # fmt: skip
    answer = office.say("/invoices", message)
    assert answer["status"] == 200, answer
    return str(answer["xml"]).encode()


ANN, BEN = (Actor(user, name, "web", None) for user, name in ((-1, "Ann"), (-2, "Ben")))


def take_in(world: World, *contents: bytes) -> Any:
    read = {n: finance.keep_invoice(content, f"{n}.xml", world.company) for n, content in enumerate(contents, start=1)}
    return finance.receive_invoices(list(read), invoices=read, on=DAY, **call(world))


def test_input_invoices_from_file_to_deduction(world: World, office: Office) -> None:
    """Taken in, verified, deducted in a month; the books, the pages' figures and the office say the same."""
    register(world, office, 6)
    contents = [bought(world, office, n) for n in range(3)]
    strange = bought(world, office, 9, buyer=credit_code(55))
    wrong = contents[0].replace(b"<Amount>100.00</Amount>", b"<Amount>99.00</Amount>")
    outcome = take_in(world, *contents, strange, wrong)
    assert [code for _id, code in outcome.table()] == ["done", "done", "done", "not_our_company", "wrong_sums"]
    assert outcome.verdicts[4].detail["faults"] == [{"line": 1, "code": "wrong_tax"}]
    changed = contents[1].replace("电池".encode(), "电源".encode())
    assert [code for _id, code in take_in(world, contents[0], changed).table()] == ["already", "number_known"]
    ids = list(finance.InputInvoice.objects.filter(company=world.company).order_by("id").values_list("pk", flat=True))
    deduct = {"month": DAY, **call(world)}
    assert finance.deduct_invoices(ids[:1], **deduct).counts == {"not_verified": 1}
    assert finance.verify_invoices([*ids, 1], on=DAY, **call(world)).counts == {"done": 3, "not_found": 1}
    assert finance.verify_invoices(ids[:1], on=DAY, **call(world)).counts == {"already": 1}
    office.fault("drop")
    finance.send_due(world.company, world.by)
    waiting(world)
    finance.send_due(world.company, world.by)
    early = finance.deduct_invoices(ids[:1], month=date(2026, 10, 1), **call(world))
    assert early.counts == {"later_month": 1}
    assert finance.deduct_invoices(ids[:2], **deduct).counts == {"done": 2}
    assert finance.deduct_invoices([ids[0], 1], **deduct).counts == {"already": 1, "not_found": 1}
    finance.send_due(world.company, world.by)
    found = finance.InputInvoice.objects.filter(company=world.company).order_by("id")
    assert [one.state for one in found] == ["deducted", "deducted", "verified"]
    month = finance.tax_month_of(world.company, DAY)
    assert finance.ask_tax_office([month, 1], **call(world)).counts == {"done": 1, "not_found": 1}
    assert finance.ask_tax_office([month], **call(world)).counts == {"already": 1}
    finance.send_due(world.company, world.by)
    world.post()
    summary = finance.tax_summary(world.company, DAY)
    assert (summary.input.tax, summary.books_input, summary.input.open_tax) == (26, 26, 13)
    assert summary.office_agrees
    assert (summary.brought, summary.payable, summary.carried) == (0, 0, 26)
    assert finance.tax_summary(world.company, date(2026, 12, 1)).brought == 26, "what is left over is the next month's"
    balances = {row.code: row.closing for row in finance.trial_balance(world.company, DAY)}
    assert (balances["222103"], balances["22210101"], balances["220201"]) == (13, 26, -339)
    assert_laws()


HOSTILE = (
    b'<!DOCTYPE a [<!ENTITY b "x">]><EInvoice>&b;</EInvoice>',
    b'<!DOCTYPE a SYSTEM "file:///etc/passwd"><EInvoice/>',
    '<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE a [<!ENTITY b "x">]><EInvoice/>'.encode("utf-16"),
    b"<EInvoice>" + b"<a>" * 50 + b"</a>" * 50 + b"</EInvoice>",
    b"<EInvoice/>",
    b"<Other><EInvoiceData/></Other>",
    b"<EInvoice",
    b"",
    b"%PDF-1.7",
)


@pytest.mark.parametrize("content", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_files_are_refused(content: bytes) -> None:
    with pytest.raises(Refusal) as refused:
        finance.read_invoice(content)
    assert refused.value.code in ("hostile_xml", "unreadable_invoice")


def typed(world: World, number: str, net: str = "100.00", *, post: bool = True, party: str = "") -> int:
    """Let one person type a supplier's bill from paper, and another post it."""
    line = finance.NewItemLine(Decimal(net), account="6602", tax=Decimal(13))
    bill = finance.NewItemDocument("bill", party or world.customer.code, DAY, reference=number, lines=(line,))
    made = finance.save_item_documents([1], company=world.company, by=ANN, documents={1: bill})
    assert made.table() == [(1, "done")], made.verdicts
    document = int(made.verdicts[0].detail["document"])
    if post:
        assert posted(world, document) == "done"
    return document


def posted(world: World, document: int) -> str:
    [(_id, code)] = finance.post_item_documents([document], company=world.company, by=BEN).table()
    return str(code)


def test_a_bill_typed_and_its_file_are_booked_once(world: World, office: Office) -> None:
    """Typed first or taken in first: one debt and one VAT; what differs, or is in the books already, is refused."""
    register(world, office, 7)
    contents = [bought(world, office, n) for n in range(40, 45)]
    numbers = [finance.keep_invoice(content, "x.xml", world.company).invoice.number for content in contents]
    before = typed(world, numbers[0])
    typed(world, numbers[4], "90.00")
    outcome = take_in(world, *contents)
    assert [code for _id, code in outcome.table()] == ["done"] * 4 + ["bill_differs"]
    assert outcome.verdicts[4].detail["amount"] == "103.00"
    after = typed(world, numbers[1])
    assert posted(world, typed(world, numbers[2], "80.00", post=False)) == "invoice_differs"
    Party.objects.create(code="OTHER", name="Other", kind="person")
    assert posted(world, typed(world, numbers[1], post=False, party="OTHER")) == "invoice_elsewhere"
    late = typed(world, numbers[3], post=False)
    found = {one.number: one for one in finance.InputInvoice.objects.filter(company=world.company)}
    assert [found[number].bill_id for number in numbers[:4]] == [before, after, None, None]
    finance.verify_invoices([found[number].pk for number in numbers[:4]], on=DAY, **call(world))
    finance.send_due(world.company, world.by)
    assert posted(world, late) == "invoice_booked"
    deducted = [found[number].pk for number in numbers[:2]]
    assert finance.deduct_invoices(deducted, month=DAY, **call(world)).counts == {"done": 2}
    finance.send_due(world.company, world.by)
    world.post()
    balances = {row.code: row.closing for row in finance.trial_balance(world.company, DAY)}
    assert balances["220201"] == -5 * 113 + 10, "two bills with their files, one bill of 103, two files alone"
    assert (balances["22210101"], balances["222103"]) == (3 * 13, 2 * 13)
    assert_laws()
