from interlock.core.sql import blocks

SQL = blocks(__file__)
