"""The worker's page, the health check and the metrics."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse
from procrastinate.contrib.django.models import ProcrastinateJob

from interlock.sales.api import inbox
from tests.builders import World

from .people import sign_in


@pytest.fixture(autouse=True)
def folder(world: World, settings: Any, tmp_path: Path) -> Path:
    settings.INBOX_ROOT = tmp_path / "inbox"
    inbox.make_folders()
    return tmp_path / "inbox" / world.code


def beat(seconds: int = 0) -> None:
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM procrastinate_workers")
        cursor.execute(
            "INSERT INTO procrastinate_workers (last_heartbeat) VALUES (now() - %s * interval '1 second')", [seconds]
        )


def test_the_page_says_what_waits_and_what_failed(world: World, folder: Path) -> None:
    client = sign_in(world, ["core.watch_worker"])
    world.order(state="received")
    (folder / "orders" / "new.csv").write_text("x")
    (folder / "orders" / "failed" / "bad.csv").write_text("x")
    (folder / "orders" / "failed" / "bad.csv.txt").write_text("missing_columns: columns ['shop']")
    response = client.get(reverse("web:worker"))
    waiting = {queue.code: queue.waiting for queue in response.context["queues"]}
    assert (waiting["files"], waiting["received"], waiting["to_post"]) == (1, 1, 0)
    text = response.content.decode()
    assert "missing_columns" in text
    assert "no sign of life" in text
    beat()
    assert "no sign of life" not in client.get(reverse("web:worker")).content.decode()


def test_a_failed_file_is_read_again_by_a_button(world: World, folder: Path) -> None:
    client = sign_in(world, ["core.watch_worker"])
    (folder / "orders" / "failed" / "bad.csv").write_text("x")
    client.post(reverse("web:worker-retry"), {"kind": "orders", "name": "bad.csv"})
    assert (folder / "orders" / "bad.csv").exists()
    assert ProcrastinateJob.objects.filter(task_name="sales.take_in", status="todo").exists()
    answer = client.post(reverse("web:worker-retry"), {"kind": "orders", "name": "../../../etc/passwd"}, follow=True)
    assert "nothing of this name" in answer.content.decode()


def test_only_who_may_sees_it(world: World) -> None:
    client = sign_in(world, ["sales.view_order"])
    assert client.get(reverse("web:worker")).status_code == 403
    assert client.post(reverse("web:worker-retry"), {"task": "sales.advance"}).status_code == 403


def test_the_health_check_needs_a_living_worker(world: World) -> None:
    def asked() -> tuple[int, dict[str, Any]]:
        answer = Client().get("/healthz")
        return answer.status_code, answer.json()

    assert asked() == (503, {"ok": False, "database": True, "migrations": True, "worker_heartbeat_seconds": None})
    beat(seconds=600)
    assert asked()[0] == 503
    beat()
    status, answer = asked()
    assert (status, answer["ok"]) == (200, True)


def test_metrics_are_for_this_machine_or_for_the_token(world: World, settings: Any, folder: Path) -> None:
    beat()
    world.order(state="received")
    (folder / "shipments" / "s.csv").write_text("x")
    text = Client().get("/metrics").content.decode()
    assert f'interlock_queue_length{{company="{world.code}",queue="received"}} 1' in text
    assert f'interlock_inbox_files{{company="{world.code}",kind="shipments"}} 1' in text
    assert f'interlock_documents_last_hour{{company="{world.code}",operation="sales.import_orders"}} 1' in text
    assert "interlock_worker_heartbeat_age_seconds 0" in text
    assert Client(REMOTE_ADDR="10.0.0.9").get("/metrics").status_code == 403
    assert Client(HTTP_X_FORWARDED_FOR="10.0.0.9").get("/metrics").status_code == 403
    settings.METRICS_TOKEN = "a-secret"
    away = Client(REMOTE_ADDR="10.0.0.9", HTTP_AUTHORIZATION="Bearer a-secret")
    assert away.get("/metrics").status_code == 200


def test_work_follows_what_a_page_or_a_script_did(world: World) -> None:
    client = sign_in(world)
    order = world.order(("CAMERA", 1), price="1")
    client.post(reverse("web:orders-release"), {"id": order, "note": "agreed"})
    assert ProcrastinateJob.objects.filter(task_name="sales.advance", status="todo").count() == 1
