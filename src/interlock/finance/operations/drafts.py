"""Vouchers by hand before they are posted: written, submitted, sent back, cancelled."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from interlock.core.api import Actor, Answer, Module, Outcome, Refusal, current, lock_periods, operation
from interlock.core.sql import blocks, column, rows, run

from ..budgets import documents as budgets
from ..budgets import ledger as budget_ledger

SQL = blocks(__file__)
NOTHING, CENT, MOST = Decimal(0), Decimal("0.01"), Decimal(10**17)
#: What a line names by code besides its account.
NAMED = ("unit", "party", "item", "project", "employee", "cash_item", "currency")
_LINE_ORDER = ("bad_amount", "account_unknown", "dimension_unknown", "rate_differs")


@dataclass(frozen=True)
class NewDraftLine:
    """A line as it is typed or read: codes, and one side of an amount; None is what could not be read.

    In a foreign currency it names the currency, the amount in it and the rate that make its amount.
    """

    account: str
    debit: Decimal | None = NOTHING
    credit: Decimal | None = NOTHING
    text: str = ""
    unit: str = ""
    party: str = ""
    item: str = ""
    project: str = ""
    employee: str = ""
    cash_item: str = ""
    currency: str = ""
    currency_amount: Decimal | None = NOTHING
    rate: Decimal | None = NOTHING


@dataclass(frozen=True)
class NewDraft:
    """A voucher by hand to be written; ``draft`` and ``version`` name the one it takes the place of, if any.

    ``source`` says where it comes from, and is taken once.
    """

    posting_on: date
    text: str
    lines: tuple[NewDraftLine, ...]
    draft: int | None = None
    version: int = 0
    kind: str = "entry"
    source: str = ""


@operation(permission="finance.enter_vouchers", documents=False)
def save_drafts(ids: Sequence[int], *, company: int, by: Actor, drafts: Mapping[int, NewDraft]) -> Outcome:
    """Write vouchers by hand as drafts, new ones or in place of older versions; ``ids`` are the keys of ``drafts``.

    A draft need not balance yet. The answer names the draft, and each line that is wrong with its code.
    Codes, first match wins: not_found, already, not_draft, is_reversal, stale, empty, bad_amount, account_unknown,
    dimension_unknown, rate_differs (amount in currency and rate do not make the amount), done.
    Writes: finance_voucherdraft and its lines.
    Locks: sources, one set after the other; (2) drafts by id; (9) counters.
    """
    given = {i: drafts[i] for i in ids if i in drafts}
    known = _known(company, [line for draft in given.values() for line in draft.lines])
    older = [draft.draft for draft in given.values() if draft.draft]
    rows(SQL["lock_drafts"], company=company, ids=older)
    standing = {row.id: row for row in rows(SQL["standing"], company=company, ids=older)}
    taken = _taken(company, [draft.source for draft in given.values() if draft.source])
    outcome = Outcome.of([(i, *_judge(given.get(i), standing, known, taken)) for i in ids])
    if go := outcome.accepted:
        places = _write(company, by, {i: given[i] for i in go})
        _write_lines(company, {places[i]: given[i].lines for i in go}, known)
        outcome.answer({i: Answer(i, "done", {"draft": draft}) for i, draft in places.items()})
        outcome.timeline = [(draft, "draft") for draft in places.values()]
    return outcome


@operation(permission="finance.enter_vouchers")
def submit_drafts(ids: Sequence[int], *, company: int, by: Actor) -> Outcome:
    """Hand drafts to whoever reviews and posts them.

    Codes, first match wins: not_found, already, not_draft, empty, account_is_group, account_closed, dimension_missing,
    currency_missing (the account is kept in one), not_balanced, period_closed, budget_stopped, over_budget, done.
    Writes: finance_voucherdraft.state; what they will spend is reserved in the budgets.
    Locks: (1) the finance periods, shared; (2) drafts by id; (7) budget lines by id.
    """
    hold(company, ids)
    judged = judge(company, ids, allowed=["draft", "sent_back"], target="submitted", otherwise="not_draft")
    outcome = Outcome.of(judged)
    ready = [row.id for row in judged if row.code == "done"]
    asked = budgets.judge_drafts(company, ready)
    outcome.answer(budgets.answers(asked))
    if go := outcome.accepted:
        assert run(SQL["submit"], company=company, ids=go, me=by.user_id) == len(go)
        budgets.take(company, asked)
        outcome.answer(budgets.warnings(asked, go))
    return outcome


@operation(permission="finance.review_vouchers")
def send_back_drafts(ids: Sequence[int], *, company: int, by: Actor, note: str) -> Outcome:
    """Send submitted vouchers back to their author, and say why (``note_missing`` refuses the call).

    Codes, first match wins: not_found, already, not_submitted, done.
    Writes: finance_voucherdraft.state, note; what they had reserved in the budgets is given back.
    Locks: (2) drafts by id; (7) budget lines by id.
    """
    if not note.strip():
        raise Refusal("note_missing")
    rows(SQL["lock_drafts"], company=company, ids=ids)
    outcome = Outcome.of(rows(SQL["judge_back"], company=company, ids=ids))
    if go := outcome.accepted:
        assert run(SQL["send_back"], company=company, ids=go, note=note.strip()[:200]) == len(go)
        budget_ledger.release(company, budgets.DRAFT, go)
    return outcome


@operation(permission="finance.enter_vouchers")
def cancel_drafts(ids: Sequence[int], *, company: int, by: Actor) -> Outcome:
    """Cancel vouchers by hand that are not posted; one in the books is reversed instead.

    Codes, first match wins: not_found, already, posted, done.
    Writes: finance_voucherdraft.state; what they had reserved in the budgets is given back.
    Locks: (2) drafts by id; (7) budget lines by id.
    """
    rows(SQL["lock_drafts"], company=company, ids=ids)
    outcome = Outcome.of(rows(SQL["judge_cancel"], company=company, ids=ids))
    if go := outcome.accepted:
        assert run(SQL["cancel"], company=company, ids=go) == len(go)
        budget_ledger.release(company, budgets.DRAFT, go)
    return outcome


def hold(company: int, ids: Sequence[int]) -> None:
    """Keep the months of drafts open and the drafts as they are."""
    lock_periods(company, Module.FINANCE, [row.posting_on for row in rows(SQL["days"], company=company, ids=ids)])
    rows(SQL["lock_drafts"], company=company, ids=ids)


def judge(
    company: int, ids: Sequence[int], *, allowed: list[str], target: str, otherwise: str, me: int | None = None
) -> list[Any]:
    """Judge drafts on their way to a state: from where, by whom, their lines against the chart, sums, month."""
    given: dict[str, Any] = {"allowed": allowed, "target": target, "otherwise": otherwise, "me": me}
    given["faults"] = ["account_is_group", "account_closed", "dimension_missing", "currency_missing"]
    return rows(SQL["judge"], company=company, ids=ids, **given)


def _known(company: int, lines: Iterable[NewDraftLine]) -> dict[tuple[str, str], int]:
    """Answer what the codes on lines stand for, by (kind, code)."""
    lines = list(lines)
    named = {name: sorted({getattr(line, name) for line in lines}) for name in NAMED}
    values = sorted({code for name in ("project", "employee", "cash_item") for code in named[name]})
    found = rows(
        SQL["known"],
        company=company,
        accounts=sorted({line.account for line in lines}),
        units=named["unit"],
        parties=named["party"],
        items=named["item"],
        values=values,
        currencies=named["currency"],
    )
    return {(row.kind, row.code): row.id for row in found}


def _taken(company: int, sources: Sequence[str]) -> dict[str, int]:
    """Answer the drafts that were made of these sources before, and keep others from making them now."""
    if not sources:
        return {}
    rows(SQL["lock_sources"], company=company)
    return {row.source: row.id for row in rows(SQL["taken"], company=company, sources=list(sources))}


def _judge(
    draft: NewDraft | None,
    standing: Mapping[int, Any],
    known: Mapping[tuple[str, str], int],
    taken: Mapping[str, int],
) -> tuple[str, dict[str, Any]]:
    """Answer one draft's first code, and each wrong line with its own."""
    if draft is None:
        return "not_found", {}
    if draft.source in taken:
        return "already", {"draft": taken[draft.source]}
    if draft.draft:
        row = standing.get(draft.draft)
        if row is None:
            return "not_found", {}
        if row.state not in ("draft", "sent_back"):
            return "not_draft", {}
        if row.kind == "reversal":
            return "is_reversal", {}
        if row.version != draft.version:
            return "stale", {}
    if not draft.lines:
        return "empty", {}
    wrong = [found for place, line in enumerate(draft.lines, start=1) for found in _faults(place, line, known)]
    first = next((code for code in _LINE_ORDER if any(found["code"] == code for found in wrong)), "done")
    return first, {"lines": wrong} if wrong else {}


