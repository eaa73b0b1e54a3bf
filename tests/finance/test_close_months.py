"""A month closes step by step or as a whole, in order, when both sides agree; it leaves a signed report."""

from __future__ import annotations

import json
import stat
from datetime import date
from decimal import Decimal
from uuid import uuid4

import pytest

from interlock.core import signing
from interlock.core.api import Actor, Refusal, content_path, run_checks
from interlock.core.sql import observed
from interlock.finance import api as finance
from interlock.finance.api import NewDraftLine, NewItemLine
from interlock.finance.models import (
    BankAccount,
    BankLine,
    ClosePolicy,
    CloseReport,
    CountedVoucher,
    Event,
    ExpenseClaim,
    Voucher,
)

from .building import DAY, Books, Fact
from .expenses.building import Staff
from .itemising import document
from .test_drafts import BEN, draft

NOVEMBER, DECEMBER = date(2026, 11, 1), date(2026, 12, 1)


def close(books: Books, month: date = NOVEMBER, **how: object) -> object:
    [verdict] = finance.close_month(books.company, month, by=books.by, early=True, **how).verdicts  # type: ignore[arg-type]
    return verdict


def moved(books: Books, on: date = date(2026, 11, 11), amount: str = "5") -> None:
    """Post a voucher by hand that no stock knows of: cash against the bank."""
    lines = (finance.ManualLine("1001", debit=Decimal(amount)), finance.ManualLine("1002", credit=Decimal(amount)))
    assert books.voucher(*lines, on=on).counts == {"done": 1}


def test_a_close_answers_every_id(books: Books) -> None:
    moved(books, date(2026, 10, 5))
    ids = [finance.close_of(books.company, month) for month in (NOVEMBER, date(2031, 1, 1))]
    ids.append(10**9)
    call = {"company": books.company, "by": books.by, "early": True}
    outcome = finance.close_months(ids, **call)
    assert outcome.table() == list(zip(ids, ["earlier_month_open", "no_period", "not_found"], strict=True))
    assert outcome.verdicts[0].detail == {"month": "2026-10"}
    october = finance.close_of(books.company, date(2026, 10, 1))
    both = finance.close_months([ids[0], october], **call)
    assert both.table() == [(ids[0], "done"), (october, "done")], "the earlier one goes first"
    assert finance.close_months([october], **call).table() == [(october, "already")]
    other = Books("OTHER")
    assert finance.close_months([october], company=other.company, by=other.by, early=True).table() == [
        (october, "not_found")
    ]


def test_steps_close_in_order_and_the_last_closes_the_month(books: Books) -> None:
    moved(books)
    assert close(books, step="stock").detail == {"step": "sales"}
    for step in ("sales", "stock"):
        assert close(books, step=step).code == "done"
    assert books.period(NOVEMBER, "stock").state == "closed"
    assert books.period(NOVEMBER).state == "open"
    assert close(books, step="sales").code == "already"
    seen = finance.checklist(books.company, NOVEMBER)
    assert seen
    assert [one.state for one in seen.steps] == ["closed", "closed", "ready", "open", "open", "open", "open"]
    assert seen.next_step
    assert seen.next_step.code == "sales_books"
    assert close(books).code == "done"
    seen = finance.checklist(books.company, NOVEMBER)
    assert seen
    assert (seen.state, {one.state for one in seen.steps}) == ("closed", {"closed"})
    assert {books.period(NOVEMBER, module).state for module in ("production", "finance")} == {"closed"}
    with pytest.raises(Refusal, match="unknown_step"):
        close(books, step="moon")


def test_what_is_unposted_unfinished_or_unbalanced_is_named(books: Books, monkeypatch: pytest.MonkeyPatch) -> None:
    [waiting] = books.record("goods_lost", Fact({"cost": "1"}))
    verdict = close(books)
    assert (verdict.code, verdict.detail["steps"]) == ("differs", {"ledger": 1})
    named = {"step": "ledger", "code": "event_pending", "kind": "event", "document_id": waiting}
    assert named.items() <= verdict.detail["findings"][0].items()
    dry = close(books, policy="dry_run")
    assert (dry.code, dry.detail["count"]) == ("differs", 1)
    books.rule(event_kind="goods_lost", debit="1901", credit="1001")
    assert books.post([waiting]).counts == {"done": 1}
    Voucher.objects.filter(company_id=books.company).update(number=None)
    assert close(books).code == "law_broken"
    seen = finance.checklist(books.company, NOVEMBER)
    assert seen
    assert [one.code for one in seen.steps[-1].answer.findings] == ["numbers_missing"]


