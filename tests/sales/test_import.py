"""Taking a feed in: every row is answered, the good orders go through, twice is once."""

from __future__ import annotations

import hashlib
import io
import json

import polars as pl
import pytest

from interlock.core.api import File, Refusal, content_path
from interlock.sales import api as sales
from interlock.sales.models import Feed, OrderChange
from tests.builders import DAY, World, assert_laws


def test_each_order_of_a_feed_gets_its_own_answer(world: World) -> None:
    result = world.feed(
        [
            world.line("CAMERA", 2, order_no="A1"),
            world.line("LOCK", 1, order_no="A1", line_no=2),
            world.line(order_no="A2", quantity="two"),
            world.line(order_no="A3", shop="NOWHERE"),
            world.line(order_no="A4", ordered_at="2026-02-30T10:00:00"),
            world.line(order_no="A5", quantity="-1"),
            world.line("NO-SUCH-SKU", order_no="A6"),
            world.line(order_no="A1"),
            world.line(order_no="", quantity=1),
        ]
    )
    answers = {(v.detail.get("order_no"), v.code, v.detail.get("problems")) for v in result.rejected}
    assert result.counts == {"done": 2, "unreadable": 4, "unknown_shop": 1, "changed": 1}
    assert answers == {
        ("A2", "unreadable", "bad_quantity"),
        ("A3", "unknown_shop", None),
        ("A4", "unreadable", "bad_ordered_at"),
        ("A5", "unreadable", "bad_quantity"),
        ("A1", "changed", None),
        (None, "unreadable", "missing_order_no"),
    }
    order = sales.Order.objects.get(company=world.company, platform_number="A1")
    assert (order.state, order.amount) == ("held", 2 * 299 + 999)
    assert_laws()


def test_amount_and_vat_are_rounded_at_the_line(world: World) -> None:
    world.feed([world.line("CAMERA", 3, "33.335", order_no="R1"), world.line("LOCK", 1, 999, order_no="R1", line_no=2)])
    order = sales.Order.objects.get(company=world.company, platform_number="R1")
    lines = list(order.lines.order_by("line_number").values_list("amount", "tax_amount"))
    assert [(str(a), str(t)) for a, t in lines] == [("100.01", "11.51"), ("999.00", "114.93")]
    assert (str(order.amount), str(order.tax_amount)) == ("1099.01", "126.44")


def test_rejected_rows_come_back_with_their_reasons_in_the_last_column(world: World) -> None:
    result = world.feed([world.line(order_no="G1"), world.line(order_no="B1", quantity="x", unit_price="1,5")])
    text = content_path(File.objects.get(pk=result.rejected_file).sha256).read_text(encoding="utf-8-sig")
    table = pl.read_csv(io.StringIO(text), infer_schema=False)
    assert table.columns[-1] == "reasons"
    assert table.select("order_no", "quantity", "reasons").rows() == [("B1", "x", "bad_quantity,bad_unit_price")]


def test_the_same_file_again_answers_what_it_answered_first(world: World) -> None:
    rows = [world.line(order_no="S1"), world.line(order_no="S2", quantity="x")]
    first, again = world.feed(rows), world.feed(rows)
    assert again.replayed
    assert (again.feed, again.counts) == (first.feed, first.counts)
    assert sales.Order.objects.filter(company=world.company).count() == 1


def test_a_known_order_in_another_file_is_already_there(world: World) -> None:
    row = world.line(order_no="K1")
    world.feed([row])
    again = world.feed([row, world.line(order_no="K2")])
    assert again.counts == {"already": 1, "done": 1}


def test_a_repeat_within_one_feed_is_answered_too(world: World) -> None:
    row = world.line(order_no="D1")
    assert world.feed([row, world.line(order_no="D2"), row]).counts == {"done": 2, "already": 1}


def test_a_known_order_with_other_content_is_held_for_a_person(world: World) -> None:
    world.receive(world.camera, 5, "500")
    row = world.line(order_no="C1")
    world.feed([row])
    order = sales.Order.objects.get(company=world.company, platform_number="C1").pk
    world.step("reviewed", [order])
    again = world.feed([row | {"quantity": "2"}])
    assert again.counts == {"changed": 1}
    assert (world.state(order), world.holds(order)) == ("held", ["changed"])
    change = OrderChange.objects.get(order_id=order)
    assert change.content[0]["quantity"] == 2
    sales.release_orders([order], company=world.company, by=world.by, note="buyer confirmed one piece")
    assert world.state(order) == "reviewed"
    assert OrderChange.objects.get(order_id=order).state == "dismissed"
    assert_laws()


