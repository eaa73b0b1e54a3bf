"""A receiver of webhooks for tests, and companies that subscribe."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import timedelta
from pathlib import Path
from typing import Any

from django.utils import timezone

from interlock.core import webhooks
from interlock.core.api import (
    User,
    Webhook,
    WebhookDelivery,
)
from tests.builders import World


class Receiver:
    """A receiver at work, and what came in there."""

    def __init__(self, log: Path) -> None:
        self.log = log
        script = Path(__file__).with_name("receiver.py")
        self.process = subprocess.Popen([sys.executable, script, log], stdout=subprocess.PIPE, text=True)
        assert self.process.stdout is not None
        self.port = int(self.process.stdout.readline())

    def url(self, path: str) -> str:
        return f"http://127.0.0.1:{self.port}{path}"

    def calls(self, path: str = "") -> list[dict[str, Any]]:
        lines = self.log.read_text().splitlines() if self.log.exists() else []
        return [call for line in lines if (call := json.loads(line))["path"].startswith(path)]


def stocked(code: str = "ECO") -> World:
    made = World(code=code)
    made.receive(made.camera, 100, "1000")
    return made


def subscribe(world: World, url: str, *kinds: str, name: str = "shop") -> tuple[Webhook, str]:
    owner = User.objects.filter(username="owner").first() or User.objects.create_user("owner")
    return webhooks.make_webhook(company=world.company, name=name, url=url, kinds=kinds, owner=owner)


def due_now() -> None:
    WebhookDelivery.objects.filter(state="waiting").update(next_try_at=timezone.now() - timedelta(seconds=1))


def only() -> WebhookDelivery:
    return WebhookDelivery.objects.get()
