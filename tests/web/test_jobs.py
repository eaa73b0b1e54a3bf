"""Long work a person asked for: exports, actions on all that match, rejections, another try, whose file it is."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any
from uuid import uuid4

import polars as pl
import pytest
from django.test import Client
from django.utils import timezone
from openpyxl import load_workbook

from interlock import web
from interlock.core import background
from interlock.core.api import Job, JobRejection, Membership, Work
from interlock.sales.models import Delivery, Hold, Order
from interlock.web.lists import LISTS
from interlock.web.lists.declared import Listing
from interlock.web.lists.export import _for_sheet, harmless
from tests.builders import DAY, World

from .people import sign_in


@pytest.fixture(autouse=True)
def files(settings: Any, tmp_path: Path) -> Path:
    settings.FILES_ROOT = tmp_path
    return tmp_path


_read = Listing.read


def exported(client: Client, form: str, query: str = "", code: str = "orders") -> tuple[Job, bytes]:
    answer = client.post(f"/lists/{code}/export/", {"format": form, "query": query, "key": uuid4()})
    assert background.work_waiting() == 1
    job = Job.objects.latest("id")
    assert answer["Location"] == f"/jobs/{job.pk}/"
    assert job.state == "done", job.code
    file = client.get(f"/jobs/{job.pk}/file/")
    return job, b"".join(file.streaming_content)  # type: ignore[attr-defined]


def test_what_is_filtered_is_exported_in_three_formats(
    world: World, clerk: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("interlock.web.lists.export.CHUNK", 2)
    world.order(("BATTERY", 1))
    for place in range(5):
        Order.objects.filter(pk=world.order(("CAMERA", 1))).update(platform_number=f"=1+{place}")
    query = "min=100&columns=number,platform_number,buyer,amount,order_on,ordered_at"
    job, content = exported(clerk, "csv", query)
    table = list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))
    assert table[0] == ["Number", "Platform order", "Buyer", "Order date", "Amount", "Moment"]
    assert [row[1] for row in table[1:]] == [f"'=1+{place}" for place in (4, 3, 2, 1, 0)]
    assert table[1][2:] == ["陈* 138****78", str(DAY), "299.00", f"{DAY} 20:00:00"]
    assert (job.total, job.succeeded, job.failed) == (5, 5, 0)

    sheet = load_workbook(io.BytesIO(exported(clerk, "xlsx", query)[1])).active
    cells = list(sheet.iter_rows(min_row=2))  # type: ignore[union-attr]
    assert [(row[1].value, row[1].data_type) for row in cells][0] == ("'=1+4", "s")
    assert [row[4].value for row in cells] == [299] * 5

    frame = pl.read_parquet(io.BytesIO(exported(clerk, "parquet", query)[1]))
    assert frame["Amount"].to_list() == [Decimal("299.00")] * 5
    assert frame.schema["Amount"] == pl.Decimal(38, 2)
    assert not [name for name in job_folder(job) if "part" in name]


def job_folder(job: Job) -> list[str]:
    return [path.name for path in background.folder_of(job).iterdir()]


def test_every_list_is_exported_even_when_empty(world: World, clerk: Client) -> None:
    world.delivery(("CAMERA", 1), state="shipped")
    for code, listing in LISTS.items():
        columns = ",".join(column.code for column in listing.columns)
        job, _content = exported(clerk, "parquet", f"columns={columns}", code)
        assert job.total == job.succeeded


def test_a_sheet_of_more_columns_than_letters_is_written(
    world: World, clerk: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    world.order(("CAMERA", 1))
    monkeypatch.setattr(
        Listing, "read", lambda self, query, by: replace(_read(self, query, by), columns=self.columns * 3)
    )
    _job, content = exported(clerk, "xlsx")
    assert load_workbook(io.BytesIO(content)).active.max_column > 26


def test_figures_stay_exact_and_text_is_no_formula() -> None:
    assert _for_sheet(Decimal("1234567890123.45")) == Decimal("1234567890123.45")
    assert _for_sheet(Decimal("123456789012345678.99")) == "123456789012345678.99"
    assert [harmless(text) for text in ("=1", "+1", "-1", "@x", "\t=1", "1-2", "")] == [
        "'=1", "'+1", "'-1", "'@x", "'\t=1", "1-2", "",
    ]  # fmt: skip


def test_only_its_owner_has_a_job_and_its_file_for_a_week(world: World, clerk: Client, files: Path) -> None:
    world.order()
    job, _content = exported(clerk, "csv")
    colleague = sign_in(world)
    for page in ("", "file/", "rejected/"):
        assert colleague.get(f"/jobs/{job.pk}/{page}").status_code == 404
    for act in ("stop/", "retry/"):
        assert colleague.post(f"/jobs/{job.pk}/{act}").status_code == 404
    assert not colleague.get("/jobs/").context["page"].rows
    Job.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
    background.clear_away()
    assert clerk.get(f"/jobs/{job.pk}/file/").status_code == 404
    assert "no longer kept" in clerk.get(f"/jobs/{job.pk}/").content.decode()
    assert not list((files / "jobs").iterdir())
    Job.objects.update(ended_at=timezone.now() - timedelta(days=100))
    background.clear_away()
    assert not Job.objects.exists()


def test_a_form_sent_twice_is_one_job_and_anothers_key_is_refused(world: World, clerk: Client) -> None:
    form = {"format": "csv", "query": "", "key": uuid4()}
    answers = [clerk.post("/lists/orders/export/", form)["Location"] for _ in range(2)]
    assert answers[0] == answers[1]
    assert Job.objects.count() == 1
    refused = sign_in(world).post("/lists/orders/export/", form, follow=True)
    assert "was already sent" in refused.content.decode()


def act_on_all(client: Client, page: str, back: str, code: str, **form: Any) -> Job:
    given = {"everything": "1", "list": code, "back": back, "key": uuid4()} | form
    answer = client.post(page, given)
    assert answer.status_code == 302, answer.content.decode()[:500]
    job = Job.objects.latest("id")
    assert answer["Location"] == f"/jobs/{job.pk}/"
    return job


def test_a_form_that_forgot_the_filter_acts_on_nothing(world: World, clerk: Client) -> None:
    cheap = world.order(("CAMERA", 1), price="1")
    forgot = clerk.post("/orders/release/", {"everything": "1", "list": "orders", "note": "agreed", "key": uuid4()})
    assert forgot.status_code == 404
    assert not Job.objects.exists()
    assert world.state(cheap) == "held"


def test_every_form_of_chosen_rows_sends_the_filter() -> None:
    forms = [
        (path.name, form)
        for path in Path(web.__file__, "..", "templates").resolve().rglob("*.html")
        for form in re.findall(r"<form.*?</form>", path.read_text(encoding="utf-8"), re.DOTALL)
        if "<span data-ids></span>" in form
    ]
    assert len(forms) > 30
    assert [name for name, form in forms if 'name="back"' not in form] == []


def test_all_that_match_are_released_and_the_rejected_tried_again(world: World, clerk: Client) -> None:
    world.receive(world.camera, 5, "500")
    cheap = [world.order(("CAMERA", 1), price="1") for _ in range(3)]
    unknown = world.order(("NOBODY", 1))
    job = act_on_all(clerk, "/orders/release/", "?state=held", "orders", note="agreed")
    assert (job.total, Work.objects.get(key=job.key).document_ids) == (4, [unknown, *reversed(cheap)])
    late = world.order(("CAMERA", 1), price="1")
    assert "You can leave this page" in clerk.get(f"/jobs/{job.pk}/").content.decode()
    assert background.work_waiting() == 1
    job.refresh_from_db()
    assert (job.state, job.succeeded, job.failed) == ("done", 3, 1)
    assert world.state(late) == "held", "what came after the click is not in the set"
    assert {world.state(order) for order in cheap} != {"held"}
    assert set(Hold.objects.filter(order_id__in=cheap).values_list("note", flat=True)) == {"agreed"}

    text = clerk.get(f"/jobs/{job.pk}/").content.decode()
    assert "The item is not known" in text
    assert "Retry the rejected" in text
    lines = b"".join(clerk.get(f"/jobs/{job.pk}/rejected/").streaming_content).decode("utf-8-sig")  # type: ignore[attr-defined]
    assert "unknown_item" in lines or "not_releasable" in lines
    again = clerk.post(f"/jobs/{job.pk}/retry/", {"key": uuid4()})
    second = Job.objects.latest("id")
    assert again["Location"] == f"/jobs/{second.pk}/"
    background.work_waiting()
    second.refresh_from_db()
    assert (second.total, second.failed) == (1, 1)


def test_a_job_a_killed_worker_left_goes_on_and_counts_each_once(
    world: World, clerk: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(background, "PART", 2)
    deliveries = [world.delivery(("CAMERA", 1)) for _ in range(5)]
    job = act_on_all(clerk, "/deliveries/ship/", "?state=released", "deliveries", on=str(DAY))
    done, worked = background.run_work, 0

    def killed(*given: Any, **further: Any) -> Any:
        nonlocal worked
        worked += 1
        answer = done(*given, **further)
        if worked == 2:
            raise KeyboardInterrupt  # the operation is through, its count is not
        return answer

    monkeypatch.setattr(background, "run_work", killed)
    with pytest.raises(KeyboardInterrupt):
        background.work_waiting()
    job.refresh_from_db()
    assert (job.state, job.succeeded) == ("running", 2)
    assert background.work_waiting() == 1
    job.refresh_from_db()
    assert (job.state, job.succeeded, job.failed, job.attempts) == ("done", 5, 0, 2)
    assert set(Delivery.objects.filter(pk__in=deliveries).values_list("state", flat=True)) == {"shipped"}


def test_a_stopped_job_keeps_what_it_did(world: World, clerk: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(background, "PART", 1)
    for _ in range(3):
        world.order(("NOBODY", 1))
    job = act_on_all(clerk, "/orders/cancel/", "?state=held", "orders", reason="buyer")
    done = background.run_work

    def stopped(*given: Any, **further: Any) -> Any:
        background.stop(job)
        return done(*given, **further)

    monkeypatch.setattr(background, "run_work", stopped)
    background.work_waiting()
    job.refresh_from_db()
    assert (job.state, job.succeeded + job.failed) == ("stopped", 1)
    assert background.work_waiting() == 0


def test_a_job_needs_the_permission_when_it_is_worked(world: World) -> None:
    world.order(("NOBODY", 1))
    reader = sign_in(world, ["sales.view_order"])
    form = {"everything": "1", "list": "orders", "back": "", "note": "x"}
    reader.post("/orders/release/", form)
    assert not Job.objects.exists()
    assert reader.post("/orders/release/", form | {"list": "vouchers"}).status_code == 403
    assert reader.post("/orders/release/", form | {"list": "nonsense"}).status_code == 404
    reader.post("/lists/orders/export/", {"format": "csv", "query": ""})
    job = Job.objects.get()
    Membership.objects.filter(user_id=job.actor_id).delete()
    background.work_waiting()
    job.refresh_from_db()
    assert (job.state, job.code) == ("failed", "not_permitted")


def test_a_defect_ends_the_job_and_says_so(world: World, clerk: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("interlock.web.lists.export.WRITERS", {})
    clerk.post("/lists/orders/export/", {"format": "csv", "query": ""})
    background.work_waiting()
    job = Job.objects.get()
    assert (job.state, job.code) == ("failed", "defect")
    assert "it is in the log" in clerk.get(f"/jobs/{job.pk}/").content.decode()


def test_vouchers_are_sealed_and_events_posted_by_the_filter(world: World, clerk: Client) -> None:
    world.delivery(("CAMERA", 1), state="recognised")
    posted = act_on_all(clerk, "/events/post/", "", "events")
    background.work_waiting()
    sealed = act_on_all(clerk, "/vouchers/seal/", "?state=collecting", "vouchers")
    background.work_waiting()
    for job in (posted, sealed):
        job.refresh_from_db()
        assert (job.state, job.failed) == ("done", 0)
        assert job.succeeded > 0
    assert not JobRejection.objects.exists()
    rows = clerk.get("/jobs/").context["page"].rows
    assert [row.id for row in rows] == [sealed.pk, posted.pk]
    progress = clerk.get(f"/jobs/{sealed.pk}/", headers={"x-fragment": "1"}).content.decode()
    assert "data-ended" in progress
