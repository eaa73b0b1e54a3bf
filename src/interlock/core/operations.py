"""Operations: the only way anything with a state changes.

An operation takes a set of ids of one company. The runner checks the call (permission, size, duplicates), opens the
transaction, takes the key (a repeat answers what the first call answered), runs the body, writes the verdicts, the
timeline and the run, and tries again after a deadlock or a lock time-out.
"""

from __future__ import annotations

import hashlib
import logging
import re
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any, get_args
from uuid import UUID, uuid4

from django.db import OperationalError, connection, transaction
from psycopg import errors

from . import announcing, scopes
from .actors import Actor
from .outcome import ALREADY, DONE, SET_REJECTED, Outcome, Policy, Refusal, Verdict
from .sql import blocks, for_sets, rows, run, without_locks

SQL = blocks(__file__, planned_once=("begin", "timeline", "finish"))
log = logging.getLogger(__name__)

LIMIT = 5_000
ATTEMPTS = 4
#: Above this many ids a statement joins by hashing only, and is planned once: see ``plan_for_sets``.
LARGE = 50
TRANSIENT = (errors.DeadlockDetected, errors.LockNotAvailable, errors.SerializationFailure)
NOT_FOUND = "not_found"
_NOT_ON_TIMELINE = frozenset({NOT_FOUND, ALREADY, "set_rejected"})

#: Every operation by name ("sales.ship_deliveries"), for the reference, the permission matrix and the doors.
OPERATIONS: dict[str, Operation] = {}
#: operation → what sets ids aside before it judges the others, each with its verdict
GUARDS: dict[str, Callable[[int, Sequence[int]], Mapping[int, Verdict]]] = {}
#: operation → what follows from it for others, told which documents it touched, in its transaction
SEQUELS: dict[str, Callable[[int, Sequence[int]], None]] = {}


@dataclass
class Call:
    """The call being worked: bodies read the run's id and the actor from here."""

    operation: str
    company: int
    by: Actor
    key: UUID
    policy: Policy
    run_id: int = 0


_call: ContextVar[Call | None] = ContextVar("call", default=None)
#: Where a request is at work: (run, operation, company, counts) of what it did.
runs_of: ContextVar[list[tuple[int, str, int, dict[str, int]]] | None] = ContextVar("runs_of", default=None)


def current() -> Call:
    """Answer the call being worked; a defect outside of an operation."""
    call = _call.get()
    assert call is not None, "only an operation writes"
    return call


def current_policy() -> Policy:
    call = _call.get()
    return call.policy if call else "partial"


