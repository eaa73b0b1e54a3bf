"""The field list: every table of the export, its fields in order, their names in the standard and their kinds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal["text", "date", "integer", "amount", "quantity"]


@dataclass(frozen=True, slots=True)
class Field:
    """A field: its name in the standard, which names the XML element, and its column in Parquet."""

    name: str
    column: str
    kind: Kind = "text"
    about: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A table: the element of a row, the Parquet file, what a row is."""

    name: str
    file: str
    about: str
    fields: tuple[Field, ...]

    @property
    def columns(self) -> list[str]:
        return [field.column for field in self.fields]


TABLES: tuple[Table, ...] = (
    Table("电子账簿", "book", "the company and its books, one row", (
        Field("电子账簿编号", "book_code", about="code of the company and year"),
        Field("电子账簿名称", "book_name"),
        Field("会计核算单位", "organisation"),
        Field("组织机构代码", "organisation_code", about="unified social credit code"),
        Field("开发单位", "developer"),
        Field("标准版本号", "standard"),
        Field("本位币", "currency", about="ISO 4217"),
        Field("会计年度", "year", "integer"),
    )),
    Table("会计期间", "periods", "a month of the year", (
        Field("会计年度", "year", "integer"),
        Field("会计期间号", "period", "integer"),
        Field("会计期间起始日期", "starts_on", "date"),
        Field("会计期间结束日期", "ends_on", "date"),
        Field("结账状态", "state", about="open or closed"),
    )),
    Table("部门档案", "units", "a shop or department", (
        Field("部门编码", "unit_code"),
        Field("部门名称", "unit_name"),
        Field("部门类别", "unit_kind"),
    )),
    Table("往来单位", "parties", "a customer or supplier on a line of the year or of one before", (
        Field("往来单位编码", "party_code"),
        Field("往来单位名称", "party_name"),
        Field("统一社会信用代码", "uscc"),
    )),
    Table("会计科目", "accounts", "an account", (
        Field("科目编号", "account"),
        Field("科目名称", "name_zh"),
        Field("科目英文名称", "name_en"),
        Field("科目级次", "level", "integer"),
        Field("科目类型", "kind", about="asset, liability, equity, cost, income, expense"),
        Field("余额方向", "side", about="借 or 贷"),
        Field("上级科目编号", "parent"),
    )),
    Table("科目余额及发生额", "balances", "an account in a month", (
        Field("科目编号", "account"),
        Field("会计年度", "year", "integer"),
        Field("会计期间号", "period", "integer"),
        Field("币种编码", "currency"),
        Field("期初本币余额", "opening", "amount", "debit positive"),
        Field("借方本币发生额", "debit", "amount"),
        Field("贷方本币发生额", "credit", "amount"),
        Field("期末本币余额", "closing", "amount", "debit positive"),
    )),
    Table("现金流量项目", "cash_items", "an item of the cash flow statement", (
        Field("现金流量项目编码", "item"),
        Field("现金流量项目名称", "name_zh"),
        Field("现金流量项目英文名称", "name_en"),
    )),
    Table("现金流量凭证项目数据", "cash_flows", "what a voucher moved of cash for an item", (
        Field("记账凭证编号", "voucher"),
        Field("现金流量项目编码", "item", about="empty: no item was named"),
        Field("对方科目编号", "counter_account"),
        Field("现金流量本币金额", "amount", "amount", "in is positive"),
    )),
    Table("往来余额", "party_balances", "receivables and payables: an account and party at the end of the year", (
        Field("科目编号", "account"),
        Field("往来单位编码", "party_code"),
        Field("期初本币余额", "opening", "amount", "at the beginning of the year; debit less credit"),
        Field("借方本币发生额", "debit", "amount", "of the year"),
        Field("贷方本币发生额", "credit", "amount", "of the year"),
        Field("期末本币余额", "closing", "amount", "at the end of the year; debit less credit"),
    )),
    Table("记账凭证", "vouchers", "a side of a journal line", (
        Field("记账凭证日期", "posted_on", "date"),
        Field("会计年度", "year", "integer"),
        Field("会计期间号", "period", "integer"),
        Field("记账凭证类型编号", "origin", about="automatic: made of business documents; manual: by hand"),
        Field("记账凭证编号", "voucher"),
        Field("记账凭证行号", "line", "integer"),
        Field("记账凭证摘要", "summary"),
        Field("科目编号", "account"),
        Field("币种编码", "currency"),
        Field("借方本币金额", "debit", "amount"),
        Field("贷方本币金额", "credit", "amount"),
        Field("数量", "quantity", "quantity"),
        Field("部门编码", "unit_code"),
        Field("往来单位编码", "party_code"),
        Field("存货编码", "item_code"),
        Field("项目编码", "project_code"),
        Field("职员编码", "employee_code"),
        Field("业务单据行号", "document_line", "integer", "the document line that caused it, in Interlock"),
        Field("业务发生日期", "fact_on", "date", "the day of the fact, if it is of an earlier month"),
        Field("制单人", "written_by"),
        Field("审核人", "posted_by"),
        Field("记账标志", "state", about="posted or collecting"),
    )),
)  # fmt: skip

ROOT, NAMESPACE = "会计核算数据", "urn:interlock:audit:gbt24589.1"
_TYPES: dict[Kind, str] = {
    "text": "xs:string", "date": "xs:date", "integer": "xs:integer", "amount": "amount", "quantity": "quantity",
}  # fmt: skip


def schema() -> str:
    """Write the XSD of the XML file: every table in its order, every field of it, amounts as decimals."""
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="{NAMESPACE}" targetNamespace="{NAMESPACE}" '
        'elementFormDefault="qualified">',
        _decimal("amount", 20, 2),
        _decimal("quantity", 20, 6),
        f'<xs:element name="{ROOT}"><xs:complexType><xs:sequence>',
    ]
    for table in TABLES:
        lines.append(
            f'<xs:element name="{table.name}" minOccurs="0" maxOccurs="unbounded"><xs:complexType><xs:sequence>'
        )
        lines += [f'<xs:element name="{one.name}" type="{_TYPES[one.kind]}" minOccurs="0"/>' for one in table.fields]
        lines.append("</xs:sequence></xs:complexType></xs:element>")
    lines.append("</xs:sequence></xs:complexType></xs:element>\n</xs:schema>")
    return "\n".join(lines) + "\n"


def _decimal(name: str, digits: int, places: int) -> str:
    facets = f'<xs:totalDigits value="{digits}"/><xs:fractionDigits value="{places}"/>'
    return f'<xs:simpleType name="{name}"><xs:restriction base="xs:decimal">{facets}</xs:restriction></xs:simpleType>'
