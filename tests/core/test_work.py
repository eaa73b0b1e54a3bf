"""Sets worked in chunks: what was answered is read again as it was, defects included, and nothing is worked."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import uuid4

import pytest

from interlock.core import models
from interlock.core.api import Actor, Outcome, Refusal, answered_before, operation, run_work, system_actor
from interlock.core.operations import OPERATIONS
from tests.builders import World

BY = system_actor("test")


@pytest.mark.slow
@pytest.mark.parametrize("chunk", [4, 100])
def test_what_a_set_was_answered_is_read_again(committed: None, chunk: int) -> None:
    def odd(ids: Sequence[int], *, company: int, by: Actor) -> Outcome:  # noqa: ARG001
        assert 7 not in ids, "a poison row"
        return Outcome.of([(i, ("done", "already", "not_found")[i % 3], {"is": i}) for i in ids])

    odd.__module__ = "interlock.core.odd"
    try:
        work = operation(permission="core.view_run", documents=False)(odd)
        company, key, ids = World().company, uuid4(), list(range(1, 11))
        first = run_work(work, ids, company=company, by=BY, key=key, chunk=chunk)
    finally:
        OPERATIONS.pop("core.odd", None)
    assert first.counts == {"done": 3, "already": 3, "not_found": 3, "defect": 1}
    again = answered_before(ids, company=company, key=key, chunk=chunk)
    assert (again.counts, again.already) == (first.counts, first.already)
    assert [(v.id, v.code) for v in again.rejected] == [(v.id, v.code) for v in first.rejected]
    models.Verdict.objects.all().delete()
    with pytest.raises(Refusal, match="key_expired"):
        answered_before(ids, company=company, key=key, chunk=chunk)
