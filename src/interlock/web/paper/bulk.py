"""Many documents as one PDF, made by the worker under the rights of whoever asked."""

from __future__ import annotations

from typing import Any
from uuid import UUID, uuid5

from django.http import HttpRequest

from interlock.core.api import Company, Job, Refusal, Task, background, submit
from interlock.sales import api as sales

from ..access import Desk
from ..documents import DOCUMENTS
from .forms import SHEETS, printed

PRINT = "web.print"
SHOWS = "sales.show_buyer"
#: Of one file; more are printed in several goes.
MOST = 500


def print_many(
    request: HttpRequest,
    desk: Desk,
    form: str,
    kind: str,
    ids: list[int],
    *,
    key: UUID,
    language: str,
    listing: str,
    full: bool = False,
) -> Job:
    """Write the printing of a set down as a job of this person; ``full`` names the buyers, whoever may see them.

    Refuses: too_many_to_print, not_permitted.
    """
    assert (form, kind) in SHEETS, "the page offers what there is"
    if len(ids) > MOST:
        raise Refusal("too_many_to_print", given=len(ids))
    if full:
        desk.actor.require(SHOWS, desk.company_id)
    given: dict[str, Any] = {"form": form, "kind": kind, "language": language, "ids": ids, "format": "pdf"}
    given |= {"base": request.build_absolute_uri("/"), "list": listing, "full": full}
    return submit(PRINT, company=desk.company_id, by=desk.actor, key=key, arguments=given)


@background(PRINT)
def work(task: Task) -> None:
    """Set what is there of the set; what is not this company's counts as failed."""
    given = task.job.arguments
    kind = DOCUMENTS[given["kind"]].kind
    if not kind.may_see(task.by, task.company):
        raise Refusal("not_permitted")
    found: Any = kind.model._default_manager.filter(company_id=task.company, pk__in=given["ids"])
    there = set(found.values_list("pk", flat=True))
    ids = [one for one in given["ids"] if one in there]
    task.expect(len(given["ids"]))
    task.advance(failed=len(given["ids"]) - len(ids))
    if not ids:
        raise Refusal("nothing_to_print")
    full = bool(given.get("full"))
    if full:
        _noted(task, given["kind"], ids)
    content = printed(
        Company.objects.get(pk=task.company),
        given["form"],
        given["kind"],
        ids,
        language=given["language"],
        base=given["base"],
        each=lambda: task.advance(succeeded=1),
        full=full,
    )
    path = task.folder() / "export.pdf"
    path.write_bytes(content)
    task.hand_over(path, f"{given['form'].replace('_', '-')}-{len(ids)}.pdf")


def _noted(task: Task, kind: str, ids: list[int]) -> None:
    """Leave on the timelines of the orders who has their buyers printed; refuses whoever may not see them."""
    orders = ids
    if kind != "order":
        carried = sales.DeliveryLine.objects.filter(company_id=task.company, delivery_id__in=ids)
        orders = sorted(set(carried.values_list("order_id", flat=True)))
    outcome = sales.show_buyers(orders, company=task.company, by=task.by, key=uuid5(task.job.key, "buyers"))
    if outcome.rejected:
        raise Refusal("not_permitted")