def _faults(place: int, line: NewDraftLine, known: Mapping[tuple[str, str], int]) -> list[dict[str, Any]]:
    """Answer what is wrong with a line."""
    found: list[dict[str, Any]] = []
    debit, credit = line.debit, line.credit
    if debit is None or credit is None or not _one_side(debit, credit):
        found.append({"line": place, "code": "bad_amount", "value": ""})
    if ("account", line.account) not in known:
        found.append({"line": place, "code": "account_unknown", "value": line.account})
    for name in NAMED:
        code = getattr(line, name)
        if code and (name, code) not in known:
            found.append({"line": place, "code": "dimension_unknown", "dimension": name, "value": code})
    if not found and not _rate_agrees(line):
        found.append({"line": place, "code": "rate_differs", "value": f"{line.currency} {line.currency_amount}"})
    return found


def _rate_agrees(line: NewDraftLine) -> bool:
    """Say whether currency, amount in it and rate make the amount; none of them is no foreign currency."""
    foreign, rate = line.currency_amount, line.rate
    if not line.currency:
        return not foreign and not rate
    if not foreign or not rate or not 0 < foreign < MOST or not 0 < rate < 10**10:
        return False
    if foreign != foreign.quantize(CENT) or rate != rate.quantize(Decimal("1e-10")):
        return False
    return (foreign * rate).quantize(CENT, ROUND_HALF_UP) == (line.debit or line.credit)


