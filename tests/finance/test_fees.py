"""The two fees of a deal: set aside with its revenue, taken back with returns, settled as its cash comes in."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from interlock.finance import api as finance
from interlock.finance.api import NewApplication, NewItemDocument, NewItemLine
from interlock.finance.closing.checklist import ask, scope_of
from interlock.finance.fees.settling import settled_in
from interlock.finance.models import Fee, FeePolicy, ItemDocument, OpenItem, Voucher
from interlock.parties.models import Party

from .building import DAY, RECORD, Books, Fact, broken_laws
from .itemising import ANN, BEN, apply, item_of, receipt

LATER = date(2026, 11, 20)


def policy(books: Books, code: str, rate: str, kind: str = "sales_expense", **of: Any) -> FeePolicy:
    named = {"name_en": code, "name_zh": code, "valid_from": date(2026, 1, 1), "kind": kind, **of}
    return FeePolicy.objects.create(company_id=books.company, code=code, rate_pct=Decimal(rate), **named)


def agent(code: str = "AGENT") -> Party:
    return Party.objects.get_or_create(code=code, defaults={"name": f"Agent {code}", "kind": "person"})[0]


def sold(books: Books, net: str = "1000", **of: Any) -> int:
    """Post a customer's revenue of one document with 13 % VAT; answers the document."""
    fact = Fact(
        {"net": net, "vat": str(Decimal(net) * 13 / 100), "cost": "1"}, item=books.item, party=books.party, **of
    )
    books.post(books.record("revenue_recognised", fact))
    return fact.document


def returned(books: Books, document: int, net: str) -> None:
    """Post what of a document's revenue came back, as a credit to the customer."""
    fact = Fact({"net": net, "vat": str(Decimal(net) * 13 / 100)}, item=books.item, party=books.party)
    made = RECORD(
        [fact.document], company=books.company, by=books.by, kind="revenue_reversed", facts={fact.document: fact},
        reverses=finance.Reversed("revenue_recognised", {fact.document * 10: (document, document * 10)}),
    )  # fmt: skip
    books.post(made.verdicts[0].detail["events"])


def seal(books: Books) -> None:
    waiting = Voucher.objects.filter(company_id=books.company, state="collecting").order_by("id")
    finance.seal_vouchers(list(waiting.values_list("id", flat=True)), company=books.company, by=books.by)


def accrue(books: Books) -> dict[str, int]:
    """Seal what was collected, set its fees aside and post them; answers the codes of the vouchers."""
    seal(books)
    found = finance.accrue_sealed(books.company, books.by)
    finance.post_pending(books.company, books.by)
    return dict(found.counts)


def settle(books: Books, on: date = LATER) -> list[ItemDocument]:
    """Settle what is in; answers the bills that were written."""
    before = set(ItemDocument.objects.values_list("id", flat=True))
    finance.settle_collected(books.company, ANN, on)
    return list(ItemDocument.objects.exclude(pk__in=before).order_by("id"))


def fees(books: Books) -> list[tuple[str, str, str]]:
    """Answer policy, set aside and settled of each fee."""
    names = dict(FeePolicy.objects.values_list("id", "code"))
    found = Fee.objects.filter(company_id=books.company).order_by("id")
    return [(names[fee.policy_id], f"{fee.accrued_amount}", f"{fee.settled_amount}") for fee in found]


def pay(books: Books, document: int, amount: str, on: date = LATER) -> None:
    owed = OpenItem.objects.get(document_id=document, kind="revenue_recognised")
    receipt(books, amount, (owed, amount), posting_on=on)


def test_the_nearest_policy_of_each_kind_counts(books: Books) -> None:
    other = agent("OTHER")
    policy(books, "ALL", "1")
    policy(books, "GROUP", "2", party_group=books.group)
    policy(books, "LOCKS", "3", party_group=books.group, item_category=books.locks)
    policy(books, "ENDED", "9", party_id=books.party, valid_to=date(2026, 6, 1))
    policy(books, "SHOP", "5", "incentive", unit_id=books.units[0], beneficiary=other)
    sold(books)
    books.post(books.record("revenue_recognised", Fact({"net": "100", "cost": "1"}, unit=books.units[0])))
    assert accrue(books) == {"done": 2}
    assert sorted(fees(books)) == [("ALL", "1.00", "0.00"), ("LOCKS", "30.00", "0.00"), ("SHOP", "5.00", "0.00")]
    assert {code: f"{amount}" for code, amount in books.balances().items() if code.startswith(("6601", "2241"))} == {
        "660108": "31.00", "660109": "5.00", "224101": "-36.00",
    }  # fmt: skip
    assert accrue(books) == {}, "only the vouchers of the fees themselves are new, and no revenue"
    assert not broken_laws()


