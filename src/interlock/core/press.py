"""The press: sets a typst source in a folder as PDF. Runs alone as ``python -m interlock.core.press``, for sources
that a company wrote: a process of its own, without a network, with bounded memory and time."""

from __future__ import annotations

import json
import resource
import sys
from functools import cache
from pathlib import Path
from typing import Any

#: Of the address space, and of a processor's seconds, for a source that is not ours.
MEMORY, SECONDS = 4 << 30, 60


def press(folder: Path) -> bytes:
    """Set ``main.typ``; it sees what lies in the folder and nothing else."""
    import typst

    made = typst.compile(
        folder / "main.typ",
        root=folder,
        format="pdf",
        font_paths=_fonts(),
        package_path=folder / "no-packages",
        package_cache_path=folder / "no-packages",
    )
    assert isinstance(made, bytes)
    return made


@cache
def _fonts() -> Any:
    import noto_cjk_sans_otc
    import typst

    folder = Path(str(noto_cjk_sans_otc.__file__)).parent
    return typst.Fonts(include_system_fonts=False, font_paths=[folder])


def complaint(error: Any) -> tuple[str, str]:
    """Answer what typst says of a source, and the line of the source with it."""
    return str(getattr(error, "message", error)), str(getattr(error, "diagnostic", ""))


def main(folder: Path) -> int:
    import typst

    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    try:
        (folder / "main.pdf").write_bytes(press(folder))
    except typst.TypstError as error:
        message, diagnostic = complaint(error)
        sys.stdout.write(json.dumps({"message": message, "diagnostic": diagnostic}))
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
