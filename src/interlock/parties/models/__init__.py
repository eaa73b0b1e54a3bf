from .party import Account, Address, Party, PartyGroup, PartyRole
from .search import PartySearch

__all__ = ["Account", "Address", "Party", "PartyGroup", "PartyRole", "PartySearch"]
