"""The glossary and the translations use the same words."""

from __future__ import annotations

import re
from pathlib import Path

from babel.messages.pofile import read_po

ROOT = Path(__file__).parents[2]
CATALOGUE = ROOT / "src" / "interlock" / "locale" / "zh_Hans" / "LC_MESSAGES" / "django.po"
ROW = re.compile(r"^\| (?P<term>[^|]+) \| (?P<chinese>[^|]+) \| (?P<meaning>[^|]+) \|$", re.MULTILINE)
#: A word that must be said the same way wherever it stands in a longer text of the pages.
EVERYWHERE = ("voucher", "serial number", "posting rule", "pick list")


def glossary() -> list[tuple[str, str]]:
    text = (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8")
    found = [(row["term"].strip(), row["chinese"].strip()) for row in ROW.finditer(text)]
    return [(term, chinese) for term, chinese in found if term not in {"term", "---"}]


def translations() -> dict[str, str]:
    with CATALOGUE.open("rb") as file:
        return {str(one.id): str(one.string) for one in read_po(file) if one.id and one.string and not one.context}


def test_every_term_stands_once_with_its_chinese() -> None:
    terms = [term.lower() for term, _chinese in glossary()]
    assert len(terms) > 60
    assert len(set(terms)) == len(terms)
    assert all(re.search(r"[\u4e00-\u9fff]", chinese) for _term, chinese in glossary())


def test_the_pages_say_a_term_as_the_glossary_does() -> None:
    said = translations()
    differing = {t: (chinese, said[t]) for t, chinese in glossary() if t in said and said[t] != chinese}
    assert not differing


def test_settled_words_are_kept_in_longer_texts() -> None:
    settled = {term: chinese for term, chinese in glossary() if term in EVERYWHERE}
    assert set(settled) == set(EVERYWHERE)
    others = [
        (english, text)
        for english, text in translations().items()
        for term, chinese in settled.items()
        if re.search(rf"\b{term}s?\b", english, re.IGNORECASE) and chinese not in text
    ]
    assert not others


def test_the_words_the_design_settled() -> None:
    assert {
        "reserve": "预留",
        "issue": "出库",
        "voucher": "凭证",
        "kit analysis": "齐套分析",
        "pegging": "预留关系",
        "write-off": "核销",
    }.items() <= dict(glossary()).items()
