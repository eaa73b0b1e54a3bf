"""Where the sample companies keep their money: accounts at a bank that the simulator plays."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from interlock.finance import api as finance

from .organisation import ECO, MFG, PRJ
from .writing import table, write

#: The simulator, when it runs: ``python -m interlock.simulators.bank --port 8099 --data bank.sqlite``.
URL = "http://127.0.0.1:8099"
DOLLARS = "100201"
#: What a dollar is worth in yuan, from the first day of the sample on.
RATE = ("USD", date(2026, 1, 1), Decimal("7.12"))
# company, code, names, bank, clearing number, account number, ledger account
ACCOUNTS = [
    (MFG, "ICBC", "Main account", "基本户", "中国工商银行绍兴分行", "102337000014", "1211010209200145678", "1002"),
    (MFG, "CCB", "Payments", "结算户", "中国建设银行绍兴分行", "105337000029", "33050165883500001234", "1002"),
    (ECO, "CMB", "Main account", "基本户", "招商银行杭州分行", "308331012015", "571908765410901", "1002"),
    (ECO, "BOCUSD", "Dollar account", "美元户", "中国银行杭州分行", "104331000018", "398765438840", DOLLARS),
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
    table("core.Currency").objects.get_or_create(
        code=RATE[0], defaults={"name_en": "US dollar", "name_zh": "美元", "minor_units": 2}
    )
    ledger_accounts = table("finance.Account")
    [dollars] = write(
        "finance.Account",
        [{"company": companies[ECO], "code": DOLLARS, "name_en": "Dollar account", "name_zh": "银行存款—美元户",
          "kind": "asset", "currency_id": RATE[0],
          "parent": ledger_accounts.objects.get(company=companies[ECO], code="1002")}],
    )  # fmt: skip
    write(
        "finance.ExchangeRate",
        [{"company": companies[ECO], "kind": "daily", "currency_id": RATE[0], "valid_on": RATE[1], "rate": RATE[2]}],
    )
    ledger = {
        (row.company_id, row.code): row
        for row in ledger_accounts.objects.filter(code__in={account[-1] for account in ACCOUNTS})
    }  # fmt: skip
    write(
        "finance.BankAccount",
        [
            {
                "company": companies[company], "code": code, "name_en": name_en, "name_zh": name_zh, "bank_name": bank,
                "bank_code": clearing, "number": number, "holder": companies[company].name_zh,
                "currency_id": RATE[0] if account == DOLLARS else companies[company].currency_id,
                "account": ledger[companies[company].pk, account],
                "gateway": gateways[company],
            }
            for company, code, name_en, name_zh, bank, clearing, number, account in ACCOUNTS
        ],
    )  # fmt: skip
    finance.complete_bank_rules(companies[ECO].pk)
    write(
        "finance.BankMapping",
        [
            {"company": company, "code": "CMB", "name_en": "China Merchants Bank", "name_zh": "招商银行",
             "columns": COLUMNS, "day_format": "%Y%m%d"}
            for company in companies.values()
        ],
    )  # fmt: skip
