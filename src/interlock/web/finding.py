"""The search: what a person may find, where it opens, and how a term is read.

Numbers are asked by key: as typed, as the beginning of one, as its last digits, and, where nothing was found, with one
slip of the fingers. Names are asked by likeness. A kind is one line of ``KINDS``; its arm stands in
``queries/finding.sql``.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from functools import cache
from itertools import groupby
from typing import Any
from urllib.parse import quote

from django.apps import apps
from django.contrib import admin
from django.urls import reverse
from django.utils.translation import override

from interlock.core.sql import Block, rows
from interlock.items import api as items
from interlock.parties import api as parties

from . import limits, words
from .access import Desk
from .finding_own import by_own_fields
from .lists.cells import chinese
from .navigation import (
    ACCOUNT_STATEMENTS,
    BANK,
    BOOKS,
    CASH,
    CLAIMS,
    CREDIT,
    DELIVERIES,
    DUNNING,
    GROUPS,
    HAND,
    INPUT_INVOICES,
    INVOICES,
    ITEMS,
    MOVEMENTS,
    ORDERS,
    PAYMENTS,
    PROMOTIONS,
    RETURNS,
    SETTLEMENT,
    STOCK,
)
from .queries import finding

LONGEST, SHORT = 64, 6
MOST_COMPANIES = 8  # of one person, searched beside the one looked at
NEAR = 0.7  # how like a page's name a term is at least
LIKE = 0.75  # where a name holds the term itself, what is less like it is left out
NUMBER = re.compile(r"[A-Z]{1,3}-\d{4}-\d{6,}")
LONG = re.compile(r"\d{8}")  # what holds so many digits and is found whole is asked by likeness of no name


@dataclass(frozen=True)
class Kind:
    """A kind of thing that is found: who may see it and the page it opens."""

    code: str
    permissions: tuple[str, ...]
    page: str
    by: str = "id"
    query: str = ""


KINDS = {
    kind.code: kind
    for kind in (
        Kind("order", ORDERS, "web:order"),
        Kind("order_change", ORDERS, "web:order-change-document"),
        Kind("delivery", DELIVERIES, "web:delivery"),
        Kind("return", RETURNS, "web:return"),
        Kind("statement", SETTLEMENT, "web:statement"),
        Kind("receipt", BANK, "web:receipts", by="", query="?q={number}"),
        Kind("movement", MOVEMENTS, "web:movement"),
        Kind("voucher", BOOKS, "web:voucher"),
        Kind("draft", HAND, "web:draft"),
        Kind("expense_claim", CLAIMS, "web:expense"),
        Kind("tax_invoice", INVOICES, "web:tax-invoice"),
        Kind("input_invoice", INPUT_INVOICES, "web:input-invoice"),
        Kind("dunning", DUNNING, "web:dunning-letter"),
        Kind("account_statement", ACCOUNT_STATEMENTS, "web:account-statement"),
        Kind("item_document", ITEMS, "web:item-document"),
        Kind("payment", PAYMENTS, "web:payment"),
        Kind("payment_run", PAYMENTS, "web:payment-run"),
        Kind("bank_statement", CASH, "web:bank-statement"),
        Kind("serial", STOCK, "web:serials", by="", query="?q={number}"),
        Kind("item", (*STOCK, *ORDERS, "items.view_item"), "web:stock-item"),
        Kind("party", ("parties.view_party",), "admin:parties_party_change"),
        Kind("account", BOOKS, "web:account"),
        Kind("shop", ("sales.view_shop",), "admin:sales_shop_change"),
        Kind("warehouse", ("stock.view_warehouse",), "admin:stock_warehouse_change"),
        Kind("promotion", PROMOTIONS, "web:promotion"),
        Kind("credit_group", CREDIT, "web:credit-group"),
        Kind("user", ("core.view_user",), "admin:core_user_change"),
    )
}
DOCUMENTS = (
    "order", "order_change", "delivery", "return", "statement", "movement", "voucher", "draft", "expense_claim",
)  # fmt: skip
MONEY = (
    "tax_invoice", "input_invoice", "dunning", "account_statement", "item_document", "payment", "payment_run",
    "bank_statement",
)  # fmt: skip
FOREIGN = ("order", "statement", "receipt", "tax_invoice", "input_invoice", "serial")
LIKENED: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("items", ("item",)),
    ("parties", ("party",)),
    ("places", ("shop", "warehouse", "account", "promotion", "credit_group")),
    ("people", ("user",)),
)


@dataclass(frozen=True)
class Hit:
    """One thing found."""

    kind: str
    number: str
    about: str
    url: str
    state: str = ""
    amount: Any = None
    day: Any = None
    exact: bool = False
    company: str = ""


@dataclass(frozen=True)
class Group:
    """The hits of one kind."""

    title: Any
    hits: list[Hit]


def look_up(desk: Desk, text: str) -> list[Group]:
    """Answer what a term finds by kind, documents before masters before pages.

    The company looked at is searched whole, the person's others for documents: those name their company.
    """
    term = " ".join(unicodedata.normalize("NFKC", text).split())[:LONGEST]
    if len(term) < 2 and not grams(term):
        return []
    allowed = [code for code, kind in KINDS.items() if desk.may(*kind.permissions)]
    found = _documents(desk, term, allowed)
    if not NUMBER.fullmatch(tidied(term)):
        whole = any(term.upper() in {(row.number or "").upper(), (row.about or "").upper()} for row in found)
        found += [] if whole and LONG.search(term) else _likened(desk, term, allowed)
        own = by_own_fields(desk.company_id, term, f"%{beginning(term.lower())}", grams(term), allowed)
        known = {(row.kind, row.id) for row in found}
        found += [row for row in own if (row.kind, row.id) not in known]
    hits = [
        *(_hit(row, term) for row in limits.seen_of(desk.company_id, desk.scope, _once(found))),
        *_elsewhere(desk, term),
        *pages(desk, term),
    ]
    order = {code: place for place, code in enumerate((*KINDS, "page"))}
    hits.sort(key=lambda hit: (not hit.exact, order[hit.kind], bool(hit.company)))
    return [Group(_title(kind), list(group)) for kind, group in groupby(hits, key=lambda hit: hit.kind)]


def _title(kind: str) -> Any:
    return words.FOUND.get(kind) or words.KINDS[kind]


def _hit(row: Any, term: str) -> Hit:
    kind = KINDS[row.kind]
    url = reverse(kind.page, args=[row.id] if kind.by else []) + kind.query.format(number=quote(row.number or ""))
    exact = getattr(row, "exact", False) or term.upper() in {(row.number or "").upper(), (row.about or "").upper()}
    return Hit(row.kind, row.number or "", row.about or "", url, row.state, row.amount, row.day, exact)


def _elsewhere(desk: Desk, term: str) -> list[Hit]:
    """Answer the documents of the person's other companies that bear a number, by the rights held there.

    They are asked as the first company is, but not for slips: what somebody mistyped is looked for where they are.
    """
    hits = []
    for company in [one for one in desk.companies if one.id != desk.company_id][:MOST_COMPANIES]:
        there = Desk(desk.actor, desk.companies, company)
        allowed = [code for code in (*DOCUMENTS, *MONEY, *FOREIGN) if there.may(*KINDS[code].permissions)]
        found = (
            limits.seen_of(there.company_id, there.scope, _once(_documents(there, term, allowed, slipped=False)))
            if allowed
            else []
        )
        hits += [replace(_hit(row, term), company=company.code) for row in found if KINDS[row.kind].by]
    return hits


def _once(found: Iterable[Any]) -> list[Any]:
    return list({(row.kind, row.id): row for row in found}.values())


def _asked(name: str, desk: Desk, kinds: Iterable[str], allowed: list[str], **given: Any) -> list[Any]:
    """Ask one block for the kinds that are allowed; none of them, and it is not asked."""
    wanted = [kind for kind in kinds if kind in allowed]
    block: Block = finding.SQL[name]
    takes = {"company": desk.company_id, "kinds": wanted, "chinese": chinese(), **given}
    takes = {key: value for key, value in takes.items() if f"%({key})s" in block.text}
    return rows(block, **takes) if wanted else []


def beginning(term: str) -> str:
    """Answer the pattern of what begins with a term; what LIKE understands otherwise means itself."""
    return re.sub(r"([\\%_])", r"\\\1", term) + "%"


def _documents(desk: Desk, term: str, allowed: list[str], *, slipped: bool = True) -> list[Any]:
    """Ask by key: the beginning of a number, its last digits, others' numbers; then what a slip may have meant."""
    whole = tidied(term)
    if not re.search(r"\d", whole) and not re.fullmatch(r"[A-Z]{1,3}-?", whole):
        return []
    found: list[Any] = []
    if re.fullmatch(r"\d{1,9}", whole):
        short = rows(finding.SQL["shortened"], company=desk.company_id, digits=int(whole))
        found = _numbered("by_number", desk, allowed, numbers=[row.number for row in short]) if short else []
    elif whole[0].isalpha():
        found = _numbered("by_beginning", desk, allowed, prefix=beginning(whole))
    if len(whole) >= 4:
        found += _asked("foreign", desk, FOREIGN, allowed, typed=beginning(term), prefix=beginning(term.upper()))
    if slipped and not found and len(whole) >= 6:
        if whole[0].isalpha():
            found = _numbered("by_number", desk, allowed, numbers=slips(whole))
        found += _asked("foreign_near", desk, ("order", "serial"), allowed, numbers=swapped(term))
    return found


