"""What a log may show of a message: names, addresses, numbers of people and cards and every secret are masked.

What is private is told by the name of its field (``NAMES`` and what a company adds) and, wherever it stands, by what it
is: a mobile number, an identity number that is one by its check digit, a card number, a token.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any

from stdnum import luhn
from stdnum.cn import ric

HIDDEN = "***"
#: of these nothing is shown
SECRETS = (
    "password",
    "passwd",
    "pwd",
    "secret",
    "token",
    "authorization",
    "cookie",
    "signature",
    "api_key",
    "otp",
    "cvv",
)
#: of these only how they begin
NAMES = (
    "phone", "mobile", "telephone", "tel", "address", "street", "buyer", "recipient", "consignee", "contact", "email",
    "id_no", "id_number", "id_card", "identity", "passport", "card_no", "card_number", "bank_account", "account_no",
    "iban",
)  # fmt: skip
#: headers that say something of a message and nothing of a person
HEADERS = frozenset(
    {"content-type", "content-length", "user-agent", "idempotency-key", "accept-language", "retry-after", "location",
     "webhook-id", "webhook-timestamp", "x-request-id"}
)  # fmt: skip

_MOBILE = re.compile(r"(?<!\d)(1[3-9]\d)\d{6}(\d{2})(?!\d)")
_IDENTITY = re.compile(r"(?<![\dA-Za-z])(\d{6})\d{8}\d{3}[\dXx](?![\dA-Za-z])")
_CARD = re.compile(r"(?<!\d)(?:62|4\d|5[1-5]|3[47])\d{12,17}(?!\d)")
#: a number at the end of what was cut may be a part of one that would be known
_END = re.compile(r"\d{5,}$")
#: names, addresses and accounts in messages of banks (ISO 20022), in XML or in JSON that holds it
_NAMED = re.compile(r"(<(?:\w+:)?(?:Nm|Ustrd|AdrLine|StrtNm|TwnNm|PhneNb|MobNb|EmailAdr)>)([^<]+)")
_ACCOUNT = re.compile(r"(<(?:\w+:)?(?:IBAN|Othr>\s*<(?:\w+:)?Id)>)([^<]+)")
_TOKEN = re.compile(r"\b(ilk_[0-9a-f]{4}|whsec_|Bearer |Basic )[\w+/=.\-]+")


def masked_headers(headers: Mapping[str, str]) -> dict[str, str]:
    """Answer the headers that may be kept, by their names in small letters."""
    given = {name.lower(): str(value) for name, value in headers.items()}
    return {name: masked_text(value)[:400] for name, value in sorted(given.items()) if name in HEADERS}


def masked(text: str, more: Iterable[str] = ()) -> str:
    """Answer a text with what is private masked: JSON by its fields, also when it was cut in the middle."""
    names = tuple(sorted(set(more)))
    if text[:1] in "{[":
        try:
            return masked_text(json.dumps(_walk(json.loads(text), _named(names)), ensure_ascii=False))
        except (ValueError, RecursionError):
            text = _fields(names).sub(_field, text)
    return masked_text(_END.sub(HIDDEN, text))


def masked_text(text: str) -> str:
    """Mask what is private by what it is, wherever it stands."""
    text = _TOKEN.sub(rf"\1{HIDDEN}", text)
    if "<" in text:
        text = _NAMED.sub(lambda found: f"{found[1]}{_begin(found[2])}", text)
        text = _ACCOUNT.sub(lambda found: f"{found[1]}{_starred(found[2])}", text)
    text = _IDENTITY.sub(
        lambda found: _starred(found.group()) if ric.is_valid(found.group().upper()) else found.group(), text
    )
    text = _CARD.sub(lambda found: _starred(found.group()) if luhn.is_valid(found.group()) else found.group(), text)
    return _MOBILE.sub(r"\1******\2", text)


def _starred(text: str) -> str:
    return f"{text[:4]}{HIDDEN}{text[-2:]}"


@lru_cache(maxsize=64)
def _named(more: tuple[str, ...]) -> tuple[re.Pattern[str], re.Pattern[str]]:
    secret, private = ("|".join(map(re.escape, names)) for names in (SECRETS, (*NAMES, *more)))
    return re.compile(rf"(?:{secret})", re.I), re.compile(rf"(?:^|_)(?:{private})(?:$|_)", re.I)


def _walk(value: Any, named: tuple[re.Pattern[str], re.Pattern[str]], hide: str = "") -> Any:
    """Mask every text below a field that is private."""
    if isinstance(value, dict):
        return {name: _walk(one, named, hide or _kind(name, named)) for name, one in value.items()}
    if isinstance(value, list):
        return [_walk(one, named, hide) for one in value]
    if not hide or value is None or isinstance(value, bool):
        return value
    return HIDDEN if hide == "secret" else _begin(str(value))


def _kind(name: str, named: tuple[re.Pattern[str], re.Pattern[str]]) -> str:
    secret, private = named
    return "secret" if secret.search(name) else "private" if private.search(name) else ""


def _begin(text: str) -> str:
    """Show how a text begins: of a number its first three digits, of words the first."""
    if not text:
        return text
    return text[: 3 if text[:3].isdecimal() else 1] + HIDDEN


@lru_cache(maxsize=64)
def _fields(more: tuple[str, ...]) -> re.Pattern[str]:
    """Answer what finds private fields in JSON that cannot be parsed: the end may be missing."""
    secret, private = ("|".join(map(re.escape, names)) for names in (SECRETS, (*NAMES, *more)))
    return re.compile(
        rf'"(?:(?P<secret>\w*(?:{secret})\w*)|(?P<private>(?:\w+_)?(?:{private})(?:_\w+)?))"\s*:\s*'
        r'(?:"(?P<text>(?:[^"\\]|\\.)*)\\?(?:"|$)|(?P<figure>-?\d[\d.eE+-]*))',
        re.I,
    )


def _field(found: re.Match[str]) -> str:
    name = found["secret"] or found["private"]
    value = found["text"] if found["text"] is not None else found["figure"]
    return f'"{name}": "{HIDDEN if found["secret"] else _begin(value)}"'
