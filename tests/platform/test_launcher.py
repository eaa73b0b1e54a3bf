"""./interlock on machines of all kinds, tried on a small project with empty locks and real virtual environments."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from interlock.server import project_root

from . import ordinary

PROGRAM = """\
import os, sys
print("你好", os.getcwd(), *sys.argv[1:])
"""


@pytest.fixture
def project() -> Iterator[Path]:
    """A folder with a space in its name that holds the launcher, two empty locks and a program that says hello."""
    folder = Path(tempfile.mkdtemp(prefix="inter lock "))
    folder.chmod(0o755)
    shutil.copy(project_root() / "interlock", folder / "interlock")
    for name in ("requirements.lock", "requirements-dev.lock"):
        (folder / name).write_text(f"# {name}\n")
    program = folder / "src" / "interlock" / "cli"
    program.mkdir(parents=True)
    for package in (program.parent, program):
        (package / "__init__.py").write_text("")
    (program / "__main__.py").write_text(PROGRAM, encoding="utf-8")
    yield folder
    shutil.rmtree(folder)


def launch(project: Path, *arguments: str, cwd: Path | None = None, **environment: str) -> subprocess.CompletedProcess:
    base = {"PATH": os.environ["PATH"], "HOME": os.environ.get("HOME", "/"), "INTERLOCK_PYTHON": sys.executable}
    return subprocess.run(
        [str(project / "interlock"), *arguments], cwd=cwd or project, env=base | environment,
        stdin=subprocess.DEVNULL, capture_output=True, text=True, encoding="utf-8", timeout=300, check=False,
    )  # fmt: skip


def fake_python(folder: Path, script: str) -> str:
    path = folder / "fake-python"
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)
    return str(path)


def one_line(result: subprocess.CompletedProcess) -> str:
    lines = result.stderr.strip().splitlines()
    assert len(lines) == 1, result.stderr
    assert lines[0].startswith("interlock: ")
    return lines[0]


def test_it_installs_once_and_again_only_when_the_lock_changed(project: Path, tmp_path: Path) -> None:
    first = launch(project, "check", "--json", cwd=tmp_path)
    assert (first.returncode, first.stdout) == (0, f"你好 {tmp_path} check --json\n"), first.stderr
    assert "installing the packages of requirements.lock" in first.stderr
    again = launch(project, LC_ALL="C")
    assert (again.stdout.split()[0], again.stderr) == ("你好", "")
    (project / "requirements.lock").write_text("# changed\n")
    assert "installing" in launch(project).stderr
    assert launch(project).stderr == ""


@pytest.mark.slow
def test_the_tools_are_installed_for_tests_and_kept_beside(project: Path) -> None:
    assert launch(project).returncode == 0
    assert "requirements-dev.lock" in launch(project, "test").stderr
    assert launch(project, "test").stderr == ""
    assert launch(project, "demo").stderr == ""
    (project / "requirements-dev.lock").write_text("# changed\n")
    (project / "requirements.lock").write_text("# changed again\n")
    assert "requirements-dev.lock" in launch(project, "demo").stderr


@pytest.mark.slow
def test_a_half_made_environment_is_made_anew(project: Path) -> None:
    (project / ".venv" / "bin").mkdir(parents=True)
    (project / ".venv" / "bin" / "python").symlink_to("/nonexistent/python3")
    assert launch(project).returncode == 0
    site = next((project / ".venv" / "lib").glob("python3*/site-packages"))
    shutil.rmtree(site / "pip")
    (project / ".venv" / "installed-requirements.lock").unlink()
    assert launch(project).returncode == 0


@pytest.mark.slow
def test_an_interrupted_installation_is_repeated(project: Path) -> None:
    assert launch(project).returncode == 0
    (project / ".venv" / "installed-requirements.lock").write_text("")
    assert "installing" in launch(project).stderr


@pytest.mark.slow
def test_a_moved_project_still_runs(project: Path) -> None:
    assert launch(project).returncode == 0
    moved = project.with_name(project.name + " moved")
    shutil.move(project, moved)
    try:
        assert launch(moved).stderr == ""
    finally:
        shutil.move(moved, project)


def test_a_too_old_python_is_said_in_one_line(project: Path) -> None:
    result = launch(project, INTERLOCK_PYTHON=fake_python(project, "exit 1"))
    assert result.returncode == 2
    assert "needs Python 3.11 or newer" in one_line(result)


def test_a_missing_venv_module_is_said_in_one_line(project: Path) -> None:
    script = 'case "$2" in *venv*) exit 1 ;; *) exit 0 ;; esac'
    result = launch(project, INTERLOCK_PYTHON=fake_python(project, script))
    assert result.returncode == 2
    assert "python3-venv" in one_line(result)


@pytest.mark.slow
def test_a_package_with_another_hash_is_refused(project: Path) -> None:
    (project / "requirements.lock").write_text("six==1.16.0 \\\n    --hash=sha256:" + "0" * 64 + "\n")
    result = launch(project, PIP_NO_INDEX="1", PIP_FIND_LINKS="")
    assert result.returncode == 2
    assert "could not install the packages of requirements.lock" in result.stderr.splitlines()[-1]
    assert not (project / ".venv" / "installed-requirements.lock").exists()


def test_a_full_disk_is_said_in_one_line(project: Path) -> None:
    small = project / "small"
    small.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", small], capture_output=True, check=False
    )
    if mounted.returncode != 0:
        pytest.skip("cannot mount a small disk here")
    try:
        for name in ("interlock", "requirements.lock", "requirements-dev.lock"):
            shutil.copy(project / name, small / name)
        result = launch(small)
        assert result.returncode == 2
        assert "is full" in one_line(result)
    finally:
        subprocess.run(["umount", small], check=True)


@pytest.mark.slow
def test_an_ordinary_user_runs_it(project: Path) -> None:
    user = ordinary.nobody()
    python = ordinary.python_for(user)
    for path in (project, *project.rglob("*")):
        os.chown(path, user.pw_uid, user.pw_gid)
    result = ordinary.run_as(
        user, [str(project / "interlock"), "up"], cwd=Path("/"), INTERLOCK_PYTHON=python, LC_ALL="C"
    )
    assert (result.returncode, result.stdout) == (0, "你好 / up\n"), result.stderr


def test_an_ordinary_user_is_told_that_the_folder_is_not_theirs(project: Path) -> None:
    user = ordinary.nobody()
    python = ordinary.python_for(user)
    result = ordinary.run_as(user, [str(project / "interlock")], cwd=Path("/"), INTERLOCK_PYTHON=python)
    assert result.returncode == 2
    assert "cannot be written" in one_line(result)
