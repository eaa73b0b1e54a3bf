"""The close report on paper: the signed JSON set by typst, in English or Chinese; it prints the JSON's own hash."""

from __future__ import annotations

import io
import json
from decimal import Decimal
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import override

from interlock.core.api import File, content_path, keep_file, set_paper

from ..models import CloseReport
from .report import report_file
from .words import FIGURES, STEPS

TEMPLATE = Path(__file__).with_name("close_report.typ")
LANGUAGES = ("en", "zh-hans")


def report_pdf(report: CloseReport, language: str) -> File:
    """Answer the report as PDF in a language; it is made from the signed file and kept beside it.

    Writes: core_file.
    """
    said = json.loads(report_file(report))
    with override(language):
        content = _set(said, report.sha256, chinese=language.startswith("zh"))
    name = f"close-{said['report']['company']['code']}-{said['report']['month']}-{report.revision}-{language}.pdf"
    return keep_file(io.BytesIO(content), name, report.company_id, report.run_id)[0]


def pdf_of(report: CloseReport, language: str) -> bytes:
    return content_path(report_pdf(report, language).sha256).read_bytes()


def _set(said: dict[str, Any], sha256: str, *, chinese: bool) -> bytes:
    return set_paper(TEMPLATE.read_text(encoding="utf-8"), _page(said, sha256, chinese=chinese))


def _page(said: dict[str, Any], sha256: str, *, chinese: bool) -> dict[str, Any]:
    """Answer the words and rows of the page."""
    report = said["report"]
    name = "name_zh" if chinese else "name_en"
    steps = [
        [
            str(STEPS[step["step"]]), str(FIGURES[pair["name"]]), *(
                _figure(pair[side][what], pieces=what == "quantity")
                for side in ("business", "books") for what in ("quantity", "amount")
            ),
        ]
        for step in report["steps"] for pair in step["figures"]
    ]  # fmt: skip
    balances = [
        [row["account"], row[name], *(_figure(row[what]) for what in ("opening", "debit", "credit", "closing"))]
        for row in report["trial_balance"]
    ]
    facts = [
        (_("Company"), f"{report['company']['code']} {report['company'][name]}"),
        (_("Month"), report["month"]),
        (_("Revision"), str(report["revision"])),
        (_("Closed by"), f"{report['closed']['by']} · {report['closed']['at']}"),
        (_("Currency"), report["company"]["currency"]),
        (_("Findings"), str(sum(step["findings"] for step in report["steps"]))),
        (_("Vouchers"), f"{report['journal']['vouchers']:,}"),
        (_("Journal lines"), f"{report['journal']['lines']:,}"),
        (_("Facts of earlier months"), f"{report['late_facts']:,}"),
    ]
    proofs = [
        (_("Journal of the month, SHA-256"), report["journal"]["sha256"]),
        (_("Previous report, SHA-256"), report["previous_report_sha256"] or "–"),
        (_("This report, SHA-256"), sha256),
        (_("Signature, Ed25519"), said["signature"]),
        (_("Public key"), report["signed_with"]["public_key"]),
    ]
    return {
        "language": "zh" if chinese else "en",
        "title": _("Close report"),
        "subtitle": f"{report['company'][name]} · {report['month']}",
        "facts": facts,
        "steps_title": _("Both sides"),
        "steps_head": [
            _("Step"), _("What is compared"), _("Business, pieces"), _("Business, money"), _("Books, pieces"),
            _("Books, money"),
        ],
        "steps": steps,
        "revaluations_title": _("Revaluations"),
        "revaluations_head": [
            _("Account"), _("Currency"), _("Balance in currency"), _("Closing rate"), _("Before"), _("Difference"),
            _("Voucher"),
        ],
        "revaluations": _revaluations(report),
        "balance_title": _("Trial balance"),
        "balance_head": [_("Account"), _("Name"), _("Opening"), _("Debit"), _("Credit"), _("Closing")],
        "balances": balances,
        "proofs_title": _("Proof"),
        "proofs": proofs,
    }  # fmt: skip


def _revaluations(report: dict[str, Any]) -> list[list[str]]:
    """Answer the rows of what was brought to the closing rate; reports of earlier versions have none."""
    return [
        [row["account"], row["currency"], _figure(row["balance"]), row["rate"], _figure(row["before"]),
         _figure(row["difference"]), row["voucher"]]
        for row in report.get("revaluations", ())
    ]  # fmt: skip


def _figure(text: str | None, *, pieces: bool = False) -> str:
    """Write a decimal's text with separators; pieces only with the decimals they have."""
    if text is None:
        return ""
    number = Decimal(text)
    return f"{number.normalize():,f}" if pieces else f"{number:,.2f}"
