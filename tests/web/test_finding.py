"""The search finds by number, by name and by page, what a person may see, and never reads a growing table through."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse

from interlock.core.models import Membership
from interlock.core.sql import Block
from interlock.finance import api as finance
from interlock.finance.models import Voucher
from interlock.items.models import Item
from interlock.parties.models import Party
from interlock.sales.models import Order
from interlock.stock.models import Serial
from interlock.web import finding
from interlock.web.documents import DOCUMENTS
from interlock.web.queries.finding import SQL
from tests.builders import DAY, World

from .people import sign_in

GROWING = ("sales_order", "sales_delivery", "sales_deliveryline", "sales_return", "stock_serial", "stock_movement",
           "finance_voucher", "sales_statement", "finance_bankreceipt", "finance_taxinvoice", "finance_inputinvoice",
           "finance_dunningletter", "finance_itemdocument", "finance_paymentrequest", "finance_paymentrun",
           "finance_bankstatement")  # fmt: skip
KEYED = re.compile(
    r"Index (?:Only )?Scan(?: Backward)? using \w+ on "
    r"(sales_order|stock_serial|sales_delivery|finance_voucher) \w+\n\s+Index Cond: (.*)"
)


def found(client: Client, term: str) -> dict[str, list[str]]:
    """Answer what the field's live answer holds: numbers by the heading of their kind."""
    answer = client.get(reverse("web:search"), {"q": term}, headers={"X-Fragment": "1"})
    assert answer.status_code == 200
    return {str(group.title): [hit.number for hit in group.hits] for group in answer.context["groups"]}


def opened(client: Client, term: str) -> str:
    return str(client.get(reverse("web:search"), {"q": term}).headers.get("Location", ""))


def test_a_number_is_found_as_typed_shortened_and_mistyped(world: World, clerk: Client) -> None:
    order = Order.objects.get(pk=world.order(("CAMERA", 1)))
    kind, month, digits = order.number.split("-")
    page = reverse("web:order", args=[order.pk])
    for typed in (order.number, f"{kind.lower()} {month} {int(digits)}", order.platform_number):
        assert opened(clerk, typed) == page, typed
    assert found(clerk, f"{kind}-{month}") == {"Sales order": [order.number]}
    assert order.number in found(clerk, str(int(digits)).zfill(2))["Sales order"]
    swapped = f"{kind}-{month[0]}{month[2]}{month[1]}{month[3]}-{digits}"
    wrong, short = order.number[:-3] + "7" + order.number[-2:], order.number[:-3] + order.number[-2:]
    for typed in (swapped, wrong, short, finding.swapped(order.platform_number)[0]):
        assert found(clerk, typed).get("Sales order") == [order.number], typed
    assert found(clerk, order.platform_number[:5])["Sales order"] == [order.number]


def test_every_document_of_a_delivery_is_found_with_state_amount_and_date(world: World, clerk: Client) -> None:
    world.delivery(("LOCK", 1), state="recognised")
    serial = Serial.objects.get(company_id=world.company).number
    world.post()
    Voucher.objects.filter(company_id=world.company, number=None).update(number="JV-2611-000001")
    text = clerk.get(reverse("web:search"), {"q": "SN00"}, headers={"X-Fragment": "1"}).content.decode()
    assert "Serial number" in text
    assert found(clerk, serial)["Serial number"] == found(clerk, serial[:-1])["Serial number"] == [serial]
    assert "issued" in text
    assert found(clerk, "JV-2611-1") == {"Voucher": ["JV-2611-000001"]}
    answer = clerk.get(reverse("web:search"), {"q": "DN"}, headers={"X-Fragment": "1"})
    hits = [hit for group in answer.context["groups"] for hit in group.hits if hit.kind == "delivery"]
    assert [(hit.state, hit.amount, str(hit.day)) for hit in hits] == [("recognised", 999, "2026-11-11")]


@pytest.mark.parametrize("typed", ["camera", "CAMRA", "cmaera", "摄像头", "摄象头", "像头", "CAM"])
def test_an_item_is_found_with_a_letter_wrong(world: World, clerk: Client, typed: str) -> None:
    Item.objects.filter(pk=world.camera).update(name_zh="智能摄像头")
    Item.objects.filter(pk=world.lock).update(name_zh="智能门锁")
    assert found(clerk, typed)["Item"] == ["CAMERA"], typed


def test_one_chinese_letter_is_enough(world: World, clerk: Client) -> None:
    Item.objects.filter(pk=world.lock).update(name_zh="智能门锁")
    assert found(clerk, "锁")["Item"] == ["LOCK"]


