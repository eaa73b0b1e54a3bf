"""Documents on paper: each form in both languages, the company's own letterhead and template, many as one."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from interlock.core import background
from interlock.core.api import ApprovalRequest, Job, NewTemplate, PaperTemplate, change_letterhead, change_templates
from interlock.finance import api as finance
from interlock.items.models import Item
from interlock.sales import api as sales
from interlock.sales.models import DeliveryLine, Order
from interlock.web.paper import FORM_WORDS
from tests.approving import Office
from tests.builders import DAY, World
from tests.paper import text_of

from .people import sign_in


@pytest.fixture(autouse=True)
def files(settings: Any, tmp_path: Path) -> None:
    settings.FILES_ROOT = tmp_path


def picture() -> bytes:
    """A red pixel as PNG."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0\xff\0\0")) + chunk(b"IEND", b"")
    )


def address(kind: str, document: int, form: str) -> str:
    return reverse("web:document-pdf", args=[kind, document, form])


def read(client: Client, kind: str, document: int, form: str, language: str = "en") -> str:
    answer = client.get(address(kind, document, form), {"language": language})
    assert answer.status_code == 200, answer
    assert answer["Content-Type"] == "application/pdf"
    assert answer["X-Content-Type-Options"] == "nosniff"
    return text_of(answer.content)


def test_each_form_says_what_its_document_says_and_marks_up_nothing(world: World, clerk: Client) -> None:
    hostile = '#panic("x") *bold* $x$ <end> \\ "]'
    Item.objects.filter(pk=world.camera).update(name_en=hostile, name_zh="相机")
    delivery = world.delivery(("LOCK", 1), ("CAMERA", 2), state="recognised")
    order = DeliveryLine.objects.filter(delivery_id=delivery).values_list("order_id", flat=True)[0]
    back = world.returned(order, ("CAMERA", 1), state="inspected")
    world.post()
    voucher = finance.Voucher.objects.filter(company=world.company).latest("id")
    number = Order.objects.get(pk=order).number
    said = read(clerk, "order", order, "order_confirmation")
    assert hostile in said
    for part in ("Order confirmation", number, "ECO Ltd", "CAMERA", "598.00", "陈*", "1 / 1"):
        assert part in said, part
    assert "陈小红" not in said
    chinese = read(clerk, "order", order, "order_confirmation", "zh-hans")
    assert "相机" in chinese
    assert "ECO 公司" in chinese
    for kind, document, form, part in (
        ("delivery", delivery, "delivery_note", "SN"),
        ("delivery", delivery, "pick_list", "A-01"),
        ("return", back, "return_note", "Defect"),
        ("voucher", voucher.pk, "voucher", "Debit"),
    ):
        said = read(clerk, kind, document, form)
        assert part in said, form
        assert str(FORM_WORDS[form]) in said
        page = clerk.get(reverse(f"web:{kind}", args=[document])).content.decode()
        assert address(kind, document, form) in page


def test_who_may_not_see_the_document_prints_none(world: World, clerk: Client) -> None:
    order = world.order()
    other = World(code="ALIEN")
    foreign = other.order()
    for kind, document, form in (
        ("order", foreign, "order_confirmation"),
        ("order", 10**12, "order_confirmation"),
        ("order", order, "voucher"),
        ("feed", order, "order_confirmation"),
    ):
        assert clerk.get(address(kind, document, form)).status_code == 404, (kind, form)
    books = sign_in(world, ["finance.view_voucher"])
    assert books.get(address("order", order, "order_confirmation")).status_code == 403


def test_the_buyer_is_named_on_purpose_only(world: World, clerk: Client) -> None:
    order = world.order()
    sent = clerk.post(address("order", order, "order_confirmation"), {"buyer": 1, "language": "en", "key": uuid4()})
    assert "陈小红" in text_of(sent.content)
    told = clerk.get(reverse("web:order", args=[order]) + "?tab=timeline").context["timeline"]
    assert [step.operation for step in told][-1] == "sales.show_buyers"
    looker = sign_in(world, ["sales.view_order"])
    refused = looker.post(address("order", order, "order_confirmation"), {"buyer": 1, "key": uuid4()})
    assert refused.status_code == 302
    assert "陈小红" not in read(looker, "order", order, "order_confirmation")


