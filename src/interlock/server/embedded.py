"""The embedded PostgreSQL: made, started, recovered and stopped with its own initdb and pg_ctl."""

from __future__ import annotations

import contextlib
import fcntl
import os
import shutil
import signal
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO

import psycopg
from psycopg import sql

from . import processes
from .configuration import ACCESS, configuration
from .places import PORT, Places, major_version, make_folders, places
from .trouble import Trouble, disk_full, from_os_error

SUPERUSER = "postgres"
OWNER = "interlock_owner"
APP = "interlock_app"
DEFAULT_DATABASE = "interlock"
PATIENCE = 60  # seconds for a start or a stop
LOG_LIMIT = 20 * 1024 * 1024
ROOM_NEEDED = 300 * 1024 * 1024  # bytes: a new cluster, its first log and room to recover

_in_use: IO[str] | None = None  # held open, with a shared lock, as long as this process uses the server


@dataclass(frozen=True)
class ServerInfo:
    """A server that answers; ``started`` tells whether this call started it."""

    embedded: bool
    version: int  # server_version_num, as 180003
    host: str
    port: str
    data: Path | None = None
    pid: int | None = None
    started: bool = False


def ensure_running() -> ServerInfo:
    """Start the embedded server unless it runs, recovering from a killed one, and count this process as its user."""
    where = places()
    with _lock(where):
        make_folders(where)
        _refuse_other_major(where)
        started = False
        if processes.postmaster(where) is None:
            _recover(where)
            _require_room(where)
            _create(where)
            _start(where)
            started = True
        _wait_ready(where)
        _roles(where)
        _count_in(where)
    return _info(where, started=started)


def release() -> bool:
    """Stop counting this process as a user and stop the server when it was the last one; say whether it stopped."""
    global _in_use
    if _in_use is None:
        return False
    where = places()
    with _lock(where):
        _in_use.close()
        _in_use = None
        with _users(where) as file:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                return False
            return _stop(where)


def stop() -> bool:
    """Stop the embedded server whoever uses it; say whether one was running."""
    where = places()
    if not where.base.exists():
        return False
    with _lock(where):
        return _stop(where)


def status() -> ServerInfo | None:
    """Answer the running server, or None."""
    where = places()
    if processes.postmaster(where) is None or not processes.is_ready(where):
        return None
    return _info(where, started=False)


def lost() -> bool:
    """Say whether this process counts as a user of a server that does not run."""
    return _in_use is not None and processes.postmaster(places()) is None


def socket_folder() -> Path:
    """Answer the folder that clients name as their host."""
    return places().sockets


@contextlib.contextmanager
def _lock(where: Places) -> Iterator[None]:
    """Let one process at a time start or stop the server of this home."""
    try:
        where.base.mkdir(parents=True, exist_ok=True)
        file = (where.base / "lock").open("a")
    except OSError as error:
        raise from_os_error(error, where.base) from error
    with file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def _users(where: Places) -> IO[str]:
    return (where.base / "users").open("a")


def _count_in(where: Places) -> None:
    global _in_use
    if _in_use is None:
        _in_use = _users(where)
        fcntl.flock(_in_use, fcntl.LOCK_SH)


def _refuse_other_major(where: Places) -> None:
    if where.data.exists():
        return
    others = sorted(entry.name for entry in where.cluster.parent.glob("[1-9][0-9]") if (entry / "data").exists())
    if others:
        raise Trouble(
            f"{where.cluster.parent} holds a database of PostgreSQL {others[-1]}, and this version brings "
            f"{major_version()}: move the data with pg_dump and pg_restore, or set INTERLOCK_HOME to an empty folder."
        )


def _require_room(where: Places) -> None:
    if shutil.disk_usage(where.cluster).free < ROOM_NEEDED:
        raise disk_full(where.cluster)


def _recover(where: Places) -> None:
    """Clear what a killed server left: orphaned processes, a process number now another's, an unfinished folder."""
    processes.end_orphans(where)
    pid = processes.recorded_pid(where)
    if pid is not None and Path(f"/proc/{pid}").exists():  # another program by now, or dead and not yet reaped
        (where.data / "postmaster.pid").unlink(missing_ok=True)
    for left in where.sockets.glob(".s.PGSQL.*"):  # nobody listens there: the folder belongs to this server alone
        left.unlink(missing_ok=True)
    if where.data.exists() and not (where.data / "interlock.conf").exists():
        shutil.rmtree(where.data)  # initdb or the first configuration was interrupted: nothing was stored yet


def _create(where: Places) -> None:
    """Make the data folder with initdb; the builtin C.UTF-8 sorts by code point and knows every letter."""
    if where.data.exists():
        return
    result = processes.run_as_server(
        where, where.program("initdb"), "--pgdata", str(where.data), "--username", SUPERUSER, "--auth", "trust",
        "--encoding", "UTF8", "--locale", "C.UTF-8", "--locale-provider", "builtin", "--builtin-locale", "C.UTF-8",
        "--no-instructions",
    )  # fmt: skip
    if result.returncode != 0:
        shutil.rmtree(where.data, ignore_errors=True)
        raise _explained(where, "PostgreSQL could not make its data folder", result.stderr or result.stdout)


