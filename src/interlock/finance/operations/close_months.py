"""Close a month step by step or as a whole, and open it again with a reason."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import date, datetime
from typing import Any
from uuid import UUID, uuid4
from zoneinfo import ZoneInfo

from interlock.core.api import (
    Actor,
    Answer,
    Company,
    Module,
    Outcome,
    Refusal,
    current,
    lock_period_exclusively,
    operation,
    run_checks,
    run_work,
    system_actor,
)
from interlock.core.sql import blocks, rows, run, value

from ..closing.checklist import CURRENCIES, LEDGER, Finding, Scope, ask, scope_of, steps
from ..closing.checklist import Answer as StepAnswer
from ..closing.report import keep_report
from ..fees.accruing import accrue_sealed
from ..models import Close
from ..openitems.revaluing import revalue_items_for_close
from .carry import cannot_carry, carry_forward, take_back
from .count_dimensions import count_dimensions
from .create import open_periods_of_year
from .currencies import revalue_for_close
from .post import post_pending
from .vouchers import seal_vouchers

SQL = blocks(__file__)
NAMED = 20
ROWS = 1000
#: What the columns of a law's rows call a document.
DOCUMENT_COLUMNS = ("voucher_id", "event_id", "document_id", "delivery_id", "order_id", "movement_id", "statement_id")
ALL = ""


def close_of(company: int, month: date) -> int:
    """Answer the close of a company's month, made when it is first asked for."""
    made, _new = Close.objects.get_or_create(company_id=company, month=month.replace(day=1))
    return int(made.pk)


def closes_of(company: int, months: Sequence[str]) -> list[int]:
    """Answer the closes of months given as 2026-11; one that was never opened is refused."""
    firsts = [date.fromisoformat(f"{month}-01") for month in months]
    known = {row.month for row in rows(SQL["opened"], company=company, months=firsts)}
    for first in firsts:
        if first not in known:
            raise Refusal("no_period", month=f"{first:%Y-%m}")
    return [close_of(company, first) for first in firsts]


def close_month(
    company: int, month: date, *, by: Actor, step: str = ALL, key: UUID | None = None, **how: Any
) -> Outcome:
    """Close one month of a company, or one step of it; see ``close_months``.

    What takes long and needs no lock on the month, the counting by dimension, is done before its periods are taken.
    """
    if step in (ALL, LEDGER) and how.get("policy") != "dry_run":
        by.require("core.close_periods", company)
        count_before_close(company, month)
    return close_months([close_of(company, month)], company=company, by=by, step=step, key=key, **how)


def count_before_close(company: int, month: date, today: date | None = None) -> int:
    """Seal the month's vouchers of days that are over, set aside the fees of their revenue and count them by dimension.

    Each in transactions of its own. It is what the worker does by the hour; a close that finds it done has under its
    locks only what came since. Answers how many vouchers were counted.
    """
    first = month.replace(day=1)
    over = today or _today(company)
    found = rows(SQL["collected"], company=company, month=first, over=over)
    if found:
        ids = [row.id for row in found]
        run_work(seal_vouchers, ids, company=company, by=system_actor("close"), key=uuid4())
    if accrue_sealed(company, system_actor("close"), first).counts["done"]:
        post_pending(company, system_actor("close"))
    return count_dimensions(company, first)


@operation(permission="core.close_periods", limit=24)
def close_months(ids: Sequence[int], *, company: int, by: Actor, step: str = ALL, early: bool = False) -> Outcome:
    """Close months, or one step of each; without ``step`` all that is left, the general ledger last.

    A step closes when it and those before it agree; the last one also when every law holds. Accounts and open items in
    currencies are brought to the month's closing rate with their step. The last one carries profit and loss forward
    when the policy says so, opens the next year with December, seals the month's vouchers, closes what is still open of
    the month's periods, and leaves a signed report. A month that is not over closes ``early`` only.
    Codes, first match wins: not_found, already, no_period, earlier_month_open, earlier_step_open, law_broken,
    differs, account_unknown (where profit goes takes nothing), not_over, done.
    Writes: core_period.state, finance_close, finance_closestep, finance_closereport, finance_voucher.state, the
    vouchers of the revaluation (finance_revaluation, finance_itemrevaluation) and of the carry-forward.
    Locks: (1) the month's periods of all modules, exclusive, after the laws are asked; closes by month; (2) accounts
    in currencies by id, then items by id; (8) (9).
    """
    known = [one.code for one in steps()]
    if step not in (ALL, *known):
        raise Refusal("unknown_step", step=step)
    laws = _broken_laws(company) if step in (ALL, LEDGER) else []
    months = {row.id: row for row in rows(SQL["closes"], company=company, ids=ids)}
    for row in sorted(months.values(), key=lambda found: found.month):
        for module in Module.values:
            lock_period_exclusively(company, module, row.month)
    rows(SQL["lock_closes"], company=company, ids=ids)
    judged: dict[int, Answer] = {}
    closing: list[date] = []
    running = date.max if early else _today(company).replace(day=1)
    for row in rows(SQL["judge"], company=company, ids=ids):
        judged[row.id] = _judge(company, row, step, laws, closing)
        if judged[row.id].code == "done" and row.month >= running:
            judged[row.id] = Answer(row.id, "not_over")
        if judged[row.id].code == "done" and step in (ALL, LEDGER):
            closing.append(row.month)
    outcome = Outcome.of([judged[i] for i in ids])
    for i in sorted(outcome.accepted, key=lambda accepted: months[accepted].month):
        _close(company, i, months[i].month, step)
    return outcome


