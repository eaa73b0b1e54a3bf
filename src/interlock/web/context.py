"""What every page of the workplace knows: the desk, the navigation and what waits."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from django.http import HttpRequest

from interlock.core.sql import rows

from .access import desk_of
from .navigation import navigation
from .paging import SIZE
from .queries import notices, shell


def workplace(request: HttpRequest) -> dict[str, Any]:
    """Answer the shell's facts; nothing for a visitor or for the fragments of a page."""
    desk = desk_of(request)
    if desk is None or request.headers.get("X-Fragment"):
        return {"desk": desk}
    if desk.company is None:
        return {"desk": desk, "navigation": []}
    if desk.actor.partner:  # the pages both have stand in the partner's own shell
        return {"desk": desk, "navigation": [], "shell": "web/partner_base.html"}
    if desk.scope is not None:  # what waits is counted for the whole company
        told = rows(notices.SQL["unread"], company=desk.company_id, user=desk.user_id, before=None, size=SIZE)
        own = {"unread": len(told)}
        return {"desk": desk, "waiting": own, "navigation": navigation(request, desk, defaultdict(int))}
    counts = rows(shell.SQL["waiting"], company=desk.company_id, user=desk.user_id, bound=shell.BOUND)[0]._asdict()
    waiting = counts | {"to_ship": shell.to_ship(desk.company_id)}
    return {"desk": desk, "waiting": waiting, "navigation": navigation(request, desk, waiting)}
