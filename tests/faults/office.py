"""The office beside the warehouse: it speaks as an outside system does, over HTTP and under keys of its own.

What it does with an order hangs on the platform's number alone, so that a day does the same whatever happens to it.
What was not answered is sent again, under the same key, until it is.
"""

from __future__ import annotations

import http.client
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from decimal import Decimal
from types import SimpleNamespace
from typing import Any

import psycopg

from interlock.demo.settling import Planted, lot_of, write_statement
from interlock.server import project_root

from .daily import COMPANY, PATIENCE, Town, put

sys.path.insert(0, str(project_root() / "clients" / "python"))
from interlock_client import Client, Problem

PAUSE = 0.05  # seconds between two calls: an office is not a burst
#: What becomes of an order that came from a platform, in a thousandth of them.
FATES = {
    "told": 15,  # the platform says that the buyer does not want it any more
    "stopped": 15,  # a clerk cancels it, also when the review holds it
    "good": 12,  # comes back and can be sold again
    "scrap": 6,  # comes back and is of no use
    "exchange": 5,  # comes back, and the buyer gets the same again
    "kept": 4,  # the buyer keeps it and gets money back
}
CANCELLED, KINDS = ("told", "stopped"), {"exchange": "exchange", "kept": "refund_only"}
FINE = {"done", "already"}
#: An order to cancel is let come as far as it comes by itself: what is then undone is the same on every day.
TO_CANCEL = """
SELECT o.id, s.code, o.platform_number, o.state FROM sales_order o JOIN sales_shop s ON s.id = o.shop_id
 WHERE o.state IN ('held', 'released') AND o.file_id IS NOT NULL ORDER BY o.platform_number"""
#: Of each order the first line that can come back at a cost of whole cents: it then costs the same on every day.
TO_RETURN = """
SELECT DISTINCT ON (o.platform_number) s.code, o.platform_number, l.line_number, l.quantity
  FROM sales_order o JOIN sales_shop s ON s.id = o.shop_id
  JOIN sales_orderline l ON l.order_id = o.id AND NOT l.is_gift
  JOIN stock_pool p ON p.company_id = o.company_id AND p.item_id = l.item_id
 WHERE o.state = 'recognised' AND o.file_id IS NOT NULL AND p.base_quantity > 0
   AND mod(p.base_amount * 100, p.base_quantity) = 0
 ORDER BY o.platform_number, l.line_number"""
RETURN = """
SELECT r.id, array_agg(l.id), array_agg(l.quantity), r.replacement_id
  FROM sales_return r JOIN sales_returnline l ON l.document_id = r.id WHERE r.platform_number = %s GROUP BY r.id"""
MOVING = """
SELECT (SELECT count(*) FROM sales_order WHERE state NOT IN ('held', 'recognised', 'cancelled'))
     + (SELECT count(*) FROM finance_eventpending)"""
#: What platforms owe: what is revenue, less what was paid back; what goes out for returned goods is paid already.
OWED = """
SELECT s.code, c.code, o.platform_number,
       o.amount - coalesce((SELECT sum(r.amount) FROM sales_return r WHERE r.order_id = o.id
                               AND r.state = 'refunded' AND r.kind <> 'exchange'), 0)
  FROM sales_order o JOIN sales_shop s ON s.id = o.shop_id JOIN sales_channel c ON c.id = s.channel_id
 WHERE o.state = 'recognised' AND o.file_id IS NOT NULL AND o.customer_id IS NULL ORDER BY o.platform_number"""
STATEMENTS = "SELECT id, platform_number, payout_amount, state FROM sales_statement ORDER BY platform_number"


class Closed(Exception):
    """The day was given up; the office goes home."""


def today() -> date:
    return datetime.now(UTC).astimezone().date()


def fate(number: str) -> str:
    """Answer what becomes of an order, of a lot that neither the sample day nor its platforms draw."""
    lot = lot_of(number) // 10**8 % 1000
    for name, share in FATES.items():
        if lot < share:
            return name
        lot -= share
    return ""


