"""The Python client is as the specification says, and works against a real server."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from interlock.web.api import client as writer
from tests.builders import DAY, World

from .calling import token_of
from .people import make_user

FOLDER = Path(__file__).parents[2] / "clients" / "python"


@pytest.fixture
def package() -> Iterator[Any]:
    sys.path.insert(0, str(FOLDER))
    yield importlib.import_module("interlock_client")
    sys.path.remove(str(FOLDER))


def test_the_client_is_as_generated() -> None:
    for name, text in writer.files().items():
        assert (FOLDER / "interlock_client" / name).read_text(encoding="utf-8") == text, "run ./interlock manage client"


def test_every_field_of_the_specification_can_be_written_as_a_name() -> None:
    source = writer.files()["types.py"]
    compile(source, "types.py", "exec")
    assert "_: " not in source, "a keyword as a field: write its type in the other form"


def test_the_client_works_against_a_server(
    committed: None, live_server: Any, settings: Any, tmp_path: Any, package: Any
) -> None:
    settings.FILES_ROOT = tmp_path
    world = World()
    world.receive(world.camera, 9)
    client = package.Client(live_server.url, token_of(make_user(world)))
    row = world.line()
    row |= {"ordered_at": f"{row['ordered_at']}+08:00", "paid_at": f"{row['paid_at']}+08:00"}
    taken = client.take_in_orders({"company": world.code, "rows": [row]}, key="first")
    assert taken["counts"] == {"done": 1}
    ids = [order["id"] for order in client.every(client.list_orders, limit=1)]
    assert [one["code"] for one in client.review_orders({"ids": ids}, key="review")["verdicts"]] == ["done"]
    assert client.review_orders({"ids": ids}, key="review")["replayed"] is True
    assert client.read_orders(ids[0])["lines"][0]["item"] == "CAMERA"
    with pytest.raises(package.Problem) as refused:
        client.read_orders(999_999_999)
    assert (refused.value.status, refused.value.code) == (404, "not_found")
    with pytest.raises(package.Problem) as wrong:
        client.cancel_orders({"ids": ids, "on": str(DAY)})
    assert wrong.value.errors[0]["field"] == "body.reason"
