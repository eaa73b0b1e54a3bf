"""A company with books, a small tree of goods and two customers: what posting rules speak of."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from interlock.core.api import Actor, Answer, Company, Currency, Operation, Outcome, Period, Unit, system_actor
from interlock.finance import api as finance
from interlock.finance.models import Account, Event, EventPending, PostingRule
from interlock.items.models import Category, Item, TaxClass, UnitOfMeasure
from interlock.parties.models import Party, PartyGroup

DAY = date(2026, 11, 11)
_documents = itertools.count(10_000_001)


@dataclass
class Fact:
    """What an event says: amounts by component, of one document line."""

    amounts: dict[str, str]
    item: int | None = None
    unit: int | None = None
    party: int | None = None
    on: date = DAY
    quantity: int = 1
    document: int = field(default_factory=lambda: next(_documents))


def _record(
    ids: Sequence[int],
    *,
    company: int,
    by: Actor,
    kind: str,
    facts: dict[int, Fact],
    reverses: finance.Reversed | None = None,
) -> Outcome:
    lines = finance.EventLines()
    for i in ids:
        fact = facts[i]
        for component, amount in fact.amounts.items():
            lines.add(i, component, i * 10, Decimal(amount), fact.item, Decimal(fact.quantity))
    given = [facts[i] for i in ids]
    units, parties = [fact.unit for fact in given], [fact.party for fact in given]
    made = finance.record_events(company, kind, ids, units, parties, [f.on for f in given], lines, reverses)
    return Outcome([Answer(i, "done", {"events": made} if i == ids[0] else {}) for i in ids])


RECORD = Operation("test.record", "finance.post_events", _record, 5_000, documents=False)


class Books:
    """A company's books, with verbs for tests."""

    def __init__(self, code: str = "BOOKS", year: int = 2026, starts: int = 1) -> None:
        self.by = system_actor("test")
        cny, _ = Currency.objects.get_or_create(code="CNY", defaults={"name_en": "Yuan", "name_zh": "人民币"})
        company = Company.objects.create(code=code, name_en=code, name_zh=code, currency=cny, year_starts=starts)
        self.company = company.pk
        finance.create_books(self.company)
        finance.open_periods_of_year(self.company, year)
        self.units = [self._unit(name) for name in ("TMALL", "JD")]
        piece, _ = UnitOfMeasure.objects.get_or_create(code="PCS", defaults={"name_en": "piece", "name_zh": "件"})
        self.tax = TaxClass.objects.create(code=f"{code}-VAT13", name_en="13 %", name_zh="13%")
        self.goods = Category.objects.create(code=f"{code}-GOODS", name_en="Goods", name_zh="商品")
        self.locks = Category.objects.create(code=f"{code}-LOCKS", name_en="Locks", name_zh="锁", parent=self.goods)
        self.smart = Category.objects.create(code=f"{code}-SMART", name_en="Smart", name_zh="智能", parent=self.locks)
        self.group = PartyGroup.objects.create(code=f"{code}-GROUP", name_en="Group", name_zh="集团")
        named: dict[str, Any] = {"name_en": "Lock", "name_zh": "锁", "unit": piece, "tax_class": self.tax}
        self.item = Item.objects.create(code=f"{code}-LOCK", category=self.smart, **named).pk
        self.party = Party.objects.create(code=f"{code}-P", name="Zhang San", kind="person", group=self.group).pk

    def _unit(self, code: str) -> int:
        return Unit.objects.create(company_id=self.company, kind="shop", code=code, name_en=code, name_zh=code).pk

    def account(self, code: str) -> Account:
        return Account.objects.get(company_id=self.company, code=code)

    def rule(self, component: str = "cost", debit: str = "1406", credit: str = "1405", **of: Any) -> PostingRule:
        """Add a posting rule; by default for the cost of goods shipped."""
        given = {"event_kind": "goods_shipped", "valid_from": date(2026, 1, 1), **of}
        accounts = {"debit_account": self.account(debit), "credit_account": self.account(credit)}
        return PostingRule.objects.create(company_id=self.company, component=component, **accounts, **given)

    def record(self, kind: str, *facts: Fact) -> list[int]:
        """Record one event a fact; answers the events' ids."""
        documents = {fact.document: fact for fact in facts}
        outcome = RECORD(list(documents), company=self.company, by=self.by, kind=kind, facts=documents)
        return outcome.verdicts[0].detail["events"]

    def shipped(self, *costs: str, **of: Any) -> list[int]:
        """Record goods shipped at these costs, a document each."""
        of.setdefault("item", self.item)
        return self.record("goods_shipped", *(Fact({"cost": cost}, **of) for cost in costs))

    def take_back(self, events: list[int], *costs: str) -> list[int]:
        """Post shipments, a document each, and their return at these costs; answers the return's events."""
        self.post(events)
        shipped = list(Event.objects.filter(pk__in=events).order_by("id").values_list("document_id", flat=True))
        facts = {fact.document: fact for fact in (Fact({"cost": cost}, item=self.item) for cost in costs)}
        lines = {new * 10: (old, old * 10) for new, old in zip(facts, shipped, strict=True)}
        outcome = RECORD(
            list(facts), company=self.company, by=self.by, kind="goods_returned", facts=facts,
            reverses=finance.Reversed("goods_shipped", lines),
        )  # fmt: skip
        made: list[int] = outcome.verdicts[0].detail["events"]
        self.post(made)
        return made

    def sold(self, net: str, vat: str, cost: str, **of: Any) -> list[int]:
        """Record revenue recognised of one document."""
        of.setdefault("item", self.item)
        return self.record("revenue_recognised", Fact({"net": net, "vat": vat, "cost": cost}, **of))

    def post(self, ids: Sequence[int], **options: Any) -> Outcome:
        return finance.post_events(list(ids), company=self.company, by=self.by, **options)

    def voucher(self, *lines: finance.ManualLine, on: date = DAY, **options: Any) -> Outcome:
        given = finance.ManualVoucher(on, "by hand", tuple(lines))
        return finance.post_voucher(given, company=self.company, by=self.by, **options)

    def period(self, month: date, module: str = "finance") -> Period:
        return Period.objects.get(company_id=self.company, module=module, month=month)

    def shut(self, month: date) -> None:
        """Close a month without asking anyone."""
        Period.objects.filter(company_id=self.company, module="finance", month=month).update(state="closed")

    def open(self, month: date) -> None:
        """Open a month without asking anyone."""
        Period.objects.filter(company_id=self.company, module="finance", month=month).update(state="open")

    def pending(self) -> dict[int, str]:
        return dict(EventPending.objects.filter(company_id=self.company).values_list("event", "code"))

    def balances(self, month: date = DAY) -> dict[str, Decimal]:
        """Answer closing balances by account code, those that are zero left out."""
        found = finance.trial_balance(self.company, month)
        return {row.code: row.closing for row in found if row.closing}


def broken_laws() -> dict[str, list[dict[str, Any]]]:
    """Answer finance's laws that do not hold."""
    from interlock.core.api import run_checks

    return {r.name: r.broken for r in run_checks() if r.context in ("core", "finance") and not r.holds}
