"""What scripts read on standard output."""

from __future__ import annotations

import errno
import json
import logging
import sys
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID

import psycopg
import pytest
from django.db import OperationalError

from interlock.cli import output
from interlock.server.trouble import Lines


@dataclass
class Row:
    code: str
    amount: Decimal


def test_json_holds_amounts_and_dates_as_text(capsys: pytest.CaptureFixture[str]) -> None:
    value = {
        "revenue": Decimal("24914583.66"),
        "on": date(2026, 11, 22),
        "key": UUID(int=1),
        "orders": 10,
        "seconds": 1.5,
        "laws_ok": True,
        "rows": [Row("1405", Decimal("0.10"))],
        "none": None,
    }
    output.result(value, as_json=True)
    printed = capsys.readouterr().out
    assert printed.endswith("}\n")
    assert printed.count("\n") == 1
    assert json.loads(printed) == {
        "revenue": "24914583.66",
        "on": "2026-11-22",
        "key": "00000000-0000-0000-0000-000000000001",
        "orders": 10,
        "seconds": 1.5,
        "laws_ok": True,
        "rows": [{"code": "1405", "amount": "0.10"}],
        "none": None,
    }


def test_tables_show_amounts_with_separators_and_codes_without(capsys: pytest.CaptureFixture[str]) -> None:
    output.result({"orders": 10000, "rows": [{"code": "22210105", "amount": Decimal("-1234.50")}]}, as_json=False)
    printed = capsys.readouterr().out
    assert "10,000" in printed
    assert "-1,234.50" in printed
    assert "22210105" in printed


def test_progress_says_each_stage_once_where_there_is_no_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    with output.progress() as report:
        report("import", 0, 10)
        report("import", 10, 10)
        report("review", 5, 5)
    printed = capsys.readouterr()
    assert printed.out == ""


def logged(error: Exception, cause: Exception | None = None) -> str:
    """Answer what the log says of a job that ended with this error."""
    try:
        raise error from cause
    except Exception:
        record = logging.LogRecord("jobs", logging.ERROR, "", 0, "Job take_in failed", (), sys.exc_info())
    return Lines("%(message)s").format(record)


def test_an_outage_is_one_line_in_the_log_and_a_defect_brings_its_traceback() -> None:
    for full in (
        logged(OSError(errno.ENOSPC, "No space left on device")),
        logged(OperationalError("could not extend file"), psycopg.errors.DiskFull("could not extend file")),
    ):
        assert full.splitlines()[0] == "Job take_in failed"
        assert "is full: free some space" in full
        assert len(full.splitlines()) == 2
    assert "Traceback" in logged(AssertionError("locked documents cannot have moved"))
