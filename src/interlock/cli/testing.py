"""Run the test suite on a database of its own."""

from __future__ import annotations

import importlib.util
import os
import sys
from collections.abc import Sequence

from interlock import server
from interlock.server import external

FAST = ("-m", "not slow")
#: Tells the properties whether to try many examples.
EVERYTHING = "INTERLOCK_TEST_ALL"


def run_tests(arguments: Sequence[str], *, everything: bool) -> None:
    """Become pytest: two processes, the fast tier unless ``everything``, a home of its own below this one."""
    if importlib.util.find_spec("pytest") is None:
        raise server.Trouble("pytest is not installed: start the tests with ./interlock test, which installs it.")
    environment = dict(os.environ)
    environment["INTERLOCK_HOME"] = str(server.home() / "test")
    environment.pop("INTERLOCK_DATABASE_NAME", None)
    if external.url() is None:
        environment.pop(external.URL, None)
    tier = () if everything else FAST
    environment[EVERYTHING] = "1" if everything else "0"
    command = [sys.executable, "-m", "pytest", "-n", "2", "--dist", "worksteal", *tier, *arguments]
    os.chdir(server.project_root())
    sys.stdout.flush()
    os.execve(command[0], command, environment)  # noqa: S606 - its closing line and status are ours
