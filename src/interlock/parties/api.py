"""The door of parties: the masters, and what makes a domestic one itself."""

from . import uscc
from .models import Account, Address, Party, PartyGroup, PartyRole

__all__ = ["Account", "Address", "Party", "PartyGroup", "PartyRole", "uscc"]
