"""Books to test with."""

from __future__ import annotations

import pytest

from .building import Books


@pytest.fixture
def books(db: None) -> Books:
    return Books()
