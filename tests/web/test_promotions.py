"""Promotions on the pages: the list, the document, the order's lines, the hold's sentence, the masters' form."""

from __future__ import annotations

import re

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from interlock.sales.models import Promotion, Tier
from tests.builders import World
from tests.sales.promoting import coupon, promotion

from .people import sign_in


def test_the_pages_open_in_both_languages(world: World) -> None:
    made = promotion(world, platform_pct=50)
    coupon(world, made)
    tiered = promotion(world, "TIER", "tiered", needs_coupon=True)
    Tier.objects.create(company=world.company_row, promotion=tiered, from_amount=500, percent=10)
    world.receive(world.camera, 5, "500")
    good = world.order(discount="29.90", subsidy="14.95", coupon="C10")
    wrong = world.order(discount="30", subsidy="14.95", coupon="C10")
    addresses = {
        reverse("web:promotions"): "P10",
        reverse("web:promotion", args=[made.pk]): "C10",
        reverse("web:promotion", args=[tiered.pk]): "500.00",
        reverse("web:order", args=[good]): "14.95",
        reverse("web:order", args=[wrong]): "30.00",
    }
    for language in ("en", "zh-hans"):
        client = sign_in(world, language=language)
        for address, text in addresses.items():
            with CaptureQueriesContext(connection) as queries:
                response = client.get(address)
            content = response.content.decode()
            assert response.status_code == 200, address
            assert text in content, (address, text)
            assert len(queries) <= 16, (address, len(queries))
            assert not re.search(r"%\(\w+\)s|\{\{|\{%", content), address
    page = sign_in(world).get(reverse("web:order", args=[wrong])).content.decode()
    assert "platform took 30.00 off CAMERA, promotions give 29.90 (P10)" in page


def test_another_companys_promotion_does_not_exist(world: World, clerk: Client) -> None:
    theirs = promotion(World(code="ALIEN"))
    assert clerk.get(reverse("web:promotion", args=[theirs.pk])).status_code == 404


def test_a_promotion_is_entered_with_its_rows(world: World, clerk: Client) -> None:
    form = {
        "company": world.company, "code": "NEW", "name_en": "New", "name_zh": "新", "kind": "tiered",
        "gift_pieces": "1",
        "threshold_amount": "0", "stacking": "always", "priority": "5", "platform_pct": "0", "state": "active",
        "starts_at_0": "2026-11-01", "starts_at_1": "00:00", "ends_at_0": "2026-12-01", "ends_at_1": "00:00",
        **{f"{rows}-{what}_FORMS": "0" for rows in ("scopes", "members") for what in ("TOTAL", "INITIAL")},
        "tiers-TOTAL_FORMS": "1", "tiers-INITIAL_FORMS": "0", "tiers-0-from_amount": "100", "tiers-0-percent": "5",
    }  # fmt: skip
    response = clerk.post(reverse("admin:sales_promotion_add"), form | {"ends_at_0": "2026-10-01"})
    assert "A promotion ends after it begins." in str(response.context["adminform"].form.errors)
    assert clerk.post(reverse("admin:sales_promotion_add"), form).status_code == 302
    assert Tier.objects.get(promotion=Promotion.objects.get(code="NEW")).company_id == world.company


def test_a_coupon_opens_its_own_companys_promotion_and_keeps_what_it_gave(world: World, clerk: Client) -> None:
    theirs, ours = promotion(World(code="ALIEN")), promotion(world)
    made = coupon(world, ours)
    world.receive(world.camera, 1, "100")
    world.order(discount="29.90", coupon="C10")
    form = {"company": world.company, "code": "X", "promotion": theirs.pk, "budget_amount": "9", "state": "active"}
    form |= {"ends_at_0": "", "ends_at_1": "", "most_uses": ""}
    response = clerk.post(reverse("admin:sales_coupon_add"), form)
    assert "another company" in str(response.context["adminform"].form.errors)
    address = reverse("admin:sales_coupon_change", args=[made.pk])
    response = clerk.post(address, form | {"code": "C10", "promotion": ours.pk})
    assert "29.90" in str(response.context["adminform"].form.errors)
    assert clerk.post(address, form | {"code": "C10", "promotion": ours.pk, "budget_amount": "30"}).status_code == 302
