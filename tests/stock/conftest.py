"""Stock to test with."""

from __future__ import annotations

import pytest

from .yard import Yard


@pytest.fixture
def yard(db: None) -> Yard:
    return Yard()
