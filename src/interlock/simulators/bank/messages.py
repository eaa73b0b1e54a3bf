"""The bank's messages: pain.001.001.09 read, pain.002.001.12 and camt.053.001.08 written, by the ISO schemas."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Any

from lxml import etree

SCHEMAS = Path(__file__).parent / "schemas"
PAIN_001 = "pain.001.001.09"
PAIN_002 = "pain.002.001.12"
CAMT_053 = "camt.053.001.08"


class BadMessage(Exception):  # noqa: N818  what a customer sent, not an error of ours
    """The message is none that this bank reads."""


@dataclass(frozen=True)
class Transfer:
    """One payment of a file."""

    payment_information: str
    end_to_end: str
    debtor_account: str
    creditor: str
    creditor_account: str
    cents: int
    currency: str
    on: str
    text: str


@dataclass(frozen=True)
class PaymentFile:
    """A pain.001 as the bank understands it."""

    message: str
    transfers: tuple[Transfer, ...]


@cache
def schema(name: str) -> Any:
    return etree.XMLSchema(etree.parse(str(SCHEMAS / f"{name}.xsd")))


def read_payments(body: bytes) -> PaymentFile:
    """Read and validate a pain.001; counts and sums of the file must be those of its payments."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(body, parser)
    except etree.XMLSyntaxError as error:
        raise BadMessage(str(error)[:100]) from error
    if root.getroottree().docinfo.doctype:
        raise BadMessage("a document type is not allowed")
    checker = schema(PAIN_001)
    if not checker.validate(root):
        raise BadMessage(str(checker.error_log[0].message)[:100])
    names = {"p": f"urn:iso:std:iso:20022:tech:xsd:{PAIN_001}"}

    def text(node: Any, path: str) -> str:
        found = node.findtext("/".join(f"p:{part}" for part in path.split("/")), namespaces=names)
        return str(found or "")

    head = root.find("p:CstmrCdtTrfInitn", names)
    transfers = []
    for block in head.findall("p:PmtInf", names):
        for one in block.findall("p:CdtTrfTxInf", names):
            amount = one.find("p:Amt/p:InstdAmt", names)
            if amount is None:
                raise BadMessage("only instructed amounts")
            transfers.append(
                Transfer(
                    text(block, "PmtInfId"), text(one, "PmtId/EndToEndId"), text(block, "DbtrAcct/Id/Othr/Id"),
                    text(one, "Cdtr/Nm"), text(one, "CdtrAcct/Id/Othr/Id"), cents(amount.text), amount.get("Ccy"),
                    text(block, "ReqdExctnDt/Dt"), text(one, "RmtInf/Ustrd"),
                )
            )  # fmt: skip
    if int(text(head, "GrpHdr/NbOfTxs")) != len(transfers):
        raise BadMessage("NbOfTxs is not the number of payments")
    total = text(head, "GrpHdr/CtrlSum")
    if total and cents(total) != sum(one.cents for one in transfers):
        raise BadMessage("CtrlSum is not the sum of the payments")
    return PaymentFile(text(head, "GrpHdr/MsgId"), tuple(transfers))


def cents(text: str) -> int:
    whole, _point, part = text.strip().partition(".")
    if len(part.rstrip("0")) > 2:
        raise BadMessage(f"{text} has more than two decimals")
    return int(whole or 0) * 100 + int((part[:2] or "0").ljust(2, "0"))


def money(value: int) -> str:
    return f"{'-' if value < 0 else ''}{abs(value) // 100}.{abs(value) % 100:02d}"


# -------------------------------------------------------------------------------------------------------------- writing
def _add(node: Any, path: str, text: str | None = None, **attributes: str) -> Any:
    for part in path.split("/"):
        node = etree.SubElement(node, node.nsmap[None].join(("{", "}")) + part)
    node.text = text
    for name, value in attributes.items():
        node.set(name, value)
    return node


def _document(name: str) -> Any:
    space = f"urn:iso:std:iso:20022:tech:xsd:{name}"
    return etree.Element(f"{{{space}}}Document", nsmap={None: space})


def _written(root: Any) -> str:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8").decode()