def _numbered(name: str, desk: Desk, allowed: list[str], **given: Any) -> list[Any]:
    """Ask for documents by our own numbers, those of goods and books first, then those of money."""
    return [*_asked(name, desk, DOCUMENTS, allowed, **given), *_asked(f"money_{name}", desk, MONEY, allowed, **given)]


def _likened(desk: Desk, term: str, allowed: list[str]) -> list[Any]:
    """Ask the masters by likeness, and items and parties by the beginning of their code as well."""
    asked = [(name, kinds) for name, kinds in LIKENED if set(kinds) & set(allowed)]
    if not asked:
        return []
    (unspelt,) = rows(finding.SQL["threshold"])
    spelled = spellings(term)
    if spelled and unspelt.items and "item" in allowed:
        items.spell_items()
    if spelled and unspelt.parties and "party" in allowed:
        parties.spell_parties()
    given = {"term": term.lower(), "typed": term, "prefix": beginning(term.upper()), "grams": grams(term),
             "spelled": spelled}  # fmt: skip
    likely = [row for name, kinds in asked for row in _asked(name, desk, kinds, allowed, **given)]
    sure = any(row.nearness >= 1 for row in likely)  # who wrote "lock" and finds locks is not shown long-term loans
    return [row for row in likely if row.nearness >= LIKE or not sure]


