"""Duties that one person should not have together: a matrix of pairs of permissions, checked over a person's whole set.

A pair is refused, or allowed with a named reason until a day. The whole set of a person counts, whatever role brings
it, today or later; administrators are not judged, they hold everything.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction

from .actors import Actor
from .models import DutyConflict, DutyException
from .operations import current, operation
from .outcome import ALREADY, DONE, Outcome, Refusal
from .sql import blocks, column, rows, run

SQL = blocks(__file__)
#: company, person → permission → the roles that bring it
Held = dict[tuple[int, int], dict[str, set[int]]]

#: What is shipped: both permissions exist, and no one person should hold them without a reason.
DEFAULTS: list[tuple[str, str, str, str, str]] = [
    ("finance.enter_vouchers", "finance.review_vouchers", "reason", "enters and reviews vouchers", "录入又审核凭证"),
    ("finance.enter_payments", "finance.approve_payments", "reason", "asks for and approves payments",
     "申请又批准付款"),
    ("finance.enter_items", "finance.review_items", "reason", "enters and posts bills and receipts",
     "录入又过账应收应付单据"),
    ("finance.keep_budgets", "finance.use_budgets", "reason", "sets budgets and records what they are used for",
     "编制预算又登记其使用"),
    ("finance.run_payments", "finance.unmatch_bank_lines", "reason", "sends payments and takes back their booking",
     "发出付款又撤销其入账"),
    ("finance.run_payments", "finance.withdraw_runs", "reason", "sends payments and withdraws their runs",
     "发出付款又撤回付款批次"),
    ("finance.approve_claims", "finance.post_claims", "reason", "approves and posts expense claims",
     "批准又过账报销单"),
    ("finance.post_claims", "finance.run_payments", "reason", "posts expense claims and sends payments",
     "过账报销单又发出付款"),
    ("finance.approve_payments", "finance.run_payments", "reason", "approves and sends payments", "批准又发出付款"),
    ("finance.record_receipts", "sales.accept_differences", "reason", "records money and accepts what is missing",
     "登记收款又核销差异"),
    ("finance.record_receipts", "parties.change_party", "refused", "changes customers and records their payments",
     "改客户资料又登记收款"),
    ("items.change_price", "sales.release_orders", "reason", "changes prices and releases held orders",
     "改价目又放行挂起订单"),
    ("parties.change_party", "sales.refund_returns", "reason", "changes customers and pays refunds",
     "改客户资料又退款"),
    ("sales.amend_orders", "sales.release_orders", "reason", "amends orders and releases them",
     "修改订单又自行放行"),
    ("sales.receive_returns", "sales.refund_returns", "reason", "receives returned goods and pays for them",
     "收退货又退款"),
    ("sales.ship_deliveries", "stock.record_movements", "reason", "ships goods and corrects their count",
     "出库又盘点调整"),
    ("core.close_periods", "finance.reopen_months", "reason", "closes months and opens them again",
     "结账又反结账"),
    ("core.keep_people", "finance.review_vouchers", "reason", "gives roles and approves vouchers",
     "授权又审核凭证"),
]  # fmt: skip


@dataclass(frozen=True)
class Clash:
    """A pair that a person holds, or would hold: the pair, where and by which roles."""

    company: int
    user: int
    conflict: Any
    roles: tuple[int, ...]
    reason: str = ""
    until: date | None = None

    def told(self) -> dict[str, Any]:
        """Answer what a verdict says of it."""
        names = {row.id: row.name for row in rows(SQL["names"], ids=list(self.roles))}
        return {
            "conflict": self.conflict.name_en,
            "first": self.conflict.first,
            "second": self.conflict.second,
            "person": self.user,
            "company": self.company,
            "roles": sorted(names.values()),
        }


def ship_defaults(company: int | None = None, by: Actor | None = None) -> int:
    """Write the pairs that are shipped where they are missing; answers how many were. A person's doing is kept."""
    made = []
    with transaction.atomic():
        for one, other, severity, english, chinese in DEFAULTS:
            first, second = sorted((one, other))
            row, new = DutyConflict.objects.get_or_create(
                first=first, second=second, defaults={"severity": severity, "name_en": english, "name_zh": chinese}
            )
            made += [row] if new else []
        if company is not None and by is not None:
            _note(company, None, by.user_id, "matrix", [(row.pk, "pair_added", {}, _as_told(row)) for row in made])
    return len(made)


def held(company: int | None = None, users: Iterable[int] | None = None) -> tuple[list[Any], Held]:
    """Answer the matrix, and what of it people hold."""
    matrix = rows(SQL["matrix"])
    named = sorted({name for pair in matrix for name in (pair.first, pair.second)})
    sets: Held = defaultdict(lambda: defaultdict(set))
    given = None if users is None else column(sorted(users))
    for row in rows(SQL["held"], company=company, users=given, named=named) if named else []:
        sets[row.company_id, row.user_id][row.permission].add(row.role_id)
    return matrix, sets


