"""A small company, its people, and their browsers without pages."""

from __future__ import annotations

import pytest
from django.test import Client

from tests.builders import World

from .people import sign_in


@pytest.fixture
def world(db: None) -> World:
    return World()


@pytest.fixture
def clerk(world: World) -> Client:
    """Someone who sees all pages and may do everything in the company, but is no administrator."""
    return sign_in(world)
