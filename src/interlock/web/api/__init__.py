"""The HTTP interface by declaration: kinds to read, masters to write, operations to call; see ``declared``."""
