"""Users for the page tests: a role of chosen permissions, or of all."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from django.contrib.auth.models import Group, Permission
from django.test import Client

from interlock.core.api import Membership, User
from tests.builders import World

PASSWORD = "a-long-enough-password"
_names = itertools.count(1)


def make_user(world: World, permissions: Sequence[str] | None = None, language: str = "en") -> User:
    """Make a user with one role in the world's company; no permissions named means every one."""
    place = next(_names)
    user = User.objects.create_user(f"user{place}", password=PASSWORD, language=language, is_staff=True)
    role = Group.objects.create(name=f"role{place}")
    if permissions is None:
        role.permissions.set(Permission.objects.all())
    else:
        found = {
            f"{p.content_type.app_label}.{p.codename}": p for p in Permission.objects.select_related("content_type")
        }
        role.permissions.set([found[name] for name in permissions])
    Membership.objects.create(user=user, role=role, company_id=world.company)
    return user


def sign_in(world: World, permissions: Sequence[str] | None = None, language: str = "en") -> Client:
    client = Client(HTTP_ACCEPT_LANGUAGE=language)
    client.cookies["django_language"] = language
    client.force_login(make_user(world, permissions, language))
    return client
