"""The tables of words that templates look codes up in, by the name of the filter."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from . import words, words_books, words_customer, words_fees, words_reports

BY_FILTER: dict[str, Mapping[str, words.Text]] = {
    "operation_word": words.OPERATIONS,
    "door_word": words.DOORS,
    "customer_invoice": words_customer.INVOICES,
    "customer_fault": words_customer.INVOICE_FAULTS,
    "event_word": words.EVENTS,
    "fee_word": {**words_fees.KINDS, **words_fees.ENTRIES},
    "component_word": words.COMPONENTS,
    "entry_word": words.ENTRY_KINDS,
    "return_word": words.RETURN_KINDS,
    "kind_word": words.KINDS,
    "module_word": words_books.MODULES,
    "field_word": words.FIELDS,
    "job_word": words.JOBS,
    "folder_word": words.FOLDERS,
    "dimension_word": words_books.DIMENSIONS | words_reports.DIMENSIONS,
    "statement_word": words_reports.STATEMENTS,
    "span_word": words_reports.SPANS,
    "rule_column": words_books.RULE_COLUMNS,
    "draft_word": words_books.DRAFT_KINDS,
}


def word_of(table: Mapping[str, words.Text]) -> Callable[[Any], str]:
    """Make a filter of a table; a code without a word is shown in its letters."""

    def look(code: Any) -> str:
        return str(table.get(code, str(code or "").replace("_", " ")))

    return look
