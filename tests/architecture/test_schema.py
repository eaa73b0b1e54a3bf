"""What the design asks of the tables, read from the database's own catalogue."""

from __future__ import annotations

import re

import psycopg
import pytest
from django.apps import apps

from interlock.core.fields import Ledger

# Masters that all companies share, each with its reason; everything else belongs to one company.
SHARED = {
    "finance_creditterm": "a customer has one credit limit in the whole group",
    "core_dictionaryentry": "code lists are the group's",
    "core_region": "regions are everybody's",
    "items_brand": "items are shared, and so are their brands",
    "core_company": "is the company",
    "core_currency": "a world-wide code",
    "core_user": "a person works for several companies; core_membership scopes the roles",
    "core_apitoken": "a person's; narrows what the person may do in each company",
    "core_role": "words and menu of a role; core_membership scopes it",
    "core_dutyconflict": "one matrix for the group; core_dutyexception is a company's",
    "core_approvalroute": "a route may be the group's, for all companies; one of a company names it",
    "core_approvalnode": "belongs to a route",
    "core_callrate": "how fast a caller calls, whatever the company",
    "core_loginentry": "a person comes in before a company is chosen",
    "core_retention": "a log is kept as long for all",
    "core_seal": "one chain over everything",
    "core_sealpart": "one chain over everything",
    "parties_party": "one customer or supplier, known to the whole group by its credit code",
    "parties_partygroup": "groups of shared parties",
    "parties_partyrole": "a role of a shared party",
    "parties_partysearch": "belongs to a shared party",
    "parties_address": "an address of a shared party",
    "items_unitofmeasure": "a unit means the same to all",
    "items_taxclass": "tax law is the country's",
    "items_taxrate": "tax law is the country's",
    "items_category": "one catalogue for the group",
    "items_item": "one catalogue for the group",
    "items_itemunit": "belongs to a shared item",
    "items_itemsearch": "belongs to a shared item",
    "items_bom": "belongs to a shared item",
    "items_bomline": "belongs to a shared item",
    "stock_reason": "reasons are compared across companies",
}
# A ledger's foreign keys to its own header.
TO_HEADER: dict[str, str] = {}


def _models() -> list[type]:
    return [model for model in apps.get_models() if model.__module__.startswith("interlock.")]


def _business_tables() -> list[str]:
    """Answer Interlock's tables without the histories, which repeat their master's columns."""
    return sorted(
        {m._meta.db_table for m in _models() if not m._meta.db_table.endswith("event") or issubclass(m, Ledger)}
    )


def _ledgers() -> list[str]:
    return sorted(model._meta.db_table for model in _models() if issubclass(model, Ledger))


def _rows(owner: psycopg.Connection, query: str, **given: object) -> list[tuple]:
    return owner.execute(query, given).fetchall()  # type: ignore[call-overload]


def test_every_business_table_belongs_to_a_company(owner: psycopg.Connection) -> None:
    query = """
        SELECT t.name FROM unnest(%(tables)s::text[]) AS t(name)
         WHERE NOT EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = t.name::regclass
                              AND a.attname = 'company_id' AND a.attnotnull AND NOT a.attisdropped)
    """
    without = {name for (name,) in _rows(owner, query, tables=_business_tables())}
    assert without == set(SHARED), "add company_id NOT NULL, or name the table and the reason in SHARED"


def test_every_key_begins_with_the_company(owner: psycopg.Connection) -> None:
    query = """
        SELECT c.relname FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_class t ON t.oid = i.indrelid
          LEFT JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = i.indkey[0]
         WHERE t.relname = ANY(%(tables)s) AND i.indisunique AND NOT i.indisprimary
           AND a.attname IS DISTINCT FROM 'company_id'
    """
    tables = [name for name in _business_tables() if name not in SHARED]
    assert not _rows(owner, query, tables=tables)


def test_ledgers_carry_no_foreign_key_except_to_their_header(owner: psycopg.Connection) -> None:
    query = """
        SELECT conrelid::regclass::text || ' -> ' || confrelid::regclass::text FROM pg_constraint
         WHERE contype = 'f' AND conrelid::regclass::text = ANY(%(tables)s)
    """
    found = {name for (name,) in _rows(owner, query, tables=_ledgers())}
    assert found <= {f"{ledger} -> {header}" for ledger, header in TO_HEADER.items()}


