"""Files kept as they came, under the hash of their content."""

from __future__ import annotations

import hashlib
import os
import tempfile
from pathlib import Path
from typing import BinaryIO

from django.conf import settings

from .models import File


def keep_file(source: BinaryIO, name: str, company: int, run_id: int | None = None) -> tuple[File, bool]:
    """Keep a file of a company; answers its row, and whether it is new to the company.

    Writes: core_file; the content below FILES_ROOT, written beside and renamed, so that no half file is ever seen.
    """
    root = Path(settings.FILES_ROOT)
    root.mkdir(parents=True, exist_ok=True)
    digest, size = hashlib.sha256(), 0
    with tempfile.NamedTemporaryFile(dir=root, delete=False) as target:
        try:
            while chunk := source.read(1 << 20):
                digest.update(chunk)
                target.write(chunk)
                size += len(chunk)
            target.flush()
            os.fsync(target.fileno())
            path = content_path(digest.hexdigest())
            path.parent.mkdir(parents=True, exist_ok=True)
            Path(target.name).replace(path)
        except BaseException:
            Path(target.name).unlink(missing_ok=True)
            raise
    clean = Path(name.replace("\\", "/")).name.replace("\x00", "")[:255] or "file"
    return File.objects.get_or_create(
        company_id=company,
        sha256=digest.hexdigest(),
        defaults={"name": clean, "size_bytes": size, "run_id": run_id},
    )


def content_path(sha256: str) -> Path:
    """Answer where the content with this hash is kept."""
    return Path(settings.FILES_ROOT) / sha256[:2] / sha256
