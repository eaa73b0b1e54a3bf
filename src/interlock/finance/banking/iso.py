"""ISO 20022: pain.001 written, pain.002 and camt.053 read, each validated; a document type or entity is refused."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from functools import cache
from pathlib import Path
from typing import Any

from lxml import etree

SCHEMAS = Path(__file__).resolve().parents[1] / "gateways" / "schemas"
SPACE = "urn:iso:std:iso:20022:tech:xsd:"
PAIN_001, PAIN_002 = "pain.001.001.09", "pain.002.001.12"
#: The versions of camt.053 whose parts that are read here are the same; the schema of each is beside the others.
CAMT_053 = tuple(f"camt.053.001.{version:02d}" for version in range(2, 14))
MOST_BYTES = 64 * 1024 * 1024


class BadFile(Exception):  # noqa: N818  what came from outside, not an error of ours
    """A file that is not taken: the row it fails at (0 for the file as a whole), the field, and why in a code."""

    def __init__(self, code: str, field_name: str = "", row: int = 0, value: str = "") -> None:
        self.code, self.field, self.row, self.value = code, field_name, row, value[:120]
        super().__init__(f"{code} {field_name} {row} {value[:120]}")

    def detail(self) -> dict[str, Any]:
        return {"why": self.code, "field": self.field, "row": self.row, "value": self.value}


# ------------------------------------------------------------------------------------------------------------- pain.001
@dataclass(frozen=True)
class Transfer:
    """A payment as it stands in a file."""

    end_to_end: str
    amount: Decimal
    payee: str
    payee_account: str
    payee_bank: str
    payee_bank_code: str
    text: str


@dataclass(frozen=True)
class TransferFile:
    """A file of payments from one account."""

    message: str
    made_at: datetime
    pay_on: date
    holder: str
    account: str
    bank: str
    bank_code: str
    currency: str
    transfers: tuple[Transfer, ...] = field(default_factory=tuple)


@cache
def _schema(name: str) -> Any:
    return etree.XMLSchema(etree.parse(str(SCHEMAS / f"{name}.xsd")))


def payment_file(given: TransferFile) -> bytes:
    """Write a pain.001: the same bytes for the same payments, valid by the ISO schema."""
    space = SPACE + PAIN_001
    root = etree.Element(f"{{{space}}}Document", nsmap={None: space})
    body = _add(root, "CstmrCdtTrfInitn")
    total, count = _money(sum(one.amount for one in given.transfers)), str(len(given.transfers))
    head = _add(body, "GrpHdr")
    _add(head, "MsgId", given.message)
    _add(head, "CreDtTm", given.made_at.strftime("%Y-%m-%dT%H:%M:%S"))
    _add(head, "NbOfTxs", count)
    _add(head, "CtrlSum", total)
    _add(head, "InitgPty/Nm", given.holder)
    block = _add(body, "PmtInf")
    for name, text in (("PmtInfId", given.message), ("PmtMtd", "TRF"), ("NbOfTxs", count), ("CtrlSum", total)):
        _add(block, name, text)
    _add(block, "ReqdExctnDt/Dt", given.pay_on.isoformat())
    _add(block, "Dbtr/Nm", given.holder)
    account = _add(block, "DbtrAcct")
    _add(account, "Id/Othr/Id", given.account)
    _add(account, "Ccy", given.currency)
    _bank(block, "DbtrAgt", given.bank, given.bank_code)
    for one in given.transfers:
        node = _add(block, "CdtTrfTxInf")
        _add(node, "PmtId/EndToEndId", one.end_to_end)
        _add(node, "Amt/InstdAmt", _money(one.amount)).set("Ccy", given.currency)
        if one.payee_bank or one.payee_bank_code:
            _bank(node, "CdtrAgt", one.payee_bank, one.payee_bank_code)
        _add(node, "Cdtr/Nm", one.payee)
        _add(node, "CdtrAcct/Id/Othr/Id", one.payee_account)
        if one.text:
            _add(node, "RmtInf/Ustrd", one.text)
    _schema(PAIN_001).assertValid(root)
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8"))


def _add(node: Any, path: str, text: str | None = None) -> Any:
    space = node.nsmap[None]
    for part in path.split("/"):
        node = etree.SubElement(node, f"{{{space}}}{part}")
    node.text = text
    return node


def _bank(node: Any, name: str, bank: str, code: str) -> None:
    inner = _add(node, f"{name}/FinInstnId")
    if code:
        _add(inner, "ClrSysMmbId/MmbId", code)
    if bank:
        _add(inner, "Nm", bank)
    if not code and not bank:
        _add(inner, "Othr/Id", "NOTPROVIDED")


def _money(amount: Decimal | int) -> str:
    return f"{Decimal(amount):.2f}"


# -------------------------------------------------------------------------------------------------------------- reading
def _root(body: bytes) -> Any:
    """Parse what came from outside: no entities, no document type, nothing fetched, not without end."""
    if len(body) > MOST_BYTES:
        raise BadFile("too_large")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_pis=True)
    try:
        root = etree.fromstring(body, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        line = getattr(error, "lineno", None) or 0
        raise BadFile("not_xml", row=line, value=str(error)) from error
    if root.getroottree().docinfo.doctype:
        raise BadFile("document_type")
    return root


def kind_of(body: bytes) -> str:
    """Answer the name of a message (``pain.002.001.12``), empty for what is none."""
    space = etree.QName(_root(body)).namespace or ""
    return space.removeprefix(SPACE) if space.startswith(SPACE) else ""


class _Node:
    """A part of a message, asked by path; what is missing or unreadable is named with its row."""

    def __init__(self, node: Any, row: int = 0) -> None:
        self.node, self.row = node, row
        self.space = etree.QName(node).namespace or ""

    def all(self, path: str) -> list[_Node]:
        found = self.node.findall("/".join(f"{{{self.space}}}{part}" for part in path.split("/")))
        return [_Node(one, self.row) for one in found]

    def text(self, path: str) -> str:
        found = self.node.findtext("/".join(f"{{{self.space}}}{part}" for part in path.split("/")))
        return " ".join(str(found or "").split())

    def first(self, *paths: str) -> str:
        return next((text for path in paths if (text := self.text(path))), "")

    def needed(self, *paths: str) -> str:
        if not (found := self.first(*paths)):
            raise BadFile("missing", paths[0], self.row)
        return found

    def day(self, *paths: str) -> date:
        text = self.needed(*paths)
        try:
            found = date.fromisoformat(text[:10])
        except ValueError as error:
            raise BadFile("bad_day", paths[0], self.row, text) from error
        if not 1990 <= found.year <= 2100:
            raise BadFile("bad_day", paths[0], self.row, text)
        return found

    def amount(self) -> Decimal:
        """Answer the signed amount of an entry or a balance."""
        text, side = self.needed("Amt"), self.needed("CdtDbtInd")
        try:
            found = Decimal(text)
        except InvalidOperation as error:
            raise BadFile("bad_amount", "Amt", self.row, text) from error
        if not found.is_finite() or found < 0 or found >= 10**15 or found != found.quantize(Decimal("0.01")):
            raise BadFile("bad_amount", "Amt", self.row, text)
        if side not in ("CRDT", "DBIT"):
            raise BadFile("bad_amount", "CdtDbtInd", self.row, side)
        return found if side == "CRDT" else -found


# ------------------------------------------------------------------------------------------------------------- pain.002
@dataclass(frozen=True)
class PaymentStatus:
    """What a bank says of one payment."""

    end_to_end: str
    status: str
    reason: str = ""
    reference: str = ""
    on: date | None = None


@dataclass(frozen=True)
class StatusReport:
    """A pain.002: the file it is about, its status as a whole if told, and those of its payments."""

    message: str
    status: str
    reason: str
    payments: tuple[PaymentStatus, ...]


def read_report(body: bytes) -> StatusReport:
    """Read a pain.002 that is valid by its schema."""
    root = _root(body)
    if etree.QName(root).namespace != SPACE + PAIN_002:
        raise BadFile("unknown_message", value=str(etree.QName(root).namespace))
    _validate(root, PAIN_002)
    report = _Node(root).all("CstmrPmtStsRpt")[0]
    file = report.all("OrgnlGrpInfAndSts")[0]
    payments = tuple(
        PaymentStatus(
            one.text("OrgnlEndToEndId"),
            one.text("TxSts"),
            one.text("StsRsnInf/Rsn/Cd"),
            one.text("AcctSvcrRef"),
            one.day("AccptncDtTm") if one.text("AccptncDtTm") else None,
        )
        for block in report.all("OrgnlPmtInfAndSts")
        for one in block.all("TxInfAndSts")
    )
    status, reason = file.text("GrpSts"), file.text("StsRsnInf/Rsn/Cd")
    # Our files have one block: a bank that refuses it refuses every payment in it, those it does not name as well.
    refused = next((block for block in report.all("OrgnlPmtInfAndSts") if block.text("PmtInfSts") == "RJCT"), None)
    if refused:
        status, reason = "RJCT", refused.text("StsRsnInf/Rsn/Cd") or reason
    return StatusReport(file.text("OrgnlMsgId"), status, reason, payments)


# ------------------------------------------------------------------------------------------------------------- camt.053
@dataclass(frozen=True)
class StatedLine:
    """A line of a statement as the bank says it."""

    booked_on: date
    amount: Decimal
    reference: str
    end_to_end: str = ""
    code: str = ""
    counterparty: str = ""
    counterparty_account: str = ""
    text: str = ""


@dataclass(frozen=True)
class Stated:
    """A statement as the bank says it; without ``sequence`` it is the next one, without ``opening`` it goes on."""

    account: str
    currency: str
    sequence: int | None
    stated_on: date
    opening: Decimal | None
    closing: Decimal | None
    lines: tuple[StatedLine, ...]


def read_statements(body: bytes) -> list[Stated]:
    """Read the statements of a camt.053; what is missing or cannot be read is named with its entry.

    What can be read is then held against the ISO schema of its version, which names the line of the file.
    """
    root = _root(body)
    name = str(etree.QName(root).namespace or "").removeprefix(SPACE)
    if name not in CAMT_053:
        raise BadFile("unknown_message", value=name)
    found = [_stated(one) for one in _Node(root).all("BkToCstmrStmt/Stmt")]
    if not found:
        raise BadFile("missing", "Stmt")
    _validate(root, name)
    return found


def _validate(root: Any, name: str) -> None:
    schema = _schema(name)
    if not schema.validate(root):
        error = schema.error_log[0]
        raise BadFile("not_valid", row=error.line, value=error.message)


def _stated(node: _Node) -> Stated:
    balances = {balance.text("Tp/CdOrPrtry/Cd"): balance for balance in node.all("Bal")}
    opening = balances.get("OPBD") or balances.get("PRCD")
    closing = balances.get("CLBD")
    if opening is None or closing is None:
        raise BadFile("missing", "Bal OPBD" if opening is None else "Bal CLBD")
    currency = node.text("Acct/Ccy") or str(closing.node.find(f"{{{node.space}}}Amt").get("Ccy") or "")
    sequence = node.needed("ElctrncSeqNb", "LglSeqNb")
    if not sequence.isdecimal() or len(sequence) > 9:
        raise BadFile("bad_number", "ElctrncSeqNb", value=sequence)
    lines = [line for row, entry in enumerate(node.all("Ntry"), start=1) for line in _lines(entry, row, currency)]
    return Stated(
        node.needed("Acct/Id/Othr/Id", "Acct/Id/IBAN"), currency, int(sequence), closing.day("Dt/Dt", "Dt/DtTm"),
        opening.amount(), closing.amount(), tuple(lines),
    )  # fmt: skip


def _lines(entry: _Node, row: int, currency: str) -> list[StatedLine]:
    """Read an entry; one that is not booked yet (pending, information) is no line.

    Several payments that the bank booked in one sum are a line each, where it says the amount of each.
    """
    entry.row = row
    if entry.needed("Sts/Cd", "Sts") != "BOOK":
        return []
    amount = entry.amount()
    told = str(entry.node.find(f"{{{entry.space}}}Amt").get("Ccy") or "")
    if told != currency:
        raise BadFile("currency_differs", "Amt", row, told)
    if amount == 0:
        raise BadFile("bad_amount", "Amt", row, "0")
    reference = entry.needed("AcctSvcrRef", "NtryRef", "NtryDtls/TxDtls/Refs/AcctSvcrRef")
    parts = entry.all("NtryDtls/TxDtls")
    if len(parts) > 1:
        amounts = [_part(part, amount) for part in parts]
        if sum(amounts, Decimal(0)) == amount and 0 not in amounts:
            named = [
                (part, part.text("Refs/AcctSvcrRef") or f"{reference[:58]}/{n}") for n, part in enumerate(parts, 1)
            ]
            return [_line(entry, part, of, ref) for (part, ref), of in zip(named, amounts, strict=True)]
        parts = []  # a sum of unknown parts is none of them
    return [_line(entry, parts[0] if parts else None, amount, reference)]


def _part(part: _Node, whole: Decimal) -> Decimal:
    """Answer the signed amount of one payment of an entry, nothing where the bank does not say it."""
    text = part.first("Amt", "AmtDtls/TxAmt/Amt")
    try:
        found = Decimal(text or "0")
    except InvalidOperation as error:
        raise BadFile("bad_amount", "TxDtls/Amt", part.row, text) from error
    if not found.is_finite() or found < 0 or found != found.quantize(Decimal("0.01")):
        raise BadFile("bad_amount", "TxDtls/Amt", part.row, text)
    side = part.text("CdtDbtInd") or ("DBIT" if whole < 0 else "CRDT")
    return -found if side == "DBIT" else found


def _line(entry: _Node, part: _Node | None, amount: Decimal, reference: str) -> StatedLine:
    """Read a line of an entry: what its payment says, where there is one, before what the entry says."""
    side = "RltdPties/" + ("Cdtr" if amount < 0 else "Dbtr")
    told = part or _Node(etree.Element(f"{{{entry.space}}}TxDtls"), entry.row)
    return StatedLine(
        entry.day("BookgDt/Dt", "BookgDt/DtTm"),
        amount,
        reference[:64],
        told.text("Refs/EndToEndId").replace("NOTPROVIDED", "")[:35],
        entry.first("BkTxCd/Domn/Fmly/SubFmlyCd", "BkTxCd/Prtry/Cd")[:24],
        told.first(f"{side}/Pty/Nm", f"{side}/Nm")[:140],
        told.first(f"{side}Acct/Id/Othr/Id", f"{side}Acct/Id/IBAN")[:34],
        (told.text("RmtInf/Ustrd") or entry.text("AddtlNtryInf"))[:200],
    )
