"""Statements: kept once, in order, or refused with the row and field; their lines matched by what they say."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from interlock.core.api import Refusal
from interlock.finance import api as finance
from interlock.finance.banking.iso import BadFile, Stated, StatedLine, read_report, read_statements
from interlock.finance.models import BankLine, BankMapping, BankReceipt, BankRule
from interlock.simulators.bank import messages
from tests.finance.building import DAY, Books, broken_laws

from .building import ANN, OTHER, OURS, Cash

HUNDRED = Decimal(100)


@pytest.fixture
def cash(db: None, settings: Any, tmp_path: Path) -> Cash:
    settings.FILES_ROOT = tmp_path
    return Cash()


def stated(*amounts: str, number: int | None = 1, opening: str = "0", account: str = OURS, **more: Any) -> Stated:
    lines = tuple(StatedLine(DAY, Decimal(amount), f"R{number}-{n}", **more) for n, amount in enumerate(amounts))
    start = Decimal(opening)
    return Stated(account, "CNY", number, DAY, start, start + sum((line.amount for line in lines), Decimal(0)), lines)


def record(cash: Cash, *given: Stated, sha: str = "") -> list[str]:
    statements = {
        i: finance.NewStatement(one, "camt", sha or f"{hash(one):x}"[-60:]) for i, one in enumerate(given, start=1)
    }
    outcome = finance.record_statements(list(statements), company=cash.company, by=ANN, statements=statements)
    return [code for _id, code in outcome.table()]


def test_each_statement_follows_the_one_before(cash: Cash) -> None:
    first = stated("100.00", number=7, opening="50.00")
    assert record(cash, first) == ["done"]
    finance.BankAccount.objects.filter(number=OTHER).update(state="closed")
    given = {
        "account_unknown": stated("1.00", account="999"),
        "account_closed": stated("1.00", account=OTHER),
        "currency_differs": replace(stated("1.00", number=8, opening="150.00"), currency="EUR"),
        "already": first,
        "changed": stated("90.00", number=7, opening="50.00"),
        "sums_differ": replace(stated("1.00", number=8, opening="150.00"), closing=Decimal(999)),
        "sequence_gap": stated("1.00", number=10, opening="150.00"),
        "opening_differs": stated("1.00", number=8, opening="149.00"),
    }
    assert [record(cash, one)[0] for one in given.values()] == list(given)
    later = stated("5.00", number=9, opening="160.00")
    assert record(cash, later, stated("10.00", number=8, opening="150.00")) == ["done", "done"], "a late one lets it in"
    unknown = finance.record_statements([3], company=cash.company, by=ANN, statements={})
    assert unknown.table() == [(3, "not_found")]
    assert {*given, "overlaps", "done", "not_found"} == set(finance.record_statements.codes)
    assert not broken_laws()


def test_a_bank_may_begin_at_one_with_a_new_year(cash: Cash) -> None:
    """Told by the closing day and the balance: what is missing or comes twice is found in the new year as before."""

    def of(year: int, number: int, opening: str, *amounts: str) -> Stated:
        return replace(stated(*(amounts or ("10.00",)), number=number, opening=opening), stated_on=date(year, 1, 31))

    old = of(2026, 364, "0.00")
    assert record(cash, old) == ["done"]
    assert record(cash, of(2027, 1, "20.00")) == ["sequence_gap"], "the last one of the old year is missing"
    assert record(cash, of(2026, 1, "10.00")) == ["sequence_gap"], "no new year"
    assert record(cash, of(2027, 2, "10.00")) == ["sequence_gap"], "the first one of the new year is missing"
    late = of(2026, 365, "10.00")
    assert record(cash, of(2027, 2, "30.00"), of(2027, 1, "20.00"), late) == ["done"] * 3
    assert record(cash, late, of(2027, 1, "20.00")) == ["already", "already"]
    assert record(cash, of(2027, 1, "20.00", "11.00")) == ["changed"]
    assert record(cash, of(2027, 4, "40.00")) == ["sequence_gap"]
    assert record(cash, of(2026, 3, "40.00")) == ["sequence_gap"], "back in the old year"
    assert record(cash, of(2027, 364, "40.00")) == ["sequence_gap"], "the number of an old one, in a year that has none"
    assert record(cash, replace(of(2028, 3, "40.00"), stated_on=date(2028, 1, 2))) == ["done"], "a bank that goes on"
    found = finance.BankStatement.objects.order_by("year", "sequence").values_list("year", "sequence", "opening")
    assert list(found) == [(2026, 364, 0), (2026, 365, 10), (2027, 1, 20), (2027, 2, 30), (2028, 3, 40)]
    assert not broken_laws()
    finance.BankStatement.objects.filter(year=2027, sequence=1).update(sequence=9)
    assert "statements_follow" in broken_laws()


def lines_of(cash: Cash) -> list[BankLine]:
    return list(BankLine.objects.filter(company_id=cash.company).order_by("ordinal", "id"))


def test_a_rule_that_was_learnt_knows_the_next_line(cash: Cash) -> None:
    said = finance.Said("fee", remember="annual service")
    record(cash, stated("-5.00", "20.00", "-7.00", text="Annual  service charge 2026".replace("  ", " ")))
    fee, incoming, other = (line.pk for line in lines_of(cash))
    call: dict[str, Any] = {"company": cash.company, "by": ANN}
    matched = finance.match_bank_lines([fee, incoming, 404_000_000], **call)
    assert matched.table() == [(fee, "unmatched"), (incoming, "unmatched"), (404_000_000, "not_found")]
    assert {"not_found", "already", "currency_differs", "unmatched", "no_rate", "done"} == set(
        finance.match_bank_lines.codes
    )
    assert finance.book_bank_lines([fee], said=said, **call).table() == [(fee, "done")]
    assert BankRule.objects.get().pattern == "annual service"
    again = finance.match_bank_lines([fee, other, incoming], **call)
    assert again.table() == [(fee, "already"), (other, "done"), (incoming, "unmatched")]
    assert BankLine.objects.get(pk=other).way == "rule"
    BankRule.objects.update(pattern="something else")
    cash.post()
    assert cash.books.balances()["6603"] == 12
    assert not broken_laws()


#: What a voucher by hand answers, see the tests of reconciling.
OF_VOUCHERS = {"voucher_unknown", "voucher_differs"}


def test_what_a_person_says_gets_one_code(cash: Cash) -> None:
    record(cash, stated("100.00", "-30.00", "-30.00", "15.00", "-9.00", "3.00"))
    money_in, out, twin, receipt, transfer, owned = (line.pk for line in lines_of(cash))
    payment = cash.approved("30.00")
    small = cash.approved("31.00")
    cash.run(payment, small)
    call: dict[str, Any] = {"company": cash.company, "by": ANN}
    told = {
        "wrong_direction": (money_in, finance.Said("payment", payment=payment)),
        "party_unknown": (money_in, finance.Said("customer", party="NOBODY")),
        "party_missing": (money_in, finance.Said("customer")),
        "party_missing ": (out, finance.Said("refund")),
        "wrong_direction ": (money_in, finance.Said("prepaid", party="CASH-P")),
        "payment_unknown": (out, finance.Said("payment", payment=404_000_000)),
        "payment_differs": (out, finance.Said("payment", payment=small)),
        "not_found": (404_000_000, finance.Said("fee")),
        "done": (out, finance.Said("payment", payment=payment)),
        "already": (out, finance.Said("fee")),
    }
    for code, (line, said) in told.items():
        assert finance.book_bank_lines([line], said=said, **call).table() == [(line, code.strip())]
    finance.BankAccount.objects.filter(number=OURS).update(currency_id="USD")
    refused = [(money_in, "currency_differs")]
    assert finance.book_bank_lines([money_in], said=finance.Said("interest"), **call).table() == refused
    assert finance.match_bank_lines([money_in], **call).table() == refused, "its ledger account is in yuan"
    finance.BankAccount.objects.filter(number=OURS).update(currency_id="CNY")
    assert {*(code.strip() for code in told), "currency_differs", "no_rate", *OF_VOUCHERS} == set(
        finance.book_bank_lines.codes
    )
    taken = finance.book_bank_lines([twin], said=finance.Said("payment", payment=payment), **call)
    assert taken.table() == [(twin, "payment_differs")], "one payment is one line"
    finance.book_bank_lines([money_in], said=finance.Said("customer", party="CASH-P"), **call)
    finance.book_bank_lines([receipt], said=finance.Said("receipt"), **call)
    finance.book_bank_lines([transfer], said=finance.Said("transfer"), **call)
    assert BankReceipt.objects.get().amount == 15
    assert cash.states(payment, small) == ["paid", "in_run"]
    with pytest.raises(Refusal, match="unknown_use"):
        finance.book_bank_lines([owned], said=finance.Said("gift"), **call)
    cash.post()
    balances = cash.books.balances()
    assert {code: balances[code] for code in ("1122", "6602", "101209")} == {"1122": -HUNDRED, "6602": 30, "101209": 9}
    user = _user(cash)
    given = finance.assign_bank_lines([owned, out, 404_000_000], owner=user, **call)
    assert given.table() == [(owned, "done"), (out, "matched"), (404_000_000, "not_found")]
    assert finance.assign_bank_lines([owned], owner=user, **call).table() == [(owned, "already")]
    assert finance.assign_bank_lines([owned], owner=999_999, **call).table() == [(owned, "owner_unknown")]
    stranger = Books("STRANGE")
    assert finance.match_bank_lines([owned], company=stranger.company, by=ANN).table() == [(owned, "not_found")]
    assert not broken_laws()


def _user(cash: Cash) -> int:
    from django.contrib.auth.models import Group

    from interlock.core.api import Membership, User

    user = User.objects.create(username="owner")
    role = Group.objects.create(name="cashier of a test")
    Membership.objects.create(company_id=cash.company, user=user, role=role)
    return int(user.pk)


def test_money_somebody_waits_for_becomes_a_receipt(cash: Cash, monkeypatch: pytest.MonkeyPatch) -> None:
    """A number in the text that a platform's statement bears; and one that came by a file before is the same money."""
    monkeypatch.setattr(
        "interlock.finance.banking.documents.EXPECTED", [lambda _company, asked: {"TM-2611"} & set(asked)]
    )
    receipts = {1: finance.NewReceipt("R1-0", DAY, HUNDRED, "TM-2611")}
    finance.record_receipts([1], company=cash.company, by=ANN, receipts=receipts)
    record(cash, stated("100.00", "7.00", text="payout TM-2611 of Tmall"))
    ids = [line.pk for line in lines_of(cash)]
    assert finance.match_bank_lines(ids, company=cash.company, by=ANN).counts == {"done": 2}
    assert sorted(BankReceipt.objects.values_list("reference", "amount")) == [("TM-2611", 7), ("TM-2611", 100)]
    assert [line.way for line in lines_of(cash)] == ["reference", "reference"]


