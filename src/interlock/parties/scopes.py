"""What of the parties a person sees who is limited to some of them."""

from interlock.core.api import scopes

scopes.dimension("party", "parties.Party")
scopes.declare("parties.Party", party="pk")
