"""Adventure Works: a bicycle maker's real orders, run day by day through the same operations as any other's."""
