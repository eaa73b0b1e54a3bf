"""The audit trail and its seals: who changes, removes or slips in a row of it afterwards is found out.

The audit trail is: runs of operations, the timeline, versions of documents, changes of rights, the history of masters,
the login log. A job seals what is decided, up to the oldest running transaction: a row of a transaction that still runs
gets into a later seal, even when rows with higher ids were sealed meanwhile. Nothing is done when a row is written.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

import pghistory.models
from django.apps import apps
from django.db import connection, transaction
from django.db.models import Model

from .models import DocumentVersion, LoginEntry, RightsChange, Run, Timeline
from .sealed_head import fault_of_head, move_head, read_head
from .signing import canonical, known_key, proves, sign
from .sql import blocks, rows, run

SQL = blocks(__file__)
FIRST = "0" * 64
#: rows a seal takes of one table; the rest follows in the next
MOST = 200_000
MARK = 8
#: logs that a retention may let go, and how
PRUNED = {"logins": (LoginEntry._meta.db_table, "forget_logins")}


def sources() -> dict[str, str]:
    """Answer the tables of the audit trail with their keys, in the order in which they are sealed."""
    ours = [Run, Timeline, DocumentVersion, RightsChange, LoginEntry]
    histories = [model for model in apps.get_models() if issubclass(model, pghistory.models.Event)]
    found: dict[str, str] = {}
    kept: list[type[Model]] = [*ours, *sorted(histories, key=lambda one: one._meta.db_table)]
    for model in kept:
        key = model._meta.pk.column
        assert key, "what is sealed has a key of one column"
        found[model._meta.db_table] = key
    return found


def seal(most: int = MOST) -> int | None:
    """Seal what is decided since the last seal; answers the seal, None when there is nothing."""
    with transaction.atomic():
        rows(SQL["lock_chain"])
        horizon = rows(SQL["horizon"])[0]
        parts = []
        for source, pk in sources().items():
            end = rows(SQL["open_end"], source=source, reach=horizon.reach)[0]
            found = rows(
                SQL["to_seal"],
                source=source,
                pk=pk,
                above=end.top,
                holes=end.holes,
                reach=horizon.reach,
                most=most,
            )
            parts += [row._asdict() | {"source": source, "above": end.top} for row in found]
        return _write("rows", parts, horizon) if parts else None


def _write(kind: str, parts: list[dict[str, Any]], horizon: Any) -> int:
    last = rows(SQL["last"])
    previous = last[0].hash if last else FIRST
    made = {"kind": kind, "reach": horizon.reach, "next": horizon.next, "made_at": horizon.now}
    digest = _digest(previous, made, parts)
    signature, public = sign(bytes.fromhex(digest))
    written = rows(SQL["write_seal"], **made, previous=previous, hash=digest, signature=signature, public=public)
    for part in parts:
        run(SQL["write_part"], seal=written[0].id, **{name: part[name] for name in _COLUMNS})
    move_head(int(written[0].id), digest)
    return int(written[0].id)


_COLUMNS = ("source", "columns", "ids", "above", "top", "rows", "hash", "marks")


def _digest(previous: str, made: dict[str, Any], parts: list[dict[str, Any]]) -> str:
    """Answer the hash of a link: over the one before, and all it says."""
    whole = {
        "previous": previous,
        "kind": made["kind"],
        "reach": made["reach"],
        "next": made["next"],
        "made_at": made["made_at"].isoformat(),
        "parts": [
            {name: part[name] for name in _COLUMNS if name != "marks"}
            | {"marks": hashlib.sha256(bytes(part["marks"])).hexdigest()}
            for part in sorted(parts, key=lambda one: str(one["source"]))
        ],
    }
    return hashlib.sha256(canonical(whole)).hexdigest()


def chain() -> Iterator[tuple[Any, list[dict[str, Any]]]]:
    """Read the chain from its beginning: each link with its parts."""
    after = 0
    while found := rows(SQL["seals"], after=after):
        parts: defaultdict[int, list[dict[str, Any]]] = defaultdict(list)
        for part in rows(SQL["parts"], seals=[link.id for link in found]):
            parts[part.seal_id].append(part._asdict())
        for link in found:
            yield link, parts[link.id]
        after = found[-1].id


def broken_seals(shown: int) -> list[dict[str, Any]]:
    """Answer what is not as it was sealed: rows changed, missing or come between, broken links, an end cut off."""
    outermost = not connection.in_atomic_block
    head = read_head()  # before the moment that is looked at: what it names was committed by then
    with transaction.atomic():
        if outermost:
            run(SQL["one_moment"])
        broken: list[dict[str, Any]] = []
        if fault := fault_of_head(head):
            number = head.number if head and head.holds else None
            broken.append({"seal_id": number, "what": fault, "table": "core_seal", "row_id": number})
        pruned = {row.source: row.ids for row in rows(SQL["pruned"])}
        keys, known, previous = sources(), known_key(), FIRST
        for link, parts in chain():
            if fault := _fault_of_link(link, parts, previous, known):
                broken.append({"seal_id": link.id, "what": fault, "table": "core_seal", "row_id": link.id})
            previous = link.hash
            if link.kind == "rows":
                for part in parts:
                    broken += _differing(link.id, part, keys, pruned.get(part["source"], "{}"))
            if len(broken) >= shown:
                return broken[:shown]
        if previous != FIRST:
            broken += _come_between(keys, shown)
        return broken[:shown]


def _fault_of_link(link: Any, parts: list[dict[str, Any]], previous: str, known: str | None) -> str:
    made = {"kind": link.kind, "reach": link.reach, "next": link.next, "made_at": link.made_at}
    if link.previous_hash != previous:
        return "link_missing"
    if _digest(previous, made, parts) != link.hash:
        return "seal_changed"
    if (known and link.public_key != known) or not proves(bytes.fromhex(link.hash), link.signature, link.public_key):
        return "not_signed_here"
    return ""


def _differing(seal_id: int, part: dict[str, Any], keys: dict[str, str], pruned: str) -> list[dict[str, Any]]:
    """Compare the rows of a part with what was sealed; name the first that is gone or another."""
    source = part["source"]
    if source not in keys:
        return [{"seal_id": seal_id, "what": "table_missing", "table": source, "row_id": None}]
    if rows(SQL["is_pruned"], ids=part["ids"], pruned=pruned)[0].gone:
        return []
    given = {"source": source, "pk": keys[source], "columns": part["columns"], "ids": part["ids"]}
    now = rows(SQL["as_sealed"], **given)[0]
    if now.hash == part["hash"]:
        return []
    there = dict(zip(now.ids, _marks(now.marks), strict=True))
    meant = rows(SQL["meant"], ids=part["ids"])[0].ids
    for place, mark in zip(meant, _marks(part["marks"]), strict=False):
        if place not in there:
            return [{"seal_id": seal_id, "what": "missing", "table": source, "row_id": place}]
        if there[place] != mark:
            return [{"seal_id": seal_id, "what": "changed", "table": source, "row_id": place}]
    return [{"seal_id": seal_id, "what": "changed", "table": source, "row_id": None}]


def _marks(text: Any) -> list[bytes]:
    whole = bytes(text)
    return [whole[at : at + MARK] for at in range(0, len(whole), MARK)]


def _come_between(keys: dict[str, str], shown: int) -> list[dict[str, Any]]:
    """Name rows that no seal knows, below what is settled: no transaction can have brought them."""
    reach = rows(SQL["horizon"])[0].reach
    found = []
    for source, pk in keys.items():
        settled = rows(SQL["open_end"], source=source, reach=reach)[0].settled
        if settled:
            strange = rows(SQL["between"], source=source, pk=pk, settled=settled, most=shown)
            found += [{"seal_id": None, "what": "added", "table": source, "row_id": row.id} for row in strange]
    return found


def prune_logs() -> int:
    """Let go what the retention of a log no longer keeps: whole parts, and a seal of their own says so."""
    gone = 0
    with transaction.atomic():
        rows(SQL["lock_chain"])
        for kept in rows(SQL["retentions"]):
            if kept.log not in PRUNED:
                continue
            source, forget = PRUNED[kept.log]
            old = rows(SQL["prunable"], source=source, days=kept.days)
            if not old:
                continue
            ids = rows(SQL["join_ids"], ids=[part.ids for part in old])[0].ids
            part = {"source": source, "columns": "{}", "ids": ids, "above": 0, "top": 0, "hash": "", "marks": b""}
            _write("pruned", [part | {"rows": sum(part.rows for part in old)}], rows(SQL["horizon"])[0])
            gone += run(SQL[forget], ids=ids)
    return gone


def exported_seals() -> Iterator[dict[str, Any]]:
    """Answer the chain as it may be kept elsewhere: what was signed, without the marks of rows."""
    for link, parts in chain():
        yield {
            "number": link.id, "kind": link.kind, "previous": link.previous_hash, "hash": link.hash,
            "signature": link.signature, "public_key": link.public_key, "reach": link.reach, "next": link.next,
            "made_at": link.made_at.isoformat(),
            "parts": [
                {name: part[name] for name in _COLUMNS if name != "marks"}
                | {"marks": hashlib.sha256(bytes(part["marks"])).hexdigest()}
                for part in sorted(parts, key=lambda one: str(one["source"]))
            ],
        }  # fmt: skip
