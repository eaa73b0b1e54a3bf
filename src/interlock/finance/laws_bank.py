"""What must hold of what banks say: statements, their lines, payments and runs."""

from interlock.core.sql import blocks

SQL = blocks(__file__)
