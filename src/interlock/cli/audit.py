"""Commands for auditors: a year of a company's books as files, and how much of a month nobody typed."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

from interlock.server.trouble import from_os_error

from . import database, output
from .reports import _companies, _latest_month


def export_audit(code: str, year: int, folder: Path, form: str) -> None:
    """Write the files of a company's year and say how many rows each table has."""
    database.ready()
    from interlock.finance.api import export_audit as write

    company = _companies(code)[0]
    try:
        written = write(company.pk, year, folder, form)
    except OSError as error:
        raise from_os_error(error, folder) from error
    rows = sum(written.values())
    print(f"{rows:,} rows of {len(written)} tables written to {folder}.", file=sys.stderr)  # noqa: T201


def automatic(code: str | None, month: date | None, *, as_json: bool) -> None:
    """Print the share of vouchers and journal lines of a month that nobody typed, a company each and all together."""
    database.ready()
    from interlock.finance.api import automatic_share

    companies = _companies(code)
    shown = month or max((_latest_month(company) for company in companies), default=date(2000, 1, 1))
    found = automatic_share([company.pk for company in companies], shown)
    answer = {
        "month": f"{shown:%Y-%m}",
        **found.total.figures(),
        "companies": [
            {"company": company.code, **found.by_company[company.pk].figures()}
            for company in companies
            if company.pk in found.by_company
        ],
    }
    output.result(answer, as_json=as_json)