CSV = "day,in,out,balance,no,who,what\n20261102,100.00,,150.00,A1,Zhang San,goods\n20261103,,30.00,120.00,A2,Bank,fee\n"


def test_a_csv_is_read_by_its_mapping_and_refused_by_row(cash: Cash) -> None:
    columns = {"day": "day", "in": "in", "out": "out", "balance": "balance", "reference": "no", "counterparty": "who"}
    BankMapping.objects.create(
        company_id=cash.company, code="CSV", name_en="C", name_zh="C", columns=columns, day_format="%Y%m%d"
    )
    call: dict[str, Any] = {"company": cash.company, "by": cash.by, "account": "MAIN", "mapping": "CSV"}

    def take(text: str) -> Any:
        return finance.import_statements(io.BytesIO(text.encode("gb18030")), "bank.csv", **call)

    bad = {
        ("bad_day", "day", 1): CSV.replace("20261102", "2 Nov"),
        ("bad_amount", "out", 2): CSV.replace("30.00", "thirty"),
        ("sums_differ", "balance", 2): CSV.replace("120.00", "121.00"),
        ("missing", "no", 1): CSV.replace("A1", ""),
        ("bad_amount", "in", 1): CSV.replace("100.00", "1e999"),
    }
    for (why, field, row), text in bad.items():
        with pytest.raises(Refusal, match="bad_statement") as refused:
            take(text)
        assert [refused.value.detail[name] for name in ("why", "field", "row")] == [why, field, row]
    assert take(CSV).counts == {"done": 1}
    assert take(CSV).counts == {"already": 1}
    found = finance.BankStatement.objects.get()
    assert (found.opening, found.closing, found.sequence) == (Decimal(50), Decimal(120), 1)
    newer = CSV.replace("A1", "B1").replace("A2", "B2")
    assert take(newer).counts == {"opening_differs": 1}
    with pytest.raises(Refusal, match="unknown_mapping"):
        finance.import_statements(
            io.BytesIO(b"x"), "x.csv", company=cash.company, by=cash.by, account="MAIN", mapping="?"
        )


