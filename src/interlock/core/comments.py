"""Comments on documents: said once, never changed; whoever is named with @ gets a notice."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from . import scopes
from .actors import Actor, actor_of
from .documents import KINDS, lock_documents
from .models import User
from .operations import current, operation
from .outcome import DONE, Outcome
from .sql import blocks, column, rows, run

SQL = blocks(__file__)
#: The kind of notice a mention leaves; its subject is the document.
MENTION = "mention"
LONGEST = 2000
_AT = re.compile(r"(?<![\w.+-])@(\S{1,60})")


@operation(permission="core.write_comments")
def write_comments(ids: Sequence[int], *, company: int, by: Actor, kind: str, text: str) -> Outcome:
    """Say something of documents of a kind. ``@name`` (user name or full name) of whoever may see them tells them.

    The verdict names who was told, and what after an @ is nobody's name.

    Codes, first match wins: not_found (or of a kind one may not see), no_text, too_long, done.
    Writes: comments; a notice for each person named, anew where there was one.
    Locks: documents by id.
    """
    known = lock_documents(company, kind, ids, by)
    said = text.replace("\r\n", "\n").replace("\x00", "").strip()
    wrong = "no_text" if not said else "too_long" if len(said) > LONGEST else DONE
    named: list[Any] = []
    unknown: list[str] = []
    if known and wrong == DONE and "@" in said:
        named, unknown = mentions(said, people_of(company, kind))
        blind = _blind(company, kind, named, list(known))
        unknown += [person.name for person in blind]
        named = [person for person in named if person not in blind]
    detail = {"told": [person.name for person in named], "unknown": unknown} if named or unknown else {}
    outcome = Outcome.of(
        [(one, wrong if one in known else "not_found", detail if wrong == DONE else {}) for one in ids]
    )
    if go := outcome.accepted:
        told = [person.id for person in named if person.id != by.user_id]
        call = current()
        made = run(
            SQL["write"], company=company, ids=go, kind=kind, text=said, told=column(sorted(told)), run=call.run_id
        )
        assert made == len(go)
        _tell(company, kind, {one: known[one] for one in go}, told, by, said)
    return outcome


def _blind(company: int, kind: str, people: Sequence[Any], documents: Sequence[int]) -> list[Any]:
    """Answer those of these people who see a part of the company in which one of the documents does not lie."""
    model, found = KINDS[kind].model._meta.label, []
    users = {user.pk: user for user in User.objects.filter(pk__in=[person.id for person in people])}
    for person in people:
        scope = actor_of(users[person.id], "mention").scope(company)
        if scope is not None and scopes.visible(model, company, scope, documents) != set(documents):
            found.append(person)
    return found


def _tell(company: int, kind: str, numbers: dict[int, str], told: list[int], by: Actor, text: str) -> None:
    about = {"about": f"{by.name}: {text[:200]}", "since": datetime.now(UTC).isoformat(), "shop_en": "", "shop_zh": ""}
    pairs = [(one, user) for one in sorted(numbers) for user in sorted(set(told))]
    if pairs:
        run(
            SQL["tell"],
            company=company,
            kind=MENTION,
            subjects=[one for one, _user in pairs],
            users=[user for _one, user in pairs],
            parameters=[json.dumps(about | {"number": numbers[one], "document": kind}) for one, _user in pairs],
        )


def people_of(company: int, kind: str) -> list[Any]:
    """Answer who may see documents of a kind in a company: (id, username, name), by user name."""
    known = KINDS.get(kind)
    return rows(SQL["people"], company=company, permissions=list(known.permissions)) if known else []


def mentions(text: str, people: Sequence[Any]) -> tuple[list[Any], list[str]]:
    """Answer who is named in a text, each once, and what stands after an @ and is nobody's name.

    The longest name counts that the words after the @ begin with: Chinese is written without spaces.
    """
    names = sorted(((name.casefold(), person) for person in people for name in (person.username, person.name) if name),
                   key=lambda pair: -len(pair[0]))  # fmt: skip
    named: dict[int, Any] = {}
    unknown: list[str] = []
    for found in _AT.finditer(text):
        after = text[found.start(1) : found.start(1) + 120].casefold()
        person = next((p for name, p in names if _begins(after, name)), None)
        if person is not None:
            named.setdefault(person.id, person)
        elif not found.group(1)[0].isdigit() and found.group(1) not in unknown:
            unknown.append(found.group(1)[:40])
    return list(named.values()), unknown[:10]


def _begins(after: str, name: str) -> bool:
    """Say whether a text begins with a name, and the name does not go on: @linda is not @lin, @lin看 is."""
    rest = after[len(name) : len(name) + 1]
    goes_on = rest.isascii() and rest.isalnum() and name[-1].isascii()
    return after.startswith(name) and not goes_on
