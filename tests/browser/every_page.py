"""Every page there is, found in the URL conf: the workplace, the masters' admin, the door; each with what it shows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.contrib import admin
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from interlock.sales import api as sales

#: What an argument of an address names, where no model bears its name alone.
MODELS = {
    "account_id": "finance.Account", "approval_id": "core.ApprovalRequest", "entry_id": "core.LoginEntry",
    "event_id": "finance.Event", "import_id": "core.Import", "review_id": "core.AccessReview", "role_id": "auth.Group",
    "run_id": "core.Run", "return_id": "sales.Return", "draft_id": "finance.VoucherDraft",
}  # fmt: skip
#: Where the argument's name means something else than elsewhere.
OF_PAGE = {
    "order-draft": "sales.OrderDraft", "webhook-delivery": "core.WebhookDelivery", "review": "core.AccessReview",
}  # fmt: skip
#: Pages besides: the same address with another part of it open, or what only a certain document shows.
PARTS = {
    "order": ("lines", "supply", "money", "trace", "timeline", "files"),
    "delivery": ("lines", "money", "trace", "timeline", "files"),
    "return": ("lines", "money", "trace", "timeline", "files"),
    "role": ("permissions", "menu", "limits", "people"),
    "person": ("roles", "limits"),
    "interface": ("orders", "alerts"),
}  # fmt: skip


def pages(company: int) -> Iterator[tuple[str, str]]:
    """Answer the name and address of each page of the workplace and the door, as a company fills them."""
    for resolver in get_resolver().url_patterns:
        inner = resolver.url_patterns if isinstance(resolver, URLResolver) else [resolver]
        prefix = "web:" if isinstance(resolver, URLResolver) and resolver.namespace == "web" else ""
        if isinstance(resolver, URLResolver) and (resolver.namespace or "web") != "web":
            continue
        for pattern in inner:
            if isinstance(pattern, URLPattern) and pattern.name and str(pattern.pattern).count("<") < 3:
                given = arguments(str(pattern.name), str(pattern.pattern), company)
                if given is not None:
                    address = reverse(f"{prefix}{pattern.name}", kwargs=given)
                    yield str(pattern.name), address
                    yield from (
                        (f"{pattern.name} {one}", f"{address}?tab={one}") for one in PARTS.get(pattern.name, ())
                    )


def arguments(page: str, route: str, company: int) -> dict[str, Any] | None:
    """Answer what stands in an address; nothing where there is no such thing."""
    given: dict[str, Any] = {}
    for kind, name in re.findall(r"<(\w+):(\w+)>", route):
        known = OTHERS.get(name) if kind != "int" else None
        value = (
            known(company) if known else latest(OF_PAGE.get(page) or model_of(name), company) if kind == "int" else None
        )
        if value is None:
            return None
        given[name] = value
    return given


OTHERS = {
    "token": lambda company: sales.link_token(latest("sales.Order", company) or 0),
    "code": lambda company: apps.get_model("core.Company").objects.get(pk=company).code,
    "month": lambda _company: "2026-11",
}


def model_of(name: str) -> str:
    if name in MODELS:
        return MODELS[name]
    wanted = name.removesuffix("_id").replace("_", "")
    found = [one._meta.label for one in apps.get_models() if one._meta.model_name == wanted]
    return found[0] if len(found) == 1 else ""


def latest(label: str, company: int) -> int | None:
    """Answer the newest of a model in a company."""
    if not label:
        return None
    model = apps.get_model(label)
    found = model._default_manager.all()
    if any(field.name == "company" for field in model._meta.get_fields()):
        found = found.filter(company_id=company)
    return found.order_by("-pk").values_list("pk", flat=True).first()


def masters() -> Iterator[tuple[str, str]]:
    """Answer the lists and forms of the admin: its index, and of each master list, new, one, and one's history."""
    yield "admin", reverse("admin:index")
    seen = set()
    for model in admin.site._registry:
        meta = model._meta
        name = f"{meta.app_label}_{meta.model_name}"
        if meta.app_label not in seen:
            seen.add(meta.app_label)
            yield f"admin {meta.app_label}", reverse("admin:app_list", args=[meta.app_label])
        yield f"admin {name}", reverse(f"admin:{name}_changelist")
        yield f"admin {name} add", reverse(f"admin:{name}_add")
        one = model._default_manager.values_list("pk", flat=True).first()
        if one is not None:
            for page in ("change", "delete", "history"):
                yield f"admin {name} {page}", reverse(f"admin:{name}_{page}", args=[one])


def every_page(company: int) -> dict[str, str]:
    """Answer the address of each page by its name."""
    return dict([*pages(company), *masters(), ("interface", "/api/v1/docs"), ("no such page", "/nowhere/")])
