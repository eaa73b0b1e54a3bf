"""Answer what is asked for: approve, reject, send back. An answer is a fact and never changes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from ..actors import Actor
from ..operations import current, operation
from ..outcome import DONE, Outcome, Refusal
from ..outcome import Verdict as Answer
from ..sql import blocks, column, rows, run
from .asking import end_requests, open_next
from .kinds import APPROVAL_KINDS
from .routing import facts_of, same

SQL = blocks(__file__)


@operation(permission="core.answer_approvals")
def approve_requests(ids: Sequence[int], *, company: int, by: Actor, comment: str = "") -> Outcome:
    """Approve what is asked of the caller, or of whom they stand in for; the last approval lets the document go on.

    What an approval means to the document is done by its context in the same transaction. Whoever asked cannot
    approve, also not in another's place, unless the route allows it.
    Codes, first match wins: not_found, already, not_waiting, own_request, not_yours, outdated (the document is no
    longer what it was), not_ready (``why``), done.
    Writes: answers, tasks, steps, requests; what the kind's context writes.
    Locks: the kinds' documents by id, then requests by id; then what the contexts lock.
    """
    asked = _lock(company, ids)
    judged = rows(SQL["judge"], company=company, ids=ids, me=by.user_id, answer="approved")
    outcome = Outcome.of([(row.id, row.code) for row in judged])
    outcome.answer(_changed(company, [asked[row.id] for row in judged if row.code == DONE]))
    if go := outcome.accepted:
        tasks = {row.id: row.tasks for row in judged}
        _answer(company, by, [task for one in go for task in tasks[one]], "approved", comment)
        given = {"company": company, "ids": column(go)}
        run(SQL["finish_steps"], **given)
        run(SQL["close_tasks"], **given)
        open_next(company, go)
        ended = {row.id for row in rows(SQL["finish"], **given)}
        assert ended == {row.id for row in judged if row.final and row.id in set(go)}
        outcome.timeline = [(asked[one].document_id, "approved" if one in ended else DONE) for one in go]
        _tell(company, [asked[one] for one in go if one in ended], "on_approved", comment)
    return outcome


@operation(permission="core.answer_approvals")
def reject_requests(ids: Sequence[int], *, company: int, by: Actor, comment: str) -> Outcome:
    """Refuse what is asked of the caller, or of whom they stand in for, and say why (else ``note_missing``).

    Codes, first match wins: not_found, already, not_waiting, own_request, not_yours, done.
    Writes: answers, tasks, steps, requests; what the kind's context writes.
    Locks: the kinds' documents by id, then requests by id; then what the contexts lock.
    """
    return _return(ids, company, by, "rejected", comment)


@operation(permission="core.answer_approvals")
def send_back_requests(ids: Sequence[int], *, company: int, by: Actor, comment: str) -> Outcome:
    """Send back what is asked, to be mended and asked again, and say why (else ``note_missing``).

    Codes, first match wins: not_found, already, not_waiting, own_request, not_yours, done.
    Writes: answers, tasks, steps, requests; what the kind's context writes.
    Locks: the kinds' documents by id, then requests by id; then what the contexts lock.
    """
    return _return(ids, company, by, "sent_back", comment)


def _return(ids: Sequence[int], company: int, by: Actor, answer: str, comment: str) -> Outcome:
    if not comment.strip():
        raise Refusal("note_missing")
    asked = _lock(company, ids)
    judged = rows(SQL["judge"], company=company, ids=ids, me=by.user_id, answer=answer)
    outcome = Outcome.of([(row.id, row.code) for row in judged])
    if go := outcome.accepted:
        tasks = {row.id: row.tasks[0] for row in judged if row.tasks}
        _answer(company, by, [tasks[one] for one in go], answer, comment)
        end_requests(company, go, answer)
        outcome.timeline = [(asked[one].document_id, answer) for one in go]
        _tell(company, [asked[one] for one in go], "on_returned", comment)
    return outcome


def _lock(company: int, ids: Sequence[int]) -> dict[int, Any]:
    """Lock the documents that requests are about, kind by kind, then the requests; answers these by id."""
    asked = {row.id: row for row in rows(SQL["requests"], company=company, ids=ids)}
    for code, documents in _by_kind(asked.values()).items():
        APPROVAL_KINDS[code].lock(company, sorted({row.document_id for row in documents}))
    rows(SQL["lock_requests"], company=company, ids=ids)
    return asked


def _by_kind(asked: Any) -> dict[str, list[Any]]:
    """Group requests by their kinds, in the order in which these are locked."""
    found = {code: [row for row in asked if row.kind == code] for code in APPROVAL_KINDS}
    return {code: each for code, each in found.items() if each}


def _changed(company: int, asked: Sequence[Any]) -> dict[int, Answer]:
    """Answer the requests whose documents are no longer what was asked about, or cannot go on as they stand."""
    found = {}
    for code, each in _by_kind(asked).items():
        facts = facts_of(APPROVAL_KINDS[code], company, [row.document_id for row in each])
        for row in each:
            fact = facts.get(row.document_id)
            if fact is None or not same(row, fact):
                found[row.id] = Answer(row.id, "outdated")
            elif fact.code:
                found[row.id] = Answer(row.id, "not_ready", {"why": fact.code})
    return found


def _answer(company: int, by: Actor, tasks: Sequence[int], answer: str, comment: str) -> None:
    """Write down who answered these tasks, and for whom."""
    given: Mapping[str, Any] = {"company": company, "tasks": column(tasks), "me": by.user_id, "answer": answer}
    written = run(SQL["answer"], comment=comment.strip()[:240], run=current().run_id, **given)
    assert written == len(tasks)
    assert run(SQL["answered"], company=company, tasks=column(tasks)) == len(tasks)


def _tell(company: int, asked: Sequence[Any], what: str, comment: str) -> None:
    """Let the contexts do what an answer means to their documents."""
    for code, each in _by_kind(asked).items():
        if (act := getattr(APPROVAL_KINDS[code], what)) is None:
            continue
        why = comment.strip()
        if what == "on_approved":
            notes = {row.document_id: f"{row.reason} · {why}" if why else row.reason for row in each}
        else:
            notes = {row.document_id: why for row in each}
        act(company, notes)
