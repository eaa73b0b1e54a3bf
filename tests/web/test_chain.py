"""The chain around a document of any kind: up to what it came from, down to the vouchers, and who may open what."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from interlock.core.sql import observed
from interlock.finance import api as finance
from interlock.finance.api import NewItemLine
from interlock.finance.models import BankStatement
from interlock.sales.models import Delivery
from interlock.web import words
from interlock.web.chain import PAGES, chain_of
from interlock.web.documents import DOCUMENTS
from interlock.web.drawing import Picture
from interlock.web.queries import chain
from tests.builders import World
from tests.finance.banking.building import Bank, Cash, running
from tests.finance.test_open_items import posted

from .people import sign_in


@pytest.fixture(scope="module")
def bank(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bank]:
    with running(tmp_path_factory.mktemp("bank") / "bank.sqlite") as one:
        yield one


@pytest.fixture
def cash(db: None, bank: Bank, settings: Any, tmp_path: Path) -> Cash:
    settings.WEBHOOK_NETWORKS = ["127.0.0.0/8"]
    settings.FILES_ROOT = tmp_path / "files"
    return Cash(bank)


def steps(picture: Picture) -> set[tuple[str, str]]:
    """Answer the edges by the kinds of their ends, or their event."""
    return {(_kind(picture, edge.source), _kind(picture, edge.target)) for edge in picture.edges.values()}


def _kind(picture: Picture, key: str) -> str:
    node = picture.nodes[key]
    return (
        "voucher" if key.startswith("voucher") else node.title if key.startswith("event") else node.text.split(" ·")[0]
    )


def test_every_kind_of_document_has_its_place() -> None:
    """A kind that the register knows and the chain does not would stand alone on its page without a word."""
    told = " ".join(block.text for block in chain.SQL.values())
    for code, one in DOCUMENTS.items():
        assert f"'{code}'" in chain.SQL["heads"].text, code
        assert one.kind.model._meta.db_table in told, code
        assert code in words.KINDS, code
        assert PAGES[code] == one.page


def test_a_bill_leads_to_the_bank_and_back(cash: Cash, bank: Bank) -> None:
    bill = posted(
        cash.books, "bill", NewItemLine(Decimal(300), account="6602"), party=f"{cash.code}-P", reference="S-1"
    )
    paid = cash.approved("300.00", reason="INVOICE", document_kind="bill", document=bill)
    (run,) = cash.run(paid)
    cash.send()
    bank.settle()
    cash.ask()
    bank.state()
    cash.ask()
    cash.post()
    statement = BankStatement.objects.filter(company_id=cash.company).latest("pk").pk
    onward = {
        ("Bill or receipt", "Payment request"), ("Bill or receipt", "voucher"),
        ("Payment request", "Payment run"), ("Payment request", "Bank statement"), ("Payment request", "Payment made"),
        ("Payment made", "voucher"),
    }  # fmt: skip
    assert steps(chain_of(cash.company, bill)) == onward
    assert ("Bill or receipt", "Payment request") in steps(chain_of(cash.company, run))
    assert {("Bill or receipt", "Payment request"), ("Payment request", "Bank statement")} <= steps(
        chain_of(cash.company, statement)
    )
    voucher = finance.ItemDocument.objects.get(pk=bill).voucher_id
    assert steps(chain_of(cash.company, voucher or 0)) == {("Bill or receipt", "voucher")}
    with observed() as asked:
        chain_of(cash.company, paid)
    assert len(asked) <= 8

    reader: Any = cash
    page = sign_in(reader, ["finance.view_paymentrequest"]).get(reverse("web:document-trace", args=["payment", paid]))
    text = page.content.decode()
    assert f'href="{reverse("web:payment-run", args=[run])}"' in text
    assert f'href="{reverse("web:voucher", args=[voucher])}"' not in text, "no link to what does not open"
    assert reverse("web:document-trace", args=["payment", paid]) in sign_in(reader).get(
        reverse("web:payment", args=[paid])
    ).content.decode()  # fmt: skip


def test_goods_lead_to_the_books_and_a_voucher_back_to_the_order(world: World, clerk: Client) -> None:
    delivery = world.delivery(("CAMERA", 1), state="recognised")
    order = Delivery.objects.get(pk=delivery).lines.get().order_id
    world.post()
    seen = steps(chain_of(world.company, order))
    assert {("Sales order", "Delivery"), ("Delivery", "Goods shipped"), ("Goods shipped", "voucher")} <= seen
    voucher = finance.Voucher.objects.filter(company_id=world.company, event_kind="revenue_recognised").get().pk
    assert steps(chain_of(world.company, voucher)) == {("Sales order", "Delivery"), ("Delivery", "voucher")}
    page = clerk.get(reverse("web:document-trace", args=["voucher", voucher])).content.decode()
    assert f'href="{reverse("web:order", args=[order])}"' in page
    alien = World(code="ALIEN").order()
    assert clerk.get(reverse("web:document-trace", args=["order", alien])).status_code == 404
    assert clerk.get(reverse("web:document-trace", args=["delivery", order])).status_code == 404
    alone = world.order(("CAMERA", 1), price="1")
    assert "It stands alone so far" in clerk.get(reverse("web:document-trace", args=["order", alone])).content.decode()
