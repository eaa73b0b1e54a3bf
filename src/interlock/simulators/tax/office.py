"""The office: its ledger of invoices, and what it does on request. One call at a time."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

from . import checks, document
from .checks import Refused

SCHEMA = (
    "CREATE TABLE IF NOT EXISTS taxpayer (code TEXT PRIMARY KEY, name TEXT, quota TEXT)",
    "CREATE TABLE IF NOT EXISTS invoice (number TEXT PRIMARY KEY, kind TEXT, issued_on TEXT, seller TEXT, "
    "seller_name TEXT, buyer TEXT, buyer_name TEXT, amount TEXT, tax TEXT, total TEXT, original TEXT, reason TEXT, "
    "request TEXT, month TEXT DEFAULT '')",
    "CREATE TABLE IF NOT EXISTS line (number TEXT, line INTEGER, name TEXT, unit TEXT, quantity TEXT, price TEXT, "
    "amount TEXT, rate TEXT, tax TEXT, original_line INTEGER)",
    "CREATE TABLE IF NOT EXISTS request (request TEXT PRIMARY KEY, digest TEXT, status INTEGER, answer TEXT)",
    "CREATE INDEX IF NOT EXISTS invoice_seller ON invoice (seller)",
    "CREATE INDEX IF NOT EXISTS invoice_buyer ON invoice (buyer)",
    "CREATE INDEX IF NOT EXISTS invoice_original ON invoice (original)",
    "CREATE INDEX IF NOT EXISTS line_number ON line (number)",
)
HEAD = (
    "number", "kind", "issued_on", "seller_code", "seller_name", "buyer_code", "buyer_name", "amount", "tax", "total",
    "original", "reason", "request",
)  # fmt: skip
FIGURES = ("quantity", "price", "amount", "rate", "tax")
NOTHING = Decimal("0.00")
DEFAULT_QUOTA = Decimal("100000000.00")


class Office:
    """The ledger and the acts on it."""

    def __init__(self, path: Path | str) -> None:
        self.books = sqlite3.connect(path, check_same_thread=False, isolation_level=None)
        self.books.row_factory = sqlite3.Row
        for statement in SCHEMA:
            self.books.execute(statement)

    def once(self, path: str, message: dict[str, Any], act: Callable[[dict[str, Any]], dict[str, Any]]) -> Any:
        """Answer (status, answer) of a request; the same request again gets its first answer."""
        request = message.get("request")
        if not isinstance(request, str) or not 0 < len(request) <= 64:
            return 422, {"code": "bad_request_number"}
        digest = hashlib.sha256(json.dumps([path, message], sort_keys=True).encode()).hexdigest()
        known = self.books.execute("SELECT * FROM request WHERE request = ?", (request,)).fetchone()
        if known is not None:
            if known["digest"] != digest:
                return 409, {"code": "request_changed", "request": request}
            return known["status"], json.loads(known["answer"])
        self.books.execute("BEGIN IMMEDIATE")
        try:
            status, answer = 200, act(message)
        except Refused as refused:
            self.books.execute("ROLLBACK")
            return 422, {"request": request, "code": refused.code, **refused.about}
        except BaseException:
            self.books.execute("ROLLBACK")
            raise
        answer = {"request": request, **answer}
        self.books.execute("INSERT INTO request VALUES (?, ?, ?, ?)", (request, digest, status, json.dumps(answer)))
        self.books.execute("COMMIT")
        return status, answer

    def register(self, message: dict[str, Any]) -> dict[str, Any]:
        """Register a taxpayer, or change what is known of one."""
        code, name = checks.party({"taxpayer": message}, "taxpayer")
        quota = checks.money(message, "quota") if message.get("quota") else DEFAULT_QUOTA
        self.books.execute("INSERT OR REPLACE INTO taxpayer VALUES (?, ?, ?)", (code, name, str(quota)))
        return {"uscc": code, "name": name, "quota": str(quota)}

    def issue(self, message: dict[str, Any]) -> dict[str, Any]:
        """Issue an invoice, blue or red."""
        kind = message.get("kind")
        if kind not in ("blue", "red"):
            raise Refused("bad_field", field="kind")
        issued_on = checks.day(message, "on")
        seller, seller_name = checks.party(message, "seller")
        buyer, buyer_name = checks.party(message, "buyer", person=True)
        taxpayer = self.books.execute("SELECT * FROM taxpayer WHERE code = ?", (seller,)).fetchone()
        if taxpayer is None:
            raise Refused("unknown_taxpayer")
        if taxpayer["name"] != seller_name:
            raise Refused("wrong_seller_name")
        lines = checks.lines(message, 1 if kind == "blue" else -1)
        net, tax = checks.sums(message, lines)
        head = {
            "kind": kind, "issued_on": issued_on.isoformat(), "seller_code": seller, "seller_name": seller_name,
            "buyer_code": buyer, "buyer_name": buyer_name, "amount": net, "tax": tax, "total": net + tax,
            "original": "", "reason": "", "request": message["request"],
        }  # fmt: skip
        if kind == "red":
            head["original"] = checks.text(message, "original", most=20)
            head["reason"] = checks.text(message, "reason", most=120)
            self._takes_back(head, lines)
        else:
            used = self._used(seller, issued_on.isoformat()[:7])
            if used + net > Decimal(taxpayer["quota"]):
                raise Refused("quota_exceeded", left=str(Decimal(taxpayer["quota"]) - used))
        head["number"] = self._number(issued_on.year)
        self._write(head, lines)
        answer = {"number": head["number"], "issued_on": head["issued_on"], "total": str(head["total"])}
        return answer | {"xml": document.xml_of(head, lines)}

    def verify(self, message: dict[str, Any]) -> dict[str, Any]:
        """Say whether an invoice is what its bearer says."""
        number, total = checks.text(message, "number", most=20), checks.money(message, "total")
        issued_on = checks.day(message, "issued_on").isoformat()
        found = self.books.execute("SELECT * FROM invoice WHERE number = ?", (number,)).fetchone()
        state = "unknown" if found is None else "valid"
        if found is not None and (found["issued_on"], Decimal(found["total"])) != (issued_on, total):
            state = "differs"
        elif found is not None and self._left(number) == NOTHING:
            state = "reversed"
        return {"number": number, "state": state}

    def deduct(self, message: dict[str, Any]) -> dict[str, Any]:
        """Take invoices into the deduction of a month: a code a number."""
        taxpayer, month = checks.text(message, "taxpayer", most=18), checks.text(message, "month", most=7)
        numbers = message.get("numbers")
        if not isinstance(numbers, list) or not numbers:
            raise Refused("bad_field", field="numbers")
        results = []
        for number in map(str, numbers):
            found = self.books.execute("SELECT * FROM invoice WHERE number = ?", (number,)).fetchone()
            code = "unknown" if found is None else "not_buyer" if found["buyer"] != taxpayer else "deducted"
            if code == "deducted" and found["month"] and found["month"] != month:
                code = "deducted_before"
            elif code == "deducted" and found["issued_on"][:7] > month:
                code = "later_month"
            elif code == "deducted":
                self.books.execute("UPDATE invoice SET month = ? WHERE number = ?", (month, number))
            results.append({"number": number, "code": code})
        return {"month": month, "results": results}

    def deductible(self, taxpayer: str, month: str) -> list[dict[str, Any]]:
        """Answer the invoices of a buyer that no month has deducted."""
        found = self.books.execute(
            "SELECT number, kind, issued_on, seller, seller_name, amount, tax, total FROM invoice "
            "WHERE buyer = ? AND month = '' AND substr(issued_on, 1, 7) <= ? ORDER BY number",
            (taxpayer, month),
        )
        return [dict(row) for row in found]

    def declaration(self, taxpayer: str, month: str) -> dict[str, Any]:
        """Answer output by rate and input of a month, as the office counts them."""
        rates: dict[str, list[Decimal]] = {}
        for row in self.books.execute(
            "SELECT l.rate, l.amount, l.tax FROM line l JOIN invoice i ON i.number = l.number "
            "WHERE i.seller = ? AND substr(i.issued_on, 1, 7) = ?",
            (taxpayer, month),
        ):
            held = rates.setdefault(format(Decimal(row["rate"]).normalize(), "f"), [NOTHING, NOTHING])
            held[0], held[1] = held[0] + Decimal(row["amount"]), held[1] + Decimal(row["tax"])
        taken = self.books.execute("SELECT * FROM invoice WHERE buyer = ? AND month = ?", (taxpayer, month)).fetchall()
        put = sum((tax for _net, tax in rates.values()), NOTHING)
        deducted = sum((Decimal(row["tax"]) for row in taken), NOTHING)
        return {
            "taxpayer": taxpayer,
            "month": month,
            "output": [{"rate": one, "amount": str(rates[one][0]), "tax": str(rates[one][1])} for one in sorted(rates)],
            "output_tax": str(put),
            "input_count": len(taken),
            "input_amount": str(sum((Decimal(row["amount"]) for row in taken), NOTHING)),
            "input_tax": str(deducted),
            "payable": str(put - deducted),
        }  # fmt: skip

    def ledger(self, taxpayer: str) -> list[dict[str, Any]]:
        """Answer every invoice that a taxpayer issued or received, with its lines."""
        found = self.books.execute(
            "SELECT * FROM invoice WHERE seller = ? OR buyer = ? ORDER BY number", (taxpayer, taxpayer)
        )
        return [dict(row) | {"lines": self._lines(row["number"])} for row in found.fetchall()]

    # ------------------------------------------------------------------------------------------------------- ledger
    def _takes_back(self, head: dict[str, Any], lines: list[dict[str, Any]]) -> None:
        """A red invoice takes back what is left of its original's lines, and nothing else."""
        row = self.books.execute("SELECT * FROM invoice WHERE number = ?", (head["original"],)).fetchone()
        if row is None or row["kind"] != "blue":
            raise Refused("unknown_original")
        if (row["seller"], row["buyer"], row["buyer_name"]) != tuple(
            head[name] for name in ("seller_code", "buyer_code", "buyer_name")
        ):
            raise Refused("other_parties")
        left = {line["line"]: line for line in self._lines(head["original"])}
        for red in self.books.execute("SELECT number FROM invoice WHERE original = ?", (head["original"],)).fetchall():
            for line in self._lines(red["number"]):
                held = left[line["original_line"]]
                for part in ("amount", "tax"):
                    held[part] = str(Decimal(held[part]) + Decimal(line[part]))
        for line in lines:
            held = left.get(line["original_line"] or 0, {})
            if not held or Decimal(held["rate"]) != line["rate"]:
                raise Refused("unknown_original_line", line=line["line"])
            for part in ("amount", "tax"):
                held[part] = str(Decimal(held[part]) + line[part])
                if Decimal(held[part]) < 0:
                    raise Refused("more_than_left", line=line["line"])

    def _left(self, number: str) -> Decimal:
        whole = self.books.execute("SELECT total FROM invoice WHERE number = ? OR original = ?", (number, number))
        return sum((Decimal(row["total"]) for row in whole), NOTHING)

    def _used(self, seller: str, month: str) -> Decimal:
        found = self.books.execute(
            "SELECT amount FROM invoice WHERE seller = ? AND kind = 'blue' AND substr(issued_on, 1, 7) = ?",
            (seller, month),
        )
        return sum((Decimal(row["amount"]) for row in found), NOTHING)

    def _number(self, year: int) -> str:
        """Twenty digits: the year, the region, the channel, the sequence."""
        so_far = self.books.execute("SELECT count(*) FROM invoice").fetchone()[0]
        return f"{year % 100:02d}332{so_far + 1:015d}"

    def _lines(self, number: str) -> list[dict[str, Any]]:
        found = self.books.execute("SELECT * FROM line WHERE number = ? ORDER BY line", (number,))
        return [dict(row) for row in found.fetchall()]

    def _write(self, head: dict[str, Any], lines: list[dict[str, Any]]) -> None:
        kept = [str(head[name]) for name in HEAD]
        self.books.execute("INSERT INTO invoice VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '')", kept)
        for line in lines:
            kept = [str(line[name]) if line[name] is not None else "" for name in FIGURES]
            self.books.execute(
                "INSERT INTO line VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (head["number"], line["line"], line["name"], line["unit"], *kept, line["original_line"]),
            )
