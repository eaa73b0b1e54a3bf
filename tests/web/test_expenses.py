"""Pages of expense claims: one's own are one's own, the list is for whoever answers, files are files."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from interlock.core.api import Unit
from interlock.finance import api as finance
from interlock.finance.models import Employee, ExpenseClaim, ExpenseKind, ExpenseLine
from interlock.parties.models import Party
from tests.builders import World
from tests.paper import text_of

from .people import make_user, sign_in

OWN = ["finance.enter_claims"]
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360000002000001"
    "05010a2db40000000049454e44ae426082"
)


def test_claims_are_ones_own_and_the_approvers(world: World, settings: Any, tmp_path: Path) -> None:
    """An employee writes and sees a claim; a colleague does not know it; whoever sees claims does, but changes none."""
    settings.FILES_ROOT = tmp_path
    user = make_user(world, OWN)
    unit = Unit.objects.create(
        company_id=world.company, kind="department", code="DEPT", name_en="Sales", name_zh="销售"
    )
    party = Party.objects.create(code="EMP-1", name="Lin", kind="person")
    Employee.objects.create(company_id=world.company, user=user, party=party, unit=unit)
    ExpenseKind.objects.create(
        company_id=world.company, code="TAXI", name_en="Taxi", name_zh="出租车", component="selling"
    )
    browser = sign_in(world, OWN)
    assert "not entered as an employee" in browser.get("/expenses/").content.decode()
    browser.force_login(user)
    form: dict[str, Any] = {"purpose": "to a fair", "kind": "TAXI", "spent_on": "2026-01-05", "amount": "25.50"}
    wrong = browser.post("/expenses/new/", form | {"amount": ""})
    assert wrong.status_code == 422
    assert "to a fair" in wrong.content.decode(), "what was typed is kept"
    photo = SimpleUploadedFile("a.png", PNG, "image/png")
    made = browser.post("/expenses/new/", form | {"photo": photo, "invoice_number": "12345678"})
    claim = ExpenseClaim.objects.get()
    assert made["Location"] == f"/expenses/{claim.pk}/"
    said = browser.get(made["Location"]).content.decode()
    assert "25.50" in said
    assert "12345678" in said
    line = ExpenseLine.objects.get()
    sent = browser.get(f"/expenses/{claim.pk}/file/{line.pk}/")
    assert b"".join(sent.streaming_content) == PNG  # type: ignore[attr-defined]
    assert "sandbox" in sent["Content-Security-Policy"]
    bomb = SimpleUploadedFile("x.xml", b'<!DOCTYPE a [<!ENTITY b "x">]><EInvoice>&b;</EInvoice>')
    hostile = browser.post(f"/expenses/{claim.pk}/line/", form | {"xml": bomb, "version": 1})
    assert hostile.status_code == 422
    assert ExpenseLine.objects.get().amount == Decimal("25.50")
    assert browser.get("/claims/").status_code == 403
    paper = f"/documents/expense_claim/{claim.pk}/pdf/expense_claim/"
    assert paper in said, "one prints one's own"
    printed = text_of(browser.get(paper, {"language": "en"}).content)
    for part in ("Expense claim", claim.number, "Lin", "to a fair", "12345678", "25.50 CNY", "Approved by"):
        assert part in printed, part
    assert "出租车" in text_of(browser.get(paper, {"language": "zh-hans"}).content)
    stranger = sign_in(world, OWN)
    assert stranger.get(paper).status_code == 403
    for address in (f"/expenses/{claim.pk}/", f"/expenses/{claim.pk}/file/{line.pk}/"):
        assert stranger.get(address).status_code == 404
    approver = sign_in(world, ["finance.approve_claims", "finance.view_expenseclaim"])
    assert claim.number in approver.get("/claims/").content.decode()
    assert approver.get(f"/expenses/{claim.pk}/").status_code == 200
    assert approver.post(f"/expenses/{claim.pk}/line/", form | {"version": 1}).status_code == 404
    handed = browser.post("/expenses/step/submit/", {"id": claim.pk, "single": 1})
    assert handed.status_code == 302
    assert approver.post("/expenses/step/approve/", {"id": claim.pk, "single": 1}).status_code == 302
    claim.refresh_from_db()
    assert claim.state == "approved"
    assert finance.ExpenseClaim.objects.filter(state="approved").exists()
