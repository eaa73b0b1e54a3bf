"""Where the sample companies keep their money: accounts at a bank that the simulator plays."""

from __future__ import annotations

from typing import Any

from .organisation import ECO, MFG, PRJ
from .writing import table, write

#: The simulator, when it runs: ``python -m interlock.simulators.bank --port 8099 --data bank.sqlite``.
URL = "http://127.0.0.1:8099"
# company, code, names, bank, clearing number, account number, ledger account
ACCOUNTS = [
    (MFG, "ICBC", "Main account", "基本户", "中国工商银行绍兴分行", "102337000014", "1211010209200145678", "1002"),
    (MFG, "CCB", "Payments", "结算户", "中国建设银行绍兴分行", "105337000029", "33050165883500001234", "1002"),
    (ECO, "CMB", "Main account", "基本户", "招商银行杭州分行", "308331012015", "571908765410901", "1002"),
    (PRJ, "BOC", "Main account", "基本户", "中国银行杭州分行", "104331000018", "398765432109", "1002"),
]
#: How a bank names the columns of its CSV.
COLUMNS = {
    "day": "交易日期", "in": "收入金额", "out": "支出金额", "balance": "账户余额", "reference": "交易流水号",
    "counterparty": "对方户名", "account": "对方账号", "text": "摘要",
}  # fmt: skip


def build(companies: dict[str, Any]) -> None:
    """Write gateways (switched off until the simulator runs), accounts and the mapping of a CSV."""
    gateways = {}
    for code, company in companies.items():
        gateways[code] = table("finance.BankGateway").objects.create(
            company=company, code="BANK", name_en="Bank simulator", name_zh="银行模拟器", url=URL, state="off"
        )
    ledger = {
        (row.company_id, row.code): row
        for row in table("finance.Account").objects.filter(code__in={account[-1] for account in ACCOUNTS})
    }  # fmt: skip
    write(
        "finance.BankAccount",
        [
            {
                "company": companies[company], "code": code, "name_en": name_en, "name_zh": name_zh, "bank_name": bank,
                "bank_code": clearing, "number": number, "holder": companies[company].name_zh,
                "currency": companies[company].currency, "account": ledger[companies[company].pk, account],
                "gateway": gateways[company],
            }
            for company, code, name_en, name_zh, bank, clearing, number, account in ACCOUNTS
        ],
    )  # fmt: skip
    write(
        "finance.BankMapping",
        [
            {"company": company, "code": "CMB", "name_en": "China Merchants Bank", "name_zh": "招商银行",
             "columns": COLUMNS, "day_format": "%Y%m%d"}
            for company in companies.values()
        ],
    )  # fmt: skip
