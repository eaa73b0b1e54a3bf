"""Masters from rows: a row whose key is known changes the columns it gives, any other is new; each is answered.

All looking up is a statement a column for a set of rows. A row the database refuses is found by halving the set, so
the others are written and it alone is answered with the rule it breaks.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.core.exceptions import ValidationError
from django.db import DataError, IntegrityError, models, transaction
from django.utils.functional import lazy

from interlock.core.api import Actor, User
from interlock.core.sql import blocks, value

from ..api.kinds import Kind, code_of
from ..api.masters import broken_rule, refused, ruled
from . import cells
from .declared import Fault, ImportColumn, ImportKind, Taken
from .own import OwnValues
from .words import COLUMNS, EXAMPLES, HINTS, TITLES

SQL = blocks(__file__)
CREATED, CHANGED, UNCHANGED = "created", "changed", "unchanged"


def declare(kind: Kind, after: Callable[[int], Any] | None = None) -> ImportKind:
    """Make the import of a master from what the interface knows of it.

    ``after`` follows, by company, when rows were written.
    """
    app, model = kind.table._meta.app_label, kind.table._meta.model_name
    fields = [one for one in kind.table._meta.concrete_fields if _taken_in(kind, one)]
    fields.sort(key=lambda one: kind.key.index(one.name) if one.name in kind.key else len(kind.key))
    columns = tuple(_column(kind, one) for one in fields)
    by_code = {column.code: one for column, one in zip(columns, fields, strict=True)}
    takes = _Master(kind, by_code, frozenset(by_code[name].attname for name in kind.once), after)
    selves = [one.name for one in fields if one.remote_field and one.remote_field.model is kind.table]
    made = ImportKind(
        kind.path,
        TITLES[kind.path],
        tuple(f"{app}.{verb}_{model}" for verb in ("add", "change")),
        columns,
        take=takes.take,
        order=_parents_first(kind.key, selves[0]) if selves and len(kind.key) == 1 else None,
        model=kind.model,
        custom=kind.custom,
    )
    takes.declared = made
    return made


def _taken_in(kind: Kind, one: Any) -> bool:
    if one.primary_key and one.name != "code":
        return False
    if one.name == "company" or one.name in kind.leave or one.name in kind.fixed or isinstance(one, models.JSONField):
        return False
    return not isinstance(one, models.ForeignKey) or _place(one) is not None


def _place(link: Any) -> str | None:
    """Say by which column of its target a link is named in a file."""
    if link.remote_field.model is User:
        return "username"
    found = code_of(link)
    return None if found is None else "code" if found != "pk" else "pk"


def _column(kind: Kind, one: Any) -> ImportColumn:
    code, is_link = one.name, isinstance(one, models.ForeignKey)
    digits = (one.max_digits, one.decimal_places) if isinstance(one, models.DecimalField) else None
    small = isinstance(one, models.PositiveSmallIntegerField | models.SmallIntegerField)
    return ImportColumn(
        code,
        COLUMNS.get(f"{kind.path}.{code}") or COLUMNS.get(code) or _label(code, one.verbose_name),
        _type(one),
        required=not (one.has_default() or one.null or one.blank),
        key=code in kind.key,
        longest=None if is_link else getattr(one, "max_length", None),
        digits=digits,
        most=32_767 if small else None,
        choices=tuple((str(value), word) for value, word in one.flatchoices) if one.choices else (),
        target=one.remote_field.model if is_link else None,
        place=_place(one) or "" if is_link else "",
        nullable=one.null,
        example=EXAMPLES.get(f"{kind.path}.{code}", EXAMPLES.get(code, "")),
        said=HINTS.get(f"{kind.path}.{code}", HINTS.get(code, "")),
    )


def _why(code: str) -> str:
    from .. import words  # loads what loads this

    return str(words.why(code))


def _labelled(code: str, name: Any) -> str:
    from interlock.core.masters import LABELS  # loads the templates, which load the lists, which load this

    return str(LABELS.get(code, name))


_label = lazy(_labelled, str)


def _type(one: Any) -> Any:
    if isinstance(one, models.ForeignKey):
        return "link"
    if one.choices:
        return "choice"
    kinds = (
        (models.BooleanField, "yes_no"), (models.DateField, "day"), (models.DecimalField, "number"),
        (models.IntegerField, "whole"), (ArrayField, "list"),
    )  # fmt: skip
    return next((name for field_type, name in kinds if isinstance(one, field_type)), "text")


def _parents_first(key: Sequence[str], link: str) -> Callable[[Sequence[Mapping[str, str]]], list[int]]:
    """Make the order in which a file's rows are worked: what others belong to first, else as they stand."""

    def order(rows: Sequence[Mapping[str, str]]) -> list[int]:
        parents = {row.get(key[0], ""): row.get(link, "") for row in rows}

        def depth(row: Mapping[str, str]) -> int:
            at, seen = row.get(link, ""), {row.get(key[0], "")}
            while at in parents and at not in seen:
                seen.add(at)
                at = parents[at]
            return len(seen)

        return sorted(range(len(rows)), key=lambda place: depth(rows[place]))

    return order


