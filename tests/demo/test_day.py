"""A day at the sample company: built through the doors, run from feed to vouchers, every figure from the database."""

from __future__ import annotations

from collections import Counter
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.db.models import F

from interlock.core.api import Company, actor_of
from interlock.demo import api, day
from interlock.demo.company.organisation import CODES
from interlock.demo.company.people import PASSWORD, USERS
from interlock.demo.company.writing import table
from interlock.demo.returning import RETURNED
from interlock.demo.settling import lot_of
from interlock.demo.spine import Stages
from interlock.finance import api as finance
from interlock.server import Trouble
from tests.builders import assert_laws

pytestmark = pytest.mark.django_db
ORDERS = 400


@pytest.fixture
def company() -> dict[str, Any]:
    return api.build_company()


def planted(on: date, orders: int) -> Counter[str]:
    """Answer what the feeds of a day plant, over all companies."""
    feeds = day.feeds_of_day(CODES, orders, on, Stages())
    return sum((Counter(feed.planted) for feed in feeds), Counter())


def sent_back() -> int:
    """Answer how many of the orders that are revenue their buyers send back, by the orders' own numbers."""
    numbers = table("sales.Order").objects.filter(state="recognised").values_list("platform_number", flat=True)
    return sum(lot_of(number) // 1000 % 10_000 < RETURNED for number in numbers)


def test_the_company_is_built_once_and_obeys_every_law(company: dict[str, Any]) -> None:
    counts = {
        label: table(label).objects.count() for label in ("items.Item", "sales.Shop", "stock.Warehouse", "core.User")
    }
    assert 270 <= counts["items.Item"] <= 330
    assert (counts["sales.Shop"], counts["stock.Warehouse"]) == (15, 4)
    again = api.build_company()
    assert {code: one.pk for code, one in again.items()} == {code: one.pk for code, one in company.items()}
    assert {label: table(label).objects.count() for label in counts} == counts
    assert_laws()


def test_its_stock_and_its_books_agree_from_the_first_day(company: dict[str, Any]) -> None:
    for one in company.values():
        pools = sum(table("stock.Pool").objects.filter(company=one).values_list("amount", flat=True), Decimal())
        rows = finance.trial_balance(one.pk, date(2026, 1, 1))
        assert next(row.closing for row in rows if row.code == "1405") == pools
        assert sum((row.closing for row in rows), Decimal()) == 0


def test_each_role_may_do_its_work_and_no_other(company: dict[str, Any]) -> None:
    users = {user.username: user for user in table("core.User").objects.all()}
    eco, mfg = company["ECO"].pk, company["MFG"].pk
    clerk, store, cash = (actor_of(users[name], "web") for name in ("lin", "zhao", "qian"))
    assert clerk.may("sales.release_orders", eco)
    assert not clerk.may("sales.release_orders", mfg)
    assert not clerk.may("sales.ship_deliveries", eco)
    assert store.may("sales.ship_deliveries", eco)
    assert not store.may("finance.post_vouchers", eco)
    assert sorted(cash.companies() or []) == sorted(one.pk for one in company.values())
    assert all(users[name].check_password(PASSWORD) for name, *_ in USERS[:2])
    assert len(api.sign_ins()) == len(USERS) + 1


def test_a_day_holds_exactly_what_was_planted(company: dict[str, Any]) -> None:
    summary = api.run_demo(ORDERS)
    expected = planted(day.FIRST_DAY, ORDERS)
    repeats = expected.pop("already")
    assert summary["orders"] == ORDERS
    assert summary["accepted"] == ORDERS - repeats
    assert summary["held"] == dict(expected)
    assert summary["shipped"] == summary["accepted"] - sum(expected.values())
    assert 0 < summary["recognised"] <= summary["shipped"]
    assert summary["laws_ok"]
    assert summary["trial_balance"]["balanced"]
    assert summary["automatic_voucher_pct"] >= 95
    assert summary["returned"] == sent_back() > 0
    assert summary["settled"] == summary["recognised"] - summary["differences"].get("not_settled", 0) > 0
    assert_laws()


def test_its_figures_are_those_of_the_books(company: dict[str, Any]) -> None:
    summary = api.run_demo(ORDERS)
    found = {"6001": Decimal(), "22210105": Decimal(), "6401": Decimal(), "660107": Decimal(), "1122": Decimal()}
    opening = dict.fromkeys(found, Decimal())
    for one in company.values():
        for into, month in ((opening, date(2026, 1, 1)), (found, date(2026, 12, 1))):
            for row in finance.trial_balance(one.pk, month):
                if row.code in into:
                    into[row.code] += row.closing
    moved = {code: found[code] - opening[code] for code in found}
    back = [Decimal(summary[f"returned_{name}"]) for name in ("revenue", "cost")]
    tax = sum(table("sales.ReturnLine").objects.values_list("tax_amount", flat=True), Decimal())
    assert back[0] > 0
    assert (-moved["6001"], -moved["22210105"], moved["6401"] + moved["660107"]) == (
        Decimal(summary["revenue"]) - back[0], Decimal(summary["vat"]) - tax, Decimal(summary["cost"]) - back[1],
    )  # fmt: skip
    settled = table("sales.StatementLine").objects.exclude(result__in=["unknown_order", "already_settled"])
    paid = sum(settled.values_list("gross_amount", flat=True), Decimal())
    assert moved["1122"] == Decimal(summary["revenue"]) + Decimal(summary["vat"]) - back[0] - tax - paid


def test_again_is_safe_and_another_size_is_another_day(company: dict[str, Any]) -> None:
    first = api.run_demo(120)
    again = api.run_demo(120)
    assert {key: value for key, value in again.items() if key != "seconds"} == {
        key: value for key, value in first.items() if key != "seconds"
    }
    other = api.run_demo(60)
    assert other["orders"] == 60
    assert api.run_day(30)["orders"] == 30
    days = {date(2026, 6, 18), date(2026, 6, 19), date(2026, 6, 20)}
    assert set(table("sales.Order").objects.values_list("order_on", flat=True)) == days
    assert [api.run_demo(size)["orders"] for size in (60, 120, None, 60)] == [60, 120, 30, 60]
    assert set(table("sales.Order").objects.values_list("order_on", flat=True)) == days
    assert_laws()


@pytest.mark.slow
def test_an_interrupted_day_is_finished_and_ends_as_another(company: dict[str, Any], monkeypatch: Any) -> None:
    def killed(*_given: Any) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as life:
        life.setattr(day, "warehouse", killed)
        with pytest.raises(KeyboardInterrupt):
            api.run_demo(120)
    assert not table("sales.Order").objects.filter(state="shipped").exists()
    assert table("sales.Order").objects.filter(state="released").exists()
    ended = api.run_demo()
    on = date(2026, 6, 18)
    assert set(table("sales.Order").objects.values_list("order_on", flat=True)) == {on}
    assert (ended["orders"], ended["laws_ok"]) == (120, True)
    expected = planted(on, 120)
    assert sum(ended["held"].values()) + ended["shipped"] + expected["already"] == 120, "as if nobody had ended it"
    assert ended["settled"] > 0
    assert_laws()


def test_an_order_typed_by_hand_is_no_day(company: dict[str, Any]) -> None:
    api.run_demo(60)
    one = table("sales.Order").objects.filter(company__code="ECO").first()
    table("sales.Order").objects.filter(pk=one.pk).update(order_on=date(2026, 12, 30), file=None)
    assert day.next_day(CODES) == date(2026, 6, 19)


def test_a_day_outside_the_open_months_is_refused_in_one_line(company: dict[str, Any]) -> None:
    for on in (date(2025, 12, 31), date(2027, 1, 30)):
        with pytest.raises(Trouble, match="is not open"):
            api.run_day(10, on)


def test_the_companies_keep_to_themselves(company: dict[str, Any]) -> None:
    api.run_demo(ORDERS)
    for label in ("sales.Order", "sales.Delivery", "stock.Entry", "finance.JournalLine"):
        owners = set(table(label).objects.values_list("company__code", flat=True))
        assert owners == set(CODES), label
    stray = table("sales.DeliveryLine").objects.exclude(location__company_id=F("company_id"))
    assert not stray.exists()
    assert Company.objects.filter(code__in=CODES).count() == 3
