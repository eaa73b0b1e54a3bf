"""People who see a part of a company work with it: print, talk, attach, answer, enter orders; no link is a wall."""

from __future__ import annotations

import html
import json
import re
from typing import Any
from urllib.parse import urljoin, urlsplit
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import Resolver404, resolve, reverse

from interlock.core.api import Attachment, User, actor_of, remove_attachments, write_comments
from interlock.core.models import Comment
from interlock.sales.models import OrderDraft
from tests.builders import World

from .people import make_user
from .test_matrix import roles
from .test_scopes import Two, browser, limit, partner, two

__all__ = ["two"]
LINK = re.compile(r'<(?:a|link|img|iframe)\b[^>]*?\b(?:href|src)="([^"#][^"]*)"')


@pytest.fixture(autouse=True)
def kept(settings: Any, tmp_path: Any) -> None:
    settings.FILES_ROOT = tmp_path


@pytest.fixture
def clerk(two: Two) -> User:
    """Answer a clerk who holds every permission and sees the first shop."""
    user = make_user(two.world)
    limit(two.world, user, "shop", two.world.shop.pk)
    return User.objects.get(pk=user.pk)


def beside(name: str, *more: Any) -> Any:
    return lambda order: reverse(f"web:document-{name}", args=["order", order, *more])


@pytest.mark.parametrize(
    ("address", "posted", "answer"),
    [
        (beside("pdf", "order_confirmation"), None, 200),
        (beside("trace"), None, 200),
        (beside("people"), None, 200),
        (beside("comment"), {"text": "Called the buyer."}, 302),
        (beside("attach"), {"file": SimpleUploadedFile("note.txt", b"signed")}, 302),
    ],
    ids=["print", "trace", "people", "comment", "attach"],
)
def test_beside_a_document_that_is_seen(two: Two, clerk: User, address: Any, posted: Any, answer: int) -> None:
    client, statuses = browser(clerk), []
    for order in (two.mine, two.foreign):
        asked = client.post(address(order), posted | {"key": str(uuid4())}) if posted else client.get(address(order))
        statuses.append(asked.status_code)
    assert statuses == [answer, 404]
    assert set(Comment.objects.values_list("document_id", flat=True)) <= {two.mine}
    assert set(Attachment.objects.values_list("document_id", flat=True)) <= {two.mine}


def test_files_of_documents_that_are_not_seen_do_not_exist(two: Two, clerk: User) -> None:
    everything = browser(make_user(two.world))
    for order in (two.mine, two.foreign):
        file = SimpleUploadedFile("note.txt", f"of {order}".encode())
        everything.post(beside("attach")(order), {"file": file, "key": str(uuid4())})
    mine, foreign = (Attachment.objects.get(document_id=order).pk for order in (two.mine, two.foreign))
    client = browser(clerk)
    assert [client.get(reverse("web:attachment", args=[one])).status_code for one in (mine, foreign)] == [200, 404]
    assert client.post(reverse("web:attachment-remove", args=[foreign]), {"reason": "x"}).status_code == 404
    taken = remove_attachments([foreign, mine], company=two.world.company, by=actor_of(clerk, "test"), reason="double")
    assert taken.table() == [(foreign, "not_found"), (mine, "done")]


def test_only_who_sees_a_document_is_told_of_it(two: Two, clerk: User) -> None:
    world, boss = two.world, make_user(two.world)
    said = {
        "company": world.company,
        "by": actor_of(boss, "test"),
        "kind": "order",
        "text": f"@{clerk.username} please",
    }
    told = [write_comments([order], **said).verdicts[0].detail for order in (two.mine, two.foreign)]
    assert told == [{"told": [clerk.username], "unknown": []}, {"told": [], "unknown": [clerk.username]}]


def test_the_inbox_is_ones_own(clerk: User) -> None:
    client = browser(clerk)
    for name in ("inbox", "deputies"):
        assert client.get(reverse(f"web:{name}")).status_code == 200, name
    assert client.get(reverse("web:inbox"), {"box": "asked"}).status_code == 200


