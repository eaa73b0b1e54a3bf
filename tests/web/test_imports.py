"""Imports: templates, checks that write nothing, good rows taken in, the others back to be mended and sent again."""

from __future__ import annotations

import csv
import io
import zipfile
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import OperationalError
from django.test import Client
from openpyxl import load_workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

from interlock.core import background
from interlock.core.api import Import, Job, parameter
from interlock.items.models import Category, Item
from interlock.web.imports import work
from interlock.web.imports.catalogue import KINDS
from interlock.web.imports.declared import in_both
from tests.builders import World

from .importing import as_csv, as_xlsx, codes
from .people import sign_in

ITEM = {"code": "X1", "name_en": "One", "name_zh": "一", "category": "GOODS", "unit": "PCS", "tax_class": "VAT13"}


@pytest.fixture(autouse=True)
def files(settings: Any, tmp_path: Path) -> Path:
    settings.FILES_ROOT = tmp_path
    return tmp_path


def bring(client: Client, kind: str, content: bytes, name: str = "items.csv") -> Import:
    """Bring a file through the page and let the worker check it."""
    given = {"kind": kind, "file": SimpleUploadedFile(name, content), "key": uuid4()}
    answer = client.post("/imports/new/", given)
    assert answer.status_code == 302, answer.content.decode()[:500]
    background.work_waiting()
    return Import.objects.get(pk=int(answer["Location"].strip("/").split("/")[-1]))


def go(client: Client, found: Import, mode: str = "take") -> Import:
    client.post(f"/imports/{found.pk}/go/", {"mode": mode, "key": uuid4()})
    background.work_waiting()
    found.refresh_from_db()
    return found


def rejected(client: Client, found: Import) -> bytes:
    return b"".join(client.get(f"/imports/{found.pk}/rejected/").streaming_content)  # type: ignore[attr-defined]


def test_a_file_is_checked_taken_in_mended_and_sent_again(world: World, clerk: Client) -> None:
    rows = [
        ITEM,
        ITEM | {"code": "CAMERA", "name_en": "New name"},
        ITEM | {"code": "X2", "category": "NOWHERE"},
        {"code": "LOCK", "serial_tracked": "1"},
        ITEM | {"code": "X3", "barcode": "9" * 40, "serial_tracked": "perhaps"},
        {"code": "X1", "name_en": "again"},
        {"code": "X4", "name_en": "Half"},
    ]
    found = bring(clerk, "items", as_csv(rows))
    assert (found.state, found.total, found.succeeded, found.failed) == ("checked", 7, 3, 4)
    assert found.counts == {"created": 1, "changed": 1, "unchanged": 1}
    assert codes(found) == {
        3: ("not_found", "category"),
        5: ("bad_yes_no", "serial_tracked"),
        6: ("doubled_row", "code"),
        7: ("missing_value", "name_zh"),
    }
    assert not Item.objects.filter(code="X1").exists()
    page = clerk.get(f"/imports/{found.pk}/").content.decode()
    assert "Take 3 rows in" in page
    assert "NOWHERE" in page

    found = go(clerk, found)
    assert (found.state, found.succeeded, found.failed) == ("taken", 3, 4)
    assert Item.objects.get(code="CAMERA").name_en == "New name"
    assert Item.objects.get(code="CAMERA").revenue_policy == "at_receipt"
    assert Item.objects.get(code="X1").kind == "product"

    table = list(csv.DictReader(io.StringIO(rejected(clerk, found).decode("utf-8-sig"))))
    assert [row["code"] for row in table] == ["X2", "X3", "X1", "X4"]
    assert table[0]["Why / 原因"] == "category: Does not exist in this company (NOWHERE)"
    for row in table:
        row |= {"category": "GOODS", "barcode": "", "serial_tracked": "否"}
    table[3] |= {"name_zh": "半", "unit": "PCS", "tax_class": "VAT13"}
    mended = go(clerk, bring(clerk, "items", as_csv(table)))
    assert (mended.state, mended.unknown, codes(mended)) == ("taken", [], {})
    assert mended.counts == {"created": 3, "changed": 1}


