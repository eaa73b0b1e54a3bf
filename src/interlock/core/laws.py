"""What must hold of runs, numbers and companies at every moment."""

from .sql import blocks

SQL = blocks(__file__)
