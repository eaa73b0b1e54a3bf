"""Statements of account on their pages, on paper, behind the party's link, and among the exceptions."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from interlock.finance import api as finance
from interlock.finance.models import AccountStatement
from interlock.parties.api import Party
from tests.builders import DAY, World, assert_laws

from .people import sign_in

KEEPS = ("finance.state_accounts", "finance.view_openitem")


@pytest.fixture(autouse=True)
def fresh() -> None:
    cache.clear()


@pytest.fixture
def owed(world: World) -> AccountStatement:
    """A customer owes 100 of a charge; its statement is written."""
    party = Party.objects.order_by("code")[0]
    line = finance.NewItemLine(Decimal(100), account="6051")
    new = finance.NewItemDocument("charge", party.code, DAY, (line,), reference="<b>R-1</b>")
    call: dict[str, Any] = {"company": world.company, "by": world.by}
    made = finance.save_item_documents([1], documents={1: new}, **call).verdicts[0].detail["document"]
    assert finance.post_item_documents([made], **call).counts == {"done": 1}
    client = sign_in(world, KEEPS)
    told = client.post(reverse("web:account-statements-draw"), {"month": f"{DAY:%Y-%m}"}, follow=True)
    assert "1 statement written." in told.content.decode()
    again = client.post(reverse("web:account-statements-draw"), {"month": f"{DAY:%Y-%m}"}, follow=True)
    assert "Every party with something to state has its statement." in again.content.decode()
    return AccountStatement.objects.get()


def test_from_the_month_to_the_cleared_difference(world: World, owed: AccountStatement) -> None:
    client = sign_in(world, KEEPS)
    page = reverse("web:account-statement", args=[owed.pk])
    one = {"id": owed.pk, "single": 1}
    assert "party-link" not in client.get(page).content.decode(), "not sent yet"
    sent = client.post(reverse("web:account-statements-send"), one, follow=True).content.decode()
    assert "1 statement noted as sent." in sent
    assert "party-link" in sent
    kept = client.post(reverse("web:account-statements-answer"), {**one, "amount": "70", "note": "CN?"}, follow=True)
    assert "The party’s books say 70.00" in kept.content.decode().replace("&#x27;", "’").replace("'", "’")
    assert owed.number in client.get(reverse("web:exceptions")).content.decode()
    assert owed.number in client.get(reverse("web:account-statements"), {"state": "differs"}).content.decode()
    done = client.post(reverse("web:account-statements-clear"), {**one, "because": "CN-7"}, follow=True)
    assert "1 difference cleared up." in done.content.decode()
    assert owed.number not in client.get(reverse("web:exceptions")).content.decode()
    assert_laws()


def test_the_party_answers_behind_its_link(world: World, owed: AccountStatement) -> None:
    """Nothing is behind it before it is sent; then the party differs, and after all agrees. No other statement is."""
    address = reverse("web:party-statement", args=[finance.statement_token(owed.pk)])
    party = Client()
    assert party.get(address).status_code == 404
    assert party.get(reverse("web:party-statement", args=["1:2:3"])).status_code == 404
    call: dict[str, Any] = {"company": world.company, "by": world.by}
    finance.send_statements([owed.pk], on=DAY, **call)
    for language, words in (("en", "By our books you owe us 100.00."), ("zh", "贵方应付我方 100.00")):
        shown = party.get(address, {"lang": language})
        assert words in shown.content.decode()
        assert shown["X-Robots-Tag"].startswith("noindex")
        assert "&lt;b&gt;R-1&lt;/b&gt;" in shown.content.decode(), "text is text"
    assert party.post(address, {"amount": "seventy"}).status_code == 422
    told = party.post(address, {"amount": "70.00", "note": "a credit note\x00 is missing"}, follow=True)
    assert told.status_code == 200
    owed.refresh_from_db()
    assert (owed.state, owed.answer) == ("differs", "a credit note is missing")
    party.post(address, {"agree": "1"})
    owed.refresh_from_db()
    assert (owed.state, owed.stated_amount) == ("agreed", owed.closing)
    assert "This is right" not in party.get(address + "?lang=en").content.decode()
    story = sign_in(world, KEEPS).get(reverse("web:account-statement", args=[owed.pk])).content.decode()
    assert "customer&#x27;s link" in story


def test_what_we_owe_is_read_and_typed_without_a_sign(world: World, owed: AccountStatement) -> None:
    """The party is owed 100 and says 120: in our books that is 20 more of debt."""
    AccountStatement.objects.update(closing=-100, state="sent", sent_on=DAY)
    address = reverse("web:party-statement", args=[finance.statement_token(owed.pk)])
    assert "By our books we owe you 100.00." in Client().get(address + "?lang=en").content.decode()
    told = Client().post(address + "?lang=en", {"amount": "120"}, follow=True).content.decode()
    assert "you told us 120.00" in told
    owed.refresh_from_db()
    assert (owed.state, owed.stated_amount) == ("differs", -120)


def test_a_link_answers_a_few_times_an_hour(
    world: World, owed: AccountStatement, monkeypatch: pytest.MonkeyPatch
) -> None:
    from interlock.web.views import account_statements

    monkeypatch.setattr(account_statements, "TRIES", 0)
    finance.send_statements([owed.pk], company=world.company, by=world.by, on=DAY)
    answer = Client().post(reverse("web:party-statement", args=[finance.statement_token(owed.pk)]), {"agree": "1"})
    assert answer.status_code == 429
    owed.refresh_from_db()
    assert owed.state == "sent"


def test_it_is_printed_in_both_languages_and_closed_to_others(world: World, owed: AccountStatement) -> None:
    from interlock.core.api import Company
    from interlock.web.paper.forms import printed

    company = Company.objects.get(pk=world.company)
    for language in ("en", "zh-hans"):
        sheet = printed(
            company, "account_statement", "account_statement", [owed.pk], language=language, base="http://x/"
        )
        assert sheet.startswith(b"%PDF")
    assert sign_in(world, ("sales.view_order",)).get(reverse("web:account-statements")).status_code == 403
    reader = sign_in(world, ("finance.view_accountstatement",))
    assert reader.get(reverse("web:account-statement", args=[owed.pk])).status_code == 200
    assert reader.post(reverse("web:account-statements-send"), {"id": owed.pk}).status_code == 403
    stranger = sign_in(World(code="ELSE"), KEEPS)
    assert stranger.get(reverse("web:account-statement", args=[owed.pk])).status_code == 404
    named = stranger.post(reverse("web:account-statements-send"), {"id": owed.pk})
    assert "Does not exist in this company" in named.content.decode()