@pytest.mark.parametrize("typed", ["zhinengmensuo", "znms", "zn", "mensuo", "ZNMS"])
def test_items_and_parties_are_found_by_pinyin(world: World, clerk: Client, typed: str) -> None:
    Item.objects.filter(pk=world.lock).update(name_zh="智能门锁")
    Party.objects.create(code="HZ-01", name="智能门锁贸易公司", country="HK")
    Party.objects.create(code="HZ-02", name="杭州云栖公司", country="HK")
    answer = found(clerk, typed)
    assert (answer["Item"], answer["Party"]) == (["LOCK"], ["HZ-01"]), typed


def test_every_kind_of_document_has_an_arm() -> None:
    """What is entered in the register of documents is found by its number: begun, whole and mistyped."""
    assert set(DOCUMENTS) <= set(finding.KINDS)
    for name in ("by_beginning", "by_number"):
        text = SQL[name].text + SQL[f"money_{name}"].text
        assert [kind for kind in DOCUMENTS if f"'{kind}' = ANY(%(kinds)s" not in text] == []


def test_documents_of_money_are_found_by_their_numbers(world: World, clerk: Client) -> None:
    company = world.company
    ours = {"company_id": company, "run_id": 1}
    account = finance.BankAccount.objects.create(
        company_id=company, code="MAIN", name_en="Main", name_zh="基本户", bank_name="A bank", number="6222",
        holder="ECO", currency_id="CNY", account=finance.Account.objects.get(company_id=company, code="1002"),
    )  # fmt: skip
    sums = {"net_amount": 100, "tax_amount": 13, "amount": 113}
    issued = "26312000000012345678"
    rows: list[tuple[Any, str, str, dict[str, Any]]] = [
        (finance.TaxInvoice, "Tax invoice", "TI-2611-000001", sums | {
            "kind": "blue", "mode": "on_demand", "requested_on": DAY, "buyer_name": "A", "state": "issued",
            "issued_on": DAY, "invoice_number": issued}),
        (finance.InputInvoice, "Input invoice", "26442000000087654321", sums | {
            "seller_name": "B", "seller_code": "C", "issued_on": DAY, "received_on": DAY, "file_id": 1}),
        (finance.DunningLetter, "Dunning letter", "DL-2611-000001", {
            "party_id": world.customer.pk, "level": 1, "amount": 5, "written_on": DAY}),
        (finance.ItemDocument, "Bill or receipt", "AR-2611-000001", {
            "kind": "charge", "party_id": world.customer.pk, "posting_on": DAY, "document_on": DAY, "currency": "CNY",
            "amount": 5}),
        (finance.PaymentRequest, "Payment request", "PQ-2611-000001", {
            "reason": finance.PaymentReason.objects.filter(company_id=company)[0], "payee": "D", "payee_account": "1",
            "bank_account": account, "amount": 5, "book_amount": 5, "due_on": DAY}),
        (finance.PaymentRun, "Payment run", "PF-2611-000001", {
            "bank_account": account, "pay_on": DAY, "made_at": f"{DAY}T08:00:00Z", "message": "M1", "payments": 1,
            "amount": 5}),
        (finance.BankStatement, "Bank statement", "BS-2611-000001", {
            "bank_account": account, "year": 2026, "sequence": 1, "source": "csv", "stated_on": DAY, "opening": 0,
            "closing": 5, "lines": 1}),
    ]  # fmt: skip
    for model, title, number, given in rows:
        model.objects.create(number=number, **ours, **given)
        for typed in (number, number[:-2], *([number[:-1] + "2"] if number[0].isalpha() else [])):
            assert found(clerk, typed) == {title: [number]}, typed
        assert opened(clerk, number).endswith(f"/{model.objects.get(number=number).pk}/")
    assert found(clerk, issued) == {"Tax invoice": ["TI-2611-000001"]}
    assert found(sign_in(world, ["finance.view_dunningletter"]), "PQ-2611-000001") == {}


def test_parties_shops_warehouses_accounts_and_people_are_found(world: World, clerk: Client) -> None:
    Party.objects.create(code="HZ-01", name="杭州云栖智能科技有限公司", country="HK")
    assert found(clerk, "云栖智能")["Party"] == ["HZ-01"]
    assert found(clerk, "Platfrom of")["Party"] == [world.customer.code]
    assert found(clerk, "Shop 1")["Shop"] == ["S1"]
    assert found(clerk, "EASTT")["Warehouse"] == ["EAST"]
    assert found(clerk, "6001")["Account"] == ["6001"]
    someone = Membership.objects.filter(company_id=world.company)[0].user
    assert someone.username in found(clerk, someone.username)["User"]


@pytest.mark.parametrize("typed", ["trial balance", "trail balance", "试算", "balance trial"])
def test_a_page_is_found_by_its_name_in_either_language(clerk: Client, typed: str) -> None:
    answer = clerk.get(reverse("web:search"), {"q": typed}, headers={"X-Fragment": "1"})
    hits = [hit for group in answer.context["groups"] for hit in group.hits]
    assert reverse("web:trial-balance") in [hit.url for hit in hits if hit.kind == "page"], typed


