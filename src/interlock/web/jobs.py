"""What the workplace does in the background: exports, actions on all that match a filter, escalation, figures."""

from . import escalation, figures
from .lists import export, selection

__all__ = ["escalation", "export", "figures", "selection"]
