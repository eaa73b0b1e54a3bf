"""Imports while a worker is killed, while two people bring the same file, and of files spoilt in every way."""

from __future__ import annotations

import csv
import io
import os
import signal
import subprocess
import sys
import time
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client
from openpyxl import load_workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

from interlock.core import background
from interlock.core.api import Import, ImportRejection, Refusal, content_path
from interlock.items.models import Item
from interlock.web.imports.bringing import begin, bring
from interlock.web.imports.work import work_import
from tests.builders import World, assert_laws
from tests.sales.test_races import together
from tests.web.importing import Watch, as_csv, as_xlsx
from tests.web.people import make_user, sign_in

from .mutations import EVIL, Kind, spoil
from .test_mutated_feeds import REFUSALS

pytestmark = [pytest.mark.slow, pytest.mark.timeout(3600)]
ROWS, KILLS = 20_000, 5
#: Takes an import in, as a process of its own.
PROGRAM = """
import sys, django
from pathlib import Path
django.setup()
from django.conf import settings
from tests import databases
name, root, found, company = sys.argv[1:]
databases.point_at(name)
settings.FILES_ROOT = Path(root)
from interlock.core.api import system_actor
from interlock.web.imports.work import work_import
class Watch:
    company, by = int(company), system_actor("test")
    def expect(self, total): pass
    def count(self, succeeded, failed): return ""
work_import(int(found), "take", Watch(), job=None)
"""


@pytest.fixture(autouse=True)
def files(settings: Any, tmp_path: Path) -> Path:
    settings.FILES_ROOT = tmp_path
    return tmp_path


def item(code: str, **more: Any) -> dict[str, Any]:
    row = {"code": code, "name_en": "陈小红", "name_zh": "一", "category": "GOODS", "unit": "PCS", "tax_class": "VAT13"}
    return row | {"barcode": "", "kind": "product"} | more


def start(found: Import, files: Path) -> subprocess.Popen[bytes]:
    """Start a process that takes an import in."""
    environment = {**os.environ, "DJANGO_SETTINGS_MODULE": "interlock.settings"}
    name = str(connection.settings_dict["NAME"])
    given = [name, str(files), str(found.pk), str(found.company_id)]
    return subprocess.Popen([sys.executable, "-c", PROGRAM, *given], env=environment, cwd=Path(__file__).parents[2])


