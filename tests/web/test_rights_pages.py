"""The pages of rights: roles, people, conflicts and reviews, in both languages; what a form says is done."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from django.urls import reverse

from interlock.core.api import (
    AccessReview,
    AccessReviewLine,
    Company,
    DataScope,
    DutyConflict,
    DutyException,
    Membership,
    Retention,
    RightsChange,
    Role,
)
from tests.builders import World

from .people import make_user, sign_in

A, B = "sales.amend_orders", "sales.release_orders"
LATER = (date.today() + timedelta(days=60)).isoformat()  # noqa: DTZ011 - a day


@pytest.fixture
def clerk(world: World) -> Client:
    client = sign_in(world)
    client.get("/")
    return client


@pytest.mark.parametrize("language", ["en", "zh-hans"])
def test_the_pages_open_in_both_languages(world: World, language: str) -> None:
    client, user = sign_in(world, language=language), make_user(world, [A, B])
    DutyConflict.objects.create(first=A, second=B, name_en="both", name_zh="两者")
    role = user.memberships.get().role_id
    client.post(reverse("web:reviews-start"), {"as_of": date.today().isoformat()})  # noqa: DTZ011
    review = AccessReview.objects.get().pk
    pages = [reverse(f"web:{name}") for name in ("roles", "people", "duties", "reviews", "exceptions")]
    tabs = ("rights", "members", "limits", "menu", "changes")
    pages += [reverse("web:role", args=[role]) + f"?tab={tab}" for tab in tabs]
    pages += [reverse("web:person", args=[user.pk]) + f"?tab={tab}" for tab in ("roles", "may", "limits", "changes")]
    pages.append(reverse("web:review", args=[review]))
    assert {page: client.get(page).status_code for page in pages} == dict.fromkeys(pages, 200)
    duties = client.get(reverse("web:duties")).content.decode()
    assert ("not explained" if language == "en" else "未说明") in duties


def test_a_role_is_made_filled_given_and_taken(world: World, clerk: Client) -> None:
    user = make_user(world, [])
    made = clerk.post(reverse("web:role-new"), {"name_en": "Desk", "name_zh": "前台"})
    role = Group.objects.get(name="Desk").pk
    assert made["Location"] == reverse("web:role", args=[role])
    form = {"rights": "1", "name_en": "Desk", "name_zh": "前台", "permission": [A, "sales.view_order"]}
    assert clerk.post(reverse("web:role-save", args=[role]), form).status_code == 302
    allowed = Group.objects.get(pk=role).permissions.values_list("codename", flat=True)
    assert sorted(allowed) == ["amend_orders", "view_order"]
    given = {"id": user.pk, "role": role, "first": "2026-01-01", "to": "person", "of": user.pk}
    assert clerk.post(reverse("web:people-give"), given)["Location"] == reverse("web:person", args=[user.pk])
    assert Membership.objects.get(user=user, role_id=role).valid_from == date(2026, 1, 1)
    page = clerk.get(reverse("web:person", args=[user.pk]) + "?tab=may").content.decode()
    assert "Desk" in page
    assert clerk.post(reverse("web:people-take"), {"id": user.pk, "role": role}).status_code == 302
    assert not Membership.objects.filter(user=user, role_id=role).exists()
    changes = clerk.get(reverse("web:person", args=[user.pk]) + "?tab=changes").content.decode()
    assert "role taken away" in changes


def test_a_menu_is_ordered_and_hidden_by_its_role(world: World) -> None:
    user = make_user(world)
    role = user.memberships.get().role_id
    client = Client(HTTP_ACCEPT_LANGUAGE="en")
    client.force_login(user)

    def links() -> list[str]:
        return [link["url"] for group in client.get("/").context["navigation"] for link in group["links"]]

    before = links()
    assert before.index(reverse("web:orders")) < before.index(reverse("web:deliveries"))
    form = {"menu": "1", "hide-web:board": "1", "place-web:orders": "9", "place-web:deliveries": "1"}
    assert client.post(reverse("web:role-save", args=[role]), form).status_code == 302
    assert Role.objects.get(pk=role).menu == {"web:board": None, "web:orders": 9, "web:deliveries": 1}
    now = links()
    assert reverse("web:board") not in now
    assert now.index(reverse("web:orders")) > now.index(reverse("web:returns"))
    assert client.get(reverse("web:board")).status_code == 200, "a menu hides, permissions close"


def test_limits_are_ticked(world: World, clerk: Client) -> None:
    user = make_user(world, ["sales.view_order"])
    form = {"id": user.pk, "to": "person", "of": user.pk, "tab": "limits", "on-shop": "1", "shop": world.shop.pk}
    assert clerk.post(reverse("web:people-limit"), form).status_code == 302
    assert DataScope.objects.get(user=user).ids == [world.shop.pk]
    role = user.memberships.get().role_id
    assert clerk.post(reverse("web:roles-limit"), {"id": role, "on-own": "1"}).status_code == 302
    assert DataScope.objects.get(role_id=role).dimension == "own"


def test_the_matrix_is_kept_and_conflicts_are_explained(world: World, clerk: Client) -> None:
    user = make_user(world, [A, B])
    pairs = reverse("web:duties-pairs")
    pair = {"first": A, "second": B, "name_en": "both", "name_zh": "两者", "severity": "reason"}
    clerk.post(pairs, {"do": "add"} | pair)
    conflict = DutyConflict.objects.get()
    explained = {"id": user.pk, "conflict": conflict.pk, "reason": "small company", "until": LATER}
    assert clerk.post(reverse("web:duties-explain"), explained).status_code == 302
    assert DutyException.objects.get().reason == "small company"
    clerk.post(pairs, {"do": "severity", "pair": conflict.pk, "severity": "refused"})
    assert DutyConflict.objects.get().severity == "refused"
    clerk.post(pairs, {"do": "remove", "pair": conflict.pk})
    clerk.post(pairs, {"do": "ship"})
    assert not DutyConflict.objects.filter(pk=conflict.pk).exists()
    assert DutyConflict.objects.count() > 5
    assert sign_in(world, ["core.review_access"]).post(pairs, {"do": "ship"}).status_code == 403


def test_what_is_the_groups_is_not_kept_from_one_company(world: World, clerk: Client) -> None:
    """The matrix of duties and how long logs are kept hold for every company."""
    pairs, logs = reverse("web:duties-pairs"), reverse("web:logs")
    kept = reverse("admin:core_retention_add")
    pair = {"do": "add", "first": A, "second": B, "name_en": "both", "name_zh": "两者", "severity": "refused"}
    clerk.post(pairs, pair)
    conflict = DutyConflict.objects.get().pk
    World(code="OTHER")
    clerk.post(pairs, {"do": "remove", "pair": conflict})
    clerk.post(pairs, {"do": "severity", "pair": conflict, "severity": "reason"})
    clerk.post(pairs, {"do": "ship"})
    assert DutyConflict.objects.get().severity == "refused"
    assert clerk.post(logs, {"logins": "1"}).status_code == 403
    assert clerk.get(logs).status_code == 200
    assert clerk.post(kept, {"log": "logins", "days": "1"}).status_code == 403
    assert not Retention.objects.exists()
    everywhere = make_user(world)
    role = everywhere.memberships.get().role_id
    for company in Company.objects.exclude(pk=world.company):
        Membership.objects.create(user=everywhere, role_id=role, company=company)
    mighty = Client(HTTP_ACCEPT_LANGUAGE="en")
    mighty.force_login(everywhere)
    assert mighty.post(logs, {"logins": "400"}).status_code == 302
    mighty.post(pairs, {"do": "severity", "pair": conflict, "severity": "reason"})
    mighty.post(pairs, {"do": "remove", "pair": conflict})
    changes = RightsChange.objects.filter(subject="matrix").order_by("id")
    assert [one.what for one in changes] == ["pair_added", "pair_changed", "pair_removed"]
    assert (changes[1].before["severity"], changes[1].after["severity"]) == ("refused", "reason")
    assert changes[2].actor_id == everywhere.pk
    assert "pair taken away" in mighty.get(reverse("web:duties")).content.decode()


def test_a_review_is_decided_and_signed_on_its_page(world: World, clerk: Client) -> None:
    user = make_user(world, ["sales.view_order"])
    clerk.post(reverse("web:reviews-start"), {})
    review = AccessReview.objects.get().pk
    lines = {one.user_id: one.pk for one in AccessReviewLine.objects.all()}
    mine = next(key for key in lines if key != user.pk)
    decide = reverse("web:reviews-decide")
    clerk.post(decide, {"id": lines[user.pk], "decision": "take", "comment": "left", "of": review})
    assert clerk.post(decide, {"id": lines[mine], "decision": "keep", "of": review}).status_code == 409
    sign_in(world, ["core.review_access"]).post(decide, {"id": lines[mine], "decision": "keep", "of": review})
    assert clerk.post(reverse("web:reviews-sign"), {"id": review}).status_code == 302
    assert not Membership.objects.filter(user=user).exists()
    assert clerk.get(reverse("web:review-file", args=[review])).status_code == 200
    told = clerk.get(reverse("web:review", args=[review])).content.decode()
    assert "signature is valid" in told
    assert "role taken away" not in told, "what a signature takes stands in the review after it"
    clerk.post(reverse("web:reviews-start"), {})
    after = AccessReview.objects.exclude(pk=review).get().pk
    changed = clerk.get(reverse("web:review", args=[after])).content.decode().split("Changed since")[1]
    assert "role taken away" in changed
    assert user.username in changed, "whose right it was"
    alien = sign_in(World(code="ALIEN"))
    assert alien.get(reverse("web:review", args=[review])).status_code == 404
    assert alien.get(reverse("web:person", args=[mine])).status_code == 404
