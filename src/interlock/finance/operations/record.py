"""Record accounting events: the money side of facts, written in the transaction of the facts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from interlock.core.api import Module, current, first_of_month, lock_periods
from interlock.core.sql import Column, blocks, column, rows, run

SQL = blocks(__file__)
MOST = 4  # amounts of other components that a line may have besides its own


@dataclass
class EventLines:
    """Lines of events as parallel columns: one amount of one document line each."""

    documents: list[int] = field(default_factory=list)
    components: list[str] = field(default_factory=list)
    line_ids: list[int] = field(default_factory=list)
    items: list[int | None] = field(default_factory=list)
    quantities: list[Decimal | None] = field(default_factory=list)
    amounts: list[Decimal] = field(default_factory=list)

    def add(
        self,
        document: int,
        component: str,
        line_id: int,
        amount: Decimal,
        item: int | None = None,
        quantity: Decimal | None = None,
    ) -> None:
        """Append one line."""
        self.documents.append(document)
        self.components.append(component)
        self.line_ids.append(line_id)
        self.items.append(item)
        self.quantities.append(quantity)
        self.amounts.append(amount)

    def __len__(self) -> int:
        return len(self.documents)

    def written(self) -> WrittenLines:
        """Answer the columns as a statement takes them."""
        names = list(dict.fromkeys(self.components))
        places = {name: place for place, name in enumerate(names, start=1)}
        return WrittenLines(
            names=names,
            documents=column(self.documents),
            components="{}" if len(names) == 1 else column([places[name] for name in self.components]),
            line_ids=column(self.line_ids),
            items=column(self.items),
            quantities=column(self.quantities),
            amounts=column(self.amounts),
        )


@dataclass
class WrittenLines:
    """Lines of events as the array texts in which a statement has answered them: a large set never becomes objects.

    ``components`` holds places in ``names``, from 1 on; empty when all are of the first. Where all are, and a line has
    amounts of up to four other components as well, ``further`` holds these by component, parallel to the others.
    """

    names: list[str]
    documents: Column
    line_ids: Column
    items: Column
    quantities: Column
    amounts: Column
    components: Column = "{}"
    further: dict[str, Column] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Foreign:
    """What a line is in another currency than the books', with the sign of its amount."""

    currency: str
    amount: Decimal


@dataclass(frozen=True)
class Reversed:
    """What events take back: for each of their document lines the (document, line) of an earlier event of this kind."""

    kind: str
    lines: Mapping[int, tuple[int, int]]


def record_events(
    company: int,
    kind: str,
    documents: Column,
    units: Column,
    parties: Column,
    on: date | Sequence[date],
    lines: EventLines | WrittenLines,
    reverses: Reversed | None = None,
    foreign: Mapping[int, Foreign] | None = None,
) -> list[int]:
    """Record one event a document, inside the caller's operation; answers the ids of the events.

    A document stands at most once in a call. A line without money is not recorded, nor is an event without lines.
    An event of a closed month keeps its ``fact_on`` and is posted on the first day of the next open month.
    A line that ``reverses`` names takes the accounts of the same component of what it takes back, the other way
    round, and waits until that is posted; a component that was not there is posted by its own rule.
    ``foreign`` are amounts in other currencies by the document lines, each of one component.
    Writes: finance_event, finance_eventline, finance_eventpending; three statements, five when a fact is late; one
    more for finance_reversal, one more for finance_eventcurrency.
    Locks: (1) the finance periods of the facts, shared.
    """
    if not documents:
        return []
    days = [on] if isinstance(on, date) else list(on)
    postings = posting_days(company, days)
    written = lines.written() if isinstance(lines, EventLines) else lines
    assert len(written.further) <= MOST, "see WrittenLines"
    assert not written.further or len(written.names) == 1, "see WrittenLines"
    second, third, fourth, fifth = [*written.further.values(), *["{}"] * MOST][:MOST]
    recorded = rows(
        SQL["record"],
        company=company,
        kind=kind,
        run=current().run_id,
        documents=column(documents),
        units=column(units),
        parties=column(parties),
        facts=days,
        postings=[postings[day] for day in days],
        names=[*written.names, *written.further],
        line_documents=column(written.documents),
        components=column(written.components),
        line_ids=column(written.line_ids),
        items=column(written.items),
        quantities=column(written.quantities),
        amounts=column(written.amounts),
        second=column(second),
        third=column(third),
        fourth=column(fourth),
        fifth=column(fifth),
    )
    answer = recorded[0]
    assert answer.strangers == 0, "a line belongs to a document of the call"
    assert answer.uneven is False, "one unit, one party and one day a document"
    if answer.events and reverses and reverses.lines:
        _reverse(company, answer.events, reverses)
    if answer.events and foreign:
        _foreign(company, answer.events, foreign)
    return list(answer.events)


def _foreign(company: int, events: Sequence[int], foreign: Mapping[int, Foreign]) -> None:
    """Write down what lines of these events are in other currencies."""
    written = run(
        SQL["foreign"],
        company=company,
        events=column(events),
        lines=column(list(foreign)),
        currencies=[one.currency for one in foreign.values()],
        amounts=column([one.amount for one in foreign.values()]),
    )
    assert written == len(foreign), "a line of the call, of one component"


def _reverse(company: int, events: Sequence[int], reverses: Reversed) -> None:
    """Write down which earlier lines the lines of these events take back."""
    originals = list(reverses.lines.values())
    run(
        SQL["reversals"],
        company=company,
        events=column(events),
        kind=reverses.kind,
        lines=column(list(reverses.lines)),
        original_documents=column([document for document, _line in originals]),
        original_lines=column([line for _document, line in originals]),
    )


def posting_days(company: int, days: Sequence[date]) -> dict[date, date]:
    """Answer the day each fact is posted on: its own, or the first of the next open month; keeps those months open.

    A fact that finds no open month keeps its own day: its event waits as ``period_closed``.
    """
    asked = sorted(set(days))
    held: set[date] = set()
    found = {day: day for day in asked}
    while wanted := {first_of_month(day) for day in found.values()} - held:
        lock_periods(company, Module.FINANCE, wanted)
        held |= wanted
        found = {row.day: row.posting_on for row in rows(SQL["posting_days"], company=company, days=asked)}
    return found
