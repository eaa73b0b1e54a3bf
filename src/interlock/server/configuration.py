"""The embedded server's settings, worked out from the machine at each start."""

from __future__ import annotations

import os
from pathlib import Path

from .places import PORT, Places

MEGABYTE = 1024 * 1024

ACCESS = """\
# Written by Interlock. The socket's folder has mode 0700: only the server's own user and root come this far.
local all all trust
"""


def memory_mb() -> int:
    """Answer the machine's memory in megabytes, or the container's limit when that is smaller."""
    total = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    for limit in (Path("/sys/fs/cgroup/memory.max"), Path("/sys/fs/cgroup/memory/memory.limit_in_bytes")):
        if limit.exists() and (text := limit.read_text().strip()).isdigit():
            total = min(total, int(text))
    return total // MEGABYTE


def configuration(where: Places, *, lz4: bool) -> str:
    """Answer the text of ``interlock.conf``: durable, on a socket only, sized for this machine."""
    memory = memory_mb()
    settings = {
        "listen_addresses": "''",
        "port": PORT,
        "unix_socket_directories": f"'{_quoted(where.sockets)}'",
        "unix_socket_permissions": "0700",
        "max_connections": 100,
        "shared_buffers": f"{max(128, min(4096, memory // 4))}MB",
        "effective_cache_size": f"{max(256, memory // 2)}MB",
        "work_mem": f"{max(4, min(64, memory // 64))}MB",
        "maintenance_work_mem": f"{max(64, min(512, memory // 16))}MB",
        "random_page_cost": "1.1",
        "jit": "off",
        "fsync": "on",
        "full_page_writes": "on",
        "synchronous_commit": "on",
        "max_wal_size": "8GB",
        "checkpoint_timeout": "15min",
        "wal_compression": "lz4" if lz4 else "off",
        "autovacuum": "on",
        "timezone": "'UTC'",
        "log_timezone": "'UTC'",
        "lc_messages": "'C'",
        "log_line_prefix": "'%m [%p] %q%a '",
        "log_lock_waits": "on",
    }
    lines = [f"{name} = {value}" for name, value in settings.items()]
    return "\n".join(["# Written by Interlock at each start; put your own settings into postgresql.conf.", *lines, ""])


def _quoted(path: Path) -> str:
    return str(path).replace("'", "''")
