"""The audit trail under its seals: what somebody with every right changes afterwards is named."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from datetime import timedelta
from typing import Any
from uuid import uuid4

import psycopg
import pytest
from django.db import connection
from django.utils import timezone

from interlock.core import sealing
from interlock.core.api import Caller, Company, Currency, Retention, Seal, SealPart, broken_seals, seal, write_login
from interlock.core.sealed_head import head_path
from interlock.server.schema import connect

HERE = Caller("web", "127.0.0.1", "test")
RUN = """INSERT INTO core_run (company_id, key, operation, arguments_hash, actor_id, door, counts, duration_ms)
         VALUES (1, %s, 'sales.ship_deliveries', 'x', NULL, 'test', '{}', 1) RETURNING id"""


@pytest.fixture
def root(committed: None, django_db_setup: str) -> Iterator[psycopg.Connection]:
    """Somebody who may do everything, and switches the triggers off."""
    with connect("owner", django_db_setup) as owner:
        for table in ("core_seal", "core_sealpart"):
            owner.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")  # type: ignore[call-overload]
        yield owner


def run_row(on: psycopg.Connection) -> int:
    return on.execute(RUN, [uuid4()]).fetchone()[0]  # type: ignore[index]


def seal_all() -> int:
    """Seal until nothing is left: other databases of the server hold the horizon back for a moment."""
    made, deadline = 0, time.monotonic() + 60
    while time.monotonic() < deadline:
        made += bool(seal())
        if not left():
            return made
        time.sleep(0.05)
    raise AssertionError("a transaction elsewhere does not end")


def left() -> int:
    with connection.cursor() as cursor:
        cursor.execute("SELECT (SELECT count(*) FROM core_run) + (SELECT count(*) FROM core_loginentry)")
        there = cursor.fetchone()[0]
    kept = SealPart.objects.filter(source__in=["core_run", "core_loginentry"], hash__gt="")
    return there - sum(kept.values_list("rows", flat=True))


def faults() -> list[tuple[str, str, int | None]]:
    return [(row["what"], row["table"], row["row_id"]) for row in broken_seals(20)]


def test_nothing_to_seal_makes_no_seal(committed: None) -> None:
    seal_all()
    before = Seal.objects.count()
    assert seal() is None
    assert Seal.objects.count() == before
    assert faults() == []


def test_every_kind_of_row_is_sealed_and_holds(root: psycopg.Connection) -> None:
    for _ in range(3):
        run_row(root)
    write_login("signed_in", "lin", HERE)
    Currency.objects.create(code="CNY", name_en="Yuan", name_zh="元")
    Company.objects.create(code="ECO", name_en="Eco", name_zh="甲", currency_id="CNY")
    seal_all()
    assert {"core_run", "core_loginentry"} <= set(SealPart.objects.values_list("source", flat=True))
    deadline = time.monotonic() + 30
    while "core_companyevent" not in SealPart.objects.values_list("source", flat=True):
        assert time.monotonic() < deadline
        seal()
    write_login("signed_out", "lin", HERE)
    seal_all()
    assert faults() == []


@pytest.mark.parametrize(
    ("statement", "what"),
    [
        ("UPDATE core_run SET actor_id = 7 WHERE id = %s", "changed"),
        ("DELETE FROM core_run WHERE id = %s", "missing"),
    ],
)  # fmt: skip
def test_a_row_changed_or_removed_is_named(root: psycopg.Connection, statement: str, what: str) -> None:
    ids = [run_row(root) for _ in range(5)]
    seal_all()
    root.execute(statement, [ids[2]])  # type: ignore[call-overload]
    assert faults() == [(what, "core_run", ids[2])]


def test_a_row_slipped_in_is_named(root: psycopg.Connection) -> None:
    run_row(root)
    with psycopg.connect(root.info.dsn, password=root.info.password) as other:
        gap = run_row(other)
        other.rollback()
    run_row(root)
    seal_all()
    root.execute("UPDATE core_seal SET made_at = made_at")
    forged = RUN.replace("(company_id", "(id, company_id").replace("VALUES (1", f"VALUES ({gap}, 1")
    root.execute(forged, [uuid4()])  # type: ignore[call-overload]
    assert faults() == [], "while a transaction of then might still bring it, nobody can tell"
    # Hours later: the seal is old and every transaction of then has ended.
    sealing_hour(root)
    assert faults()[0] == ("added", "core_run", gap)


def sealing_hour(root: psycopg.Connection) -> None:
    """Let the chain be two hours older, as it would be: hashed and signed again by this installation."""
    links = list(sealing.chain())
    head_path().unlink()
    previous = sealing.FIRST
    for link, parts in links:
        moved = link.made_at - timedelta(hours=2)
        made = {"kind": link.kind, "reach": link.reach, "next": link.next, "made_at": moved}
        digest = sealing._digest(previous, made, parts)
        signature, _public = sealing.sign(bytes.fromhex(digest))
        root.execute(
            "UPDATE core_seal SET made_at = %s, previous_hash = %s, hash = %s, signature = %s WHERE id = %s",
            [moved, previous, digest, signature, link.id],
        )
        previous = digest
    all_ended(root)


def all_ended(root: psycopg.Connection) -> None:
    """Wait until what ran when the newest seal was made has ended, in other databases of the server too."""
    deadline = time.monotonic() + 60
    then = Seal.objects.order_by("-id").values_list("next", flat=True)[0]
    while root.execute("SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint").fetchone()[0] < then:  # type: ignore[index]
        assert time.monotonic() < deadline, "a transaction elsewhere does not end"
        time.sleep(0.05)


def test_a_link_changed_or_removed_is_named(root: psycopg.Connection) -> None:
    for _ in range(3):
        run_row(root)
        seal_all()
    first, second, third = Seal.objects.order_by("id").values_list("id", flat=True)[:3]
    root.execute("UPDATE core_sealpart SET hash = repeat('0', 64) WHERE seal_id = %s", [second])
    assert ("seal_changed", "core_seal", second) in faults()
    root.execute("DELETE FROM core_seal WHERE id = %s", [second])
    assert ("link_missing", "core_seal", third) in faults()
    root.execute("DELETE FROM core_seal WHERE id = %s", [first])


@pytest.mark.parametrize("kept", [2, 0], ids=["the newest", "all"])
def test_an_end_cut_off_is_named_and_later_seals_do_not_hide_it(root: psycopg.Connection, kept: int) -> None:
    for _ in range(4):
        run_row(root)
        seal_all()
    seals = list(Seal.objects.order_by("id").values_list("id", flat=True))
    last, gone = seals[-1], seals[kept:]
    root.execute(
        """DELETE FROM core_run r USING core_sealpart p, unnest(p.ids::int8multirange) i
            WHERE p.seal_id = ANY(%s) AND p.source = 'core_run' AND r.id >= lower(i) AND r.id < upper(i)""", [gone],
    )  # fmt: skip
    root.execute("DELETE FROM core_sealpart WHERE seal_id = ANY(%s)", [gone])
    root.execute("DELETE FROM core_seal WHERE id = ANY(%s)", [gone])
    assert faults() == [("end_missing", "core_seal", last)]
    run_row(root)
    seal_all()
    assert faults() == [("end_missing", "core_seal", last)]
    head_path().unlink()  # who restored a backup says so
    run_row(root)
    seal_all()
    assert faults() == []
    file = head_path()
    file.write_bytes(file.read_bytes().replace(b'"number":', b'"number":1'))
    assert faults() == [("head_changed", "core_seal", None)]


def test_who_gave_whom_which_right_is_sealed(root: psycopg.Connection) -> None:
    given = root.execute(
        """INSERT INTO core_rightschange (company_id, actor_id, subject, subject_id, what, before, after)
           VALUES (1, 5, 'person', 7, 'role_given', '{}', '{"role": 3}') RETURNING id"""
    ).fetchone()
    assert given
    deadline = time.monotonic() + 30
    while "core_rightschange" not in SealPart.objects.values_list("source", flat=True):
        assert time.monotonic() < deadline
        seal()
    root.execute("ALTER TABLE core_rightschange DISABLE TRIGGER USER")
    root.execute("UPDATE core_rightschange SET actor_id = 6 WHERE id = %s", [given[0]])
    root.execute("ALTER TABLE core_rightschange ENABLE TRIGGER USER")
    assert faults() == [("changed", "core_rightschange", given[0])]


def test_a_forged_chain_is_not_signed_here(root: psycopg.Connection) -> None:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    from interlock.core.signing import public_text

    changed = run_row(root)
    seal_all()
    root.execute("UPDATE core_run SET actor_id = 7 WHERE id = %s", [changed])
    key = Ed25519PrivateKey.generate()
    root.execute("UPDATE core_seal SET public_key = %s", [public_text(key.public_key())])
    assert "not_signed_here" in [what for what, _table, _row in faults()]


def test_rows_of_a_long_transaction_get_into_a_later_seal(root: psycopg.Connection) -> None:
    run_row(root)
    seal_all()
    with psycopg.connect(root.info.dsn, password=root.info.password) as slow:
        late = run_row(slow)  # its transaction stays open
        after = run_row(root)
        seal()
        sealed = {i for part in SealPart.objects.filter(source="core_run") for i in ids_of(part)}
        assert late not in sealed
        assert after not in sealed, "nothing is sealed past the oldest running transaction"
        assert faults() == []
        slow.commit()
    seal_all()
    sealed = {i for part in SealPart.objects.filter(source="core_run") for i in ids_of(part)}
    assert {late, after} <= sealed
    assert faults() == []


def test_a_lower_id_that_comes_later_fills_its_hole(root: psycopg.Connection) -> None:
    run_row(root)
    seal_all()
    late = root.execute("SELECT nextval('core_run_id_seq')").fetchone()[0]  # type: ignore[index]
    run_row(root)
    seal_all()
    root.execute(
        RUN.replace("(company_id", "(id, company_id").replace("VALUES (1", f"VALUES ({late}, 1"),  # type: ignore[call-overload]
        [uuid4()],
    )
    seal_all()
    last = SealPart.objects.filter(source="core_run").latest("id")
    assert list(ids_of(last)) == [late]
    assert faults() == []


def ids_of(part: SealPart) -> Iterator[int]:
    for piece in part.ids.strip("{}").split("),"):
        if piece:
            low, high = piece.strip("[)").split(",")
            yield from range(int(low), int(high))


def test_a_sealer_killed_between_leaves_nothing(root: psycopg.Connection, monkeypatch: pytest.MonkeyPatch) -> None:
    run_row(root)
    seal_all()
    before = Seal.objects.count()
    row = run_row(root)
    real = sealing.run

    def dies(block: Any, **given: Any) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(sealing, "run", dies)
    with pytest.raises(KeyboardInterrupt):
        seal_all()
    monkeypatch.setattr(sealing, "run", real)
    assert Seal.objects.count() == before
    seal_all()
    assert row in ids_of(SealPart.objects.filter(source="core_run").latest("id"))
    assert faults() == []


def test_two_sealers_make_one_chain(root: psycopg.Connection) -> None:
    for _ in range(20):
        run_row(root)
    failed: list[BaseException] = []

    def work() -> None:
        try:
            for _ in range(4):
                seal()
        except BaseException as error:
            failed.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=work) for _ in range(2)]
    for thread in threads:
        thread.start()
    for _ in range(5):
        run_row(root)
    for thread in threads:
        thread.join()
    assert not failed
    seal_all()
    sealed = [i for part in SealPart.objects.filter(source="core_run") for i in ids_of(part)]
    assert len(sealed) == len(set(sealed)) == 25
    assert faults() == []


def test_what_a_retention_lets_go_is_told_by_a_seal(root: psycopg.Connection) -> None:
    write_login("signed_in", "lin", HERE)
    seal_all()
    sealing_hour(root)
    Retention.objects.create(log="logins", days=0)
    write_login("signed_in", "sun", HERE)  # not sealed, so it stays
    assert sealing.prune_logs() == 1
    assert sealing.prune_logs() == 0
    assert Seal.objects.filter(kind="pruned").count() == 1
    assert faults() == []
    seal_all_pruned()
    assert faults() == []


def seal_all_pruned() -> None:
    deadline = time.monotonic() + 30
    while seal() is None:
        assert time.monotonic() < deadline


def test_a_row_may_not_be_changed_by_the_application(committed: None) -> None:
    with connection.cursor() as cursor:
        for table in ("core_seal", "core_sealpart"):
            for right in ("UPDATE", "DELETE", "TRUNCATE"):
                cursor.execute("SELECT has_table_privilege('interlock_app', %s, %s)", [table, right])
                assert cursor.fetchone() == (False,)


@pytest.mark.slow
def test_a_hundred_thousand_runs_are_sealed_and_checked_quickly(root: psycopg.Connection) -> None:
    root.execute(
        """INSERT INTO core_run (company_id, key, operation, arguments_hash, door, counts, duration_ms)
           SELECT 1, gen_random_uuid(), 'sales.ship_deliveries', repeat('a', 64), 'job', '{"done": 5000}', 120
             FROM generate_series(1, 100000)"""
    )
    started = timezone.now()
    seal_all()
    sealed = timezone.now()
    assert faults() == []
    print("sealed in", (sealed - started).total_seconds(), "checked in", (timezone.now() - sealed).total_seconds())
