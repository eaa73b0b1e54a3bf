"""What the workplace does in the background: exports, actions on all that match a filter, escalation, alerts."""

from . import alerting, escalation
from .lists import export, selection

__all__ = ["alerting", "escalation", "export", "selection"]
