"""A buyer's invoices behind the signed link of an order: how far each parcel is, asking for one, taking it along."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.http import content_disposition_header
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from interlock.core.api import Actor, Company, File, content_path
from interlock.core.sql import rows
from interlock.finance import api as finance
from interlock.parties import api as parties
from interlock.sales import api as sales

from .. import words_customer
from ..paper.forms import printed
from ..queries import customer as queries
from .customer import LANGUAGES, shut

ASK = "finance.request_invoices"
#: as often an hour a link may ask, and take a file along; each process of the server counts by itself
TRIES, FILES, HOUR = 10, 30, 3_600


@dataclass
class Parcel:
    """A parcel and its invoices; ``way`` says what to do: ask, wait for the goods (later), ask the shop, or nothing."""

    id: int
    way: str
    left: Decimal
    invoices: list[Any]


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def invoices(request: HttpRequest, token: str) -> HttpResponse:
    """Show how far the parcels of an order are invoiced, and ask for the invoice of one."""
    chosen = LANGUAGES.get(request.GET.get("lang", "").lower())
    found = sales.progress_of(token)
    with translation.override(chosen or translation.get_language()):
        if found is None:
            return shut(render(request, "web/customer.html", {"progress": None, "chosen": chosen}, status=404))
        order = found.order
        with timezone.override(ZoneInfo(order.time_zone)):
            parcels = parcels_of(order)
            context: dict[str, Any] = {"order": order, "token": token, "chosen": chosen, "parcels": parcels}
            if request.method != "POST":
                return shut(render(request, "web/customer_invoices.html", context))
            parcel = next((one for one in parcels if str(one.id) == request.POST.get("parcel")), None)
            if parcel is None:
                raise Http404
            typed, faults = read(request.POST)
            faults = faults or _ask(order, parcel, typed)
            if not faults:
                here = reverse("web:customer-invoices", args=[token])
                return shut(redirect(f"{here}?lang={request.GET['lang']}" if chosen else here))
            context |= {"typed": typed, "faults": faults, "asked_for": parcel.id}
            status = 429 if "too_often" in faults.values() else 422
            return shut(render(request, "web/customer_invoices.html", context, status=status))


def parcels_of(order: Any) -> list[Parcel]:
    """Answer the parcels of an order with their invoices; what carries others' goods too is asked of the shop."""
    found = rows(queries.SQL["parcels"], company=order.company_id, order=order.id)
    told = finance.invoiced(order.company_id, [row.id for row in found if row.is_alone])
    open_door = finance.TaxRegistration.objects.filter(company_id=order.company_id).exists()
    return [_parcel(row, told.get(row.id), open_door=open_door) for row in found]


def _parcel(row: Any, told: finance.Invoiced | None, *, open_door: bool) -> Parcel:
    if not row.is_alone or not open_door:
        return Parcel(row.id, "shop", Decimal(0), [])
    if told is None:
        return Parcel(row.id, "later", Decimal(0), [])
    own = [one for one in told.invoices if one.is_alone]
    if not told.on_demand or len(own) < len(told.invoices):
        return Parcel(row.id, "" if own and not told.left else "shop", told.left, own)
    return Parcel(row.id, "ask" if told.left else "", told.left, own)


def read(form: Any) -> tuple[dict[str, str], dict[str, str]]:
    """Answer what a buyer typed, without what no invoice can carry, and what is wrong with it by field."""
    typed = {
        field: "".join(sign for sign in form.get(field, "") if sign.isprintable()).strip()
        for field in ("name", "code", "email")
    }
    typed["code"] = typed["code"].replace(" ", "").upper()
    faults = {}
    if not typed["name"]:
        faults["name"] = "no_buyer"
    elif len(typed["name"]) > 120:
        faults["name"] = "too_long"
    if typed["code"] and not parties.uscc.is_valid(typed["code"]):
        faults["code"] = "bad_code"
    if typed["email"]:
        try:
            validate_email(typed["email"])
        except ValidationError:
            faults["email"] = "bad_email"
        if len(typed["email"]) > 160:
            faults["email"] = "bad_email"
    return typed, faults


def _ask(order: Any, parcel: Parcel, typed: dict[str, str]) -> dict[str, str]:
    """Ask for the invoice of a parcel; answers what stands in the way. Asked for twice it is asked for once."""
    if parcel.way != "ask":
        return {} if parcel.invoices else {"": parcel.way or "shop"}
    if _too_often("ask", order.id, TRIES):
        return {"": "too_often"}
    buyer = finance.Buyer(typed["name"], typed["code"], typed["email"])
    by = Actor(None, "buyer", "link", {order.company_id: frozenset({ASK})})
    today = datetime.now(ZoneInfo(order.time_zone)).date()
    outcome = finance.request_invoices(
        [parcel.id], company=order.company_id, by=by, on=today, buyers={parcel.id: buyer}
    )
    code = outcome.verdicts[0].code
    return {} if code in ("done", "already") else {"": code if code in words_customer.INVOICE_FAULTS else "shop"}


@require_safe
@never_cache
def file(request: HttpRequest, token: str, invoice_id: int, form: str) -> HttpResponse:
    """Send an issued invoice of the order as it came from the tax office, or as a sheet to print."""
    found = sales.progress_of(token)
    if found is None or form not in ("pdf", "xml"):
        raise Http404
    own = [one for parcel in parcels_of(found.order) for one in parcel.invoices]
    one = next((one for one in own if one.id == invoice_id and one.state == "issued"), None)
    if one is None:
        raise Http404
    if _too_often("file", found.order.id, FILES):
        return shut(HttpResponse(status=429))
    if form == "xml":
        kept = File.objects.filter(pk=one.file_id).first()
        if kept is None:
            raise Http404
        return shut(_download(content_path(kept.sha256).read_bytes(), f"{one.invoice_number}.xml", "application/xml"))
    company = Company.objects.get(pk=found.order.company_id)
    language = LANGUAGES.get(request.GET.get("lang", "").lower()) or translation.get_language() or "en"
    sheet = printed(
        company, "tax_invoice", "tax_invoice", [one.id], language=language, base=request.build_absolute_uri("/")
    )
    return shut(_download(sheet, f"{one.invoice_number}.pdf", "application/pdf"))


def _too_often(what: str, order: int, most: int) -> bool:
    """Count a try of a link and say whether the hour's are used up."""
    key = f"customer-{what}-{order}"
    cache.add(key, 0, HOUR)
    return int(cache.incr(key)) > most


def _download(content: bytes, name: str, kind: str) -> HttpResponse:
    answer = HttpResponse(content, content_type=kind)
    answer["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=name) or "attachment"
    answer["X-Content-Type-Options"] = "nosniff"
    return answer
