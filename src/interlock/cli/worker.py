"""The job worker: procrastinate's, with an eye on the watched folder. Started and restarted by ``serving``."""

from __future__ import annotations

import logging
import os
import signal
import sys
import threading
import time

CONCURRENCY = 6  # of each kind of work one at most works and one waits its turn
LOOK, AGAIN = 1.0, 10.0  # seconds between two looks at the folder; between two calls for what still lies there
HEARTBEAT, STALLED = 5.0, 30.0  # seconds
#: The status of a worker that ends because the database is away or full, which it will not be for ever.
OUTAGE = os.EX_TEMPFAIL
SET_BACK = 30.0  # seconds that a clock may go back without harm
log = logging.getLogger(__name__)


def main() -> None:
    """Run until SIGTERM, or until the database is away or full, which is said in one line."""
    try:
        _work()
    except Exception as error:
        if (why := outage_of(error)) is None:
            raise
        log.error("the database takes nothing in: %s", why)  # noqa: TRY400  the line is all there is to know
        sys.exit(OUTAGE)


def outage_of(error: BaseException | None) -> str | None:
    """Answer what the database says when it is away or full; None for any other error."""
    import psycopg

    while error is not None:
        if isinstance(error, psycopg.OperationalError):
            return (str(error).splitlines() or [type(error).__name__])[0]
        error = error.__cause__ or error.__context__
    return None


def _work() -> None:
    """Clear what a killed worker left behind, then work off jobs."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "interlock.settings")
    import django

    django.setup()
    from django.db import connections
    from procrastinate.contrib.django import app

    from interlock.core.api import wake
    from interlock.sales.api import inbox
    from interlock.web.figures import REFRESH

    inbox.make_folders()
    wake("sales.advance")
    wake(REFRESH)  # the start page draws what is counted; its turn may be ten minutes away
    connections.close_all()
    threading.Thread(target=_watch_or_end, name="inbox", daemon=True).start()
    worker = app.replace_connector(app.connector.get_worker_connector())  # type: ignore[attr-defined]
    with worker:
        app.run_worker(concurrency=CONCURRENCY, update_heartbeat_interval=HEARTBEAT, stalled_worker_timeout=STALLED)


class Clock:
    """The clock on the wall beside the one that only counts: tells when the first was set back."""

    def __init__(self) -> None:
        self.ahead = self._now()

    def _now(self) -> float:
        return time.time() - time.monotonic()

    def set_back(self) -> float:
        """Answer by how many seconds the clock was set back since the last look; a negative number is forward."""
        before, self.ahead = self.ahead, self._now()
        return before - self.ahead


def start_again_when_set_back(clock: Clock) -> None:
    """End this worker in good order, to be started again, when the clock was set back.

    It would run nothing of what is due every minute until the time it has seen comes round.
    """
    if (seconds := clock.set_back()) > SET_BACK:
        log.warning("the clock was set back by %.0f s: the worker starts again", seconds)
        os.kill(os.getpid(), signal.SIGTERM)


def _watch_or_end() -> None:
    """A worker that no longer watches ends, and is started again: it would look alive and take nothing in."""
    try:
        _watch()
    finally:
        os.kill(os.getpid(), signal.SIGTERM)


def _watch() -> None:
    """Call for the intake when something lies in the folder: at once for something new, seldom for what stays."""
    from django.db import Error, close_old_connections

    from interlock.core.api import wake
    from interlock.sales.api import inbox

    known: set[inbox.Waiting] = set()
    called, clock = -AGAIN, Clock()
    while True:
        start_again_when_set_back(clock)
        try:
            found = set(inbox.waiting())
            if found and (found - known or time.monotonic() - called > AGAIN):
                close_old_connections()
                wake("sales.take_in")
                called = time.monotonic()
            known = found
        except (OSError, Error) as error:  # the disk or the database is in trouble: the next look may find it mended
            log.warning("the inbox could not be looked at: %s", error)
            known = set()
        time.sleep(LOOK)


if __name__ == "__main__":
    main()
