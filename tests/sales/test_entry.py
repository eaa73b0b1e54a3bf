"""Orders entered by hand or by another system: every row is answered, and they are orders like all others."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any
from uuid import uuid4

import pytest

from interlock.core.api import Refusal
from interlock.finance.models import Event
from interlock.items.models import Item, ItemSearch, ItemUnit, UnitOfMeasure
from interlock.parties.models import Account, Address, Party, PartyRole
from interlock.sales import api as sales
from interlock.sales.models import FeedRow, OrderDraft
from tests.builders import DAY, World, assert_laws


def buyer(world: World, code: str = "C-1", name: str = "杭州安居智能家居有限公司", **fields: Any) -> Party:
    """Make a customer with an address."""
    party = Party.objects.create(code=code, name=name, country="HK", phone="0571-88000000", **fields)
    PartyRole.objects.create(party=party, role="customer")
    Address.objects.create(
        party=party, contact="陈明", province="浙江", city="杭州市", district="西湖区", street="文三路 8 号"
    )
    return party


def line(item: str = "CAMERA", quantity: Any = 1, price: Any = None, **fields: Any) -> sales.NewOrderLine:
    given = None if price is None else Decimal(str(price))
    return sales.NewOrderLine(item=item, quantity=Decimal(str(quantity)), unit_price=given, **fields)


def new(*lines: sales.NewOrderLine, **fields: Any) -> sales.NewOrder:
    given = {"shop": "S1", "buyer": "陈小红", "phone": "13812345678", "province": "浙江", "district": "西湖区",
             "address": "文一西路 1 号", "ordered_on": DAY, "paid_amount": Decimal(10**6)}  # fmt: skip
    return sales.NewOrder(lines=lines or (line(),), **(given | fields))


def create(world: World, *orders: sales.NewOrder, **call: Any) -> Any:
    given = dict(enumerate(orders, start=1))
    return sales.create_orders(list(given), company=world.company, by=world.by, orders=given, **call)


def test_each_order_gets_its_own_answer_and_every_fault_its_place(world: World) -> None:
    alien = World(code="ALIEN")
    theirs = buyer(world, "C-THEIRS", "Theirs")
    Account.objects.create(company=alien.company_row, party=theirs)
    Item.objects.filter(code="BATTERY").update(state="blocked")
    sales.Shop.objects.create(**_shop_like(world, "S2", state="blocked"))
    unpriced = Item.objects.get(code="LOCK")
    unpriced.pk, unpriced.code = None, "UNPRICED"
    unpriced.save()
    wrong: dict[str, sales.NewOrder] = {
        "unknown_shop": new(shop="NOWHERE"),
        "shop_blocked": new(shop="S2"),
        "unknown_customer": new(customer="C-THEIRS"),
        "too_long": new(buyer="x" * 81),
        "bad_date": new(wanted_on=date(1900, 1, 1)),
        "bad_priority": new(priority=10),
        "bad_paid_amount": new(paid_amount=Decimal("0.001")),
        "no_lines": sales.NewOrder(shop="S1", lines=()),
        "too_many_lines": new(*[line()] * 2001),
        "unknown_item": new(line(), line("NONE")),
        "item_blocked": new(line("BATTERY")),
        "unknown_unit": new(line(unit="CTN")),
        "bad_quantity": new(line(quantity=0), line("LOCK", "1.5")),
        "no_price": new(line("UNPRICED")),
        "bad_price": new(line(price=-1)),
        "bad_discount": new(line(price=5, discount=Decimal("5.01"))),
    }
    outcome = create(
        world, *wrong.values(), new(order_no="A1"), new(order_no="A1"), new(line(quantity=2), order_no="A1")
    )
    assert [verdict.code for verdict in outcome.verdicts] == [*wrong, "done", "already", "taken"]
    faults = {v.code: v.detail.get("faults") for v in outcome.verdicts}
    assert faults["unknown_item"] == [{"line": 2, "field": "item", "code": "unknown_item", "value": "NONE"}]
    assert [(f["line"], f["field"], f["value"]) for f in faults["bad_quantity"]] == [
        (1, "quantity", "0"),
        (2, "quantity", "1.5"),
    ]
    assert sales.Order.objects.filter(company=world.company).count() == 1
    assert not FeedRow.objects.exists()
    assert create(world, new(line(quantity="1.0"), order_no="A1")).table() == [(1, "already")]
    assert create(world, new(customer="NOBODY")).verdicts[0].detail["faults"][0]["field"] == "customer"
    assert_laws()


def _shop_like(world: World, code: str, **fields: Any) -> dict[str, Any]:
    shop = world.shop
    return {"company": world.company_row, "code": code, "name_en": code, "name_zh": code, "channel": shop.channel,
            "unit": shop.unit, "customer": shop.customer, "price_list": shop.price_list} | fields  # fmt: skip


def test_an_entered_order_goes_the_way_of_all_orders_and_is_its_customers(world: World) -> None:
    party = buyer(world)
    world.receive(world.camera, 24, "2400")
    carton, _ = UnitOfMeasure.objects.get_or_create(code="CTN", defaults={"name_en": "carton", "name_zh": "箱"})
    ItemUnit.objects.create(item_id=world.camera, unit=carton, factor=12)
    Item.objects.filter(pk=world.camera).update(barcode="6901234567892")
    outcome = create(
        world,
        new(line("6901234567892", 1, unit="CTN"), line("CAMERA", 2, 290), customer="C-1", buyer="", phone="",
            province="", district="", address="", remark=" to  the\x00desk ", wanted_on=DAY),
    )  # fmt: skip
    order = sales.Order.objects.get(pk=outcome.verdicts[0].detail["order"])
    assert outcome.verdicts[0].detail["number"] == order.number
    assert (order.state, order.customer_id, order.wanted_on, order.order_on) == ("received", party.pk, DAY, DAY)
    assert (order.buyer, order.district, order.address) == ("陈明", "西湖区", "文三路 8 号")
    assert (order.amount, order.tax_amount) == (Decimal("4168.00"), Decimal("479.51"))
    assert order.remark == "to the desk"
    assert [(row.sku, row.quantity, row.unit_price) for row in order.lines.order_by("line_number")] == [
        ("CAMERA", 12, 299), ("CAMERA", 2, 290),
    ]  # fmt: skip
    sales.Order.objects.filter(pk=order.pk).update(phone="13812345678")
    for step in ("reviewed", "reserved", "released", "shipped", "recognised"):
        world.step(step, [order.pk])
    assert world.state(order.pk) == "recognised"
    events = Event.objects.filter(company=world.company, kind__in=["goods_shipped", "revenue_recognised"])
    assert {event.party_id for event in events} == {party.pk}
    back = world.returned(order.pk, ("CAMERA", 14), state="refunded")
    reversed_ = Event.objects.get(company=world.company, kind="revenue_reversed", document_id=back)
    assert reversed_.party_id == party.pk
    world.post()
    assert_laws()


def test_a_key_answers_once_and_a_dry_run_writes_nothing(world: World) -> None:
    key = uuid4()
    assert create(world, new(), policy="dry_run").counts == {"done": 1}
    assert not sales.Order.objects.exists()
    first, again = create(world, new(), key=key), create(world, new(), key=key)
    assert again.replayed
    assert (first.table(), again.table()) == ([(1, "done")], [(1, "done")])
    assert create(world, new(), new(line("NONE")), policy="all").table() == [(1, "set_rejected"), (2, "unknown_item")]
    with pytest.raises(Refusal, match="key_reused"):
        create(world, new(line(quantity=3)), key=key)
    assert sales.Order.objects.count() == 1


def test_a_price_below_the_floor_is_held_and_a_blocked_customer_too(world: World) -> None:
    party = buyer(world)
    world.receive(world.camera, 5, "5")
    Account.objects.create(company=world.company_row, party=party, credit="stopped")
    made = create(world, new(line(price=1)), new(customer="C-1"), new(line(price=299, discount=Decimal(9))))
    orders = [verdict.detail["order"] for verdict in made.verdicts]
    world.step("reviewed", orders)
    assert [world.holds(order) for order in orders] == [
        ["price_below_floor"],
        ["customer_blocked"],
        ["discount_differs"],
    ]


# ------------------------------------------------------------------------------------------------------------ drafts
def sheet(*lines: tuple[str, str], **fields: Any) -> sales.OrderSheet:
    typed = tuple(sales.TypedLine(ordinal=o, item=item, quantity=q) for o, (item, q) in enumerate(lines, start=1))
    given = {"shop": "S1", "buyer": "陈小红", "phone": "13812345678", "province": "浙江", "district": "西湖区",
             "address": "文一西路 1 号", "lines": typed}  # fmt: skip
    return sales.OrderSheet(**(given | fields))


def save(world: World, *sheets: sales.OrderSheet) -> Any:
    given = dict(enumerate(sheets, start=1))
    return sales.save_order_drafts(list(given), company=world.company, by=world.by, sheets=given)


def kept(world: World, *lines: tuple[str, str], **fields: Any) -> int:
    return int(save(world, sheet(*lines, **fields)).verdicts[0].detail["draft"])


def test_a_draft_is_saved_as_it_is_typed(world: World) -> None:
    first = save(world, sheet(("CAMERA", "2"), ("NONE", "x"), ("LOCK", "1"))).verdicts[0].detail
    assert (first["version"], first["amount"]) == (1, "1597.00")
    draft = first["draft"]
    change = sheet(draft=draft, version=1, lines=(sales.TypedLine(2, "BATTERY", "１０"),), removed=(3,), remark="soon")
    second = save(world, change).verdicts[0].detail
    assert (second["draft"], second["version"], second["amount"]) == (draft, 2, "698.00")
    picture = sales.draft_picture(world.company, draft)
    assert picture is not None
    assert [(row.ordinal, row.code, row.quantity, row.amount) for row in picture.lines] == [
        (1, "CAMERA", 2, Decimal("598.00")), (2, "BATTERY", 10, Decimal("100.00")),
    ]  # fmt: skip
    assert not picture.faults
    assert save(world, change).table() == [(1, "stale")]
    wrong = (
        sheet(shop="NONE"), sheet(customer="NONE"), sheet(remark="x" * 241), sheet(draft=draft + 10**6),
        sheet(lines=[sales.TypedLine(n, "CAMERA", "1") for n in range(1, 4002)]),
    )  # fmt: skip
    codes = [verdict.code for verdict in save(world, *wrong).verdicts]
    assert codes == ["unknown_shop", "unknown_customer", "too_long", "not_found", "too_many_lines"]
    assert not sales.Order.objects.exists()
    assert not Event.objects.exists()
    assert_laws()


def test_drafts_become_the_orders_they_showed(world: World) -> None:
    good = kept(world, ("CAMERA", "2"), ("", ""), ("battery".upper(), "3"))
    bad = kept(world, ("CAMERA", "1"), ("NONE", "1"), ("LOCK", "1.5"))
    gone = kept(world, ("CAMERA", "1"))
    call: dict[str, Any] = {"company": world.company, "by": world.by}
    assert sales.discard_order_drafts([gone, 1], **call).table() == [(gone, "done"), (1, "not_found")]
    outcome = sales.submit_order_drafts([good, bad, gone, 1], **call)
    assert [code for _id, code in outcome.table()] == ["done", "unknown_item", "not_draft", "not_found"]
    assert [(f["ordinal"], f["field"]) for f in outcome.verdicts[1].detail["faults"]] == [(2, "item"), (3, "quantity")]
    order = sales.Order.objects.get(pk=outcome.verdicts[0].detail["order"])
    draft = OrderDraft.objects.get(pk=good)
    assert (order.amount, order.tax_amount) == (draft.amount, draft.tax_amount) == (Decimal("628.00"), order.tax_amount)
    assert (draft.state, draft.order_id, order.platform_number) == ("submitted", order.pk, draft.number)
    assert sales.submit_order_drafts([good], **call).table() == [(good, "already")]
    assert save(world, sheet(draft=good, version=1)).table() == [(1, "not_draft")]
    assert sales.discard_order_drafts([good, gone], **call).table() == [(good, "submitted"), (gone, "already")]
    world.prices.prices.filter(item_id=world.camera).update(price=300)
    again = kept(world, ("LOCK", "1"))
    world.prices.prices.filter(item_id=world.lock).update(price=1000)
    assert sales.submit_order_drafts([again], **call).table() == [(again, "repriced")]
    assert_laws()


def test_prices_without_vat_come_to_the_same_in_draft_and_order(world: World) -> None:
    world.prices.tax_included = False
    world.prices.save()
    lines = [sales.TypedLine(n, "CAMERA", f"{n}.333", "", f"{n}.{n:06d}", "0.05") for n in range(1, 30)]
    saved = save(world, sheet(lines=lines)).verdicts[0].detail
    done = sales.submit_order_drafts([saved["draft"]], company=world.company, by=world.by).verdicts[0]
    assert str(sales.Order.objects.get(pk=done.detail["order"]).amount) == saved["amount"]


def test_another_companys_drafts_do_not_exist(world: World) -> None:
    alien = World(code="ALIEN")
    theirs = kept(alien, ("CAMERA", "1"))
    call: dict[str, Any] = {"company": world.company, "by": world.by}
    assert save(world, sheet(draft=theirs, version=1)).table() == [(1, "not_found")]
    assert sales.submit_order_drafts([theirs], **call).table() == [(theirs, "not_found")]
    assert sales.discard_order_drafts([theirs], **call).table() == [(theirs, "not_found")]
    assert sales.draft_picture(world.company, theirs) is None


def test_items_and_customers_are_found_by_what_they_are_called(world: World) -> None:
    Item.objects.filter(pk=world.lock).update(name_zh="重庆智能门锁", barcode="690001")
    party = buyer(world)
    find = lambda term: [row.code for row in sales.find_items(world.company, world.shop.pk, term, DAY)]  # noqa: E731
    for term in ("lock", "智能门", "znms", "zhineng mensuo", "chongqing", "cqzn", "690001"):
        assert find(term)[:1] == ["LOCK"], term
    Item.objects.filter(pk=world.lock).update(name_zh="保险箱")
    assert find("znms") == []
    assert find("bxx") == ["LOCK"]
    assert find("%") == []
    for term in ("C-1", "安居", "hzajznjj", "hangzhouanju", "0571-88"):
        assert [row.code for row in sales.find_customers(world.company, term)] == ["C-1"], term
    party.delete()
    assert sales.find_customers(world.company, "C-1") == []
    lock = Item.objects.get(pk=world.lock)
    named = {"code": "SPARE", "name_en": "Spare", "name_zh": "备件"}
    Item.objects.create(**named, category=lock.category, unit=lock.unit, tax_class=lock.tax_class)
    assert find("bj") == ["SPARE"]
    Item.objects.filter(code="SPARE").delete()
    assert not ItemSearch.objects.filter(name="备件").exists()
