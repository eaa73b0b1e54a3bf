"""Access reviews: who holds which role on a day, looked at one by one, signed; what is taken away is gone with it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from typing import Any

from . import duties
from .actors import Actor
from .operations import operation
from .outcome import DONE, Outcome, Refusal, Verdict
from .rights import taken
from .signing import signed
from .sql import blocks, rows, run

SQL = blocks(__file__)
DECISIONS = frozenset({"keep", "take"})


@operation(permission="core.review_access", documents=False, limit=1)
def start_reviews(ids: Sequence[int], *, company: int, by: Actor, as_of: date, due_on: date) -> Outcome:
    """Begin a review of who holds which role in a company on a day; its line is a person's role.

    Codes, first match wins: one_open (a company has one review at a time).
    Writes: the review and its lines.
    Locks: all rights, one change at a time; the counter of reviews.
    """
    if due_on < as_of:
        raise Refusal("days_reversed")
    run(duties.SQL["lock_rights"])
    standing = rows(SQL["open_one"], company=company)
    outcome = Outcome.of([(one, "one_open" if standing else DONE) for one in ids])
    if go := outcome.accepted:
        given: dict[str, Any] = {"company": company, "as_of": as_of}
        made = rows(SQL["start"], month=as_of.replace(day=1), due_on=due_on, starter=by.user_id, **given)[0]
        run(SQL["lines"], review=made.id, **given)
        outcome.verdicts = [Verdict(go[0], DONE, {"review": made.id, "number": made.number})]
        outcome.timeline = [(made.id, "started")]
    return outcome


@operation(permission="core.review_access", documents=False)
def decide_lines(ids: Sequence[int], *, company: int, by: Actor, decision: str, comment: str = "") -> Outcome:
    """Say of people's roles whether they are kept or taken away; nothing is taken before the review is signed.

    Codes, first match wins: not_found, signed, own_rights (another decides on them), already.
    Writes: lines of the review.
    Locks: their reviews by id.
    """
    if decision not in DECISIONS:
        raise Refusal("unknown_decision", decision=decision)
    given = {"company": company, "ids": list(ids), "decision": decision, "comment": comment.strip()[:240]}
    run(SQL["lock_reviews"], company=company, ids=[], lines=list(ids))
    outcome = Outcome.of(rows(SQL["judge_lines"], actor=by.user_id, everywhere=by.grants is None, **given))
    if go := outcome.accepted:
        assert run(SQL["decide"], **(given | {"ids": go})) == len(go)
    return outcome


@operation(permission="core.review_access")
def sign_reviews(ids: Sequence[int], *, company: int, by: Actor) -> Outcome:
    """Sign reviews whose every line is decided, and take away what they take away.

    Codes, first match wins: not_found, already, undecided.
    Writes: the review's signed file; memberships; the changes of rights.
    Locks: all rights, one change at a time; reviews by id.
    """
    run(duties.SQL["lock_rights"])
    run(SQL["lock_reviews"], company=company, ids=list(ids), lines=[])
    outcome = Outcome.of(rows(SQL["judge_sign"], company=company, ids=list(ids)))
    if go := outcome.accepted:
        lines: dict[int, list[Any]] = defaultdict(list)
        for row in rows(SQL["decided"], company=company, ids=go):
            lines[row.review_id].append(row)
        for review in go:
            content = signed(_report(company, by, review, lines[review]))
            assert run(SQL["sign"], company=company, id=review, signer=by.user_id, content=content) == 1
            _take(company, lines[review])
    return outcome


def _take(company: int, lines: Sequence[Any]) -> None:
    gone: dict[int, list[Any]] = defaultdict(list)
    for line in lines:
        if line.decision == "take" and line.held:
            gone[line.role_id].append(line)
    for role, held in sorted(gone.items()):
        taken(company, role, held)


def _report(company: int, by: Actor, review: int, lines: Sequence[Any]) -> dict[str, Any]:
    """Answer what is signed: who held what on the day, and what was decided."""
    return {
        "kind": "access review",
        "company": company,
        "review": review,
        "number": lines[0].number if lines else "",
        "as_of": lines[0].as_of.isoformat() if lines else "",
        "signed_by": by.name,
        "lines": [
            {"person": one.username, "role": one.role, "decision": one.decision, "comment": one.comment}
            for one in lines
        ],
    }
