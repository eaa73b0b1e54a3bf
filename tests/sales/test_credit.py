"""One limit over all companies and channels: orders are frozen above it, facts are not, and all of it adds up."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from functools import partial
from importlib import import_module
from typing import Any

import pytest
from django.db import connection

from interlock.core import api as core
from interlock.core.api import Currency, Refusal
from interlock.core.sql import observed
from interlock.finance import api as finance
from interlock.finance.models import CreditGroup, DunningLevel, ExchangeRate, ItemShop, OpenItem
from interlock.parties.models import Party
from interlock.sales import api as sales
from interlock.sales.models import ReviewCheck
from tests.approving import Office, codes
from tests.builders import DAY, World, assert_laws
from tests.crediting import Credit


@pytest.fixture
def credit(world: World) -> Credit:
    for item in (world.camera, world.battery):
        world.receive(item, 50, "500")
    return Credit(world)


def unpaid(world: World, cameras: int = 1, **fields: Any) -> int:
    return world.order(("CAMERA", cameras), paid_amount="", paid_at="", **fields)


def test_an_order_draws_from_its_submission_until_it_is_paid(world: World, credit: Credit) -> None:
    order = unpaid(world, 2)
    assert world.state(order) == "reviewed"
    assert credit.drawn(order) == {"order": 598}
    for step, kind in (
        ("reserved", "order"),
        ("released", "order"),
        ("shipped", "shipment"),
        ("recognised", "invoice"),
    ):
        world.step(step, [order])
        assert credit.drawn(order) == {kind: 598}, step
        assert credit.figures == (598, 1000, 0, 0)
    world.post()
    paid = credit.paid("500")
    assert credit.drawn(paid) == {"payment": -500}
    assert credit.figures == (98, 1000, 0, 0)
    assert finance.record_credit_payments([paid], on=DAY, **credit.call()).table() == [(paid, "already")]
    bounced = credit.paid("500", bounced=True)
    assert credit.drawn(bounced) == {"bounce": 500}
    assert credit.figures == (598, 1000, 0, 0)
    assert_laws()


def test_over_the_limit_an_order_is_frozen_and_only_a_credit_approver_releases_it(world: World, credit: Credit) -> None:
    only_price = world.order(("BATTERY", 1), price="1")
    assert credit.release(only_price).table() == [(only_price, "not_over_credit")]
    first, second = unpaid(world, 3), unpaid(world)
    assert (world.state(first), world.state(second), world.holds(second)) == ("reviewed", "held", ["over_credit"])
    call = credit.call()
    refused = sales.release_orders([second], note="please", **call)
    assert refused.table() == [(second, "over_credit")]
    assert refused.verdicts[0].detail["left"] == "103.00"
    little = credit.release(second, amounts={second: Decimal(100)})
    assert little.table() == [(second, "too_little")]
    assert credit.release(second, policy="dry_run").table() == [(second, "done")]
    assert credit.release(second).table() == [(second, "done")]
    assert (world.state(second), credit.figures) == ("reviewed", (1196, 1000, 196, 0))
    held = unpaid(world)
    assert credit.release(10**12, held, first, second).table() == [
        (10**12, "not_found"), (held, "done"), (first, "already"), (second, "already"),
    ]  # fmt: skip
    low = world.order(("CAMERA", 1), price="100", paid_amount="", paid_at="")
    assert sorted(world.holds(low)) == ["over_credit", "price_below_floor"]
    assert credit.release(low).table() == [(low, "done")]
    assert (world.state(low), world.holds(low)) == ("held", ["price_below_floor"])
    assert sales.release_orders([low], note="fine", **call).table() == [(low, "done")]
    assert credit.figures == (1595, 1000, 595, 0)
    with pytest.raises(Refusal, match="note_missing"):
        sales.release_credit([low], on=DAY, note=" ", **call)
    with pytest.raises(Refusal, match="bad_expiry"):
        credit.release(low, expires_on=DAY - timedelta(days=1))
    assert_laws()


def test_what_is_cancelled_changed_or_comes_back_is_given_back(world: World, credit: Credit) -> None:
    gone, changed, back = unpaid(world), unpaid(world), unpaid(world)
    sales.cancel_orders([gone], reason="buyer", on=DAY, **credit.call())
    assert credit.drawn(gone) == {}
    change = {"lines": [{"line": 1, "quantity": "2"}]}
    sales.change_orders([changed], changes={changed: change}, on=DAY, **credit.call())
    assert credit.drawn(changed) == {}
    world.step("reviewed", [changed])
    assert credit.drawn(changed) == {"order": 598}
    for step in ("reserved", "released", "shipped"):
        world.step(step, [back])
    assert credit.figures == (897, 1000, 0, 0)
    world.returned(back, ("CAMERA", 1), state="received")
    assert credit.drawn(back) == {}
    for step in ("reserved", "released", "shipped", "recognised"):
        world.step(step, [changed])
    world.returned(changed, ("CAMERA", 1), state="refunded")
    assert credit.drawn(changed) == {"invoice": 299}
    world.post()
    finance.read_credit_payments(world.company, world.by, DAY)
    assert credit.figures == (299, 1000, 0, 0)
    assert_laws()


def test_facts_are_never_refused_and_stop_what_would_leave(world: World, credit: Credit) -> None:
    order, released = unpaid(world, 3), unpaid(world)
    credit.release(released)
    for step in ("reserved", "released"):
        world.step(step, [order, released])
    assert codes(credit.limit("500")) == ["done"]
    assert credit.figures == (1196, 500, 196, 500)
    leaving = world.deliveries(order)
    stopped = sales.ship_deliveries(leaving, on=DAY, **credit.call())
    assert stopped.table() == [(leaving[0], "credit_stopped")]
    assert stopped.verdicts[0].detail == {"group": "G1", "overdrawn": "500.00"}
    passed = world.deliveries(released)
    assert sales.ship_deliveries(passed, on=DAY, **credit.call()).table() == [(passed[0], "done")]
    release = finance.CreditRelease.objects.get(document_id=released)
    over = release.expires_on + timedelta(days=1)
    assert finance.expire_releases([release.pk, 10**12], on=DAY, **credit.call()).table() == [
        (release.pk, "not_over"), (10**12, "not_found"),
    ]  # fmt: skip
    assert codes(finance.expire_releases([release.pk], on=over, **credit.call())) == ["done"]
    assert codes(finance.expire_releases([release.pk], on=over, **credit.call())) == ["already"]
    assert credit.figures == (1196, 500, 0, 696)
    further = unpaid(world)
    assert codes(credit.release(further)) == ["done"]
    assert credit.figures == (1495, 500, 299, 696)
    sales.cancel_orders([further], reason="buyer", on=DAY, **credit.call())
    assert credit.figures == (1196, 500, 0, 696)
    credit.paid("800")
    assert credit.figures == (396, 500, 0, 0)
    assert codes(sales.ship_deliveries(leaving, on=DAY, **credit.call())) == ["done"]
    assert_laws()


def test_overdue_beyond_the_policy_stops_too(world: World, credit: Credit) -> None:
    old, new = unpaid(world), unpaid(world)
    for step in ("reserved", "released", "shipped", "recognised"):
        world.step(step, [old])
    for step in ("reserved", "released"):
        world.step(step, [new])
    ids = world.deliveries(new)
    for days, wanted in ((10, "credit_stopped"), (40, "done"), (None, "done")):
        CreditGroup.objects.filter(pk=credit.id).update(overdue_days=days)
        outcome = sales.ship_deliveries(ids, on=date(2026, 12, 31), policy="dry_run", **credit.call())
        assert codes(outcome) == [wanted], days
    CreditGroup.objects.filter(pk=credit.id).update(overdue_days=10)
    credit.paid("299")
    assert codes(sales.ship_deliveries(ids, on=date(2026, 12, 31), **credit.call())) == ["done"]


def test_terms_and_checks_are_data(world: World, credit: Credit) -> None:
    """Prepaid customers are asked for the money; a channel may ask nobody, and then what it sells is a fact."""
    terms = {world.customer.pk: finance.NewTerms(credit.id, method="prepaid")}
    finance.set_credit_terms(list(terms), terms=terms, on=DAY, **credit.call())
    asked = unpaid(world)
    assert world.holds(asked) == ["not_paid"]
    terms = {world.customer.pk: finance.NewTerms(credit.id, method="collection")}
    finance.set_credit_terms(list(terms), terms=terms, on=DAY, **credit.call())
    ReviewCheck.objects.filter(company=world.company, check_code="credit").update(enabled=False)
    fact = unpaid(world, 5)
    assert (world.state(fact), credit.figures) == ("reviewed", (1495, 1000, 0, 495))
    assert_laws()


def test_one_limit_over_all_companies(world: World) -> None:
    other = World(code="OTHER")
    for one in (world, other):
        one.receive(one.camera, 10, "100")
    credit = Credit(world, other)
    here, there = unpaid(world, 2), unpaid(other, 2)
    assert (world.state(here), other.state(there)) == ("reviewed", "held")
    assert other.holds(there) == ["over_credit"]
    assert credit.release(there).table() == [(there, "not_found")]
    assert codes(finance.set_credit_limits([credit.id], limits={}, on=DAY, **credit.call(other))) == ["not_found"]
    assert credit.release(there, world=other).table() == [(there, "done")]
    assert credit.figures == (1196, 1000, 196, 0)
    assert_laws()


def test_consignment_has_a_limit_of_its_own(world: World) -> None:
    world.receive(world.camera, 10, "100")
    credit = Credit(world, share="consignment", limit="300")
    assert world.state(unpaid(world)) == "reviewed"
    assert world.holds(unpaid(world)) == ["over_credit"]
    assert credit.figures == (299, 300, 0, 0)
    assert_laws()


def test_where_a_route_fits_the_release_is_approved(world: World, credit: Credit) -> None:
    office = Office(world.company)
    office.route({"user": office.ann}, kind="credit_release")
    order = unpaid(world, 5)
    assert credit.release(order).table() == [(order, "approval_needed")]
    request = office.ask(order, kind="credit_release")
    assert codes(office.approve([request], office.ann)) == ["done"]
    assert (world.state(order), credit.figures) == ("reviewed", (1495, 1000, 495, 0))
    assert_laws()


def test_a_set_without_orders_on_account_costs_one_look(world: World) -> None:
    order = world.order(state="received")
    with observed() as statements:
        world.step("reviewed", [order])
    named = [name for name, _rows, _seconds in statements.seen]
    assert named.count("on_account") == 1
    assert not {"balances", "lock_balances", "targets", "drawn", "write"} & set(named)


def test_dunning_is_once_a_level_and_the_oldest_is_paid_first(world: World, credit: Credit) -> None:
    for level, days in ((1, 1), (2, 20)):
        DunningLevel.objects.create(company_id=world.company, level=level, days=days, name_en="L", name_zh="级")
    orders = [unpaid(world) for _ in range(3)]
    for step in ("reserved", "released", "shipped", "recognised"):
        world.step(step, orders)
    credit.paid("400")
    party, due = world.customer.pk, DAY + timedelta(days=30)
    dun = partial(finance.write_dunning_letters, **credit.call())
    assert dun([party, 10**12], on=due).table() == [(party, "nothing_overdue"), (10**12, "not_found")]
    assert finance.customers_to_dun(world.company, due + timedelta(days=2)) == [party]
    first = dun([party], on=due + timedelta(days=2))
    letter = finance.DunningLetter.objects.get(pk=first.verdicts[0].detail["letter"])
    assert (letter.level, letter.amount, letter.state) == (1, 497, "draft")
    assert [item.amount for item in letter.items.order_by("document_id")] == [198, 299]
    assert codes(dun([party], on=due + timedelta(days=3))) == ["already"]
    assert codes(dun([party], on=due + timedelta(days=20))) == ["done"]
    send = partial(finance.send_dunning_letters, on=due, **credit.call())
    assert send([letter.pk, 10**12]).table() == [(letter.pk, "done"), (10**12, "not_found")]
    assert codes(send([letter.pk])) == ["already"]
    credit.paid("497")
    assert codes(dun([party], on=due + timedelta(days=30))) == ["nothing_overdue"]
    assert_laws()


def test_what_a_customer_paid_is_not_dunned_though_it_is_not_the_oldest(world: World, credit: Credit) -> None:
    """The letter says what the aging says: a payment that names its invoice settles that one."""
    DunningLevel.objects.create(company_id=world.company, level=1, days=1, name_en="L", name_zh="级")
    ItemShop.objects.create(company_id=world.company, unit_id=world.shop.unit_id)
    orders = [unpaid(world, cameras) for cameras in (1, 2)]
    for step in ("reserved", "released", "shipped", "recognised"):
        world.step(step, orders)
    world.post()
    credit.paid("598")
    items = OpenItem.objects.filter(company_id=world.company, account__code="1122")
    paid, applied = items.get(direction="debit", amount=598), items.get(direction="credit")
    pays = {1: finance.NewApplication(paid.pk, applied.pk)}
    assert codes(finance.apply_items([1], on=DAY, applications=pays, **credit.call())) == ["done"]
    late = DAY + timedelta(days=40)
    letter = finance.write_dunning_letters([world.customer.pk], on=late, **credit.call()).verdicts[0].detail["letter"]
    [named] = finance.DunningLetter.objects.get(pk=letter).items.all()
    assert (named.amount, named.due_on) == (299, paid.due_on)
    aged = finance.aging(world.company, "receivable", late, (30, 60))
    assert (aged.sums.total, aged.sums.buckets[0]) == (299, 0)
    assert_laws()


def test_a_limit_in_another_currency_is_valued_at_a_dated_rate(world: World) -> None:
    world.receive(world.camera, 10, "100")
    usd = Currency.objects.create(code="USD", name_en="Dollar", name_zh="美元")
    group = CreditGroup.objects.create(company_id=world.company, code="U", name_en="U", name_zh="U", currency=usd)
    call: dict[str, Any] = {"company": world.company, "by": world.by}
    terms = {world.customer.pk: finance.NewTerms(group.pk)}
    assert codes(finance.set_credit_terms(list(terms), terms=terms, on=DAY, **call)) == ["no_credit_rate"]
    rate: dict[str, Any] = {"company_id": world.company, "currency": usd}
    ExchangeRate.objects.create(rate=Decimal("9"), kind="closing", valid_on=date(2026, 1, 1), **rate)
    assert codes(finance.set_credit_terms(list(terms), terms=terms, on=DAY, **call)) == ["no_credit_rate"]
    rate["kind"] = "daily"
    ExchangeRate.objects.create(rate=1 / Decimal("0.14"), valid_on=date(2026, 1, 1), **rate)
    assert codes(finance.set_credit_terms(list(terms), terms=terms, on=DAY, **call)) == ["done"]
    finance.set_credit_limits([group.pk], limits={group.pk: finance.NewLimit(Decimal(50), DAY, "x")}, on=DAY, **call)
    assert world.state(unpaid(world)) == "reviewed"
    balance = finance.CreditBalance.objects.get(group=group, share="trade")
    assert balance.exposure_amount == Decimal("41.86")
    assert codes(finance.revalue_credit([group.pk, 10**12], on=DAY, **call)) == ["already", "not_found"]
    ExchangeRate.objects.create(rate=Decimal(5), valid_on=date(2026, 12, 1), **rate)
    assert codes(finance.revalue_credit([group.pk], on=date(2026, 12, 1), **call)) == ["done"]
    balance.refresh_from_db()
    assert (balance.exposure_amount, balance.overdrawn_amount) == (Decimal("59.80"), Decimal("9.80"))
    assert_laws()


def test_credit_rates_of_before_are_carried_to_the_exchange_rates(world: World) -> None:
    """The table of before is gone; one like it shows what the migration makes of it."""
    carry = import_module("interlock.finance.migrations.0017_books_rest").CARRY
    for code in ("USD", "EUR"):
        Currency.objects.create(code=code, name_en=code, name_zh=code)
    rates = ExchangeRate.objects.filter(company_id=world.company, kind="daily")
    rates.create(company_id=world.company, kind="daily", currency_id="EUR", valid_on=date(2026, 2, 1), rate=8)
    with connection.cursor() as cursor:
        cursor.execute("""CREATE TEMP TABLE finance_creditrate
                          (from_currency_id text, to_currency_id text, valid_from date, rate numeric)""")
        cursor.execute("""INSERT INTO finance_creditrate VALUES
                          ('CNY', 'USD', '2026-01-01', 0.2), ('CNY', 'USD', '2026-02-01', 0.14),
                          ('CNY', 'EUR', '2026-01-15', 0.125), ('CNY', 'EUR', '2026-03-01', 0.1),
                          ('USD', 'EUR', '2026-01-01', 1)""")
        cursor.execute(carry)
        assert cursor.rowcount == 3
        cursor.execute("DROP TABLE finance_creditrate")
    assert [(x.currency_id, x.valid_on, x.rate) for x in rates.order_by("currency_id", "valid_on")] == [
        ("EUR", date(2026, 1, 15), 8), ("EUR", date(2026, 2, 1), 8),
        ("USD", date(2026, 1, 1), 5), ("USD", date(2026, 2, 1), Decimal("7.1428571429")),
    ]  # fmt: skip


def test_the_verdicts_of_limits_terms_and_adjustments(world: World, credit: Credit) -> None:
    call, on = credit.call(), {"on": DAY}
    new = finance.NewLimit

    def limit(amount: str, **fields: Any) -> list[str]:
        given = {"amount": Decimal(amount), "valid_from": DAY, "reason": "r"} | fields
        return codes(finance.set_credit_limits([credit.id], limits={credit.id: new(**given)}, **on, **call))

    assert [limit("-1"), limit("1.001"), limit("5", reason=" "), limit("5", valid_to=DAY), limit("1000")] == [
        ["bad_amount"], ["bad_amount"], ["no_reason"], ["bad_period"], ["already"],
    ]  # fmt: skip
    later = DAY + timedelta(days=5)
    assert limit("700", valid_from=later) == ["done"]
    assert credit.figures[1] == 1000
    turn = partial(finance.turn_limits, **call)
    assert turn([credit.id, 10**12], **on).table() == [(credit.id, "already"), (10**12, "not_found")]
    assert codes(turn([credit.id], on=later)) == ["done"]
    assert credit.figures[1] == 700
    party, other = world.customer.pk, Party.objects.create(code="X", name="X", country="HK").pk
    terms = finance.NewTerms
    wrong = {party: terms(credit.id), other: terms(10**12), 10**12: terms(credit.id)}
    outcome = finance.set_credit_terms([party, other, 10**12], terms=wrong, **on, **call)
    assert codes(outcome) == ["already", "unknown_group", "not_found"]
    bad = {party: terms(credit.id, method="later"), other: terms(credit.id, credit_days=-1)}
    assert codes(finance.set_credit_terms([party, other], terms=bad, **on, **call)) == ["bad_terms", "bad_terms"]
    one = partial(finance.NewAdjustment, credit.id, party)
    given = {
        1: one(Decimal(600), "contract"), 2: one(Decimal(200), "contract"), 3: one(Decimal(200)), 4: one(Decimal(0)),
        5: one(Decimal(1), "order"), 6: finance.NewAdjustment(credit.id, other, Decimal(1)),
        7: finance.NewAdjustment(10**12, party, Decimal(1)),
    }  # fmt: skip
    outcome = finance.adjust_credit(list(range(1, 9)), adjustments=given, **on, **call)
    assert codes(outcome) == [
        "done", "over_credit", "done", "bad_amount", "bad_kind", "unknown_customer", "unknown_group", "not_found",
    ]  # fmt: skip
    assert credit.figures == (800, 700, 0, 100)
    world.post()
    share = {party: terms(credit.id, share="consignment")}
    assert codes(finance.set_credit_terms([party], terms=share, **on, **call)) == ["in_use"]
    assert_laws()


def test_who_joins_brings_what_is_owed_by_the_books(world: World) -> None:
    world.receive(world.camera, 10, "100")
    world.order(("CAMERA", 1), state="recognised")
    world.post()
    credit = Credit(world)
    assert credit.figures == (299, 1000, 0, 0)
    credit.paid("100")
    assert credit.figures == (199, 1000, 0, 0)
    assert_laws()


def test_a_limit_waits_for_its_approval_where_a_route_fits(world: World, credit: Credit) -> None:
    office = Office(world.company)
    office.route({"user": office.ann}, kind="credit_limit", amount_from=1500)
    assert credit.limit("1200").verdicts[0].detail.keys() == {"limit"}
    waiting = credit.limit("2000").verdicts[0].detail
    assert (waiting["waits"], credit.figures[1]) == (True, 1200)
    asked = core.submit_approvals([waiting["limit"]], kind="credit_limit", reason="grows", **credit.call())
    assert codes(office.approve([asked.verdicts[0].detail["approval"]], office.ann)) == ["done"]
    assert credit.figures[1] == 2000
