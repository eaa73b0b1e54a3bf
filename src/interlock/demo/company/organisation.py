"""The group: three companies, their departments and currencies."""

from __future__ import annotations

from typing import Any

from interlock.parties.api import uscc

from .writing import by_code, table, write

MFG, ECO, PRJ = "MFG", "ECO", "PRJ"
CODES = (MFG, ECO, PRJ)
YEAR = 2026

CURRENCIES = [
    ("CNY", "Chinese yuan", "人民币", 2), ("USD", "US dollar", "美元", 2), ("EUR", "Euro", "欧元", 2),
    ("JPY", "Japanese yen", "日元", 0), ("HKD", "Hong Kong dollar", "港元", 2), ("GBP", "Pound sterling", "英镑", 2),
]  # fmt: skip
COMPANIES = [
    (MFG, "Anlu Intelligent Manufacturing Co., Ltd.", "安庐智能制造有限公司", "91442000MA5ANLU01"),
    (ECO, "Anlu E-commerce Co., Ltd.", "安庐电子商务有限公司", "91330402MA5ANLU02"),
    (PRJ, "Anlu Engineering Projects Co., Ltd.", "安庐工程项目有限公司", "91110108MA5ANLU03"),
]
DEPARTMENTS = {
    MFG: [
        ("FIN", "Finance", "财务部"), ("PMC", "Planning and materials", "计划物控部"), ("PROD", "Production", "生产部"),
        ("PUR", "Purchasing", "采购部"), ("QA", "Quality", "品质部"), ("RND", "Research and development", "研发中心"),
        ("SALES", "Sales", "销售部"), ("WH", "Warehouse", "仓储部"),
    ],
    ECO: [
        ("CS", "Customer service", "客服部"), ("FIN", "Finance", "财务部"), ("OPS", "Shop operations", "店铺运营部"),
        ("SALES", "Order centre", "订单中心"), ("WH", "Warehouse and logistics", "仓储物流部"),
    ],
    PRJ: [
        ("FIN", "Finance", "财务部"), ("INST", "Installation", "安装服务部"), ("SALES", "Project sales", "工程销售部"),
        ("WH", "Project warehouse", "工程仓"),
    ],
}  # fmt: skip


def credit_code(body: str) -> str:
    """Answer a unified social credit code: 17 characters and their check digit (GB 32100-2015)."""
    clean = "".join(letter if letter in uscc.ALPHABET else "0" for letter in body.upper()).ljust(17, "0")[:17]
    return clean + uscc.check_character(clean)


def build() -> dict[str, Any]:
    """Write currencies, companies and departments; answer the companies by code."""
    known = set(table("core.Currency").objects.values_list("code", flat=True))
    wanted = [row for row in CURRENCIES if row[0] not in known]
    write("core.Currency", [{"code": c, "name_en": en, "name_zh": zh, "minor_units": n} for c, en, zh, n in wanted])
    companies = by_code(
        write(
            "core.Company",
            [{"code": code, "name_en": en, "name_zh": zh, "currency_id": "CNY", "uscc": credit_code(body)}
             for code, en, zh, body in COMPANIES],
        )
    )  # fmt: skip
    for code in (ECO, PRJ):
        companies[code].parent = companies[MFG]
        companies[code].save(update_fields=["parent"])
    write(
        "core.Unit",
        [{"company": companies[company], "kind": "department", "code": code, "name_en": en, "name_zh": zh}
         for company, rows in DEPARTMENTS.items() for code, en, zh in rows],
    )  # fmt: skip
    return companies
