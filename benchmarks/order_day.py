"""Measure an order day without the command line: ``python benchmarks/order_day.py --orders 100000``."""

from __future__ import annotations

import argparse
import json
import os
import sys

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "interlock.settings")


def main() -> int:
    """Measure, print one JSON object; 1 when a law is broken."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--orders", type=int, default=100_000)
    arguments = parser.parse_args()
    from interlock import server  # noqa: PLC0415

    server.ensure_running()
    try:
        import django  # noqa: PLC0415

        django.setup()
        from interlock.demo.api import bench_order_day  # noqa: PLC0415

        figures = bench_order_day(arguments.orders)
    finally:
        server.release()
    json.dump(figures, sys.stdout, indent=2)
    print()
    return 0 if figures["laws_ok"] else 1


if __name__ == "__main__":
    sys.exit(main())
