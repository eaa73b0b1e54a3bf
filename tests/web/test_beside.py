"""Files, comments and actions of any document: what is taken, who is told, and why something cannot be done."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from interlock.core.api import (
    Attachment,
    Comment,
    File,
    Notice,
    Refusal,
    attach_files,
    remove_attachments,
    take_in,
    write_comments,
)
from interlock.core.comments import mentions
from interlock.core.content import harmless_name, media_type_of
from interlock.sales.models import Return, ReturnLine
from interlock.web.document_actions import of_order
from interlock.web.documents import DOCUMENTS
from tests.builders import DAY, World, assert_laws

from .people import make_user, sign_in

PDF = b"%PDF-1.7\n%%EOF\n"


@pytest.fixture(autouse=True)
def files(settings: Any, tmp_path: Path) -> None:
    settings.FILES_ROOT = tmp_path


def attach(client: Client, kind: str, document: int, *contents: tuple[str, bytes]) -> str:
    sent = [SimpleUploadedFile(name, content) for name, content in contents]
    url = reverse("web:document-attach", args=[kind, document])
    return client.post(url, {"file": sent, "key": uuid4()}, follow=True).content.decode()


def say(client: Client, kind: str, document: int, text: str) -> str:
    url = reverse("web:document-comment", args=[kind, document])
    return client.post(url, {"text": text, "key": uuid4()}, follow=True).content.decode()


def test_a_file_comes_is_sent_and_goes_as_a_fact(world: World, clerk: Client) -> None:
    order = world.order()
    page = attach(clerk, "order", order, ("../../etc/<b>ünl\u202exe.exe", PDF), ("note.txt", "你好".encode()))
    assert "Attached: 2." in page
    assert "b ünlxe.exe.pdf" in page
    file = Attachment.objects.earliest("id")
    url = reverse("web:attachment", args=[file.pk])
    sent = clerk.get(url)
    assert b"".join(sent.streaming_content) == PDF  # type: ignore[attr-defined]
    assert sent["Content-Disposition"].startswith("attachment; ")
    assert sent["X-Content-Type-Options"] == "nosniff"
    assert "Was done already" in attach(clerk, "order", order, ("again.pdf", PDF))
    assert "Choose a file first" in attach(clerk, "order", order)
    remove = reverse("web:attachment-remove", args=[file.pk])
    assert "The reason is missing" in clerk.post(remove, {"reason": " ", "key": uuid4()}, follow=True).content.decode()
    gone = clerk.post(remove, {"reason": "wrong <order>", "key": uuid4()}, follow=True).content.decode()
    assert "wrong &lt;order&gt;" in gone
    assert clerk.get(url).status_code == 404
    story = clerk.get(reverse("web:order", args=[order]) + "?tab=timeline").content.decode()
    assert "File taken away" in story
    assert "note.txt" in story
    assert "Attached: 1." in attach(clerk, "order", order, ("again.pdf", PDF)), "it may come back"
    assert_laws()


def test_what_is_no_file_of_ours_is_refused(world: World, clerk: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    order = world.order()
    page = attach(clerk, "order", order, ("x.pdf", b"MZ\x90\x00"), ("e.txt", b""), ("good.pdf", PDF))
    assert "x.pdf: Not a kind of file" in page
    assert "e.txt: The file is empty" in page
    assert "Attached: 1." in page
    monkeypatch.setattr("interlock.core.content.MOST_BYTES", 10)
    assert "larger than 20 MB" in attach(clerk, "order", order, ("x.pdf", PDF))
    looker = sign_in(world, ["sales.view_order"])
    monkeypatch.undo()
    before = File.objects.count()
    assert "does not allow this" in attach(looker, "order", order, ("y.pdf", PDF + b"2"))
    assert (Attachment.objects.count(), File.objects.count()) == (1, before)


def test_foreign_documents_have_neither_files_nor_comments(world: World, clerk: Client) -> None:
    other = World(code="ALIEN")
    mine, foreign = world.order(), other.order()
    call: dict[str, Any] = {"company": world.company, "by": world.by, "kind": "order"}
    file = take_in(PDF, "x.pdf", world.company)
    assert attach_files([foreign, mine], file=file, **call).table() == [(foreign, "not_found"), (mine, "done")]
    assert write_comments([foreign, mine], text="hello", **call).table() == [(foreign, "not_found"), (mine, "done")]
    elsewhere = call | {"kind": "delivery"}
    assert write_comments([mine], text="hello", **elsewhere).table() == [(mine, "not_found")]
    assert write_comments([mine], text=" ", **call).table() == [(mine, "no_text")]
    assert write_comments([mine], text="x" * 2001, **call).table() == [(mine, "too_long")]
    with pytest.raises(Refusal, match="unknown_file"):
        attach_files([foreign], file=file, company=other.company, by=other.by, kind="order")
    theirs = attach_files(
        [foreign], file=take_in(PDF, "x.pdf", other.company), company=other.company, by=other.by, kind="order"
    )
    assert theirs.table() == [(foreign, "done")]
    hidden = Attachment.objects.get(document_id=foreign).pk
    shown = Attachment.objects.get(document_id=mine).pk
    gone = remove_attachments([hidden, shown], company=world.company, by=world.by, reason="x")
    assert gone.table() == [(hidden, "not_found"), (shown, "done")]
    assert remove_attachments([shown], company=world.company, by=world.by, reason="x").table() == [(shown, "already")]
    assert clerk.get(reverse("web:attachment", args=[hidden])).status_code == 404
    assert clerk.post(reverse("web:attachment-remove", args=[hidden]), {"reason": "x"}).status_code == 404
    for name in ("document-attach", "document-comment"):
        assert clerk.post(reverse(f"web:{name}", args=["order", foreign]), {"text": "x"}).status_code == 404
    books = sign_in(world, ["finance.view_voucher", "core.write_comments"])
    assert books.post(reverse("web:document-comment", args=["order", mine]), {"text": "x"}).status_code == 403


def test_a_comment_stands_in_the_timeline_and_tells_whom_it_names(world: World, clerk: Client) -> None:
    order = world.order(state="received")
    reader = make_user(world, ["sales.view_order", "core.read_notices"])
    blind = make_user(world, ["finance.view_voucher"])
    text = f"<script>alert(1)</script> @{reader.username}请看 @{blind.username} @nobody at 3 @ 12.50"
    page = say(clerk, "order", order, text)
    assert f"Told: {reader.username}." in page
    assert f"@{blind.username}, @nobody; nobody was told" in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert "<script>alert(1)" not in page
    world.step("reviewed", [order])
    told = clerk.get(reverse("web:order", args=[order]) + "?tab=timeline").context["timeline"]
    assert [step.operation.split(".")[1] for step in told][-2:] == ["write_comments", "review_orders"]
    notice = Notice.objects.get(user=reader)
    client = Client()
    client.force_login(reader)
    listed = client.get(reverse("web:notices")).content.decode()
    assert f"/orders/{order}/?tab=timeline" in listed
    assert "&lt;script&gt;" in listed
    Notice.objects.filter(pk=notice.pk).update(read_at=notice.made_at)
    say(clerk, "order", order, f"@{reader.username} again")
    assert Notice.objects.get(user=reader).read_at is None, "named again is new again"
    assert Comment.objects.count() == 2
    long = say(clerk, "order", order, "y" * 2001)
    assert "A text is too long" in long
    assert "y" * 2001 in long, "what was typed is kept"
    assert reader.username in clerk.get(reverse("web:document-people", args=["order", order])).content.decode()
    assert_laws()


def test_names_are_found_in_both_scripts() -> None:
    people = [
        SimpleNamespace(id=1, username="lin", name="林晓梅"),
        SimpleNamespace(id=2, username="lin.b", name="Grace Moore"),
        SimpleNamespace(id=3, username="linda", name=""),
    ]
    named, unknown = mentions("@lin看看 @林晓梅请 @lin.b, @grace moore! a@lin.com @lind @5 @", people)
    assert [person.id for person in named] == [1, 2]
    assert unknown == ["lind"]


def test_what_a_file_is_says_its_content() -> None:
    def packed(*names: str) -> bytes:
        made = io.BytesIO()
        with zipfile.ZipFile(made, "w") as archive:
            for name in names:
                archive.writestr(name, "x")
        return made.getvalue()

    assert media_type_of(packed("[Content_Types].xml", "xl/workbook.xml")).endswith("spreadsheetml.sheet")
    assert media_type_of(packed("OFD.xml")) == "application/ofd"
    assert media_type_of("编号,数量\n".encode("gb18030")) == "text/plain"
    for content, code in (
        (packed("evil.exe"), "unknown_content"),
        (packed("[Content_Types].xml", "xl/vbaProject.bin"), "file_has_macros"),
        (b"PK\x03\x04broken", "unknown_content"),
        (b"\x7fELF\x02\x01", "unknown_content"),
        (b"text with \x1b[2J", "unknown_content"),
    ):
        with pytest.raises(Refusal, match=code):
            media_type_of(content)
    assert harmless_name("C:\\x\\报价.PDF", "application/pdf") == "报价.PDF"
    assert harmless_name("page.html", "text/plain") == "page.html.txt"
    assert harmless_name("\u202e\x00..", "image/png") == "file.png"
    assert len(harmless_name("n" * 400, "image/png")) <= 120


def test_every_action_says_why_not(world: World, clerk: Client) -> None:
    order = world.order(("CAMERA", 1), price="1")
    page = clerk.get(reverse("web:order", args=[order])).content.decode()
    assert "Possible while: shipped, recognised. It is: held." in page
    looker = sign_in(world, ["sales.view_order", "sales.view_delivery"])
    assert "Your role lacks the permission “" in looker.get(reverse("web:order", args=[order])).content.decode()
    row = SimpleNamespace(id=order, state="shipped", is_approved=False)
    desk: Any = SimpleNamespace(may=lambda permission: permission != "sales.share_orders")
    actions = of_order(desk, row, releasable=True, reasons=False)
    assert [one.opens for one in actions.shown if not one.why] == ["invoice", "print"]
    assert {one.opens for one in actions.hindered} == {"return", ""}
    assert len(actions.far) == len(actions) - 4
    delivery = world.delivery(("LOCK", 1))
    text = clerk.get(reverse("web:delivery", args=[delivery])).content.decode()
    assert "1 serial number is missing before it can ship." in text
    assert "Possible while: shipped. It is: to ship." in text
    assert set(DOCUMENTS) == {
        "order", "delivery", "return", "statement", "voucher", "draft", "item_document", "payment", "payment_run",
        "bank_statement", "tax_invoice", "input_invoice", "dunning", "order_change", "expense_claim",
        "account_statement",
    }  # fmt: skip


def test_a_refused_return_keeps_what_was_typed(world: World, clerk: Client) -> None:
    world.receive(world.camera, 1, "90")
    world.receive(world.lock, 2, "90")
    order = world.order(("CAMERA", 1), ("LOCK", 2), state="shipped")
    url = reverse("web:order-return", args=[order])
    given = {"kind": "exchange", "reason": "DEFECT", "on": DAY, "return-1": "1", "return-2": "7", "key": uuid4()}
    refused = clerk.post(url, given)
    assert refused.status_code == 422
    text = refused.content.decode()
    assert "data-open-now" in text
    assert 'value="7" aria-invalid="true" aria-describedby="return-2-why"' in text
    assert 'name="return-1" inputmode="decimal" placeholder="0" value="1">' in text
    assert 'value="exchange" selected' in text
    assert not Return.objects.exists()
    assert clerk.post(url, given | {"return-1": "", "return-2": "1", "key": uuid4()}).status_code == 302
    back = Return.objects.get()
    line = ReturnLine.objects.get(document=back)
    receive = reverse("web:return-receive", args=[back.pk])
    missing = clerk.post(receive, {"on": DAY, "key": uuid4()})
    assert missing.status_code == 422
    assert f'aria-describedby="serials-{line.pk}-why"' in missing.content.decode()
    strange = clerk.post(receive, {"on": DAY, f"serials-{line.pk}": "SN-STRANGE", "key": uuid4()})
    assert "SN-STRANGE: A serial number is not known" in strange.content.decode()
    assert ">SN-STRANGE</textarea>" in strange.content.decode()
    assert Return.objects.get().state == "announced"
