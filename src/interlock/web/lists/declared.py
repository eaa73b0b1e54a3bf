"""What a list is: its columns, its filters and the two blocks that read it, declared once.

From one declaration come the page, its totals, the export and the set an action works. ``found`` answers (id, amount)
of what the filters find, newest first, from a key on; ``rows`` answers some of them as the list shows them.
"""

from __future__ import annotations

import contextlib
import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal, InvalidOperation
from functools import cache, cached_property
from typing import Any, Literal

from django.http import QueryDict

from interlock.core.amounts import ungrouped
from interlock.core.api import Actor, CustomField, Refusal, Scope, scopes
from interlock.core.sql import Block, rows, summed

from ..paging import day, number

ColumnKind = Literal["text", "link", "number", "amount", "date", "moment", "age", "state"]
FilterKind = Literal["text", "choice", "date", "amount", "master", "hidden"]
RIGHT = frozenset({"number", "amount", "age"})


@dataclass(frozen=True)
class Column:
    """One column: what it is called, what kind of thing it holds, and how a row answers it.

    ``value`` is a row's field, or a function of the row; ``cell`` draws, of a row and for a
    desk, what plain text cannot say. ``link`` names a
    page by the row's field ``link_key``.
    """

    code: str
    title: Any
    kind: ColumnKind = "text"
    value: str | Callable[[Any], Any] = ""
    shown: bool = True
    link: str = ""
    link_key: str = "id"
    cell: Callable[[Any, Any], Any] | None = None
    wide: bool = False

    def of(self, row: Any) -> Any:
        """Answer the bare value of a row."""
        return self.value(row) if callable(self.value) else getattr(row, self.value or self.code)

    @property
    def right(self) -> bool:
        return self.kind in RIGHT


@dataclass(frozen=True)
class Filter:
    """One filter: its name in the address, the parameter of the block it fills, and what may be chosen."""

    code: str
    title: Any
    kind: FilterKind
    parameter: str = ""
    choices: Iterable[Any] = ()
    word: Callable[[Any], Any] = str
    options: Block | None = None
    hint: Any = ""
    place: Literal["always", "wide", "rare"] = "wide"
    model: str = ""
    #: A field of the company's own, which the values beside the documents answer.
    own: CustomField | None = None
    #: Which end of a range of an own field it asks for; none: what the field holds.
    end: Literal["", "least", "most"] = ""

    @property
    def name(self) -> str:
        return self.parameter or self.code

    def read(self, text: str) -> Any:
        """Answer what was asked, None for nothing; what cannot be read asks for nothing."""
        text = text.strip()
        if self.kind == "text" or (self.kind == "hidden" and self.own is not None):
            return text[:64] or None
        if self.kind == "date":
            return day(text)
        if self.kind == "amount":
            return _amount(text)
        if self.kind == "master" or (self.kind == "hidden" and not self.choices):  # hidden without choices: an id
            return number(text)
        return text if text in set(self.choices) else None


def _amount(text: str) -> Decimal | None:
    with contextlib.suppress(InvalidOperation):
        made = Decimal(ungrouped(text))
        return made if made.is_finite() and abs(made) < Decimal(10) ** 18 else None
    return None


@dataclass(frozen=True)
class Asked:
    """A list with what was asked of it and by whom: the values of its filters and the columns to show."""

    listing: Listing
    wanted: Mapping[str, Any]
    columns: tuple[Column, ...]
    by: Actor

    def found(self, company: int, *, before: int | None, size: int) -> list[Any]:
        """Answer (id, amount) of the next ``size`` below a key, of what the actor sees."""
        block, given = self._asked(company)
        return rows(block, company=company, before=before, size=size, **given)

    def rows(self, company: int, ids: list[int]) -> list[Any]:
        from ..custom import rows_with_own

        return rows_with_own(self, company, rows(self.listing.rows, company=company, ids=ids)) if ids else []

    def totals(self, company: int, bound: int) -> Any:
        """Answer how many there are and their amount, reading at most ``bound + 1``."""
        block, given = self._asked(company, totals=True)
        return rows(block, company=company, before=None, size=bound + 1, **given)[0]

    def _asked(self, company: int, *, totals: bool = False) -> tuple[Block, dict[str, Any]]:
        """Answer the block that finds what the actor sees, and its parameters; own fields are asked of their values."""
        from ..custom import wanted_own

        block, limits = self.listing.found_by(self.by.scope(company), totals=totals)
        plain, own, ranges = wanted_own(company, dict(self.wanted), self.listing.filters)
        if not own and not ranges:
            return block, plain | limits
        asked = {"own_kind": self.listing.custom, "own": own, "own_ranges": json.dumps(ranges)}
        return holding(block), plain | limits | asked

    def ids(self, company: int, *, before: int | None = None, chunk: int = 20_000) -> Iterator[list[int]]:
        """Answer all ids, newest first, a chunk at a time."""
        while found := [row.id for row in self.found(company, before=before, size=chunk)]:
            yield found
            before = found[-1]
            if len(found) < chunk:
                return


