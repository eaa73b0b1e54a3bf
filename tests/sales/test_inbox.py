"""The watched folder: complete files are taken in once, what is not taken in comes back with its reason."""

from __future__ import annotations

import os
import time
from pathlib import Path
from typing import Any

import psycopg
import pytest
from django.db import Error, connection, transaction
from procrastinate.contrib.django.models import ProcrastinateJob

from interlock.core.api import wake
from interlock.sales import api as sales
from interlock.sales.api import inbox
from interlock.sales.jobs import advance
from interlock.sales.models import Shop
from tests.builders import DAY, World, assert_laws
from tests.faults.mutations import as_csv
from tests.settling import agree, paid, recognised, text_of

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def folder(world: World, settings: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    settings.INBOX_ROOT = tmp_path / "inbox"
    monkeypatch.setattr(inbox, "SETTLED", 0.05)
    inbox.make_folders()
    return Path(settings.INBOX_ROOT) / world.code


def lay(path: Path, content: str, *, age: float = 60) -> Path:
    path.write_bytes(content.encode())
    os.utime(path, (time.time() - age, time.time() - age))
    return path


def names(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())


def test_a_file_is_taken_in_and_its_bad_rows_come_back(world: World, folder: Path) -> None:
    lay(folder / "orders" / "a.csv", as_csv([world.line(order_no="I1"), world.line(order_no="I2", quantity="x")]))
    assert inbox.take_in(world.by).files == {"done": 1}
    assert names(folder) == ["orders/done/a.csv", "orders/rejected/a.rejected.csv"]
    back = (folder / "orders" / "rejected" / "a.rejected.csv").read_text(encoding="utf-8-sig")
    assert back.splitlines()[1].endswith("bad_quantity")
    assert sales.Order.objects.filter(company=world.company, platform_number="I1").exists()


def test_what_cannot_be_read_lies_apart_with_the_reason_and_may_be_tried_again(world: World, folder: Path) -> None:
    lay(folder / "orders" / "b.csv", "a,b\n1,2\n")
    assert inbox.take_in(world.by).files == {"failed": 1}
    assert [(one.kind, one.name) for one in inbox.failed(world.code)] == [("orders", "b.csv")]
    assert inbox.failed(world.code)[0].why.startswith("missing_columns")
    assert inbox.try_again(world.code, "orders", "b.csv")
    assert names(folder) == ["orders/b.csv"]
    assert not inbox.try_again(world.code, "orders", "b.csv")
    assert not inbox.try_again(world.code, "orders", "../done")


def test_a_crash_between_reading_and_moving_does_no_harm(
    world: World, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = lay(folder / "orders" / "c.csv", as_csv([world.line(order_no="C1"), world.line(order_no="C2", sku="")]))
    content = path.read_bytes().decode()
    inbox.take_in(world.by)
    lay(path, content)
    lay(folder / "orders" / "same content.csv", content)
    inbox.take_in(world.by)
    assert sales.Order.objects.filter(company=world.company).count() == 1
    assert sales.Feed.objects.filter(company=world.company).count() == 1
    assert len(names(folder / "orders" / "done")) == 3
    assert len(names(folder / "orders" / "rejected")) == 2


def test_a_file_still_being_written_is_left_until_it_stands_still(
    world: World, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = lay(folder / "orders" / "d.csv", as_csv([world.line(order_no="D1")]), age=0)

    def write_on(_seconds: float) -> None:
        lay(path, as_csv([world.line(order_no="D1"), world.line(order_no="D2")]), age=0)

    monkeypatch.setattr(inbox.time, "sleep", write_on)
    taken = inbox.take_in(world.by)
    assert (taken.files, taken.growing) == ({}, True)
    monkeypatch.setattr(inbox.time, "sleep", lambda _seconds: None)
    assert inbox.take_in(world.by).files == {"done": 1}
    assert sales.Order.objects.filter(company=world.company).count() == 2


def test_a_clock_that_jumped_back_leaves_no_file_behind(world: World, folder: Path) -> None:
    lay(folder / "orders" / "e.csv", as_csv([world.line(order_no="E1")]), age=-86_400)
    assert inbox.take_in(world.by).files == {"done": 1}


def test_hidden_files_links_and_other_kinds_are_not_ours(world: World, folder: Path, tmp_path: Path) -> None:
    lay(folder / "orders" / ".f.csv", "x")
    lay(folder / "orders" / "f.csv.part", "x")
    lay(folder / "orders" / "f.exe", "x")
    secret = lay(tmp_path / "secret.csv", "x")
    (folder / "orders" / "link.csv").symlink_to(secret)
    assert not inbox.waiting()


def test_shipments_and_confirmations_complete_the_day(world: World, folder: Path) -> None:
    delivery = world.delivery(("LOCK", 1), state="released")
    order = sales.DeliveryLine.objects.filter(delivery_id=delivery).values_list("order__platform_number", flat=True)[0]
    number = sales.Delivery.objects.values_list("number", flat=True).get(pk=delivery)
    rows = [{"on": DAY, "shop": "S1", "order_no": order}, {"on": "2026-02-30", "shop": "S1", "order_no": order}]
    lay(folder / "shipments" / "s.csv", as_csv([*rows, {"on": DAY, "shop": "S1", "order_no": "nobody"}]))
    inbox.take_in(world.by)
    assert sales.Delivery.objects.get(pk=delivery).state == "shipped"
    back = (folder / "shipments" / "rejected" / "s.rejected.csv").read_text(encoding="utf-8-sig")
    assert [line.rsplit(",", 1)[1] for line in back.splitlines()[1:]] == ["bad_on", "unknown_delivery"]
    lay(folder / "confirmations" / "k.csv", f"event,on,delivery\ninstallation,{DAY},{number}\nreceipt,{DAY},{number}\n")
    inbox.take_in(world.by)
    assert sales.Delivery.objects.get(pk=delivery).state == "recognised"
    world.post()
    assert_laws()


def test_a_shipment_of_what_is_not_released_comes_back(world: World, folder: Path) -> None:
    delivery = world.delivery(("CAMERA", 1), state="shipped")
    number = sales.Delivery.objects.values_list("number", flat=True).get(pk=delivery)
    lay(folder / "confirmations" / "n.csv", f"event,on,delivery\nshipment,{DAY},{number}\n")
    inbox.take_in(world.by)
    back = (folder / "confirmations" / "rejected" / "n.rejected.csv").read_text(encoding="utf-8-sig")
    assert back.splitlines()[1].endswith("not_due")


def test_each_stage_follows_by_itself(world: World, folder: Path) -> None:
    world.receive(world.battery, 2, "10")
    world.receive(world.camera, 1, "10")
    lay(
        folder / "orders" / "g.csv",
        as_csv([world.line("BATTERY", order_no="G1"), world.line("CAMERA", 2, order_no="G2")]),
    )
    inbox.take_in(world.by)
    advance(world.company, world.by, DAY)
    states = dict(sales.Order.objects.filter(company=world.company).values_list("platform_number", "state"))
    assert states == {"G1": "released", "G2": "held"}
    world.receive(world.camera, 1, "10")
    advance(world.company, world.by, DAY)
    assert sales.Order.objects.get(company=world.company, platform_number="G2").state == "released"


def test_waking_twice_makes_one_job(world: World) -> None:
    wake("sales.advance")
    wake("sales.advance")
    assert ProcrastinateJob.objects.filter(task_name="sales.advance", status="todo").count() == 1


def test_a_database_in_trouble_is_said_to_who_wakes_as_to_everybody(world: World) -> None:
    """The folder is watched on after it: what a queue's own error did to the watch was end it."""
    with transaction.atomic():
        connection.cursor().execute("SET LOCAL transaction_read_only = on")
        with pytest.raises(Error) as met:
            wake("sales.take_in")
        transaction.set_rollback(True)
    assert isinstance(met.value.__cause__, psycopg.errors.ReadOnlySqlTransaction)


def test_a_statement_is_read_and_matched_for_the_shop_its_name_begins_with(
    world: World, folder: Path, settings: Any, tmp_path: Path
) -> None:
    settings.FILES_ROOT = tmp_path / "files"
    agree(world)
    orders = recognised(world, 2)
    longer = Shop.objects.get(pk=world.shop.pk)
    longer.pk, longer.code = None, f"{world.shop.code}-2"
    longer.save()
    code, good = world.shop.code, paid(world, orders[0])
    lay(folder / "statements" / f"{code}_1.csv", text_of([good, good | {"gross": "1,0"}]))
    lay(folder / "statements" / f"{code}-2_1.csv", text_of([paid(world, orders[1])]))
    lay(folder / "statements" / f"{code}x.csv", text_of([good]))
    assert inbox.take_in(world.by).files == {"done": 2, "failed": 1}
    assert inbox.failed(world.code)[0].why.startswith("unknown_shop")
    back = (folder / "statements" / "rejected" / f"{code}_1.rejected.csv").read_text(encoding="utf-8-sig")
    assert back.splitlines()[1].endswith("bad_gross")
    found = sales.Statement.objects.order_by("platform_number").values_list("shop__code", "state", "counts")
    assert list(found) == [(longer.code, "matched", {"unknown_order": 1}), (code, "matched", {"matched": 1})]
    assert_laws()
