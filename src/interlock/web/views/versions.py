"""The versions of an order: what each change made of it, who, when, through which door and by which message."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from interlock.core.sql import rows

from ..access import Desk, page
from ..comparing import differences, items_of
from ..documents import sit_at
from ..queries import versions as queries


@page()
def versions(request: HttpRequest, desk: Desk, order_id: int) -> HttpResponse:
    order = sit_at(request, desk, "order", order_id)
    asked: dict[str, Any] = {"company": desk.company_id, "id": order_id}
    kept = rows(queries.SQL["versions"], **asked)
    present = rows(queries.SQL["present"], **asked)[0]
    snapshots = [present.snapshot, *(row.snapshot for row in kept)]
    codes = {row.id: row.code for row in rows(queries.SQL["items"], ids=items_of(snapshots))}
    files = {row.content_hash: row.file_name for row in rows(queries.SQL["messages"], **asked)}
    changes = []
    for place, row in enumerate(kept):
        now = snapshots[place]
        by_message = row.operation == "sales.accept_changes"
        changes.append(
            {
                "row": row,
                "becomes": kept[place - 1].version if place else present.version,
                "differences": differences(row.snapshot, now, codes),
                "file": files.get(now.get("content_hash"), "") if by_message else "",
            }
        )
    return render(request, "web/versions.html", {"order": order, "changes": changes, "version": present.version})
