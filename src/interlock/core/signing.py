"""The key of this installation: Ed25519, made once in INTERLOCK_HOME and readable by its owner only.

It signs the reports of closed months, access reviews and the seals of the audit trail.
"""

from __future__ import annotations

import base64
import json
import os
from pathlib import Path
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from django.conf import settings

ALGORITHM = "Ed25519"


def canonical(report: dict[str, Any]) -> bytes:
    """Write a report in its one form: keys in order, no spaces, UTF-8; figures are text in it, never floats."""
    text = json.dumps(report, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)
    return text.encode()


def key_path() -> Path:
    return Path(settings.HOME) / "close_key.pem"


def private_key() -> Ed25519PrivateKey:
    """Answer the key, made now if there is none."""
    path = key_path()
    if not path.exists():
        made = Ed25519PrivateKey.generate().private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
        beside = path.with_name(f".{path.name}.{os.getpid()}")
        handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(handle, "wb") as file:
            file.write(made)
            file.flush()
            os.fsync(file.fileno())
        try:
            os.link(beside, path)  # whoever comes second uses the first one's key
        except FileExistsError:
            pass
        finally:
            beside.unlink()
    key = serialization.load_pem_private_key(path.read_bytes(), password=None)
    assert isinstance(key, Ed25519PrivateKey), "close_key.pem holds an Ed25519 key"
    return key


def public_text(key: Ed25519PublicKey) -> str:
    """Answer a public key as base64 of its 32 bytes."""
    raw = key.public_bytes(serialization.Encoding.Raw, serialization.PublicFormat.Raw)
    return base64.b64encode(raw).decode()


def known_key() -> str | None:
    """Answer the public key of this installation, if it has signed anything yet."""
    return public_text(private_key().public_key()) if key_path().exists() else None


def sign(content: bytes) -> tuple[str, str]:
    """Sign, with the key of this installation; answers signature and public key as base64."""
    key = private_key()
    return base64.b64encode(key.sign(content)).decode(), public_text(key.public_key())


def proves(content: bytes, signature: str, public: str) -> bool:
    """Say whether this was signed with the private half of a public key."""
    try:
        key = Ed25519PublicKey.from_public_bytes(base64.b64decode(public, validate=True))
        key.verify(base64.b64decode(signature, validate=True), content)
    except (InvalidSignature, ValueError):
        return False
    return True


def signed(report: dict[str, Any]) -> bytes:
    """Answer the report's file: the report with the public key in it, and its signature."""
    public = public_text(private_key().public_key())
    whole = report | {"signed_with": {"algorithm": ALGORITHM, "public_key": public}}
    signature, _public = sign(canonical(whole))
    return canonical({"report": whole, "signature": signature}) + b"\n"


def verified(file: bytes) -> tuple[bool, str]:
    """Say whether a report's file is what was signed, and with which public key."""
    try:
        whole = json.loads(file)
        public = str(whole["report"]["signed_with"]["public_key"])
        holds = proves(canonical(whole["report"]), str(whole["signature"]), public)
    except (ValueError, KeyError, TypeError):
        return False, ""
    return (True, public) if holds else (False, "")