@dataclass
class Operation:
    """A verb on a set of documents; call it like the function it wraps."""

    name: str
    permission: str
    body: Callable[..., Outcome]
    limit: int
    documents: bool

    @property
    def codes(self) -> list[str]:
        """Answer the verdict codes the docstring documents, in their order of precedence."""
        text = self.body.__doc__ or ""
        found = re.search(r"Codes[^:]*:(.*?)(?:\n\s*\n|\n\s+[A-Z]\w+:|\Z)", text, re.DOTALL)
        return re.findall(r"\b([a-z][a-z0-9_]+)\b", re.sub(r"\([^)]*\)", "", found.group(1))) if found else []

    def __call__(
        self,
        ids: Sequence[int],
        *,
        company: int,
        by: Actor,
        key: UUID | None = None,
        policy: Policy = "partial",
        **arguments: Any,
    ) -> Outcome:
        self._refuse(ids, company, by, policy)
        call = Call(self.name, company, by, key or uuid4(), policy)
        if policy == "dry_run":
            with without_locks():
                return self._body(call, ids, arguments)
        for attempt in range(ATTEMPTS):
            try:
                with transaction.atomic():
                    return self._once(call, ids, arguments)
            except OperationalError as error:
                transient = isinstance(error.__cause__, TRANSIENT)
                if not transient or connection.in_atomic_block or attempt == ATTEMPTS - 1:
                    raise
                log.info("%s tries again after %s", self.name, type(error.__cause__).__name__)
                time.sleep(0.05 * 3**attempt)
        raise AssertionError("the loop returns or raises")

    def _refuse(self, ids: Sequence[int], company: int, by: Actor, policy: str) -> None:
        by.require(self.permission, company)
        if (scope := by.scope(company)) is not None and not scopes.open_to(self.name, scope):
            raise Refusal("not_permitted", permission=self.permission, company=company)
        if len(ids) > self.limit:
            raise Refusal("too_many", given=len(ids), limit=self.limit)
        if len(set(ids)) != len(ids):
            raise Refusal("duplicate_ids")
        if policy not in get_args(Policy):
            raise Refusal("unknown_policy", policy=policy)

    def _once(self, call: Call, ids: Sequence[int], arguments: dict[str, Any]) -> Outcome:
        started = time.perf_counter()
        digest = _digest(self.name, call.policy, ids, arguments)
        taken = rows(
            SQL["begin"],
            company=call.company,
            key=call.key,
            operation=self.name,
            digest=digest,
            actor=call.by.user_id,
            door=call.by.door,
        )
        if not taken:
            return self._replay(call, ids, digest)
        call.run_id = taken[0].id
        with self._planned(ids):
            outcome = self._body(call, ids, arguments)
            outcome.run_id = call.run_id
            touched = self._touched(outcome)
            self._follow(call, touched)
            self._record(call, outcome, touched, int((time.perf_counter() - started) * 1000))
        if (noted := runs_of.get()) is not None:
            noted.append((call.run_id, self.name, call.company, dict(outcome.counts)))
        return outcome

    def _follow(self, call: Call, touched: Sequence[tuple[int, str]]) -> None:
        """Let those who wait for the touched documents know in the same transaction."""
        if touched and (sequel := SEQUELS.get(self.name)):
            token = _call.set(call)
            try:
                sequel(call.company, sorted({document for document, _code in touched}))
            finally:
                _call.reset(token)

    def _touched(self, outcome: Outcome) -> list[tuple[int, str]]:
        touched = list(outcome.timeline)
        if self.documents:
            touched += [(v.id, v.code) for v in outcome.verdicts if v.code not in _NOT_ON_TIMELINE]
        return touched

    @staticmethod
    def _planned(ids: Sequence[int]) -> AbstractContextManager[None]:
        if len(ids) <= LARGE:
            return nullcontext()
        run(SQL["plan_for_sets"])
        return for_sets()

    def _body(self, call: Call, ids: Sequence[int], arguments: dict[str, Any]) -> Outcome:
        seen, held = tuple(ids), dict[int, Verdict]()
        if (scope := call.by.scope(call.company)) is not None:
            seen = tuple(scopes.divided(self.name, call.company, scope, ids))
        if (guard := GUARDS.get(self.name)) and seen:
            held = dict(guard(call.company, seen))
            seen = tuple([i for i in seen if i not in held])
        if call.policy == "all" and len(seen) < len(ids):
            known = frozenset(seen)
            return Outcome([held.get(i) or Verdict(i, SET_REJECTED if i in known else NOT_FOUND) for i in ids])
        token = _call.set(call)
        try:
            outcome = self.body(seen, company=call.company, by=call.by, **arguments) if seen else Outcome([])
        finally:
            _call.reset(token)
        if len(seen) < len(ids):  # what is outside one's part of the company does not exist
            judged = {verdict.id: verdict for verdict in outcome.verdicts} | held
            outcome.verdicts = [judged.get(i) or Verdict(i, NOT_FOUND) for i in ids]
        assert [v.id for v in outcome.verdicts] == list(ids), f"{self.name} must answer every id, in order"
        return outcome

    def _record(self, call: Call, outcome: Outcome, touched: Sequence[tuple[int, str]], duration_ms: int) -> None:
        if touched:
            names = list({code for _document, code in touched})
            places = {code: place for place, code in enumerate(names, start=1)}
            run(
                SQL["timeline"],
                company=call.company,
                run=call.run_id,
                names=names,
                documents=[document for document, _code in touched],
                codes=[places[code] for _document, code in touched],
            )
        kept = [v for v in outcome.verdicts if v.code != DONE]
        if kept:
            run(
                SQL["verdicts"],
                company=call.company,
                run=call.run_id,
                ids=[v.id for v in kept],
                codes=[v.code for v in kept],
                details=[_json(v.detail) if v.detail else "{}" for v in kept],
            )
        finished = rows(
            SQL["finish"],
            company=call.company,
            run=call.run_id,
            counts=dict(outcome.counts),
            duration_ms=duration_ms,
        )
        if finished[0].heard and outcome.acts:
            announcing.write(call.company, call.run_id, self.name, finished[0].heard, touched)

    def _replay(self, call: Call, ids: Sequence[int], digest: str) -> Outcome:
        first = rows(SQL["first"], company=call.company, key=call.key)[0]
        if first.arguments_hash != digest:
            raise Refusal("key_reused", key=str(call.key))
        kept = {row.document_id: row for row in rows(SQL["kept"], company=call.company, run=first.id)}
        if len(kept) < sum(count for code, count in first.counts.items() if code != DONE):
            raise Refusal("key_expired", key=str(call.key))  # its answers are no longer kept
        verdicts = [Verdict(i, kept[i].code, kept[i].detail) if i in kept else Verdict(i, DONE) for i in ids]
        return Outcome(verdicts, run_id=first.id, replayed=True)


def operation(
    *, permission: str, limit: int = LIMIT, documents: bool = True
) -> Callable[[Callable[..., Outcome]], Operation]:
    """Make an operation of a function ``(ids, *, company, by, …) -> Outcome``.

    ``documents`` says that the ids are documents, so that the timeline gets a row for each.
    """

    def wrap(body: Callable[..., Outcome]) -> Operation:
        name = f"{body.__module__.split('.')[1]}.{body.__name__}"
        made = Operation(name, permission, body, limit, documents)
        made.__doc__ = body.__doc__
        OPERATIONS[name] = made
        return made

    return wrap


def _digest(name: str, policy: str, ids: Sequence[int], arguments: dict[str, Any]) -> str:
    text = repr((name, policy, list(ids), sorted(arguments.items())))
    return hashlib.sha256(text.encode()).hexdigest()


def _json(detail: Mapping[str, Any]) -> str:
    import json

    return json.dumps(dict(detail), default=str)
