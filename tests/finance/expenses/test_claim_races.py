"""Two at once over expense claims: an invoice is claimed once, each claim goes on once, an advance is deducted once."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta
from decimal import Decimal
from functools import partial
from typing import Any

import pytest

from interlock.finance import api as finance
from interlock.finance.models import ExpenseClaim, ExpenseLine
from tests.finance.building import broken_laws
from tests.finance.test_together import _at_once as at_once
from tests.races import races

from .building import BOSS, CLERK, DAY, Staff


@pytest.fixture
def staff(committed: None) -> Staff:
    return Staff()


@races("finance.save_claims", "finance.submit_claims", "finance.withdraw_claims")
def test_an_invoice_is_claimed_once_and_a_claim_handed_in_once(staff: Staff) -> None:
    """The same invoices by two people of two companies in opposite order; then handing in against withdrawing."""
    other = Staff("OTHER")
    claims = {n: staff.new(staff.line(number=f"9000000{n}")) for n in range(6)}
    answers = at_once(
        partial(finance.save_claims, [0, 1, 2, 3, 4], company=staff.company, by=staff.ann, claims=claims),
        partial(finance.save_claims, [5, 4, 3, 2, 1], company=other.company, by=other.ben, claims=claims),
    )
    assert sum(answer.counts["done"] for answer in answers) == 6
    assert sum(answer.counts["invoice_used"] for answer in answers) == 4
    assert ExpenseLine.objects.filter(is_live=True).values("invoice_number").distinct().count() == 6
    mine = ExpenseClaim.objects.filter(company_id=staff.company, claimant_id=staff.ann.user_id)
    ids = list(mine.order_by("id").values_list("id", flat=True))
    call: dict[str, Any] = {"company": staff.company, "by": staff.ann}
    submit, withdraw = partial(finance.submit_claims, **call), partial(finance.withdraw_claims, **call)
    first, second, third, fourth = at_once(
        partial(submit, ids), partial(submit, ids[::-1]), partial(withdraw, ids[:1]), partial(withdraw, ids[:1])
    )
    assert first.counts["done"] + second.counts["done"] in (len(ids), len(ids) - 1)
    assert third.counts["done"] + fourth.counts["done"] == 1
    assert not broken_laws()


@pytest.mark.slow
def test_two_claims_of_a_day_do_not_both_take_its_limit(staff: Staff) -> None:
    """Each fits alone, both are too much: one is handed in, whichever comes first."""
    staff.limit("MEAL", "100.00", "refuse")
    for back in range(3):
        day = DAY - timedelta(days=back)
        one, two = (staff.draft(staff.line("MEAL", "60.00", "", spent_on=day)) for _ in range(2))
        answers = at_once(partial(staff.submit, one), partial(staff.submit, two))
        assert sum((answer.counts for answer in answers), Counter()) == {"done": 1, "over_limit": 1}
    assert not broken_laws()


@races("finance.approve_claims", "finance.refuse_claims", "finance.post_claims", "finance.reverse_claims")
def test_claims_go_on_once_and_an_advance_is_deducted_once(staff: Staff) -> None:
    """Approved against refused, posted twice, taken back twice: overlapping sets in opposite order."""
    ann = staff.party(staff.ann)
    staff.books.voucher(
        finance.ManualLine("1221", debit=Decimal(150), party=ann.pk), finance.ManualLine("1002", credit=Decimal(150))
    )
    ids = [staff.submitted(staff.line(number=f"9000000{n}")) for n in range(4)]
    call: dict[str, Any] = {"company": staff.company}
    approve = partial(finance.approve_claims, by=BOSS, **call)
    refuse = partial(finance.refuse_claims, ids[3:], by=CLERK, note="no", **call)
    at_once(partial(approve, ids[:3]), partial(approve, ids[2::-1]), refuse, refuse)
    assert [staff.state(one) for one in ids] == ["approved"] * 3 + ["refused"]
    post = partial(finance.post_claims, by=CLERK, on=DAY, **call)
    first, second = at_once(partial(post, ids[:3]), partial(post, ids[2::-1]))
    assert (first.counts["done"] + second.counts["done"], first.counts["already"] + second.counts["already"]) == (3, 3)
    assert sum(claim.advance_amount for claim in ExpenseClaim.objects.all()) == 150
    reverse = partial(finance.reverse_claims, by=CLERK, on=DAY, **call)
    first, second = at_once(partial(reverse, ids[:3]), partial(reverse, ids[2::-1]))
    assert (first.counts["done"] + second.counts["done"], first.counts["already"] + second.counts["already"]) == (3, 3)
    finance.post_pending(staff.company, staff.books.by)
    staff.settle()
    assert staff.books.balances() == {"1221": 150, "1002": -150}
    assert not broken_laws()
