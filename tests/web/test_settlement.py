"""The pages of settlement: a statement read, posted and paid, its differences accepted or handed back."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from interlock.core.api import Job
from interlock.core.background import work_waiting
from interlock.finance.models import BankReceipt
from interlock.sales.models import Difference, Statement
from tests.builders import DAY, World
from tests.settling import agree, differences, number_of, paid, recognised, statement, text_of

from .people import make_user, sign_in
from .test_actions import posted


@pytest.fixture
def orders(world: World, settings: Any, tmp_path: Any) -> list[int]:
    settings.FILES_ROOT = tmp_path
    agree(world)
    return recognised(world, 3)


def rows_of(world: World, orders: list[int]) -> list[dict[str, Any]]:
    good, short, over = orders
    return [paid(world, good), paid(world, short, "-1"), paid(world, over, "90"), paid(world, good, order_no="NOBODY")]


def test_a_statement_goes_from_file_to_bank(world: World, clerk: Client, orders: list[int]) -> None:
    def upload(rows: list[dict[str, Any]]) -> str:
        file = SimpleUploadedFile("PS-1.csv", text_of(rows).encode())
        address = posted(clerk, "statement-upload", {"shop": world.shop.pk, "file": file, "on": DAY})["Location"]
        assert "PS-1.csv" in clerk.get(address).content.decode()
        assert work_waiting() == 1
        return clerk.get(address).content.decode()

    rows = rows_of(world, orders) + [paid(world, orders[0]) | {"gross": "much"}]
    answer = upload(rows)
    made = Statement.objects.get(company_id=world.company)
    address = reverse("web:statement", args=[made.pk])
    job = Job.objects.get()
    assert (job.state, job.total, job.succeeded, job.failed) == ("done", 5, 4, 1)
    assert address in answer
    assert "read before" not in answer
    again = upload(rows)
    assert address in again
    assert "read before" in again
    assert "other content" in upload(rows[:1])
    assert "read in the background" in clerk.get(reverse("web:statements")).content.decode()
    text = clerk.get(address).content.decode()
    assert "NOBODY" in text
    assert reverse("web:order", args=[orders[1]]) in text
    assert number_of(world, orders[0]) in clerk.get(address + "?result=matched").content.decode()
    back = b"".join(clerk.get(reverse("web:statement-rejected", args=[made.pk])).streaming_content).decode()
    assert "bad_gross" in back
    posted(clerk, "statements-tie", {"id": made.pk}, status=409)
    posted(clerk, "statements-post", {"id": made.pk, "single": 1, "on": DAY})
    bank = f"number,received_on,amount,reference\nB1,{DAY},{Statement.objects.get().payout_amount},PS-1\nB2,?,1,\n"
    posted(clerk, "receipts-upload", {"file": SimpleUploadedFile("bank.csv", bank.encode())})
    assert "The day cannot be read" in clerk.get(reverse("web:receipts")).content.decode()
    posted(clerk, "statements-tie", {"id": made.pk, "single": 1, "on": DAY})
    assert Statement.objects.get().state == "paid"
    assert BankReceipt.objects.get().document_id == made.pk
    world.post()
    assert "660102" in clerk.get(address).content.decode()
    money = clerk.get(reverse("web:order", args=[orders[1]]) + "?tab=money").content.decode()
    assert made.number in money


def test_differences_are_settled_where_they_are_seen(world: World, orders: list[int]) -> None:
    owner = make_user(world)
    client = Client()
    client.force_login(owner)
    made = statement(world, rows_of(world, orders))
    short, over, unknown = Difference.objects.order_by("id").values_list("id", flat=True)
    assert "NOBODY" not in client.get(reverse("web:differences") + f"?owner={owner.pk}").content.decode()
    world.shop.owner = owner
    world.shop.save()
    assert "NOBODY" in client.get(reverse("web:differences") + f"?owner={owner.pk}").content.decode()
    posted(client, "statements-post", {"id": made.statement, "single": 1, "on": DAY})
    posted(client, "differences-accept", {"id": [short, over], "note": "rounding", "on": DAY}, status=200)
    posted(client, "differences-hand-back", {"id": [over, unknown], "note": "please ask", "statement": made.statement})
    assert [state for _result, _amount, state in differences(world)] == ["accepted", "handed_back", "handed_back"]
    listed = client.get(reverse("web:differences")).content.decode()
    assert "please ask" in listed
    assert "rounding" not in listed
    assert "rounding" in client.get(reverse("web:differences") + "?state=accepted").content.decode()
    for found in (short, made.statement):
        jump = client.get(reverse("web:document", args=[found]), follow=True)
        assert jump.status_code == 200
        assert Statement.objects.get().number in jump.content.decode()


def test_what_is_not_settled_names_its_owner(world: World, clerk: Client, orders: list[int]) -> None:
    agree(world, settle_days=0)
    statement(world, [paid(world, orders[0])])
    page = clerk.get(reverse("web:not-settled")).content.decode()
    assert number_of(world, orders[1]) in page
    assert number_of(world, orders[0]) not in page


def test_others_statements_do_not_exist_and_roles_count(world: World, clerk: Client, orders: list[int]) -> None:
    alien = World(code="ALIEN")
    agree(alien)
    theirs = statement(alien, [paid(alien, order) for order in recognised(alien, 1)])
    assert clerk.get(reverse("web:statement", args=[theirs.statement])).status_code == 404
    looker = sign_in(world, ["sales.view_statement"])
    made = statement(world, rows_of(world, orders))
    assert looker.get(reverse("web:statement", args=[made.statement])).status_code == 200
    assert "Your role may not accept" in looker.get(reverse("web:differences")).content.decode()
    looker.post(reverse("web:statements-post"), {"id": made.statement, "on": DAY})
    assert Statement.objects.get(pk=made.statement).state == "matched"
    assert looker.get(reverse("web:receipts")).status_code == 403


def test_what_no_file_can_mend_is_refused_at_once(world: World, clerk: Client, orders: list[int]) -> None:
    given = {"shop": world.shop.pk, "file": SimpleUploadedFile("a.csv", b"order_no,gross\n"), "on": DAY}
    agree(world, fees={"x": "nothing we know"})
    assert posted(clerk, "statement-upload", given)["Location"] == reverse("web:statements")
    assert not Job.objects.exists()
    agree(world)
    given["file"] = SimpleUploadedFile("a.csv", b"what\n1\n")
    address = posted(clerk, "statement-upload", given)["Location"]
    assert work_waiting() == 1
    page = clerk.get(address).content.decode()
    assert Job.objects.get().state == "failed"
    assert "order_no, gross" in page
    assert len(orders) == 3


def test_several_payouts_are_tied_to_the_receipt_that_was_chosen(
    world: World, clerk: Client, orders: list[int]
) -> None:
    made = [statement(world, [paid(world, order)]).statement for order in orders[:2]]
    posted(clerk, "statements-post", {"id": made, "on": DAY}, status=302)
    bank = f"number,received_on,amount,reference\nB1,{DAY},18.80,both\n"
    posted(clerk, "receipts-upload", {"file": SimpleUploadedFile("bank.csv", bank.encode())})
    receipt = BankReceipt.objects.get()
    for address in (reverse("web:statements") + "?state=posted", reverse("web:statement", args=[made[0]])):
        assert f'<option value="{receipt.pk}">B1 · 18.80 · both</option>' in clerk.get(address).content.decode()
    posted(clerk, "statements-tie", {"id": made, "on": DAY, "receipt": receipt.pk})
    assert set(Statement.objects.values_list("state", "receipt_id")) == {("paid", receipt.pk)}