def test_each_voucher_gets_one_code(books: Books) -> None:
    policy(books, "A", "1", party_id=books.party)
    policy(books, "B", "2", party_id=books.party)
    sold(books)
    revenue = Voucher.objects.get(company_id=books.company)
    other = Books("ELSE")
    sold(other)
    strange = Voucher.objects.get(company_id=other.company)
    books.shipped("5", unit=books.units[0])
    call: dict[str, Any] = {"company": books.company, "by": books.by}
    assert finance.accrue_fees([revenue.pk, strange.pk, -1], **call).table() == [
        (revenue.pk, "not_sealed"), (strange.pk, "not_found"), (-1, "not_found"),
    ]  # fmt: skip
    seal(books)
    answer = finance.accrue_fees([revenue.pk], **call)
    assert (answer.verdicts[0].code, answer.verdicts[0].detail) == ("ambiguous_policy", {"policies": "A, B"})
    FeePolicy.objects.filter(code="B").update(valid_to=date(2026, 1, 1))
    assert finance.accrue_fees([revenue.pk], policy="dry_run", **call).table() == [(revenue.pk, "done")]
    assert not fees(books)
    assert finance.accrue_fees([revenue.pk], **call).table() == [(revenue.pk, "done")]
    assert finance.accrue_fees([revenue.pk], **call).table() == [(revenue.pk, "already")]
    finance.post_pending(**call)
    seal(books)
    told = Voucher.objects.get(event_kind="fees_accrued")
    assert finance.accrue_fees([told.pk], **call).table() == [(told.pk, "not_revenue")]


def test_a_fee_is_settled_in_proportion_to_the_cash(books: Books) -> None:
    policy(books, "SALES", "3", beneficiary=agent())
    policy(books, "GIVEN", "1", "incentive")
    document = sold(books)
    accrue(books)
    assert settle(books) == [], "nothing is paid"
    pay(books, document, "565")
    bills = settle(books)
    assert [(bill.kind, bill.party.code, bill.amount, bill.account and bill.account.code) for bill in bills] == [
        ("bill", "AGENT", Decimal("15.00"), "2241"), ("bill", "BOOKS-P", Decimal("5.00"), "2241"),
    ]  # fmt: skip
    assert fees(books) == [("SALES", "30.00", "15.00"), ("GIVEN", "10.00", "5.00")]
    assert settle(books) == [], "what is settled is not settled twice"
    finance.post_item_documents([bill.pk for bill in bills], company=books.company, by=BEN)
    assert [f"{books.balances()[code]}" for code in ("224101", "2241")] == ["-20.00", "-20.00"]
    assert item_of(bills[0].pk).party_id == agent().pk
    pay(books, document, "565")
    assert [f"{bill.amount}" for bill in settle(books)] == ["15.00", "5.00"]
    assert not broken_laws()


def test_what_comes_back_takes_its_fee_along(books: Books) -> None:
    policy(books, "SALES", "3", beneficiary=agent())
    document, kept = sold(books), sold(books, "333.33")
    accrue(books)
    pay(books, document, "1130")
    bill = settle(books)[0]
    finance.post_item_documents([bill.pk], company=books.company, by=BEN)
    returned(books, document, "400")
    returned(books, document, "100")
    assert accrue(books) == {"done": 1}, "both lie in the voucher of a day"
    assert fees(books) == [("SALES", "15.00", "30.00"), ("SALES", "10.00", "0.00")]
    credit = settle(books)
    assert [f"{one.amount}" for one in credit] == ["-15.00"], "a credit note takes back what went back"
    finance.post_item_documents([credit[0].pk], company=books.company, by=BEN)
    assert item_of(credit[0].pk).direction == "debit"
    debit = OpenItem.objects.get(document_id=kept, kind="revenue_recognised")
    notes = list(OpenItem.objects.filter(kind="revenue_reversed").order_by("id"))
    apply(books, NewApplication(debit.pk, notes[0].pk, Decimal("300")))
    assert settle(books) == [], "a credit note is not cash"
    returned(books, document, "500")
    accrue(books)
    assert fees(books)[0] == ("SALES", "0.00", "15.00")
    assert not broken_laws()


