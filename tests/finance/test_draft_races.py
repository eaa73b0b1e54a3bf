"""Two at once over vouchers by hand: each posted once, reversed once, one draft a month."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from functools import partial

import pytest

from interlock.finance import api as finance
from interlock.finance.models import VoucherDraft, VoucherTemplateLine
from tests.races import races

from .building import DAY, Books, broken_laws
from .test_drafts import ANN, BEN, RENT, draft, submit
from .test_together import _at_once as at_once

CARL = type(BEN)(-3, "Carl", "web", None)


@pytest.fixture
def books(committed: None) -> Books:
    return Books()


@races(
    "finance.save_drafts",
    "finance.submit_drafts",
    "finance.send_back_drafts",
    "finance.cancel_drafts",
    "finance.post_drafts",
    "finance.reverse_vouchers",
    "finance.make_recurring",
)
def test_overlapping_sets_in_opposite_order(books: Books) -> None:
    """Written, handed in, sent back, cancelled, posted, reversed and made monthly, all by two at the same moment."""
    ids = [draft(books, on=date(2026, 10 + n % 2, 3)) for n in range(30)]
    call = {"company": books.company}
    steps = [
        partial(finance.submit_drafts, by=ANN, **call),
        partial(finance.send_back_drafts, by=BEN, note="look again", **call),
        partial(finance.submit_drafts, by=ANN, **call),
    ]
    for step in steps:
        answers = at_once(partial(step, ids[:20]), partial(step, ids[:9:-1]))
        assert sum(answer.counts["done"] for answer in answers) == 30
    post = partial(finance.post_drafts, **call)
    cancel = [partial(finance.cancel_drafts, ids[place:], by=ANN, **call) for place in (25, 27)]
    answers = at_once(partial(post, ids[:20], by=BEN), partial(post, ids[:9:-1], by=CARL), *cancel)
    assert sum(answer.counts["done"] for answer in answers) == 30
    vouchers = [v for v in VoucherDraft.objects.order_by("id").values_list("voucher_id", flat=True) if v]
    assert len(set(vouchers)) == len(vouchers)
    assert books.balances()["6602"] == 100 * Decimal(len(vouchers))
    reverse = partial(finance.reverse_vouchers, by=ANN, on=DAY, **call)
    answers = at_once(partial(reverse, vouchers), partial(reverse, vouchers[::-1]))
    assert [sum(answer.counts[code] for answer in answers) for code in ("done", "already")] == [len(vouchers)] * 2
    template = finance.VoucherTemplate.objects.create(
        company_id=books.company, code="RENT", name_en="Rent", name_zh="房租", is_monthly=True, valid_from=DAY
    )
    for place, (account, side) in enumerate((("6602", "debit"), ("1002", "credit"))):
        VoucherTemplateLine.objects.create(
            company_id=books.company, template=template, ordinal=place, account=books.account(account), **{side: 5}
        )
    make = partial(finance.make_recurring, [template.pk], by=ANN, month=DAY, **call)
    assert sorted(answer.table()[0][1] for answer in at_once(make, make)) == ["already", "done"]
    new = finance.NewDraft(DAY, "", RENT)
    save = partial(finance.save_drafts, [1, 2], by=ANN, drafts={1: new, 2: new}, **call)
    assert [answer.counts["done"] for answer in at_once(save, save)] == [2, 2]
    changed = finance.NewDraft(DAY, "again", RENT, draft=draft(books), version=1)
    change = partial(finance.save_drafts, [1], by=ANN, drafts={1: changed}, **call)
    assert sorted(answer.table()[0][1] for answer in at_once(change, change)) == ["done", "stale"]
    assert not broken_laws()


@races("finance.close_years", "finance.reopen_years")
def test_years_are_closed_and_opened_once(books: Books) -> None:
    finance.open_periods_of_year(books.company, 2025)
    for year in (2025, 2026):
        made = draft(books, on=date(year, 11, 3))
        assert submit(books, [made]) == ["done"]
        assert finance.post_drafts([made], company=books.company, by=BEN).counts == {"done": 1}
    for change in (finance.close_years, finance.reopen_years):
        step = partial(change, company=books.company, by=books.by)
        answers = at_once(partial(step, [2025, 2026]), partial(step, [2026, 2025]))
        assert answers[0].counts + answers[1].counts == {"done": 2, "already": 2}
    assert finance.YearClosing.objects.filter(company_id=books.company).count() == 2
    assert not broken_laws()


def test_the_close_waits_for_who_hands_in(books: Books) -> None:
    made = draft(books)
    november = date(2026, 11, 1)
    close = lambda: finance.close_month(books.company, november, by=books.by, early=True)  # noqa: E731
    handed, closed = at_once(lambda: submit(books, [made]), close)
    assert handed in (["done"], ["period_closed"])
    assert closed.counts == {"done": 1} or handed == ["done"], "what was handed in before may stand in the way"