def status_report(
    number: int, original: str, now: datetime, group: str, reason: tuple[str, str] | None, payments: Sequence[Any]
) -> str:
    """Write a pain.002: the status of a file and of those of its payments that are told of."""
    root = _document(PAIN_002)
    report = _add(root, "CstmrPmtStsRpt")
    head = _add(report, "GrpHdr")
    _add(head, "MsgId", f"STS{number:09d}")
    _add(head, "CreDtTm", now.isoformat(timespec="seconds"))
    file = _add(report, "OrgnlGrpInfAndSts")
    _add(file, "OrgnlMsgId", original)
    _add(file, "OrgnlMsgNmId", PAIN_001)
    if group:
        _add(file, "GrpSts", group)
    if reason:
        told = _add(file, "StsRsnInf")
        _add(told, "Rsn/Cd", reason[0])
        _add(told, "AddtlInf", reason[1][:105])
    by_block: dict[str, Any] = {}
    for payment in payments:
        block = by_block.get(payment["payment_information"])
        if block is None:
            block = by_block[payment["payment_information"]] = _add(report, "OrgnlPmtInfAndSts")
            _add(block, "OrgnlPmtInfId", payment["payment_information"])
        one = _add(block, "TxInfAndSts")
        _add(one, "OrgnlEndToEndId", payment["end_to_end"])
        _add(one, "TxSts", payment["state"])
        if payment["reason"]:
            _add(one, "StsRsnInf/Rsn/Cd", payment["reason"])
        if payment["state"] == "ACSC":
            _add(one, "AcctSvcrRef", payment["reference"])
            # the day it was booked, as the account's own calendar says
            one.find(f"{{{one.nsmap[None]}}}AcctSvcrRef").addprevious(_stamp(one, payment["booked_on"]))
    checker = schema(PAIN_002)
    checker.assertValid(root)
    return _written(root)


def _stamp(node: Any, day: str) -> Any:
    made = etree.Element(f"{{{node.nsmap[None]}}}AccptncDtTm", nsmap=node.nsmap)
    made.text = f"{day}T00:00:00"
    return made


def statement(account: Any, number: int, day: date, now: datetime, opening: int, entries: Sequence[Any]) -> str:
    """Write a camt.053 of what was booked on an account since the last one."""
    root = _document(CAMT_053)
    told = _add(root, "BkToCstmrStmt")
    head = _add(told, "GrpHdr")
    _add(head, "MsgId", f"STM-{account['number'][-8:]}-{number:06d}")
    _add(head, "CreDtTm", now.isoformat(timespec="seconds"))
    own = _add(told, "Stmt")
    _add(own, "Id", f"{account['number'][-8:]}-{number:06d}")
    _add(own, "ElctrncSeqNb", str(number))
    _add(own, "CreDtTm", now.isoformat(timespec="seconds"))
    which = _add(own, "Acct")
    _add(which, "Id/Othr/Id", account["number"])
    _add(which, "Ccy", account["currency"])
    closing = opening + sum(entry["cents"] for entry in entries)
    for code, value in (("OPBD", opening), ("CLBD", closing)):
        balance = _add(own, "Bal")
        _add(balance, "Tp/CdOrPrtry/Cd", code)
        _sum(balance, value, account["currency"])
        _add(balance, "Dt/Dt", day.isoformat())
    for entry in entries:
        _entry(own, entry, account["currency"])
    return _written(root)


def _sum(node: Any, value: int, currency: str) -> None:
    _add(node, "Amt", money(abs(value)), Ccy=currency)
    _add(node, "CdtDbtInd", "DBIT" if value < 0 else "CRDT")


#: What an entry is, in the codes of ISO's external code set: domain, family, sub-family.
CODES = {
    "payment": ("PMNT", "ICDT", "DMCT"),
    "incoming": ("PMNT", "RCDT", "DMCT"),
    "fee": ("ACMT", "MDOP", "CHRG"),
    "interest": ("ACMT", "MCOP", "INTR"),
}


def _entry(own: Any, entry: Any, currency: str) -> None:
    node = _add(own, "Ntry")
    _add(node, "NtryRef", entry["reference"])
    _sum(node, entry["cents"], currency)
    _add(node, "Sts/Cd", "BOOK")
    _add(node, "BookgDt/Dt", entry["booked_on"])
    _add(node, "ValDt/Dt", entry["booked_on"])
    _add(node, "AcctSvcrRef", entry["reference"])
    domain, family, sub = CODES[entry["kind"]]
    code = _add(node, "BkTxCd/Domn")
    _add(code, "Cd", domain)
    inner = _add(code, "Fmly")
    _add(inner, "Cd", family)
    _add(inner, "SubFmlyCd", sub)
    details = _add(node, "NtryDtls/TxDtls")
    if entry["end_to_end"]:
        _add(details, "Refs/EndToEndId", entry["end_to_end"])
    side = "Cdtr" if entry["cents"] < 0 else "Dbtr"
    if entry["party"]:
        parties = _add(details, "RltdPties")
        _add(parties, f"{side}/Pty/Nm", entry["party"])
        if entry["party_account"]:
            _add(parties, f"{side}Acct/Id/Othr/Id", entry["party_account"])
    if entry["text"]:
        _add(details, "RmtInf/Ustrd", entry["text"][:140])
