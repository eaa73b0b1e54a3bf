"""Sales orders: the list as work queues, the document, release, amendment, buyers shown on purpose."""

from __future__ import annotations

from typing import Any
from uuid import uuid4
from zoneinfo import ZoneInfo

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from interlock.core.api import Refusal
from interlock.core.sql import rows
from interlock.sales import api as sales

from .. import credit, words
from ..access import Desk, open_document, page
from ..acting import act, counted, ids_of, key_of, show_outcome
from ..approvals import approvals_of
from ..beside import beside, files_of, story_of
from ..changed import of_an_order
from ..document_actions import OPEN, of_order
from ..lists import Asked
from ..lists.catalogue import ORDER_LIST
from ..lists.show import show
from ..navigation import ORDERS
from ..paging import number
from ..queries import changes, promotions, returns, settlement, shell
from ..queries import orders as queries
from ..sent_again import MENDABLE, sent_again
from ..sentences import sentence_of
from ..tracing import Asked as AskedTrace
from ..tracing import trace_of

#: Lines of an order a page shows at once: 2,000 of them are no page.
SLICE = 100


def today(desk: Desk) -> Any:
    """Answer the business date of the company's time zone."""
    return timezone.now().astimezone(ZoneInfo(desk.company.time_zone)).date()


@page(*ORDERS)
def order_list(request: HttpRequest, desk: Desk) -> HttpResponse:
    def more(asked: Asked) -> dict[str, Any]:
        step = _next(desk, asked.wanted["state"])
        may = {"releases": desk.may("sales.release_orders"), "cancels_orders": desk.may("sales.cancel_orders")}
        return may | {
            "acts": any(may.values()) or step,
            "held_by_reason": _queues(desk),
            "today": today(desk),
            "next": step,
            "cancel_reasons": sales.CancelReason.choices,
        }

    return show(request, desk, ORDER_LIST, more, template="web/orders.html")


def _queues(desk: Desk) -> list[Any]:
    """Answer the queues of held orders; they are counted for the whole company, so not for who sees a part."""
    return rows(shell.SQL["held_by_reason"], company=desk.company_id, bound=shell.BOUND) if desk.scope is None else []


@page()
def order(request: HttpRequest, desk: Desk, order_id: int) -> HttpResponse:
    return show_order(request, desk, order_id)


def show_order(request: HttpRequest, desk: Desk, order_id: int, wrong: dict[str, Any] | None = None) -> HttpResponse:
    """Show an order; ``wrong`` is what a form of it said and why it was refused, so that nothing is typed twice."""
    found = rows(queries.SQL["order"], id=order_id)
    open_document(request, desk, found[0].company_id if found else None, *ORDERS)
    document, company = found[0], desk.company_id
    holds = rows(queries.SQL["holds"], company=company, id=order_id)
    fixed = frozenset(
        row.check_code for row in rows(queries.SQL["checks"], company=company, channel=document.channel_id)
    )
    open_holds = [(hold, sentence_of(hold, fixed)) for hold in holds if hold.state == "open"]
    tab = request.GET.get("tab", "lines")
    context = {
        "order": document,
        **_lines(request, document),
        "holds": open_holds,
        "past_holds": [(hold, sentence_of(hold, fixed)) for hold in holds if hold.state != "open"],
        "releasable": all(sentence.releasable for _hold, sentence in open_holds),
        "reasons": {hold.reason for hold, _sentence in open_holds},
        "steps": _steps(document),
        "shown": request.session.pop("buyer_shown", None) == order_id,
        "tab": tab,
        "key": uuid4(),
        "cancellations": rows(changes.SQL["cancellations"], company=company, id=order_id),
        "changes_orders": document.state in OPEN and desk.may("sales.change_orders"),
        "dismisses": document.state not in OPEN and desk.may("sales.change_orders"),
        "cancels_orders": document.state in OPEN and desk.may("sales.cancel_orders"),
        "cancel_reasons": sales.CancelReason.choices,
        "link": _link(request, order_id),
    }
    context |= beside(request, "order", order_id) | of_an_order(document.changes)
    if any(hold.reason == "price_below_floor" for hold in holds):
        stands = document.state == "held" and "price_below_floor" in context["reasons"] and context["releasable"]
        version = document.version
        context["approval"] = approvals_of(desk, "price_release", order_id, version=version, stands=stands)
    if "over_credit" in context["reasons"]:
        context |= credit.of_order(desk, document, context)
    context["promoted"] = _promoted(document, context["lines"])
    back = rows(returns.SQL["of_orders"], company=company, orders=[order_id])
    context |= _returns(desk, document, back) | _tab(request, desk, context, back)
    if document.is_sent_again:
        context["changes"] = sent_again(desk, document, _all_lines(context))
    context["actions"] = of_order(
        desk, document, change=context["open_change"], releasable=context["releasable"],
        reasons=bool(context.get("return_reasons", True)),
        approval="approval" in context and context["approval"].needed, over="over_credit" in context["reasons"],
    )  # fmt: skip
    context |= wrong or {}
    return render(request, "web/order.html", context, status=422 if wrong else 200)


