"""The written pages lead somewhere and name what exists."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest
import typer

from interlock.cli.app import app

ROOT = Path(__file__).parents[2]
LINK = re.compile(r"\]\(([^)#\s]+)(?:#[^)]*)?\)")
COMMAND = re.compile(r"\./interlock ([a-z]+)(?: ([a-z-]+))?")
IMAGE_LIMIT = 300 * 1024


def pages() -> list[Path]:
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "*.md"],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    found = [ROOT / line for line in listed.stdout.splitlines()] or sorted(ROOT.glob("docs/**/*.md"))
    return [path for path in found if path.exists()]


@pytest.mark.parametrize("page", pages(), ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_to_files(page: Path) -> None:
    links = [link for link in LINK.findall(page.read_text(encoding="utf-8")) if "://" not in link]
    missing = [link for link in links if not (page.parent / link).exists()]
    assert not missing


@pytest.mark.parametrize("page", pages(), ids=lambda page: str(page.relative_to(ROOT)))
def test_commands_exist(page: Path) -> None:
    known = typer.main.get_command(app).commands
    for command, second in COMMAND.findall(page.read_text(encoding="utf-8")):
        assert command in known, f"./interlock {command}"
        if groups := getattr(known[command], "commands", None):
            assert not second or second in groups, f"./interlock {command} {second}"


def test_images_are_small_and_shown() -> None:
    texts = [page.read_text(encoding="utf-8") for page in pages()]
    for image in sorted((ROOT / "docs" / "images").glob("*")):
        assert image.stat().st_size < IMAGE_LIMIT, image.name
        assert any(f"images/{image.name})" in text for text in texts), f"{image.name} is on no page"
