"""Lines of a bank that are in the books already: by a voucher that somebody wrote, or that a document by hand made."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from interlock.core.sql import blocks, column, rows

SQL = blocks(__file__)


class Booked:
    """What vouchers move on ledger accounts of the bank that no line of a statement is yet; one line takes its part."""

    def __init__(self, company: int, vouchers: Sequence[int]) -> None:
        """Lock the vouchers, so that two lines are not the same money."""
        self.left: dict[tuple[int, int], Decimal] = {}
        if vouchers:
            rows(SQL["lock_vouchers"], company=company, ids=column(vouchers))
            found = rows(SQL["left"], company=company, ids=column(vouchers))
            self.left = {(row.voucher_id, row.account_id): row.amount for row in found}

    def take(self, voucher: int, line: Any) -> str:
        """Let a line be money of a voucher; answers why it cannot, if it cannot."""
        left = self.left.get((voucher, line.ledger_id))
        if left is None:
            return "voucher_unknown"
        if left * line.amount <= 0 or abs(line.amount) > abs(left):
            return "voucher_differs"
        self.left[voucher, line.ledger_id] = left - line.amount
        return ""
