"""Make a company's books: its chart of accounts, the default posting rules, its periods."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from django.db import transaction

from interlock.core.api import Module, months_of_year, year_starts
from interlock.core.sql import blocks, rows, run

from ..models import DunningLevel
from ..openitems.making import keep_items
from .create_cash import create_cash_items

SQL = blocks(__file__)
DATA = Path(__file__).resolve().parents[1] / "data"


@dataclass(frozen=True)
class NewBooks:
    """How many accounts and posting rules a company got."""

    accounts: int
    rules: int


def create_books(company: int) -> NewBooks:
    """Load the chart of accounts, the default posting rules and the statements; what is there stays as it is.

    Writes: finance_account, finance_postingrule, finance_reportline, finance_reportaccount, a level of the chart a
    statement; what the cash flow statement needs.
    """
    chart, rules = _read("chart_cas.csv"), _read("posting_rules.csv")
    with transaction.atomic():
        accounts = 0
        for length in sorted({len(row["code"]) for row in chart}):
            level = [row for row in chart if len(row["code"]) == length]
            accounts += run(
                SQL["accounts"],
                company=company,
                codes=[row["code"] for row in level],
                names_en=[row["name_en"] for row in level],
                names_zh=[row["name_zh"] for row in level],
                kinds=[row["kind"] for row in level],
                parents=[row["parent"] for row in level],
                groups=[row["is_group"] == "1" for row in level],
            )
        made = run(
            SQL["rules"],
            company=company,
            kinds=[row["event_kind"] for row in rules],
            components=[row["component"] for row in rules],
            since=[date.fromisoformat(row["valid_from"]) for row in rules],
            debits=[row["debit_account"] for row in rules],
            credits=[row["credit_account"] for row in rules],
            carry_party=[row["carry_party"] == "1" for row in rules],
            carry_item=[row["carry_item"] == "1" for row in rules],
            groupings=[row["grouping"] for row in rules],
        )
        create_reports(company)
        create_cash_items(company)
        keep_items(company)
        create_payment_reasons(company)
        made += complete_bank_rules(company)
    return NewBooks(accounts, made)


def complete_books() -> dict[int, NewBooks]:
    """Give every company that has books the accounts and default rules that came with a newer version.

    What is there stays as it is: a component that has a rule of its own for all goods and parties gets none. Answers
    the companies that got something.
    """
    with_books = [row.company_id for row in rows(SQL["with_books"])]
    made = {company: create_books(company) for company in with_books}
    return {company: books for company, books in made.items() if books.accounts or books.rules}


def create_reports(company: int) -> int:
    """Load the lines of balance sheet and income statement, where a company has none; answers how many it got.

    Writes: finance_reportline, finance_reportaccount.
    """
    lines = _read("report_lines.csv")
    pairs = [(line["code"], account) for line in lines for account in line["accounts"].split()]
    return run(
        SQL["reports"],
        company=company,
        reports=[line["report"] for line in lines],
        codes=[line["code"] for line in lines],
        names_en=[line["name_en"] for line in lines],
        names_zh=[line["name_zh"] for line in lines],
        sides=[line["side"] for line in lines],
        sums=[line["sums"] for line in lines],
        results=[line["takes_result"] == "1" for line in lines],
        strong=[line["is_strong"] == "1" for line in lines],
        turns=[line["turns_to"] for line in lines],
        line_codes=[code for code, _account in pairs],
        accounts=[account for _code, account in pairs],
    )


def create_payment_reasons(company: int) -> int:
    """Load the reasons for payments that a company does not have; answers how many it got."""
    given = _read("payment_reasons.csv")
    return run(
        SQL["payment_reasons"],
        company=company,
        codes=[row["code"] for row in given],
        names_en=[row["name_en"] for row in given],
        names_zh=[row["name_zh"] for row in given],
        components=[row["component"] for row in given],
        documents=[row["needs_document"] == "1" for row in given],
        parties=[row["needs_party"] == "1" for row in given],
    )


def create_dunning_levels(company: int) -> int:
    """Load the levels by which customers are reminded, where a company has none; answers how many it got."""
    if DunningLevel.objects.filter(company_id=company).exists():
        return 0
    given = [DunningLevel(company_id=company, **row) for row in _read("dunning_levels.csv")]
    return len(DunningLevel.objects.bulk_create(given))


def complete_bank_rules(company: int) -> int:
    """Give ledger accounts that bank accounts are kept on, other than the usual one, the rules of the usual one.

    A component of such an account is named with it (``fee@100201``). What has a rule keeps it. Answers how many came.
    """
    return run(SQL["bank_rules"], company=company)


def open_periods_of_year(company: int, year: int) -> int:
    """Open every module's twelve months of a year; months that exist stay as they are. Answers how many were made."""
    months = months_of_year(year, year_starts(company))
    return run(SQL["periods"], company=company, modules=list(Module.values), months=months)


def _read(name: str) -> list[dict[str, str]]:
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
