"""Nothing is shown as a bare code, and both languages are complete and fresh."""

from __future__ import annotations

from typing import Any

import pytest

from interlock.core.api import OPERATIONS, ApprovalRequest
from interlock.core.models import ApprovalStep, ApprovalTask
from interlock.finance import api as finance  # noqa: F401 - registers its operations
from interlock.finance.models import BankReceipt, VoucherDraft
from interlock.sales.models import Delivery, Difference, Feed, Hold, Order, Result, Return, Statement
from interlock.stock.models import Entry, Movement, Serial
from interlock.web import translations, urls, words  # noqa: F401 - urls registers the HTTP door's operations


def test_every_verdict_has_words() -> None:
    codes = {code for operation in OPERATIONS.values() for code in operation.codes}
    assert not sorted(code for code in codes if code not in words.CODES and code not in words.REASONS)


def test_every_operation_has_a_word_for_the_timeline() -> None:
    ours = {name for name in OPERATIONS if not name.startswith("test")}
    assert ours <= set(words.OPERATIONS)
    assert set(words.OPERATIONS) <= ours


@pytest.mark.parametrize(
    "states",
    [
        Order.State,
        Delivery.State,
        Feed.State,
        Hold.State,
        Movement.State,
        Serial.State,
        Return.State,
        Statement.State,
        Difference.State,
        Result,
        BankReceipt.State,
        VoucherDraft.State,
        ApprovalRequest.State,
        ApprovalStep.State,
        ApprovalTask.State,
    ],  # fmt: skip
    ids=lambda states: states.__qualname__,
)
def test_every_state_has_word_and_shape(states: Any) -> None:
    assert not [state for state in states.values if state not in words.STATES]
    assert all(shape for _word, _tone, shape in words.STATES.values())


def test_every_job_of_ours_has_a_word() -> None:
    from procrastinate.contrib.django import app

    ours = {name for name in app.tasks if not name.startswith(("builtin:", "procrastinate."))}
    assert ours == set(words.JOBS)


def test_every_ledger_entry_has_a_word() -> None:
    assert set(Entry.Kind.values) <= set(words.ENTRY_KINDS)


def test_catalogues_are_complete_and_fresh() -> None:
    from babel.messages.pofile import read_po

    wanted = {(message.id, message.context) for message in translations.gather() if message.id}
    for language, locale in translations.LANGUAGES.items():
        with translations.po_path(language).open("rb") as file:
            catalog = read_po(file, locale=locale)
        found = {(message.id, message.context): message for message in catalog if message.id}
        assert set(found) == wanted, "run ./interlock manage translate"
        assert not [
            m.id for m in found.values() if m.fuzzy or not all([m.string] if isinstance(m.string, str) else m.string)
        ]


def test_compiled_catalogues_are_fresh() -> None:
    for language in translations.LANGUAGES:
        kept = translations.po_path(language).with_suffix(".mo").read_bytes()
        assert kept == translations.compiled(language), "run ./interlock manage translate"


def test_translations_keep_their_placeholders() -> None:
    import re

    from babel.messages.pofile import read_po

    pattern = re.compile(r"%\(\w+\)s")
    for language, locale in translations.LANGUAGES.items():
        with translations.po_path(language).open("rb") as file:
            catalog = read_po(file, locale=locale)
        for message in catalog:
            if message.id:
                source = message.id[0] if isinstance(message.id, tuple) else message.id
                target = message.string[0] if isinstance(message.string, tuple) else message.string
                assert sorted(pattern.findall(source)) == sorted(pattern.findall(target)), source
