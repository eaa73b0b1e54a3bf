"""A day of the sample company through real processes: files in a watched folder, a worker, an embedded server."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import psycopg

from interlock import server

COMPANY = "ECO"
PATIENCE = 240  # seconds for a day to end
#: Builds the company, receives the day's goods, opens this year's months, writes the day's files and gives the outside
#: systems their token. Of every other item one more piece comes, at a price that makes the item's cost one of whole
#: cents: what comes back of it, and what leaves after that, costs the same whoever left first.
PREPARE = """
import json, sys
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from interlock.cli import database
database.ready()
from interlock.core.api import TokenScope, User, make_token, open_periods, system_actor
from interlock.demo import day
from interlock.demo.company.build import build_company
from interlock.demo.spine import Stages
from interlock.demo.company.writing import table
from interlock.demo.replenish import post_movement
from interlock.stock.api import NewLine

def level(company):
    pools = table("stock.Pool").objects.filter(company_id=company, quantity__gt=0).order_by("item__code")
    party = table("parties.Party").objects.get(code="GRP-MFG").pk
    lines = []
    for pool in pools.select_related("item")[::2]:
        lies = table("stock.Balance").objects.filter(company_id=company, item_id=pool.item_id, on_hand__gt=0)
        pieces, cents = pool.quantity + 1, -(-pool.amount * 100 // pool.quantity)
        numbers = (f"{pool.item.code}-LEVEL",) if pool.item.serial_tracked else ()
        bin = lies.order_by("location_id").first().location_id
        lines.append(NewLine(pool.item_id, bin, Decimal(1), pieces * cents / 100 - pool.amount, numbers))
    post_movement("level", company=company, by=system_actor("demo"), kind="receipt", movement_on=day.FIRST_DAY,
                  lines=tuple(lines), party=party)

code, orders, folder, files = sys.argv[1], int(sys.argv[2]), Path(sys.argv[3]), int(sys.argv[4])
found = build_company()
year = date.today().year
open_periods(found[code].pk, date(year, 1, 1), date(year + 1, 1, 31))
feeds = day.feeds_of_day([code], orders, day.FIRST_DAY, Stages())
from interlock.demo.replenish import cover
for feed in feeds:
    cover(feed, found[code].pk, system_actor("demo"))
level(found[code].pk)
paths = [path for feed in feeds for path in feed.write_parts(folder, -(-orders // files))]
person = User.objects.get(username="admin")
_row, token = make_token(person, "office", datetime.now(UTC) + timedelta(days=2), TokenScope())
sent = sum(feed.orders for feed in feeds)
print(json.dumps({"files": [str(path) for path in paths], "orders": sent, "token": token}))
"""


@dataclass
class Town:
    """A home of its own, with its server; databases in it are copies of one prepared company."""

    home: Path
    files: list[Path]
    orders: int
    token: str  # of who tells of orders over HTTP
    processes: list[subprocess.Popen[bytes]] = field(default_factory=list)
    further: dict[str, str] = field(default_factory=dict)  # variables of the processes started
    logs: Path | None = None  # where the processes write, if not at home

    def environment(self, database: str, home: Path | None = None) -> dict[str, str]:
        own = {
            "INTERLOCK_HOME": str(home or self.home),
            "INTERLOCK_DATABASE_NAME": database,
            "PYTHONPATH": str(server.project_root() / "src"),
        }
        return os.environ | own | self.further

    def connect(self, database: str) -> psycopg.Connection:
        return psycopg.connect(host=str(sockets_of(self.home)), port=5432, user=server.OWNER, dbname=database,
                               autocommit=True, connect_timeout=5)  # fmt: skip

    def copy(self, database: str) -> None:
        """Make a database that is the prepared company before its day.

        Copied file by file: a database copied through the log takes its sequences back when the server is killed before
        the next checkpoint (each has logged some values ahead in the original, which the copy believes it has too).
        """
        with self.connect("postgres") as connection:
            connection.execute(f"DROP DATABASE IF EXISTS {database} WITH (FORCE)")  # type: ignore[call-overload]
            make = f"CREATE DATABASE {database} TEMPLATE interlock STRATEGY file_copy"
            connection.execute(make)  # type: ignore[call-overload]

    def drop(self, database: str) -> None:
        with self.connect("postgres") as connection:
            connection.execute(f"DROP DATABASE IF EXISTS {database} WITH (FORCE)")  # type: ignore[call-overload]
        self.forget_head(database)

    def forget_head(self, database: str) -> None:
        """Take away what is kept of the last seal, for seals that a test takes away itself."""
        (self.home / "audit_heads" / f"{database}.json").unlink(missing_ok=True)

    def start(self, database: str, *command: str) -> subprocess.Popen[bytes]:
        log = self.log(database).open("ab")
        process = subprocess.Popen(
            [sys.executable, "-m", "interlock.cli", *(command or ("worker",))], env=self.environment(database), cwd="/",
            stdin=subprocess.DEVNULL, stdout=log, stderr=log,
        )  # fmt: skip
        log.close()
        self.processes.append(process)
        return process

    def said(self, database: str) -> str:
        return self.log(database).read_text(errors="replace")

    def log(self, database: str) -> Path:
        return (self.logs or self.home) / f"{database}.log"

    @property
    def inbox(self) -> Path:
        return self.home / "inbox" / COMPANY


def sockets_of(home: Path) -> Path:
    """Answer the folder of the socket of another home."""
    code = "from interlock.server.places import places; print(places().sockets)"
    return Path(run_code(home, code))


def postmaster_of(home: Path) -> int:
    code = "from interlock.server import processes, places; print(processes.postmaster(places.places()) or 0)"
    return int(run_code(home, code))


def run_code(home: Path, code: str, *arguments: str, **further: str) -> str:
    own = {"INTERLOCK_HOME": str(home), "PYTHONPATH": str(server.project_root() / "src")}
    environment = os.environ | own | further
    environment.pop("INTERLOCK_DATABASE_NAME", None)
    environment["DJANGO_SETTINGS_MODULE"] = "interlock.settings"
    return subprocess.run(
        [sys.executable, "-c", code, *arguments], env=environment, cwd="/", check=True, capture_output=True, text=True,
        timeout=900,
    ).stdout.strip()  # fmt: skip


@contextmanager
def town(orders: int, files: int, home: Path | None = None) -> Iterator[Town]:
    """Prepare the company once, in a home of its own, and end everything afterwards."""
    folder = home or Path(tempfile.mkdtemp(prefix="interlock-fault-"))
    folder.chmod(0o755)
    (folder / "feeds").mkdir()
    keeper = f"from interlock import server\nserver.ensure_running()\n{PREPARE}"
    try:
        made = json.loads(
            run_code(folder, keeper, COMPANY, str(orders), str(folder / "feeds"), str(files)).splitlines()[-1]
        )
        hold = "import sys; from interlock import server; server.ensure_running(); sys.stdin.read()"
        environment = os.environ | {"INTERLOCK_HOME": str(folder), "PYTHONPATH": str(server.project_root() / "src")}
        holder = subprocess.Popen([sys.executable, "-c", hold], env=environment, cwd="/", stdin=subprocess.PIPE)
        place = Town(folder, [Path(path) for path in made["files"]], made["orders"], made["token"], [holder])
        wait_until(lambda: answers(place), 60)
        yield place
    finally:
        for process in reversed(place.processes if "place" in locals() else []):
            process.kill()
            process.communicate()
        run_code(folder, "from interlock import server; server.stop()")
        shutil.rmtree(folder, ignore_errors=True)


def answers(place: Town) -> bool:
    try:
        with place.connect("postgres") as connection:
            return connection.execute("SELECT 1").fetchone() is not None
    except psycopg.OperationalError:
        return False


def wait_until(holds: Callable[[], Any], seconds: float) -> None:
    deadline = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < deadline, f"not within {seconds} s"
        time.sleep(0.2)


def put(path: Path, folder: Path) -> None:
    """Rename a copy of a file into the watched folder."""
    folder.mkdir(parents=True, exist_ok=True)
    half = folder / f".{path.name}.part"
    shutil.copy(path, half)
    half.rename(folder / path.name)


def kill(process: subprocess.Popen[bytes] | int, how: signal.Signals = signal.SIGKILL) -> None:
    os.kill(process if isinstance(process, int) else process.pid, how)


def worker_of(parent: int) -> int | None:
    """Answer the process number of the job worker that a command started."""
    for task in Path(f"/proc/{parent}/task").glob("*/children"):
        for child in task.read_text().split():
            try:
                if b"interlock.cli.worker" in Path(f"/proc/{child}/cmdline").read_bytes():
                    return int(child)
            except FileNotFoundError:
                continue
    return None
