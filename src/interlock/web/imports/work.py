"""The work of an import: a check that judges every row and writes nothing, and the taking in.

Rows are worked by the chunk, each in a transaction that also writes its answers and how far the import is, so a killed
worker goes on behind the last row that was written. Readers of documents that work a whole file by themselves answer a
repeat as they did first; their check works parts of the file and takes everything back.
"""

from __future__ import annotations

import logging
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Literal, Protocol

import pghistory
from django.db import DatabaseError, OperationalError, transaction
from django.utils import timezone
from psycopg import errors

from interlock.core.api import (
    Actor,
    File,
    Import,
    ImportRejection,
    Refusal,
    Stopped,
    Task,
    background,
    content_path,
    exclusively,
    keep_file,
    wake,
)

from .. import words
from ..queries import shell
from . import cells
from .catalogue import KINDS
from .declared import Fault, ImportKind, Taken
from .kept import form_of, kept_table, table_of
from .writing import write_rejected

log = logging.getLogger(__name__)
IMPORT = "web.import"
Mode = Literal["check", "take"]
CHUNK, ATTEMPTS, BATCH = 500, 4, 2_000
TRANSIENT = (errors.DeadlockDetected, errors.LockNotAvailable, errors.SerializationFailure)


class Watch(Protocol):
    """Whoever follows the work: a job, or the command line."""

    company: int
    by: Actor

    def expect(self, total: int | None) -> None: ...
    def count(self, succeeded: int, failed: int) -> str: ...


@background(IMPORT)
def work(task: Task) -> None:
    given = task.job.arguments
    work_import(given["import"], given["mode"], task, job=task.job.pk)


def work_import(import_id: int, mode: Mode, watch: Any, *, job: int | None) -> Import:
    """Check or take in a file; refuses a file that is no table of this kind, and says so on the import."""
    found = Import.objects.get(pk=import_id, company_id=watch.company)
    kind = KINDS[found.kind].of(watch.company)
    if not kind.open_to(watch.by, watch.company):
        raise Refusal("not_permitted")
    with (
        exclusively(f"import {found.pk}"),
        pghistory.context(user=watch.by.user_id, import_file=found.pk),
    ):
        found.refresh_from_db()
        try:
            _Pass(found, kind, mode, watch, job).work()
        except Refusal as refusal:
            found.state, found.code, found.detail = Import.State.REFUSED, refusal.code, _texts(refusal.detail)
            found.save(update_fields=["state", "code", "detail"])
            raise
    if mode == "take":
        shell.forget(watch.company)
        if kind.wakes:
            wake("sales.advance")
    return found


def _texts(detail: Mapping[str, Any]) -> dict[str, Any]:
    return {
        name: [str(one) for one in given] if isinstance(given, list) else str(given) for name, given in detail.items()
    }