def test_a_worker_that_is_killed_again_and_again_takes_every_row_once(committed: None, files: Path) -> None:
    world = World()
    rows = [item(f"K{n:05d}") for n in range(ROWS)]
    for n in range(0, ROWS, 100):
        rows[n]["category"] = "NOWHERE"
    watch = Watch(world)
    found, _new = bring(io.BytesIO(as_csv(rows)), "items.csv", "items", company=world.company, by=watch.by)
    places = []
    for _kill in range(KILLS):
        process, before = start(found, files), found.position
        while process.poll() is None and found.position < before + ROWS // (KILLS + 2):
            time.sleep(0.05)
            found.refresh_from_db()
        assert process.poll() is None, "it was still at work"
        process.send_signal(signal.SIGKILL)
        process.wait(30)
        found.refresh_from_db()
        assert found.position == found.succeeded + found.failed, "counts go with the rows"
        assert Item.objects.filter(code__startswith="K").count() == found.succeeded
        places.append(found.position)
    assert places == sorted(set(places)), "each went on behind the one before"
    assert places[-1] < ROWS
    assert start(found, files).wait(600) == 0
    found.refresh_from_db()
    assert (found.state, found.attempt, found.position) == ("taken", 1, ROWS)
    assert (found.succeeded, found.failed) == (ROWS - ROWS // 100, ROWS // 100)
    assert found.counts == {"created": ROWS - ROWS // 100}, "nothing twice"
    assert Item.objects.filter(code__startswith="K").count() == ROWS - ROWS // 100
    assert ImportRejection.objects.filter(document=found).count() == ROWS // 100
    assert_laws()


def test_the_same_file_of_two_people_at_once(committed: None, files: Path) -> None:
    world = World()
    people = [sign_in(world), sign_in(world)]
    content = as_csv([item(f"T{n:04d}") for n in range(1_000)])

    def page(client: Client) -> Any:
        from django.core.files.uploadedfile import SimpleUploadedFile

        given = {"kind": "items", "file": SimpleUploadedFile("items.csv", content), "key": uuid4()}
        return client.post("/imports/new/", given, follow=True)

    answers = together(*(partial(page, client) for client in people))
    assert [answer.status_code for answer in answers] == [200, 200]
    told = ["This file was brought before" in answer.content.decode() for answer in answers]
    assert sorted(told) == [False, True], "the second is told"
    found = Import.objects.get()
    background.work_waiting()

    def take(by: Any) -> str:
        try:
            begin(found.pk, "take", company=world.company, by=by, key=uuid4())
        except Refusal as refusal:
            return refusal.code
        return "begun"

    from interlock.core.api import actor_of

    users = [actor_of(make_user(world), "page") for _n in range(2)]
    assert sorted(together(*(partial(take, user) for user in users))) == ["begun", "import_running"]
    background.work_waiting()
    found.refresh_from_db()
    assert (found.state, found.counts, Item.objects.filter(code__startswith="T").count()) == (
        "taken", {"created": 1_000}, 1_000,
    )  # fmt: skip


def test_two_workers_of_one_import_take_every_row_once(committed: None, files: Path) -> None:
    world = World()
    rows = [item(f"W{n:04d}") for n in range(3_000)]
    watch = Watch(world)
    found, _new = bring(io.BytesIO(as_csv(rows)), "items.csv", "items", company=world.company, by=watch.by)
    processes = [start(found, files) for _n in range(2)]
    assert [process.wait(600) for process in processes] == [0, 0]
    found.refresh_from_db()
    assert (found.state, found.counts, found.succeeded) == ("taken", {"created": 3_000}, 3_000)
    assert Item.objects.filter(code__startswith="W").count() == 3_000


def twelve(start: str) -> list[dict[str, Any]]:
    made_at = "2026-11-11 20:00:00"
    return [item(f"{start or 'X'}{n:06d}", barcode=f"69{n:08d}", made_at=made_at) for n in islice(_codes, 12)]


ITEMS = Kind(
    make_rows=twelve,
    key="code", number="barcode", day="made_at", text="name_en", required=("code", "name_en"),
    optional=("barcode", "kind"), cells=("name_en", "category", "barcode", "kind", "unit"),
    most={"name_en": "9" * 120, "barcode": "9" * 32},
)  # fmt: skip
_codes = iter(range(1, 10**6))
REFUSED = {*REFUSALS, "no_rows", "no_columns", "too_large"}


def test_files_spoilt_in_every_way_are_answered_and_can_be_mended(db: None, files: Path) -> None:
    world = World()
    watch = Watch(world)
    taken = 0
    for file in spoil(ITEMS, 80, 20261122):
        try:
            found, _new = bring(io.BytesIO(file.content), file.name, "items", company=world.company, by=watch.by)
            found = work_import(found.pk, "take", watch, job=None)  # type: ignore[arg-type]
        except Refusal as refusal:
            if file.whole or refusal.code not in REFUSED:
                raise
            continue
        except Exception as error:
            error.add_note(file.title)
            raise
        taken += 1
        assert found.succeeded + found.failed == found.total, file.title
        there = set(Item.objects.filter(code__in=file.whole or ()).values_list("code", flat=True))
        assert not (file.whole or set()) - there, file.title
    assert taken > 40


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_a_file_of_spoilt_rows_is_mended_and_goes_through_whole(db: None, form: str) -> None:
    world = World()
    watch = Watch(world)
    evil = [ILLEGAL_CHARACTERS_RE.sub("", value) if form == "xlsx" else value for value in EVIL.values()]
    rows = [item(f"E{n:03d}", category=value) for n, value in enumerate(evil)]
    rows += [item(f"B{n:03d}", barcode=value * 3) for n, value in enumerate(evil)]
    rows += [item(f"U{n:03d}", kind=value) for n, value in enumerate(evil)]
    rows += [item("WIDE", name_en="x" * (32_000 if form == "xlsx" else 10 * 2**20)), item("FORMULA", name_en="=1+1")]
    content = (as_xlsx if form == "xlsx" else as_csv)(rows)
    found, _new = bring(io.BytesIO(content), f"evil.{form}", "items", company=world.company, by=watch.by)
    found = work_import(found.pk, "take", watch, job=None)  # type: ignore[arg-type]
    assert found.total == len(rows)
    assert found.failed > len(evil)
    back = _rejected(found, form)
    assert len(back) == found.failed
    mended = [row | item(row["code"]) for row in back]
    content = (as_xlsx if form == "xlsx" else as_csv)(mended)
    again, _new = bring(io.BytesIO(content), f"mended.{form}", "items", company=world.company, by=watch.by)
    again = work_import(again.pk, "take", watch, job=None)  # type: ignore[arg-type]
    assert (again.succeeded, again.failed, again.unknown) == (len(back), 0, []), "the columns beside are known"
    assert Item.objects.filter(code__in=[row["code"] for row in rows]).count() == len(rows)


def _rejected(found: Import, form: str) -> list[dict[str, Any]]:
    assert found.rejected_file is not None
    path = content_path(found.rejected_file.sha256)
    if form == "csv":
        csv.field_size_limit(2**27)
        return list(csv.DictReader(io.StringIO(path.read_bytes().decode("utf-8-sig"))))
    with path.open("rb") as opened:
        head, *lines = load_workbook(opened, read_only=True).worksheets[0].iter_rows(values_only=True)
        return [{str(name): value or "" for name, value in zip(head, line, strict=True)} for line in lines]