def _one_side(debit: Decimal, credit: Decimal) -> bool:
    amount = debit + credit
    return min(debit, credit) == 0 and 0 < amount < MOST and amount == amount.quantize(CENT)


def _write(company: int, by: Actor, drafts: Mapping[int, NewDraft]) -> dict[int, int]:
    """Write the heads; answers the draft of each id."""
    fresh = [i for i, draft in drafts.items() if draft.draft is None]
    older = [i for i, draft in drafts.items() if draft.draft is not None]
    places: dict[int, int] = {}
    given: dict[str, Any] = {"company": company, "me": by.user_id}
    if older:
        changed = run(SQL["change"], ids=column([drafts[i].draft for i in older]), **given, **_heads(drafts, older))
        assert changed == len(older)
        run(SQL["clear"], company=company, ids=column([drafts[i].draft for i in older]))
        places |= {i: drafts[i].draft or 0 for i in older}
    if fresh:
        further = {"kinds": [drafts[i].kind for i in fresh], "sources": [drafts[i].source for i in fresh]}
        made = rows(SQL["make"], **further, run=current().run_id, **given, **_heads(drafts, fresh))
        places |= {i: row.id for i, row in zip(fresh, made, strict=True)}
    return {i: places[i] for i in drafts}


def _heads(drafts: Mapping[int, NewDraft], ids: Sequence[int]) -> dict[str, Any]:
    """Write heads as columns."""
    amounts = [sum((line.debit or NOTHING for line in drafts[i].lines), NOTHING) for i in ids]
    return {
        "postings": [drafts[i].posting_on for i in ids],
        "texts": [drafts[i].text.strip()[:200] for i in ids],
        "amounts": column(amounts),
    }


def _write_lines(
    company: int, lines: Mapping[int, Sequence[NewDraftLine]], known: Mapping[tuple[str, str], int]
) -> None:
    """Write the lines of drafts, all in one statement."""
    flat = [(draft, place, line) for draft, own in lines.items() for place, line in enumerate(own, start=1)]
    written = run(
        SQL["lines"],
        company=company,
        drafts=column([draft for draft, _place, _line in flat]),
        ordinals=column([place for _draft, place, _line in flat]),
        accounts=column([known["account", line.account] for _draft, _place, line in flat]),
        debits=column([line.debit for _draft, _place, line in flat]),
        credits=column([line.credit for _draft, _place, line in flat]),
        texts=[line.text.strip()[:200] for _draft, _place, line in flat],
        **{
            f"{name}s": column([known.get((name, getattr(line, name))) for _d, _p, line in flat]) for name in NAMED[:-1]
        },
        currencies=[line.currency or None for _draft, _place, line in flat],
        currency_amounts=column([line.currency_amount if line.currency else None for _d, _p, line in flat]),
        rates=column([line.rate if line.currency else None for _d, _p, line in flat]),
    )
    assert written == len(flat)