def _lines(request: HttpRequest, document: Any) -> dict[str, Any]:
    """Answer the slice of an order's lines asked for, or that holds the line asked for, and what is beside it."""
    asked: dict[str, Any] = {"company": document.company_id, "id": document.id}
    after = number(request.GET.get("after")) or 0
    if document.line_count > SLICE and (line := number(request.GET.get("line"))):
        after = next((row.after for row in rows(queries.SQL["line_place"], line=line, **asked)), after)
    found = rows(queries.SQL["lines"], after=after, size=SLICE + 1, **asked)
    shown = found[:SLICE]
    last = shown[-1].line_number if shown else 0
    return {
        "lines": shown,
        "more_lines": last if len(found) > SLICE else None,
        "last_line": last,
        "after": after,
        "slice": SLICE,
    }


def _all_lines(context: dict[str, Any]) -> list[Any]:
    """Answer every line of the order shown, read again only where the page shows a slice."""
    document, shown = context["order"], context["lines"]
    if document.line_count <= len(shown):
        return list(shown)
    return rows(queries.SQL["lines"], company=document.company_id, id=document.id, after=0, size=document.line_count)


def _promoted(document: Any, lines: list[Any]) -> dict[int, list[Any]]:
    """Answer by line what promotions gave, read only of an order in which something was given or claimed."""
    if not (document.coupon or any(line.discount_amount or line.is_gift for line in lines)):
        return {}
    given: dict[int, list[Any]] = {line.id: [] for line in lines}
    for use in rows(promotions.SQL["of_order"], company=document.company_id, order=document.id):
        given.setdefault(use.line_id, []).append(use)
    return given


def _returns(desk: Desk, document: Any, back: list[Any]) -> dict[str, Any]:
    """Answer the returns of an order, and the reasons one can be announced for when something of it has left."""
    if document.state not in {"released", "shipped", "recognised"}:
        return {}
    context: dict[str, Any] = {"returns": list({row.id: row for row in back}.values())}
    if document.state != "released" and desk.may("sales.announce_returns"):
        context["return_reasons"] = rows(returns.SQL["active_reasons"], company=desk.company_id)
        context["today"] = today(desk)
    return context


def _next(desk: Desk, state: str | None) -> str:
    """Answer the state whose next step this person may take, else nothing."""
    return state if state in NEXT and desk.may(NEXT[state][0]) else ""


def _tab(request: HttpRequest, desk: Desk, context: dict[str, Any], back: list[Any]) -> dict[str, Any]:
    """Read what only the open tab shows; ``back`` are the lines of the order's returns."""
    company, order_id, tab = context["order"].company_id, context["order"].id, context["tab"]
    if tab == "supply":
        return {"supply": rows(queries.SQL["supply"], company=company, id=order_id)}
    if tab == "money":
        carried = rows(queries.SQL["delivery_ids"], company=company, id=order_id)
        documents = [order_id, *{row.delivery_id for row in carried}, *{row.id for row in back}]
        lines = (
            [row.line_id for row in carried] + [row.id for row in _all_lines(context)] + [row.line_id for row in back]
        )
        return {
            "money": rows(queries.SQL["money"], company=company, documents=documents, lines=lines),
            "settled": rows(settlement.SQL["of_order"], company=company, order=order_id),
        }
    if tab == "trace":
        asked = AskedTrace.of(request)
        return {"trace": trace_of(company, asked, order=order_id, returned=back, changed=context["documents"])}
    if tab == "timeline":
        carried = rows(queries.SQL["delivery_ids"], company=company, id=order_id)
        story = [order_id, *{row.delivery_id for row in carried}, *{row.id for row in back}]
        told_of = story_of(desk, [*story, *(one["id"] for one in context["documents"])])
        found = told_of["timeline"]
        told = {step.run for step in found if step.document_id == order_id}
        versions = rows(changes.SQL["versions"], company=company, id=order_id)
        timeline = [step for step in found if step.document_id == order_id or step.run not in told]
        return told_of | {"timeline": timeline, "versions": versions}
    if tab == "files":
        return files_of(desk, order_id)
    return {}


def _link(request: HttpRequest, order_id: int) -> str:
    """Answer the customer's link just after it was asked for, else nothing."""
    if request.session.pop("link_shown", None) != order_id:
        return ""
    return request.build_absolute_uri(reverse("web:customer", args=[sales.link_token(order_id)]))