def test_the_same_file_is_one_import_and_headings_are_known_in_both_languages(world: World, clerk: Client) -> None:
    content = as_csv(
        [
            {
                f"{in_both(KINDS['items'].columns[0].title)[1]} *": "X1",
                "Name in English": "One",
                "name_zh": "一",
                "CATEGORY": "GOODS",
                "odd": "?",
            }
        ]
    )
    first = bring(clerk, "items", content)
    assert (first.state, first.unknown) == ("uploaded", ["odd"])
    again = clerk.post(
        "/imports/new/", {"kind": "items", "file": SimpleUploadedFile("b.csv", content), "key": uuid4()}, follow=True
    )
    assert "was brought before" in again.content.decode()
    assert Import.objects.count() == 1
    form = {
        "heading": [content.decode().split(",")[0], "odd"],
        "column": ["code", "barcode"],
        "key": uuid4(),
    }
    clerk.post(f"/imports/{first.pk}/columns/", form)
    background.work_waiting()
    first.refresh_from_db()
    assert (first.state, first.unknown, codes(first)) == ("checked", [], {1: ("missing_value", "unit")})
    second = bring(clerk, "items", as_csv([ITEM | {"odd": "69012"}]))
    assert (second.state, second.mapping) == ("checked", {"odd": "barcode"})


@pytest.mark.slow
def test_templates_explain_themselves_and_their_example_is_answered(world: World, clerk: Client) -> None:
    for code in KINDS:
        book = load_workbook(io.BytesIO(clerk.get(f"/imports/template/{code}.xlsx").content))
        assert len(book.worksheets) == 2
        kind = KINDS[code]
        heads = [str(cell.value) for cell in book.worksheets[0][1]]
        matched, unknown = kind.match(heads, {})
        assert (list(matched.values()), unknown) == ([column.code for column in kind.columns], []), code
        text = clerk.get(f"/imports/template/{code}.csv").content.decode("utf-8-sig")
        assert text.splitlines()[0].split(",")[0] == heads[0]
    content = clerk.get("/imports/template/items.xlsx").content
    assert codes(bring(clerk, "items", content, "template.xlsx")) == {1: ("example_row", "")}


def test_a_workbook_comes_back_as_a_workbook(world: World, clerk: Client) -> None:
    found = bring(clerk, "items", as_xlsx([ITEM | {"tax_class": "=1+1", "name_en": 12.0}]), "items.xlsx")
    assert codes(found) == {1: ("missing_value", "tax_class")}  # nothing computed the formula
    sheet: Any = load_workbook(io.BytesIO(rejected(clerk, found))).worksheets[0]
    assert [cell.value for cell in sheet[1]][-2:] == ["Why / 原因", "What to do / 处理办法"]
    assert sheet.cell(2, 2).value == "12"


def test_parents_of_the_file_are_known_wherever_they_stand(world: World, clerk: Client) -> None:
    rows = [
        {"code": "C", "name_en": "c", "name_zh": "c", "parent": "B"},
        {"code": "B", "name_en": "b", "name_zh": "b", "parent": "A"},
        {"code": "A", "name_en": "a", "name_zh": "a", "parent": ""},
        {"code": "D", "name_en": "d", "name_zh": "d", "parent": "NONE"},
        {"code": "E", "name_en": "e", "name_zh": "e", "parent": "D"},
    ]
    found = bring(clerk, "categories", as_csv(rows))
    assert codes(found)[4] == ("not_found", "parent")
    go(clerk, found)
    assert Category.objects.get(code="C").parent.parent.code == "A"  # type: ignore[union-attr]
    assert codes(found) == {4: ("not_found", "parent"), 5: ("not_found", "parent")}


def test_rejected_rows_are_tried_again_and_good_ones_are_not_touched(world: World, clerk: Client) -> None:
    found = go(clerk, bring(clerk, "items", as_csv([ITEM, ITEM | {"code": "X2", "category": "LATER"}])))
    assert (found.succeeded, found.failed) == (1, 1)
    Item.objects.filter(code="X1").update(name_en="Changed by hand")
    Category.objects.create(code="LATER", name_en="l", name_zh="l")
    found = go(clerk, found)
    assert (found.state, found.succeeded, found.failed, found.rejected_file) == ("taken", 2, 0, None)
    assert Item.objects.get(code="X1").name_en == "Changed by hand"


def test_another_company_is_not_found(world: World, clerk: Client) -> None:
    other = World(code="MFG")
    theirs = bring(sign_in(other), "items", as_csv([ITEM]))
    for path in ("", "rejected/"):
        assert clerk.get(f"/imports/{theirs.pk}/{path}").status_code == 404
    for path in ("go/", "columns/"):
        assert clerk.post(f"/imports/{theirs.pk}/{path}").status_code == 404
    from interlock.stock.models import Warehouse

    Warehouse.objects.create(company=other.company_row, code="THEIRS", name_en="t", name_zh="t")
    rows = [{"warehouse": "THEIRS", "code": "B-1"}]
    assert codes(bring(clerk, "locations", as_csv(rows))) == {1: ("not_found", "warehouse")}


