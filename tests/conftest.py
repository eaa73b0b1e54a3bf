"""The database of the tests: ordinary ones roll back, committing ones get it made anew afterwards."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from django.conf import settings as django_settings
from django.db import connections
from django.test import TransactionTestCase

from interlock import server
from interlock.server.schema import connect

from . import databases

if "INTERLOCK_HOME" not in os.environ:  # pytest called without ./interlock test
    os.environ["INTERLOCK_HOME"] = str(server.home() / "test")


def pytest_configure(config: pytest.Config) -> None:
    """Start the server once; test processes only use it."""
    # A password takes half a second to hash on purpose; nearly every test of a page makes a user.
    django_settings.PASSWORD_HASHERS = [
        "django.contrib.auth.hashers.MD5PasswordHasher",
        *django_settings.PASSWORD_HASHERS,
    ]
    server.ensure_running()
    (server.home() / "static").mkdir(exist_ok=True)
    if not hasattr(config, "workerinput"):
        databases.drop_leftovers()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """A test that hangs fails; the slow ones may take their time."""
    for item in items:
        if item.get_closest_marker("slow"):
            item.add_marker(pytest.mark.timeout(1800))


def pytest_unconfigure() -> None:
    server.release()


@pytest.fixture(scope="session")
def django_db_setup(worker_id: str, django_db_blocker) -> Iterator[str]:
    """Make this process's database from the template and answer its name; the tests are the application's role."""
    name = databases.name_of("main" if worker_id == "master" else worker_id)
    with django_db_blocker.unblock():
        databases.create(name)
        databases.point_at(name)
        yield name
        connections.close_all()
        databases.drop(name)


def _make_anew(_case: TransactionTestCase) -> None:
    """After a test that committed: the application's role may not truncate ledgers, so the database is copied again."""
    name = connections["default"].settings_dict["NAME"]
    connections.close_all()
    databases.create(name)


TransactionTestCase._fixture_teardown = _make_anew


@pytest.fixture
def committed(transactional_db: None) -> Iterator[None]:
    """For races and everything else that needs real commits; the database is made anew afterwards."""
    from interlock.core.sealed_head import head_path

    yield
    head_path().unlink(missing_ok=True)  # of a chain that goes with the rows


@pytest.fixture
def owner(django_db_setup: str) -> Iterator[psycopg.Connection]:
    """A plain connection, with autocommit, as the role that owns the tables."""
    with connect("owner", django_db_setup) as connection:
        yield connection


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """The folder of real data sets beside the checkout, or $INTERLOCK_DATA; tests marked ``data`` need it."""
    folder = Path(os.environ.get("INTERLOCK_DATA", server.project_root().parent / "shared" / "data"))
    if not folder.is_dir():
        pytest.skip(f"no data sets in {folder}: name their folder in INTERLOCK_DATA")
    return folder