@dataclass(frozen=True)
class Listing:
    """One list: who sees it, how it is read, what it shows and by what it is filtered.

    ``model`` is the kind its rows are of; a list that names none is closed to people who see only a part.
    """

    code: str
    title: Any
    url: str
    link: str
    permissions: tuple[str, ...]
    found: Block
    rows: Block
    columns: tuple[Column, ...]
    filters: tuple[Filter, ...]
    sums: Any = ""
    model: str = ""
    #: What it finds depends on who looks: ``found`` takes ``me``.
    personal: bool = False
    #: The kind of its documents that may have fields of a company's own; ``found`` says where they are asked for.
    custom: str = ""
    summed: Block = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "summed", summed(self.found))
        LISTS.setdefault(self.code, self)

    def of(self, company: int) -> Listing:
        """Answer the list as this company sees it: with its own fields."""
        from ..custom import with_own

        return with_own(self, company)

    @cached_property
    def limited(self) -> Block | None:
        """Answer the block for people who see only a part."""
        return scopes.limited(self.found, self.model) if self.model else None

    @cached_property
    def limited_sum(self) -> Block | None:
        return summed(self.limited) if self.limited else None

    def found_by(self, scope: Scope | None, *, totals: bool = False) -> tuple[Block, dict[str, Any]]:
        """Answer the block that finds what is seen under a scope, with what it takes besides the filters."""
        if scope is None or self.personal:
            return (self.summed if totals else self.found), {}
        limits = scopes.parameters(self.model, scope)
        block = self.limited_sum if totals else self.limited
        if block is None or limits is None:
            raise Refusal("not_permitted")
        return block, limits

    def read(self, query: QueryDict, by: Actor) -> Asked:
        """Take from an address what it asks of this list, for whoever looks."""
        wanted: dict[str, Any] = {one.name: one.read(query.get(one.code, "")) for one in self.filters}
        if self.personal:
            wanted["me"] = by.user_id
        named = ",".join(query.getlist("columns")).split(",")
        chosen = tuple(column for column in self.columns if column.code in named)
        return Asked(self, wanted, chosen or tuple(column for column in self.columns if column.shown), by)

    def address(self, query: QueryDict) -> str:
        """Answer the part of an address that says what is shown: filters and columns, nothing of the page."""
        kept = QueryDict(mutable=True)
        for name in (one.code for one in self.filters):
            if text := ",".join(query.getlist(name)).strip()[:400]:
                kept[name] = text
        named = ",".join(query.getlist("columns")).split(",")
        if chosen := ",".join(column.code for column in self.columns if column.code in named):
            kept["columns"] = chosen
        return kept.urlencode()


_HERE = re.compile(r"/\* own: (\w+\.\w+) \*/")
_HELD = (
    r"AND \1 = ANY(ARRAY(SELECT document_id FROM core_customvalues"
    r" WHERE company_id = %(company)s AND kind = %(own_kind)s AND content @> %(own)s::jsonb AND NOT EXISTS (SELECT"
    r" FROM jsonb_to_recordset(%(own_ranges)s::jsonb) AS g(code text, is_number boolean, least text, most text)"
    r" WHERE NOT coalesce(CASE WHEN g.is_number"
    r" THEN (content ->> g.code)::numeric BETWEEN coalesce(g.least::numeric, '-Infinity')"
    r" AND coalesce(g.most::numeric, 'Infinity')"
    r" ELSE content ->> g.code BETWEEN coalesce(g.least, '') AND coalesce(g.most, '9999-12-31') END, false))))"
)


@cache
def holding(block: Block) -> Block:
    """Answer the block that finds only what holds certain values, by the index of those."""
    text, places = _HERE.subn(_HELD, block.text)
    assert places, f"{block.name} does not say where own fields are asked for"
    return replace(block, text=text)


#: Every list by its code.
LISTS: dict[str, Listing] = {}


def between(title_from: Any, title_to: Any) -> tuple[Filter, Filter]:
    """Make the pair of filters of a range of days."""
    return Filter("from", title_from, "date", "first"), Filter("to", title_to, "date", "last")


def amounts(title_least: Any, title_most: Any) -> tuple[Filter, Filter]:
    """Make the pair of filters of a range of amounts."""
    return (
        Filter("min", title_least, "amount", "least", place="rare"),
        Filter("max", title_most, "amount", "most", place="rare"),
    )
