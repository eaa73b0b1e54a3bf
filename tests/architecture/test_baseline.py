"""The file that a fresh database is loaded with says what the migrations say."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
from django.core.management import call_command
from django.db import connections
from psycopg import sql

from interlock.core import baseline, grants
from interlock.server import baseline as schema
from interlock.server.schema import connect, drop_database

from .. import databases

EVERYBODYS = "SELECT model, app_label FROM django_content_type ORDER BY 2, 1"
PERMISSIONS = "SELECT codename, name FROM auth_permission JOIN django_content_type c ON c.id = content_type_id"
APPLIED = "SELECT app, name FROM django_migrations ORDER BY id"


@pytest.fixture
def bare(request: pytest.FixtureRequest) -> Iterator[list[str]]:
    """Two databases without tables."""
    names = [f"{databases.RUN}{os.getpid()}_baseline_{number}" for number in (1, 2)]
    with connect("owner") as owner:
        for name in names:
            drop_database(owner, name)
            owner.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
        yield names
        for name in names:
            drop_database(owner, name)


def test_the_baseline_is_of_these_migrations() -> None:
    assert baseline.is_current(), "a migration or a library changed: run ./interlock manage baseline"


def test_the_baseline_is_loaded_once_and_only_where_nothing_is(bare: list[str]) -> None:
    assert baseline.load(bare[0])
    assert not baseline.load(bare[0])
    with connect("owner", bare[1]) as connection:
        connection.execute("CREATE TABLE somebodys (id int)")
    assert not baseline.load(bare[1])


def test_a_stale_baseline_is_left_alone(bare: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(baseline, "_header", lambda _migrations: "-- of other migrations\n")
    assert not baseline.load(bare[0])


def test_the_baseline_leaves_nothing_to_migrate(bare: list[str], django_db_blocker: object) -> None:
    baseline.load(bare[0])
    with connect("owner", bare[0]) as connection:
        rows = connection.execute(APPLIED).fetchall()
    loader = baseline.MigrationLoader(None)
    assert set(rows) == set(loader.graph.nodes)


@pytest.mark.slow
def test_migrations_and_baseline_make_the_same_database(bare: list[str], django_db_blocker: object) -> None:
    with django_db_blocker.unblock():  # type: ignore[attr-defined]
        kept = connections["owner"].settings_dict["NAME"]
        try:
            for name, by_migrations in zip(bare, (False, True), strict=True):
                databases.point_at(name)
                baseline.migrate(by_migrations=by_migrations)
                grants.apply()
        finally:
            databases.point_at(kept)
    loaded, migrated = (schema.dump(name, privileges=True) for name in bare)
    assert loaded.splitlines() == migrated.splitlines()
    for query in (EVERYBODYS, PERMISSIONS + " ORDER BY 1, 2, app_label, model", APPLIED):
        rows = []
        for name in bare:
            with connect("owner", name) as connection:
                rows.append(connection.execute(query).fetchall())
        assert rows[0] == rows[1] != []


@pytest.mark.slow
def test_models_need_no_further_migration(db: None) -> None:
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)
