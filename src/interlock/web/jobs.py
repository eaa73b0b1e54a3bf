"""What the workplace does in the background: exports, actions on all that match a filter, escalation, alerts."""

from . import alerting, escalation, paper
from .imports import work as imports
from .lists import export, selection

__all__ = ["alerting", "escalation", "export", "imports", "paper", "selection"]