def test_a_file_without_balances_never_brings_a_line_twice(cash: Cash) -> None:
    """Exports of 1 to 15 and of 10 to 20 November share days; some banks say debit or credit beside the amount."""
    columns = {"day": "日期", "amount": "金额", "direction": "借贷", "outgoing": "借, D", "reference": "流水号"}
    mapping = BankMapping.objects.create(
        company_id=cash.company, code="PLAIN", name_en="P", name_zh="P", columns=columns, day_format="%Y-%m-%d"
    )
    call: dict[str, Any] = {"company": cash.company, "by": cash.by, "account": "MAIN", "mapping": "PLAIN"}

    def take(*rows: str) -> Any:
        text = "\n".join(["日期,金额,借贷,流水号", *rows])
        return finance.import_statements(io.BytesIO(text.encode()), "bank.csv", **call)

    first = "2026-11-09,100.00,贷,A1", "2026-11-12,30.00,借,A2", "2026-11-12,30.00,借,A2"
    assert take(*first).counts == {"done": 1}
    assert [line.amount for line in lines_of(cash)] == [100, -30, -30], "twins of one file are two lines"
    again = take("2026-11-12,30.00,借,A2", "2026-11-16,5.00,贷,A3").verdicts[0]
    assert (again.code, again.detail["day"], again.detail["reference"]) == ("overlaps", "2026-11-12", "A2")
    assert take("2026-11-12,31.00,借,A4", "2026-11-16,5.00,贷,A3").counts == {"done": 1}, "the rest of that day"
    mapping.columns = {"day": "日期"}
    mapping.save()
    with pytest.raises(Refusal, match="bad_statement") as refused:
        take(*first)
    assert (refused.value.detail["why"], refused.value.detail["field"]) == ("missing", "reference")
    assert not broken_laws()