@pytest.mark.parametrize("kind", ["csv", "parquet", "jsonl", "json", "gb18030"])
def test_feeds_come_in_several_forms(world: World, kind: str) -> None:
    rows = [world.line(order_no="F1"), world.line(order_no="F2", buyer="张三丰", quantity=2)]
    table = pl.DataFrame([{name: str(value) for name, value in row.items()} for row in rows])
    content = io.BytesIO()
    if kind == "parquet":
        table.write_parquet(content)
    elif kind == "jsonl":
        content.write("\n".join(json.dumps(row, ensure_ascii=False) for row in rows).encode())
    elif kind == "json":
        content.write(json.dumps(rows).encode())
    else:
        content.write(table.write_csv().encode("gb18030" if kind == "gb18030" else "utf-8"))
    content.seek(0)
    name = f"feed.{'csv' if kind == 'gb18030' else kind}"
    result = sales.import_feed(content, name, company=world.company, by=world.by)
    assert result.counts == {"done": 2}
    assert sales.Order.objects.get(company=world.company, platform_number="F2").buyer == "张三丰"


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "unreadable_file"),
        (b"\x00\x01\x02", "missing_columns"),
        (b"order_no,shop\nA,S1\n", "missing_columns"),
        (b"order_no,shop,ordered_at,sku,quantity,quantity,unit_price\n", "doubled_columns"),
    ],
)
def test_what_is_no_table_of_orders_is_refused_whole(world: World, content: bytes, code: str) -> None:
    with pytest.raises(Refusal) as refused:
        sales.import_feed(io.BytesIO(content), "feed.csv", company=world.company, by=world.by)
    assert refused.value.code == code
    assert not Feed.objects.filter(company=world.company).exists()


def test_hostile_text_stays_text(world: World) -> None:
    evil = "=cmd|' /C calc'!A0 '; DROP TABLE sales_order; -- \u202e<script>%s{}"
    world.feed([world.line(order_no="H1", buyer=evil, remark="a\x00b\nc")])
    order = sales.Order.objects.get(company=world.company, platform_number="H1")
    assert order.buyer == evil
    assert order.remark == "a b c"


def test_another_companys_shop_is_unknown(world: World) -> None:
    other = World(code="OTHER")
    assert other.feed([world.line(order_no="X1", shop="S1")]).counts == {"done": 1}
    sales.Shop.objects.filter(company=other.company).update(code="S9")
    assert other.feed([world.line(order_no="X2", shop="S1")]).counts == {"unknown_shop": 1}


def test_what_cannot_be_read_is_no_copy_of_what_can(world: World) -> None:
    bad, good = world.line(order_no="U1", quantity="x"), world.line(order_no="U1")
    assert world.feed([bad, good, good]).counts == {"unreadable": 1, "done": 1, "already": 1}
    order = sales.Order.objects.get(company=world.company, platform_number="U1")
    assert (order.state, OrderChange.objects.count()) == ("received", 0)


def test_content_is_told_apart_whatever_of_it_is_empty(world: World) -> None:
    """Each pair is two contents, though the texts of the two read alike in a row."""
    pairs: list[tuple[dict[str, str], dict[str, str]]] = [
        ({"province": "", "city": "上海市"}, {"province": "上海市", "city": ""}),
        ({"buyer": "13812345678", "phone": ""}, {"buyer": "", "phone": "13812345678"}),
        ({"buyer": "a|b", "phone": "c"}, {"buyer": "a", "phone": "b|c"}),
        ({"remark": ""}, {"remark": "改送货地址"}),
        ({"paid_at": ""}, {"paid_at": f"{DAY}T21:00:00"}),
        ({"priority": "5"}, {"priority": "1"}),
    ]
    rows = [world.line(order_no=f"P{n}") for n, _pair in enumerate(pairs)]
    first = [row | one for row, (one, _other) in zip(rows, pairs, strict=True)]
    assert world.feed(first).counts == {"done": len(pairs)}
    assert world.feed([*first, world.line(order_no="Z1")]).counts == {"already": len(pairs), "done": 1}
    other = [row | two for row, (_one, two) in zip(rows, pairs, strict=True)]
    twice = [row | {"quantity": "7"} for row in other]
    assert world.feed([*other, *twice, *twice]).counts == {"changed": 3 * len(pairs)}
    assert OrderChange.objects.count() == 2 * len(pairs)
    assert_laws()


def test_an_order_hashed_as_before_is_known_again(world: World) -> None:
    row = world.line(order_no="V1")
    world.feed([row])
    said = (
        f"1|{DAY} 12:00:00+00|{row['buyer']}|{row['phone']}|{row['province']}|{row['city']}|{row['district']}|"
        f"{row['address']}|CAMERA|1|299|1000000.00"
    )
    before = hashlib.md5(said.encode(), usedforsecurity=False).hexdigest()
    orders = sales.Order.objects.filter(company=world.company, platform_number="V1")
    assert orders.update(content_hash=before) == 1
    assert world.feed([row, world.line(order_no="V2")]).counts == {"already": 1, "done": 1}
    assert world.feed([row | {"quantity": "2"}]).counts == {"changed": 1}


def test_the_payment_that_comes_later_frees_the_order(world: World) -> None:
    world.receive(world.camera, 5, "500")
    row = world.line(order_no="L1")
    world.feed([row | {"paid_at": ""}])
    order = sales.Order.objects.get(company=world.company, platform_number="L1").pk
    world.step("reviewed", [order])
    assert world.holds(order) == ["not_paid"]
    assert world.feed([row | {"remark": "after six", "priority": "2"}]).counts == {"changed": 1}
    call = {"company": world.company, "by": world.by}
    assert sales.accept_changes([order], on=DAY, **call).table() == [(order, "done")]
    world.step("reviewed", [order])
    found = sales.Order.objects.get(pk=order)
    assert (found.state, found.remark, found.priority, found.paid_at is None) == ("reviewed", "after six", 2, False)
    assert_laws()
