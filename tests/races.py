"""Which operations a race test races: declared by ``@races("sales.ship_deliveries")``, and seen to be so.

``tests/architecture/test_races.py`` fails for an operation that no test races.
"""

from __future__ import annotations

import threading
from collections import defaultdict
from collections.abc import Callable
from functools import wraps
from typing import Any

from interlock.core.operations import Operation


def races(*operations: str) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Declare that a test calls these operations in two threads at least, and let it fail when it does not."""

    def wrap(test: Callable[..., None]) -> Callable[..., None]:
        @wraps(test)
        def raced(*arguments: Any, **given: Any) -> None:
            threads: dict[str, set[int]] = defaultdict(set)
            call = Operation.__call__

            def noted(self: Operation, *ids: Any, **more: Any) -> Any:
                if threading.current_thread() is not threading.main_thread():
                    threads[self.name].add(threading.get_ident())
                return call(self, *ids, **more)

            Operation.__call__ = noted  # type: ignore[method-assign]
            try:
                test(*arguments, **given)
            finally:
                Operation.__call__ = call  # type: ignore[method-assign]
            alone = [name for name in operations if len(threads[name]) < 2]
            assert not alone, f"called in one thread only: {alone}"

        return raced

    return wrap