def spellings(term: str) -> list[str]:
    """Answer the patterns of names spelled so: pinyin in full, its initials, and from three letters on within it."""
    small = "".join(term.lower().split())
    if not re.fullmatch(r"[a-z][a-z0-9]+", small):
        return []
    return [f"{small}%", f"% {small}%", *([f"%{small}%"] if len(small) >= 3 else [])]


def tidied(term: str) -> str:
    """Write a number as documents do: ``so 2611 42`` is SO-2611-000042."""
    parts = re.fullmatch(r"([A-Z]{1,8})[-\s]?(\d\d(?:0[1-9]|1[0-2]))[-\s]?(\d{1,12})", term.upper())
    return f"{parts[1]}-{parts[2]}-{parts[3].zfill(6)}" if parts else term.upper()


def swapped(term: str) -> list[str]:
    """Answer a term with each two neighbours that differ the other way round."""
    pairs = range(len(term) - 1)
    return [term[:n] + term[n + 1] + term[n] + term[n + 2 :] for n in pairs if term[n] != term[n + 1]]


def slips(number: str) -> list[str]:
    """Answer what a number may have been meant as: two neighbours swapped, one digit wrong, one too many or too few."""
    digits = [n for n, letter in enumerate(number) if letter.isdigit()]
    wrong = [number[:n] + other + number[n + 1 :] for n in digits for other in "0123456789" if other != number[n]]
    many = [number[:n] + number[n + 1 :] for n in digits]
    few = [number[:n] + number[n] + number[n:] for n in digits] + [number[:n] + "0" + number[n:] for n in digits]
    near = dict.fromkeys(tidied(one) for one in (*swapped(number), *wrong, *many, *few))
    near.pop(number, None)
    return list(near)


