"""Bills of material from rows: a row a component, the rows of an item and a first day are one bill, whole or not."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import DataError, IntegrityError, transaction
from django.utils.translation import gettext as _

from interlock.core.api import Actor
from interlock.core.sql import blocks, rows, value
from interlock.items.api import Bom, BomLine, Item

from ..api.masters import broken
from . import cells
from .declared import Fault, ImportKind, Taken
from .documents import Rows, agree, read_row

SQL = blocks(__file__)
HEAD = ("version", "valid_to")


class _Loop(Exception):  # noqa: N818  a verdict
    """Items that would be made of themselves."""

    def __init__(self, items: Sequence[int]) -> None:
        super().__init__(items)
        self.items = items


@dataclass
class _Bill:
    """A bill on its way: its rows, what they say of it, its components by item."""

    numbers: list[int]
    item: int
    head: Mapping[str, Any]
    lines: dict[int, Mapping[str, Any]]

    @property
    def key(self) -> tuple[int, Any]:
        return self.item, self.head["valid_from"]

    def kept(self) -> dict[int, tuple[Any, Any]]:
        return {item: (line["quantity"], line.get("loss_pct", 0)) for item, line in self.lines.items()}


def bill_parts(rows_given: Sequence[Mapping[str, str]]) -> list[list[int]]:
    """Gather the rows of an item and a day, however the day is written."""
    found: dict[tuple[str, str], list[int]] = {}
    for place, row in enumerate(rows_given):
        found.setdefault((row.get("item", ""), cells.same_day(row.get("valid_from", ""))), []).append(place)
    return list(found.values())


def take_bills(kind: ImportKind) -> Callable[..., Taken]:
    """Make what writes bills of material, inside the caller's transaction.

    The rows of a bill are all its components: one that is named no more is taken out. Codes of a row: those of cells,
    not_found, not_permitted, contains_itself, doubled_row, differs_in_document, invalid, set_rejected.
    """

    def take(given: Rows, *, company: int, by: Actor, **_more: Any) -> Taken:
        value(SQL["lock_bills"])
        numbers = list(given)
        faults: dict[int, list[Fault]] = defaultdict(list)
        read = {number: read_row(kind, number, row, faults) for number, row in given.items()}
        codes = {values[name] for values in read.values() for name in ("item", "component") if values.get(name)}
        known = dict(Item.objects.filter(code__in=codes).values_list("code", "pk"))
        bills = []
        for part in bill_parts(list(given.values())):
            own = [numbers[place] for place in part]
            agree(own, read, faults, HEAD)
            lines = _lines(own, read, known, faults)
            if any(number in faults for number in own):
                for number in own:
                    faults[number] = faults[number] or [Fault("set_rejected")]
            else:
                head = read[own[0]]
                bills.append(_Bill(own, known[head["item"]], head, lines))
        done: dict[int, str] = {}
        _store(bills, company, by, done, faults)
        return Taken(done, {number: said for number, said in faults.items() if said})

    return take


def _lines(
    own: Sequence[int], read: Mapping[int, Mapping[str, Any]], known: Mapping[str, int], faults: Any
) -> dict[int, Mapping[str, Any]]:
    lines: dict[int, Mapping[str, Any]] = {}
    for number in own:
        values = read[number]
        for name in ("item", "component"):
            if values.get(name) and values[name] not in known:
                faults[number].append(Fault("not_found", name, values[name]))
        component = known.get(values.get("component", ""))
        if component is None:
            continue
        if values["component"] == values.get("item"):
            faults[number].append(Fault("contains_itself", "component", values["component"]))
        if component in lines:
            faults[number].append(Fault("doubled_row", "component", values["component"]))
        lines[component] = values
    return lines


def _store(bills: Sequence[_Bill], company: int, by: Actor, done: dict[int, str], faults: Any) -> None:
    """Write bills; those a rule forbids are found by halving, and alone answered with it."""
    if not bills:
        return
    try:
        with transaction.atomic():
            words = _write(bills, company, by, faults)
            if looped := [row.item for row in rows(SQL["loops"], ids=[bill.item for bill in bills])]:
                raise _Loop(looped)
    except (IntegrityError, DataError, _Loop) as error:
        if len(bills) > 1:
            half = len(bills) // 2
            _store(bills[:half], company, by, done, faults)
            _store(bills[half:], company, by, done, faults)
            return
        for number in bills[0].numbers:
            faults[number].append(_fault(error))
        return
    done.update(words)


def _fault(error: Exception) -> Fault:
    if isinstance(error, _Loop):
        return Fault("contains_itself", "component")
    rule = broken(Bom, error)
    overlaps = _("Another bill of this item holds on the same days.")
    said = overlaps if rule["rule"] == "items_bom_once" else str(rule.get("message", ""))
    return Fault("invalid", "", rule["rule"], said)


def _write(bills: Sequence[_Bill], company: int, by: Actor, faults: Any) -> dict[int, str]:
    """Write heads and components; answers what was done with each row of those that may be written."""
    first = {bill.item for bill in bills}
    standing = Bom.objects.filter(item__in=first, valid_from__in={bill.key[1] for bill in bills}).order_by("pk")
    known = {(one.item_id, one.valid_from): one for one in standing.select_for_update(no_key=True)}
    held: dict[int, dict[int, BomLine]] = defaultdict(dict)
    for line in BomLine.objects.filter(bom__in=[one.pk for one in known.values()]):
        held[line.bom_id][line.component_id] = line
    done: dict[int, str] = {}
    fresh: list[tuple[Bom, _Bill]] = []
    changed: list[tuple[Bom, _Bill]] = []
    for bill in bills:
        one = known.get(bill.key)
        word = "created" if one is None else "changed"
        if one is not None and not _differs(one, held[one.pk], bill):
            done |= dict.fromkeys(bill.numbers, "unchanged")
        elif not by.may(f"items.{'add' if one is None else 'change'}_bom", company):
            for number in bill.numbers:
                faults[number] = [Fault("not_permitted")]
        else:
            named = {name: bill.head[name] for name in HEAD if name in bill.head}
            if one is None:
                fresh.append((Bom(item_id=bill.item, valid_from=bill.key[1], **named), bill))
            else:
                for name, given in named.items():
                    setattr(one, name, given)
                changed.append((one, bill))
            done |= dict.fromkeys(bill.numbers, word)
    Bom.objects.bulk_create([one for one, _bill in fresh])
    Bom.objects.bulk_update([one for one, _bill in changed], list(HEAD), batch_size=250)
    BomLine.objects.filter(bom__in=[one.pk for one, _bill in changed]).delete()
    BomLine.objects.bulk_create(
        BomLine(bom=one, component_id=item, quantity=quantity, loss_pct=loss)
        for one, bill in (*fresh, *changed)
        for item, (quantity, loss) in bill.kept().items()
    )
    return done


def _differs(one: Bom, held: Mapping[int, BomLine], bill: _Bill) -> bool:
    if any(name in bill.head and getattr(one, name) != bill.head[name] for name in HEAD):
        return True
    return {item: (line.quantity, line.loss_pct) for item, line in held.items()} != bill.kept()
