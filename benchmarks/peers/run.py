"""Run Interlock and Tryton on the same work, on the same server, and print both figures and the ratio.

``python3 benchmarks/peers/run.py`` from anywhere; needs only what ``./interlock`` needs. What is compared, and what is
not, stands in the README beside this file.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import venv
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
OURS, THEIRS = ROOT / ".venv" / "bin", HERE / ".venv" / "bin"
REQUIREMENTS = HERE / "requirements.lock"
DATABASE = "interlock_peer"
CONFIGURATION = """\
[database]
uri = postgresql://
[queue]
worker = True
[cache]
record = 20000
"""


def main() -> int:
    """Install, run both, print; 1 when a client of Interlock saw an error or a piece was oversold."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--orders", type=int, default=100, help="orders of the batch (100)")
    parser.add_argument("--lists", default="20,100", help="how many of them Tryton takes at a time; the best counts")
    parser.add_argument("--clients", type=int, default=8, help="clients at once (8)")
    parser.add_argument("--seconds", type=float, default=30, help="how long they work (30)")
    parser.add_argument("--json", action="store_true", help="one JSON object")
    given = parser.parse_args()
    install()
    say("Interlock …")
    shape = ["--orders", str(given.orders), "--clients", str(given.clients), "--seconds", str(given.seconds)]
    ours = answer([OURS / "python", HERE / "interlock_side.py", *shape], os.environ)
    say("Tryton …")
    theirs = tryton([*shape, "--sizes", given.lists, "--batch", str(orders_a_batch())])
    found = compare(ours, theirs)
    if given.json:
        print(json.dumps(found))
    else:
        show(found)
    return 0 if not ours["race"]["errors"] and not ours["race"]["oversold_pieces"] else 1


def install() -> None:
    """Make both virtual environments, once."""
    if not (OURS / "python").exists():
        subprocess.run([ROOT / "interlock", "--help"], check=True, stdout=subprocess.DEVNULL)
    done = HERE / ".venv" / "installed.lock"
    if done.exists() and done.read_text() == REQUIREMENTS.read_text():
        return
    say("Installing Tryton (once) …")
    venv.create(HERE / ".venv", with_pip=True, clear=True)
    subprocess.run([THEIRS / "pip", "install", "-q", "--no-deps", "-r", REQUIREMENTS], check=True)
    done.write_text(REQUIREMENTS.read_text())


def tryton(shape: list[str]) -> dict[str, Any]:
    """Make Tryton's database on the server that Interlock uses, fill it, and let it work."""
    with tempfile.TemporaryDirectory(prefix="interlock-peer-") as folder:
        configuration, password = Path(folder, "trytond.conf"), Path(folder, "password")
        configuration.write_text(CONFIGURATION)
        password.write_text(os.urandom(12).hex())
        keeper = subprocess.Popen(
            [OURS / "python", HERE / "keep_server.py", DATABASE],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        )  # fmt: skip
        try:
            line = keeper.stdout.readline() if keeper.stdout else ""
            if not line:
                raise SystemExit("The database server did not start; its words stand above.")
            given = {"TRYTOND_CONFIG": str(configuration), "TRYTONPASSFILE": str(password)}
            environment = {**os.environ, **json.loads(line), **given}
            admin = [THEIRS / "trytond-admin", "-d", DATABASE]
            steps = [["--all", "--email", "admin@example.org", "-p"], ["-u", "sale", "--activate-dependencies"]]
            for step in steps:
                subprocess.run([*admin, *step], env=environment, check=True, stdout=subprocess.DEVNULL)
            side = [THEIRS / "python", HERE / "tryton_side.py", "--database", DATABASE, "--config", configuration]
            return answer([*side, *shape], environment)
        finally:
            keeper.communicate("done\n")


def orders_a_batch() -> int:
    """Answer how many orders a client of Interlock's race takes in at a time; Tryton's take as many."""
    code = "from interlock.demo.bench.client import BATCH; print(BATCH)"
    return int(subprocess.run([OURS / "python", "-c", code], check=True, capture_output=True, text=True).stdout)


def answer(command: list[Any], environment: Any) -> dict[str, Any]:
    """Run a side and read the JSON object that it prints last."""
    ran = subprocess.run(command, env=dict(environment), stdout=subprocess.PIPE, text=True, check=False)
    if ran.returncode:
        raise SystemExit(f"{Path(command[1]).name} ended with status {ran.returncode}; its words stand above.")
    found: dict[str, Any] = json.loads(ran.stdout.strip().splitlines()[-1])
    return found


def compare(ours: dict[str, Any], theirs: dict[str, Any]) -> dict[str, Any]:
    """Put both sides beside each other; for Tryton the best of its list sizes counts."""
    best = max(theirs["batch"], key=lambda run: run["orders_per_second"])
    ratio = ours["batch"][0]["orders_per_second"] / best["orders_per_second"]
    slow = theirs["race"]["orders_per_second"]
    # Those of Interlock's clients count until the last is posted, as those of Tryton's end with a posted invoice.
    raced = round(ours["race"]["posted_per_second"] / slow, 1) if slow else None
    return {
        "tryton": theirs["version"],
        "batch": {"interlock": ours["batch"], "tryton": theirs["batch"], "ratio": round(ratio, 1)},
        "race": {"interlock": ours["race"], "tryton": theirs["race"], "ratio": raced},
    }


def show(found: dict[str, Any]) -> None:
    """Print the figures as a table."""
    print(f"Interlock and Tryton {found['tryton']}, order → shipped → invoiced or recognised, posted\n")
    for side in ("interlock", "tryton"):
        for run in found["batch"][side]:
            size = f"{run['orders']} orders, {run['orders_a_transaction']} at a time"
            print(f"{side:<10} {size:<34} {run['orders_per_second']:>9.2f} orders a second")
    print(f"{'ratio':<45} {found['batch']['ratio']:>9.1f}\n")
    ours, theirs = found["race"]["interlock"], found["race"]["tryton"]
    print(
        f"interlock  {ours['clients']} clients, {ours['seconds']} s: {ours['posted_per_second']} orders a second, "
        f"{ours['errors']} errors, {ours['oversold_pieces']} pieces oversold\n"
        f"tryton     {theirs['clients']} clients, {theirs['seconds']} s: {theirs['orders_per_second']} orders a "
        f"second, {theirs['failed_batches']} of {theirs['batches']} batches failed, "
        f"{theirs['oversold_pieces']:g} pieces oversold"
    )
    print(f"{'ratio':<45} {found['race']['ratio'] or 'none: Tryton finished no order':>9}")
    for kind, count in theirs["error_kinds"].items():
        print(f"  tryton, {count} times: {kind}")


def say(line: str) -> None:
    """Say what goes on, on standard error."""
    print(line, file=sys.stderr)


if __name__ == "__main__":
    sys.exit(main())
