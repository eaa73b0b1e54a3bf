"""How many examples a property tries: a few in the fast tier, many with ``--all``."""

from __future__ import annotations

import os
from typing import Any

from hypothesis import HealthCheck, settings

#: ``./interlock test --all`` says so.
EVERYTHING = os.environ.get("INTERLOCK_TEST_ALL") == "1"
MANY = 6


def examples(few: int, many: int | None = None, **more: Any) -> settings:
    """Answer the settings of a property: examples without a time limit, on a database shared by all of them."""
    number = (many or few * MANY) if EVERYTHING else few
    return settings(max_examples=number, deadline=None, suppress_health_check=list(HealthCheck), **more)
