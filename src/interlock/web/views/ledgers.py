"""The ledgers of an account as files: every voucher with the balance after it; what it moved by a dimension."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from interlock.core.sql import rows
from interlock.finance import api as finance

from ..access import Desk
from ..queries import books as queries
from ..reporting import Report
from ..templatetags.belonging import belongs
from ..templatetags.workplace import name as name_of
from ..templatetags.workplace import pick
from ..words import EVENTS

#: more vouchers than a file lists are one sum in it, so that the closing balance is still what the rows make
BOUND = 10_000
#: as many values a sub-ledger lists, by format; the rest is one sum, and the file says so
VALUES = {"xlsx": 100_000, "pdf": 2_000}


def general_ledger(desk: Desk, account: Any, month: date, sums: Any) -> Report:
    """Answer what an account did in a month, voucher by voucher; ``sums`` are its opening, movement and closing."""
    heads = [_("Voucher"), _("What"), _("Date"), _("Shop or department"), _("Debit"), _("Credit"), _("Balance")]
    about = [f"{account.code} {name_of(account)}", f"{month:%Y-%m}", name_of(desk.company), desk.company.currency]
    report = Report(_("General ledger"), about, heads, balances={6})
    found = rows(queries.SQL["account_ledger"], company=desk.company_id, id=account.id, month=month, bound=BOUND)
    report.add("", _("Opening"), "", "", None, None, sums.opening, strong=True)
    held, debit, credit = sums.opening, sums.debit, sums.credit
    late = finance.late_months(desk.company_id, account.id, month)
    for row in found:
        held += row.debit - row.credit
        debit, credit = debit - row.debit, credit - row.credit
        what = str(EVENTS.get(row.event_kind, row.event_kind)) if row.event_kind else row.text
        what = _with_months(what, late.get(row.id))
        report.add(
            row.number,
            what,
            f"{row.posting_on:%Y-%m-%d}",
            pick(row, "unit"),
            row.debit,
            row.credit,
            held,
        )
    if len(found) == BOUND and (debit or credit):
        report.add("", _("Further vouchers, in one sum"), "", "", debit, credit, held + debit - credit)
    report.add("", _("Closing"), "", "", sums.debit, sums.credit, sums.closing, strong=True)
    return report


def _with_months(what: str, late: list[date] | None) -> str:
    """Say beside what it is which earlier months it belongs to."""
    return f"{what} · {belongs(late)}" if late else what


def sub_ledger_file(desk: Desk, account: Any, month: date, by: str, form: str) -> Report:
    """Answer what an account moved in a month by the values of a dimension, largest first, and what they make."""
    heads = [_("Code"), _("Name"), _("Lines"), _("Debit"), _("Credit"), _("Balance")]
    about = [f"{account.code} {name_of(account)}", f"{month:%Y-%m}", desk.company.currency]
    report = Report(_("Sub-ledger"), about, heads)
    parts = finance.sub_ledger(desk.company_id, account.id, month, by, bound=VALUES[form])
    late = finance.late_months(desk.company_id, account.id, month, by)
    for part in parts:
        named = _with_months(name_of(part), late.get(part.id))
        report.add(part.code or "", named, part.lines, part.debit, part.credit, part.debit - part.credit)
    if not parts:
        return report
    last = parts[-1]
    if last.found > len(parts):
        debit, credit = last.debit_total - last.debit_so_far, last.credit_total - last.credit_so_far
        report.add("", _("All others, in one sum"), None, debit, credit, debit - credit)
        listed = {"shown": len(parts), "found": last.found}
        report.notes = [_("Lists the %(shown)s largest of %(found)s; all others are one sum.") % listed]
    debit, credit = last.debit_total, last.credit_total
    report.add("", _("Total"), None, debit, credit, debit - credit, strong=True)
    return report