def test_only_what_one_may_see_is_found(world: World) -> None:
    order = Order.objects.get(pk=world.order(("CAMERA", 1)))
    other = World(code="MFG")
    theirs = Order.objects.get(pk=other.order(("CAMERA", 1)))
    books = sign_in(world, ["finance.view_voucher"])
    assert found(books, order.number) == {}
    assert found(books, "CAMERA") == {}
    assert "Page" not in found(books, "Deliveries")
    orders = sign_in(world, ["sales.view_order"])
    assert found(orders, order.platform_number) == {"Sales order": [order.number]}
    assert found(orders, theirs.platform_number) == {}
    both = orders.session["_auth_user_id"]
    mine = Membership.objects.get(user_id=both)
    Membership.objects.create(user_id=both, role=mine.role, company_id=other.company)
    answer = orders.get(reverse("web:search"), {"q": theirs.platform_number}, headers={"X-Fragment": "1"})
    assert [(hit.number, hit.company) for group in answer.context["groups"] for hit in group.hits] == [
        (theirs.number, other.code)
    ]
    assert f'<span class="w-state">{other.code}</span>' in answer.content.decode()
    assert opened(orders, theirs.platform_number) == reverse("web:order", args=[theirs.pk])
    assert opened(orders, order.number) == reverse("web:order", args=[order.pk])


def test_nothing_found_says_so_and_what_like_understands_is_taken_as_it_is(world: World, clerk: Client) -> None:
    world.order(("CAMERA", 1))
    assert found(clerk, "S%-2%") == found(clerk, "__-____") == found(clerk, "x") == {}
    assert "Nothing you may see" in clerk.get(reverse("web:search"), {"q": "zzzzqqq"}).content.decode()


def test_the_search_takes_few_statements(world: World, clerk: Client, django_assert_max_num_queries: Any) -> None:
    world.order(("CAMERA", 1))
    found(clerk, "camera")  # names written since the last search are spelled once
    desk_and_rights = 5
    for typed in ("SO-2611", "123456", "camera", "SO-9911-777777"):
        with django_assert_max_num_queries(desk_and_rights + 9):
            found(clerk, typed)


def _plan(block: Block, **given: Any) -> str:
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off")  # so that one is planned only where nothing else can be
        cursor.execute("EXPLAIN " + block.text, given)
        return "\n".join(row[0] for row in cursor.fetchall())


def test_no_growing_table_is_read_through(world: World) -> None:
    given = {"company": world.company, "kinds": list(finding.KINDS), "chinese": True, "numbers": ["SO-2611-000001"],
             "prefix": "SO-2611%", "typed": "T0001%", "digits": 7}  # fmt: skip
    for name in (
        "by_beginning", "by_number", "money_by_beginning", "money_by_number", "shortened", "foreign", "foreign_near"
    ):  # fmt: skip
        block = SQL[name]
        plan = _plan(block, **{key: value for key, value in given.items() if f"%({key})s" in block.text})
        read = set(re.findall(r"Seq Scan on (\w+)", plan)) & set(GROWING)
        assert not read, (name, plan)
        for table, condition in KEYED.findall(plan):
            assert "number" in condition, (name, table, condition)


def test_masters_are_found_through_their_indexes(world: World) -> None:
    given = {"company": world.company, "chinese": True, "term": "智能门", "typed": "智能门", "prefix": "智能门%",
             "grams": finding.grams("智能门"), "spelled": finding.spellings("znm")}  # fmt: skip
    for name, table in (("items", "items_item"), ("parties", "parties_party"), ("people", "core_user")):
        plan = _plan(SQL[name], **{key: value for key, value in given.items() if f"%({key})s" in SQL[name].text})
        assert f"Seq Scan on {table}" not in plan, plan
        assert f"{table}_find" in plan, plan
        assert f"{table}_grams" in plan, plan
        assert not re.search(r"Seq Scan on \w+search", plan), plan


def test_pairs_of_chinese_letters_do_not_depend_on_the_locale(owner: Any) -> None:
    """Under LC_CTYPE C trigrams know no Chinese; the pairs are the same there."""
    pairs = "SELECT core_grams('A1 智能门锁 x 云')"
    assert sorted(owner.execute(pairs).fetchone()[0]) == sorted(["智", "能", "门", "锁", "智能", "能门", "门锁", "云"])
    assert owner.execute("SELECT core_grams('plain')").fetchone()[0] == []
    assert finding.grams("A1 智能门锁 x 云") == ["智能", "能门", "门锁", "智", "能", "门", "锁", "云"]
    assert finding.grams("杭州云栖智能科技") == ["杭州", "州云", "云栖", "栖智", "智能", "能科", "科技"]
