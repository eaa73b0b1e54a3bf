"""What happened: the login log with the locks of this moment, the operation log."""

from __future__ import annotations

import json
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode

from interlock.core.api import Answer, exported_seals, known_key
from interlock.core.sql import rows

from ..access import Desk, page
from ..acting import outcome_rows
from ..lists import Asked
from ..lists.audit import LOGIN_LIST, RUN_LIST
from ..lists.show import show
from ..navigation import LOGINS, RUNS, SEALS
from ..queries import audit as queries
from ..queries import interface
from .security import MANAGE, locked_now

SHOWN = 50
CHIPS = ("wrong_password", "locked_out", "unknown_person", "wrong_code")


@page(*LOGINS)
def logins(request: HttpRequest, desk: Desk) -> HttpResponse:
    """The login log; whoever manages sign-ins sees who is locked out now."""

    def more(_asked: Asked) -> dict[str, Any]:
        manages = desk.may(MANAGE)
        return {"chips": CHIPS, "manages": manages, "locked": locked_now(desk) if manages else []}

    return show(request, desk, LOGIN_LIST, more, template="web/logins.html")


@page(*LOGINS)
def login(request: HttpRequest, desk: Desk, entry_id: int) -> HttpResponse:  # noqa: ARG001 - every page has both
    """One entry: the others of its name; one the list would not show does not exist."""
    found = rows(queries.SQL["login_seen"], company=desk.company_id, id=entry_id)
    if not found:
        raise Http404
    return redirect(f"{reverse('web:logins')}?{urlencode({'q': found[0].name})}")


@page(*RUNS)
def operations(request: HttpRequest, desk: Desk) -> HttpResponse:
    """The operation log of the company."""
    return show(request, desk, RUN_LIST, template="web/operations.html")


@page(*RUNS)
def operation(request: HttpRequest, desk: Desk, run_id: int) -> HttpResponse:
    """One run: what was asked, what was answered, document by document where it was not simply done."""
    found = rows(queries.SQL["runs"], company=desk.company_id, ids=[run_id])
    if not found:
        raise Http404
    answers = rows(queries.SQL["run_answers"], company=desk.company_id, run=run_id)
    table = outcome_rows(desk, [Answer(row.document_id, row.code, row.detail) for row in answers])
    columns = [(column.title, column.of(found[0]), column.kind) for column in RUN_LIST.columns]
    made_by = rows(interface.SQL["of_run"], company=desk.company_id, run=run_id)
    context = {"run": found[0], "columns": columns, "table": table, "asked": made_by[0].id if made_by else None}
    return render(request, "web/operation.html", context)


@page(*SEALS)
def seals(request: HttpRequest, desk: Desk) -> HttpResponse:  # noqa: ARG001 - every page has a desk
    """The last seals of the audit trail, and what is not sealed yet."""
    latest = rows(queries.SQL["seals"])
    context = {"seals": latest, "parts": rows(queries.SQL["sealed_tables"]), "key": known_key(), "shown": SHOWN}
    return render(request, "web/seals.html", context)


@page(*SEALS)
def seals_file(request: HttpRequest, desk: Desk) -> StreamingHttpResponse:  # noqa: ARG001
    """The whole chain as lines of JSON, to be kept elsewhere: nobody changes there what was handed over."""
    lines = (json.dumps(one, ensure_ascii=False, sort_keys=True) + "\n" for one in exported_seals())
    answer = StreamingHttpResponse(lines, content_type="application/x-ndjson")
    answer["Content-Disposition"] = 'attachment; filename="seals.jsonl"'
    return answer
