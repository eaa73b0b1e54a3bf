"""Take the tax office's answers: the message keeps it, the document moves on, what has a money side is recorded."""

from __future__ import annotations

import io
import json
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal, InvalidOperation
from typing import Any

from interlock.core.api import Actor, Module, Outcome, keep_file, lock_periods, operation
from interlock.core.sql import blocks, column, rows, run

from ..gateways.tax import Reply
from ..operations.record import EventLines, record_events

SQL = blocks(__file__)
MOST = Decimal(10) ** 17
#: What the timeline calls a state whose name says something else of goods.
WORDS = {"issued": "made_out"}


@operation(permission="finance.manage_gateways", documents=False)
def take_answers(ids: Sequence[int], *, company: int, by: Actor, replies: Mapping[int, Reply]) -> Outcome:
    """Take the office's answers to messages (``ids``), each once.

    Codes, first match wins: not_found, already (it was answered before), done.
    Writes: finance_gatewaymessage.state, answer; the state of tax invoices and input invoices; tax months; the events
    ``input_invoice_verified`` (net, vat; of one that belongs to a bill nothing, the bill tells it) and
    ``input_invoice_deducted`` (vat).
    Locks: (1) the finance periods; messages by id; (2) tax invoices by id, input invoices by id.
    """
    if days := [row.asked_on for row in rows(SQL["days"], company=company, ids=ids)]:
        lock_periods(company, Module.FINANCE, days)
    for name in ("lock_messages", "lock_invoices", "lock_inputs"):
        rows(SQL[name], company=company, ids=ids)
    outcome = Outcome.of(rows(SQL["judge"], company=company, ids=ids))
    if go := [i for i in outcome.accepted if i in replies]:
        asked = rows(SQL["messages"], company=company, ids=go)
        _keep(company, go, replies)
        outcome.timeline += _issued(company, [row for row in asked if row.kind == "issue"], replies)
        outcome.timeline += _verified(company, [row for row in asked if row.kind == "verify"], replies)
        outcome.timeline += _deducted(company, [row for row in asked if row.kind == "deduct"], replies)
        for row in asked:
            if row.kind == "declare" and replies[row.id].ok:
                _counted(company, row.document_id, replies[row.id].answer)
    return outcome


def _keep(company: int, go: Sequence[int], replies: Mapping[int, Reply]) -> None:
    """The message keeps the answer; the invoice's XML is kept as a file, not twice."""
    given = [replies[i] for i in go]
    kept = [{name: told for name, told in reply.answer.items() if name != "xml"} for reply in given]
    run(
        SQL["answered"],
        company=company,
        go=list(go),
        states=["answered" if reply.ok else "refused" for reply in given],
        statuses=[reply.status for reply in given],
        faults=["" if reply.ok else str(reply.answer.get("code", "refused"))[:40] for reply in given],
        answers=[json.dumps(one, ensure_ascii=False) for one in kept],
    )


def _issued(company: int, asked: Sequence[Any], replies: Mapping[int, Reply]) -> list[tuple[int, str]]:
    if not asked:
        return []
    told = [_issue_of(company, row, replies[row.id]) for row in asked]
    changed = run(
        SQL["issued"],
        company=company,
        ids=column([row.document_id for row in asked]),
        states=[one[0] for one in told],
        numbers=[one[1] for one in told],
        days=[one[2] for one in told],
        files=column([one[3] for one in told]),
        reasons=[one[4] for one in told],
    )
    assert changed == len(asked), "an invoice at the office waits for one answer"
    return [(row.document_id, WORDS.get(one[0], one[0])) for row, one in zip(asked, told, strict=True)]


def _issue_of(company: int, row: Any, reply: Reply) -> tuple[str, str, date | None, int | None, str]:
    """Answer state, number, day, file and reason; an answer that is not about this invoice is a refusal."""
    answer = reply.answer
    if not reply.ok:
        line = f" · {answer['line']}" if answer.get("line") else ""
        return "refused", "", None, None, f"{answer.get('code', 'refused')}{line}"[:120]
    number, day = str(answer.get("number", "")), _day(answer.get("issued_on"))
    if len(number) != 20 or not number.isdecimal() or str(answer.get("total")) != row.body["total"] or day is None:
        return "refused", "", None, None, "answer_differs"
    file, _new = keep_file(io.BytesIO(str(answer.get("xml", "")).encode()), f"{number}.xml", company)
    return "issued", number, day, int(file.pk), ""


