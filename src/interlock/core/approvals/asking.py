"""Ask for an approval, and take the question back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ..actors import Actor
from ..operations import current, operation
from ..outcome import ALREADY, DONE, Outcome, Refusal
from ..outcome import Verdict as Answer
from ..sql import blocks, column, rows, run
from .kinds import APPROVAL_KINDS, kind_of
from .routing import Way, facts_of, same, ways

SQL = blocks(__file__)


@operation(permission="core.ask_approvals")
def submit_approvals(ids: Sequence[int], *, company: int, by: Actor, kind: str, reason: str) -> Outcome:
    """Ask for the approval of documents of a kind, with a reason: each takes its route, its first persons are asked.

    The caller also holds the permission the kind names. A request for what the document was before is taken back.
    Codes, first match wins: not_found, not_ready (``why``), already (waits, or is approved as it is), no_route,
    no_approver (nobody but the asker could answer), done.
    Writes: approval requests, steps, tasks; state of requests that are taken back, with their answers.
    Locks: the kind's documents by id, then requests by id.
    """
    declared = kind_of(kind)
    by.require(declared.asks, company)
    reason = reason.strip()
    if not reason:
        raise Refusal("note_missing")
    declared.lock(company, ids)
    rows(SQL["lock_of_documents"], company=company, kind=kind, ids=ids)
    facts = facts_of(declared, company, ids)
    standing: dict[int, list[Any]] = {}
    for row in rows(SQL["standing"], company=company, kind=kind, ids=ids):
        standing.setdefault(row.document_id, []).append(row)
    found = ways(company, kind, [fact for fact in facts.values() if not fact.code], by.user_id)
    outcome = Outcome.of([_judge(i, facts.get(i), standing.get(i, []), found.get(i)) for i in ids])
    if go := outcome.accepted:
        old = [row.id for i in go for row in standing.get(i, ()) if row.state == "waiting"]
        take_back(company, old, by.user_id, "")
        made = _write(company, by, kind, [(facts[i], found[i]) for i in go], reason[:240])
        outcome.answer({i: Answer(i, DONE, {"approval": made[i]}) for i in go})
        outcome.timeline = [(request, "waiting") for request in made.values()]
    return outcome


def _judge(document: int, fact: Any, standing: Sequence[Any], way: Way | None) -> Answer:
    if fact is None:
        return Answer(document, "not_found")
    if fact.code:
        return Answer(document, "not_ready", {"why": fact.code})
    if any(same(row, fact) for row in standing):
        return Answer(document, ALREADY)
    if way is None:
        return Answer(document, "no_route")
    return Answer(document, "no_approver" if way.nobody else DONE)


def _write(company: int, by: Actor, kind: str, asked: Sequence[tuple[Any, Way]], reason: str) -> dict[int, int]:
    """Write the requests with their steps and tasks; the first steps are open. Answers the request of each document."""
    facts, routes = [fact for fact, _way in asked], [way.route for _fact, way in asked]
    made = rows(
        SQL["make"],
        company=company,
        kind=kind,
        me=by.user_id,
        reason=reason,
        run=current().run_id,
        documents=column([fact.id for fact in facts]),
        versions=column([fact.version for fact in facts]),
        numbers=[fact.number for fact in facts],
        amounts=column([fact.amount for fact in facts]),
        margins=column([fact.margin_pct for fact in facts]),
        reasons=[",".join(fact.reasons) for fact in facts],
        routes=column([route.route_id for route in routes]),
    )
    requests = {row.document_id: row.id for row in made}
    assert len(requests) == len(asked)
    stops = [(requests[fact.id], node, people) for fact, way in asked for node, people in way.nodes]
    given = {
        "company": company,
        "requests": column([request for request, _node, _people in stops]),
        "nodes": column([node.id for _request, node, _people in stops]),
    }
    assert run(SQL["steps"], **given) == len(stops)
    tasks = [(request, node.id, one) for request, node, people in stops for one in people]
    written = run(
        SQL["tasks"],
        company=company,
        requests=column([request for request, _node, _one in tasks]),
        nodes=column([node for _request, node, _one in tasks]),
        users=column([one for _request, _node, one in tasks]),
    )
    assert written == len(tasks)
    open_next(company, list(requests.values()))
    return requests


def open_next(company: int, requests: Sequence[int]) -> None:
    """Open the next steps of requests at which nothing is open; a request without further steps has none."""
    run(SQL["open_steps"], company=company, ids=list(requests))
    run(SQL["open_tasks"], company=company, ids=list(requests))


def take_back(company: int, requests: Sequence[int], user: int | None, comment: str) -> None:
    """End waiting requests, which are locked, because nobody asks any more."""
    if not requests:
        return
    given: dict[str, Any] = {"company": company, "ids": column(requests), "user": user, "comment": comment[:240]}
    assert run(SQL["note"], run=current().run_id, **given) == len(requests)
    end_requests(company, requests, "withdrawn")


def end_requests(company: int, requests: Sequence[int], state: str) -> None:
    """End waiting requests, which are locked, in a state that says why; what was still asked of persons is over."""
    given = {"company": company, "ids": column(requests)}
    run(SQL["end_tasks"], **given)
    run(SQL["end_steps"], **given)
    assert run(SQL["end"], state=state, **given) == len(requests)


@operation(permission="core.ask_approvals")
def withdraw_requests(ids: Sequence[int], *, company: int, by: Actor, comment: str = "") -> Outcome:
    """Take one's own questions back before they are answered.

    Codes, first match wins: not_found, already, not_waiting, not_yours, done.
    Writes: approval requests, steps, tasks, answers.
    Locks: requests by id.
    """
    rows(SQL["lock_requests"], company=company, ids=ids)
    outcome = Outcome.of(rows(SQL["judge_withdraw"], company=company, ids=ids, me=by.user_id))
    if go := outcome.accepted:
        named = rows(SQL["documents"], company=company, ids=go)
        take_back(company, go, by.user_id, comment.strip())
        outcome.timeline = [(row.document_id, "withdrawn") for row in named]
    return outcome


def follow_documents(company: int, documents: Sequence[int]) -> None:
    """Take back what waits about documents, which are locked, and is no longer so after the running operation.

    Whoever changed a document, withdrew it or let it go its way took the question from its approvers, asker or not.
    """
    if waiting := rows(SQL["waiting_for"], company=company, documents=column(documents)):
        take_back(company, _outdated(company, waiting), current().by.user_id, "")


def outdated_requests(company: int) -> list[int]:
    """Answer requests that wait for what is no longer so: the document has changed or gone its way without them.

    What the operations on documents take back at once is not among them; what they look at may change otherwise.
    """
    return _outdated(company, rows(SQL["waiting"], company=company))


def _outdated(company: int, waiting: Sequence[Any]) -> list[int]:
    found = []
    for code in APPROVAL_KINDS:
        mine = [row for row in waiting if row.kind == code]
        facts = facts_of(APPROVAL_KINDS[code], company, [row.document_id for row in mine]) if mine else {}
        found += [row.id for row in mine if not _stands(row, facts.get(row.document_id))]
    return found


def _stands(request: Any, fact: Any) -> bool:
    return fact is not None and not fact.code and same(request, fact)
