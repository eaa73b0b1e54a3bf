"""What must hold of runs, numbers, companies and the audit trail at every moment."""

from .checks import Law
from .sealing import broken_seals
from .sql import blocks

SQL = blocks(__file__)
ASKED = (
    Law("audit_trail_sealed", "Every row of the audit trail is the one that was sealed; none is gone or came between.",
        broken_seals),
)  # fmt: skip
