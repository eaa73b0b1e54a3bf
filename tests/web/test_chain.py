"""The chain around a document of any kind: up to what it came from, down to the vouchers, and who may open what."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from interlock.core.api import DataScope
from interlock.core.sql import observed
from interlock.finance import api as finance
from interlock.finance.api import NewItemLine
from interlock.finance.models import BankStatement
from interlock.sales.models import Delivery
from interlock.web import words
from interlock.web.api.declared import DOCUMENTS as OFFERED
from interlock.web.chain import PAGES, chain_of
from interlock.web.documents import DOCUMENTS
from interlock.web.drawing import Picture
from interlock.web.http import api
from interlock.web.queries import chain
from tests.builders import World
from tests.finance.banking.building import Bank, Cash, running
from tests.finance.itemising import posted

from .calling import Program, program, token_of
from .people import make_user, sign_in


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


def trace(caller: Program, path: str, key: int) -> dict[str, Any]:
    answer = caller.get(f"{path}/{key}/trace")
    assert answer.status_code == 200, answer.content
    found: dict[str, Any] = answer.json()
    return found


def test_programs_read_the_same_trace(world: World) -> None:
    delivery = world.delivery(("CAMERA", 2), state="recognised")
    order = Delivery.objects.get(pk=delivery).lines.get().order_id
    world.post()
    caller = program(world)
    told = trace(caller, "orders", order)
    nodes = {node["key"]: node for node in told["nodes"]}
    picture = chain_of(world.company, order, every=True)
    assert len(nodes) == len(picture.nodes)
    assert len(told["edges"]) == len(picture.edges)
    mine, sent = nodes[f"order:{order}"], nodes[f"delivery:{delivery}"]
    assert (mine["step"], sent["step"], sent["state"]) == (0, 1, "recognised")
    assert mine["number"] == picture.nodes[f"document{order}"].title
    assert caller.get(sent["address"].removeprefix("/api/v1/")).json()["number"] == sent["number"]
    amounts = {node: Decimal(str(nodes[node]["amount"])) for node in (mine["key"], sent["key"])}
    assert amounts[mine["key"]] == amounts[sent["key"]] > 0
    way = next(edge for edge in told["edges"] if edge["target"] == sent["key"])
    assert (way["source"], Decimal(str(way["quantity"]))) == (mine["key"], 2)
    assert Decimal(str(way["amount"])) == amounts[sent["key"]]
    kinds = [node["number"] for node in nodes.values() if node["kind"] == "event"]
    assert sorted(kinds) == ["goods_shipped", "revenue_recognised"]
    vouchers = [node for node in nodes.values() if node["kind"] == "voucher"]
    assert vouchers
    assert (told["closed"], told["left"]) == (False, 0)
    back = trace(caller, "vouchers", vouchers[-1]["id"])
    assert {"order", "delivery", "voucher"} == {node["kind"] for node in back["nodes"] if node["kind"] != "event"}


def test_programs_trace_what_they_may_read_only(world: World) -> None:
    delivery = world.delivery(("CAMERA", 1), state="recognised")
    order = Delivery.objects.get(pk=delivery).lines.get().order_id
    world.post()
    clerk = program(world, ["sales.view_order"])
    told = trace(clerk, "orders", order)
    assert [node["kind"] for node in told["nodes"]] == ["order"]
    assert (told["edges"], told["closed"]) == ([], True)
    assert clerk.get(f"deliveries/{delivery}/trace").status_code == 404
    assert program(World(code="ALIEN")).get(f"orders/{order}/trace").status_code == 404
    user = make_user(world)
    DataScope.objects.create(company_id=world.company, user=user, dimension="shop", ids=[world.shop.pk])
    limited = Program(token_of(user))
    seen = trace(limited, "orders", order)
    assert {node["kind"] for node in seen["nodes"]} == {"order", "delivery"}
    assert seen["closed"], "the books are not a shop's"
    DataScope.objects.update(ids=[world.shop.pk + 1])
    assert limited.get(f"orders/{order}/trace").status_code == 404


def test_every_kind_that_stands_in_a_trace_offers_it() -> None:
    paths = api.get_openapi_schema()["paths"]
    of_model = {kind.model: kind.path for kind in OFFERED}
    for one in DOCUMENTS.values():
        path = of_model[one.kind.model._meta.label]
        told = paths[f"/api/v1/{path}/{{id}}/trace"]["get"]["responses"][200]
        assert told["content"]["application/json"]["schema"]["$ref"].endswith("/Trace")
