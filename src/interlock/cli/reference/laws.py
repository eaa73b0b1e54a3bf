"""The laws, from the comment of each block of every context's laws.sql."""

from __future__ import annotations

from interlock.core.checks import SHOWN, laws

from .text import code, table

_INTRO = """\
`./interlock check` asks each law of the live database. A law answers the rows that break it, at most {shown}; no row
means that it holds. The command ends with status 1 when one does not."""


def page() -> str:
    rows = [(context, code(block.name), block.why) for context, block in laws()]
    return "\n".join([_INTRO.format(shown=SHOWN), "", table(["context", "name", "law"], rows)])
