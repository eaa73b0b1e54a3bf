"""Statements that are planned once a connection: a connection that was lost is found before they run."""

from __future__ import annotations

import psycopg
import pytest
from django.db import connection

from interlock.core import custom
from interlock.core.sql import rows


@pytest.mark.usefixtures("committed")
def test_a_server_that_was_started_anew_is_no_error(owner: psycopg.Connection) -> None:
    asked = {"company": 0, "kind": "order", "most": 1}
    assert custom.SQL["fields"].planned_once
    assert rows(custom.SQL["fields"], **asked) == []
    owner.execute("SELECT pg_terminate_backend(%s)", [connection.connection.info.backend_pid])
    connection.close_if_unusable_or_obsolete()  # as at the start of each request
    assert rows(custom.SQL["fields"], **asked) == []
