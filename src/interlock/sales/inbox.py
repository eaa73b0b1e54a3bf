"""The watched folder: ``inbox/<company>/orders``, ``shipments``, ``confirmations`` and ``statements``.

A file is taken when it has stood unchanged for a moment; who renames it into place need not think of that. Afterwards
it lies in ``done``; the rows not taken in come back in ``rejected``, a file that cannot be read lies in ``failed`` with
the reason beside it. A crash between reading and moving does no harm: the same content is taken in once.
"""

from __future__ import annotations

import logging
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db import InterfaceError, OperationalError

from interlock.core.api import Actor, Company, File, Refusal, content_path
from interlock.server.trouble import FULL

from . import feeds
from .models import Shop
from .operations.confirm import ConfirmResult, confirm_feed
from .operations.import_feed import FeedResult, import_feed
from .operations.import_statement import import_statement
from .operations.ship_feed import ship_feed

log = logging.getLogger(__name__)

KINDS = ("orders", "shipments", "confirmations", "statements")
DONE, REJECTED, FAILED = "done", "rejected", "failed"
SUFFIXES = frozenset({".csv", ".parquet", ".jsonl", ".ndjson", ".json"})
SETTLED = 1.0  # seconds a file must stand unchanged


@dataclass(frozen=True)
class Waiting:
    """A file in the watched folder as it was seen."""

    path: Path
    company: str
    kind: str
    size: int
    changed_ns: int


@dataclass
class Taken:
    """What came of a look into the folder."""

    files: Counter[str] = field(default_factory=Counter)
    #: Whether something is on its way in and the next look should come soon.
    growing: bool = False


def make_folders() -> None:
    """Make the folders of every company."""
    for code in Company.objects.order_by("id").values_list("code", flat=True):
        for kind in KINDS:
            for part in ("", DONE, REJECTED, FAILED):
                (Path(settings.INBOX_ROOT) / code / kind / part).mkdir(parents=True, exist_ok=True)


def waiting() -> list[Waiting]:
    """Answer what lies in the folder, oldest first; asks the disk only."""
    found = [one for folder, code, kind in _folders() for one in _files(folder, code, kind)]
    return sorted(found, key=lambda one: (one.changed_ns, one.path.name))


def _folders() -> Iterator[tuple[Path, str, str]]:
    root = Path(settings.INBOX_ROOT)
    if not root.is_dir():
        return
    for company in sorted(root.iterdir()):
        for kind in KINDS:
            if (folder := company / kind).is_dir():
                yield folder, company.name, kind


def _files(folder: Path, company: str, kind: str) -> Iterator[Waiting]:
    for path in folder.iterdir():
        if path.suffix.lower() not in SUFFIXES or path.name.startswith(".") or path.is_symlink():
            continue
        try:
            seen = path.stat()
        except FileNotFoundError:
            continue
        if path.is_file():
            yield Waiting(path, company, kind, seen.st_size, seen.st_mtime_ns)


@dataclass(frozen=True)
class Failed:
    """A file that could not be read, and why."""

    kind: str
    name: str
    why: str


def folder_of(company: str) -> Path:
    """Answer the watched folder of a company."""
    return Path(settings.INBOX_ROOT) / company


def failed(company: str, most: int = 50) -> list[Failed]:
    """Answer the files of a company that could not be read, by name."""
    found = []
    for kind in KINDS:
        for path in sorted((folder_of(company) / kind / FAILED).glob("*")):
            if path.suffix.lower() in SUFFIXES:
                said = path.with_name(f"{path.name}.txt")
                found.append(Failed(kind, path.name, said.read_text(errors="replace").strip() if said.exists() else ""))
    return found[:most]


def try_again(company: str, kind: str, name: str) -> bool:
    """Put a file that could not be read back into its folder; say whether there was one."""
    path = folder_of(company) / kind / FAILED / name
    if path.suffix.lower() not in SUFFIXES or not path.is_file():
        return False
    path.with_name(f"{name}.txt").unlink(missing_ok=True)
    path.rename(_free(folder_of(company) / kind / name))
    return True


def settled() -> tuple[list[Waiting], bool]:
    """Answer the files that are complete, and whether others are still being written.

    A file older than a moment is complete; a fresh one, or one of a clock that is ahead, when it stands still.
    """
    first = waiting()
    fresh = [one for one in first if time.time() - one.changed_ns / 1e9 < SETTLED]
    if not fresh:
        return first, False
    time.sleep(SETTLED)
    again = set(waiting())
    ready = [one for one in first if one not in fresh or one in again]
    return ready, len(ready) < len(again)


