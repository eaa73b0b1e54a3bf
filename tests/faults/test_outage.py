"""A database that goes away, or fills up, in the middle of a set: no document is blamed for it."""

from __future__ import annotations

from uuid import uuid4

import pytest
from django.db import OperationalError
from psycopg import errors

from interlock.core.api import Outcome, Work, run_work
from interlock.core.operations import Operation
from tests.builders import World


@pytest.mark.parametrize("cause", [errors.DiskFull, errors.AdminShutdown])
def test_an_outage_ends_the_call_and_a_repeat_goes_on(
    committed: None, cause: type[Exception], monkeypatch: pytest.MonkeyPatch
) -> None:
    world, calls = World(), []

    def body(ids: list[int], *, company: int, by: object) -> Outcome:
        calls.append(len(ids))
        if len(calls) == 2:
            raise OperationalError("gone") from cause("gone")
        return Outcome.of([(i, "done") for i in ids])

    operation = Operation("test.outage", "sales.review_orders", body, 5_000, documents=False)
    given = {"company": world.company, "by": world.by, "key": uuid4(), "chunk": 10}
    ids = list(range(1, 31))
    with pytest.raises(OperationalError):
        run_work(operation, ids, **given)
    assert calls == [10, 10]
    assert run_work(operation, ids, **given).counts == {"done": 30}
    assert calls == [10, 10, 10, 10]
    assert not Work.objects.filter(company=world.company, state="set_aside").exists()
