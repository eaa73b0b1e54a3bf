"""How ``bench web`` judges: quick wrong answers meet no aim, and a kind without an answer fails."""

from __future__ import annotations

from typing import Any

from interlock.demo.bench import web


def test_an_aim_is_met_by_right_answers_in_time_only() -> None:
    def seen(p95_ms: float, **errors: int) -> dict[str, Any]:
        return {"p95_ms": p95_ms, "errors": errors}

    runs = {name: {kind: seen(aim - 1) for kind, aim in each.items()} for name, each in web.AIMS.items()}
    bulk = {"orders_per_second": web.BULK_AIM, "errors": {}}
    assert all(one["met"] for one in web.judged(runs, bulk))
    runs["8 clients"]["list"] = seen(1, **{"500": 3})
    runs["8 clients"]["trace"] = seen(web.AIMS["8 clients"]["trace"])
    del runs["50 people"]["create"]
    failed = [(one["clients"], one["request"]) for one in web.judged(runs, bulk) if not one["met"]]
    assert failed == [("8 clients", "trace"), ("8 clients", "list"), ("50 people", "create")]
    assert not web.judged(runs, bulk | {"errors": {"429": 1}})[-1]["met"]
