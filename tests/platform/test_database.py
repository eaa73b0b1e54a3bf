"""The test database itself: roles, migrations, and the two kinds of test."""

from __future__ import annotations

import psycopg
import pytest
from django.db import connection


def test_the_tests_work_as_the_application_role(db: None) -> None:
    assert connection.settings_dict["NAME"].startswith("test_interlock_")
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT current_user, current_setting('lock_timeout'), current_setting('TimeZone'), current_setting('jit')"
        )
        assert cursor.fetchone() == ("interlock_app", "5s", "UTC", "off")


def test_a_ledger_cannot_be_changed(db: None) -> None:
    with connection.cursor() as cursor, pytest.raises(Exception, match="permission denied"):
        cursor.execute("DELETE FROM core_timeline")


def test_nothing_can_be_truncated(db: None) -> None:
    with connection.cursor() as cursor, pytest.raises(Exception, match="permission denied"):
        cursor.execute("TRUNCATE core_counter")


@pytest.mark.parametrize("round_", [1, 2])
def test_a_committing_test_leaves_nothing(committed: None, owner: psycopg.Connection, round_: int) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM core_currency WHERE code = 'XTS'")
        assert cursor.fetchone() == (0,)
    owner.execute("CREATE TABLE left_over (id int)")
    owner.close()
