"""A file of voucher lines: every row answered, each voucher whole or not at all, and once."""

from __future__ import annotations

import io
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from interlock.core.api import Refusal
from interlock.finance import api as finance
from interlock.finance.models import VoucherDraft

from .building import Books, broken_laws
from .test_drafts import ANN

HEAD = "voucher,posting_on,account,debit,credit,text,unit,party"
ROWS = [
    "1,2026-11-03,6602,\"1,200.50\",,Rent,,",
    "1,2026-11-03,1002,,1200.50,,,",
    "2,2026-11-03,9999,5,,Unknown,,",
    "2,2026-11-03,1002,,5,,,",
    "3,2026-11-31,6602,5,,No such day,,",
    "4,2026/11/04,6601,0.10,,In a shop,TMALL,BOOKS-P",
    "4,2026-11-04,1002,,0.10,,,",
    "5,2026-11-04,6601,x,,,NOWHERE,",
]  # fmt: skip


@pytest.fixture(autouse=True)
def files(settings: Any, tmp_path: Path) -> None:
    settings.FILES_ROOT = tmp_path


def take(books: Books, content: bytes, name: str = "lines.csv") -> finance.DraftsResult:
    return finance.import_drafts(io.BytesIO(content), name, company=books.company, by=ANN)


def test_every_row_of_a_file_is_answered(books: Books) -> None:
    content = "\n".join([HEAD, *ROWS]).encode("gb18030")
    result = take(books, content)
    assert result.rows == 8
    assert result.rejected == [
        (3, "account_unknown", "9999"), (4, "set_rejected", ""), (5, "bad_day", "2026-11-31"),
        (8, "bad_amount", ""), (8, "dimension_unknown", "NOWHERE"),
    ]  # fmt: skip
    made = VoucherDraft.objects.filter(pk__in=result.drafts).order_by("id")
    assert list(made.values_list("kind", "text", "amount")) == [
        ("import", "Rent", Decimal("1200.50")), ("import", "In a shop", Decimal("0.10")),
    ]  # fmt: skip
    assert {(line.unit_id, line.party_id) for line in made[1].lines.all()} == {
        (books.units[0], books.party),
        (None, None),
    }
    again = take(books, content)
    assert (again.drafts, again.known) == ([], result.drafts)
    finance.Account.objects.create(company_id=books.company, code="9999", name_en="New", name_zh="新", kind="expense")
    assert len(take(books, content).drafts) == 1, "what was wrong before is taken once it is right"
    assert VoucherDraft.objects.count() == 3
    assert not [law for law in broken_laws() if law.startswith("draft")]


def test_a_spreadsheet_is_read_as_it_is_written(books: Books) -> None:
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.active
    for row in (
        HEAD.split(","), [1, datetime(2026, 11, 3), 6602, 0.1, None, "租金", None, None],  # noqa: DTZ001 - a cell has no zone
        [1, datetime(2026, 11, 3), 1002, None, 0.1, None, None, None], [None] * 8,  # noqa: DTZ001
    ):  # fmt: skip
        sheet.append(row)
    content = io.BytesIO()
    book.save(content)
    result = take(books, content.getvalue(), "lines.xlsx")
    assert (result.rows, result.rejected) == (2, [])
    assert VoucherDraft.objects.get(pk=result.drafts[0]).amount == Decimal("0.10")


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"PK\x03\x04no zip", "unreadable_file"),
        (b"\xff\xff\xff", "unreadable_file"),
        (b"a,b\n1,2\n", "missing_columns"),
    ],
)
def test_what_is_no_such_table_is_refused(books: Books, content: bytes, code: str) -> None:
    with pytest.raises(Refusal, match=code):
        take(books, content)
