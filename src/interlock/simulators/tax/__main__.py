"""Run the office: ``python -m interlock.simulators.tax --port 8701 --data office.db``."""

from __future__ import annotations

import argparse
import sys

from .server import Counter


def main() -> None:
    """Serve until stopped; the port is said on the output."""
    parser = argparse.ArgumentParser(prog="python -m interlock.simulators.tax", description="A tax office to try with.")
    parser.add_argument("--port", type=int, default=8701, help="0 takes a free one")
    parser.add_argument("--data", default=":memory:", help="the SQLite file that holds the ledger")
    given = parser.parse_args()
    counter = Counter(given.port, given.data)
    sys.stdout.write(f"{counter.server_port}\n")
    sys.stdout.flush()
    counter.serve_forever()


if __name__ == "__main__":
    main()