def test_a_bank_receipt_is_tied_within_days_that_are_data(books: Books) -> None:
    new = finance.NewReceipt("B1", date(2026, 11, 12), Decimal(9), "PS1")
    assert finance.record_receipts([1], company=books.company, by=books.by, receipts={1: new}).counts == {"done": 1}
    verdict = close(books)
    assert [found["code"] for found in verdict.detail["findings"]] == ["receipt_not_tied"]
    ClosePolicy.objects.create(company_id=books.company, code="receipt_days", value=30)
    assert close(books).code == "done"


def test_the_report_is_signed_chained_and_checked(books: Books) -> None:
    moved(books, date(2026, 10, 5))
    assert close(books, date(2026, 10, 1)).code == close(books).code == "done"
    first, second = CloseReport.objects.filter(company_id=books.company).order_by("id")
    said = finance.report_of(second)["report"]
    assert (said["month"], said["previous_report_sha256"]) == ("2026-11", first.sha256)
    assert {row["account"]: row["closing"] for row in said["trial_balance"]} == {"1001": "5.00", "1002": "-5.00"}
    assert [step["findings"] for step in said["steps"]] == [0] * 7
    assert stat.S_IMODE(signing.key_path().stat().st_mode) == 0o600
    assert signing.verified(finance.report_file(second)) == (True, signing.known_key())
    assert not broken()

    path = content_path(second.sha256)
    kept = path.read_bytes()
    forged = json.loads(kept)
    forged["report"]["trial_balance"][0]["closing"] = "6.00"
    path.write_bytes(signing.canonical(forged))
    assert broken() == {"close_reports_signed": "not_signed"}
    path.unlink()
    assert broken() == {"close_reports_signed": "no_file"}
    path.write_bytes(kept)
    Voucher.objects.filter(company_id=books.company).update(text="changed")
    assert set(broken()) == {"closed_months_unchanged"}


def broken() -> dict[str, str]:
    return {law.name: str(law.broken[0].get("why", "")) for law in run_checks() if law.broken}


def test_opening_again_takes_a_permission_and_a_reason(books: Books) -> None:
    moved(books)
    assert close(books).code == "done"
    ids, call = [finance.close_of(books.company, NOVEMBER)], {"company": books.company}
    closer = Actor(None, "closer", "test", {books.company: frozenset({"core.close_periods"})})
    with pytest.raises(Refusal, match="not_permitted"):
        finance.reopen_months(ids, by=closer, reason="a bill came", **call)
    with pytest.raises(Refusal, match="note_missing"):
        finance.reopen_months(ids, by=books.by, reason=" ", **call)
    period = [books.period(NOVEMBER).pk]
    assert finance.open_periods(period, by=books.by, **call).table() == [(period[0], "month_closed")]
    assert finance.reopen_months([*ids, 10**9], by=books.by, reason="a bill came", **call).table() == [
        (ids[0], "done"), (10**9, "not_found"),
    ]  # fmt: skip
    assert finance.reopen_months(ids, by=books.by, reason="again", **call).table() == [(ids[0], "already")]
    report = CloseReport.objects.get()
    assert (report.state, report.reason) == ("superseded", "a bill came")
    moved(books)
    assert close(books).code == "done"
    assert [one.revision for one in CloseReport.objects.order_by("id")] == [1, 2]
    assert not broken()
    moved(books, date(2026, 12, 3))
    assert close(books, DECEMBER).code == "done"
    assert finance.reopen_months(ids, by=books.by, reason="x", **call).table() == [(ids[0], "later_month_closed")]


def test_profit_is_carried_when_the_policy_says_so_and_back_when_opened(books: Books) -> None:
    lines = (finance.ManualLine("1002", debit=Decimal(70)), finance.ManualLine("6001", credit=Decimal(70)))
    books.voucher(*lines)
    assert close(books).code == "done"
    assert books.balances(NOVEMBER) == {"1002": 70, "6001": -70}, "the default carries at the end of the year"
    assert close(books, DECEMBER).code == "done"
    assert books.balances(DECEMBER) == {"1002": 70, "410401": -70}
    profit = finance.income_statement(books.company, DECEMBER).line("I60").amounts
    assert profit == (0, 70, 0), "what is carried forward was earned nevertheless"
    carried = Voucher.objects.get(company_id=books.company, event_kind="profit_carried")
    assert (carried.posting_on, carried.number) == (date(2026, 12, 31), "JV-2612-000001")
    ids = [finance.close_of(books.company, month) for month in (NOVEMBER, DECEMBER)]
    opened = finance.reopen_months(ids, company=books.company, by=books.by, reason="audit")
    assert opened.counts == {"done": 2}
    assert books.balances(DECEMBER) == {"1002": 70, "6001": -70}
    ClosePolicy.objects.create(company_id=books.company, code="carry_forward_months", value=1)
    assert close(books).code == "done"
    assert books.balances(NOVEMBER) == {"1002": 70, "4103": -70}
    assert close(books, DECEMBER).code == "done"
    assert books.balances(DECEMBER) == {"1002": 70, "410401": -70}
    assert not broken()


