"""How the sample companies stand with the tax office: the simulator on this machine, and when whom they invoice."""

from __future__ import annotations

from datetime import date
from typing import Any

from .organisation import COMPANIES, ECO, YEAR
from .writing import write

#: Where ``python -m interlock.simulators.tax`` listens unless told otherwise.
OFFICE = "http://127.0.0.1:8701"
ADDRESSES = {
    "MFG": "广东省中山市火炬开发区安庐路 1 号",
    "ECO": "浙江省嘉兴市南湖区电商园 8 栋",
    "PRJ": "北京市海淀区中关村大街 66 号",
}


def build(companies: dict[str, Any]) -> None:
    """Write a registration each, and that the web shops' revenue is invoiced monthly unless somebody asks."""
    write(
        "finance.TaxRegistration",
        [
            {"company": companies[code], "url": OFFICE, "name": name, "address": ADDRESSES[code],
             "phone": "400-800-2026", "bank": "中国工商银行", "bank_account": f"12023026099000{place}001"}
            for place, (code, _english, name, _body) in enumerate(COMPANIES, start=1)
        ],
    )  # fmt: skip
    write("finance.InvoiceRule", [{"company": companies[ECO], "mode": "monthly", "valid_from": date(YEAR, 1, 1)}])
