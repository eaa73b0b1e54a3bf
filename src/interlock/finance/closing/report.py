"""The report a close leaves: trial balance, both sides of every step, the journal's hash, signed and chained."""

from __future__ import annotations

import io
import json
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from interlock.core.api import content_path, current, keep_file
from interlock.core.signing import known_key, signed, verified
from interlock.core.sql import blocks, rows

from ..models import CloseReport
from ..queries.books import trial_balance
from .checklist import Answer, Scope

SQL = blocks(__file__)
FORMAT = "interlock-close-report/1"


def keep_report(scope: Scope, close: int, answers: dict[str, Answer], carried: int | None, digest: str) -> CloseReport:
    """Write, sign and keep the report of a month that is being closed, inside the close.

    Writes: finance_closereport, core_file.
    """
    before = rows(SQL["before"], company=scope.company, close=close, month=scope.first)[0]
    report = _content(scope, answers, digest, before.previous, before.revision)
    name = f"close-{report['company']['code']}-{scope.first:%Y-%m}-{before.revision}.json"
    file, _new = keep_file(io.BytesIO(signed(report)), name, scope.company, current().run_id)
    return CloseReport.objects.create(
        company_id=scope.company,
        close_id=close,
        revision=before.revision,
        file=file,
        sha256=file.sha256,
        previous_sha256=before.previous,
        journal_sha256=digest,
        carried_id=carried,
        run_id=current().run_id,
    )


def _content(scope: Scope, answers: dict[str, Answer], digest: str, previous: str, revision: int) -> dict[str, Any]:
    about = rows(SQL["about"], company=scope.company, run=current().run_id)[0]
    balances = [
        {
            "account": row.code, "name_en": row.name_en, "name_zh": row.name_zh, "kind": row.kind,
            "opening": str(row.opening), "debit": str(row.debit), "credit": str(row.credit),
            "closing": str(row.closing),
        }
        for row in trial_balance(scope.company, scope.first)
    ]  # fmt: skip
    counts = rows(SQL["counts"], **scope.asked)[0]
    return {
        "format": FORMAT,
        "company": {
            "code": about.code, "name_en": about.name_en, "name_zh": about.name_zh, "uscc": about.uscc,
            "currency": about.currency,
        },
        "month": f"{scope.first:%Y-%m}",
        "revision": revision,
        "closed": {"at": about.at, "by": about.person or current().by.name, "door": current().by.door},
        "policies": dict(sorted(scope.policies.items())),
        "steps": [
            {
                "step": code,
                "findings": answer.count,
                "counts": answer.counts,
                "figures": [
                    {
                        "name": pair.name,
                        "business": {"quantity": _text(pair.quantity), "amount": _text(pair.amount)},
                        "books": {"quantity": _text(pair.book_quantity), "amount": _text(pair.book_amount)},
                    }
                    for pair in answer.figures
                ],
            }
            for code, answer in answers.items()
        ],
        "trial_balance": balances,
        "journal": {
            "vouchers": counts.vouchers, "lines": counts.lines, "amount": _text(counts.amount), "sha256": digest,
        },
        "revaluations": [
            {"account": row.code, "currency": row.currency, "balance": str(row.balance), "rate": str(row.rate),
             "before": str(row.before), "difference": str(row.difference), "voucher": row.number}
            for row in rows(SQL["revaluations"], **scope.asked)
        ],
        "late_facts": counts.late,
        "previous_report_sha256": previous or None,
    }  # fmt: skip


def _text(figure: Decimal | None) -> str | None:
    return None if figure is None else str(figure)


def report_file(report: CloseReport) -> bytes:
    """Answer the signed file of a report."""
    return content_path(report.sha256).read_bytes()


def report_of(report: CloseReport) -> dict[str, Any]:
    """Answer what a report says, with its signature."""
    return dict(json.loads(report_file(report)))


def broken_reports(_shown: int) -> list[dict[str, Any]]:
    """Answer the reports whose file is gone or not what was signed, that another key signed or that say otherwise."""
    found, own = [], known_key()
    for row in rows(SQL["reports"]):
        path = Path(content_path(row.sha256))
        good, key = verified(path.read_bytes()) if path.exists() else (False, "")
        why = "" if good else "not_signed" if path.exists() else "no_file"
        if good and own and key != own:
            why = "other_key"
        said = json.loads(path.read_bytes())["report"] if good else {}
        if good and (said["journal"]["sha256"], said["previous_report_sha256"] or "", said["month"]) != (
            row.journal_sha256, row.previous_sha256, f"{row.month:%Y-%m}",
        ):  # fmt: skip
            why = "changed"
        if why:
            found.append({"company_id": row.company_id, "report_id": row.id, "month": _month(row.month), "why": why})
    return found


def broken_months(_shown: int) -> list[dict[str, Any]]:
    """Answer the closed months whose vouchers no longer hash to what their report says."""
    return [row._asdict() for row in rows(SQL["changed_months"])]


def _month(month: date) -> str:
    return f"{month:%Y-%m}"
