"""The page of the months: a year is opened, a company gets its books, finance closes with its checklist only."""

from __future__ import annotations

import io
from datetime import date

import pytest
from django.test import Client
from django.urls import reverse
from openpyxl import load_workbook

from interlock.core.api import Company, Membership, Period, months_of_year
from interlock.finance import api as finance
from interlock.web.views import periods
from tests.builders import World

from .calling import codes, program
from .people import make_user, sign_in


@pytest.mark.parametrize("language", ["en", "zh-hans"])
def test_a_year_is_opened_on_the_page(world: World, language: str, monkeypatch: pytest.MonkeyPatch) -> None:
    client = sign_in(world, language=language)
    monkeypatch.setattr(periods, "today", lambda _desk: date(2026, 11, 11))
    year = 2027
    page = client.get(reverse("web:periods")).content.decode()
    assert f'name="year" value="{year}"' in page
    finance_month = Period.objects.filter(company_id=world.company, module="finance")[0]
    assert f'name="id" value="{finance_month.pk}"' not in page, "finance closes with its checklist"
    opened = client.post(reverse("web:year-open"), {"year": year}, follow=True).content.decode()
    assert str(year) in opened
    assert Period.objects.filter(company_id=world.company, module="finance", month=date(year, 12, 1)).exists()
    refused = client.post(reverse("web:period-change"), {"id": finance_month.pk, "to": "closed"})
    assert refused.status_code == 409


def test_years_are_called_by_both_calendar_years_they_lie_in(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    Company.objects.filter(pk=world.company).update(year_starts=4)
    client = sign_in(world)
    monkeypatch.setattr(periods, "today", lambda _desk: date(2026, 11, 11))
    page = client.get(reverse("web:periods")).content.decode()
    assert "Open the months of 2026/27" in page, "January to March are missing"
    assert (
        "The months of 2026/27 are open."
        in client.post(reverse("web:year-open"), {"year": "2026"}, follow=True).content.decode()
    )
    months = Period.objects.filter(company_id=world.company, module="finance").values_list("month", flat=True)
    assert max(months) == date(2027, 3, 1)
    for name, shown in (("years", "Close 2026/27"), ("budget-new", "2027-03-31"), ("account-columns", "2026")):
        assert shown in client.get(reverse(f"web:{name}")).content.decode(), name
    file = client.get(reverse("web:budget-report"), {"year": "2026", "format": "xlsx"})
    heads = [[cell.value for cell in row] for row in load_workbook(io.BytesIO(file.content)).active]
    assert any(row[6:] == [f"{month:%Y-%m}" for month in months_of_year(2026, 4)] for row in heads)


def test_a_company_without_books_gets_them_on_its_pages(world: World) -> None:
    bare = Company.objects.create(code="BARE", name_en="Bare", name_zh="新公司", currency=world.company_row.currency)
    user = make_user(world)
    Membership.objects.filter(user=user).update(company=bare)
    client = Client()
    client.force_login(user)
    for name in ("periods", "trial-balance"):
        assert "This company has no books yet" in client.get(reverse(f"web:{name}")).content.decode()
    assert client.post(reverse("web:books-set-up"), {"first": "soon"}).status_code == 409
    done = client.post(reverse("web:books-set-up"), {"first": "2026-03"}, follow=True).content.decode()
    assert "The books are set up" in done
    assert Period.objects.filter(company=bare, module="finance").count() == 10
    assert finance.Account.objects.filter(company=bare).exists()
    assert "no books yet" not in client.get(reverse("web:trial-balance")).content.decode()


def test_a_program_closes_a_month_and_opens_it_again(world: World) -> None:
    caller = program(world)
    call = {"months": ["2026-03"], "early": True}
    assert codes(caller.post("closes/run", call | {"policy": "dry_run"})) == ["done"]
    assert codes(caller.post("closes/run", call)) == ["done"]
    assert codes(caller.post("closes/run", call)) == ["already"]
    assert caller.post("closes/reopen", {"months": ["2026-03"], "reason": " "}).status_code == 422
    assert codes(caller.post("closes/reopen", {"months": ["2026-03"], "reason": "a bill came"})) == ["done"]
    never = caller.post("closes/run", {"months": ["2031-01"]})
    assert (never.status_code, never.json()["code"]) == (422, "no_period")
    assert caller.post("closes/run", {"months": ["2026-13"]}).status_code == 422
    assert codes(caller.post("years/open", {"ids": [2027, 2026]})) == ["done", "already"]
    assert codes(caller.post("books/set-up", {"ids": [202601]})) == ["already"]
