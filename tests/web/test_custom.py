"""A company's own fields: data, not code; judged, kept beside the document, shown, searched, exported, called."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from threading import Barrier
from typing import Any

import pytest
from django.db import connections
from django.test import Client
from django.urls import reverse

from interlock.core.api import CustomChange, CustomField, CustomValues, Refusal, actor_of, set_custom_fields
from interlock.core.sql import observed
from tests.builders import World
from tests.races import races

from .people import make_user, sign_in


def field(world: World, code: str, type_: str = "text", kind: str = "order", **more: Any) -> CustomField:
    given = {"name_en": code.title(), "name_zh": f"字段{code}"} | more
    return CustomField.objects.create(company_id=world.company, kind=kind, code=code, type=type_, **given)


@pytest.fixture
def fields(world: World) -> None:
    field(world, "note", is_searchable=True)
    field(world, "weight", "number", scale=2, is_searchable=True)
    field(world, "due", "date")
    field(world, "gift", "yes_no", is_searchable=True)
    choices = [{"code": "a", "en": "Alpha", "zh": "甲"}, {"code": "b", "en": "Beta", "zh": "乙"}]
    field(world, "grade", "choice", choices=choices, is_searchable=True)
    field(world, "spare", "link", target="item", is_searchable=True)


def fill(world: World, order: int, **values: Any) -> tuple[str, Any]:
    outcome = set_custom_fields([order], company=world.company, by=world.by, kind="order", values={order: values})
    return outcome.verdicts[0].code, outcome.verdicts[0].detail.get("field")


def kept(order: int) -> dict[str, Any]:
    return dict(CustomValues.objects.filter(document_id=order).values_list("content", flat=True).first() or {})


@pytest.mark.usefixtures("fields")
def test_each_type_holds_what_it_says(world: World) -> None:
    order = world.order()
    good = {"note": " red ", "weight": "1,250.5", "due": "2026-11-30", "gift": "yes", "grade": "b", "spare": "LOCK"}
    assert fill(world, order, **good) == ("done", None)
    assert kept(order) == {
        "note": "red", "weight": "1250.50", "due": "2026-11-30", "gift": True, "grade": "b", "spare": world.lock,
    }  # fmt: skip
    assert fill(world, order, **good) == ("already", None)
    for code, value, verdict in [
        ("note", "x" * 401, "wrong_content"), ("weight", "1.234", "wrong_content"), ("weight", "NaN", "wrong_content"),
        ("weight", "1e20", "wrong_content"), ("due", "30.11.2026", "wrong_content"), ("gift", "maybe", "wrong_content"),
        ("grade", "c", "wrong_content"), ("spare", "NOBODY", "unknown_link"), ("colour", "x", "unknown_field"),
    ]:  # fmt: skip
        assert fill(world, order, **{code: value}) == (verdict, code), value
    assert fill(world, order, note="", weight=None) == ("done", None)
    assert set(kept(order)) == {"due", "gift", "grade", "spare"}
    fill(world, order, due="", gift="", grade="", spare="")
    assert not CustomValues.objects.exists()
    told = CustomChange.objects.filter(document_id=order, code="note").order_by("id").values_list("was", "now")
    assert list(told) == [(None, "red"), ("red", None)]


def move(world: World, name: str, ids: list[int], **more: Any) -> Any:
    from interlock.core.operations import OPERATIONS

    return OPERATIONS[name](ids, company=world.company, by=world.by, **more)


@pytest.mark.usefixtures("fields")
def test_what_a_state_requires_stops_whoever_brings_documents_there(world: World) -> None:
    lacking, filled, gone = world.order(phone="1"), world.order(phone="1"), 999
    field(world, "batch", is_required=True, required_from="reviewed")
    field(world, "later", is_required=True, required_from="shipped")
    fill(world, filled, batch="B1")
    given = [lacking, filled, gone]
    call = {"note": "ok", "policy": "all"}
    outcome = move(world, "sales.release_orders", given, **call)
    assert outcome.table() == [(lacking, "field_missing"), (filled, "set_rejected"), (gone, "set_rejected")]
    assert world.state(filled) == "held"
    outcome = move(world, "sales.release_orders", given, note="ok")
    assert outcome.table() == [(lacking, "field_missing"), (filled, "done"), (gone, "not_found")]
    assert (outcome.verdicts[0].detail, world.state(lacking)) == ({"field": "batch"}, "held")
    assert move(world, "sales.release_orders", [filled], note="ok").table() == [(filled, "already")], "it is there"
    fill(world, lacking, batch="B2")
    assert move(world, "sales.release_orders", [lacking], note="ok").table() == [(lacking, "done")]


def test_what_moves_documents_is_there() -> None:
    from interlock.core.api import CUSTOMISED
    from interlock.core.operations import OPERATIONS

    moves = {name: one for one in CUSTOMISED.values() for name in one.moves}
    assert set(moves) <= set(OPERATIONS)
    assert {one.kind for one in CUSTOMISED.values() if one.states} - {one.kind for one in moves.values()} == {
        "delivery"
    }


@pytest.mark.slow
def test_required_from_a_state_on(world: World) -> None:
    field(world, "batch", is_required=True, required_from="reserved")
    field(world, "other")
    early = world.order()
    assert fill(world, early, other="x") == ("done", None)
    world.receive(world.camera, 5, "500")
    late = world.order(("CAMERA", 1), state="reserved")
    assert fill(world, late, other="x") == ("field_missing", "batch")
    assert fill(world, late, other="x", batch="B1") == ("done", None)
    assert fill(world, late, batch="") == ("field_missing", "batch")


def test_a_set_of_any_kind_and_nobody_elses(world: World) -> None:
    field(world, "note")
    alien = World(code="ALIEN")
    field(alien, "note")
    mine, theirs = world.order(), alien.order()
    call: dict[str, Any] = {"company": world.company, "by": world.by, "kind": "order"}
    values = {mine: {"note": "x"}, theirs: {"note": "x"}}
    assert set_custom_fields([theirs, mine, 5], values=values, **call).table() == [
        (theirs, "not_found"), (mine, "done"), (5, "not_found"),
    ]  # fmt: skip
    with pytest.raises(Refusal, match="unknown_kind"):
        set_custom_fields([mine], values={}, company=world.company, by=world.by, kind="nothing")
    stranger = actor_of(make_user(world, ["core.set_custom_fields"]), "test")
    with pytest.raises(Refusal, match="not_permitted"):
        set_custom_fields([mine], values=values, company=world.company, by=stranger, kind="order")
    CustomField.objects.filter(company_id=world.company).update(is_retired=True)
    assert fill(world, mine, note="y") == ("unknown_field", "note")
    assert kept(mine) == {"note": "x"}


@pytest.mark.slow
def test_an_import_writes_and_asks_nothing_of_them(world: World) -> None:
    with observed() as before:
        world.order()
    field(world, "note", is_required=True)
    with observed() as after:
        world.order()
    assert len(after) == len(before)
    assert not CustomValues.objects.exists()


@pytest.mark.usefixtures("fields")
def test_the_page_shows_fills_and_tells_what_was(world: World, clerk: Client) -> None:
    order = world.order()
    page = reverse("web:order", args=[order])
    assert "Own fields" in clerk.get(page).content.decode()
    save = reverse("web:custom-fill", args=["order", order])
    assert (
        clerk.post(save, {"own_note": "red", "own_spare": "LOCK", "own_grade": "a", "back": page})["Location"] == page
    )
    clerk.post(save, {"own_note": "blue", "back": "https://evil.example/"})
    text = clerk.get(page).content.decode()
    assert "red → blue" in text
    assert 'value="LOCK"' in text
    clerk.post(save, {"own_weight": "heavy"})
    assert "The field does not hold this" in clerk.get(page).content.decode()
    reader = sign_in(world, ["sales.view_order"], "zh-hans")
    text = reader.get(page).content.decode()
    assert "字段grade" in text
    assert "甲" in text
    assert 'name="own_note"' not in text
    reader.post(save, {"own_note": "green"})
    assert kept(order)["note"] == "blue"


@pytest.mark.usefixtures("fields")
def test_lists_show_filter_and_export_them(world: World, clerk: Client) -> None:
    one, other = world.order(), world.order()
    fill(world, one, note="red", weight="5", gift="yes", grade="a", spare="LOCK", due="2026-11-30")
    fill(world, other, note="blue", gift="no")
    for query, found in [
        ("own_note=red", [one]), ("own_weight=5.00", [one]), ("own_weight=5", [one]), ("own_gift=false", [other]),
        ("own_grade=a&own_note=red", [one]), ("own_spare=LOCK", [one]), ("own_spare=CAMERA", []),
        ("own_weight=heavy", []), ("own_due=2026-11-30", [other, one]), ("state=held&own_note=red", [one]),
        ("own_weight.least=4.5", [one]), ("own_weight.least=40", []), ("own_weight.most=5&own_weight.least=5", [one]),
        ("own_weight.most=4.99", []), ("own_weight.least=heavy", [other, one]),
        ("own_note=red&own_weight.most=10", [one]),
    ]:  # fmt: skip
        page = clerk.get(f"/orders/?{query}").context["page"]
        assert [row.id for row in page.rows] == found, query
    answer = clerk.get("/orders/?columns=number,own_note,own_weight,own_gift,own_grade,own_spare,own_due&own_note=red")
    text = answer.content.decode()
    for word in ("Alpha", "LOCK Lock", "yes"):
        assert word in text
    assert answer.context["totals"].found == 1
    from .test_jobs import exported

    _job, content = exported(clerk, "csv", "columns=number,own_weight,own_grade&own_note=red")
    head, row = content.decode("utf-8-sig").splitlines()
    assert head == "Number,Weight,Grade"
    assert row.endswith(",5.00,Alpha")


@pytest.mark.slow
def test_a_field_with_values_keeps_its_type(world: World) -> None:
    admin = sign_in(world)
    made = {
        "company": world.company, "kind": "order", "code": "grade", "name_en": "Grade", "name_zh": "等级",
        "type": "choice", "scale": 0, "choices": "a | Alpha | 甲\nb", "target": "", "required_from": "", "place": 10,
    }  # fmt: skip
    new = reverse("admin:core_customfield_add")
    assert admin.post(new, made | {"choices": ""}).status_code == 200
    assert admin.post(new, made).status_code == 302
    one = CustomField.objects.get()
    assert one.choices[1] == {"code": "b", "en": "b", "zh": "b"}
    page = reverse("admin:core_customfield_change", args=[one.pk])
    assert "a | Alpha | 甲" in admin.get(page).content.decode()
    assert admin.post(page, made | {"type": "text"}).status_code == 302
    fill(world, world.order(), grade="x")
    refused = admin.post(page, made | {"type": "number"})
    assert "Documents hold values of this field" in refused.content.decode()
    assert admin.post(page, made | {"type": "text", "name_en": "Class", "is_retired": "on"}).status_code == 302
    assert admin.get(reverse("admin:core_customfield_delete", args=[one.pk])).status_code == 403


@pytest.mark.slow
def test_masters_have_them_below_their_form(world: World, clerk: Client) -> None:
    field(world, "shelf", kind="item")
    page = reverse("admin:items_item_change", args=[world.camera])
    assert "Own fields" in clerk.get(page).content.decode()
    clerk.post(reverse("web:custom-fill", args=["item", world.camera]), {"own_shelf": "A-7", "back": page})
    assert 'value="A-7"' in clerk.get(page).content.decode()


@pytest.mark.slow
@pytest.mark.usefixtures("fields")
def test_programs_read_and_fill_them(world: World, clerk: Client) -> None:
    def call(method: str, path: str, **given: Any) -> Any:
        return getattr(clerk, method)(f"/api/v1/{path}", json.dumps(given), content_type="application/json").json()

    order = world.order()
    values = {str(order): {"note": "red", "spare": "LOCK", "gift": "true", "weight": "2"}}
    answer = call("post", "custom-fields/set", ids=[order], kind="order", values=values)
    assert answer["counts"] == {"done": 1}
    wanted = {"note": "red", "spare": "LOCK", "gift": "true", "weight": "2.00"}
    assert clerk.get(f"/api/v1/orders/{order}").json()["custom"] == wanted
    assert clerk.get("/api/v1/orders").json()["rows"][0]["custom"] == wanted
    field(world, "shelf", kind="item")
    field(world, "depth", "number", kind="item")
    rows = [{"id": world.camera, "custom": {"shelf": "A-7"}}, {"id": world.lock, "custom": {"depth": "deep"}}]
    answer = call("patch", "items", rows=rows)
    assert [one["code"] for one in answer["verdicts"]] == ["done", "wrong_content"]
    assert clerk.get(f"/api/v1/items/{world.camera}").json()["custom"] == {"shelf": "A-7"}
    shop = {"code": "W9", "name_en": "W", "name_zh": "仓", "province": "浙江省", "custom": {"dock": "3"}}
    field(world, "dock", kind="warehouse", is_required=True)
    made = call("post", "warehouses", rows=[shop, {k: v for k, v in shop.items() if k != "custom"} | {"code": "W8"}])
    assert [one["code"] for one in made["verdicts"]] == ["done", "field_missing"]


@pytest.mark.slow
@pytest.mark.usefixtures("committed")
@races("core.set_custom_fields")
def test_two_at_once_lose_nothing() -> None:
    world = World()
    field(world, "one")
    field(world, "two")
    ids = [world.order() for _n in range(4)]
    call = partial(set_custom_fields, company=world.company, by=world.by, kind="order")
    first, second = at_once(
        partial(call, ids[:3], values={i: {"one": "1"} for i in ids}),
        partial(call, ids[:0:-1], values={i: {"two": "2"} for i in ids}),
    )
    assert first.counts == second.counts == {"done": 3}
    assert kept(ids[1]) == {"one": "1", "two": "2"}
    assert kept(ids[0]) == {"one": "1"}
    assert CustomChange.objects.count() == 6


def at_once(*calls: Any) -> list[Any]:
    start = Barrier(len(calls))

    def one(call: Any) -> Any:
        start.wait()
        try:
            return call()
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(calls)) as pool:
        return [future.result() for future in [pool.submit(one, call) for call in calls]]


#: Kinds of documents whose own fields do not come with the file of the documents, and why.
NOT_WITH_FILES = {
    "order": "a platform's file knows no fields of ours; they are filled on the order, by set_custom_fields",
    "delivery": "made from orders, never brought",
    "return": "a platform's file knows no fields of ours",
    "draft": "a line of a voucher is a row; the fields are the voucher's",
}


def test_every_kind_has_its_own_fields_at_every_door() -> None:
    from interlock.core.api import CUSTOMISED
    from interlock.web.api.declared import DOCUMENTS, MASTERS
    from interlock.web.imports.catalogue import KINDS
    from interlock.web.lists import LISTS

    programs = {kind.custom for kind in (*DOCUMENTS, *MASTERS)}
    listed = {listing.custom for listing in LISTS.values()}
    files = {kind.custom for kind in KINDS.values()}
    for kind, one in CUSTOMISED.items():
        assert kind in programs, f"programs do not read the own fields of {kind}"
        assert one.model or kind in listed, f"no list shows the own fields of {kind}"
        assert (kind in files) != (kind in NOT_WITH_FILES), f"{kind}: from files, or with a reason why not"


MASTER_ROWS: dict[str, tuple[str, dict[str, Any], str]] = {
    "item": ("items", {"code": "NEW", "name_en": "N", "name_zh": "新", "category": "GOODS", "unit": "PCS",
                       "tax_class": "VAT13"}, "name_en"),
    "party": ("parties", {"code": "NEW", "name": "N", "kind": "person", "country": "CN"}, "name"),
    "shop": ("shops", {"code": "NEW", "name_en": "N", "name_zh": "新", "channel": "TMALL", "unit": "S1",
                       "customer": "P-ECO", "price_list": "WEB"}, "name_en"),
    "warehouse": ("warehouses", {"code": "NEW", "name_en": "N", "name_zh": "新", "province": "浙江"}, "name_en"),
}  # fmt: skip


def test_files_of_masters_fill_them(world: World, settings: Any, tmp_path: Any) -> None:
    from interlock.web.imports.catalogue import KINDS

    from .importing import codes, taken

    settings.FILES_ROOT = tmp_path
    assert {kind.custom for kind in KINDS.values()} - {""} == set(MASTER_ROWS)
    choices = [{"code": "a", "en": "Alpha", "zh": "甲"}, {"code": "b", "en": "Beta", "zh": "乙"}]
    for kind, (path, row, name) in MASTER_ROWS.items():
        field(world, "batch", kind=kind, is_required=True)
        field(world, "weight", "number", kind, scale=2)
        field(world, "due", "date", kind)
        field(world, "gift", "yes_no", kind)
        field(world, "grade", "choice", kind, choices=choices)
        field(world, "spare", "link", kind, target="item")
        more = {"字段batch": "B1", "own_weight": "1,250.5", "Due": "2026/11/30", "own_gift": "是", "own_grade": "乙",
                "own_spare": "LOCK"}  # fmt: skip
        row = row | more
        wrong = [("own_weight", "1.234", "too_many_decimals"), ("own_grade", "c", "not_a_choice"),
                 ("own_spare", "NOBODY", "unknown_link"), ("字段batch", "", "missing_value")]  # fmt: skip
        rows = [row, *(row | {"code": f"W{n}", column: text} for n, (column, text, _code) in enumerate(wrong))]
        found = taken(world, path, rows)
        names = ["own_weight", "own_grade", "own_spare", "own_batch"]
        told = {n: (code, names[n - 2]) for n, (_column, _text, code) in enumerate(wrong, start=2)}
        assert (found.counts, codes(found), found.unknown) == ({"created": 1}, told, []), kind
        one = KINDS[path].of(world.company)
        assert [column.code for column in one.columns][-6:] == [
            f"own_{code}" for code in ("batch", "weight", "due", "gift", "grade", "spare")
        ]
        made = CustomValues.objects.get(kind=kind)
        kept = {
            "batch": "B1",
            "weight": "1250.50",
            "due": "2026-11-30",
            "gift": True,
            "grade": "b",
            "spare": world.lock,
        }
        assert made.content == kept, kind
        assert taken(world, path, [row], checks=False).counts == {"unchanged": 1}
        assert taken(world, path, [{"code": "NEW", "own_grade": "a", "own_due": "<empty>"}]).counts == {"changed": 1}
        made.refresh_from_db()
        assert made.content == {code: value for code, value in kept.items() if code != "due"} | {"grade": "a"}
        assert taken(world, path, [{"code": "NEW", name: "Other"}]).counts == {"changed": 1}, "a field not named stays"
        found = taken(world, path, [{"code": "NEW", "own_batch": "<empty>"}])
        assert codes(found) == {1: ("missing_value", "own_batch")}
