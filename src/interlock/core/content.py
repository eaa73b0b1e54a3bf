"""What an uploaded file is, by its content: only kinds that people exchange, never what its name says."""

from __future__ import annotations

import io
import re
import unicodedata
import zipfile
from typing import Any

from .outcome import Refusal

MOST_BYTES = 20 * 1024 * 1024
#: media type → the endings a name may have; the first is given to a name that says otherwise
ENDINGS: dict[str, tuple[str, ...]] = {
    "application/pdf": ("pdf",),
    "image/png": ("png",),
    "image/jpeg": ("jpg", "jpeg"),
    "image/gif": ("gif",),
    "image/webp": ("webp",),
    "image/heic": ("heic", "heif"),
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ("docx",),
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": ("xlsx",),
    "application/vnd.openxmlformats-officedocument.presentationml.presentation": ("pptx",),
    "application/ofd": ("ofd",),
    "text/plain": ("txt", "csv", "md", "json", "xml", "log"),
}
_STARTS = [
    (b"%PDF-", "application/pdf"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
]
_PARTS = [("word/", 6), ("xl/", 7), ("ppt/", 8)]
PICTURES = ("image/png", "image/jpeg")


def media_type_of(content: bytes) -> str:
    """Answer what a file is by its content; refuses what is none of the known kinds.

    Refuses: empty_file, file_too_large, unknown_content, file_has_macros.
    """
    if not content:
        raise Refusal("empty_file")
    if len(content) > MOST_BYTES:
        raise Refusal("file_too_large")
    for start, found in _STARTS:
        if content.startswith(start):
            return found
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return "image/webp"
    if content[4:12] in (b"ftypheic", b"ftypheix", b"ftypmif1"):
        return "image/heic"
    if content[:4] == b"PK\x03\x04":
        return _office(content)
    if _is_text(content):
        return "text/plain"
    raise Refusal("unknown_content")


def _office(content: bytes) -> str:
    try:
        names = zipfile.ZipFile(io.BytesIO(content)).namelist()
    except zipfile.BadZipFile:
        raise Refusal("unknown_content") from None
    if any(name.lower().endswith("vbaproject.bin") for name in names):
        raise Refusal("file_has_macros")
    if "OFD.xml" in names:
        return "application/ofd"
    if "[Content_Types].xml" in names:
        for part, place in _PARTS:
            if any(name.startswith(part) for name in names):
                return list(ENDINGS)[place]
    raise Refusal("unknown_content")


def _is_text(content: bytes) -> bool:
    if b"\x00" in content:
        return False
    for encoding in ("utf-8", "gb18030"):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        return not any(unicodedata.category(sign) == "Cc" and sign not in "\t\r\n\f" for sign in text)
    return False


def picture_type(content: bytes) -> str:
    """Answer the kind of a picture to print with: PNG or JPEG up to 2 MB. Refuses: no_picture and as above."""
    found = media_type_of(content)
    if found not in PICTURES or len(content) > 2 * 1024 * 1024:
        raise Refusal("no_picture")
    return found


def harmless_name(name: Any, media_type: str) -> str:
    """Answer a file name that is only a name: no folders, no signs that hide or command, the ending of its content."""
    text = unicodedata.normalize("NFC", str(name or "").replace("\\", "/")).rpartition("/")[2]
    text = "".join(sign for sign in text if unicodedata.category(sign)[0] != "C")
    text = re.sub(r'[<>:"|?*%;\s]+', " ", text).strip(" .") or "file"
    stem, dot, ending = text.rpartition(".")
    allowed = ENDINGS[media_type]
    if not dot or ending.lower() not in allowed:
        stem, ending = text, allowed[0]
    return f"{stem[:100].rstrip(' .')}.{ending}"
