"""Running something as an ordinary user while the tests run as root."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

from interlock.server import project_root


def nobody() -> pwd.struct_passwd:
    if os.geteuid() != 0:
        pytest.skip("only root can become another user")
    return pwd.getpwnam("nobody")


def python_for(user: pwd.struct_passwd) -> str:
    """Answer a Python of this very version that the user can run, or skip."""
    wanted = f"{sys.version_info.major}.{sys.version_info.minor}"
    for name in (sys.executable, f"/usr/bin/python{wanted}", f"/usr/local/bin/python{wanted}"):
        probe = ["-c", "import sys, venv, ensurepip; print('%d.%d' % sys.version_info[:2])"]
        if shutil.which(name) and run_as(user, [name, *probe], cwd=Path("/")).stdout.strip() == wanted:
            return name
    pytest.skip(f"no Python {wanted} that an ordinary user can run")


def run_as(
    user: pwd.struct_passwd, command: list[str], *, cwd: Path, **environment: str
) -> subprocess.CompletedProcess[str]:
    clean = {"PATH": "/usr/local/bin:/usr/bin:/bin", "HOME": "/nonexistent", **environment}
    try:
        return subprocess.run(
            command, cwd=cwd, env=clean, capture_output=True, text=True, timeout=300, check=False,
            user=user.pw_uid, group=user.pw_gid, extra_groups=[],
        )  # fmt: skip
    except PermissionError as error:  # the program itself is out of reach
        return subprocess.CompletedProcess(command, 126, "", str(error))


def library_path() -> str:
    return os.pathsep.join([str(project_root() / "src"), sysconfig.get_path("purelib")])
