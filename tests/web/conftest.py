"""A small company, its people, and their browsers without pages."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client

from tests.builders import World

from .people import sign_in
from .receiving import Receiver


@pytest.fixture
def world(db: None) -> World:
    return World()


@pytest.fixture
def clerk(world: World) -> Client:
    """Someone who sees all pages and may do everything in the company, but is no administrator."""
    return sign_in(world)


@pytest.fixture(scope="session")
def process(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Receiver]:
    made = Receiver(tmp_path_factory.mktemp("receiver") / "calls.jsonl")
    yield made
    made.process.kill()
    made.process.wait()


@pytest.fixture
def receiver(process: Receiver, settings: Any) -> Receiver:
    settings.WEBHOOK_NETWORKS = ["127.0.0.0/8"]
    process.log.unlink(missing_ok=True)
    return process