def grams(term: str) -> list[str]:
    """Answer the pairs of Chinese letters of a term, and of a short run its letters too: one wrong spoils two pairs."""
    made: dict[str, None] = {}
    for letters in re.findall(r"[\u2E80-\u2FDF\u3005-\u3007\u3400-\u4DBF\u4E00-\u9FFF\uF900-\uFAFF]+", term):
        made.update(dict.fromkeys(letters[n : n + 2] for n in range(len(letters) - 1)))
        made.update(dict.fromkeys(letters if len(letters) <= SHORT else ""))
    return list(made)


def pages(desk: Desk, term: str) -> list[Hit]:
    """Answer the pages whose name in either language is like a term, the best three; no page is called by a number."""
    if re.search(r"\d{4}", term):
        return []
    likely = [(_likeness(term.lower(), names), hit) for names, hit in _named_pages(desk)]
    best = sorted((one for one in likely if one[0] >= NEAR), key=lambda one: -one[0])
    return [hit for _score, hit in best[:3]]


def _named_pages(desk: Desk) -> list[tuple[tuple[str, str], Hit]]:
    """Answer every page and master a desk may open, under its names in both languages."""
    named = []
    for (english, other), url, page, permissions in _all_pages():
        if desk.opens(page, permissions):
            shown, also = (other, english) if chinese() else (english, other)
            named.append(((english.lower(), other), Hit("page", shown[:1].upper() + shown[1:], also, url)))
    return named


@cache
def _all_pages() -> list[tuple[tuple[str, str], str, str, tuple[str, ...]]]:
    """Answer names, address, page and permissions of every page and master there is."""
    links = [
        (link.title, reverse(link.url), link.url.partition(":")[2], link.permissions)
        for _group, made in GROUPS
        for link in made
    ]
    for model in apps.get_models():
        options = model._meta
        if admin.site.is_registered(model):
            url = reverse(f"admin:{options.app_label}_{options.model_name}_changelist")
            links.append((options.verbose_name_plural, url, "", (f"{options.app_label}.view_{options.model_name}",)))

    def named(title: Any, language: str) -> str:
        with override(language):
            return str(title)

    return [((named(title, "en"), named(title, "zh-hans")), url, page, needs) for title, url, page, needs in links]


def _likeness(term: str, names: tuple[str, str]) -> float:
    """Say how like a term the better of two names is: its beginning, each word's, or nearly its letters."""
    english, other = names
    if term in (english, other):
        return 2
    parts = term.split()
    if all(any(word.startswith(part) for word in english.split()) for part in parts) or (grams(term) and term in other):
        return 1
    return max(_ratio(term, name) for name in names) if len(term) >= 4 else 0


def _ratio(term: str, name: str) -> float:
    """Answer how much of two texts agrees, 0 as soon as it is seen to be little."""
    matcher = SequenceMatcher(None, term, name)
    likely = matcher.real_quick_ratio() >= NEAR and matcher.quick_ratio() >= NEAR
    return matcher.ratio() if likely else 0
