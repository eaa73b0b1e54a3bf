"""The catalogue of texts: gathered from the source, kept in .po files, compiled by Babel (no msgfmt needed)."""

from __future__ import annotations

import io
import re
from pathlib import Path
from typing import TYPE_CHECKING

from django.utils.translation.template import templatize

if TYPE_CHECKING:
    from babel.messages.catalog import Catalog

SOURCE = Path(__file__).resolve().parent.parent
LOCALE = SOURCE / "locale"
LANGUAGES = {"zh_Hans": "zh_Hans_CN"}
KEYWORDS = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "counted": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
}


_CALL = re.compile(r"""(?:n?p?gettext|_)\((?:[^'"()]|'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*")*\)""")


def _python(path: Path) -> bytes:
    """Answer a source file as Python: of a template only its translatable texts, as calls."""
    text = path.read_text(encoding="utf-8")
    if path.suffix != ".html":
        return text.encode()
    return "\n".join(_CALL.findall(templatize(text, origin=str(path)))).encode()


def po_path(language: str) -> Path:
    return LOCALE / language / "LC_MESSAGES" / "django.po"


def gather() -> Catalog:
    """Read every translatable text of the source into a catalogue, in a stable order."""
    from babel.messages.catalog import Catalog
    from babel.messages.extract import extract

    catalog = Catalog(project="Interlock", charset="utf-8", fuzzy=False)
    for path in sorted([*SOURCE.rglob("*.py"), *SOURCE.rglob("templates/**/*.html")]):
        if "migrations" in path.parts or "tests" in path.parts:
            continue
        for _line, found, _comments, context in extract("python", io.BytesIO(_python(path)), KEYWORDS):
            if found and (found[0] if isinstance(found, tuple) else found):
                catalog.add(found, locations=[(str(path.relative_to(SOURCE)), 0)], context=context)
    for text in _borrowed():
        if text not in catalog:
            catalog.add(text, locations=[("unfold", 0)])
    return catalog


def _borrowed() -> list[str]:
    """Answer unfold's own texts that Django does not translate either."""
    import unfold
    from babel.messages.extract import extract
    from django.utils.translation import gettext, override

    found: dict[str, None] = {}
    folder = Path(unfold.__file__).parent
    for path in sorted([*(folder / "templates").rglob("*.html"), *folder.glob("*.py")]):
        for _line, texts, _comments, _context in extract("python", io.BytesIO(_python(path)), KEYWORDS):
            if isinstance(texts, str) and texts:
                found[texts] = None
    ours = _ours()
    with override("zh-hans"):
        return [text for text in found if gettext(text) == text or text in ours]


def _ours() -> set[str]:
    """Answer unfold's texts that our catalogue translates, so that gathering again finds the same set."""
    from babel.messages.pofile import read_po

    path = po_path("zh_Hans")
    if not path.exists():
        return set()
    with path.open("rb") as file:
        known = read_po(file)
    return {str(message.id) for message in known if "unfold" in [place for place, _line in message.locations]}


def update(language: str) -> Catalog:
    """Bring a language's .po up to date with the source: new texts come in empty, dead ones go out."""
    from babel.messages.pofile import read_po, write_po

    path = po_path(language)
    fresh = gather()
    if path.exists():
        with path.open("rb") as file:
            catalog = read_po(file, locale=LANGUAGES[language], domain="django")
        catalog.update(fresh, no_fuzzy_matching=True)
        catalog.obsolete.clear()
    else:
        catalog = fresh
        catalog.locale = LANGUAGES[language]
    catalog.fuzzy = False
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        write_po(
            file,
            catalog,
            width=120,
            omit_header=False,
            no_location=False,
            include_lineno=False,
            sort_output=True,
            ignore_obsolete=True,
        )
    return catalog


def compiled(language: str) -> bytes:
    """Answer the .mo of a language's .po."""
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    with po_path(language).open("rb") as file:
        catalog = read_po(file, locale=LANGUAGES[language], domain="django")
    buffer = io.BytesIO()
    write_mo(buffer, catalog)
    return buffer.getvalue()


def compile_all() -> None:
    """Write every .mo beside its .po."""
    for language in LANGUAGES:
        po_path(language).with_suffix(".mo").write_bytes(compiled(language))