def take_in(by: Actor, after_each: Callable[[], None] = lambda: None) -> Taken:
    """Take in every complete file; ``after_each`` is called when one is in."""
    ready, growing = settled()
    taken = Taken(growing=growing)
    companies = dict(Company.objects.values_list("code", "pk"))
    for one in ready:
        if one.company not in companies:
            continue
        taken.files[_take(one, companies[one.company], by)] += 1
        after_each()
    return taken


def _take(one: Waiting, company: int, by: Actor) -> str:
    """Take one file in and put it where it belongs; answers the folder."""
    try:
        rejected = _READERS[one.kind](one.path, company, by)
    except Refusal as refusal:
        return _fail(one.path, f"{refusal.code}: {', '.join(f'{k} {v}' for k, v in refusal.detail.items())}")
    except (OperationalError, InterfaceError):
        raise
    except OSError as error:
        # The disk is in trouble, not the file: it stays where it is and is tried again.
        if error.errno in FULL:
            raise
        return _fail(one.path, f"unreadable_file: {error.strerror}")
    except Exception as error:
        log.exception("%s could not be taken in", one.path.name)
        return _fail(one.path, f"defect: {type(error).__name__}: {str(error)[:500]}")
    if rejected is not None:
        _write(one.path.parent / REJECTED / f"{one.path.stem}.rejected.csv", rejected)
    _move(one.path, DONE)
    return DONE


def _orders(path: Path, company: int, by: Actor) -> bytes | None:
    result: FeedResult = import_feed(path, path.name, company=company, by=by)
    return _kept(result.rejected_file)


def _shipments(path: Path, company: int, by: Actor) -> bytes | None:
    with path.open("rb") as file:
        return _rows_back(path, ship_feed(file, path.name, company=company, by=by))


def _confirmations(path: Path, company: int, by: Actor) -> bytes | None:
    with path.open("rb") as file:
        return _rows_back(path, confirm_feed(file, path.name, company=company, by=by))


def _statements(path: Path, company: int, by: Actor) -> bytes | None:
    """Read and match a statement; posting it is a person's. Its name is its number and begins with its shop's code."""
    zone = ZoneInfo(Company.objects.values_list("time_zone", flat=True).get(pk=company))
    result = import_statement(
        path, path.name, company=company, by=by, shop=_shop_of(path.stem, company), on=datetime.now(zone).date()
    )
    return _kept(result.rejected_file)


def _shop_of(name: str, company: int) -> int:
    """Answer the shop whose code a name begins with; of several the longest. Refuses: unknown_shop."""
    shops = Shop.objects.filter(company_id=company).values_list("code", "pk")
    found = [(code, pk) for code, pk in shops if name == code or name.startswith((f"{code}-", f"{code}_", f"{code} "))]
    if not found:
        raise Refusal("unknown_shop", name=name)
    return max(found, key=lambda one: len(one[0]))[1]


def _kept(file: int | None) -> bytes | None:
    """Answer what a kept file of rejected rows holds."""
    if file is None:
        return None
    return content_path(File.objects.values_list("sha256", flat=True).get(pk=file)).read_bytes()


def _rows_back(path: Path, result: ConfirmResult) -> bytes | None:
    """Answer the rows that led to nothing as CSV with the reason in the last column."""
    import polars as pl

    reasons = dict([*result.refused, *result.rejected])
    if not reasons:
        return None
    table = feeds.read_raw(path, path.name, required=()).with_row_index("row", offset=1)
    marked = table.filter(pl.col("row").is_in(sorted(reasons)))
    said = pl.Series("reasons", [reasons[row] for row in marked["row"]], dtype=pl.String)
    return b"\xef\xbb\xbf" + marked.drop("row").with_columns(said).write_csv().encode()


_READERS: dict[str, Callable[[Path, int, Actor], bytes | None]] = {
    "orders": _orders,
    "shipments": _shipments,
    "confirmations": _confirmations,
    "statements": _statements,
}


def _fail(path: Path, why: str) -> str:
    _write(path.parent / FAILED / f"{path.name}.txt", f"{why}\n".encode())
    _move(path, FAILED)
    return FAILED


def _move(path: Path, folder: str) -> None:
    target = path.parent / folder / path.name
    target.parent.mkdir(exist_ok=True)
    path.rename(_free(target))


def _free(path: Path) -> Path:
    """Answer this place, or the next of the same name that is free."""
    target, place = path, 1
    while target.exists():
        place += 1
        target = path.with_name(f"{path.stem}-{place}{path.suffix}")
    return target


def _write(path: Path, content: bytes) -> None:
    """Write a file whole or not at all."""
    path.parent.mkdir(exist_ok=True)
    half = path.with_name(f".{path.name}.part")
    half.write_bytes(content)
    half.replace(path)
