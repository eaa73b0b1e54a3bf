"""Credit to test with: a group with a limit, and customers whose orders are on account."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from interlock.core.api import Company
from interlock.finance import api as finance
from interlock.finance.models import CreditBalance, CreditEntry, CreditGroup
from interlock.sales import api as sales
from tests.builders import DAY, World

LIMIT = "1000"


class Credit:
    """One credit group, kept by the first world's company, with the settlement customers of all worlds on account."""

    def __init__(self, *worlds: World, limit: str = LIMIT, days: int = 30, share: str = "trade") -> None:
        self.worlds, self.world, self.share = worlds, worlds[0], share
        company = Company.objects.get(pk=self.world.company)
        self.group = CreditGroup.objects.create(
            company=company, code="G1", name_en="Group one", name_zh="一组", currency=company.currency
        )
        self.id = self.group.pk
        if Decimal(limit):
            self.limit(limit)
        terms = {world.customer.pk: finance.NewTerms(self.id, credit_days=days, share=share) for world in worlds}
        outcome = finance.set_credit_terms(list(terms), terms=terms, on=DAY, **self.call())
        assert outcome.counts == {"done": len(worlds)}, outcome.verdicts

    def call(self, world: World | None = None) -> dict[str, Any]:
        world = world or self.world
        return {"company": world.company, "by": world.by}

    def limit(self, amount: str, on: date = DAY, **fields: Any) -> Any:
        new = finance.NewLimit(Decimal(amount), on, "agreed", share=self.share, **fields)
        return finance.set_credit_limits([self.id], limits={self.id: new}, on=on, **self.call())

    def release(self, *orders: int, world: World | None = None, **fields: Any) -> Any:
        return sales.release_credit(orders, on=DAY, note="good customer", **self.call(world), **fields)

    def paid(
        self, amount: str, world: World | None = None, *, bounced: bool = False, account: str = "1002", on: date = DAY
    ) -> int:
        """Book money of a customer by a voucher, and let credit read it; answers the voucher."""
        world = world or self.world
        sides = {"debit": Decimal(amount)}, {"credit": Decimal(amount)}
        bank, receivable = sides[::-1] if bounced else sides
        lines = (
            finance.ManualLine(account, **bank),
            finance.ManualLine("1122", party=world.customer.pk, **receivable),
        )
        voucher = finance.ManualVoucher(on, "paid", lines)
        made = int(finance.post_voucher(voucher, **self.call(world)).verdicts[0].detail["voucher"])
        finance.read_credit_payments(world.company, world.by, on)
        return made

    @property
    def balance(self) -> CreditBalance:
        return CreditBalance.objects.get(group=self.id, share=self.share)

    @property
    def figures(self) -> tuple[Decimal, Decimal, Decimal, Decimal]:
        """Answer exposure, limit, released, overdrawn."""
        row = self.balance
        return row.exposure_amount, row.limit_amount, row.released_amount, row.overdrawn_amount

    def drawn(self, document: int) -> dict[str, Decimal]:
        """Answer what a document draws by kind."""
        found: dict[str, Decimal] = {}
        for entry in CreditEntry.objects.filter(document_id=document).exclude(kind="release"):
            found[entry.kind] = found.get(entry.kind, Decimal()) + entry.amount
        return {kind: amount for kind, amount in found.items() if amount}
