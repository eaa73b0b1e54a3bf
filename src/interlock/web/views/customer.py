"""The customer's page: the progress of an order behind a signed link, for a phone, without signing in."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone, translation
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from interlock.sales import api as sales

#: What ``?lang=`` may say, as people write it.
LANGUAGES = {"en": "en", "zh": "zh-hans", "zh-hans": "zh-hans", "zh-cn": "zh-hans"}


@require_safe
@never_cache
def order(request: HttpRequest, token: str) -> HttpResponse:
    """Show how far the order behind a link is; a link that does not work says so, and nothing else."""
    chosen = LANGUAGES.get(request.GET.get("lang", "").lower())
    found = sales.progress_of(token)
    zone = ZoneInfo(found.order.time_zone if found else settings.TIME_ZONE)
    with translation.override(chosen or translation.get_language()), timezone.override(zone):
        response = render(
            request,
            "web/customer.html",
            {"progress": found, "chosen": chosen, "token": token},
            status=200 if found else 404,
        )
    return shut(response)


def shut(response: HttpResponse) -> HttpResponse:
    """Keep a page behind a link out of search engines, and its address out of what others are told."""
    response["X-Robots-Tag"] = "noindex, nofollow, noarchive"
    response["Referrer-Policy"] = "no-referrer"
    return response
