"""What the workplace does in the background: exports, and actions on all that match a filter."""

from .lists import export, selection

__all__ = ["export", "selection"]