@operation(permission="finance.reopen_months", limit=24)
def reopen_months(ids: Sequence[int], *, company: int, by: Actor, reason: str) -> Outcome:
    """Open months again, all modules of them; their reports stay and are marked as superseded with the reason.

    Codes, first match wins: not_found, already, later_month_closed, done.
    Writes: core_period.state, finance_close, finance_closestep, finance_closereport.state; the carry-forward's
    voucher is reversed.
    Locks: (1) the months' periods of all modules, exclusive; closes by month; (8) (9).
    """
    if not reason.strip():
        raise Refusal("note_missing")
    months = {row.id: row for row in rows(SQL["closes"], company=company, ids=ids)}
    for row in sorted(months.values(), key=lambda found: found.month):
        for module in Module.values:
            lock_period_exclusively(company, module, row.month)
    rows(SQL["lock_closes"], company=company, ids=ids)
    outcome = Outcome.of(rows(SQL["judge_reopen"], company=company, ids=ids))
    if go := outcome.accepted:
        run(SQL["open_periods"], company=company, ids=go)
        for report in rows(SQL["valid_reports"], company=company, ids=go):
            if report.carried_id:
                take_back(company, report.carried_id)
        run(SQL["supersede"], company=company, ids=go, reason=reason.strip()[:240], run=current().run_id)
        run(SQL["forget_steps"], company=company, ids=go)
        assert run(SQL["reopen"], company=company, ids=go) == len(go)
    return outcome


def _today(company: int) -> date:
    """Answer the day it is where the company is."""
    return datetime.now(ZoneInfo(Company.objects.get(pk=company).time_zone)).date()


def _broken_laws(company: int) -> list[Finding]:
    """Ask every law, before anything is locked; what is broken in another company only is not this one's concern.

    A law broken in more places than are looked at may be broken here too, so it counts.
    """
    own = current().run_id
    found = []
    for law in run_checks(ROWS):
        broken = [
            row for row in law.broken
            if row.get("company_id", company) == company
            and not (law.name == "runs_finished" and row.get("run_id") == own)
        ]  # fmt: skip
        if broken or len(law.broken) >= ROWS:
            found += [_named(f"{law.context}.{law.name}", row) for row in broken[:NAMED] or [{}]]
    return found


def _named(law: str, row: Mapping[str, Any]) -> Finding:
    """Name the document and the line that a broken row is about, where it says so."""
    document = next((row[column] for column in DOCUMENT_COLUMNS if row.get(column)), None)
    line = row.get("line_id")
    return Finding("law_broken", "law", document if isinstance(document, int) else None, line, law)


def _judge(company: int, row: Any, step: str, laws: list[Finding], closing: Sequence[date]) -> Answer:
    """Answer one close: what its row says, then what the steps say that are to be closed and those before them."""
    if row.code != "done":
        return Answer(row.id, row.code, row.detail or {})
    if row.earlier is not None and row.earlier not in closing:
        return Answer(row.id, "earlier_month_open", {"month": f"{row.earlier:%Y-%m}"})
    known = [one.code for one in steps()]
    if step:
        if step in row.closed:
            return Answer(row.id, "already")
        before = [code for code in known[: known.index(step)] if code not in row.closed]
        if before:
            return Answer(row.id, "earlier_step_open", {"step": before[0]})
    answers = ask(scope_of(company, row.month), [step] if step and step != LEDGER else None)
    found = {code: answer for code, answer in answers.items() if answer.count}
    if laws or found:
        return Answer(row.id, "law_broken" if laws else "differs", _detail(found, laws))
    posts = any(answer.posts for answer in answers.values())
    if step in (ALL, LEDGER) and cannot_carry(scope_of(company, row.month), posts=posts):
        return Answer(row.id, "account_unknown")
    return Answer(row.id, "done")


def _detail(found: Mapping[str, StepAnswer], laws: list[Finding]) -> dict[str, Any]:
    """Name the first findings, as they are kept with the verdict."""
    named = [(code, finding) for code, answer in found.items() for finding in answer.findings]
    named += [(LEDGER, law) for law in laws]
    return {
        "count": sum(answer.count for answer in found.values()) + len(laws),
        "steps": {code: answer.count for code, answer in found.items()},
        "findings": [
            {"step": code}
            | {
                name: held if isinstance(held, int | str) else str(held)
                for name, held in asdict(finding).items()
                if held
            }
            for code, finding in named[:NAMED]
        ],
    }


def _close(company: int, close: int, month: date, step: str) -> None:
    """Write what an accepted close changes."""
    every = steps()
    closed = every if step in (ALL, LEDGER) else [one for one in every if one.code == step]
    last = step in (ALL, LEDGER)
    scope = scope_of(company, month)
    if any(one.code == CURRENCIES for one in closed):
        revalue_for_close(company, month)
        revalue_items_for_close(company, month)
    carried = carry_forward(scope) if last else None
    run(SQL["close_steps"], company=company, close=close, steps=[one.code for one in closed], run=current().run_id)
    modules = list(Module.values) if last else [one.module for one in closed if one.module]
    run(SQL["close_periods"], company=company, month=month, modules=modules)
    if last:
        if scope.ends_year:
            open_periods_of_year(company, scope.year + 1)  # its first facts do not wait for last year's result
        run(SQL["seal"], company=company, month=month)
        count_dimensions(company, month)
        assert run(SQL["finish"], company=company, close=close) == 1
        _report(scope, close, carried)


def _report(scope: Scope, close: int, carried: int | None) -> None:
    """Leave the report of a month that has just been closed."""
    digest = value(SQL["month_hash"], company=scope.company, month=scope.first)
    keep_report(scope, close, ask(scope), carried, str(digest))
