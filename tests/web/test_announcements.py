"""What a company announces: kept as a master, read by everybody on the start page, by partners where it is for them."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django.test import Client
from django.urls import reverse
from django.utils import timezone

from interlock.core.api import Announcement
from tests.builders import World

from .people import sign_in
from .test_scopes import browser, partner

#: The day it is where the company is.
TODAY = timezone.now().astimezone(ZoneInfo("Asia/Shanghai")).date()


def announce(world: World, name: str, first: date = TODAY, last: date | None = None, **more: Any) -> None:
    given = {"name_en": name, "name_zh": f"{name} 公告", "first_on": first, "last_on": last, **more}
    Announcement.objects.create(company_id=world.company, **given)


def test_an_administrator_announces_and_everybody_reads(world: World, clerk: Client) -> None:
    form = {
        "company": world.company, "name_en": "Stocktaking <b>", "name_zh": "盘点", "text_en": "No shipping on Friday.",
        "text_zh": "", "first_on": TODAY.isoformat(), "last_on": "", "is_urgent": "on",
    }  # fmt: skip
    kept = clerk.post(reverse("admin:core_announcement_add"), form)
    assert kept.status_code == 302, kept.context["errors"]
    reader = sign_in(world, ["sales.view_order"])
    seen = reader.get("/").content.decode()
    assert "Stocktaking &lt;b&gt;" in seen
    assert "No shipping on Friday." in seen
    chinese = sign_in(world, ["sales.view_order"], language="zh-hans").get("/").content.decode()
    assert "盘点" in chinese
    assert "No shipping on Friday." in chinese, "a text that is there in one language is shown in the other"
    assert reader.get(reverse("admin:core_announcement_add")).status_code == 403


def test_it_is_read_on_its_days_in_its_company(world: World) -> None:
    day = timedelta(days=1)
    announce(world, "Now", TODAY - day, TODAY)
    announce(world, "Urgent", TODAY - day, is_urgent=True)
    announce(world, "Over", TODAY - 5 * day, TODAY - 2 * day)
    announce(world, "Coming", TODAY + 2 * day)
    announce(World(code="ALIEN"), "Elsewhere")
    page = sign_in(world).get("/")
    assert [one.name_en for one in page.context["announced"]] == ["Urgent", "Now"]


def test_partners_read_what_is_for_them(world: World) -> None:
    announce(world, "Ours")
    announce(world, "Everybody's", for_partners=True)
    page = browser(partner(world, world.customer.pk)).get(reverse("web:partner"))
    assert [one.name_en for one in page.context["announced"]] == ["Everybody's"]
    assert "Everybody&#x27;s" in page.content.decode()
