"""The command line as a person or a script meets it: addresses, ports, versions, signals, exit status."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest
import typer
from typer.testing import CliRunner

from interlock import server
from interlock.cli.app import app
from interlock.server.schema import connect
from tests import databases


@pytest.fixture
def database(worker_id: str, django_db_setup: str) -> Iterator[str]:
    """A migrated database that commands may commit to."""
    name = f"{databases.name_of('main' if worker_id == 'master' else worker_id)}_commands"
    databases.create(name)
    yield name
    databases.drop(name)


@pytest.fixture
def port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def address_of(database: str) -> str:
    """Answer the test server's address as its owner would write it into INTERLOCK_DATABASE_URL."""
    given = server.database_settings("owner", database)
    query = {"host": given["HOST"], "port": given["PORT"], "user": given["USER"], "password": given["PASSWORD"]}
    return f"postgresql:///{database}?{urlencode({key: value for key, value in query.items() if value})}"


def start(database: str, *arguments: str, **environment: str) -> subprocess.Popen[str]:
    own = {"INTERLOCK_DATABASE_NAME": database, "PYTHONPATH": str(server.project_root() / "src"), "NO_COLOR": "1"}
    return subprocess.Popen(
        [sys.executable, "-m", "interlock.cli", *arguments], env=os.environ | own | environment, cwd="/", text=True,
        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip


@pytest.fixture
def serving(database: str, port: int, tmp_path: Path) -> Iterator[subprocess.Popen[str]]:
    """``./interlock up`` under LC_ALL=C, with a home of its own, once its first page answers."""
    own = {"INTERLOCK_DATABASE_URL": address_of(database), "INTERLOCK_DATABASE_NAME": "", "LC_ALL": "C"}
    process = start("", "up", "--port", str(port), INTERLOCK_HOME=str(tmp_path), **own)
    try:
        assert first_page(port, process) in {200, 401, 403}
        yield process
    finally:
        process.kill()
        process.communicate(timeout=60)


def run(database: str, *arguments: str, **environment: str) -> tuple[int, str, str]:
    process = start(database, *arguments, **environment)
    out, err = process.communicate(timeout=120)
    return process.returncode, out, err


def one_line(err: str) -> str:
    lines = err.strip().splitlines()
    assert len(lines) == 1, err
    assert lines[0].startswith("interlock: ")
    return lines[0]


def first_page(port: int, process: subprocess.Popen[str]) -> int:
    """Wait for the workplace and answer the status of its first page."""
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline and process.poll() is None:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=20) as response:
                return int(response.status)
        except urllib.error.HTTPError as error:
            return error.code
        except OSError:
            time.sleep(0.1)
    pytest.fail(f"nothing answers: {process.communicate(timeout=30)}")


COMMANDS = ["demo", "test", "up", "stop", "load", "day", "check", "report", "export", "bench", "manage", "worker"]


#: Commands that print nothing a program would read; an export is the file it writes.
SPEAKS_TO_PEOPLE = {"test", "up", "stop", "manage", "worker", "export"}


def leaves(command: Any, *path: str) -> Iterator[tuple[tuple[str, ...], Any]]:
    """Answer every command that can be called, with the words that call it."""
    for name, one in getattr(command, "commands", {}).items():
        yield (*path, name), one
        yield from leaves(one, *path, name)


def test_every_command_has_help_and_answers_programs() -> None:
    found = dict(leaves(typer.main.get_command(app)))
    assert {path[0] for path in found} >= set(COMMANDS)
    for path, command in found.items():
        given = CliRunner().invoke(app, [*path, "--help"])
        assert (given.exit_code, given.stderr) == (0, ""), path
        assert path[-1] in given.stdout
        if not hasattr(command, "commands") and path[0] not in SPEAKS_TO_PEOPLE:
            assert any("--json" in option.opts for option in command.params), f"{path} has no --json"


@pytest.mark.parametrize(
    "command", [COMMANDS[0], *(pytest.param(name, marks=pytest.mark.slow) for name in COMMANDS[1:])]
)
def test_every_command_has_help_in_a_shell(command: str) -> None:
    status, out, err = run("none", command, "--help")
    assert (status, err) == (0, "")
    assert command in out