def test_ledgers_have_no_unique_key_that_a_partition_could_not_hold(owner: psycopg.Connection) -> None:
    query = """
        SELECT indexrelid::regclass::text FROM pg_index
         WHERE indrelid::regclass::text = ANY(%(tables)s) AND indisunique AND NOT indisprimary
    """
    assert not _rows(owner, query, tables=_ledgers())


def test_the_application_cannot_change_the_past(owner: psycopg.Connection) -> None:
    query = """
        SELECT t.name, p.right FROM unnest(%(tables)s::text[]) AS t(name), unnest(%(rights)s::text[]) AS p("right")
         WHERE has_table_privilege('interlock_app', t.name, p.right)
    """
    assert _ledgers()
    assert not _rows(owner, query, tables=_ledgers(), rights=["UPDATE", "DELETE", "TRUNCATE"])
    assert not _rows(owner, query, tables=_business_tables(), rights=["TRUNCATE"])
    assert len(_rows(owner, query, tables=_ledgers(), rights=["SELECT", "INSERT"])) == 2 * len(_ledgers())


def test_the_application_owns_nothing(owner: psycopg.Connection) -> None:
    """An owner could disable the triggers that protect ledgers."""
    query = "SELECT relname FROM pg_class WHERE pg_get_userbyid(relowner) = 'interlock_app'"
    assert not _rows(owner, query)
    assert not _rows(
        owner, "SELECT rolname FROM pg_roles WHERE rolname = 'interlock_app' AND (rolsuper OR rolcreatedb)"
    )


def test_ledgers_refuse_change_even_to_their_owner(owner: psycopg.Connection) -> None:
    query = """
        SELECT t.name FROM unnest(%(tables)s::text[]) AS t(name)
         WHERE NOT EXISTS (SELECT FROM pg_trigger g WHERE g.tgrelid = t.name::regclass AND NOT g.tgisinternal
                              AND g.tgtype & 8 > 0 AND g.tgtype & 16 > 0 AND g.tgenabled <> 'D')
    """
    assert not _rows(owner, query, tables=_ledgers())


def test_no_foreign_key_goes_upwards_or_between_sideways_contexts(owner: psycopg.Connection) -> None:
    layers = {"core": 0, "parties": 1, "items": 1, "finance": 2, "stock": 3, "sales": 4, "web": 5, "demo": 5}
    query = """
        SELECT DISTINCT conrelid::regclass::text, confrelid::regclass::text FROM pg_constraint
         WHERE contype = 'f' AND conrelid::regclass::text = ANY(%(tables)s)
           AND confrelid::regclass::text = ANY(%(tables)s)
    """
    for table, target in _rows(owner, query, tables=_business_tables()):
        here, there = table.split("_")[0], target.split("_")[0]
        assert here == there or layers[there] < layers[here], f"{table} -> {target}"


@pytest.fixture
def columns(owner: psycopg.Connection) -> list[tuple[str, str, str]]:
    query = """
        SELECT attrelid::regclass::text, attname, format_type(atttypid, atttypmod) FROM pg_attribute
         WHERE attrelid = ANY(%(tables)s::regclass[]) AND attnum > 0 AND NOT attisdropped
    """
    return _rows(owner, query, tables=_business_tables())


def test_numbers_are_exact_and_moments_have_a_zone(columns: list[tuple[str, str, str]]) -> None:
    wrong = {"real", "double precision", "money", "timestamp without time zone", "time without time zone"}
    assert not [column for column in columns if column[2] in wrong]


def test_columns_say_what_they_hold(columns: list[tuple[str, str, str]]) -> None:
    """Dates end in _on (a period's month and validity excepted), moments in _at, money has two decimals."""
    found = []
    for table, name, kind in columns:
        if table == "core_user":  # Django's own columns
            continue
        if kind == "date" and not re.search(r"(_on|^month|^valid_(from|to))$", name):
            found.append((table, name, kind))
        if kind == "timestamp with time zone" and not name.endswith("_at"):
            found.append((table, name, kind))
        if re.search(r"(^|_)amount$", name) and kind != "numeric(20,2)":
            found.append((table, name, kind))
        if re.search(r"(^|_)quantity$", name) and kind != "numeric(20,6)":
            found.append((table, name, kind))
    assert not found
