"""How long logs are kept, what a log masks, and what a newer version brings to an installation that is there."""

from __future__ import annotations

import json
from datetime import timedelta
from uuid import uuid4

import pytest
from django.contrib.auth.models import Group, Permission
from django.db import connection
from django.utils import timezone

from interlock.core import duties
from interlock.core.api import (
    GROWN_FROM,
    Log,
    Message,
    Refusal,
    Retention,
    Verdict,
    clear_logs,
    complete_standards,
    kept_days,
    known_permissions,
    log_message,
    standing,
    stop_messages,
)
from interlock.core.masking import masked, masked_headers
from interlock.core.models import DutyConflict
from tests.builders import World


@pytest.fixture
def world(db: None) -> World:
    return World()


def age(table: str, days: int) -> None:
    """Let everything in a table have happened some days ago."""
    moved = {"core_message": "created_at", "core_run": "started_at"}[table]
    with connection.cursor() as cursor:
        cursor.execute(f"UPDATE {table} SET {moved} = {moved} - interval '{days} days'")  # noqa: S608


def test_logs_let_go_of_what_is_old_and_a_key_whose_answers_are_gone_is_refused(world: World) -> None:
    given = {"company": world.company, "direction": "out", "kind": "webhook", "system": "hub"}
    log_message(**given)
    asked = log_message(**given | {"direction": "in", "kind": "page", "door": "web", "system": ""})
    key = uuid4()
    call = {"company": world.company, "by": world.by, "key": key}
    assert stop_messages([999], **call).table() == [(999, "not_found")]
    assert stop_messages([999], **call).replayed
    age("core_message", 100)
    age("core_run", 100)
    Retention.objects.create(log=Log.INTERFACE, days=90)
    assert kept_days() == {Log.LOGINS: None, Log.INTERFACE: 90, Log.REQUESTS: 180, Log.VERDICTS: 90}
    gone = clear_logs()
    assert (gone[Log.INTERFACE], gone[Log.REQUESTS], gone[Log.LOGINS]) == (1, 0, 0)
    assert gone[Log.VERDICTS] >= 1
    assert [one.pk for one in Message.objects.all()] == [asked]
    assert not Verdict.objects.filter(document_id=999).exists()
    with pytest.raises(Refusal, match="key_expired"):
        stop_messages([999], **call)
    oldest = {row["log"]: row["oldest_at"] for row in standing()}
    assert oldest[Log.INTERFACE] is None
    assert oldest[Log.REQUESTS] < timezone.now() - timedelta(days=99)


def test_what_is_private_is_masked_also_where_a_text_was_cut() -> None:
    order = {
        "order_no": "26061812345678901234", "buyer_phone": "13800138000", "token": "abc", "note": "call 13912345678",
        "ship": {"address": {"street": "Wen Yi Rd", "no": 969}}, "quantity": 3, "id": "11010519491231002X",
        "pay": "4111111111111111",
    }  # fmt: skip
    whole = json.dumps(order)
    kept = json.loads(masked(whole))
    assert (kept["order_no"], kept["quantity"], kept["buyer_phone"], kept["token"]) == (
        "26061812345678901234", 3, "138***", "***",
    )  # fmt: skip
    assert kept["ship"] == {"address": {"street": "W***", "no": "969***"}}
    assert (kept["note"], kept["id"], kept["pay"]) == ("call 139******78", "1101***2X", "4111***11")
    for place in range(1, len(whole)):
        cut = masked(whole[:place])
        assert not any(secret in cut for secret in ("13800138", "abc", "Wen", "Yi Rd", "139123456"))
    assert masked('{"size": "XL", "colour": "red"}', ["colour"]) == '{"size": "XL", "colour": "r***"}'
    assert masked_headers({"Authorization": "Bearer x", "Cookie": "a=b", "User-Agent": "hub 13800138000"}) == {
        "user-agent": "hub 138******00"
    }


def test_what_a_newer_version_brings_reaches_installations_that_are_there(db: None) -> None:
    known = known_permissions()
    assert {name for pair in GROWN_FROM.items() for name in pair} <= known
    keeper, other = Group.objects.create(name="keeper"), Group.objects.create(name="other")
    keeper.permissions.set(Permission.objects.filter(codename="manage_webhooks"))
    duties.ship_defaults()
    pairs = DutyConflict.objects.order_by("id")
    taken_out = pairs.first()
    taken_out.delete()  # somebody did not want it
    before = known - {"core.push_messages"}
    made = complete_standards(before)
    assert (made.given, made.pairs, made.held) == ({"core.push_messages": 1}, [], [])
    assert keeper.permissions.filter(codename="push_messages").exists()
    assert not other.permissions.exists()
    assert not complete_standards(known)
    assert not complete_standards([]), "a new installation is what it was made as"