def clashes(matrix: Sequence[Any], sets: Held, company: int | None = None) -> list[Clash]:
    """Answer every pair that somebody holds, with the reason it is explained by, if it is."""
    explained = {(row.company_id, row.user_id, row.conflict_id): row for row in rows(SQL["explained"], company=company)}
    found = []
    for (place, user), holds in sorted(sets.items()):
        for pair in matrix:
            if pair.first in holds and pair.second in holds:
                roles = tuple(sorted(holds[pair.first] | holds[pair.second]))
                why = explained.get((place, user, pair.id))
                found.append(Clash(place, user, pair, roles, why.reason if why else "", why.valid_to if why else None))
    return found


def worst(found: Iterable[Clash], before: Iterable[Clash], reason: str) -> tuple[str, Clash | None]:
    """Judge what a change brings: a refused pair that is new, or one that nobody explains."""
    known = {(one.company, one.user, one.conflict.id) for one in before}
    new = [one for one in found if (one.company, one.user, one.conflict.id) not in known]
    for one in new:
        if one.conflict.severity == "refused":
            return "duties_refused", one
    for one in new:
        if not one.reason and not reason:
            return "duties_unexplained", one
    return DONE, None


def explain(company: int, found: Iterable[Clash], reason: str, until: date | None) -> None:
    """Write why people may hold pairs nevertheless."""
    open_pairs = [one for one in found if one.company == company and not one.reason]
    if open_pairs and reason:
        assert until is not None, "a reason ends on a day"
        run(
            SQL["explain"], company=company, users=column([one.user for one in open_pairs]),
            conflicts=column([one.conflict.id for one in open_pairs]), reason=reason[:240], until=until,
        )  # fmt: skip
        note(company, "person", [(one.user, "explained", {}, {
            "conflict": one.conflict.name_en, "reason": reason[:240], "until": until,
        }) for one in open_pairs])  # fmt: skip


def note(company: int, subject: str, changes: Sequence[tuple[int, str, Mapping[str, Any], Mapping[str, Any]]]) -> None:
    """Keep who changed what of rights; entries are never changed."""
    call = current()
    _note(company, call.run_id, call.by.user_id, subject, changes)


def _note(
    company: int,
    run_id: int | None,
    actor: int | None,
    subject: str,
    changes: Sequence[tuple[int, str, Mapping[str, Any], Mapping[str, Any]]],
) -> None:
    made = run(
        SQL["note"],
        company=company,
        run=run_id,
        actor=actor,
        subject=subject,
        ids=column([one[0] for one in changes]),
        whats=[one[1] for one in changes],
        befores=[json.dumps(dict(one[2]), default=str, ensure_ascii=False) for one in changes],
        afters=[json.dumps(dict(one[3]), default=str, ensure_ascii=False) for one in changes],
    )
    assert made == len(changes)


def check_reason(reason: str, until: date | None) -> None:
    """Refuse a reason without its last day, and a day without a reason."""
    if bool(reason.strip()) != (until is not None):
        raise Refusal("reason_without_end")


@operation(permission="core.keep_duties", documents=False)
def explain_conflicts(
    ids: Sequence[int], *, company: int, by: Actor, conflict: int, reason: str, until: date
) -> Outcome:
    """Name the reason why people hold both sides of a conflict, and until when.

    Codes, first match wins: not_found (does not hold both), own_conflict (another explains), duties_refused, already.
    Writes: explained conflicts; the changes of rights.
    Locks: all rights, one change at a time.
    """
    check_reason(reason, until)
    run(SQL["lock_rights"])
    matrix, sets = held(company, ids)
    found = {one.user: one for one in clashes(matrix, sets, company) if one.conflict.id == conflict}

    def code(user: int) -> str:
        if user not in found:
            return "not_found"
        if user == by.user_id:
            return "own_conflict"
        if found[user].conflict.severity == "refused":
            return "duties_refused"
        same = found[user].reason == reason and found[user].until == until
        return ALREADY if same else DONE

    outcome = Outcome.of([(one, code(one)) for one in ids])
    if go := outcome.accepted:
        chosen = [Clash(company, user, found[user].conflict, found[user].roles) for user in go]
        explain(company, chosen, reason.strip(), until)
    return outcome


def add_pair(pair: DutyConflict, *, company: int, by: Actor) -> None:
    """Put a pair into the matrix; who did it, from which company, is kept."""
    with transaction.atomic():
        pair.save()
        _note(company, None, by.user_id, "matrix", [(pair.pk, "pair_added", {}, _as_told(pair))])


def weigh_pair(pair: DutyConflict | None, severity: str, *, company: int, by: Actor) -> bool:
    """Say how severe a pair is."""
    if pair is None or pair.severity == severity:
        return False
    with transaction.atomic():
        before, pair.severity = _as_told(pair), severity
        pair.save(update_fields=["severity"])
        _note(company, None, by.user_id, "matrix", [(pair.pk, "pair_changed", before, _as_told(pair))])
    return True


def remove_pair(pair: DutyConflict | None, *, company: int, by: Actor) -> bool:
    """Take a pair out of the matrix with the reasons it was allowed by; the history keeps both."""
    if pair is None:
        return False
    with transaction.atomic():
        _note(company, None, by.user_id, "matrix", [(pair.pk, "pair_removed", _as_told(pair), {})])
        DutyException.objects.filter(conflict=pair).delete()
        pair.delete()
    return True


def _as_told(pair: DutyConflict) -> dict[str, str]:
    return {"conflict": pair.name_en, "first": pair.first, "second": pair.second, "severity": pair.severity}