def test_the_same_key_closes_once_and_late_facts_go_forward(books: Books) -> None:
    key = uuid4()
    ids = [finance.close_of(books.company, NOVEMBER)]
    call = {"company": books.company, "by": books.by, "key": key, "early": True}
    assert finance.close_months(ids, **call).table() == [(ids[0], "done")]
    again = finance.close_months(ids, **call)
    assert (again.replayed, again.table()) == (True, [(ids[0], "done")])
    [late] = books.shipped("6")
    event = Event.objects.get(pk=late)
    assert (event.fact_on, event.posting_on) == (date(2026, 11, 11), DECEMBER)
    assert books.post([late]).counts == {"done": 1}
    assert "closed_months_unchanged" not in broken()


def test_the_counting_by_dimension_is_done_before_the_month_is_taken(books: Books) -> None:
    books.rule()
    books.post(books.shipped("6"))
    books.post(books.shipped("7", on=date(2026, 11, 30)))
    assert close(books, policy="dry_run").code == "law_broken", "goods went out that never came in"
    assert not CountedVoucher.objects.exists(), "asking writes nothing"
    today = date(2026, 11, 12)
    assert finance.count_before_close(books.company, NOVEMBER, today) == 1, "only of days that are over"
    states = Voucher.objects.filter(company_id=books.company).order_by("posting_on").values_list("state", flat=True)
    assert list(states) == ["posted", "collecting"]
    books.post(books.shipped("1"))
    assert Voucher.objects.filter(company_id=books.company).count() == 3, "a late event of the day is collected anew"
    assert finance.count_before_close(books.company, NOVEMBER, date(2027, 2, 1)) == 2
    assert finance.count_before_close(books.company, NOVEMBER, date(2027, 2, 1)) == 0
    with observed() as statements:
        assert finance.count_dimensions(books.company, NOVEMBER) == 0
    assert len(statements) <= 3, "what the close counts under its locks is what came since"
    closer = Actor(None, "clerk", "test", {books.company: frozenset({"finance.seal_vouchers"})})
    with pytest.raises(Refusal, match="not_permitted"):
        finance.close_month(books.company, NOVEMBER, by=closer)
    assert not {"dimension_totals_are_vouchers", "counted_vouchers_are_sealed"} & set(broken())


def test_what_is_half_done_in_cash_and_claims_is_named(books: Books) -> None:
    """A voucher by hand, a bill, an approved claim and a line of the bank, each until somebody ends it."""
    voucher = draft(books, NewDraftLine("1001", debit=Decimal(5)), NewDraftLine("1002", credit=Decimal(5)))
    bill = document(books, "charge", NewItemLine(Decimal(7), account="6051"))
    staff = Staff(books=books)
    claim = staff.submitted(staff.line())
    call = {"company": books.company, "by": BEN}
    assert finance.approve_claims([claim], **call).counts == {"done": 1}
    ExpenseClaim.objects.update(claimed_on=DAY)
    account = BankAccount.objects.create(
        company_id=books.company, code="MAIN", name_en="Main", name_zh="主", bank_name="A bank", number="1",
        holder="Us", currency_id="CNY", account=books.account("1002"),
    )  # fmt: skip
    line = BankLine.objects.create(
        company_id=books.company, bank_account=account, statement_id=1, ordinal=1, booked_on=DAY, amount=Decimal(9)
    )
    named = {found["code"]: found["document_id"] for found in close(books).detail["findings"]}  # type: ignore[attr-defined]
    assert named == {
        "voucher_unfinished": voucher, "bill_unfinished": bill, "claim_not_posted": claim, "bank_line_open": line.pk,
    }  # fmt: skip
    assert finance.cancel_drafts([voucher], **call).counts == {"done": 1}
    assert finance.cancel_item_documents([bill], **call).counts == {"done": 1}
    assert finance.post_claims([claim], on=DAY, **call).counts == {"done": 1}
    ClosePolicy.objects.create(company_id=books.company, code="bank_line_days", value=30)
    assert [found["code"] for found in close(books).detail["findings"]] == ["event_pending"]  # type: ignore[attr-defined]
    line.delete()  # it is of no statement
