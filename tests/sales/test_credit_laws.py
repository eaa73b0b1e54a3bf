"""Whatever happens in whatever order, balances are their entries and orders draw what their documents say."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from typing import Any

from django.db import transaction
from hypothesis import given
from hypothesis import strategies as st

from interlock.finance import api as finance
from interlock.finance.models import CreditEntry, CreditRelease
from interlock.sales import api as sales
from tests.builders import DAY, World, assert_laws
from tests.crediting import Credit
from tests.examples import examples

VERBS = ("order", "release", "ship", "invoice", "pay", "bounce", "cut", "raise", "expire", "cancel", "back", "adjust")


def happen(world: World, credit: Credit, verb: str, n: int) -> None:
    """Let one thing happen, to whatever it can happen to now."""
    call, on = credit.call(), {"on": DAY}
    orders = list(sales.Order.objects.filter(company=world.company).order_by("id").values_list("pk", flat=True))
    chosen = [orders[n % len(orders)]] if orders else []
    if verb == "order":
        world.order(("CAMERA", 1 + n % 3), paid_amount="", paid_at="")
    elif verb in ("pay", "bounce"):
        credit.paid(str(37 * (1 + n)), bounced=verb == "bounce")
    elif verb in ("cut", "raise"):
        credit.limit(str(200 if verb == "cut" else 1500 + n))
    elif verb == "adjust":
        one = finance.NewAdjustment(
            credit.id, world.customer.pk, Decimal(n - 5) or Decimal(1), ("contract", "adjustment")[n % 2]
        )
        finance.adjust_credit([1], adjustments={1: one}, **on, **call)
    elif verb == "expire":
        ids = list(CreditRelease.objects.values_list("pk", flat=True))
        finance.expire_releases(ids, on=DAY + timedelta(days=60), **call)
    elif chosen and verb == "release":
        credit.release(*chosen)
    elif chosen and verb == "cancel":
        sales.cancel_orders(chosen, reason="buyer", **on, **call)
    elif chosen and verb in ("ship", "invoice"):
        for step in ("reserved", "released", "shipped", *(("recognised",) if verb == "invoice" else ())):
            world.step(step, chosen)
    elif chosen and world.state(chosen[0]) in ("shipped", "recognised"):
        new: dict[int, Any] = {
            1: sales.NewReturn("return", "DEFECT", DAY, (sales.NewReturnLine(Decimal(1), 1),), chosen[0])
        }
        made = sales.announce_returns([1], returns=new, **call).verdicts[0]
        if made.code == "done":
            world.return_step("received", [int(made.detail["return"])])


@examples(2, 40)
@given(story=st.lists(st.tuples(st.sampled_from(VERBS), st.integers(0, 9)), min_size=4, max_size=14))
def test_the_ledger_adds_up_after_any_story(world: World, story: list[tuple[str, int]]) -> None:
    with transaction.atomic():
        world.receive(world.camera, 100, "1000")
        credit = Credit(world)
        for verb, n in [("order", 1), ("order", 2), *story]:
            happen(world, credit, verb, n)
        world.post()
        finance.read_credit_payments(world.company, world.by, DAY)
        assert_laws()
        drawn = sum(
            CreditEntry.objects.exclude(kind__in=("limit", "release")).values_list("delta_amount", flat=True), Decimal()
        )
        assert drawn == credit.balance.exposure_amount
        transaction.set_rollback(True)
