"""The bank's pages: a payment asked for and approved, an account's statement read and matched, every page opened."""

from __future__ import annotations

import io
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from interlock.core.api import Currency, Unit
from interlock.finance import api as finance
from interlock.finance.models import (
    Account,
    BankLine,
    BankMessage,
    BankRule,
    EventCurrency,
    JournalLine,
    PaymentRequest,
)
from interlock.parties.api import Party
from interlock.sales import api as sales
from interlock.simulators.bank import messages
from tests.builders import DAY, World, assert_laws

from .calling import codes, program
from .people import sign_in

NUMBER = "6222020001112223334"


@pytest.fixture(autouse=True)
def files(settings: Any, tmp_path: Path) -> None:
    settings.FILES_ROOT = tmp_path


@pytest.fixture
def account(world: World) -> finance.BankAccount:
    gateway = finance.BankGateway.objects.create(
        company_id=world.company, code="BANK", name_en="Bank", name_zh="银行", url="http://127.0.0.1:9"
    )
    return finance.BankAccount.objects.create(
        company_id=world.company, code="MAIN", name_en="Main", name_zh="基本户", bank_name="A bank", number=NUMBER,
        holder="ECO", currency_id="CNY", account=Account.objects.get(company_id=world.company, code="1002"),
        gateway=gateway,
    )  # fmt: skip


def ask(client: Client, **changed: str) -> Any:
    given = {
        "reason": "TAX", "bank_account": "MAIN", "payee": "Tax office", "payee_account": "110022003300",
        "amount": "1,200.50", "due_on": DAY.isoformat(), "text": "VAT", "submit": "1",
    }  # fmt: skip
    return client.post(reverse("web:payment-new"), given | changed)


def test_a_line_of_an_order_is_named_and_stays_named(world: World, clerk: Client, account: finance.BankAccount) -> None:
    order = sales.Order.objects.get(pk=world.order(("CAMERA", 1), ("BATTERY", 2)))
    named = {"reason": "REFUND", "party": world.customer.code, "document_kind": "order", "amount": "20"}
    for wrong, why in (("/3", "document is not known"), ("/2x", "document is not known")):
        assert why in ask(clerk, **named, document=f"{order.number}{wrong}").content.decode(), wrong
    over = ask(clerk, **named | {"amount": "20.01"}, document=f"{order.number}/2")
    assert over.status_code == 422, "two batteries are worth 20"
    named |= {"bank_account": "MAIN", "payee": "P", "payee_account": "110022003300", "due_on": DAY.isoformat()}
    drafted = named | {"document": f"{order.number}/2"}
    assert clerk.post(reverse("web:payment-new"), drafted).status_code == 302
    asked = PaymentRequest.objects.get()
    line = sales.OrderLine.objects.get(order=order, line_number=2)
    assert (asked.document_id, asked.document_line, asked.document_number) == (order.pk, line.pk, f"{order.number}/2")
    page = clerk.get(reverse("web:payment-edit", args=[asked.pk])).content.decode()
    assert f'value="{order.number}/2"' in page
    again = {"version": str(asked.version), "amount": "15"}
    assert clerk.post(reverse("web:payment-edit", args=[asked.pk]), drafted | again).status_code == 302
    asked.refresh_from_db()
    assert (asked.amount, asked.document_line) == (15, line.pk), "writing it anew keeps what it is for"


def press(client: Client, name: str, *args: Any, **fields: Any) -> str:
    return client.post(reverse(f"web:{name}", args=args), fields, follow=True).content.decode()


