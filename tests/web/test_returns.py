"""Returns at the workplace: announced on the order, received, inspected, refunded, exchanged, read from a file."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from interlock.sales.models import Order, Return, ReturnLine
from tests.builders import DAY, World, assert_laws

from .people import sign_in


def posted(client: Client, name: str, data: dict[str, Any], *args: int, status: int = 302) -> Any:
    response = client.post(reverse(f"web:{name}", args=args), {"key": uuid4()} | data)
    assert response.status_code == status, response.content.decode()[:2000]
    return response


def test_a_return_goes_from_the_order_to_the_refund(world: World, clerk: Client) -> None:
    world.receive(world.camera, 3, "90")
    order = world.order(("CAMERA", 3), state="recognised")
    assert 'data-open="return"' in clerk.get(reverse("web:order", args=[order])).content.decode()
    posted(clerk, "order-return", {"kind": "exchange", "reason": "DEFECT", "on": DAY, "return-1": "2"}, order)
    document = Return.objects.get(order_id=order)
    page = reverse("web:return", args=[document.pk])
    for name, data, state in [
        ("return-receive", {"on": DAY}, "received"),
        ("return-inspect", {"on": DAY, f"scrap-{ReturnLine.objects.get(document=document).pk}": "1"}, "inspected"),
        ("return-exchange", {}, "inspected"),
    ]:
        assert clerk.get(page).status_code == 200
        posted(clerk, name, data, document.pk)
        document.refresh_from_db()
        assert document.state == state
    posted(clerk, "returns-refund", {"id": document.pk, "on": DAY})
    text = clerk.get(page).content.decode()
    assert Order.objects.get(platform_number=document.number).number in text
    order_page = clerk.get(reverse("web:order", args=[order]) + "?tab=trace").content.decode()
    assert document.number in order_page
    told = clerk.get(reverse("web:order", args=[order]) + "?tab=timeline").context["timeline"]
    names = [step.operation.removeprefix("sales.") for step in told][-5:]
    assert names == ["announce_returns", "receive_returns", "inspect_returns", "exchange_returns", "refund_returns"]
    assert_laws()


def test_what_cannot_be_returned_is_said(world: World, clerk: Client) -> None:
    world.receive(world.camera, 1, "90")
    order = world.order(("CAMERA", 1), state="shipped")
    for quantity, sentence in [("", "Enter how many"), ("two", "Enter how many"), ("2", "More than is left to return")]:
        given = {"kind": "return", "reason": "DEFECT", "on": DAY, "return-1": quantity}
        assert sentence in posted(clerk, "order-return", given, order, status=422).content.decode()
    document = world.returned(order, ("CAMERA", 1))
    posted(clerk, "return-inspect", {"on": DAY}, document, status=409)
    posted(clerk, "returns-cancel", {"id": document})
    assert Return.objects.get(pk=document).state == "cancelled"
    nobody = sign_in(world, ["sales.view_return"])
    assert nobody.get(reverse("web:return", args=[document])).status_code == 200
    alien = World(code="ALIEN")
    alien.receive(alien.camera, 1, "1")
    foreign = alien.returned(alien.order(("CAMERA", 1), state="shipped"), ("CAMERA", 1))
    assert clerk.get(reverse("web:return", args=[foreign])).status_code == 404


def test_a_form_that_is_refused_comes_back_as_it_was_typed(world: World, clerk: Client) -> None:
    """One wrong serial number, and nobody scans the others again; nor are item codes typed twice."""
    world.receive(world.lock, 2, "90")
    order = world.order(("LOCK", 2), state="shipped")
    document = world.returned(order, ("LOCK", 2), kind="exchange", state="received")
    line = ReturnLine.objects.get(document=document)
    given = {"on": "2026-11-12", f"scrap-{line.pk}": "1", f"serials-{line.pk}": "SN-WRONG"}
    text = posted(clerk, "return-inspect", given, document, status=422).content.decode()
    dialog = text[text.index('id="inspect"') : text.index("</form>", text.index('id="inspect"'))]
    assert "data-open-now" in dialog
    assert 'value="1"' in dialog
    assert 'value="2026-11-12"' in dialog
    assert ">SN-WRONG</textarea>" in dialog
    assert f'id="scrapped-{line.pk}-why"' in dialog
    assert "data-open-now" not in text[text.index('id="receive"') : text.index("</form>", text.index('id="receive"'))]
    text = posted(clerk, "return-inspect", {"on": DAY, f"scrap-{line.pk}": "9"}, document, status=422).content.decode()
    assert f'id="scrap-{line.pk}-why"' in text
    assert "None" not in text[text.index('id="inspect"') : text.index("</form>", text.index('id="inspect"'))]
    text = posted(clerk, "return-exchange", {f"item-{line.pk}": "NOTHING"}, document, status=422).content.decode()
    assert 'value="NOTHING"' in text
    posted(clerk, "return-inspect", given | {f"serials-{line.pk}": line.serials[0]}, document)
    assert Return.objects.get(pk=document).state == "inspected"


def test_a_file_of_returns_is_read_and_its_faults_come_back(world: World, clerk: Client) -> None:
    world.receive(world.camera, 2, "90")
    number = Order.objects.get(pk=world.order(("CAMERA", 2), state="shipped")).platform_number
    text = f"order_no,sku,quantity,reason,returned_at\n{number},CAMERA,1,DEFECT,{DAY}\n{number},CAMERA,x,DEFECT,{DAY}\n"
    text += f"NOBODY,CAMERA,1,DEFECT,{DAY}\n"
    file = SimpleUploadedFile("back.csv", text.replace(f"x,DEFECT,{DAY}", "x,DEFECT,").encode())
    response = posted(clerk, "returns-upload", {"file": file}, status=200)
    result = response.context["result"]
    assert (result.rows, result.counts) == (3, {"done": 1, "unreadable": 1, "unknown_order": 1})
    download = clerk.get(reverse("web:returns-rejected", args=[result.rejected_file]))
    rows = b"".join(download.streaming_content).decode("utf-8-sig").splitlines()  # type: ignore[attr-defined]
    assert rows[1].endswith('"missing_returned_at,bad_quantity"')
    assert rows[2].endswith(",unknown_order")
    assert "Returns" in clerk.get(reverse("web:returns")).content.decode()