def test_a_port_in_use_is_said_in_one_line(database: str) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        for command in ("up", "demo"):
            status, _out, err = run(database, command, "--port", str(port))
            assert status == 2
            assert f"Port {port} is in use" in one_line(err)
            assert f"--port {port + 1}" in err


@pytest.mark.parametrize("command", ["check", pytest.param("up", marks=pytest.mark.slow)])
def test_a_database_of_a_newer_version_is_said_in_one_line(database: str, command: str) -> None:
    with connect("owner", database) as owner:
        owner.execute("INSERT INTO django_migrations (app, name, applied) VALUES ('core', '9999_future', now())")
    status, _out, err = run(database, command)
    assert status == 2
    assert "newer Interlock (core.9999_future" in one_line(err)


def test_an_unreachable_server_is_said_in_one_line(port: int) -> None:
    address = f"postgresql://someone@127.0.0.1:{port}/something"
    status, _out, err = run("something", "check", INTERLOCK_DATABASE_URL=address)
    assert status == 2
    assert "does not answer" in one_line(err)


def test_an_address_that_is_none_is_said_in_one_line() -> None:
    status, _out, err = run("something", "check", INTERLOCK_DATABASE_URL="mysql://someone@somewhere/something")
    assert status == 2
    assert "is not an address" in one_line(err)


def test_a_database_that_cannot_search_chinese_is_refused(database: str) -> None:
    name = f"{database}_c"
    with connect("owner") as owner:
        owner.execute(f"DROP DATABASE IF EXISTS {name}")  # type: ignore[call-overload]
        owner.execute(f"CREATE DATABASE {name} TEMPLATE template0 ENCODING 'UTF8' LC_CTYPE 'C' LC_COLLATE 'C'")  # type: ignore[call-overload]
    try:
        status, _out, err = run(name, "check")
        assert status == 2
        assert "LC_CTYPE 'C.UTF-8'" in one_line(err)
    finally:
        databases.drop(name)


@pytest.mark.slow
@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
def test_the_workplace_is_served_until_a_signal(
    serving: subprocess.Popen[str], port: int, tmp_path: Path, how: signal.Signals
) -> None:
    assert json.loads((tmp_path / "serving.json").read_text()) == {"pid": serving.pid, "port": port}
    assert (tmp_path / "secret_key").stat().st_mode & 0o777 == 0o600
    serving.send_signal(how)
    _out, err = serving.communicate(timeout=60)
    assert serving.returncode == 0, err
    assert f"http://127.0.0.1:{port}" in err
    with socket.socket() as probe:
        assert probe.connect_ex(("127.0.0.1", port)) != 0
    assert not (tmp_path / "serving.json").exists()


@pytest.mark.slow
def test_killed_without_warning_it_leaves_no_web_server(serving: subprocess.Popen[str], port: int) -> None:
    serving.kill()
    serving.communicate(timeout=60)
    deadline = time.monotonic() + 20
    while time.monotonic() < deadline:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) != 0:
                return
        time.sleep(0.1)
    pytest.fail("the web server outlived its parent")


def test_stop_ends_what_is_served(serving: subprocess.Popen[str], port: int, tmp_path: Path) -> None:
    assert json.loads((tmp_path / "serving.json").read_text()) == {"pid": serving.pid, "port": port}
    assert (tmp_path / "secret_key").stat().st_mode & 0o777 == 0o600
    environment = {"INTERLOCK_HOME": str(tmp_path)}
    _status, _out, err = run("", "stop", **environment)
    assert "Stopped." in err
    assert serving.wait(timeout=60) == 0
    with socket.socket() as probe:
        assert probe.connect_ex(("127.0.0.1", port)) != 0
    assert not (tmp_path / "serving.json").exists()
    _status, _out, err = run("", "stop", **environment)
    assert "Nothing was running." in err


def test_check_answers_one_json_object(database: str) -> None:
    status, out, _err = run(database, "check", "--json")
    answer = json.loads(out)
    assert status == 0
    assert answer["laws_ok"] is True
    assert answer["laws"]