def test_logo_and_stamp_are_pictures_by_content(world: World, clerk: Client) -> None:
    order = world.order()
    url = reverse("web:letterhead")

    def send(content: bytes, name: str = "logo.png", part: str = "logo") -> str:
        file = SimpleUploadedFile(name, content)
        return clerk.post(url, {"part": part, "file": file, "key": uuid4()}, follow=True).content.decode()

    def pictures() -> int:
        pdf = clerk.get(address("order", order, "order_confirmation")).content
        return pdf.count(b"/Subtype/Image") + pdf.count(b"/Subtype /Image")

    none = pictures()
    assert "must be PNG or JPEG" in send(b"%PDF-1.7 not a picture")
    assert "Not a kind of file" in send(b"MZ\x00\x01")
    assert "must be PNG or JPEG" in send(picture()[:40]), "what cannot be printed is no picture"
    assert "The paper is changed" in send(picture())
    assert "The paper is changed" in send(picture(), part="stamp")
    assert pictures() > none
    shown = clerk.get(reverse("web:letterhead-picture", args=["logo"]))
    assert b"".join(shown.streaming_content) == picture()  # type: ignore[attr-defined]
    assert "The paper is changed" in clerk.post(
        url, {"part": "logo", "remove": 1, "key": uuid4()}, follow=True
    ).content.decode()  # fmt: skip
    assert clerk.get(reverse("web:letterhead-picture", args=["logo"])).status_code == 404
    assert sign_in(world, ["sales.view_order"]).get(reverse("web:paper")).status_code == 403
    call: dict[str, Any] = {"company": world.company, "by": world.by, "part": "logo", "file": None}
    assert change_letterhead([world.company, 1], **call).table() == [(world.company, "already"), (1, "not_found")]


def test_a_template_of_ones_own_is_tried_first(world: World, clerk: Client) -> None:
    order = world.order()
    url = reverse("web:paper-template", args=["order_confirmation"])
    good = '#import "base.typ": *\n#documents(one => [OUR OWN #one.number])'
    for wrong, said in (
        ("#let a = 1\n#foo", "line 2: unknown variable: foo"),
        ('#read("/etc/passwd")', "file not found"),
        ('#import "@preview/cetz:0.3.0": *', "failed to download package"),
    ):
        refused = clerk.post(url, {"source": wrong, "key": uuid4()})
        assert refused.status_code == 422
        text = refused.content.decode()
        assert said in text
        assert wrong.splitlines()[0].replace('"', "&quot;") in text, "what was typed is kept"
    assert not PaperTemplate.objects.exists()
    assert clerk.post(url, {"source": good, "key": uuid4()}).status_code == 302
    number = Order.objects.get(pk=order).number
    assert f"OUR OWN {number}" in read(clerk, "order", order, "order_confirmation")
    assert "OUR OWN" in clerk.get(url).content.decode()
    assert clerk.post(url, {"ours": 1, "key": uuid4()}).status_code == 302
    assert "OUR OWN" not in read(clerk, "order", order, "order_confirmation")
    assert list(PaperTemplate.objects.order_by("version").values_list("version", "source")) == [
        (1, good + "\n"), (2, ""),
    ]  # fmt: skip
    given = {1: NewTemplate("nothing", ""), 2: NewTemplate("voucher", ""), 3: NewTemplate("voucher", "x" * 100_001)}
    outcome = change_templates([1, 2, 3, 4], company=world.company, by=world.by, templates=given)
    assert outcome.table() == [(1, "not_found"), (2, "already"), (3, "not_found"), (4, "not_found")]