def test_from_the_request_to_the_statement(
    world: World, clerk: Client, account: finance.BankAccount, monkeypatch: pytest.MonkeyPatch
) -> None:
    wrong = ask(clerk, reason="CLAIM")
    assert wrong.status_code == 422
    assert "Names no document" in wrong.content.decode()
    assert "1,200.50" in wrong.content.decode(), "what was typed is kept"
    named = {"name_en": "People & pay", "name_zh": "人事"}
    unit = Unit.objects.create(company_id=world.company, kind="department", code="HR", **named)
    assert ask(clerk, unit="HR").status_code == 302
    payment = PaymentRequest.objects.get()
    assert payment.unit_id == unit.pk, "whose budget it draws on"
    again = clerk.get(reverse("web:payment-new"), {"copy": payment.pk}).content.decode()
    assert '<option value="HR" selected>HR People &amp; pay</option>' in again
    assert "HR People &amp; pay" in clerk.get(reverse("web:payment", args=[payment.pk])).content.decode()
    page = clerk.get(reverse("web:payment", args=[payment.pk])).content.decode()
    assert "You asked for it; another person approves it." in page
    assert "Whoever wrote it may not" in press(clerk, "payments-step", "approve", id=payment.pk, single=1)
    other = sign_in(world)
    assert "1 payment approved." in press(other, "payments-step", "approve", id=payment.pk, single=1)
    sent = press(clerk, "cash-pay", id=account.pk, on="2026-12-31")
    assert "1 payment file waits to be sent." in sent
    run = finance.PaymentRun.objects.get()
    content = clerk.get(reverse("web:payment-run-file", args=[run.pk]))
    assert NUMBER in content.content.decode()
    entries = [
        _entry(-120050, payment.number, "Tax office", "VAT"),
        _entry(-500, "", "Bank", "Yearly card fee", number="E2"),
    ]
    body = messages.statement(
        {"number": NUMBER, "currency": "CNY"}, 1, DAY, datetime(2026, 11, 11), 200_000, entries  # noqa: DTZ001
    )  # fmt: skip
    taken = clerk.post(
        reverse("web:bank-statements-upload"), {"file": io.BytesIO(body.encode())}, follow=True
    ).content.decode()
    assert "1 statement taken in." in taken
    assert "1 line to match" in taken
    assert NUMBER in taken
    line = BankLine.objects.get(state="open")
    booked = press(clerk, "bank-lines-book", id=line.pk, use="fee", remember="card fee")
    assert "1 line booked." in booked
    assert BankRule.objects.get().pattern == "card fee"
    again = press(clerk, "bank-messages-again", id=BankMessage.objects.get().pk)
    assert "Was done already" not in again
    broken = clerk.post(
        reverse("web:bank-statements-upload"),
        {"file": io.BytesIO(body.replace("-11-11<", "-99-99<").encode())},
        follow=True,
    ).content.decode()
    assert "is no day" in broken
    for name in ("cash", "payments", "payment-runs", "bank-statements", "bank-lines", "bank-messages", "payment-new"):
        assert clerk.get(reverse(f"web:{name}")).status_code == 200, name
    for name, pk in (("payment", payment.pk), ("payment-run", run.pk)):
        assert clerk.get(reverse(f"web:{name}", args=[pk])).status_code == 200
    finance.post_pending(world.company, world.by)
    monkeypatch.setattr("interlock.web.views.bank.today", lambda _desk: date(2026, 11, 20))
    assert "1 line is open again." in press(clerk, "bank-lines-take-back", id=line.pk, reason="another fee")
    shown = clerk.get(reverse("web:bank-statement", args=[line.statement_id])).content.decode()
    assert "taken back: another fee" in shown
    assert_laws()


def by_hand(world: World, wages: str) -> finance.Voucher:
    """Write wages out of the bank's account by hand."""
    lines = finance.ManualLine("2211", debit=Decimal(wages)), finance.ManualLine("1002", credit=Decimal(wages))
    written = finance.post_voucher(finance.ManualVoucher(DAY, "wages", lines), company=world.company, by=world.by)
    return finance.Voucher.objects.get(pk=written.verdicts[0].detail["voucher"])


