"""Vouchers by hand on their pages: typed, kept, handed in, posted by another, reversed, read from a file."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from interlock.finance import api as finance
from interlock.finance.models import AccountDimension, Voucher, VoucherDraft
from tests.builders import DAY, World, assert_laws

from .people import sign_in

LINES = [
    {"account": "6602", "debit": "1,200.50", "text": "Rent"},
    {"account": "1002 Bank deposits", "credit": "1200.5"},
]


@pytest.fixture(autouse=True)
def files(settings: Any, tmp_path: Path) -> None:
    settings.FILES_ROOT = tmp_path


def enter(client: Client, lines: list[dict[str, str]], address: str = "", **fields: Any) -> Any:
    given = {"posting_on": DAY, "text": "Rent of November", "lines": json.dumps(lines), **fields}
    return client.post(address or reverse("web:draft-new"), given)


def press(client: Client, name: str, draft: int, **fields: Any) -> str:
    sent = client.post(reverse(f"web:{name}"), {"id": draft, "single": 1, **fields}, follow=True)
    return sent.content.decode()


def test_from_the_entry_page_to_the_books_and_back(world: World, clerk: Client) -> None:
    wrong = enter(clerk, [LINES[0] | {"account": "9999"}, LINES[1]])
    assert wrong.status_code == 422
    assert "Line 1: The account does not exist “9999”" in wrong.content.decode()
    assert "1,200.50" in wrong.content.decode(), "what was typed is kept"
    assert enter(clerk, LINES, submit="1").status_code == 302
    draft = VoucherDraft.objects.get()
    page = clerk.get(reverse("web:draft", args=[draft.pk])).content.decode()
    assert "You wrote it; another person posts it." in page
    assert "Whoever wrote it may not post it" in press(clerk, "drafts-post", draft.pk)
    other = sign_in(world)
    assert "which office?" in press(other, "drafts-send-back", draft.pk, note="which office?")
    changed = enter(clerk, LINES[:1], reverse("web:draft-edit", args=[draft.pk]), version=1, submit="1")
    assert changed.status_code == 302
    assert "Debit and credit differ (1200.50)" in clerk.get(changed["Location"]).content.decode()
    stale = enter(clerk, LINES, reverse("web:draft-edit", args=[draft.pk]), version=1)
    assert "Somebody changed it in the meantime" in stale.content.decode()
    enter(clerk, LINES, reverse("web:draft-edit", args=[draft.pk]), version=2, submit="1")
    assert "1 voucher posted." in press(other, "drafts-post", draft.pk)
    voucher = Voucher.objects.get(origin="manual")
    assert draft.number in clerk.get(reverse("web:voucher", args=[voucher.pk])).content.decode()
    line = draft.lines.all()[0].pk
    assert clerk.get(reverse("web:line", args=[line])).status_code == 302
    asked = clerk.post(reverse("web:voucher-reverse", args=[voucher.pk]), {"on": DAY}, follow=True)
    assert "The reversal is handed in" in asked.content.decode()
    assert "Reversed by" in clerk.get(reverse("web:voucher", args=[voucher.pk])).content.decode()
    mirror = VoucherDraft.objects.get(kind="reversal")
    assert "1 voucher posted." in press(other, "drafts-post", mirror.pk)
    assert {row.closing for row in finance.trial_balance(world.company, DAY)} == {0}
    assert_laws()


def test_the_entry_page_says_what_an_account_asks_for(world: World, clerk: Client) -> None:
    account = finance.Account.objects.get(company_id=world.company, code="6602")
    AccountDimension.objects.create(company_id=world.company, account=account, dimension="project")
    page = clerk.get(reverse("web:draft-new")).content.decode()
    assert 'data-required="project"' in page
    assert 'data-cell="project"' in page
    assert 'data-cell="employee"' not in page
    sent = enter(clerk, LINES, submit="1")
    assert "Line 1: A dimension the account asks for is missing “6602” · project" in (
        clerk.get(sent["Location"]).content.decode()
    )
    found = clerk.get(reverse("web:drafts-find"), {"what": "party", "q": "platform"}).json()["found"]
    assert [row["code"] for row in found] == [world.customer.code]
    assert clerk.get(reverse("web:drafts-find"), {"what": "item", "q": "LO"}).json()["found"][0]["code"] == "LOCK"


def test_a_file_is_answered_row_by_row(world: World, clerk: Client) -> None:
    rows = ["voucher,posting_on,account,debit,credit", f"1,{DAY},6602,5,", f"1,{DAY},1002,,5", f"2,{DAY},9999,5,"]

    def file() -> io.BytesIO:
        made = io.BytesIO("\n".join(rows).encode())
        made.name = "lines.csv"
        return made

    page = clerk.post(reverse("web:drafts-upload"), {"file": file()}).content.decode()
    assert "1 voucher drafted." in page
    assert "9999" in page
    again = clerk.post(reverse("web:drafts-upload"), {"file": file()}).content.decode()
    assert "1 were taken from this file before." in again
    assert VoucherDraft.objects.count() == 1
    assert "1 voucher handed in." in press(clerk, "drafts-submit", VoucherDraft.objects.get().pk)


def test_roles_and_companies_count(world: World, clerk: Client) -> None:
    alien = World(code="ALIEN")
    enter(sign_in(alien), LINES)
    theirs = VoucherDraft.objects.get().pk
    assert clerk.get(reverse("web:draft", args=[theirs])).status_code == 404
    assert clerk.get(reverse("web:draft-edit", args=[theirs])).status_code == 404
    looker = sign_in(world, ["finance.view_voucherdraft", "finance.view_voucher"])
    assert looker.get(reverse("web:draft-new")).status_code == 403
    assert "Your role may not enter vouchers." in looker.get(reverse("web:drafts")).content.decode()
    enter(clerk, LINES, submit="1")
    mine = VoucherDraft.objects.get(company_id=world.company)
    assert "Your role lacks the permission “" in looker.get(reverse("web:draft", args=[mine.pk])).content.decode()
    looker.post(reverse("web:drafts-post"), {"id": mine.pk})
    assert VoucherDraft.objects.get(pk=mine.pk).state == "submitted"
