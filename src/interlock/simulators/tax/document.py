"""The invoice as the office hands it out: XML in the shape of the fully digital invoice."""

from __future__ import annotations

from typing import Any
from xml.etree import ElementTree as ET

ISSUER = "国家税务总局模拟税务局"


def xml_of(head: dict[str, Any], lines: list[dict[str, Any]]) -> str:
    """Answer an issued invoice as XML."""
    root = ET.Element("EInvoice")
    header = _part(root, "Header", EIid=head["number"], EInvoiceTag="SWEI3200", Version="0.2")
    labels = ET.SubElement(header, "InherentLabel")
    _part(labels, "EInvoiceType", LabelCode="01" if head["buyer_code"] else "02",
          LabelName="增值税专用发票" if head["buyer_code"] else "普通发票")  # fmt: skip
    _part(labels, "InIssuType", LabelCode="Y" if head["kind"] == "blue" else "N",
          LabelName="蓝字发票" if head["kind"] == "blue" else "红字发票")  # fmt: skip
    data = ET.SubElement(root, "EInvoiceData")
    _part(data, "SellerInformation", SellerIdNum=head["seller_code"], SellerName=head["seller_name"])
    _part(data, "BuyerInformation", BuyerIdNum=head["buyer_code"], BuyerName=head["buyer_name"])
    basic = _part(data, "BasicInformation", TotalAmWithoutTax=head["amount"], TotalTaxAm=head["tax"],
                  RequestTime=head["issued_on"])  # fmt: skip
    ET.SubElement(basic, "TotalTax-includedAmount").text = str(head["total"])
    for line in lines:
        item = _part(data, "IssuItemInformation", ItemName=line["name"], MeaUnits=line["unit"],
                     Quantity=_plain(line["quantity"]), UnPrice=_plain(line["price"]), Amount=line["amount"],
                     TaxRate=_rate(line["rate"]), ComTaxAm=line["tax"])  # fmt: skip
        ET.SubElement(item, "TotaltaxIncludedAmount").text = str(line["amount"] + line["tax"])
    if head["original"]:
        _part(data, "AdditionalInformation", OriginalInvoiceNumber=head["original"], Remark=head["reason"])
    _part(root, "TaxSupervisionInfo", InvoiceNumber=head["number"], IssueTime=head["issued_on"], TaxBureauName=ISSUER)
    ET.indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(root, encoding="unicode") + "\n"


def _part(above: ET.Element, name: str, **fields: Any) -> ET.Element:
    made = ET.SubElement(above, name)
    for field, value in fields.items():
        ET.SubElement(made, field).text = str(value)
    return made


def _plain(value: Any) -> str:
    return "" if value is None else format(value.normalize(), "f")


def _rate(percent: Any) -> str:
    return format((percent / 100).normalize(), "f")