@dataclass
class _Work:
    """A set of rows on its way: what could be read of each, and what is wrong with it."""

    company: int
    by: Actor
    own: OwnValues
    rows: dict[int, Any] = field(default_factory=dict)
    values: dict[int, dict[str, Any]] = field(default_factory=dict)
    faults: dict[int, list[Fault]] = field(default_factory=dict)
    done: dict[int, str] = field(default_factory=dict)

    def blame(self, number: int, fault: Fault) -> None:
        self.faults.setdefault(number, []).append(fault)

    def sound(self) -> Iterable[int]:
        return [number for number in self.values if number not in self.faults]


@dataclass
class _Master:
    kind: Kind
    fields: dict[str, Any]
    once: frozenset[str] = frozenset()
    after: Callable[[int], Any] | None = None
    declared: ImportKind | None = None

    def take(
        self, rows: Mapping[int, Mapping[str, str]], *, company: int, by: Actor, promised: frozenset[str] = frozenset()
    ) -> Taken:
        """Judge and write rows inside the caller's transaction.

        Codes of a row: missing_value, too_long, bad_number, out_of_range, too_many_decimals, bad_yes_no, bad_day,
        not_a_choice, unread_characters, formula_error, not_found (a code nobody knows here), invalid (a rule of the
        table), not_permitted, cannot_change. ``promised`` are keys that the file itself brings, which a check has not
        written.
        Locks: one file of a kind at a time; rows that change, by id.
        """
        value(SQL["lock_kind"], name=f"import {self.kind.path}")
        work = _Work(company, by, OwnValues(self.kind.custom, company, by))
        for number, row in rows.items():
            self._read(work, number, row)
        # Rows that belong to others of the same set follow in waves.
        waiting: set[int] | None = None
        while True:
            links = self._links(work, promised)
            wave = [n for n in work.sound() if n not in work.done and self._linked(work, n, links)]
            self._write(work, wave, links)
            left = {n for n in work.sound() if n not in work.done}
            if not left or left == waiting or not wave:
                break
            waiting = left
        for number in {n for n in work.sound() if n not in work.done}:
            self._blame_links(work, number, links)
        if self.after and not set(work.done.values()) <= {UNCHANGED}:
            self.after(company)
        return Taken(work.done, work.faults)

    def _read(self, work: _Work, number: int, row: Mapping[str, str]) -> None:
        assert self.declared is not None
        values: dict[str, Any] = {}
        for column in self.declared.columns:
            text = row.get(column.code, "")
            if not text:
                if column.key and not (column.nullable or self.fields[column.code].blank):
                    work.blame(number, Fault("missing_value", column.code))
                continue
            try:
                read = cells.read(column, text)
                if read is cells.NOTHING:
                    read = self._nothing(column)
                values[column.code] = read
            except cells.Wrong as wrong:
                work.blame(number, Fault(str(wrong), column.code, text))
        for fault in work.own.read(number, row):
            work.blame(number, fault)
        work.values[number] = values

    def _nothing(self, column: ImportColumn) -> Any:
        """Answer what an emptied field holds; one that must hold something cannot be emptied."""
        one = self.fields[column.code]
        if one.null:
            return None
        if one.blank and column.type in ("text", "list"):
            return "" if column.type == "text" else []
        raise cells.Wrong("missing_value")

    # ------------------------------------------------------------------------------------------------------- links
    def _links(self, work: _Work, promised: frozenset[str]) -> dict[str, dict[str, Any]]:
        """Look up the codes that rows name, a statement a column."""
        found: dict[str, dict[str, Any]] = {}
        assert self.declared is not None
        for column in self.declared.columns:
            if column.target is None:
                continue
            asked = {values[column.code] for values in work.values.values() if values.get(column.code)}
            if not asked:
                continue
            target = column.target._default_manager.filter(**{f"{column.place}__in": asked})
            if column.target is User:
                target = target.filter(is_active=True, memberships__company_id=work.company).distinct()
            elif any(other.name == "company" for other in column.target._meta.concrete_fields):
                target = target.filter(company_id=work.company)
            found[column.code] = dict(target.values_list(column.place, "pk"))
            if column.target is self.kind.table:
                found[column.code] = dict.fromkeys(promised & asked) | found[column.code]
        return found

    def _linked(self, work: _Work, number: int, links: Mapping[str, Mapping[str, Any]]) -> bool:
        values = work.values[number]
        return all(not values.get(code) or values[code] in links.get(code, {}) for code in self._link_codes())

    def _blame_links(self, work: _Work, number: int, links: Mapping[str, Mapping[str, Any]]) -> None:
        values = work.values[number]
        for code in self._link_codes():
            if values.get(code) and values[code] not in links.get(code, {}):
                work.blame(number, Fault("not_found", code, str(values[code])))

    def _link_codes(self) -> list[str]:
        return [code for code, one in self.fields.items() if isinstance(one, models.ForeignKey)]

    # ------------------------------------------------------------------------------------------------------- write
    def _write(self, work: _Work, wave: Sequence[int], links: Mapping[str, Mapping[str, Any]]) -> None:
        stored = {number: self._stored(work.values[number], links) for number in wave}
        keys = [self.fields[name].attname for name in self.kind.key]
        known = self._known(work.company, keys, list(stored.values()))
        app, model = self.kind.table._meta.app_label, self.kind.table._meta.model_name
        may = {verb: work.by.may(f"{app}.{verb}_{model}", work.company) for verb in ("add", "change")}
        create: dict[int, Any] = {}
        change: dict[int, Any] = {}
        names: set[str] = set()
        standing = {number: known.get(tuple(values.get(name) for name in keys)) for number, values in stored.items()}
        wrong = work.own.faults({number: one.pk if one else None for number, one in standing.items()})
        for number, values in stored.items():
            one = standing[number]
            if number in wrong:
                work.blame(number, wrong[number])
                continue
            if one is None:
                if not may["add"]:
                    work.blame(number, Fault("not_permitted"))
                elif self._complete(work, number):
                    create[number] = self._made(work, values)
                continue
            changed = [name for name, value in values.items() if getattr(one, name) != value]
            work.rows[number] = one
            if not changed:
                work.done[number] = UNCHANGED
            elif not may["change"]:
                work.blame(number, Fault("not_permitted"))
            elif fixed := self.once & set(changed):
                work.blame(
                    number, Fault("cannot_change", *(c for c, one in self.fields.items() if one.attname in fixed))
                )
            else:
                for name in changed:
                    setattr(one, name, values[name])
                names.update(changed)
                change[number] = one
        # What ends makes room for what begins the day after.
        self._store(work, self._clean(work, change), CHANGED, tuple(names))
        self._store(work, self._clean(work, create), CREATED, ())
        work.rows |= create
        for number in work.own.fill({n: work.rows[n].pk for n in wave if n in work.done}):
            if work.done[number] == UNCHANGED:
                work.done[number] = CHANGED

    def _stored(self, values: Mapping[str, Any], links: Mapping[str, Mapping[str, Any]]) -> dict[str, Any]:
        return {
            self.fields[code].attname: links[code][value] if code in links and value else value
            for code, value in values.items()
        }

    def _known(self, company: int, keys: Sequence[str], drafts: Sequence[Mapping[str, Any]]) -> dict[Any, Any]:
        """Lock and read the rows whose key some draft has."""
        found = self.kind.table._default_manager.order_by("pk")
        for name in keys:
            given = {draft.get(name) for draft in drafts}
            within = models.Q(**{f"{name}__in": given - {None}})
            found = found.filter(within | models.Q(**{f"{name}__isnull": True}) if None in given else within)
        if self.kind.owned:
            found = found.filter(company_id=company)
        return {tuple(getattr(row, name) for name in keys): row for row in found.select_for_update(no_key=True)}

    def _complete(self, work: _Work, number: int) -> bool:
        assert self.declared is not None
        missing = [c.code for c in self.declared.columns if c.required and c.code not in work.values[number]]
        for code in missing:
            work.blame(number, Fault("missing_value", code))
        return not missing

    def _made(self, work: _Work, values: Mapping[str, Any]) -> Any:
        return self.kind.table(**values, **({"company_id": work.company} if self.kind.owned else {}))

    def _clean(self, work: _Work, ready: Mapping[int, Any]) -> dict[int, Any]:
        """Check the fields alone: links are looked up, and rules of the table are the database's to check."""
        sound: dict[int, Any] = {}
        skip = {one.name for one in self.kind.table._meta.concrete_fields if isinstance(one, models.ForeignKey)}
        for number, one in ready.items():
            try:
                one.clean_fields(exclude=skip)
                sound[number] = one
            except ValidationError as error:
                for name, texts in error.message_dict.items():
                    work.blame(number, Fault("invalid", name, str(getattr(one, name, "")), " ".join(texts)))
        for number, told in ruled(sound).items():
            for name, why in told.items():
                work.blame(number, Fault("invalid", name, str(getattr(sound[number], name)), str(why)))
            sound.pop(number)
        for number, code in refused(self.kind, work.company, sound).items():
            work.blame(number, Fault("invalid", "", code, _why(code)))
            sound.pop(number)
        return sound

    def _store(self, work: _Work, ready: Mapping[int, Any], word: str, names: Sequence[str]) -> None:
        """Write what is ready; a row the database refuses is found by halving."""
        if not ready:
            return
        try:
            with transaction.atomic():
                if word == CREATED:
                    self.kind.table._default_manager.bulk_create(ready.values())
                else:
                    self.kind.table._default_manager.bulk_update(ready.values(), _by_name(self, names), batch_size=250)
        except (IntegrityError, DataError) as error:
            numbers = list(ready)
            if len(numbers) == 1:
                rule = broken_rule(self.kind, error)
                work.blame(numbers[0], Fault("invalid", "", str(rule["rule"]), str(rule.get("message", ""))))
                return
            half = len(numbers) // 2
            for some in (numbers[:half], numbers[half:]):
                self._store(work, {n: ready[n] for n in some}, word, names)
            return
        work.done.update(dict.fromkeys(ready, word))


def _by_name(master: _Master, attributes: Sequence[str]) -> list[str]:
    wanted = set(attributes)
    return [one.name for one in master.fields.values() if one.attname in wanted]
