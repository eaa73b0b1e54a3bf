"""What an order's page says of its customer's credit, and what is asked for to let it pass."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django.utils import timezone

from interlock.core.api import parameter
from interlock.core.sql import rows

from .access import Desk
from .approvals import approvals_of
from .queries import credit as queries


def of_order(desk: Desk, order: Any, context: dict[str, Any]) -> dict[str, Any]:
    """Read what is left for an order held over its credit, and the approval where a route asks for one."""
    on = timezone.now().astimezone(ZoneInfo(desk.company.time_zone)).date()
    found = rows(queries.SQL["of_order"], company=desk.company_id, id=order.id, on=on)
    if not found:
        return {}
    said: dict[str, Any] = {
        "credit_left": found[0],
        "credit_until": on + timedelta(days=int(parameter(desk.company_id, "credit.release_days"))),
    }
    if "approval" not in context:
        stands = order.state == "held"
        said["approval"] = approvals_of(desk, "credit_release", order.id, version=order.version, stands=stands)
    return said