def test_what_a_role_may_not_is_not_offered(world: World) -> None:
    reader = sign_in(world, ["core.view_import", "items.change_item"])
    assert reader.get("/imports/").status_code == 200
    assert reader.get("/imports/new/?kind=parties").status_code == 403
    assert reader.get("/imports/template/parties.csv").status_code == 404
    found = bring(reader, "items", as_csv([ITEM, {"code": "LOCK", "name_en": "Bolt"}]))
    assert (codes(found), found.counts) == ({1: ("not_permitted", "")}, {"changed": 1})
    assert sign_in(world, []).get("/imports/").status_code == 403


def test_documents_are_checked_without_a_trace_and_taken_in(world: World, clerk: Client, files: Path) -> None:
    from interlock.sales.models import Feed, Order

    rows = [
        {"order_no": "P1", "shop": "TMALL", "ordered_at": "2026-11-11 10:00", "sku": "CAMERA", "quantity": 1,
         "unit_price": "299.00", "buyer": "陈小红", "phone": "13812345678", "address": "a", "province": "浙江省"},
        {"order_no": "P2", "shop": "NOSHOP", "ordered_at": "2026-11-11 10:00", "sku": "CAMERA", "quantity": 1,
         "unit_price": "299.00"},
        {"order_no": "P3", "shop": "TMALL", "ordered_at": "2026-11-11 10:00", "sku": "CAMERA", "quantity": "many",
         "unit_price": "299.00"},
    ]  # fmt: skip
    shop = world.line("CAMERA", 1)["shop"]
    rows = [row | {"shop": shop if row["shop"] == "TMALL" else row["shop"]} for row in rows]
    found = bring(clerk, "orders", as_csv(rows), "orders.csv")
    assert (found.state, found.succeeded, found.failed) == ("checked", 1, 2)
    assert codes(found)[3] == ("bad_value", "quantity")
    assert (Order.objects.count(), Feed.objects.count()) == (0, 0)
    found = go(clerk, found)
    assert (found.succeeded, found.failed, Order.objects.count()) == (1, 2, 1)
    assert Job.objects.filter(state="done").count() == 2


def test_movements_are_written_down_as_drafts(world: World, clerk: Client) -> None:
    from interlock.stock.models import Location, Movement

    place = Location.objects.select_related("warehouse").filter(company=world.company_row).first()
    assert place is not None
    row = {"kind": "期初", "movement_on": "2026/1/1", "item": "CAMERA", "warehouse": place.warehouse.code,
           "location": place.code, "quantity": "10", "amount": "1,000.00"}  # fmt: skip
    rows = [row, row | {"item": "BATTERY"}, row | {"document": "2", "item": "NONE"}, row | {"document": "2"}]
    rows = [{"document": "", **one} for one in rows]
    found = go(clerk, bring(clerk, "movements", as_csv(rows)))
    assert codes(found) == {3: ("not_found", "item"), 4: ("set_rejected", "")}
    assert Movement.objects.get().lines.count() == 2


