"""What the workplace does in the background: exports, imports, actions on all, escalation, alerts, figures."""

from . import alerting, escalation, figures, paper, statements
from .imports import work as imports
from .lists import export, selection

__all__ = ["alerting", "escalation", "export", "figures", "imports", "paper", "selection", "statements"]
