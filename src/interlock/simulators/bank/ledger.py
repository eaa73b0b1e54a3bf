"""The bank's own books in sqlite: accounts, files, payments, entries, and what waits to be fetched by the customer."""

from __future__ import annotations

import hashlib
import sqlite3
import threading
from datetime import date, datetime
from pathlib import Path
from typing import Any

from . import messages

TABLES = """
CREATE TABLE IF NOT EXISTS account (number TEXT PRIMARY KEY, holder TEXT NOT NULL, currency TEXT NOT NULL,
    opened INTEGER NOT NULL, statements INTEGER NOT NULL DEFAULT 0, stated INTEGER NOT NULL);
CREATE TABLE IF NOT EXISTS file (message TEXT PRIMARY KEY, sha TEXT NOT NULL, answer TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS payment (id INTEGER PRIMARY KEY, message TEXT NOT NULL, payment_information TEXT NOT NULL,
    end_to_end TEXT NOT NULL, account TEXT NOT NULL, creditor TEXT NOT NULL, creditor_account TEXT NOT NULL,
    cents INTEGER NOT NULL CHECK (cents > 0), currency TEXT NOT NULL, text TEXT NOT NULL, state TEXT NOT NULL,
    reason TEXT NOT NULL DEFAULT '', booked_on TEXT NOT NULL DEFAULT '', reference TEXT NOT NULL DEFAULT '',
    UNIQUE (message, end_to_end));
CREATE TABLE IF NOT EXISTS entry (id INTEGER PRIMARY KEY, account TEXT NOT NULL REFERENCES account,
    booked_on TEXT NOT NULL,
    cents INTEGER NOT NULL CHECK (cents <> 0), kind TEXT NOT NULL, end_to_end TEXT NOT NULL DEFAULT '',
    party TEXT NOT NULL DEFAULT '', party_account TEXT NOT NULL DEFAULT '', text TEXT NOT NULL DEFAULT '',
    reference TEXT NOT NULL, statement INTEGER);
CREATE TABLE IF NOT EXISTS message (number INTEGER PRIMARY KEY, account TEXT NOT NULL, name TEXT NOT NULL,
    body TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS blocked (account TEXT PRIMARY KEY, reason TEXT NOT NULL);
"""

#: What a customer compares with books of their own.
WHOLE = {
    "account": "SELECT * FROM account",
    "payment": "SELECT * FROM payment ORDER BY id",
    "entry": "SELECT * FROM entry ORDER BY id",
}


