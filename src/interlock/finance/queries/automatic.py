"""How much of a month's books nobody typed. Reads vouchers only, which count their lines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import date
from typing import Any

from interlock.core.sql import blocks, rows

from ..operations.review import TYPED

SQL = blocks(__file__)


@dataclass(frozen=True, slots=True)
class Share:
    """Vouchers and journal lines, and how many of them were made of business documents."""

    vouchers: int = 0
    automatic_vouchers: int = 0
    lines: int = 0
    automatic_lines: int = 0
    carried_vouchers: int = 0
    carried_lines: int = 0

    def figures(self) -> dict[str, Any]:
        """Answer the shares of all vouchers, and of those that are no carry-forward of a close."""
        automatic = self.automatic_vouchers - self.carried_vouchers
        return {
            "vouchers": self.vouchers,
            "automatic_voucher_pct": _pct(self.automatic_vouchers, self.vouchers),
            "lines": self.lines,
            "automatic_line_pct": _pct(self.automatic_lines, self.lines),
            "typed_vouchers": self.vouchers - self.automatic_vouchers,
            "typed_lines": self.lines - self.automatic_lines,
            "carried_vouchers": self.carried_vouchers,
            "carried_lines": self.carried_lines,
            "automatic_voucher_pct_without_carried": _pct(automatic, self.vouchers - self.carried_vouchers),
            "automatic_line_pct_without_carried": _pct(
                self.automatic_lines - self.carried_lines, self.lines - self.carried_lines
            ),
        }


@dataclass(frozen=True, slots=True)
class AutomaticShare:
    total: Share
    by_company: dict[int, Share]


def automatic_share(companies: Sequence[int], month: date) -> AutomaticShare:
    """Answer the share of a month, of each company and of all.

    Typed is what somebody wrote as a voucher; what bills, applications, allocations, revaluations and the close wrote
    is not, nor what a template made each month.
    """
    found = rows(SQL["share"], companies=list(companies), month=month.replace(day=1), typed=TYPED)
    shares = {row.company_id: Share(*tuple(row)[1:]) for row in found}
    total = Share(*(sum(getattr(share, one.name) for share in shares.values()) for one in fields(Share)))
    return AutomaticShare(total, shares)


def _pct(part: int, whole: int) -> float:
    return round(100 * part / whole, 2) if whole else 0.0