def test_many_deliveries_are_one_file(world: World, clerk: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    deliveries = [world.delivery(("CAMERA", 1)) for _ in range(2)]
    other = World(code="ALIEN")
    foreign = other.delivery(("CAMERA", 1))
    url = reverse("web:deliveries-print")
    given = {"form": "pick_list", "language": "en", "id": [*deliveries, foreign]}
    answer = clerk.post(url, given | {"key": uuid4()})
    assert background.work_waiting() == 1
    job = Job.objects.latest("id")
    assert answer["Location"] == f"/jobs/{job.pk}/"
    assert (job.state, job.total, job.succeeded, job.failed) == ("done", 3, 2, 1), job.code
    said = text_of(b"".join(clerk.get(f"/jobs/{job.pk}/file/").streaming_content))  # type: ignore[attr-defined]
    numbers = DeliveryLine.objects.filter(delivery_id__in=deliveries).values_list("delivery__number", flat=True)
    assert all(number in said for number in numbers)
    assert said.count("1 / 1") == 2, "each has pages of its own"
    assert clerk.get(f"/jobs/{job.pk}/").status_code == 200
    everything = {"form": "delivery_note", "everything": 1, "list": "deliveries", "back": "?state=released"}
    assert "/jobs/" in clerk.post(url, everything | {"key": uuid4()})["Location"]
    monkeypatch.setattr("interlock.web.paper.bulk.MOST", 1)
    refused = clerk.post(url, given | {"key": uuid4()}, follow=True).content.decode()
    assert "At most 500 are printed at once" in refused
    assert "Nothing is selected" in clerk.post(url, {"form": "pick_list"}, follow=True).content.decode()
    assert clerk.post(url, {"form": "voucher", "id": deliveries}).status_code == 404


def test_many_are_printed_with_their_buyers_by_whoever_may_see_them(world: World, clerk: Client) -> None:
    delivery = world.delivery(("CAMERA", 1))
    given = {"form": "delivery_note", "language": "en", "id": [delivery], "buyer": "1"}
    clerk.post(reverse("web:deliveries-print"), given | {"key": uuid4()})
    assert background.work_waiting() == 1
    job = Job.objects.latest("id")
    assert job.state == "done", job.code
    said = text_of(b"".join(clerk.get(f"/jobs/{job.pk}/file/").streaming_content))  # type: ignore[attr-defined]
    assert "13812345678" in said
    order = DeliveryLine.objects.get(delivery_id=delivery).order_id
    page = clerk.get(reverse("web:order", args=[order]), {"tab": "timeline"}).content.decode()
    assert "Personal data shown" in page
    other = sign_in(world, ["sales.view_delivery", "sales.ship_deliveries"])
    assert "your role may not see them" in other.get(reverse("web:deliveries")).content.decode()
    other.post(reverse("web:deliveries-print"), given | {"key": uuid4()})
    assert Job.objects.count() == 1, "nothing is begun without the permission"


def test_a_change_of_an_order_says_what_was_and_what_shall_be(world: World, clerk: Client) -> None:
    office = Office(world.company)
    office.route({"user": office.ann}, kind="order_change")
    order = world.order(("CAMERA", 2), state="reviewed")
    lines = [{"line": 1, "quantity": "3", "unit_price": "280"}, {"item": "BATTERY", "quantity": "1"}]
    wanted = {order: {"city": "宁波市", "address": "文三路 9 号", "lines": lines}}
    call: dict[str, Any] = {"company": world.company, "by": world.by, "on": DAY}
    made = sales.save_order_changes([order], changes=wanted, reason="buyer", text="rang up #set page()", **call)
    change = int(made.verdicts[0].detail["document"])
    sales.submit_order_changes([change], **call)
    office.approve([ApprovalRequest.objects.get().pk], office.ann)
    said = read(clerk, "order_change", change, "order_change")
    for part in ("Order change", "2 → 3", "299.00 → 280.00", "BATTERY", "City", "宁波市", "changed, masked", "ann",
                 "rang up #set page()", "Amount after"):  # fmt: skip
        assert part in said, part
    assert "文三路" not in said
    chinese = read(clerk, "order_change", change, "order_change", "zh-hans")
    assert "订单变更" in chinese
    assert address("order_change", change, "order_change") in text(clerk, change)


def text(client: Client, change: int) -> str:
    return client.get(reverse("web:order-change-document", args=[change])).content.decode()