class Ledger:
    """All of the bank; one writer at a time."""

    def __init__(self, path: Path) -> None:
        self.lock = threading.RLock()
        self.base = sqlite3.connect(path, check_same_thread=False, isolation_level=None)
        self.base.row_factory = sqlite3.Row
        self.base.executescript("PRAGMA journal_mode = WAL; PRAGMA foreign_keys = ON;" + TABLES)

    def _all(self, statement: str, *given: Any) -> list[sqlite3.Row]:
        return self.base.execute(statement, given).fetchall()

    def _one(self, statement: str, *given: Any) -> sqlite3.Row | None:
        return self.base.execute(statement, given).fetchone()

    def open_account(self, number: str, holder: str, currency: str, cents: int) -> None:
        with self.lock:
            self.base.execute(
                "INSERT OR IGNORE INTO account (number, holder, currency, opened, stated) VALUES (?, ?, ?, ?, ?)",
                (number, holder, currency, cents, cents),
            )

    def block(self, account: str, reason: str) -> None:
        """Refuse payments to this account from now on, for an ISO reason (AC04 closed account, …)."""
        with self.lock:
            self.base.execute("INSERT OR REPLACE INTO blocked VALUES (?, ?)", (account, reason))

    def balance(self, number: str) -> int:
        found = self._one(
            "SELECT opened + coalesce((SELECT sum(cents) FROM entry WHERE account = number), 0) FROM account"
            " WHERE number = ?",
            number,
        )
        return int(found[0]) if found else 0

    # ----------------------------------------------------------------------------------------------------- payments
    def take(self, body: bytes, now: datetime) -> tuple[int, str]:
        """Take a file of payments: answered once, and a repeat of the same message with the same answer."""
        sha = hashlib.sha256(body).hexdigest()
        try:
            file = messages.read_payments(body)
        except messages.BadMessage as error:
            return 400, self._report("UNREADABLE", now, "RJCT", ("FF01", str(error)), [])
        with self.lock:
            known = self._one("SELECT sha, answer FROM file WHERE message = ?", file.message)
            if known and known["sha"] == sha:
                return 200, str(known["answer"])
            if known:
                return 409, self._report(file.message, now, "RJCT", ("AM05", "message id used before"), [])
            self.base.execute("BEGIN IMMEDIATE")
            try:
                answer = self._report(file.message, now, "ACTC", None, [])
                self.base.execute("INSERT INTO file VALUES (?, ?, ?)", (file.message, sha, answer))
                for one in file.transfers:
                    self.base.execute(
                        "INSERT INTO payment (message, payment_information, end_to_end, account, creditor,"
                        " creditor_account, cents, currency, text, state) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 'ACCP')",
                        (file.message, one.payment_information, one.end_to_end, one.debtor_account, one.creditor,
                         one.creditor_account, one.cents, one.currency, one.text),
                    )  # fmt: skip
                self.base.execute("COMMIT")
            except sqlite3.IntegrityError as error:
                self.base.execute("ROLLBACK")
                return 400, self._report(file.message, now, "RJCT", ("AM05", str(error)), [])
        return 202, answer

    def status(self, message: str, now: datetime) -> str | None:
        """Answer where the payments of a file stand."""
        with self.lock:
            if self._one("SELECT 1 FROM file WHERE message = ?", message) is None:
                return None
            return self._report(message, now, "", None, self._payments(message))

    def _payments(self, message: str) -> list[sqlite3.Row]:
        return self._all("SELECT * FROM payment WHERE message = ? ORDER BY id", message)

    def _report(
        self, message: str, now: datetime, group: str, reason: tuple[str, str] | None, payments: list[sqlite3.Row]
    ) -> str:
        number = self._all("SELECT count(*) FROM message")[0][0] + 1
        return messages.status_report(number, message, now, group, reason, payments)

    def accept(self, now: datetime) -> int:
        """Tell of every payment that it is accepted and waits to be booked."""
        with self.lock:
            files = [r["message"] for r in self._all("SELECT DISTINCT message FROM payment WHERE state = 'ACCP'")]
            for file in files:
                self._tell(file, now)
            return len(files)

    def settle(self, day: date, now: datetime) -> dict[str, int]:
        """Book what waits: paid from the account, or refused with a reason; each file is told of."""
        counts = {"ACSC": 0, "RJCT": 0}
        with self.lock:
            self.base.execute("BEGIN IMMEDIATE")
            waiting = self._all("SELECT * FROM payment WHERE state = 'ACCP' ORDER BY id")
            for payment in waiting:
                reason = self._reason(payment)
                reference = f"PB{payment['id']:010d}"
                state = "RJCT" if reason else "ACSC"
                counts[state] += 1
                self.base.execute(
                    "UPDATE payment SET state = ?, reason = ?, booked_on = ?, reference = ? WHERE id = ?",
                    (state, reason, "" if reason else day.isoformat(), "" if reason else reference, payment["id"]),
                )
                if not reason:
                    self._book(
                        payment["account"], day, -payment["cents"], "payment", reference, payment["end_to_end"],
                        payment["creditor"], payment["creditor_account"], payment["text"],
                    )  # fmt: skip
            for file in dict.fromkeys(payment["message"] for payment in waiting):
                self._tell(file, now)
            self.base.execute("COMMIT")
        return counts

    def _reason(self, payment: sqlite3.Row) -> str:
        account = self._one("SELECT * FROM account WHERE number = ?", payment["account"])
        if account is None:
            return "AC01"
        if account["currency"] != payment["currency"]:
            return "AM03"
        if blocked := self._one("SELECT reason FROM blocked WHERE account = ?", payment["creditor_account"]):
            return str(blocked["reason"])
        return "AM04" if self.balance(payment["account"]) < payment["cents"] else ""

    def _tell(self, message: str, now: datetime) -> None:
        payments = self._payments(message)
        self._keep(payments[0]["account"], "pain.002", self._report(message, now, "", None, payments))

    def _keep(self, account: str, name: str, body: str) -> int:
        given = (account, name, body)
        made = self.base.execute("INSERT INTO message (account, name, body) VALUES (?, ?, ?)", given)
        return int(made.lastrowid or 0)

    # ------------------------------------------------------------------------------------------------------ accounts
    def _book(self, account: str, day: date, cents: int, kind: str, reference: str, *further: str) -> None:
        end_to_end, party, party_account, text = further
        self.base.execute(
            "INSERT INTO entry (account, booked_on, cents, kind, reference, end_to_end, party, party_account, text)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (account, day.isoformat(), cents, kind, reference, end_to_end, party, party_account, text),
        )

    def enter(self, account: str, day: date, cents: int, kind: str, given: dict[str, str]) -> str:
        """Book a fee, interest or an incoming payment; answers the bank's reference."""
        with self.lock:
            number = self._all("SELECT count(*) FROM entry")[0][0] + 1
            reference = f"E{kind[0].upper()}{number:09d}"
            further = (given.get(name, "") for name in ("end_to_end", "party", "party_account", "text"))
            self._book(account, day, cents, kind, reference, *further)
            return reference

    def issue(self, number: str, day: date, now: datetime) -> int:
        """Issue the statement of what was booked since the last one; answers its sequence number."""
        with self.lock:
            self.base.execute("BEGIN IMMEDIATE")
            account = self._one("SELECT * FROM account WHERE number = ?", number)
            if account is None:
                self.base.execute("ROLLBACK")
                raise KeyError(number)
            entries = self._all("SELECT * FROM entry WHERE account = ? AND statement IS NULL ORDER BY id", number)
            sequence = int(account["statements"]) + 1
            body = messages.statement(account, sequence, day, now, int(account["stated"]), entries)
            self.base.execute(
                "UPDATE account SET statements = ?, stated = stated + ? WHERE number = ?",
                (sequence, sum(entry["cents"] for entry in entries), number),
            )
            self.base.execute(
                "UPDATE entry SET statement = ? WHERE account = ? AND statement IS NULL", (sequence, number)
            )
            self._keep(number, "camt.053", body)
            self.base.execute("COMMIT")
            return sequence

    def waiting(self, after: int, accounts: list[str]) -> list[dict[str, Any]]:
        """Answer what a customer with these accounts has not fetched yet."""
        with self.lock:
            found = self._all("SELECT * FROM message WHERE number > ? ORDER BY number", after)
        return [dict(row) for row in found if row["account"] in accounts]

    def everything(self) -> dict[str, Any]:
        """Answer the whole ledger, for a comparison entry by entry."""
        with self.lock:
            tables = {name: [dict(row) for row in self._all(one)] for name, one in WHOLE.items()}
        for account in tables["account"]:
            account["balance"] = self.balance(account["number"])
        return tables