def test_a_bill_that_falls_through_has_settled_nothing(books: Books) -> None:
    policy(books, "SALES", "3", beneficiary=agent())
    document = sold(books)
    accrue(books)
    pay(books, document, "1130")
    first = settle(books)[0]
    changed = NewItemDocument(
        "bill", "AGENT", DAY, (NewItemLine(Decimal(1), account="6602"),), reference="X", document=first.pk,
        version=first.version,
    )  # fmt: skip
    call: dict[str, Any] = {"company": books.company, "by": ANN}
    assert finance.save_item_documents([1], documents={1: changed}, **call).table() == [(1, "settles_fees")]
    finance.cancel_item_documents([first.pk], **call)
    second = settle(books)[0]
    assert (second.amount, fees(books)) == (Decimal("30.00"), [("SALES", "30.00", "30.00")])
    finance.post_item_documents([second.pk], company=books.company, by=BEN)
    finance.reverse_item_documents([second.pk], company=books.company, by=BEN, on=LATER)
    third = settle(books)
    assert [bill.amount for bill in third] == [Decimal("30.00")]
    assert [f"{amount}" for amount in books.balances().values() if amount == Decimal(-30)] == ["-30.00"]
    assert not broken_laws()


def test_a_fee_without_a_beneficiary_or_accounts_waits(books: Books) -> None:
    policy(books, "SHOP", "5", unit_id=books.units[0])
    policy(books, "SALES", "3", beneficiary=agent(), party_id=books.party)
    books.post(books.record("revenue_recognised", Fact({"net": "100"}, unit=books.units[0])))
    document = sold(books)
    accrue(books)
    pay(books, document, "1130")
    ids = list(Fee.objects.order_by("id").values_list("id", flat=True))
    other = Books("ELSE")
    call: dict[str, Any] = {"by": ANN, "on": LATER, "policy": "dry_run"}
    assert finance.settle_fees(ids, company=other.company, **call).table() == [(i, "not_found") for i in ids]
    codes = {fee[0]: code for fee, (_i, code) in zip(fees(books), finance.settle_fees(
        ids, company=books.company, **call).table(), strict=True)}  # fmt: skip
    assert codes == {"SHOP": "already", "SALES": "done"}, "a platform's money is known by its statements"
    account = books.account("224101")
    account.state = "closed"
    account.save()
    assert "account_closed" in dict(finance.settle_fees(ids, company=books.company, **call).table()).values()


def test_the_close_sets_fees_aside_and_names_a_tie(books: Books) -> None:
    policy(books, "A", "1")
    policy(books, "B", "2")
    sold(books)
    month = DAY.replace(day=1)
    finance.count_before_close(books.company, month, date(2027, 1, 1))
    assert {one.code for one in ask(scope_of(books.company, month), ["ledger"])["ledger"].findings} == {
        "fees_not_set_aside"
    }
    FeePolicy.objects.filter(code="B").delete()
    finance.count_before_close(books.company, month, date(2027, 1, 1))
    assert fees(books) == [("A", "10.00", "0.00")]
    assert books.pending() == {}, "what the close set aside is in its month's books"
    assert f"{books.balances(month)['660108']}" == "10.00"


def test_the_worker_settles_once_a_month(books: Books) -> None:
    policy(books, "SALES", "3", beneficiary=agent())
    document = sold(books)
    accrue(books)
    pay(books, document, "1130")
    settle(books)
    month = LATER.replace(day=1)
    assert not settled_in(books.company, month), "by hand is not by itself"
    FeePolicy.objects.update(rate_pct=4)
    more = sold(books, "200")
    accrue(books)
    pay(books, more, "226")
    finance.settle_collected(books.company, books.by, LATER)
    assert settled_in(books.company, month)
    assert not settled_in(books.company, date(2026, 12, 1))
    assert fees(books) == [("SALES", "30.00", "30.00"), ("SALES", "8.00", "8.00")], "a new rate counts from then on"
