"""The door of parties: the masters, and what makes a domestic one itself."""

from . import uscc
from .models import Account, Address, Party, PartyGroup, PartyRole
from .queries.search import spell_parties

__all__ = ["Account", "Address", "Party", "PartyGroup", "PartyRole", "spell_parties", "uscc"]