def test_whatever_a_line_is_can_be_said_on_its_page_and_taken_back(
    world: World, clerk: Client, account: finance.BankAccount, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One action a line, and one that undoes it: nothing is left in the books, and the line is open again."""
    ask(clerk)
    payment = PaymentRequest.objects.get()
    press(sign_in(world), "payments-step", "approve", id=payment.pk, single=1)
    press(clerk, "payment-runs-make", id=payment.pk, single=1, on=DAY.isoformat())
    party = Party.objects.order_by("code").values_list("code", flat=True)[0]
    said: dict[str, tuple[int, dict[str, str]]] = {
        "receipt": (5_000, {}), "customer": (6_000, {"party": party}),
        "payment": (-120_050, {"payment": payment.number}), "fee": (-500, {}), "interest": (300, {}),
        "transfer": (-4_000, {}), "refund": (-3_000, {"party": party}), "prepaid": (-7_000, {"party": party}),
        "booked": (-2_000, {"voucher": by_hand(world, "20").number}),
    }  # fmt: skip
    assert set(said) == set(finance.BankUse.values), "a new use has its line here"
    entries = [
        _entry(cents, "?", "Somebody", use, number=f"E{place}") for place, (use, (cents, _)) in enumerate(said.items())
    ]
    held = {"number": NUMBER, "currency": "CNY"}
    body = messages.statement(held, 1, DAY, datetime(2026, 11, 11), 200_000, entries)  # noqa: DTZ001
    clerk.post(reverse("web:bank-statements-upload"), {"file": io.BytesIO(body.encode())})
    lines = list(BankLine.objects.order_by("ordinal"))
    page = reverse("web:bank-statement", args=[lines[0].statement_id])
    assert clerk.get(page).content.decode().count('data-open="book" data-one=') == len(said)
    for line, (use, (_cents, more)) in zip(lines, said.items(), strict=True):
        assert "1 line booked." in press(clerk, "bank-lines-book", id=line.pk, use=use, to=page, **more), use
    finance.post_pending(world.company, world.by)
    assert_laws()
    found = clerk.get(page).content.decode()
    assert found.count('data-open="take-back" data-one=') == len(said)
    assert 'data-open="book" data-one=' not in found
    balances = {row.code: row.closing for row in finance.trial_balance(world.company, DAY)}
    assert balances["1002"] == Decimal("-1302.50"), "all but the receipt, which its document books"
    monkeypatch.setattr("interlock.web.views.bank.today", lambda _desk: date(2026, 11, 20))
    for line in lines:
        assert "1 line is open again." in press(clerk, "bank-lines-take-back", id=line.pk, reason="no", to=page)
    left = {row.code: row.closing for row in finance.trial_balance(world.company, DAY) if row.closing}
    assert left == {"1002": -20, "2211": 20}, "the voucher by hand is somebody's own"
    assert set(BankLine.objects.values_list("state", "use")) == {("open", None)}
    given = {"company": "ECO", "ids": [lines[-1].pk], "said": {"use": "prepaid", "party": "NOBODY"}}
    assert codes(program(world).post("bank-lines/book", given)) == ["party_unknown"]
    given["said"] = {"use": "prepaid", "party": party}
    assert codes(program(world).post("bank-lines/book", given)) == ["done"], "as a program says it"
    payment.refresh_from_db()
    assert payment.state == "sent"
    assert not finance.BankReceipt.objects.exists()
    assert_laws()


def _entry(cents: int, end_to_end: str, party: str, text: str, number: str = "E1") -> dict[str, Any]:
    return {
        "reference": number, "cents": cents, "booked_on": DAY.isoformat(), "kind": "payment", "end_to_end": end_to_end,
        "party": party, "party_account": "110022003300", "text": text,
    }  # fmt: skip


def test_numbers_are_masked_and_pages_are_closed_to_others(world: World, account: finance.BankAccount) -> None:
    sees = sign_in(world, ["finance.view_bankaccount"])
    page = sees.get(reverse("web:cash")).content.decode()
    assert NUMBER not in page
    assert "6222 **** 3334" in page
    assert sign_in(world, ["sales.view_order"]).get(reverse("web:cash")).status_code == 403
    assert sees.post(reverse("web:cash-pay"), {"id": account.pk}).status_code == 403


def test_a_run_is_withdrawn_and_its_payment_sent_once_more(
    world: World, clerk: Client, account: finance.BankAccount
) -> None:
    """With a reason each, and the danger said; what the bank says afterwards is an exception of who withdrew it."""
    ask(clerk)
    payment = PaymentRequest.objects.get()
    press(sign_in(world), "payments-step", "approve", id=payment.pk, single=1)
    press(clerk, "payment-runs-make", id=payment.pk, single=1, on=DAY.isoformat())
    run = finance.PaymentRun.objects.get()
    page = clerk.get(reverse("web:payment-run", args=[run.pk])).content.decode()
    assert "Danger of paying twice" in page
    assert "Say in a few words why." in press(clerk, "payment-runs-withdraw", id=run.pk, reason=" ")
    assert "1 run withdrawn; its payments are approved again." in press(
        clerk, "payment-runs-withdraw", id=run.pk, reason="Ms Li of the bank knows no such file"
    )
    page = clerk.get(reverse("web:payment-run", args=[run.pk])).content.decode()
    assert "Ms Li of the bank knows no such file" in page
    assert payment.number in page, "the run keeps its list"
    assert "Danger of paying twice" not in page
    page = clerk.get(reverse("web:payment", args=[payment.pk])).content.decode()
    assert f"withdrawn run {run.number}. If the bank has that file, it pays twice." in page
    assert "the bank may have that file" in press(clerk, "payment-runs-make", id=payment.pk, single=1)
    gone = press(clerk, "payment-runs-make", id=payment.pk, single=1, sure="Ms Li again", on=DAY.isoformat())
    assert "1 payment goes to the bank." in gone
    page = clerk.get(reverse("web:payment-run", args=[run.pk])).content.decode()
    assert "sent once more: Ms Li again" in page
    exceptions = sign_in(world, ["finance.view_paymentrequest"])
    assert run.number not in exceptions.get(reverse("web:exceptions")).content.decode()
    answers = {run.pk: finance.RunAnswer(accepted=True)}
    finance.answer_runs([run.pk], company=world.company, by=world.by, answers=answers)
    kinds = {each["kind"].code: each for each in exceptions.get(reverse("web:exceptions")).context["kinds"]}
    ((row, _acted_on),) = kinds["withdrawn_run"]["groups"][0]["rows"]
    run.refresh_from_db()
    assert (row.number, row.owner_id) == (run.number, run.withdrawer_id)
    assert row.owner_id
    assert "The bank has this file after all." in clerk.get(reverse("web:payment-run", args=[run.pk])).content.decode()
    calls = program(world)
    (listed,) = calls.get(f"withdrawn-payments?company=ECO&payment_run={run.pk}").json()["rows"]
    assert (listed["payment_id"], listed["told"], listed["sure_because"]) == (payment.pk, "taken", "Ms Li again")
    second = finance.PaymentRun.objects.exclude(pk=run.pk).get().pk
    given = {"company": "ECO", "ids": [run.pk, second], "reason": "by a program"}
    assert codes(calls.post("payment-runs/withdraw", given)) == ["already", "done"]
    assert exceptions.post(reverse("web:payment-runs-withdraw"), {"id": run.pk, "reason": "x"}).status_code == 403


def test_an_account_in_dollars_shows_both_moneys(world: World, clerk: Client, account: finance.BankAccount) -> None:
    """Its line is booked at the day's rate, said beside the amount; a bill in dollars is paid from there."""
    Currency.objects.get_or_create(code="USD", defaults={"name_en": "US dollar", "name_zh": "美元"})
    ledger = Account.objects.create(
        company_id=world.company, code="100202", name_en="Dollars", name_zh="美元户", kind="asset", currency_id="USD",
        parent=Account.objects.get(company_id=world.company, code="1002"),
    )  # fmt: skip
    finance.BankAccount.objects.create(
        company_id=world.company, code="ABROAD", name_en="Dollars", name_zh="美元户", bank_name="A bank", number="4000",
        holder="ECO", currency_id="USD", account=ledger,
    )  # fmt: skip
    finance.complete_bank_rules(world.company)
    party = Party.objects.order_by("code").values_list("code", flat=True)[0]
    ask_in_dollars = {"reason": "RENT", "party": party, "bank_account": "ABROAD"}
    assert "There is no exchange rate" in ask(clerk, **ask_in_dollars).content.decode()
    finance.ExchangeRate.objects.create(
        company_id=world.company, kind="daily", currency_id="USD", valid_on=date(2026, 1, 1), rate=Decimal("7.1")
    )
    assert ask(clerk, **ask_in_dollars).status_code == 302
    payment = PaymentRequest.objects.get()
    shown = clerk.get(reverse("web:payment", args=[payment.pk])).content.decode()
    assert "8,523.55 CNY in the books when it was asked for" in shown
    columns = {"columns": "number,currency,amount,book_amount"}
    assert "8,523.55" in clerk.get(reverse("web:payments"), columns).content.decode()
    held = {"number": "4000", "currency": "USD"}
    body = messages.statement(
        held, 1, DAY, datetime(2026, 11, 11), 0, [_entry(10_000, "", "Somebody", "goods")]  # noqa: DTZ001
    )  # fmt: skip
    clerk.post(reverse("web:bank-statements-upload"), {"file": io.BytesIO(body.encode())})
    line = BankLine.objects.get()
    assert "1 line booked." in press(clerk, "bank-lines-book", id=line.pk, use="customer", party=party)
    finance.post_pending(world.company, world.by)
    statement = clerk.get(reverse("web:bank-statement", args=[line.statement_id])).content.decode()
    assert "CNY 710.00" in statement
    posted = EventCurrency.objects.get()
    assert "USD 100.00" in clerk.get(reverse("web:event", args=[posted.event_id])).content.decode()
    voucher = JournalLine.objects.get(pk=posted.pk).voucher_id
    assert "USD 100.00" in clerk.get(reverse("web:voucher", args=[voucher])).content.decode()
    assert_laws()


def test_the_bank_is_reconciled_with_the_books(world: World, clerk: Client, account: finance.BankAccount) -> None:
    """Wages that were written by hand are tied to their line; what is under way is named, on the page and in a file."""
    voucher = by_hand(world, "60")
    page = reverse("web:bank-reconciliation") + f"?month={DAY:%Y-%m}"
    assert "No statement speaks of an account here" in clerk.get(page).content.decode()
    held = {"number": NUMBER, "currency": "CNY"}
    entries = [_entry(-6_000, "", "Bank", "payroll"), _entry(2_500, "", "Somebody", "unknown")]
    body = messages.statement(held, 1, DAY, datetime(2026, 11, 11), 0, entries)  # noqa: DTZ001
    clerk.post(reverse("web:bank-statements-upload"), {"file": io.BytesIO(body.encode())})
    paid = BankLine.objects.get(amount=-60)
    listed = clerk.get(reverse("web:bank-statement", args=[paid.statement_id])).content.decode()
    assert f'<option value="{voucher.number}">-60.00' in listed
    said = {"id": paid.pk, "use": "booked"}
    assert "No voucher by hand of this number" in press(clerk, "bank-lines-book", **said, voucher="JV")
    tied = press(clerk, "bank-lines-book", **said, voucher=voucher.number)
    assert "1 line booked." in tied
    listed = clerk.get(reverse("web:bank-statement", args=[paid.statement_id])).content.decode()
    assert reverse("web:voucher", args=[voucher.pk]) in listed
    assert f'<option value="{voucher.number}">' not in listed
    shown = clerk.get(page).content.decode()
    assert "At the bank, not in the books" in shown
    assert reverse("web:bank-statement", args=[paid.statement_id]) in shown
    assert "In the books, not at the bank</h3>" not in shown
    assert "what no document under way explains" not in shown
    ledger = Account.objects.get(company_id=world.company, code="1002").pk
    for form, start in (("xlsx", b"PK"), ("pdf", b"%PDF")):
        assert clerk.get(page, {"account": ledger, "format": form}).content.startswith(start)
    assert clerk.get(page, {"account": 10**30, "format": "pdf"}).status_code == 404
    assert sign_in(world, ["sales.view_order"]).get(page).status_code == 403
    assert_laws()
