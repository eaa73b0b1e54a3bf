"""What must hold at every moment of the books (``laws.sql``) and of the ledgers beside them (``laws_beside.sql``,
``laws_bank.sql``), and what the signed reports say of closed months.
"""

from interlock.core.api import Law
from interlock.core.sql import blocks

from . import laws_bank, laws_beside
from .closing.report import broken_months, broken_reports

SQL = blocks(__file__) | laws_beside.SQL | laws_bank.SQL
ASKED = (
    Law(
        "close_reports_signed",
        "Every close report is the file that was signed with this installation's key.",
        broken_reports,
    ),
    Law(
        "closed_months_unchanged", "The journal of a closed month is the one its report was signed for.", broken_months
    ),
)
