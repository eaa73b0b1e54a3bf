"""Start the command line and turn what a person can mend into one line."""

from __future__ import annotations

import os
import signal
import sys
from types import FrameType

from interlock import server
from interlock.server.trouble import in_one_line

TROUBLE = 2  # exit status of a command that could not do its work; 1 means that something it checked failed
_terminated = False


def main() -> None:
    """Run one command; SIGTERM ends it as Ctrl-C does, and the server is given up however it ends."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "interlock.settings")
    signal.signal(signal.SIGTERM, _terminate)
    try:
        status = _run()
    finally:
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
        server.release()
    sys.exit(128 + signal.SIGTERM if _terminated and status == 128 + signal.SIGINT else status)


def _run() -> int:
    from .app import app

    try:
        app(prog_name="./interlock")
    except SystemExit as ending:
        return _status(ending)
    except server.Trouble as trouble:
        return _say(str(trouble))
    except Exception as error:
        if line := in_one_line(error):
            return _say(line)
        raise
    return 0


def _status(ending: SystemExit) -> int:
    if ending.code is None or isinstance(ending.code, int):
        return ending.code or 0
    return _say(str(ending.code))


def _say(line: str) -> int:
    print(f"interlock: {line}", file=sys.stderr)  # noqa: T201
    return TROUBLE


def _terminate(_number: int, _frame: FrameType | None) -> None:
    global _terminated
    _terminated = True
    raise KeyboardInterrupt


if __name__ == "__main__":
    main()
