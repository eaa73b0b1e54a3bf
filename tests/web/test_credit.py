"""Credit on the pages: groups, limits and terms, an order let pass, dunning letters and their paper."""

from __future__ import annotations

import re
from datetime import timedelta
from decimal import Decimal
from functools import partial
from uuid import uuid4

from django.test import Client
from django.urls import reverse

from interlock.finance import api as finance
from interlock.finance.models import CreditGroup, CreditLimit, CreditRelease, DunningLetter, DunningLevel
from tests.builders import DAY, World
from tests.crediting import Credit

from .people import sign_in


def overdue(world: World) -> tuple[Credit, int]:
    """Answer credit with something overdue, and an order that is held over it."""
    world.receive(world.camera, 20, "200")
    credit = Credit(world, days=0)
    done = world.order(("CAMERA", 2), state="recognised", paid_amount="", paid_at="")
    assert credit.drawn(done) == {"invoice": 598}
    DunningLevel.objects.create(
        company_id=world.company,
        level=1,
        days=1,
        name_en="Reminder",
        name_zh="提醒",
        text_en="Please pay.",
        text_zh="请付款。",
    )
    letters = finance.write_dunning_letters([world.customer.pk], on=DAY + timedelta(days=5), **credit.call())
    assert letters.counts == {"done": 1}
    return credit, world.order(("CAMERA", 3), paid_amount="", paid_at="")


def _found(client: Client, page: str, **asked: str) -> list[int]:
    return [row.id for row in client.get(reverse(f"web:{page}"), asked).context["page"].rows]


def test_the_pages_open_in_both_languages(world: World) -> None:
    credit, held = overdue(world)
    letter = DunningLetter.objects.get()
    addresses = {
        reverse("web:credit-groups"): "G1",
        reverse("web:credit-group", args=[credit.id]): "598.00",
        reverse("web:order", args=[held]): "897.00",
        reverse("web:dunning"): letter.number,
        reverse("web:dunning-letter", args=[letter.pk]): "598.00",
    }
    for language in ("en", "zh-hans"):
        client = sign_in(world, language=language)
        for address, text in addresses.items():
            response = client.get(address)
            content = response.content.decode()
            assert response.status_code == 200, address
            assert text in content, (address, text)
            assert not re.search(r"%\(\w+\)s|\{\{|\{%", content), address
    found = partial(_found, sign_in(world))
    day = letter.written_on.isoformat()
    assert found("dunning", **{"from": day, "to": day, "min": "598", "max": "598"}) == [letter.pk]
    for nothing in ({"from": "2027-01-01"}, {"to": "2020-01-01"}, {"min": "598.01"}, {"max": "597.99"}):
        assert found("dunning", **nothing) == [], nothing
    assert (found("credit-groups", min="598"), found("credit-groups", min="9999999")) == ([credit.id], [])
    page = sign_in(world).get(reverse("web:order", args=[held])).content.decode()
    assert "897.00 CNY wanted, credit group G1 has 402.00 left" in page


def test_a_limit_and_terms_are_set_and_an_order_let_pass(world: World, clerk: Client) -> None:
    credit, held = overdue(world)
    page = reverse("web:credit-group", args=[credit.id])
    form = {"key": str(uuid4()), "share": "trade", "amount": "900", "valid_from": "2026-01-01", "reason": "less"}
    assert clerk.post(reverse("web:credit-limit", args=[credit.id]), form).url == page
    assert CreditLimit.objects.filter(amount=900, state="set").exists()
    terms = {"party": world.customer.code, "method": "collection", "credit_days": "45", "share": "trade"}
    assert clerk.post(reverse("web:credit-terms", args=[credit.id]), terms).url == page
    term = finance.CreditTerm.objects.get()
    assert (term.method, term.credit_days) == ("collection", 45)
    before = finance.CreditBalance.objects.get(share="trade").exposure_amount
    change = {
        "key": str(uuid4()),
        "party": world.customer.code,
        "kind": "adjustment",
        "amount": "-1.50",
        "share": "trade",
    }
    assert clerk.post(reverse("web:credit-adjust", args=[credit.id]), change).url == page
    assert finance.CreditBalance.objects.get(share="trade").exposure_amount == before - Decimal("1.50")
    assert "Adjust the credit of G1" in clerk.get(page).content.decode()
    form = {"note": "good customer", "expires_on": "2099-12-31"}
    assert clerk.post(reverse("web:order-credit", args=[held]), form).url == reverse("web:order", args=[held])
    assert world.state(held) == "reviewed"
    assert CreditRelease.objects.get().amount == Decimal("593.50"), "less was owed by then"
    letter = DunningLetter.objects.get()
    clerk.post(reverse("web:dunning-send"), {"id": letter.pk, "single": "1"})
    letter.refresh_from_db()
    assert letter.state == "sent"
    assert clerk.post(reverse("web:dunning-write")).status_code == 302


def test_another_companys_group_does_not_exist(world: World, clerk: Client) -> None:
    other = World(code="ALIEN")
    theirs = CreditGroup.objects.create(
        company=other.company_row, code="T", name_en="T", name_zh="T", currency=other.company_row.currency
    )
    assert clerk.get(reverse("web:credit-group", args=[theirs.pk])).status_code == 404
    assert sign_in(world, ["stock.view_balance"]).get(reverse("web:credit-groups")).status_code == 403
