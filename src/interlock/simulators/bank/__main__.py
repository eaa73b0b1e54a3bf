"""Run the bank: ``python -m interlock.simulators.bank --port 8099 --data bank.sqlite``."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from .ledger import Ledger
from .server import Bank


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m interlock.simulators.bank", description="A bank to test with.")
    parser.add_argument("--port", type=int, default=0, help="0 takes a free one and says which")
    parser.add_argument("--data", type=Path, required=True, help="the file of the bank's own ledger")
    given = parser.parse_args()
    bank = Bank(("127.0.0.1", given.port), Ledger(given.data))
    sys.stdout.write(f"bank listens on {bank.server_address[1]}\n")
    sys.stdout.flush()
    try:
        bank.serve_forever()
    except KeyboardInterrupt:
        bank.server_close()


if __name__ == "__main__":
    main()
