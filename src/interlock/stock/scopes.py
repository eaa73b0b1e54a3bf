"""What of stock a person sees who is limited to some warehouses."""

from interlock.core.api import scopes

scopes.dimension("warehouse", "stock.Warehouse")
scopes.declare("stock.Warehouse", warehouse="pk")
scopes.declare("stock.Location", warehouse="warehouse")
scopes.declare("stock.Balance", warehouse="location__warehouse")
