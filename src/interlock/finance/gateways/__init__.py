"""The ways to outside systems: one module a protocol. A call has no transaction around it."""
