"""Serve the workplace: gunicorn and the job worker as children that never outlive this process."""

from __future__ import annotations

import contextlib
import ctypes
import errno
import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import psycopg

from interlock import server

HOST = server.HOST
PATIENCE = 30  # seconds for the web server to answer, and for children to end
DEATH_SIGNAL = 1  # PR_SET_PDEATHSIG
WORKER = "job worker"
WORKER_COMMAND = [sys.executable, "-m", "interlock.cli.worker"]
LOOK = 0.5  # seconds between two looks at the children and the server
HEALTHY = 10  # seconds after which a worker counts as started
MOST_STARTS, LONGEST_PAUSE = 8, 30
NOT_ITS_FAULT = frozenset({0, -signal.SIGKILL, os.EX_TEMPFAIL})


@dataclass
class Child:
    """A process of ours with the name that a message calls it by; one that may be started again has a command."""

    name: str
    process: subprocess.Popen[bytes]
    command: list[str]
    started: float
    failures: int = 0


def require_free_port(port: int) -> None:
    """Refuse, before any work is done, a port that cannot be served."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError as error:
            if error.errno == errno.EADDRINUSE:
                holder = " by Interlock itself (./interlock stop ends it)" if _serving_on() == port else ""
                line = f"Port {port} is in use{holder}: choose another with --port {port + 1}."
            elif error.errno in {errno.EACCES, errno.EPERM}:
                line = f"Port {port} needs root: choose one above 1023 with --port."
            else:
                line = f"Port {port} cannot be served ({error.strerror}): choose another with --port."
            raise server.Trouble(line) from None


def serve(port: int, announce: Callable[[str], None]) -> None:
    """Serve until Ctrl-C or SIGTERM; ``announce`` gets the address once it answers."""
    require_free_port(port)
    _collect_static()
    with _marked(port), _children(port) as children:
        _wait_until_answering(port, children[0])
        announce(f"http://{HOST}:{port}")
        with contextlib.suppress(KeyboardInterrupt):
            _watch(children)


def stop_serving() -> bool:
    """End a running demo or up of this home and wait for it; say whether there was one."""
    pid = _serving_pid()
    if pid is None:
        return False
    os.kill(pid, signal.SIGTERM)
    deadline = time.monotonic() + 2 * PATIENCE
    while _is_ours(pid) and time.monotonic() < deadline:
        time.sleep(0.1)
    if _is_ours(pid):
        raise server.Trouble(
            f"Interlock (process {pid}) did not end within {2 * PATIENCE} s: end it with kill -9 {pid}."
        )
    return True


def _collect_static() -> None:
    """Copy style sheets, scripts and fonts that changed into $INTERLOCK_HOME/static."""
    from django.core.management import call_command

    call_command("collectstatic", interactive=False, verbosity=0)


@contextlib.contextmanager
def _children(port: int) -> Iterator[list[Child]]:
    children: list[Child] = []
    try:
        children.append(_start("web server", server.web_command(port)))
        children.append(_start(WORKER, WORKER_COMMAND))
        yield children
    finally:
        _end(children)


def _start(name: str, command: list[str]) -> Child:
    # Own session: a Ctrl-C in the terminal reaches only this process, which then ends its children in order.
    environment = os.environ | {"PYTHONUNBUFFERED": "1"}
    process = subprocess.Popen(
        command, env=environment, stdin=subprocess.DEVNULL, stdout=sys.stderr, start_new_session=True,
        preexec_fn=_end_with_parent,
    )  # fmt: skip
    return Child(name, process, command, time.monotonic())


def _end_with_parent() -> None:
    """Ask the kernel to end this child when its parent is gone, also after kill -9."""
    ctypes.CDLL(None).prctl(DEATH_SIGNAL, signal.SIGTERM)


def _end(children: list[Child]) -> None:
    for child in children:
        if child.process.poll() is None:
            child.process.terminate()
    deadline = time.monotonic() + PATIENCE
    for child in children:
        try:
            child.process.wait(max(0.1, deadline - time.monotonic()))
        except subprocess.TimeoutExpired:
            child.process.kill()
            child.process.wait()


def _wait_until_answering(port: int, web: Child) -> None:
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        if web.process.poll() is not None:
            raise server.Trouble(f"The {web.name} ended at once (status {web.process.returncode}): see above.")
        try:
            with socket.create_connection((HOST, port), timeout=1):
                return
        except OSError:
            time.sleep(0.05)
    raise server.Trouble(f"The {web.name} does not answer on port {port} after {PATIENCE} s.")


def serve_worker() -> None:
    """Work off jobs until Ctrl-C or SIGTERM, without pages."""
    children = [_start(WORKER, WORKER_COMMAND)]
    try:
        with contextlib.suppress(KeyboardInterrupt):
            _watch(children)
    finally:
        _end(children)


def _watch(children: list[Child]) -> None:
    """Look after the children: the database server and the worker come back, the web server is needed as it is."""
    pause = LOOK
    while True:
        if server.status_lost() and not _server_again(pause):
            pause = min(LONGEST_PAUSE, 2 * pause)
            continue
        pause = LOOK
        for place, child in enumerate(children):
            if child.process.poll() is None:
                continue
            if child.name != WORKER:
                raise server.Trouble(
                    f"The {child.name} ended by itself (status {child.process.returncode}): see above."
                )
            children[place] = _again(child)
        time.sleep(LOOK)


def _server_again(pause: float) -> bool:
    """Start the database server that is gone; what stands in the way (a full disk) is said, and tried again later."""
    _say("the database server is gone; starting it again")
    try:
        server.ensure_running()
    except (server.Trouble, psycopg.Error, subprocess.TimeoutExpired) as trouble:
        _say(f"{trouble} Trying again.")
        time.sleep(pause)
        return False
    return True


def _say(line: str) -> None:
    """Say on standard error what happens; a log on a full disk takes nothing in, which must end nobody."""
    with contextlib.suppress(OSError):
        print(f"interlock: {line}", file=sys.stderr, flush=True)  # noqa: T201


def _again(child: Child) -> Child:
    """Start a child that ended; at once when it had been well, ever later when it does not come up.

    One that was killed, by whom or for whatever shortage, that ended in good order or met a database which is away or
    full, is no child that does not start: it is never given up.
    """
    failures = 0 if time.monotonic() - child.started > HEALTHY else child.failures + 1
    if child.process.returncode in NOT_ITS_FAULT:
        failures = min(failures, MOST_STARTS // 2)
    if failures > MOST_STARTS:
        raise server.Trouble(
            f"The {child.name} does not start (status {child.process.returncode}, {failures} attempts): see above."
        )
    _say(f"the {child.name} ended (status {child.process.returncode}); it starts again")
    time.sleep(min(LONGEST_PAUSE, 0.2 * 2**failures - 0.2))
    fresh = _start(child.name, child.command)
    fresh.failures = failures
    return fresh


# ------------------------------------------------------------------------------------------ the mark of who serves
def _mark() -> Path:
    return server.home() / "serving.json"


@contextlib.contextmanager
def _marked(port: int) -> Iterator[None]:
    _mark().write_text(json.dumps({"pid": os.getpid(), "port": port}))
    try:
        yield
    finally:
        _mark().unlink(missing_ok=True)


def _read_mark() -> dict[str, int]:
    try:
        return dict(json.loads(_mark().read_text()))
    except (FileNotFoundError, ValueError):
        return {}


def _serving_pid() -> int | None:
    pid = _read_mark().get("pid")
    return pid if pid is not None and _is_ours(pid) else None


def _serving_on() -> int | None:
    return _read_mark().get("port") if _serving_pid() is not None else None


def _is_ours(pid: int) -> bool:
    """Say whether ``pid`` is a running Interlock; a number left by kill -9 may be another program's by now."""
    try:
        return b"interlock.cli" in Path(f"/proc/{pid}/cmdline").read_bytes()
    except (FileNotFoundError, ProcessLookupError):
        return False
