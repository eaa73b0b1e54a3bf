"""Reads the text of a PDF as typst writes it: streams, character maps of its fonts, the strings that are shown."""

from __future__ import annotations

import re
import zlib


def _objects(content: bytes) -> dict[int, bytes]:
    """Answer the objects by number, those in object streams too."""
    found: dict[int, bytes] = {}
    for match in re.finditer(rb"(\d+) 0 obj\s(.*?)\sendobj", content, re.DOTALL):
        found[int(match[1])] = match[2]
    for body in list(found.values()):
        if b"/Type/ObjStm" not in body.replace(b" ", b""):
            continue
        inside = _stream(body)
        count, first = (int(re.search(rb"/%s\s+(\d+)" % name, body)[1]) for name in (b"N", b"First"))  # type: ignore[index]
        head = [int(one) for one in inside[:first].split()[: 2 * count]]
        places = [*head[1::2], len(inside) - first]
        for place, number in enumerate(head[::2]):
            found[number] = inside[first + places[place] : first + places[place + 1]]
    return found


def _stream(body: bytes) -> bytes:
    raw = re.search(rb"stream\r?\n(.*?)\r?\n?endstream", body, re.DOTALL)
    if raw is None:
        return b""
    return zlib.decompressobj().decompress(raw[1]) if b"FlateDecode" in body else raw[1]


def _signs(cmap: str) -> dict[int, str]:
    """Answer what each code of a font means."""

    def text(digits: str) -> str:
        return bytes.fromhex(digits).decode("utf-16-be")

    found = {}
    for part in re.findall(r"beginbfchar(.*?)endbfchar", cmap, re.DOTALL):
        found |= {int(code, 16): text(sign) for code, sign in re.findall(r"<(\w+)>\s*<(\w+)>", part)}
    for part in re.findall(r"beginbfrange(.*?)endbfrange", cmap, re.DOTALL):
        for first, last, sign in re.findall(r"<(\w+)>\s*<(\w+)>\s*<(\w+)>", part):
            for step in range(int(last, 16) - int(first, 16) + 1):
                found[int(first, 16) + step] = chr(ord(text(sign)) + step)
    return found


def text_of(content: bytes) -> str:
    """Answer what a PDF says, without spaces between what is set apart."""
    objects = _objects(content)
    fonts: dict[str, dict[int, str]] = {}
    for body in objects.values():
        for name, number in re.findall(rb"/(f\d+)\s+(\d+) 0 R", body):
            font = objects.get(int(number), b"")
            if linked := re.search(rb"/ToUnicode\s+(\d+) 0 R", font):
                fonts[name.decode()] = _signs(_stream(objects[int(linked[1])]).decode("latin-1"))
    said: list[str] = []
    for body in objects.values():
        page = _stream(body) if b"stream" in body else b""
        if b" Tf" in page:
            said.append(_page(page, fonts))
    return "\n".join(said)


def _page(page: bytes, fonts: dict[str, dict[int, str]]) -> str:
    signs: dict[int, str] = {}
    said: list[str] = []
    pattern = rb"/(f\d+) [\d.]+ Tf|<([0-9A-Fa-f]+)>|\((?:\\.|[^\\()])*\)|\bET\b"
    for match in re.finditer(pattern, page, re.DOTALL):
        if match[1]:
            signs = fonts.get(match[1].decode(), {})
        elif match[2]:
            codes = bytes.fromhex(match[2].decode())
            said += [signs.get(int.from_bytes(codes[at : at + 2], "big"), "") for at in range(0, len(codes), 2)]
        elif match[0].startswith(b"("):
            codes = _plain(match[0][1:-1])
            said += [signs.get(int.from_bytes(codes[at : at + 2], "big"), "") for at in range(0, len(codes), 2)]
    return "".join(said)


_ESCAPES = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}


def _plain(text: bytes) -> bytes:
    def one(match: re.Match[bytes]) -> bytes:
        sign = match[1]
        return bytes([int(sign, 8)]) if sign.isdigit() else _ESCAPES.get(sign, sign)

    return re.sub(rb"\\([0-7]{1,3}|.)", one, text, flags=re.DOTALL)