def _day(text: Any) -> date | None:
    try:
        return date.fromisoformat(str(text))
    except ValueError:
        return None


def _verified(company: int, asked: Sequence[Any], replies: Mapping[int, Reply]) -> list[tuple[int, str]]:
    states: dict[int, tuple[str, date | None, date | None, str]] = {}
    for row in asked:
        reply = replies[row.id]
        found = str(reply.answer.get("state", "")) if reply.ok else str(reply.answer.get("code", "refused"))
        good = reply.ok and found == "valid"
        states[row.document_id] = ("verified" if good else "refused", row.asked_on, None, "" if good else found[:40])
    _advance(company, states)
    good_ones = [i for i, told in states.items() if told[0] == "verified"]
    inputs = rows(SQL["input_rows"], company=company, ids=good_ones)
    own = [row for row in inputs if not row.bill_kind]
    _record(company, "input_invoice_verified", own, [row.verified_on for row in own], with_net=True)
    return [(i, told[0]) for i, told in states.items()]


def _deducted(company: int, asked: Sequence[Any], replies: Mapping[int, Reply]) -> list[tuple[int, str]]:
    before = {row.id: row for row in rows(SQL["input_rows"], company=company, ids=[row.document_id for row in asked])}
    states: dict[int, tuple[str, date | None, date | None, str]] = {}
    for row in asked:
        reply, held = replies[row.id], before[row.document_id]
        code = _code_of(reply.answer, row.body["numbers"][0])
        good = reply.ok and code == "deducted"
        told = (
            ("deducted", held.verified_on, held.month, "") if good else ("verified", held.verified_on, None, code[:40])
        )
        states[row.document_id] = told
    _advance(company, states)
    # The VAT of a bill by hand was deducted as it was posted.
    good_ones = [before[i] for i, told in states.items() if told[0] == "deducted" and before[i].bill_kind != "bill"]
    days = [last_day(row.month) for row in good_ones]
    _record(company, "input_invoice_deducted", good_ones, days, with_net=False)
    return [(i, told[0]) for i, told in states.items()]


def _code_of(answer: Mapping[str, Any], number: str) -> str:
    """Answer what the office says of one number; nothing about it is a refusal."""
    results = answer.get("results")
    for one in results if isinstance(results, list) else ():
        if isinstance(one, dict) and one.get("number") == number:
            return str(one.get("code", "refused"))
    return str(answer.get("code", "refused"))


def last_day(month: date) -> date:
    """Answer the last day of a month: what is deducted in it is posted in it."""
    return (month.replace(day=1) + timedelta(days=31)).replace(day=1) - timedelta(days=1)


def _advance(company: int, states: Mapping[int, tuple[str, date | None, date | None, str]]) -> None:
    if not states:
        return
    told = list(states.values())
    changed = run(
        SQL["inputs"],
        company=company,
        ids=list(states),
        states=[one[0] for one in told],
        verified=[one[1] for one in told],
        months=[one[2] for one in told],
        reasons=[one[3] for one in told],
    )
    assert changed == len(states), "an input invoice at the office waits for one answer"


def _record(company: int, kind: str, inputs: Sequence[Any], days: Sequence[Any], *, with_net: bool) -> None:
    lines = EventLines()
    for row in inputs:
        if with_net:
            lines.add(row.id, "net", row.id, row.net_amount if row.is_special else row.net_amount + row.tax_amount)
        if row.is_special:
            lines.add(row.id, "vat", row.id, row.tax_amount)
    documents = [row.id for row in inputs]
    record_events(company, kind, documents, [None] * len(documents), [row.party_id for row in inputs], days, lines)


def _counted(company: int, month: int, answer: Mapping[str, Any]) -> None:
    def amount(name: str) -> Decimal | None:
        try:
            found = Decimal(str(answer.get(name)))
        except InvalidOperation:
            return None
        return found if found.is_finite() and abs(found) < MOST else None

    run(
        SQL["month"],
        company=company,
        id=month,
        output=amount("output_tax"),
        input=amount("input_tax"),
        answer=dict(answer),
    )
