"""The search finds documents and masters by what a company's own searchable fields of them hold."""

from __future__ import annotations

import re

from django.db import connection
from django.test import Client

from interlock.core.api import CUSTOMISED, set_custom_fields
from interlock.core.models import CustomField
from interlock.sales.models import Order
from interlock.web import finding
from interlock.web.finding_own import NAMED
from interlock.web.queries.finding_own import SQL
from tests.builders import World

from .people import sign_in
from .test_finding import found, opened


def field(world: World, kind: str, code: str, type_: str = "text", **more: object) -> None:
    given = {"name_en": code.title(), "name_zh": f"字段{code}", "is_searchable": True} | more
    CustomField.objects.create(company_id=world.company, kind=kind, code=code, type=type_, **given)


def fill(world: World, kind: str, row: int, **values: str) -> None:
    call = {"company": world.company, "by": world.by, "kind": kind}
    assert set_custom_fields([row], values={row: values}, **call).table() == [(row, "done")]


def test_values_are_found_exactly_in_part_and_nearly_by_whoever_may_see_them(world: World, clerk: Client) -> None:
    for code, type_, more in (
        ("contract", "text", {}), ("weight", "number", {"scale": 2}), ("secret", "text", {"is_searchable": False}),
        ("old", "text", {}),
    ):  # fmt: skip
        field(world, "order", code, type_, **more)
    field(world, "item", "tender")
    one, two = (Order.objects.get(pk=world.order(("CAMERA", 1))) for _ in range(2))
    fill(world, "order", one.pk, contract="HT-2026/Kunlun 07", weight="1250.5", secret="marmalade", old="periwinkle")
    fill(world, "order", two.pk, contract="昆仑山隧道项目", weight="12.5")
    fill(world, "item", world.lock, tender="ZB-88231")
    CustomField.objects.filter(code="old").update(is_retired=True)
    for typed in ("HT-2026/Kunlun 07", "ht-2026/kunlun 07", "kunlun", "Kunlnu 07", "1,250.50", "1250.5"):
        assert found(clerk, typed).get("Sales order") == [one.number], typed
    for typed in ("昆仑山", "隧道", "12.5"):
        assert found(clerk, typed).get("Sales order") == [two.number], typed
    assert found(clerk, "ZB-88231")["Item"] == ["LOCK"]
    assert f"/{one.pk}/" in opened(clerk, "HT-2026/Kunlun 07")
    for typed in ("marmalade", "periwinkle", "1250.51"):
        assert "Sales order" not in found(clerk, typed), typed
    assert found(sign_in(world, ["finance.view_voucher"]), "kunlun") == {}
    other = World(code="MFG")
    field(other, "order", "contract")
    assert "Sales order" not in found(sign_in(other, ["sales.view_order"]), "kunlun")


def test_every_kind_that_may_have_own_fields_is_found_by_them() -> None:
    assert set(NAMED) == set(CUSTOMISED)
    assert set(NAMED) <= set(finding.KINDS)


def test_some_thousand_rows_are_asked_through_indexes(world: World) -> None:
    field(world, "order", "contract")
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO core_customvalues (company_id, kind, document_id, content)"
            " SELECT %s, 'order', n, jsonb_build_object('contract', 'HT-' || md5(n::text))"
            " FROM generate_series(1, 4000) n",
            [world.company],
        )
        cursor.execute("SELECT core_analyse(ARRAY['core_customvalues'])")
        for term in ("HT-" + "c4ca4238a0b923820dcc509a6f75849b", "昆仑山"):
            given = {"company": world.company, "kinds": ["order"], "typed": term, "term": term.lower(), "chinese": True,
                     "within": f"%{term.lower()}%", "figure": None, "grams": finding.grams(term)}  # fmt: skip
            cursor.execute("EXPLAIN (ANALYZE, BUFFERS, COSTS OFF) " + SQL["values"].text, given)
            plan = "\n".join(row[0] for row in cursor.fetchall())
            assert "Seq Scan on core_customvalues" not in plan, plan
            removed = sum(int(n) for n in re.findall(r"Rows Removed by \w+(?: \w+)*: (\d+)", plan))
            assert removed < 100, plan