class _Pass:
    """One check or taking in of a file, from where it stands."""

    def __init__(self, found: Import, kind: ImportKind, mode: Mode, watch: Any, job: int | None) -> None:
        self.found, self.kind, self.mode, self.watch, self.job = found, kind, mode, watch, job
        self.table = table_of(found)
        columns, unknown = kind.match(self.table.columns, found.mapping)
        self.by_code = {code: heading for heading, code in columns.items()}
        missing = [str(column.title) for column in kind.columns if self._lacks(column)]
        if not columns:
            raise Refusal("no_columns")
        if missing:
            raise Refusal("missing_columns", columns=missing)
        found.unknown = kind.unknown(self.table.columns, found.mapping)
        if kind.passes:
            self.by_code |= {heading: heading for heading in unknown if heading not in self.by_code}
        self.numbers = self._numbers()
        if not self.numbers:
            raise Refusal("no_rows")
        self.doubled = self._doubled()
        self.retake = mode == "take" and found.taken_at is not None
        self.promised = self._promised() if mode == "check" else frozenset()

    def _lacks(self, column: Any) -> bool:
        needed = column.required if self.kind.by_file else column.key and not column.nullable
        return needed and column.code not in self.by_code

    def _numbers(self) -> list[int]:
        """Answer the rows (from 1) that hold anything, in the order in which they are worked."""
        import polars as pl

        filled = self.table.select(
            pl.any_horizontal(pl.col(h).fill_null("").str.strip_chars() != "" for h in self.by_code.values())
        ).to_series()
        numbers = [place for place, holds in enumerate(filled, start=1) if holds]
        if self.kind.order is None:
            return numbers
        rows = list(self._rows(numbers, (*self.kind.key, "parent")).values())
        return [numbers[place] for place in self.kind.order(rows)]

    def _rows(self, numbers: Sequence[int], codes: Sequence[str] = ()) -> dict[int, dict[str, str]]:
        """Answer rows by their number: what each column holds, cleaned."""
        wanted = {code: self.table[heading] for code, heading in self.by_code.items() if not codes or code in codes}
        return {n: {code: cells.clean(held[n - 1]) for code, held in wanted.items()} for n in numbers}

    def _doubled(self) -> dict[int, int]:
        """Answer the rows whose key an earlier row has, with that row."""
        if self.kind.by_file or not self.kind.key:
            return {}
        first: dict[tuple[str, ...], int] = {}
        doubled = {}
        for number, row in self._rows(self.numbers, self.kind.key).items():
            key = tuple(row.get(code, "") for code in self.kind.key)
            if all(key[:1]) and first.setdefault(key, number) != number:
                doubled[number] = first[key]
        return doubled

    # ------------------------------------------------------------------------------------------------------ the work
    def work(self) -> None:
        self._begin()
        if self.mode == "take" and self.kind.by_file:
            numbers = [number for chunk in self._chunks() for number in chunk]
            if numbers:
                self._record(self._by_file(numbers), numbers)
        else:
            for chunk in self._chunks():
                self._work_chunk(chunk)
        self._finish()

    def _begin(self) -> None:
        found = self.found
        states = {"check": Import.State.CHECKING, "take": Import.State.TAKING}
        goes_on = found.state == states[self.mode] and (self.mode == "take" or found.job_id == self.job)
        with transaction.atomic():
            if not goes_on:
                found.attempt += 1
                if not self.retake:
                    ImportRejection.objects.filter(company_id=found.company_id, document=found).delete()
                    found.position = found.succeeded = found.failed = 0
                    found.counts = {}
            found.state, found.job_id, found.code, found.detail = states[self.mode], self.job, "", {}
            found.total = len(self.numbers)
            found.save()
        self.watch.expect(found.total)
        self.watch.count(found.succeeded, 0 if self.retake else found.failed)

    def _chunks(self) -> Iterator[list[int]]:
        """Answer what is still to be worked, a chunk at a time; the rows of a document stay together."""
        numbers = self._left()
        if self.kind.parts is None:
            for place in range(0, len(numbers), CHUNK):
                yield numbers[place : place + CHUNK]
            return
        rows = self._rows(numbers)
        chunk: list[int] = []
        for part in self.kind.parts(list(rows.values())):
            chunk += [numbers[place] for place in part]
            if len(chunk) >= CHUNK:
                yield chunk
                chunk = []
        if chunk:
            yield chunk

    def _left(self) -> list[int]:
        found = self.found
        if self.retake:
            waiting = ImportRejection.objects.filter(company_id=found.company_id, document=found)
            left = set(waiting.filter(attempt__lt=found.attempt).values_list("row", flat=True))
            return [number for number in self.numbers if number in left]
        if self.kind.parts is None:
            return self.numbers[found.position :]
        answered = self._in_parts()
        return answered[found.position :]

    def _in_parts(self) -> list[int]:
        """Answer the rows in the order of their documents, so that a place in it means the same after a kill."""
        assert self.kind.parts is not None
        rows = list(self._rows(self.numbers).values())
        return [self.numbers[place] for part in self.kind.parts(rows) for place in part]

    def _work_chunk(self, numbers: list[int]) -> None:
        for attempt in range(ATTEMPTS):
            try:
                if self.mode == "check":
                    taken = self._trial(numbers)
                    self._record(taken, numbers)
                else:
                    with transaction.atomic():
                        self._note(self._take(numbers), numbers)
                    self._tell(numbers)
                return
            except OperationalError as error:
                if not isinstance(error.__cause__, TRANSIENT) or attempt == ATTEMPTS - 1:
                    raise
                self.found.refresh_from_db()
                time.sleep(0.05 * 3**attempt)

    def _trial(self, numbers: list[int]) -> Taken:
        """Do it and take everything back."""
        with transaction.atomic():
            taken = self._by_file(numbers) if self.kind.by_file else self._take(numbers)
            brought = list(File.objects.filter(company_id=self.found.company_id, pk__gt=self._last_file()))
            transaction.set_rollback(True)
        for file in brought:
            if not File.objects.filter(sha256=file.sha256).exists():
                content_path(file.sha256).unlink(missing_ok=True)
        return taken

    def _last_file(self) -> int:
        return int(self.found.file_id)

    def _by_file(self, numbers: Sequence[int]) -> Taken:
        rows, faults = self._sound(numbers)
        assert self.kind.by_file is not None
        name = self.found.name
        taken = (
            self.kind.by_file(self.kind, rows, name, company=self.watch.company, by=self.watch.by) if rows else Taken()
        )
        return Taken(taken.done, taken.faults | faults)

    def _take(self, numbers: list[int]) -> Taken:
        """Take a chunk; one that meets a defect is halved until the poison row stands alone."""
        rows, faults = self._sound(numbers)
        assert self.kind.take is not None
        try:
            with transaction.atomic():
                taken = self.kind.take(rows, company=self.watch.company, by=self.watch.by, promised=self.promised)
        except (AssertionError, DatabaseError) as defect:
            if isinstance(defect, OperationalError) or not rows:
                raise
            log.exception("import %s met a defect in %s rows", self.found.pk, len(rows))
            if len(rows) == 1:
                return Taken({}, faults | {number: [Fault("defect")] for number in rows})
            half = len(numbers) // 2
            parts = [self._take(numbers[:half]), self._take(numbers[half:])]
            return Taken(parts[0].done | parts[1].done, parts[0].faults | parts[1].faults)
        missed = set(rows) - set(taken.done) - set(taken.faults)
        assert not missed, f"{self.kind.code} must answer every row: {sorted(missed)[:5]}"
        return Taken(taken.done, taken.faults | faults)

    def _sound(self, numbers: Sequence[int]) -> tuple[dict[int, dict[str, str]], dict[int, list[Fault]]]:
        """Set aside the rows that need no looking up: said before in the file, or the template's example."""
        example = {c.code: c.example for c in self.kind.columns if c.code in self.by_code}
        rows, faults = self._rows(numbers), {}
        for number in numbers:
            if first := self.doubled.get(number):
                faults[number] = [Fault("doubled_row", self.kind.key[0], str(first))]
            elif rows[number] == example and len(example) > 1:
                faults[number] = [Fault("example_row")]
        return {number: row for number, row in rows.items() if number not in faults}, faults

    def _promised(self) -> frozenset[str]:
        """Answer the keys that the file brings: a check has not written them, rows may belong to them all the same."""
        if self.kind.order is None:
            return frozenset()
        return frozenset(row[self.kind.key[0]] for row in self._rows(self.numbers, self.kind.key).values())

    # ------------------------------------------------------------------------------------------------------ the answer
    def _record(self, taken: Taken, numbers: Sequence[int]) -> None:
        with transaction.atomic():
            self._note(taken, numbers)
        self._tell(numbers)

    def _note(self, taken: Taken, numbers: Sequence[int]) -> None:
        """Write the answers of a chunk, and how far the import is, inside the caller's transaction."""
        found = self.found
        mine = ImportRejection.objects.filter(company_id=found.company_id, document=found)
        if self.retake:
            mine.filter(row__in=list(numbers)).delete()
        made = [
            ImportRejection(
                company_id=found.company_id, document=found, attempt=found.attempt, row=number, code=faults[0].code,
                field=faults[0].field, faults=[fault.kept() for fault in faults],
            )
            for number, faults in sorted(taken.faults.items())
        ]  # fmt: skip
        ImportRejection.objects.bulk_create(made, batch_size=BATCH)
        self.just = (len(taken.done), len(taken.faults))
        found.counts = dict(Counter(found.counts) + Counter(taken.done.values()))
        found.succeeded += self.just[0]
        if self.retake:
            found.failed -= self.just[0]
        else:
            found.failed += self.just[1]
            found.position += len(numbers)
        found.save(update_fields=["counts", "succeeded", "failed", "position"])

    def _tell(self, numbers: Sequence[int]) -> None:
        assert sum(self.just) == len(numbers), "every row is answered"
        if self.watch.count(*self.just) not in ("running", ""):
            raise Stopped

    def _finish(self) -> None:
        found = self.found
        found.state = Import.State.CHECKED if self.mode == "check" else Import.State.TAKEN
        found.rejected_file = self._keep_rejected() if found.failed else None
        if self.mode == "take":
            found.taken_at = timezone.now()
            if not found.failed:
                kept_table(found).unlink(missing_ok=True)
        found.save()

    def _keep_rejected(self) -> File:
        kept = rejections(self.found).iterator(chunk_size=BATCH)
        rows = ((row.row, *said(self.kind, row.faults)) for row in kept)
        form = form_of(self.found)
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / f"rejected.{form}"
            write_rejected(path, self.table, rows, form)
            with path.open("rb") as opened:
                file, _new = keep_file(opened, f"{Path(self.found.name).stem}-rejected.{form}", self.found.company_id)
        return file


def rejections(found: Import) -> Any:
    """Answer the rows of an import that were not taken in, by row."""
    return ImportRejection.objects.filter(company_id=found.company_id, document=found).order_by("row")


def said(kind: ImportKind, faults: Sequence[Mapping[str, str]]) -> tuple[str, str]:
    """Say in words what is wrong with a row, all of it, and what to do."""
    whys, ways = [], []
    for fault in faults:
        column = kind.column(fault.get("field", ""))
        parts = [str(words.why(fault["code"]))]
        if column:
            parts.insert(0, str(column.title))
        told = fault.get("said") or fault.get("value", "")
        whys.append(": ".join(parts) + (f" ({told})" if told else ""))
        ways.append(str(words.way_out(fault["code"])))
    return "; ".join(whys), " ".join(dict.fromkeys(filter(None, ways)))
