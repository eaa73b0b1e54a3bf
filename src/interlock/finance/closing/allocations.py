"""The close of allocations: every rule that holds in the month has moved what it moves."""

from __future__ import annotations

from datetime import timedelta

from ..allocation.running import plan_allocations
from .checklist import Answer, Finding, Scope, close_step


@close_step("allocation_books")
def allocation_books(scope: Scope) -> Answer:
    """Name the rules that have not run; they stand in the way where the policy ``allocations_block`` says so."""
    answer = Answer()
    if not scope.policies["allocations_block"]:
        return answer
    last = scope.after - timedelta(days=1)
    for plan in plan_allocations(scope.company, scope.first):
        if plan.code not in ("already", "not_valid", "nothing_to_allocate"):
            answer.findings.append(
                Finding("allocation_not_run", "allocation", None, None, plan.rule.code, last, amount=plan.amount)
            )
    return answer
