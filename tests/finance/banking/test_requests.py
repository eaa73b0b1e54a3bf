"""Payment requests: a code for each, another person approves, nothing beyond its document, nothing without a reason."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from interlock.core.api import Refusal, keep_file
from interlock.finance import api as finance
from interlock.finance.api import NewItemLine
from interlock.finance.banking.documents import BY_NUMBER
from interlock.finance.banking.iso import PaymentStatus
from interlock.finance.banking.receiving import take_received
from interlock.finance.models import BankAccount, BankReceived, OpenItem, PaymentReason, PaymentRequest, PaymentRun
from interlock.parties.models import Party
from tests.finance.building import DAY, Books, broken_laws
from tests.finance.itemising import item_of, posted
from tests.finance.test_currencies import in_dollars

from .building import ANN, BEN, Cash


@pytest.fixture
def cash(db: None) -> Cash:
    return Cash()


#: The party of those documents, where a test says one.
SELLER: list[int] = []


@pytest.fixture
def bills(monkeypatch: pytest.MonkeyPatch) -> None:
    """A kind of document worth 150."""

    def find(
        _company: int, asked: Sequence[tuple[int, int | None]]
    ) -> Mapping[tuple[int, int | None], finance.PayableDocument]:
        return {
            pair: finance.PayableDocument(
                f"BILL-{pair[0]}", Decimal(60 if pair[1] else 150), SELLER[0] if SELLER else None, party_only=True
            )
            for pair in asked
            if pair[0] < 100
        }

    monkeypatch.setitem(finance.PAYABLE, "bill", ("Bill", find))
    monkeypatch.setitem(BY_NUMBER, "bill", lambda _company, number: int(number.removeprefix("BILL-")))


def test_what_is_asked_for_gets_one_code(cash: Cash, bills: None, monkeypatch: pytest.MonkeyPatch) -> None:
    BankAccount.objects.filter(code="SIDE").update(state="closed")
    euro = BankAccount.objects.get(code="MAIN", company_id=cash.company)
    finance.BankAccount.objects.create(
        company_id=cash.company, code="EUR", name_en="E", name_zh="E", bank_name="B", number="EUR1", holder="H",
        currency_id=_euro(), account=euro.account,
    )  # fmt: skip
    finance.BankAccount.objects.create(
        company_id=cash.company, code="USD", name_en="U", name_zh="U", bank_name="B", number="USD1", holder="H",
        currency_id="USD", account=in_dollars(cash.books),
    )  # fmt: skip
    standing, handed = cash.payment(), cash.payment()
    finance.submit_payments([handed], company=cash.company, by=ANN)
    bill = {"reason": "INVOICE", "document_kind": "bill"}
    given = {
        "not_draft": cash.new(payment=handed, version=1),
        "stale": cash.new(payment=standing, version=7),
        "reason_unknown": cash.new(reason="WISH"),
        "account_unknown": cash.new(bank_account="SIDE"),
        "currency_differs": cash.new(bank_account="EUR"),
        "bad_amount": cash.new("0.001"),
        "no_rate": cash.new(bank_account="USD"),
        "payee_missing": cash.new(payee_account="?"),
        "party_unknown": cash.new(party="NOBODY"),
        "party_missing": cash.new(party=""),
        "unit_unknown": cash.new(unit="NOWHERE"),
        "document_missing": cash.new(reason="INVOICE"),
        "document_unknown": cash.new(document=404_000_000, **bill),
        "done": cash.new("100.00", document=7, **bill),
        "beyond_document": cash.new("50.01", document=7, **bill),
    }
    outcome = cash.save(*given.values())
    assert [code for _id, code in outcome.table()] == list(given)
    party = Party.objects.get(code="CASH-P")
    monkeypatch.setattr("tests.finance.banking.test_requests.SELLER", [party.pk + 1])
    other = cash.save(cash.new("1.00", document=8, **bill)).verdicts[0]
    assert (other.code, other.detail["document"]) == ("party_differs", "BILL-8")
    monkeypatch.setattr("tests.finance.banking.test_requests.SELLER", [party.pk])
    of_lines = [("60.00", 1), ("0.01", 1), ("60.00", 2), ("30.01", None), ("30.00", 3), ("0.01", None)]
    asked = cash.save(*(cash.new(amount, document=9, document_line=line, **bill) for amount, line in of_lines))
    assert [verdict.code for verdict in asked.verdicts] == [
        "done", "beyond_document", "done", "beyond_document", "done", "beyond_document",
    ], "lines and the whole are one document"  # fmt: skip
    assert cash.save(cash.new("0.01", document=9, document_line=4, **bill)).counts == {"beyond_document": 1}
    assert cash.save(cash.new("50.00", document=7, **bill)).counts == {"done": 1}, "the rest of the bill"
    assert cash.save(cash.new("0.01", document=7, **bill)).counts == {"beyond_document": 1}
    assert finance.save_payments([9], company=cash.company, by=ANN, payments={}).table() == [(9, "not_found")]
    assert {*given, "not_found", "party_differs"} == set(finance.save_payments.codes)
    other = Books("OTHER")
    strange = finance.save_payments(
        [1], company=other.company, by=ANN, payments={1: cash.new(payment=standing, version=1)}
    )
    assert strange.table() == [(1, "not_found")]


def _euro() -> str:
    from interlock.core.api import Currency

    return str(Currency.objects.get_or_create(code="EUR", defaults={"name_en": "Euro", "name_zh": "欧元"})[0].pk)


def test_another_person_approves_and_what_is_in_no_run_can_stop(cash: Cash) -> None:
    call = {"company": cash.company}
    draft, handed, refused, gone = (cash.payment() for _ in range(4))
    PaymentReason.objects.filter(company_id=cash.company, code="RENT").update(state="closed")
    assert finance.submit_payments([draft], by=ANN, **call).table() == [(draft, "reason_closed")]
    PaymentReason.objects.filter(company_id=cash.company, code="RENT").update(state="open")
    submitted = finance.submit_payments([handed, refused, 404_000_000], by=ANN, **call)
    assert submitted.table() == [(handed, "done"), (refused, "done"), (404_000_000, "not_found")]
    assert finance.approve_payments([draft, handed], by=ANN, **call).table() == [
        (draft, "not_submitted"), (handed, "same_person"),
    ]  # fmt: skip
    assert finance.approve_payments([handed, 404_000_000], by=BEN, **call).table() == [
        (handed, "done"),
        (404_000_000, "not_found"),
    ]
    assert finance.approve_payments([handed], by=BEN, **call).table() == [(handed, "already")]
    with pytest.raises(Refusal, match="note_missing"):
        finance.reject_payments([refused], by=BEN, note=" ", **call)
    rejected = finance.reject_payments([refused, draft, 404_000_000], by=BEN, note="not ours", **call)
    assert rejected.table() == [(refused, "done"), (draft, "not_submitted"), (404_000_000, "not_found")]
    assert finance.reject_payments([refused], by=BEN, note="x", **call).table() == [(refused, "already")]
    assert PaymentRequest.objects.get(pk=refused).note == "not ours"
    runs = finance.make_payment_runs([handed, draft, 404_000_000], by=ANN, on=DAY, **call)
    assert runs.table() == [(handed, "done"), (draft, "not_approved"), (404_000_000, "not_found")]
    again = finance.make_payment_runs([handed], by=ANN, on=DAY, **call)
    assert (again.table(), again.verdicts[0].detail) == ([(handed, "already")], runs.verdicts[0].detail)
    cancelled = finance.cancel_payments([gone, handed, refused, 404_000_000], by=ANN, **call)
    assert cancelled.table() == [(gone, "done"), (handed, "in_run"), (refused, "already"), (404_000_000, "not_found")]
    cash.gateway.state = "off"
    cash.gateway.save()
    assert finance.make_payment_runs([cash.approved()], by=ANN, on=DAY, **call).counts == {"no_gateway": 1}
    assert not broken_laws()


def test_the_same_payments_are_the_same_file(cash: Cash) -> None:
    """What is sent is kept when it is made, and a dry run makes none."""
    made = cash.approved("12.34", payee="安禄 & <Söhne>\x00")
    dry = finance.make_payment_runs([made], company=cash.company, by=ANN, on=DAY, policy="dry_run")
    assert dry.counts == {"done": 1}
    assert not finance.PaymentRun.objects.exists()
    run = finance.PaymentRun.objects.get(pk=cash.run(made)[0])
    from interlock.core.api import content_path

    text = content_path(run.sha256).read_text()
    assert "<Nm>安禄 &amp; &lt;Söhne&gt;</Nm>" in text
    assert f"<MsgId>{run.message}</MsgId>" in text
    assert f"<EndToEndId>{PaymentRequest.objects.get().number}</EndToEndId>" in text
    assert "<CtrlSum>12.34</CtrlSum>" in text


REFUSED_FILE = """<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.12"><CstmrPmtStsRpt>
<GrpHdr><MsgId>R1</MsgId><CreDtTm>2026-11-02T10:00:00</CreDtTm></GrpHdr>
<OrgnlGrpInfAndSts><OrgnlMsgId>{}</OrgnlMsgId><OrgnlMsgNmId>pain.001.001.09</OrgnlMsgNmId><GrpSts>RJCT</GrpSts>
<StsRsnInf><Rsn><Cd>AM04</Cd></Rsn></StsRsnInf></OrgnlGrpInfAndSts></CstmrPmtStsRpt></Document>"""


REFUSED_BLOCK = """<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.12"><CstmrPmtStsRpt>
<GrpHdr><MsgId>R1</MsgId><CreDtTm>2026-11-02T10:00:00</CreDtTm></GrpHdr>
<OrgnlGrpInfAndSts><OrgnlMsgId>{0}</OrgnlMsgId><OrgnlMsgNmId>pain.001.001.09</OrgnlMsgNmId></OrgnlGrpInfAndSts>
<OrgnlPmtInfAndSts><OrgnlPmtInfId>{0}</OrgnlPmtInfId><PmtInfSts>RJCT</PmtInfSts>
<StsRsnInf><Rsn><Cd>AM04</Cd></Rsn></StsRsnInf></OrgnlPmtInfAndSts></CstmrPmtStsRpt></Document>"""


@pytest.mark.parametrize("report", [REFUSED_FILE, REFUSED_BLOCK], ids=["file", "block"])
def test_a_file_refused_as_a_whole_refuses_every_payment_in_it(
    db: None, settings: Any, tmp_path: Path, report: str
) -> None:
    """The report names the file and no payment: all of that file are rejected with its reason, no other is touched."""
    settings.FILES_ROOT = tmp_path / "files"
    cash = Cash()
    first, second, other = cash.approved("100.00"), cash.approved("200.00"), cash.approved("300.00")
    (made,) = cash.run(first, second)
    cash.run(other)
    message = PaymentRun.objects.get(pk=made).message
    for number, named in enumerate((message, message, "NO-SUCH-FILE"), start=1):
        file, _new = keep_file(io.BytesIO(report.format(named).encode()), f"{number}.xml", cash.company)
        BankReceived.objects.create(
            company_id=cash.company, gateway=cash.gateway, number=number, name="pain.002.001.12", sha256=file.sha256,
            state="waiting",
        )  # fmt: skip
    take_received(cash.company, cash.gateway.pk, ANN)
    assert cash.states(first, second, other) == ["rejected", "rejected", "in_run"]
    told = PaymentRequest.objects.filter(pk__in=[first, second]).values_list("bank_status", "bank_reason")
    assert list(told) == [("RJCT", "AM04")] * 2
    assert PaymentRun.objects.get(pk=made).state == "done"
    taken = BankReceived.objects.order_by("number").values_list("state", "fault")
    assert list(taken) == [("taken", ""), ("taken", ""), ("refused", "not_found NO-SUCH-FILE")]


NAMED = "<TxInfAndSts><OrgnlEndToEndId>{}</OrgnlEndToEndId><TxSts>{}</TxSts>{}</TxInfAndSts>"


def test_a_refused_block_that_names_some_refuses_the_others_too(db: None, settings: Any, tmp_path: Path) -> None:
    """What is told of a payment by its number goes before what is told of the block."""
    settings.FILES_ROOT = tmp_path / "files"
    cash = Cash()
    payments = [cash.approved(amount) for amount in ("1.00", "2.00", "3.00")]
    (made,) = cash.run(*payments)
    numbers = list(PaymentRequest.objects.order_by("id").values_list("number", flat=True))
    named = NAMED.format(numbers[0], "RJCT", "<StsRsnInf><Rsn><Cd>AC04</Cd></Rsn></StsRsnInf>")
    named += NAMED.format(numbers[1], "ACSC", "")
    text = REFUSED_BLOCK.replace("</OrgnlPmtInfAndSts>", named + "</OrgnlPmtInfAndSts>")
    text = text.format(PaymentRun.objects.get(pk=made).message)
    file, _new = keep_file(io.BytesIO(text.encode()), "1.xml", cash.company)
    BankReceived.objects.create(
        company_id=cash.company, gateway=cash.gateway, number=1, name="pain.002.001.12", sha256=file.sha256,
        state="waiting",
    )  # fmt: skip
    take_received(cash.company, cash.gateway.pk, ANN)
    assert BankReceived.objects.values_list("state", "fault").get() == ("taken", "")
    told = PaymentRequest.objects.order_by("id").values_list("state", "bank_status", "bank_reason")
    assert list(told) == [("rejected", "RJCT", "AC04"), ("paid", "ACSC", ""), ("rejected", "RJCT", "AM04")]
    assert PaymentRun.objects.get(pk=made).state == "done"


def test_a_run_leaves_out_what_is_no_longer_owed(cash: Cash, settings: Any, tmp_path: Path) -> None:
    """One bill is taken back and one settled otherwise after their payments were approved; a third is as it was."""
    settings.FILES_ROOT = tmp_path
    gone, less, same = (
        posted(cash.books, "bill", NewItemLine(Decimal(100), account="6602"), party=f"{cash.code}-P", reference=number)
        for number in ("S-1", "S-2", "S-3")
    )
    named = {"reason": "INVOICE", "document_kind": "bill"}
    payments = [cash.approved("100.00", document=bill, **named) for bill in (gone, less, same)]
    assert finance.reverse_item_documents([gone], company=cash.company, by=BEN, on=DAY).counts == {"done": 1}
    paid = NewItemLine(Decimal(60), item=item_of(less, "220201").pk)
    posted(cash.books, "payment", paid, amount=Decimal(60), party=f"{cash.code}-P")
    outcome = finance.make_payment_runs(payments, company=cash.company, by=ANN, on=DAY)
    assert [code for _id, code in outcome.table()] == ["document_unknown", "beyond_document", "done"]
    assert outcome.verdicts[1].detail == {"document": "S-2"}
    assert cash.states(*payments) == ["approved", "approved", "in_run"]
    assert not broken_laws()


def test_a_supplier_is_paid_in_advance_and_the_bill_comes_later(cash: Cash) -> None:
    """There is no document yet: the reason and the party are named, and the money is an item of that party."""
    paid = cash.approved("80.00", reason="PREPAID")
    cash.run(paid)
    told = PaymentStatus("", "ACSC", on=DAY)
    assert finance.apply_statuses([paid], company=cash.company, by=ANN, statuses={paid: told}).counts == {"done": 1}
    cash.post()
    advance = OpenItem.objects.get(document_id=paid)
    assert (advance.account.code, advance.direction, advance.open_amount) == ("1123", "debit", 80)
    line = NewItemLine(Decimal(100), account="6602")
    bill = item_of(posted(cash.books, "bill", line, reference="INV-1", party="CASH-P"))
    applied = finance.apply_items(
        [1], company=cash.company, by=ANN, on=DAY, applications={1: finance.NewApplication(advance.pk, bill.pk)}
    )
    assert applied.counts == {"done": 1}
    bill.refresh_from_db()
    assert bill.open_amount == 20
    assert not broken_laws()