def camt() -> str:
    from datetime import datetime

    account = {"number": OURS, "currency": "CNY"}
    entry = {
        "reference": "E1", "cents": 500, "booked_on": "2026-11-02", "kind": "incoming", "end_to_end": "", "party": "A",
        "party_account": "1234", "text": "t",
    }  # fmt: skip
    return messages.statement(account, 1, date(2026, 11, 2), datetime(2026, 11, 2), 0, [entry])  # noqa: DTZ001


def test_payments_that_the_bank_booked_in_one_sum_are_a_line_each() -> None:
    """Where it says the amount of each; a sum of unknown parts is one line that names none of them."""
    whole = camt().replace("5.00</Amt>", "8.00</Amt>")
    start, end = whole.index("<TxDtls>"), whole.index("</TxDtls>")

    def part(reference: str, amount: str) -> str:
        amounts = f'<Amt Ccy="CNY">{amount}</Amt><CdtDbtInd>CRDT</CdtDbtInd>' if amount else ""
        refs = f"<TxDtls><Refs><EndToEndId>{reference}</EndToEndId></Refs>{amounts}"
        return whole[start : end + len("</TxDtls>")].replace("<TxDtls>", refs)

    def of(*parts: str) -> list[tuple[Decimal, str, str]]:
        told = whole[:start] + "".join(parts) + whole[end + len("</TxDtls>") :]
        lines = read_statements(told.encode())[0].lines
        return [(line.amount, line.end_to_end, line.reference) for line in lines]

    assert of(part("PQ1", "3.00"), part("PQ2", "5.00")) == [(3, "PQ1", "E1/1"), (5, "PQ2", "E1/2")]
    for unknown in ("", "4.00"):
        assert of(part("PQ1", "3.00"), part("PQ2", unknown)) == [(8, "", "E1")], "not all of it is told"


BOMB = """<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">
<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08">&c;</Document>"""
INSIDE = BOMB.split("<!ENTITY")[0] + '<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'


def test_hostile_and_broken_xml_is_refused_by_name(cash: Cash) -> None:
    good = camt()
    assert len(read_statements(good.encode())[0].lines) == 1
    bad = {
        ("document_type", ""): BOMB,
        ("document_type", " "): INSIDE,
        ("not_xml", ""): good[:-20],
        ("not_xml", " "): "",
        ("unknown_message", ""): good.replace("camt.053.001.08", "camt.052.001.08"),
        ("missing", "Acct/Id/Othr/Id"): good.replace(OURS, ""),
        ("bad_amount", "Amt"): good.replace(">5.00<", ">NaN<"),
        ("bad_day", "BookgDt/Dt"): good.replace("<BookgDt><Dt>2026-11-02", "<BookgDt><Dt>9999-99-99"),
        ("bad_number", "ElctrncSeqNb"): good.replace("<ElctrncSeqNb>1<", "<ElctrncSeqNb>one<"),
        ("missing", "Bal CLBD"): good.replace("CLBD", "XXXX"),
        ("currency_differs", "Amt"): good.replace(
            '<Ntry><NtryRef>E1</NtryRef><Amt Ccy="CNY">', '<Ntry><NtryRef>E1</NtryRef><Amt Ccy="EUR">'
        ),
    }
    bad["not_valid", ""] = good.replace("<Sts>", "<Sats>1</Sats><Sts>", 1)
    bad["not_valid", " "] = good.replace("<MsgId>", "<MsgId>" + "x" * 40, 1)
    for (code, field), text in bad.items():
        with pytest.raises(BadFile) as refused:
            read_statements(text.encode())
        assert (refused.value.code, refused.value.field) == (code, field.strip()), text[:80]
    deep = "<a>" * 5000 + "</a>" * 5000
    with pytest.raises(BadFile):
        read_statements(deep.encode())
    with pytest.raises(BadFile, match="unknown_message"):
        read_report(good.encode())
    with pytest.raises(BadFile, match="not_valid"):
        read_report(b'<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.12"><x/></Document>')
    for text in (BOMB, good[:-20]):
        with pytest.raises(Refusal, match="bad_statement"):
            finance.import_statements(
                io.BytesIO(text.encode()), "x.xml", company=cash.company, by=cash.by, account="", mapping=""
            )
    with pytest.raises(messages.BadMessage):
        messages.read_payments(BOMB.encode())
