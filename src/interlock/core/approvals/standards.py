"""The routes that belong to every company, for those that were there before approvals were."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from ..models import ApprovalNode, ApprovalRoute
from ..sql import blocks, column, rows

SQL = blocks(__file__)


def give_route(
    kind: str, companies: Sequence[int], *, code: str, names: tuple[str, str], valid_from: date
) -> list[int]:
    """Give companies a route of a kind with one step, whoever may answer approvals there; answers those that got one.

    A company that has or had a route of the kind keeps what it decided; one where nobody may answer gets none.
    Writes: core_approvalroute, core_approvalnode.
    """
    found = rows(SQL["without_route"], kind=kind, companies=column(companies))
    for row in found:
        route = ApprovalRoute.objects.create(
            company_id=row.company_id, code=code, kind=kind, rank=100, name_en=names[0], name_zh=names[1],
            valid_from=valid_from, reminder_hours=4, deadline_hours=24,
        )  # fmt: skip
        ApprovalNode.objects.create(
            route=route, role_id=row.role_id, skip_own=True, name_en="Who approves", name_zh="审批人"
        )
    return [row.company_id for row in found]
