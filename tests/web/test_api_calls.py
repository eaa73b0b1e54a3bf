"""Reading by key, operations on sets and masters in bulk, as a program meets them."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from interlock.finance.models import DimensionValue, PostingRule
from interlock.items.models import Item, Price
from interlock.sales import api as sales
from interlock.sales.models import Order
from interlock.stock.models import Location, Movement, Warehouse
from interlock.web.api.declared import DOCUMENTS, MASTERS
from tests.builders import DAY, World

from .calling import Program, codes, program

REASON = sales.CancelReason.values[0]


@pytest.fixture(autouse=True)
def files(settings: Any, tmp_path: Any) -> None:
    settings.FILES_ROOT = tmp_path


@pytest.fixture
def caller(world: World) -> Program:
    return program(world)


def orders(world: World, count: int) -> list[int]:
    world.feed([world.line() for _ in range(count)])
    return list(Order.objects.order_by("id").values_list("id", flat=True))


# -------------------------------------------------------------------------------------------------------------- reading
def test_a_list_is_read_to_its_end_by_key(world: World, caller: Program) -> None:
    ids = orders(world, 5)
    seen, after = [], 0
    while after is not None:
        page = caller.get(f"orders?limit=2&after={after}&lines=true").json()
        seen += [one["id"] for one in page["rows"]]
        assert all(len(one["lines"]) == 1 for one in page["rows"])
        after = page["next"]
    assert seen == ids


def test_buyers_are_not_given_out(world: World, caller: Program) -> None:
    ids = orders(world, 1)
    text = caller.get(f"orders/{ids[0]}").content.decode()
    assert "13812345678" not in text
    assert "陈小红" not in text
    assert caller.get(f"orders/{ids[0]}").json()["shop"] == "S1"


def test_filters_narrow(world: World, caller: Program) -> None:
    ids = orders(world, 2)
    number = Order.objects.get(id=ids[0]).number

    def found(query: str) -> list[int]:
        return [one["id"] for one in caller.get(f"orders?{query}").json()["rows"]]

    assert found(f"number={number}") == ids[:1]
    assert found("state=received") == ids
    assert found("state=held") == []
    assert found("shop=S1") == ids
    assert found("shop=S2") == []
    assert found(f"since={DAY}&until={DAY}") == ids
    assert found("since=2026-12-01") == []
    assert caller.get("orders?state=no-such").status_code == 422


def test_what_changed_since_is_found(world: World, caller: Program) -> None:
    ids = orders(world, 3)
    before = "2026-01-01T00:00:00Z"
    assert [one["id"] for one in caller.get(f"orders?changed_since={before}").json()["rows"]] == ids
    assert caller.get(f"orders?changed_since={before}&after={ids[1]}").json()["rows"][0]["id"] == ids[2]
    assert caller.get(f"items?changed_since={before}").json()["rows"]
    assert caller.get("orders?changed_since=2126-01-01T00:00:00Z").json()["rows"] == []


def test_another_companys_documents_do_not_exist(world: World, caller: Program) -> None:
    alien = World(code="ALIEN")
    Warehouse.objects.filter(pk=alien.east.pk).update(code="AWAY")
    alien.feed([alien.line()])
    foreign = Order.objects.get().id
    assert caller.get(f"orders/{foreign}").status_code == 404
    assert caller.get(f"orders/{foreign}/lines").status_code == 404
    assert caller.get("orders").json()["rows"] == []
    assert caller.get(f"warehouses/{alien.east.pk}").status_code == 404
    verdicts = codes(caller.post("orders/cancel", {"ids": [foreign], "reason": REASON, "on": str(DAY)}))
    assert verdicts == ["not_found"]
    changed = caller.patch("warehouses", {"rows": [{"id": alien.east.pk, "province": "x"}]})
    assert codes(changed) == ["not_found"]
    made = caller.post("locations", {"rows": [{"warehouse": "AWAY", "code": "Z", "pick_order": 1}]})
    assert codes(made) == ["unknown_link"]


def test_the_number_of_statements_does_not_grow_with_rows(world: World, caller: Program) -> None:
    def statements() -> int:
        with CaptureQueriesContext(connection) as seen:
            assert caller.get("orders?lines=true").status_code == 200
        return len(seen)

    orders(world, 1)
    caller.get("orders")
    few = statements()
    orders(world, 9)
    assert statements() == few <= 9


def test_every_kind_can_be_listed(world: World, caller: Program) -> None:
    orders(world, 1)
    world.receive(world.camera, 2)
    for kind in (*DOCUMENTS, *MASTERS):
        page = caller.get(kind.path)
        assert page.status_code == 200, page.content
        for one in page.json()["rows"][:1]:
            assert caller.get(f"{kind.path}/{one['id']}").json()["id"] == one["id"]
            if kind.lines is not None:
                assert caller.get(f"{kind.path}/{one['id']}/lines").status_code == 200


# ----------------------------------------------------------------------------------------------------------- operations
def test_a_set_is_answered_id_by_id(world: World, caller: Program) -> None:
    world.receive(world.camera, 9)
    ids = orders(world, 2)
    answer = caller.post("orders/review", {"ids": [*ids, 999_999_999]})
    assert codes(answer) == ["done", "done", "not_found"]
    assert answer.json()["verdicts"][2]["message"]
    assert codes(caller.post("orders/review", {"ids": ids})) == ["already", "already"]


def test_policies_and_keys_go_to_the_operation(world: World, caller: Program) -> None:
    world.receive(world.camera, 9)
    ids = orders(world, 1)
    call = {"ids": [*ids, 5], "policy": "all"}
    assert codes(caller.post("orders/review", call)) == ["set_rejected", "not_found"]
    assert codes(caller.post("orders/review", {"ids": ids, "policy": "dry_run"})) == ["done"]
    key = {"Idempotency-Key": "k"}
    first = caller.post("orders/review", {"ids": ids}, **key)
    again = caller.post("orders/review", {"ids": ids}, **key)
    assert (codes(first), codes(again), again.json()["replayed"]) == (["done"], ["done"], True)
    other = caller.post("orders/review", {"ids": [5]}, **key)
    assert (other.status_code, other.json()["code"]) == (409, "key_reused")
    assert caller.post("orders/review", {"ids": [5, 5]}).json()["code"] == "duplicate_ids"


def test_arguments_are_typed(world: World, caller: Program) -> None:
    ids = orders(world, 1)
    missing = caller.post("orders/release", {"ids": ids})
    assert missing.json()["errors"][0]["field"] == "body.note"
    assert caller.post("deliveries/ship", {"ids": ids, "on": "0001-01-01"}).status_code == 422
    changed = caller.post("orders/change", {"ids": ids, "on": str(DAY), "changes": {str(ids[0]): {"city": "宁波市"}}})
    assert codes(changed) == ["done"]
    assert Order.objects.get(id=ids[0]).city == "宁波市"


def test_documents_are_made_by_rows(world: World, caller: Program) -> None:
    line = {"item": world.camera, "location": world.east_bin.pk, "quantity": "3", "amount": "300"}
    row = {"kind": "receipt", "movement_on": str(DAY), "lines": [line]}
    answer = caller.post("movements", {"rows": [row, row | {"kind": "nothing"}]})
    assert codes(answer)[0] == "done"
    assert codes(answer)[1] != "done"
    movement = Movement.objects.get()
    assert codes(caller.post("movements/post", {"ids": [movement.id]})) == ["done"]
    stock = caller.get("stock?item=CAMERA").json()["rows"]
    assert [(one["item"], one["on_hand"]) for one in stock] == [("CAMERA", "3.000000")]


# -------------------------------------------------------------------------------------------------------------- masters
def item(code: str, **fields: Any) -> dict[str, Any]:
    names = {"name_en": code, "name_zh": code, "category": "GOODS", "unit": "PCS", "tax_class": "VAT13"}
    return {"code": code, **names, **fields}


def test_masters_are_made_in_bulk(world: World, caller: Program) -> None:
    rows = [item("NEW"), item("NEW2", category="NONE"), item("CAMERA"), item("NEW")]
    assert codes(caller.post("items", {"rows": rows})) == ["done", "unknown_link", "taken", "already"]
    assert codes(caller.post("items", {"rows": rows[:1]})) == ["already"]
    assert caller.get("items?code=NEW").json()["rows"][0]["category"] == "GOODS"


def test_a_rule_of_the_table_rejects_its_row_alone(world: World, caller: Program) -> None:
    def price(low: str, **fields: Any) -> dict[str, Any]:
        return {
            "price_list": "WEB", "item": "LOCK", "price": "10", "floor_price": low, "valid_from": "2025-01-01",
            "valid_to": "2025-02-01", **fields,
        }  # fmt: skip

    rows = [
        price("9"),
        price("11", valid_from="2025-03-01", valid_to="2025-04-01"),
        price("8", valid_from="2025-01-15"),
    ]
    answer = caller.post("prices", {"rows": rows})
    assert codes(answer) == ["done", "invalid", "invalid"]
    rules = [one["detail"].get("rule") for one in answer.json()["verdicts"]]
    assert rules == [None, "items_price_floor", "items_price_once"]
    assert Price.objects.filter(valid_from__year=2025).count() == 1


def test_posting_rules_are_added_and_ended_but_never_changed_in_place(world: World, caller: Program) -> None:
    """The interface goes through the same operations as the workplace: their checks, their permission."""

    def rule(day: str, debit: str = "1405", **fields: Any) -> dict[str, Any]:
        return {
            "event_kind": "stock_adjusted", "component": "gain", "debit": debit, "credit": "6301", "valid_from": day,
            **fields,
        }  # fmt: skip

    rows = [rule("2026-05-01"), rule("2026-05-01", "1406"), rule("2026-06-01"), rule("2000-01-01", "1406"),
            rule("2026-07-01", "6301"), rule("2026-07-01", "NONE"), rule("2026-07-01", tax_class="NONE")]  # fmt: skip
    answer = caller.post("posting-rules", {"rows": rows})
    assert codes(answer) == ["done", "ambiguous_rule", "done", "ambiguous_rule", "same_account", "account_unknown",
                             "selector_unknown"]  # fmt: skip
    made = answer.json()["verdicts"][2]["detail"]["rule"]
    assert PostingRule.objects.get(pk=made).valid_from == date(2026, 6, 1)
    moved = caller.patch("posting-rules", {"rows": [{"id": made, "debit_account": "1406"}]})
    assert moved.status_code == 405
    master = program(world, ["finance.view_postingrule", "finance.add_postingrule", "finance.change_postingrule"])
    assert master.get("posting-rules").status_code == 200
    assert master.post("posting-rules", {"rows": [rule("2026-08-01")]}).json()["code"] == "not_permitted"
    assert codes(caller.post("posting-rules/end", {"ids": [made], "on": "2026-09-01"})) == ["done"]
    assert codes(caller.post("posting-rules/end", {"ids": [made], "on": "2026-09-01"})) == ["already"]


def test_a_voucher_draft_is_made_changed_and_submitted_by_a_program(world: World, caller: Program) -> None:
    def draft(amount: str, **more: Any) -> dict[str, Any]:
        lines = [{"account": "6602", "debit": amount}, {"account": "1002", "credit": amount}]
        return {"posting_on": str(DAY), "text": "rent", "lines": lines, **more}

    first = caller.post("voucher-drafts", {"rows": [draft("10.00")]})
    assert codes(first) == ["done"], first.content
    made = first.json()["verdicts"][0]["detail"]["draft"]
    again = caller.post("voucher-drafts", {"rows": [draft("12.00", draft=made, version=1)]})
    assert codes(again) == ["done"]
    shown = caller.get(f"voucher-drafts/{made}").json()
    assert sorted(line["debit"] for line in shown["lines"]) == ["0.00", "12.00"]
    assert codes(caller.post("voucher-drafts/submit", {"ids": [made]})) == ["done"]


def test_dry_run_and_all_or_nothing_write_nothing(world: World, caller: Program) -> None:
    assert codes(caller.post("items", {"rows": [item("X")], "policy": "dry_run"})) == ["done"]
    both = {"rows": [item("X"), item("Y", unit="NONE")], "policy": "all"}
    assert codes(caller.post("items", both)) == ["set_rejected", "unknown_link"]
    assert not Item.objects.filter(code__in=["X", "Y"]).exists()


def test_masters_are_changed_field_by_field(world: World, caller: Program) -> None:
    rows = [{"id": world.camera, "barcode": "690"}, {"id": world.lock, "barcode": "690"}, {"id": 999_999}]
    answer = caller.patch("items", {"rows": rows})
    assert codes(answer) == ["done", "invalid", "not_found"]
    assert codes(caller.patch("items", {"rows": rows[:1]})) == ["already"]
    assert Item.objects.get(pk=world.camera).name_zh == "CAMERA"
    assert codes(caller.patch("items", {"rows": [{"id": world.lock, "name_en": ""}]})) == ["invalid"]


def test_masters_of_a_handful_are_written_like_the_others(world: World, caller: Program) -> None:
    names = {"name_en": "X", "name_zh": "某"}
    flow = DimensionValue.objects.create(company_id=world.company, dimension="cash_item", code="CF1", **names).pk
    asked: list[tuple[str, dict[str, Any], dict[str, Any]]] = [
        ("escalations", {"kind": "held", "after_days": 2}, {"after_days": 3}),
        ("announcements", {"first_on": "2026-12-01", "last_on": "2026-12-31"} | names, {"is_urgent": True}),
        ("fee-kinds", {"code": "ADS", "component": "ads"} | names, {"name_en": "Ads"}),
        ("sourcing-routes", {"province": "海南省", "warehouse": world.east.code, "rank": 7}, {"rank": 8}),
        ("channels", {"code": "JD"} | names, {"name_en": "JD"}),
        ("review-checks", {"channel": "JD", "check_code": "gift", "enabled": True,
                           "releasable": True}, {"enabled": False}),
        ("dimension-values", {"dimension": "cash_item", "code": "CF2"} | names, {"name_en": "Sales"}),
        ("payment-reasons", {"code": "GIFT", "component": "gift"} | names, {"needs_document": False}),
        ("expense-kinds", {"code": "TAXI", "component": "taxi"} | names, {"needs_invoice": False}),
        ("expense-limits", {"expense_kind": "TAXI", "amount": 100, "effect": "warn"}, {"effect": "refuse"}),
        ("item-accounts", {"account": "1801", "side": "receivable"}, {"days": 45}),
        ("application-rules", {"method": "exact", "ordinal": 3}, {"is_automatic": True}),
        ("bank-rules", {"pattern": "RENT", "direction": "out", "use": "fee"}, {"pattern": "RENTAL"}),
        ("invoice-rules", {"mode": "monthly", "valid_from": "2026-01-01"}, {"valid_from": "2026-02-01"}),
        ("credit-groups", {"code": "SMALL", "currency": "CNY"} | names, {"overdue_days": 9}),
        ("credit-reminders", {"kind": "usage_pct", "value": 80}, {"value": 85}),
        ("dunning-levels", {"level": 9, "days": 90, "text_en": "Pay.", "text_zh": "请付款。"} | names, {"days": 95}),
        ("fee-policies", {"code": "SALES", "kind": "sales_expense", "rate_pct": 3, "valid_from": "2026-01-01"} | names,
         {"valid_to": "2027-01-01"}),
        ("budget-thresholds", {"used_pct": 70, "action": "tell"}, {"used_pct": 75}),
        ("cash-item-rules", {"event_kind": "fee_paid", "component": "ads", "item_in_id": flow, "item_out_id": flow},
         {"component": "fee"}),
    ]  # fmt: skip
    for path, row, change in asked:
        made = caller.post(path, {"rows": [row]})
        assert codes(made) == ["done"], (path, made.json())
        assert codes(caller.post(path, {"rows": [row]})) == ["already"], path
        key = made.json()["verdicts"][0]["detail"]["id"]
        changed = caller.patch(path, {"rows": [{"id": key, **change}]})
        assert codes(changed) == ["done"], (path, changed.json())
        read = caller.get(f"{path}/{key}").json()
        assert {name: read[name] for name in change} == change, path
    early = {"first_on": "2026-12-02", "last_on": "2026-11-01"} | names
    assert codes(caller.post("announcements", {"rows": [early]})) == ["invalid"]
    unknown = caller.post("escalations", {"rows": [{"kind": "nothing", "after_days": 1}]}).json()["verdicts"][0]
    assert (unknown["code"], unknown["detail"]["rule"]) == ("invalid", "unknown_kind")
    group = caller.get("credit-groups?code=SMALL").json()["rows"][0]["id"]
    assert caller.patch("credit-groups", {"rows": [{"id": group, "currency": "EUR"}]}).status_code == 422


def test_who_may_see_may_not_write(world: World) -> None:
    reader = program(world, ["items.view_item", "stock.view_warehouse"])
    assert reader.get("items").status_code == 200
    assert reader.post("items", {"rows": [item("X")]}).json()["code"] == "not_permitted"
    assert reader.patch("items", {"rows": [{"id": world.lock}]}).json()["code"] == "not_permitted"


def test_masters_go_to_the_company_called_for(world: World, caller: Program) -> None:
    row = {"code": "NORTH", "name_en": "North", "name_zh": "北仓", "province": "北京"}
    assert codes(caller.post("warehouses", {"company": world.code, "rows": [row]})) == ["done"]
    made = Warehouse.objects.get(code="NORTH")
    assert made.company_id == world.company
    bin_ = {"warehouse": "NORTH", "code": "A-1", "pick_order": 1}
    assert codes(caller.post("locations", {"rows": [bin_]})) == ["done"]
    assert Location.objects.get(warehouse=made).kind == "picking"


def test_keys_repeat_a_bulk_call(world: World, caller: Program) -> None:
    key = {"Idempotency-Key": "items-1"}
    first = caller.post("items", {"rows": [item("K")]}, **key)
    again = caller.post("items", {"rows": [item("K")]}, **key)
    assert (codes(first), codes(again), again.json()["replayed"]) == (["done"], ["done"], True)
