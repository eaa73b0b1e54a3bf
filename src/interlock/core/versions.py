"""Versions: what a document was before it was changed; part of a larger operation, no key of its own."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from .operations import current
from .sql import blocks, column, run

SQL = blocks(__file__)


def keep_versions(
    company: int, kind: str, documents: Sequence[int], versions: Sequence[int], snapshots: Sequence[dict[str, Any]]
) -> None:
    """Keep what documents are before the caller, who holds them locked, changes them and raises their version.

    Writes: core_documentversion.
    """
    if not documents:
        return
    kept = run(
        SQL["keep"],
        company=company,
        run=current().run_id,
        kind=kind,
        documents=column(documents),
        versions=column(versions),
        snapshots=[json.dumps(snapshot, default=str) for snapshot in snapshots],
    )
    assert kept == len(documents)
