"""Paper: data set as PDF by a typst template. The template sees its data, its pictures and nothing else."""

from __future__ import annotations

import io
import json
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from .press import SECONDS, complaint, press

#: Whatever asks for the network goes to a port where nobody listens: a template may name packages, never fetch them.
NOWHERE = dict.fromkeys(("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "https_proxy"), "http://127.0.0.1:9")
_PLACE = re.compile(r"main\.typ:(\d+):\d+")


class PaperError(Exception):
    """A template that cannot be set: what typst says, the number of the line (0: none) and that line."""

    def __init__(self, message: str, line: int = 0, text: str = "") -> None:
        super().__init__(message)
        self.message, self.line, self.text = message, line, text


def set_paper(
    source: str,
    data: Mapping[str, Any],
    *,
    beside: Mapping[str, bytes] | None = None,
    ours: bool = True,
) -> bytes:
    """Answer a PDF of ``data``, which the source reads as ``json("data.json")``.

    ``beside`` are files it may read by name: pictures, a template to build on. A source that is not ``ours`` is set in
    a process of its own, without a network. Text in the data stays text: only the source is markup.
    """
    with tempfile.TemporaryDirectory(prefix="interlock-paper-") as place:
        folder = Path(place)
        for name, content in (beside or {}).items():
            assert Path(name).name == name, "beside it, not elsewhere"
            assert name not in ("main.typ", "data.json"), name
            (folder / name).write_bytes(content)
        (folder / "data.json").write_text(json.dumps(dict(data), ensure_ascii=False, default=str), encoding="utf-8")
        (folder / "main.typ").write_text(source, encoding="utf-8")
        return _inside(folder, source) if ours else _apart(folder, source)


def _inside(folder: Path, source: str) -> bytes:
    import typst

    try:
        return press(folder)
    except typst.TypstError as error:
        raise _error(*complaint(error), source) from error


def _apart(folder: Path, source: str) -> bytes:
    kept = {name: os.environ[name] for name in ("PATH", "LANG", "PYTHONPATH", "VIRTUAL_ENV") if name in os.environ}
    path = os.pathsep.join(one for one in sys.path if one)
    try:
        done = subprocess.run(
            [sys.executable, "-m", "interlock.core.press", str(folder)],
            capture_output=True,
            timeout=2 * SECONDS,
            check=False,
            cwd=folder,
            env=kept | NOWHERE | {"PYTHONPATH": path, "HOME": str(folder)},
        )
    except subprocess.TimeoutExpired as late:
        raise PaperError("it takes too long") from late
    if done.returncode == 1 and done.stdout:
        said = json.loads(done.stdout)
        raise _error(said["message"].replace(f"{folder}/", ""), said["diagnostic"], source)
    if done.returncode != 0:
        raise PaperError("it takes too much time or memory")
    return (folder / "main.pdf").read_bytes()


def _error(message: str, diagnostic: str, source: str) -> PaperError:
    place = _PLACE.search(diagnostic)
    line = int(place.group(1)) if place else 0
    lines = source.splitlines()
    return PaperError(
        message.splitlines()[0][:300], line, lines[line - 1].strip()[:200] if 0 < line <= len(lines) else ""
    )


def qr_code(text: str) -> bytes:
    """Answer a QR code as SVG."""
    import segno

    made = io.BytesIO()
    segno.make(text, error="m", micro=False).save(made, kind="svg", scale=4, border=1)
    return made.getvalue()


__all__ = ["PaperError", "qr_code", "set_paper"]
