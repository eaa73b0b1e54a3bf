"""Interlock's side: orders from the shop's file to posted revenue, in one batch and by clients at once.

Runs in the repository's ``.venv``, in a database of its own. Prints one JSON object.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import time
from dataclasses import replace
from typing import Any

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "interlock.settings")


def batch(ground: Any, orders: int) -> dict[str, Any]:
    """Measure one batch of so many orders, to the last posted event."""
    from interlock.demo.bench import client, race
    from interlock.finance import api as finance

    task = replace(race.task_of(ground, 0), name="warm", batch=5)
    client.Client(task, client.Seen()).work()
    seen = client.Seen()
    worker = client.Client(replace(task, name=f"batch-{orders}", batch=orders), seen)
    finance.post_pending(ground.company, ground.by)
    started = time.perf_counter()
    worker.work()
    finance.post_pending(ground.company, ground.by)
    seconds = time.perf_counter() - started
    assert seen.recognised == orders, f"all orders find stock, {seen} did not"
    return {"orders": orders, "orders_a_transaction": orders, "seconds": round(seconds, 2),
            "orders_per_second": round(orders / seconds, 2)}  # fmt: skip


def main() -> None:
    """Build, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--orders", type=int, required=True)
    parser.add_argument("--clients", type=int, required=True)
    parser.add_argument("--seconds", type=float, required=True)
    given = parser.parse_args()
    from interlock import server

    server.ensure_running()
    try:
        import django

        django.setup()
        from interlock.demo.bench import race
        from interlock.demo.bench.scratch import scratch_database
        from interlock.demo.spine import silent
        from interlock.server.schema import connect

        with scratch_database() as database:
            ground = race.prepare(database, silent)
            race.fill(ground)
            with connect("owner", database) as owner:
                owner.execute("ANALYZE")
            answer = {"batch": [batch(replace(ground, offers=ground.offers[race.SCARCE :]), given.orders)],
                      "race": race.run_race(ground, given.clients, given.seconds)}  # fmt: skip
    finally:
        server.release()
    json.dump(answer, sys.stdout)
    print()


if __name__ == "__main__":
    main()
