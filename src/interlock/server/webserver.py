"""The web server as it is run: two processes of four threads, each with a connection of its own."""

from __future__ import annotations

import os
import sys

HOST = "127.0.0.1"


def web_command(port: int) -> list[str]:
    """Answer the command that serves pages and interface on a port of this machine."""
    scratch = "/dev/shm" if os.access("/dev/shm", os.W_OK) else "/tmp"  # noqa: S108 - gunicorn's heartbeat files
    return [
        sys.executable, "-m", "gunicorn", "interlock.web.wsgi:application", "--bind", f"{HOST}:{port}",
        "--worker-class", "gthread", "--workers", "2", "--threads", "4", "--timeout", "120",
        "--graceful-timeout", "10", "--worker-tmp-dir", scratch, "--log-level", "warning", "--no-control-socket",
    ]  # fmt: skip