@dataclass
class Office:
    """Cancels while the day runs; when all has left takes back, exchanges, and settles with the platforms."""

    place: Town
    database: str
    address: str
    planted: Planted = field(default_factory=Planted)
    keys: set[str] = field(default_factory=set)
    again: int = 0  # calls that were sent once more, for want of an answer
    ended: bool = False
    trouble: BaseException | None = None
    all_left: threading.Event = field(default_factory=threading.Event)
    closed: threading.Event = field(default_factory=threading.Event)

    def __post_init__(self) -> None:
        self.client = Client(self.address, self.place.token, timeout=60, patience=60)

    @contextmanager
    def open(self) -> Iterator[None]:
        """Work beside what happens meanwhile."""
        thread = threading.Thread(target=self._work, name="office")
        thread.start()
        try:
            yield
        finally:
            self.closed.set()
            thread.join()

    def over(self) -> bool:
        """Say whether everything is told; what the office could not bear is raised where the day is watched."""
        if self.trouble is not None:
            raise self.trouble
        return self.ended

    def _work(self) -> None:
        try:
            while not self.all_left.is_set():
                self._cancel()
                self._rest(2 * PAUSE)
            self._take_back()
            self._until(lambda: self._ask(MOVING)[0][0] == 0)
            self._settle()
            self.ended = True
        except Closed:
            return
        except BaseException as trouble:  # whatever it is: it is raised by ``over``
            self.trouble = trouble

    # -------------------------------------------------------------------------------------------------- what it does
    def _cancel(self) -> None:
        for order, shop, number, state in self._ask(TO_CANCEL):
            meant = fate(number)
            if meant == "told" and state == "released":
                row = {"shop": shop, "order_no": number, "reason": "buyer"}
                self._tell("/messages/orders/cancel", {"rows": [row]}, f"cancel {number}")
            elif meant == "stopped":
                call = {"ids": [order], "reason": "address", "note": "nobody answers", "on": str(today())}
                self._tell("/orders/cancel", call, f"cancel {number}")

    def _take_back(self) -> None:
        """Take back in the order of the platforms' numbers: returns are numbered as they come."""
        back = [(meant, *row) for row in self._ask(TO_RETURN) if (meant := fate(row[1])) not in ("", *CANCELLED)]
        on = str(today())
        for meant, shop, number, line, quantity in back:
            sent = [{"line_no": line, "quantity": str(quantity)}]
            row = {"shop": shop, "order_no": number, "return_no": f"R{number}", "kind": KINDS.get(meant, "return")}
            row |= {"reason": "DAMAGED", "returned_on": on, "lines": sent}
            self._tell("/messages/returns/announce", {"rows": [row]}, f"announce {number}")
        goods = [row for row in back if row[0] != "kept"]
        for _meant, shop, number, *_line in goods:
            row = {"shop": shop, "order_no": number, "return_no": f"R{number}"}
            self._tell("/messages/returns/receive", {"rows": [row], "received_on": on}, f"receive {number}")
        for meant, _shop, number, *_line in goods:
            found, lines, quantities = self._return(number)
            useless = dict(zip(map(str, lines), map(str, quantities), strict=True)) if meant == "scrap" else None
            self._tell("/returns/inspect", {"ids": [found], "on": on, "scrap": useless}, f"inspect {number}")
        for meant, _shop, number, *_line in back:
            verb = "exchange" if meant == "exchange" else "refund"
            self._tell(f"/returns/{verb}", {"ids": [self._return(number)[0]], "on": on}, f"{verb} {number}")

    def _return(self, number: str) -> tuple[int, list[int], list[Decimal]]:
        return self._ask(RETURN, f"R{number}")[0][:3]

    def _settle(self) -> None:
        """Send what the platforms say they owe, mistakes and all; post it, and tie what the bank received."""
        on, shops = today(), dict[tuple[str, str], list[Any]]()
        for shop, channel, number, amount in self._ask(OWED):
            shops.setdefault((shop, channel), []).append(SimpleNamespace(platform_number=number, amount=amount))
        for (shop, channel), orders in sorted(shops.items()):
            put(write_statement(shop, channel, orders, on, self.place.home, self.planted),
                self.place.inbox / "statements")  # fmt: skip
            self._rest(PAUSE)
        self._until(lambda: [row[3] for row in self._ask(STATEMENTS)] == ["matched"] * len(shops))
        for found, number, payout, _state in self._ask(STATEMENTS):
            self._tell("/statements/post", {"ids": [found], "on": str(on)}, f"post {number}")
            receipt = {"number": f"BK-{number}", "received_on": str(on), "amount": str(payout), "reference": number}
            self._tell("/bank-receipts", {"rows": [receipt]}, f"receive {number}")
            self._tell("/statements/tie", {"ids": [found], "on": str(on)}, f"tie {number}")

    # --------------------------------------------------------------------------------------- how it bears what happens
    def _tell(self, path: str, call: dict[str, Any], key: str) -> None:
        """Send a call until it is answered, always the same under the same key; what is said once is not said again."""
        if key in self.keys:
            return
        answer = self._insist(path, {"company": COMPANY} | call, key)
        codes = {row["code"] for row in answer.get("rows") or answer["verdicts"]}
        assert codes <= FINE, (key, answer)
        self.keys.add(key)
        self._rest(PAUSE)

    def _insist(self, path: str, body: dict[str, Any], key: str) -> Any:
        deadline = time.monotonic() + PATIENCE
        while True:
            try:
                return self.client.call("POST", f"/api/v1{path}", body=body, key=key)
            except Problem as problem:
                if problem.status < 500 or time.monotonic() > deadline:
                    raise
            except (OSError, http.client.HTTPException):
                if time.monotonic() > deadline:
                    raise
            self.again += 1
            self._rest(3 * PAUSE)

    def _ask(self, query: str, *given: Any) -> list[Any]:
        deadline = time.monotonic() + PATIENCE
        while True:
            try:
                with self.place.connect(self.database) as db:
                    return db.execute(query, given).fetchall()
            except psycopg.OperationalError:
                if time.monotonic() > deadline:
                    raise
            self._rest(3 * PAUSE)

    def _until(self, holds: Callable[[], bool]) -> None:
        deadline = time.monotonic() + PATIENCE
        while not holds():
            assert time.monotonic() < deadline, self.place.said(self.database)[-3000:]
            self._rest(3 * PAUSE)

    def _rest(self, seconds: float) -> None:
        if self.closed.wait(seconds):
            raise Closed
