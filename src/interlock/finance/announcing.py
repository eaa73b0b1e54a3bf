"""Which events of finance the outside may be told of, and how their documents are numbered."""

from __future__ import annotations

from interlock.core.api import announces, numbered
from interlock.core.sql import blocks

SQL = blocks(__file__)

numbered("voucher", SQL["voucher"])

announces("voucher.posted", "finance.post_vouchers", "done")
announces("voucher.posted", "finance.post_drafts", "done")
announces("voucher.posted", "finance.seal_vouchers", "done")
announces("voucher.reversed", "finance.reverse_vouchers", "done")