def test_an_order_is_entered_for_ones_own_shop(two: Two, clerk: User) -> None:
    client, boss = browser(clerk), browser(make_user(two.world))

    def save(who: Client, shop: str, **more: Any) -> Any:
        line = {"ordinal": 1, "item": "CAMERA", "quantity": "2"}
        sheet = {"key": str(uuid4()), "head": {"shop": shop, "customer": "", **ADDRESS}, "lines": [line], **more}
        return who.post(reverse("web:order-drafts-save"), json.dumps(sheet), content_type="application/json")

    shown = client.get(reverse("web:order-new"))
    assert [shop.code for shop in shown.context["shops"]] == ["S1"]
    assert save(client, "S2").json()["code"] == "unknown_shop"
    foreign = save(boss, "S2").json()["draft"]
    assert save(client, "S1", draft=foreign, version=1).json()["code"] == "not_found"
    mine = save(client, "S1").json()["draft"]
    assert [row.id for row in client.get(reverse("web:order-drafts")).context["page"].rows] == [mine]
    for name in ("order-draft", "order-draft-lines"):
        pair = [client.get(reverse(f"web:{name}", args=[one])).status_code for one in (mine, foreign)]
        assert pair == [200, 404], name
    found = {shop: client.get(reverse("web:order-drafts-items"), {"q": "CAMERA", "shop": shop.pk}).json()["found"]
             for shop in (two.world.shop, two.other)}  # fmt: skip
    assert [len(rows) for rows in found.values()] == [1, 0]
    client.post(reverse("web:order-drafts-submit"), {"id": [mine, foreign], "key": str(uuid4())})
    states = dict(OrderDraft.objects.values_list("id", "state"))
    assert (states[mine], states[foreign]) == ("submitted", "draft")


ADDRESS = {"buyer": "Chen", "phone": "13800138000", "province": "上海市", "city": "上海市", "district": "浦东新区",
           "address": "1 Century Avenue"}  # fmt: skip


def walked(client: Client, *starts: str) -> dict[str, int]:
    """Follow every link to each page once; answers the status of each, by ``page from page``."""
    open_, known, found = [(start, "") for start in starts], set(), {}
    while open_:
        address, whence = open_.pop()
        path = urlsplit(address).path
        try:
            name = resolve(path).view_name
        except Resolver404:
            name = path
        if name in known or path.startswith("/static/"):
            continue
        known.add(name)
        answer = client.get(address)
        found[f"{name} from {whence}"] = answer.status_code
        if answer.status_code == 302:
            open_.append((answer["Location"], name))
        if answer.status_code == 200 and "text/html" in answer["Content-Type"]:
            links = (html.unescape(link) for link in LINK.findall(answer.content.decode()))
            open_ += [
                (urljoin(address, link), name) for link in links if urlsplit(link).netloc == "" and ":" not in link[:12]
            ]
    return found


def few(world: World) -> User:
    return make_user(world, ["sales.view_order", "core.write_comments", "core.read_notices"])


def of_a_shop(world: World) -> User:
    user = make_user(world)
    limit(world, user, "shop", world.shop.pk)
    return user


def of_a_warehouse(world: World) -> User:
    user = make_user(world)
    limit(world, user, "warehouse", world.east.pk)
    return user


def of_a_customer(world: World) -> User:
    return partner(world, world.customer.pk)


@pytest.mark.parametrize(("who", "least"), [(of_a_shop, 25), (of_a_warehouse, 12), (few, 8), (of_a_customer, 3)])
def test_no_link_is_a_wall(two: Two, who: Any, least: int) -> None:
    two.world.returned(two.mine, ("CAMERA", 1))
    two.world.order(("NOBODY", 1))
    pages = walked(browser(User.objects.get(pk=who(two.world).pk)), "/")
    assert not {page: status for page, status in pages.items() if status not in {200, 302, 405}}
    assert len(pages) >= least, pages


@pytest.mark.slow
def test_no_link_is_a_wall_for_any_role(two: Two) -> None:
    """Each role of the sample company, as everybody's start page and what it leads to."""
    two.world.returned(two.mine, ("CAMERA", 1))
    two.world.order(("NOBODY", 1))
    walls = {}
    for role, names in roles().items():
        pages = walked(browser(make_user(two.world, sorted(names))), "/")
        shut = {page: status for page, status in pages.items() if status not in {200, 302, 405}}
        # The framework's own links between masters, and jumps by number, whose kind shows when they are followed.
        walls |= {(role, page): shut[page] for page in shut if not page.endswith(("web:document", "_change"))}
        assert len(pages) > 8, role
    assert not walls
