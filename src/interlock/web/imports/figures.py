"""Rows that operations of finance take: documents of open items, payments, credit limits and credit terms."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

from interlock.core.api import Actor, Company
from interlock.finance import api as finance
from interlock.parties.api import Party

from .declared import Fault, ImportKind, Taken
from .documents import MOST_LINES, Rows, agree, read_row

#: What the rows of one document say alike; the others stand on each line.
DOCUMENT = ("kind", "party", "posting_on", "document_on", "due_on", "reference", "reason", "currency", "rate")
#: Kinds that are lines on accounts, and kinds that are one amount on a bank account.
OF_LINES, OF_MONEY = ("charge", "bill"), ("receipt", "payment", "refund")
#: What a code of an operation is about; the others are about the row.
_ABOUT = {
    "party_unknown": "party", "account_unknown": "account", "unit_unknown": "unit", "currency_unknown": "currency",
    "number_missing": "reference", "duplicate": "reference", "reason_missing": "reason", "bad_amount": "amount",
    "reason_unknown": "reason", "payee_missing": "payee_account", "party_missing": "party", "no_reason": "reason",
    "document_unknown": "document", "document_missing": "document", "beyond_document": "amount",
    "party_differs": "party", "bad_period": "valid_to", "unknown_group": "group", "bad_terms": "credit_days",
    "in_use": "group",
}  # fmt: skip


def _today(company: int) -> date:
    return datetime.now(ZoneInfo(Company.objects.values_list("time_zone", flat=True).get(pk=company))).date()


def _fault(kind: ImportKind, code: str, values: Mapping[str, Any]) -> Fault:
    column = _ABOUT.get(code, "")
    if not kind.column(column):
        return Fault(code)
    return Fault(code, column, str(values.get(column, "")))


class _Reading:
    """Rows as they were read, what is wrong with them, and what was done with the others."""

    def __init__(self, kind: ImportKind, rows: Rows) -> None:
        self.kind, self.faults, self.done = kind, defaultdict[int, list[Fault]](list), dict[int, str]()
        self.values = {number: read_row(kind, number, row, self.faults) for number, row in rows.items()}
        self.faults = defaultdict(list, {number: said for number, said in self.faults.items() if said})

    def sound(self) -> list[int]:
        return [number for number in self.values if number not in self.faults and number not in self.done]

    def answer(self, number: int, code: str) -> None:
        if code in ("done", "already"):
            self.done[number] = "taken" if code == "done" else "unchanged"
        else:
            self.faults[number].append(_fault(self.kind, code, self.values[number]))

    def taken(self) -> Taken:
        return Taken(self.done, dict(self.faults))


# --------------------------------------------------------------------------------------------------- open items
def item_document_parts(rows: Sequence[Mapping[str, str]]) -> list[list[int]]:
    """Gather the rows that name the same document; a row that names none is one."""
    found: dict[Any, list[int]] = {}
    for place, row in enumerate(rows):
        found.setdefault(row.get("document") or place, []).append(place)
    return list(found.values())


def take_item_documents(kind: ImportKind) -> Callable[..., Taken]:
    """Make what writes documents of open items down as drafts: opening items, bills, receipts."""

    def take(rows: Rows, *, company: int, by: Actor, **_more: Any) -> Taken:
        read, numbers = _Reading(kind, rows), list(rows)
        documents: dict[int, finance.NewItemDocument] = {}
        members: dict[int, list[int]] = {}
        for place, part in enumerate(item_document_parts(list(rows.values())), start=1):
            own = [numbers[at] for at in part]
            agree(own, read.values, read.faults, DOCUMENT)
            if len(own) > MOST_LINES:
                read.faults[own[0]].append(Fault("too_many_lines"))
            if len(own) > 1 and read.values[own[0]].get("kind") in OF_MONEY:
                read.faults[own[1]].append(Fault("one_row", "document"))
            if any(read.faults.get(number) for number in own):
                _reject(read, own)
            else:
                documents[place], members[place] = _document([read.values[number] for number in own]), own
        outcome = finance.save_item_documents(list(documents), company=company, by=by, documents=documents)
        for verdict in outcome.verdicts:
            own = members[verdict.id]
            if verdict.ok:
                read.done |= dict.fromkeys(own, "taken")
                continue
            for wrong in verdict.detail.get("lines", ()):
                number = own[wrong["line"] - 1]
                read.faults[number].append(_fault(kind, wrong["code"], read.values[number]))
            if not verdict.detail.get("lines"):
                read.faults[own[0]].append(_fault(kind, verdict.code, read.values[own[0]]))
            _reject(read, own)
        return Taken(read.done, {number: said for number, said in read.faults.items() if said})

    return take


def _reject(read: _Reading, own: Sequence[int]) -> None:
    for number in own:
        read.faults[number] = read.faults.get(number) or [Fault("set_rejected")]


def _document(own: Sequence[Mapping[str, Any]]) -> finance.NewItemDocument:
    head = own[0]
    plain = {name: head[name] for name in DOCUMENT if name in head}
    if head["kind"] in OF_MONEY:
        more = {"amount": head["amount"], "account": head.get("account", "")}
        return finance.NewItemDocument(lines=(), text=head.get("text", ""), **plain, **more)
    lines = tuple(
        finance.NewItemLine(
            line["amount"], account=line.get("account", ""), tax=line.get("tax", Decimal(0)), unit=line.get("unit", ""),
            text=line.get("text", ""),
        )
        for line in own
    )  # fmt: skip
    return finance.NewItemDocument(lines=lines, text=head.get("text", ""), **plain)


# ----------------------------------------------------------------------------------------------------- payments
def take_payments(kind: ImportKind) -> Callable[..., Taken]:
    """Make what writes payment requests down as drafts, a row each."""

    def take(rows: Rows, *, company: int, by: Actor, **_more: Any) -> Taken:
        read = _Reading(kind, rows)
        given = {number: dict(read.values[number]) for number in read.sound()}
        named = {n: (row.get("document_kind", ""), row.pop("document", "")) for n, row in given.items()}
        known = finance.payable_by_number(company, list(named.values()))
        asked = {
            n: finance.NewPayment(**row, document=known[named[n]][0], document_line=known[named[n]][1])
            for n, row in given.items()
        }
        outcome = finance.save_payments(list(asked), company=company, by=by, payments=asked)
        for verdict in outcome.verdicts:
            read.answer(verdict.id, verdict.code)
        return read.taken()

    return take


# ------------------------------------------------------------------------------------------------------- credit
def take_limits(kind: ImportKind) -> Callable[..., Taken]:
    """Make what sets credit limits, a row each; rows of one group follow each other."""

    def take(rows: Rows, *, company: int, by: Actor, **_more: Any) -> Taken:
        read, on = _Reading(kind, rows), _today(company)
        known = _groups(company, read)
        while wave := _one_each(read.sound(), lambda number: read.values[number]["group"]):
            limits: dict[int, finance.NewLimit] = {}
            places: dict[int, int] = {}
            for number in wave:
                given = dict(read.values[number])
                group = known.get(given.pop("group"))
                if group is None:
                    read.faults[number].append(Fault("not_found", "group", read.values[number]["group"]))
                else:
                    limits[group], places[group] = finance.NewLimit(**given), number
            outcome = finance.set_credit_limits(list(limits), company=company, by=by, limits=limits, on=on)
            for verdict in outcome.verdicts:
                read.answer(places[verdict.id], verdict.code)
        return read.taken()

    return take


def take_terms(kind: ImportKind) -> Callable[..., Taken]:
    """Make what agrees credit terms with customers, a row each."""

    def take(rows: Rows, *, company: int, by: Actor, **_more: Any) -> Taken:
        read = _Reading(kind, rows)
        known = _groups(company, read)
        codes = {values["party"] for values in read.values.values() if values.get("party")}
        parties = dict(Party.objects.filter(code__in=codes).values_list("code", "pk"))
        terms: dict[int, finance.NewTerms] = {}
        places: dict[int, int] = {}
        for number in read.sound():
            given = dict(read.values[number])
            group, party = known.get(given.pop("group")), parties.get(given.pop("party"))
            for name, found in (("group", group), ("party", party)):
                if found is None:
                    read.faults[number].append(Fault("not_found", name, read.values[number][name]))
            if group is not None and party is not None:
                terms[party], places[party] = finance.NewTerms(group, **given), number
        outcome = finance.set_credit_terms(list(terms), company=company, by=by, terms=terms, on=_today(company))
        for verdict in outcome.verdicts:
            read.answer(places[verdict.id], verdict.code)
        return read.taken()

    return take


def _groups(company: int, read: _Reading) -> dict[str, int]:
    codes = {values["group"] for values in read.values.values() if values.get("group")}
    found = finance.CreditGroup.objects.filter(company_id=company, code__in=codes)
    return dict(found.values_list("code", "pk"))


def _one_each(numbers: Sequence[int], key: Callable[[int], Any]) -> list[int]:
    """Answer the first of these with each key."""
    first: dict[Any, int] = {}
    for number in numbers:
        first.setdefault(key(number), number)
    return list(first.values())
