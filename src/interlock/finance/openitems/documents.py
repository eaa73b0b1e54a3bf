"""Bills, charges, receipts, payments, refunds, offsets and bad debts before they are posted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from interlock.core.api import Actor, Answer, Outcome, current, operation
from interlock.core.sql import blocks, column, rows, run

from ..budgets import documents as budgets

SQL = blocks(__file__)
ENTER = "finance.enter_items"
NOTHING, CENT, MOST = Decimal(0), Decimal("0.01"), Decimal(10**17)
#: Kinds whose lines name accounts, kinds whose money moves on a bank account, kinds whose lines name items only.
CLAIMS, MONEY, AMONG = ("bill", "charge"), ("receipt", "payment", "refund"), ("offset", "write_off")
PREFIX = {
    "bill": "BI", "charge": "CH", "receipt": "RC", "payment": "PY", "refund": "RF", "offset": "OF", "write_off": "WO",
}  # fmt: skip
#: The account of a document where it names none: what its items lie on, or the bank.
DEFAULT_ACCOUNT = {"bill": "220201", "charge": "1122", "write_off": "6702", **dict.fromkeys(MONEY, "1002")}
_LINE_ORDER = ("account_unknown", "item_unknown", "unit_unknown", "bad_amount")


@dataclass(frozen=True)
class NewItemLine:
    """A line: an account's code with an amount and its tax, or an item with what is paid, offset or written off.

    ``item_amount`` is the item's amount where its currency is another than the document's.
    """

    amount: Decimal | None
    account: str = ""
    item: int | None = None
    tax: Decimal | None = NOTHING
    item_amount: Decimal | None = None
    unit: str = ""
    text: str = ""


@dataclass(frozen=True)
class NewItemDocument:
    """A document to be written; ``document`` and ``version`` name the draft it takes the place of, if any.

    ``amount`` is what a receipt, payment or refund moves; the others are the sum of their lines.
    """

    kind: str
    party: str
    posting_on: date
    lines: tuple[NewItemLine, ...]
    amount: Decimal | None = None
    document_on: date | None = None
    due_on: date | None = None
    reference: str = ""
    reason: str = ""
    text: str = ""
    currency: str = ""
    rate: Decimal = Decimal(1)
    account: str = ""
    document: int | None = None
    version: int = 0


@operation(permission=ENTER, documents=False)
def save_item_documents(
    ids: Sequence[int], *, company: int, by: Actor, documents: Mapping[int, NewItemDocument]
) -> Outcome:
    """Write bills, charges, receipts, payments, refunds, offsets and bad debts; ``ids`` are the keys of ``documents``.

    A bill that asks for more than a budget has left is written, and its detail ``warned`` says so: posting is refused.
    Codes, first match wins: not_found, not_draft, stale, settles_fees (what it settles was reckoned; cancel it and
    settle again), party_unknown, number_missing (a bill without the supplier's),
    reason_missing (a payment of nothing named without a reason), duplicate (a bill of this supplier with this number),
    currency_unknown, account_unknown, item_unknown, unit_unknown, bad_amount, empty, done.
    Writes: finance_itemdocument and its lines.
    Locks: bills, one set after the other; (2) documents by id; (9) counters.
    """
    given = {i: documents[i] for i in ids if i in documents}
    older = [one.document for one in given.values() if one.document]
    if any(one.kind == "bill" for one in given.values()):
        run(SQL["lock_bills"], company=company)
    run(SQL["lock_documents"], company=company, ids=column(older))
    standing = {row.id: row for row in rows(SQL["standing"], company=company, ids=column(older))}
    known = _known(company, list(given.values()))
    outcome = _judge_all(ids, given, standing, known, _taken(company, given, known))
    if go := outcome.accepted:
        made = _write(company, by, {i: given[i] for i in go}, known)
        warned = budgets.warn_of_bills(company, list(made.values()))
        outcome.answer({i: Answer(i, "done", {"document": made[i], **_warned(warned, made[i])}) for i in go})
        outcome.timeline = [(made[i], "draft") for i in go]
    return outcome


def _warned(warned: Mapping[int, dict[str, Any]], document: int) -> dict[str, Any]:
    return {"warned": warned[document]} if document in warned else {}


def write_item_documents(company: int, by: Actor, documents: Mapping[int, NewItemDocument]) -> dict[int, int]:
    """Write new drafts inside another operation, which knows that they are right; answers the document of each id.

    Locks: bills, one set after the other; (9) counters.
    """
    run(SQL["lock_bills"], company=company)
    known = _known(company, list(documents.values()))
    outcome = _judge_all(list(documents), documents, {}, known, _taken(company, documents, known))
    assert not outcome.rejected, f"its operation has judged it: {outcome.rejected[0]}"
    return _write(company, by, documents, known)


@operation(permission=ENTER)
def cancel_item_documents(ids: Sequence[int], *, company: int, by: Actor) -> Outcome:
    """Cancel documents that are not posted; a posted one is reversed.

    Codes, first match wins: not_found, already, not_draft, done.
    Writes: finance_itemdocument.state.
    Locks: (2) documents by id.
    """
    run(SQL["lock_documents"], company=company, ids=column(ids))
    outcome = Outcome.of(rows(SQL["judge_cancel"], company=company, ids=column(ids)))
    if go := outcome.accepted:
        assert run(SQL["cancel"], company=company, ids=column(go)) == len(go)
    return outcome


def accounts_named(document: NewItemDocument) -> str:
    """Answer the code of the account a document names, or its kind's."""
    return document.account or DEFAULT_ACCOUNT.get(document.kind, "")


def _known(company: int, documents: Sequence[NewItemDocument]) -> dict[tuple[str, str], Any]:
    """Answer what the codes on documents stand for, by (kind, code)."""
    lines = [line for one in documents for line in one.lines]
    found = rows(
        SQL["known"],
        company=company,
        parties=sorted({one.party for one in documents}),
        accounts=sorted({accounts_named(one) for one in documents} | {line.account for line in lines}),
        units=sorted({line.unit for line in lines}),
        currencies=sorted({one.currency for one in documents}),
        items=column(sorted({line.item for line in lines if line.item})),
    )
    return {(row.kind, row.code): row.id for row in found}


def _taken(
    company: int, given: Mapping[int, NewItemDocument], known: Mapping[tuple[str, str], Any]
) -> dict[tuple[int, str], int]:
    """Answer the bills there are already of these suppliers with these numbers."""
    bills = [one for one in given.values() if one.kind == "bill" and ("party", one.party) in known]
    found = rows(
        SQL["taken"],
        company=company,
        parties=column([known["party", one.party] for one in bills]),
        references=[one.reference.strip() for one in bills],
    )
    return {(row.party_id, row.reference): row.id for row in found}


def _judge_all(
    ids: Sequence[int],
    given: Mapping[int, NewItemDocument],
    standing: Mapping[int, Any],
    known: Mapping[tuple[str, str], Any],
    taken: dict[tuple[int, str], int],
) -> Outcome:
    """Judge each; a bill that is accepted takes its number before those after it."""
    judged = []
    for i in ids:
        one = given.get(i)
        code, detail = _judge(one, standing, known, taken)
        if one and code == "done" and one.kind == "bill":
            taken[known["party", one.party], one.reference.strip()] = one.document or 0
        judged.append((i, code, detail))
    return Outcome.of(judged)


def _judge(
    one: NewItemDocument | None,
    standing: Mapping[int, Any],
    known: Mapping[tuple[str, str], Any],
    taken: Mapping[tuple[int, str], int],
) -> tuple[str, dict[str, Any]]:
    """Answer one document's first code, and each wrong line with its own."""
    if one is None or one.kind not in PREFIX or (one.document and one.document not in standing):
        return "not_found", {}
    if one.document:
        row = standing[one.document]
        if row.state != "draft" or row.kind != one.kind:
            return "not_draft", {}
        if row.version != one.version:
            return "stale", {}
        if row.of_fees:
            return "settles_fees", {}
    if ("party", one.party) not in known:
        return "party_unknown", {"value": one.party}
    if one.kind == "bill":
        if not one.reference.strip():
            return "number_missing", {}
        other = taken.get((known["party", one.party], one.reference.strip()))
        if other is not None and other != one.document:
            return "duplicate", {"document": other}
    if one.kind == "payment" and not one.lines and not one.reason.strip():
        return "reason_missing", {}
    if one.currency and ("currency", one.currency) not in known or one.rate <= 0:
        return "currency_unknown", {"value": one.currency}
    if accounts_named(one) and ("account", accounts_named(one)) not in known:
        return "account_unknown", {"value": accounts_named(one)}
    wrong = [fault for place, line in enumerate(one.lines, start=1) for fault in _faults(one, place, line, known)]
    first = next((code for code in _LINE_ORDER if any(fault["code"] == code for fault in wrong)), "done")
    if first == "done" and one.kind in MONEY:
        first = (
            "done" if one.amount is not None and NOTHING < one.amount < MOST and _cents(one.amount) else "bad_amount"
        )
    elif first == "done" and not one.lines:
        first = "empty"
    elif first == "done" and one.kind in CLAIMS and not total_of(one):
        first = "bad_amount"
    return first, {"lines": wrong} if wrong else {}


def _faults(
    one: NewItemDocument, place: int, line: NewItemLine, known: Mapping[tuple[str, str], Any]
) -> list[dict[str, Any]]:
    """Answer what is wrong with a line."""
    found: list[dict[str, Any]] = []
    if one.kind in CLAIMS:
        if ("account", line.account) not in known:
            found.append({"line": place, "code": "account_unknown", "value": line.account})
    elif not line.item or ("item", str(line.item)) not in known or line.account:
        found.append({"line": place, "code": "item_unknown", "value": str(line.item or "")})
    if line.unit and ("unit", line.unit) not in known:
        found.append({"line": place, "code": "unit_unknown", "value": line.unit})
    amounts = [line.amount, line.tax] if line.item_amount is None else [line.amount, line.tax, line.item_amount]
    if any(amount is None or abs(amount) >= MOST or not _cents(amount) for amount in amounts) or not line.amount:
        found.append({"line": place, "code": "bad_amount", "value": ""})
    elif one.kind not in CLAIMS and (line.amount <= 0 or line.tax or (line.item_amount or line.amount) <= 0):
        found.append({"line": place, "code": "bad_amount", "value": str(line.amount)})
    return found


def _cents(amount: Decimal) -> bool:
    return amount.is_finite() and amount == amount.quantize(CENT)


def total_of(one: NewItemDocument) -> Decimal:
    """Answer what a document amounts to in its currency."""
    if one.kind in MONEY:
        return one.amount or NOTHING
    return sum(((line.amount or NOTHING) + (line.tax or NOTHING) for line in one.lines), NOTHING)


def _write(
    company: int, by: Actor, documents: Mapping[int, NewItemDocument], known: Mapping[tuple[str, str], Any]
) -> dict[int, int]:
    """Write heads and lines, new ones and in place of older versions; answers the document of each id."""
    fresh = [i for i in documents if documents[i].document is None]
    older = [i for i in documents if documents[i].document is not None]
    places = {i: documents[i].document or 0 for i in older}
    if older:
        heads = _heads(documents, older, known)
        ids = column([places[i] for i in older])
        assert run(SQL["change"], company=company, me=by.user_id, ids=ids, **heads) == len(older)
        run(SQL["clear"], company=company, ids=ids)
    if fresh:
        heads = _heads(documents, fresh, known)
        named = {"kinds": [documents[i].kind for i in fresh], "prefixes": [PREFIX[documents[i].kind] for i in fresh]}
        made = rows(SQL["make"], company=company, me=by.user_id, run=current().run_id, **named, **heads)
        places |= {i: row.id for i, row in zip(fresh, made, strict=True)}
    _write_lines(company, {places[i]: documents[i].lines for i in documents}, known)
    return places


def _heads(
    documents: Mapping[int, NewItemDocument], ids: Sequence[int], known: Mapping[tuple[str, str], Any]
) -> dict[str, Any]:
    """Write heads as columns."""
    given = [documents[i] for i in ids]
    return {
        "parties": column([known["party", one.party] for one in given]),
        "postings": [one.posting_on for one in given],
        "days": [one.document_on or one.posting_on for one in given],
        "dues": [one.due_on for one in given],
        "references": [one.reference.strip()[:64] for one in given],
        "why": [one.reason.strip()[:120] for one in given],
        "texts": [one.text.strip()[:200] for one in given],
        "currencies": [one.currency for one in given],
        "rates": column([one.rate for one in given]),
        "accounts": column([known.get(("account", accounts_named(one))) for one in given]),
        "amounts": column([total_of(one) for one in given]),
    }


def _write_lines(
    company: int, lines: Mapping[int, Sequence[NewItemLine]], known: Mapping[tuple[str, str], Any]
) -> None:
    """Write all lines of all documents in one statement."""
    flat = [(made, place, line) for made, own in lines.items() for place, line in enumerate(own, start=1)]
    if flat:
        written = run(
            SQL["lines"],
            company=company,
            documents=column([made for made, _place, _line in flat]),
            ordinals=column([place for _made, place, _line in flat]),
            accounts=column([known.get(("account", line.account)) if line.account else None for *_p, line in flat]),
            units=column([known.get(("unit", line.unit)) if line.unit else None for *_p, line in flat]),
            items=column([line.item for *_p, line in flat]),
            amounts=column([line.amount for *_p, line in flat]),
            taxes=column([line.tax for *_p, line in flat]),
            item_amounts=column([line.item_amount for *_p, line in flat]),
            texts=[line.text.strip()[:200] for *_p, line in flat],
        )
        assert written == len(flat)
