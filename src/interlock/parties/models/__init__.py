from .party import Account, Address, Party, PartyGroup, PartyRole

__all__ = ["Account", "Address", "Party", "PartyGroup", "PartyRole"]
