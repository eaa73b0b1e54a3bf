"""The close of a month from the command line: the checklist, and the close as one operation."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date
from typing import Any

from interlock import server

from . import database, output
from .reports import _companies


def close(code: str, month: date, *, dry_run: bool, step: str, early: bool, as_json: bool) -> bool:
    """Close a company's month, or only say what stands in the way; answer whether it is, or could be, closed."""
    database.ready()
    from interlock.core.api import Refusal, system_actor
    from interlock.finance import api as finance
    from interlock.web import words

    [company] = _companies(code)
    try:
        outcome = finance.close_month(
            company.pk,
            month,
            by=system_actor("cli"),
            step=step,
            early=early,
            policy="dry_run" if dry_run else "partial",
        )
    except Refusal as refusal:
        raise server.Trouble(f"The close has no step {step}: {refusal.code}.") from refusal
    [verdict] = outcome.verdicts
    found = finance.checklist(company.pk, month)
    answer: dict[str, Any] = {
        "company": company.code,
        "month": f"{month:%Y-%m}",
        "dry_run": dry_run,
        "code": verdict.code,
        "message": " ".join([str(words.why(verdict.code)), str(verdict.detail.get("month", ""))]).strip(),
        "state": found.state if found else "missing",
        "steps": [
            {"step": one.code, "side": one.side, "state": one.state, "findings": one.answer.count}
            for one in (found.steps if found else [])
        ],
        "findings": _findings(found, verdict),
        "reports": [
            {"revision": one.revision, "state": one.state, "sha256": one.sha256}
            for one in (found.reports if found else [])
        ],
    }  # fmt: skip
    output.result(answer, as_json=as_json, title="Close")
    return verdict.ok


def _findings(found: Any, verdict: Any) -> list[dict[str, Any]]:
    """Every document that is named, and the laws that are broken."""
    named = [
        {"step": one.code}
        | {key: str(held) if held is not None else "" for key, held in asdict(finding).items()}
        for one in (found.steps if found else [])
        for finding in one.answer.findings
    ]  # fmt: skip
    laws = [law for law in verdict.detail.get("findings", ()) if law.get("code") == "law_broken"]
    return named + [{"step": law["step"], "code": law["code"], "number": law["number"]} for law in laws]
