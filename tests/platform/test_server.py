"""The embedded server: one start for all, recovery, users, folders; each test has a home of its own."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from interlock.server import external, places, project_root

from . import ordinary

pytestmark = pytest.mark.skipif(
    external.url() is not None, reason="a server of one's own is not ours to start and stop"
)

STATE = """
import json, sys
from interlock import server
from interlock.server.schema import connect
try:
    info = server.ensure_running()
    with connect("app", "interlock") as c:
        row = c.execute("SELECT current_user, datctype, 'é' ~ '^[[:alpha:]]$', current_setting('jit'),"
                        " current_setting('fsync') FROM pg_database WHERE datname = current_database()").fetchone()
    print(json.dumps({"pid": info.pid, "started": info.started, "version": info.version, "row": row,
                      "host": info.host, "data": str(info.data)}), flush=True)
    if sys.argv[1] == "wait":
        sys.stdin.readline()
    if sys.argv[1] != "leave":
        print(json.dumps({"stopped": server.release()}))
except server.Trouble as trouble:
    sys.exit(str(trouble))
"""


@pytest.fixture
def home() -> Iterator[Path]:
    folder = Path(tempfile.mkdtemp(prefix="interlock-test-"))
    folder.chmod(0o755)
    yield folder
    end_server(folder)
    shutil.rmtree(folder, ignore_errors=True)


def start(home: Path, how: str = "release", **more: str) -> subprocess.Popen[str]:
    environment = os.environ | {"INTERLOCK_HOME": str(home), "PYTHONPATH": str(project_root() / "src")} | more
    environment.pop("INTERLOCK_DATABASE_NAME", None)
    return subprocess.Popen(
        [sys.executable, "-c", STATE, how], env=environment, cwd="/", text=True,
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip


def run(home: Path, how: str = "release", **more: str) -> list[dict]:
    out, err = start(home, how, **more).communicate(timeout=120)
    assert not err, err
    return [json.loads(line) for line in out.splitlines()]


def end_server(home: Path) -> None:
    code = "from interlock import server; server.stop()"
    environment = os.environ | {"INTERLOCK_HOME": str(home), "PYTHONPATH": str(project_root() / "src")}
    subprocess.run([sys.executable, "-c", code], env=environment, check=True)


def alive(pid: int) -> bool:
    try:
        return bool(Path(f"/proc/{pid}/cmdline").read_bytes())  # a zombie has an empty one
    except FileNotFoundError:
        return False


def wait_until_gone(pid: int) -> None:
    deadline = time.monotonic() + 10
    while alive(pid) and time.monotonic() < deadline:
        time.sleep(0.02)
    assert not alive(pid)


def test_it_is_made_started_used_and_stopped_by_its_last_user(home: Path) -> None:
    first = start(home, "wait")
    assert first.stdout is not None
    state = json.loads(first.stdout.readline())
    assert state["started"]
    assert state["row"] == ["interlock_app", "C.UTF-8", True, "off", "on"]
    second, stopped = run(home)
    assert (second["pid"], second["started"]) == (state["pid"], False)
    assert stopped == {"stopped": False}, "the first still uses it"
    out, _err = first.communicate("\n", timeout=60)
    assert json.loads(out) == {"stopped": True}
    assert not alive(state["pid"])


def test_two_starts_at_once_share_one_server(home: Path) -> None:
    both = [start(home), start(home)]
    states = [json.loads(process.communicate(timeout=120)[0].splitlines()[0]) for process in both]
    assert sorted(state["started"] for state in states) in ([False, True], [True, True])
    assert states[0]["data"] == states[1]["data"]


def test_a_server_left_running_by_a_killed_program_is_used_and_then_stopped(home: Path) -> None:
    program = start(home, "wait")
    assert program.stdout is not None
    pid = json.loads(program.stdout.readline())["pid"]
    program.kill()
    program.wait()
    assert alive(pid)
    again, stopped = run(home)
    assert (again["pid"], again["started"], stopped["stopped"]) == (pid, False, True)


def test_a_killed_server_is_recovered(home: Path) -> None:
    (left,) = run(home, "leave")
    os.kill(left["pid"], signal.SIGKILL)
    wait_until_gone(left["pid"])
    assert (Path(left["data"]) / "postmaster.pid").exists()
    again, _stopped = run(home)
    assert again["started"]


@pytest.mark.slow
def test_a_process_number_that_is_another_program_by_now_is_not_believed(home: Path) -> None:
    (left,) = run(home, "leave")
    os.kill(left["pid"], signal.SIGKILL)
    wait_until_gone(left["pid"])
    file = Path(left["data"]) / "postmaster.pid"
    other = start(home, "wait", INTERLOCK_HOME=str(home / "other"))
    try:
        for lock in (file, *(Path(left["host"]).glob("*.lock"))):
            lines = lock.read_text().splitlines()
            lock.write_text("\n".join([str(other.pid), *lines[1:]]) + "\n")
        again, _stopped = run(home)
        assert again["started"]
    finally:
        other.communicate("\n", timeout=120)


@pytest.mark.slow
def test_an_interrupted_creation_is_done_again(home: Path) -> None:
    (state,) = run(home, "leave")
    end_server(home)
    data = Path(state["data"])
    (data / "interlock.conf").unlink()
    (data / "PG_VERSION").unlink()
    again, _stopped = run(home)
    assert again["started"]


def test_a_long_path_gets_a_short_socket(home: Path) -> None:
    deep = home / ("x" * 60) / ("y" * 60)
    deep.mkdir(parents=True)
    state, _stopped = run(deep)
    assert not state["host"].startswith(str(home))
    folder = Path(state["host"])
    assert folder.stat().st_mode & 0o777 == 0o700
    folder.rmdir()


def test_data_of_another_version_is_not_touched(home: Path) -> None:
    (home / "postgres" / "16" / "data").mkdir(parents=True)
    _out, err = start(home).communicate(timeout=60)
    assert "PostgreSQL 16" in err
    assert len(err.strip().splitlines()) == 1


@pytest.mark.slow
def test_a_folder_that_root_keeps_closed_stays_closed(home: Path) -> None:
    if os.geteuid() != 0:
        pytest.skip("only root runs the server as another user")
    home.chmod(0o700)
    state, _stopped = run(home)
    data = Path(state["data"])
    try:
        assert data.is_relative_to(places.SHARED_BASE)
        assert home.stat().st_mode & 0o777 == 0o700
        again, _stopped = run(home)
        assert again["data"] == state["data"]
    finally:
        end_server(home)
        shutil.rmtree(data.parents[1])


def test_a_full_disk_is_said_in_one_line(home: Path) -> None:
    mount = ["mount", "-t", "tmpfs", "-o", "size=20m,mode=755", "tmpfs", str(home)]
    if subprocess.run(mount, capture_output=True, check=False).returncode != 0:
        pytest.skip("cannot mount a small disk here")
    try:
        _out, err = start(home).communicate(timeout=60)
        assert "is full" in err
        assert len(err.strip().splitlines()) == 1
    finally:
        subprocess.run(["umount", str(home)], check=True)


def test_an_ordinary_user_runs_a_server_of_their_own(home: Path) -> None:
    user = ordinary.nobody()
    python = ordinary.python_for(user)
    os.chown(home, user.pw_uid, user.pw_gid)
    result = ordinary.run_as(
        user, [python, "-c", STATE, "release"], cwd=Path("/"), LC_ALL="C",
        INTERLOCK_HOME=str(home), PYTHONPATH=ordinary.library_path(),
    )  # fmt: skip
    assert result.returncode == 0, result.stderr
    assert json.loads(result.stdout.splitlines()[1]) == {"stopped": True}
    assert (home / "postgres" / str(places.major_version()) / "data").stat().st_uid == user.pw_uid


def test_another_users_folder_is_said_in_one_line(home: Path) -> None:
    user = ordinary.nobody()
    python = ordinary.python_for(user)
    result = ordinary.run_as(
        user, [python, "-c", STATE, "release"], cwd=Path("/"),
        INTERLOCK_HOME=str(home), PYTHONPATH=ordinary.library_path(),
    )  # fmt: skip
    assert "INTERLOCK_HOME" in result.stderr
    assert len(result.stderr.strip().splitlines()) == 1
