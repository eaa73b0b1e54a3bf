"""No page without a guard: each address of the workplace asks who signed in, or stands here with its reason."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, get_resolver

#: Whoever opens these need not have signed in, or has not yet.
NO_GUARD = {
    "sign-in": "the door itself",
    "sign-out": "whoever has no company any more may still leave",
    "language": "chosen before signing in, too",
    "customer": "opened by a signed link",
    "customer-invoices": "opened by the same link",
    "customer-invoice-file": "opened by the same link",
    "party-statement": "opened by a signed link",
    "password": "one's own, whatever company: Django asks who signed in",
}


def test_every_page_asks_who_signed_in_or_says_why_not() -> None:
    resolver = next(
        one for one in get_resolver().url_patterns if isinstance(one, URLResolver) and one.namespace == "web"
    )
    pages = [one for one in resolver.url_patterns if isinstance(one, URLPattern)]
    assert len(pages) == len(resolver.url_patterns), "no further resolver below, whose pages nobody would count"
    open_pages = {str(one.name) for one in pages if not hasattr(one.callback, "permissions")}
    assert open_pages == set(NO_GUARD), "a page without a guard needs a reason, and a reason a page"
