"""Commands that read: the laws, the trial balance, the journal for another program."""

from __future__ import annotations

import time

from . import database, output


def check(*, as_json: bool) -> bool:
    """Ask every law; print those that are broken with their first rows. Answer whether all hold."""
    database.ready()
    from interlock.core.api import run_checks

    started = time.perf_counter()
    results = run_checks()
    holds = all(result.holds for result in results)
    answer = {
        "laws_ok": holds,
        "laws": [
            {
                "context": result.context,
                "name": result.name,
                "law": result.law,
                "holds": result.holds,
                "broken": [output.plain(row) for row in result.broken],
            }
            for result in results
        ],
        "seconds": round(time.perf_counter() - started, 2),
    }
    if as_json:
        output.result(answer, as_json=True)
        return holds
    laws = [{key: law[key] for key in ("context", "law", "holds")} for law in answer["laws"]]  # type: ignore[attr-defined]
    output.tables({"laws": laws})
    for result in results:
        if not result.holds:
            output.tables({f"{result.context}: {result.name}": [output.plain(row) for row in result.broken]})
    output.errors.print(f"{len(results)} laws, {'all hold' if holds else 'not all hold'}.", highlight=False)
    return holds