def _steps(document: Any) -> list[tuple[str, str]]:
    """Answer the states on the way with where the order stands; a hold stands where it interrupted."""
    way = ["received", "reviewed", "reserved", "released", "shipped", "recognised"]
    place = document.resume_state if document.state == "held" else document.state
    at = way.index(place) if place in way else 0
    steps = [(state, "past" if index < at else "now" if index == at else "") for index, state in enumerate(way)]
    if document.state == "held":
        steps[at] = (way[at], "past")
        steps.insert(at + 1, ("held", "now stop"))
    if document.state == "cancelled":
        steps = [("received", "past"), ("cancelled", "now stop")]
    return steps


@require_POST
@page(*ORDERS)
def release(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Release held orders with a reason; the outcome names every one that stays."""
    ids = ids_of(request)
    back = reverse("web:order", args=ids) if len(ids) == 1 and "single" in request.POST else to_orders(request)
    return act(
        request,
        desk,
        sales.release_orders,
        ids,
        back=back,
        note=request.POST.get("note", ""),
        done=counted("%(number)s order released.", "%(number)s orders released."),
    )


#: state → (permission, operation, whether it takes a day): the step a person may take before the worker does
NEXT: dict[str, tuple[str, Any, bool]] = {
    "received": ("sales.review_orders", sales.review_orders, False),
    "reviewed": ("sales.reserve_orders", sales.reserve_orders, True),
    "reserved": ("sales.release_deliveries", sales.release_deliveries, True),
}


@require_POST
@page(*ORDERS)
def advance(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Take the next step with some orders of one state; what stays is named."""
    step = request.POST.get("step", "")
    if step not in NEXT:
        raise Http404
    _permission, operation, dated = NEXT[step]
    ids = ids_of(request)
    back = reverse("web:order", args=ids) if len(ids) == 1 and "single" in request.POST else to_orders(request)
    arguments = {"on": today(desk)} if dated else {}
    done = counted("%(number)s order moved on.", "%(number)s orders moved on.")
    return act(request, desk, operation, ids, back=back, done=done, **arguments)


@require_POST
@page()
def amend(request: HttpRequest, desk: Desk, order_id: int) -> HttpResponse:
    """Mend a held order and let the review look at it again at once."""
    found = rows(queries.SQL["order"], id=order_id)
    open_document(request, desk, found[0].company_id if found else None, *ORDERS)
    form = {name: str(text).strip() for name, text in request.POST.items()}
    given = {name: form[name] for name in MENDABLE if form.get(name)}
    items = {name.removeprefix("item-"): text for name, text in form.items() if name.startswith("item-") and text}
    back = reverse("web:order", args=[order_id])
    if not given and not items:
        messages.warning(request, _("Nothing was entered; the order is as it was."), extra_tags="warn")
        return redirect(back)
    answer = act(
        request,
        desk,
        sales.amend_orders,
        [order_id],
        back=back,
        done=lambda _number: _("The order is amended."),
        items=items or None,
        **given,
    )
    if answer.status_code == 302 and desk.may("sales.review_orders"):
        review_at_once(request, desk, order_id)
    return answer


def review_at_once(request: HttpRequest, desk: Desk, order_id: int) -> None:
    """Let the review look at an order again, and say what it still finds."""
    try:
        outcome = sales.review_orders([order_id], company=desk.company_id, by=desk.actor)
    except Refusal as refusal:
        messages.error(request, words.refusal(refusal.code, refusal.detail), extra_tags="bad")
        return
    if outcome.rejected and outcome.verdicts[0].code != "held":
        messages.warning(request, _("The review still finds something; see the reasons below."), extra_tags="warn")


@require_POST
@page()
def show_buyer(request: HttpRequest, desk: Desk, order_id: int) -> HttpResponse:
    """Show a buyer's data on purpose, once; the timeline says who looked."""
    found = rows(queries.SQL["order"], id=order_id)
    open_document(request, desk, found[0].company_id if found else None, *ORDERS)
    back = reverse("web:order", args=[order_id])
    try:
        outcome = sales.show_buyers([order_id], company=desk.company_id, by=desk.actor, key=key_of(request))
    except Refusal as refusal:
        messages.error(request, words.refusal(refusal.code, refusal.detail), extra_tags="bad")
        return redirect(back)
    if outcome.rejected:
        return show_outcome(request, desk, outcome, back=back)
    request.session["buyer_shown"] = order_id
    return redirect(back)


def to_orders(request: HttpRequest) -> str:
    """Answer the way back to the list as it was filtered."""
    query = request.POST.get("back", "")
    return reverse("web:orders") + (query if query.startswith("?") else "")