def _configure(where: Places) -> None:
    built_with = processes.run_as_server(where, where.program("pg_config"), "--configure").stdout
    _write(where, "interlock.conf", configuration(where, lz4="--with-lz4" in built_with))
    main = where.data / "postgresql.conf"
    line = "include 'interlock.conf'\n"
    text = main.read_text()
    if line not in text:
        _write(where, "pg_hba.conf", ACCESS)
        text += f"\n# Interlock's settings; what follows this line wins over them.\n{line}"
        _write(where, "postgresql.conf", text)


def _write(where: Places, name: str, text: str) -> None:
    """Write a file of the data folder whole or not at all."""
    path = where.data / name
    fresh = path.with_name(f"{name}.new")
    try:
        fresh.write_text(text)
        fresh.chmod(0o600)
        if where.uid is not None and where.gid is not None:
            os.chown(fresh, where.uid, where.gid)
        fresh.replace(path)
    except OSError as error:
        raise from_os_error(error, where.data) from error


def _start(where: Places) -> None:
    _configure(where)
    if where.log.exists() and where.log.stat().st_size > LOG_LIMIT:
        where.log.replace(where.log.with_suffix(".log.1"))
    read_from = where.log.stat().st_size if where.log.exists() else 0
    result = processes.run_as_server(
        where, where.program("pg_ctl"), "start", "--pgdata", str(where.data), "--log", str(where.log),
        "--wait", "--timeout", str(PATIENCE), "--silent", timeout=PATIENCE + 30,
    )  # fmt: skip
    if result.returncode != 0 and processes.postmaster(where) is None:
        with where.log.open(errors="replace") as file:
            file.seek(read_from)
            said = file.read()
        raise _explained(where, "PostgreSQL did not start", said or result.stderr)


def _wait_ready(where: Places) -> None:
    """Wait while a server recovers after a crash, as long as it lives."""
    deadline = time.monotonic() + 10 * PATIENCE
    while not processes.is_ready(where):
        if processes.postmaster(where) is None:
            raise Trouble(f"PostgreSQL ended while it was starting: its last words are in {where.log}.")
        if time.monotonic() > deadline:
            raise Trouble(f"PostgreSQL is not ready after {10 * PATIENCE} s: what it is doing is in {where.log}.")
        time.sleep(0.05)


def _explained(where: Places, what: str, said: str) -> Trouble:
    if "No space left on device" in said:
        return disk_full(where.cluster)
    telling = [line for line in said.splitlines() if "FATAL" in line or "PANIC" in line or "error:" in line]
    last = (telling or said.strip().splitlines() or ["it gave no reason"])[-1].strip()
    return Trouble(f"{what}: {last} (see {where.log}).")


def _connect(where: Places, database: str = "postgres") -> psycopg.Connection:
    return psycopg.connect(
        host=str(where.sockets), port=PORT, user=SUPERUSER, dbname=database, autocommit=True, connect_timeout=10
    )


def _roles(where: Places) -> None:
    """Make both login roles and the database; does nothing when they are there."""
    with _connect(where) as connection:
        known = {row[0] for row in connection.execute("SELECT rolname FROM pg_roles").fetchall()}
        if OWNER not in known:
            connection.execute(sql.SQL("CREATE ROLE {} LOGIN CREATEDB").format(sql.Identifier(OWNER)))
        if APP not in known:
            connection.execute(sql.SQL("CREATE ROLE {} LOGIN").format(sql.Identifier(APP)))
            connection.execute(sql.SQL("GRANT {} TO {}").format(sql.Identifier(APP), sql.Identifier(OWNER)))
        found = connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [DEFAULT_DATABASE]).fetchone()
        if found is None:
            name, owner = sql.Identifier(DEFAULT_DATABASE), sql.Identifier(OWNER)
            connection.execute(sql.SQL("CREATE DATABASE {} OWNER {}").format(name, owner))


def _info(where: Places, *, started: bool) -> ServerInfo:
    with _connect(where) as connection:
        version = connection.info.server_version
    return ServerInfo(
        embedded=True,
        version=version,
        host=str(where.sockets),
        port=str(PORT),
        data=where.data,
        pid=processes.postmaster(where),
        started=started,
    )


def _stop(where: Places) -> bool:
    """Stop within a minute, else at once; the log makes either safe."""
    pid = processes.postmaster(where)
    if pid is None:
        processes.end_orphans(where)
        return False
    result = processes.run_as_server(
        where, where.program("pg_ctl"), "stop", "--pgdata", str(where.data), "--mode", "fast", "--wait",
        "--timeout", str(PATIENCE), "--silent", timeout=PATIENCE + 30,
    )  # fmt: skip
    if result.returncode != 0 and processes.postmaster(where) is not None:
        os.kill(pid, signal.SIGQUIT)
        deadline = time.monotonic() + PATIENCE
        while processes.postmaster(where) is not None and time.monotonic() < deadline:
            time.sleep(0.05)
    return True