@pytest.mark.slow
def test_spoilt_files_are_refused_or_every_row_is_answered(world: World, clerk: Client) -> None:
    from tests.faults.mutations import EVIL

    bomb = io.BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", b"0" * (301 * 2**20))
    whole = as_xlsx([ITEM])
    refused = {
        "empty": b"", "bomb": bomb.getvalue(), "half": whole[: len(whole) // 2], "archive": b"PK\x03\x04" + b"x" * 500,
        "doubled": b"code,name_en,code\nA,B,C\n",
    }  # fmt: skip
    for name, content in refused.items():
        answer = clerk.post("/imports/new/", {"kind": "items", "file": SimpleUploadedFile(name + ".xlsx", content)})
        assert answer["Location"] == "/imports/new/?kind=items", name
    assert not Import.objects.exists()
    for name in ("name_en", "barcode", "serial_tracked", "category", "code"):
        rows = [ITEM | {"code": f"E{place}", name: value} for place, value in enumerate(EVIL.values())]
        rows += [ITEM | {"code": "GOOD-" + name}, ITEM | {"code": "E-wide", name: "x" * 10**6}]
        for form, make in (("csv", as_csv), ("xlsx", as_xlsx)):
            if form == "xlsx":
                rows = [
                    {key: ILLEGAL_CHARACTERS_RE.sub("", value)[:32_767] for key, value in row.items()} for row in rows
                ]
            found = go(clerk, bring(clerk, "items", make(rows), f"evil-{name}.{form}"))
            assert (found.state, found.succeeded + found.failed) == ("taken", found.total), (name, form)
            assert Item.objects.filter(code="GOOD-" + name).exists()
    days = ("2026-02-30", "2026-13-01", "0000-00-00", "99999-01-01", "46000", "yesterday")
    rows = [{"price_list": "WEB", "item": "LOCK", "valid_from": day, "price": "1", "floor_price": "1"} for day in days]
    assert {code for code, _field in codes(bring(clerk, "prices", as_csv(rows))).values()} == {"bad_day"}


def test_masters_that_are_new_are_kept_by_page_and_by_file(world: World, clerk: Client) -> None:
    brand = {"code": "ANLU", "name_en": "Anlu", "name_zh": "安鹿"}
    region = {"code": "CN", "name_en": "China", "name_zh": "中国", "level": "国家", "parent": ""}
    below = {"code": "330000", "name_en": "Zhejiang", "name_zh": "浙江省", "level": "province", "parent": "CN"}
    entry = {
        "dictionary": "colour",
        "code": "red",
        "name_en": "red",
        "name_zh": "红",
        "ordinal": "1",
        "is_active": "是",
    }
    for kind, rows, failed in (
        ("brands", [brand], {}),
        ("items", [{"code": "LOCK", "brand": "ANLU"}], {}),
        ("regions", [below, region, below | {"code": "X", "parent": ""}], {3: ("invalid", "")}),
        ("dictionaries", [entry], {}),
        (
            "parameters",
            [{"code": "escalation.after_days", "value": "5"}, {"code": "none", "value": "1"}],
            {2: ("invalid", "code")},
        ),
        ("parameters", [{"code": "escalation.after_days", "value": "400"}], {1: ("invalid", "value")}),
    ):
        assert codes(go(clerk, bring(clerk, kind, as_csv(rows)))) == failed, kind
    assert parameter(world.company, "escalation.after_days") == 5
    assert Item.objects.get(code="LOCK").brand.code == "ANLU"  # type: ignore[union-attr]
    form = {"company": world.company, "code": "escalation.after_days", "value": "0.5"}
    page = clerk.post("/admin/core/parameter/add/", form)
    assert page.status_code == 200
    assert "value" in page.context["adminform"].form.errors


def test_pages_are_whole_in_both_languages(world: World, clerk: Client) -> None:
    found = bring(clerk, "items", as_csv([ITEM, ITEM | {"code": "X2", "category": "NOWHERE"}]))
    reader = sign_in(world, language="zh-hans")
    for page in ("/imports/", "/imports/new/", "/imports/new/?kind=items", f"/imports/{found.pk}/", "/jobs/"):
        assert clerk.get(page).status_code == 200
        assert "导入" in reader.get(page).content.decode()


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_a_killed_worker_goes_on_behind_the_last_row_written(monkeypatch: pytest.MonkeyPatch) -> None:
    world = World()
    clerk = sign_in(world)
    monkeypatch.setattr(work, "CHUNK", 3)
    found = bring(clerk, "items", as_csv([ITEM | {"code": f"K{place}"} for place in range(10)]))
    key = uuid4()
    clerk.post(f"/imports/{found.pk}/go/", {"mode": "take", "key": key})
    note, seen = work._Pass._note, []

    def killed(self: Any, *given: Any) -> None:
        note(self, *given)
        seen.append(1)
        if len(seen) == 3:
            raise OperationalError("the server is gone")

    monkeypatch.setattr(work._Pass, "_note", killed)
    with pytest.raises(OperationalError):
        background.work_waiting()
    found.refresh_from_db()
    assert (found.state, found.position, Item.objects.filter(code__startswith="K").count()) == ("taking", 6, 6)
    assert background.work_waiting() == 1
    found.refresh_from_db()
    assert (found.state, found.succeeded, found.counts) == ("taken", 10, {"created": 10})
    job = Job.objects.get(key=key)
    assert (job.state, job.succeeded, job.failed) == ("done", 10, 0)
