"""How the report of a close is signed: with the key of this installation."""

from __future__ import annotations

import json
from typing import Any

from interlock.core.api import ALGORITHM, canonical, key_path, known_key, private_key, proves, public_text, sign

__all__ = ["ALGORITHM", "canonical", "key_path", "known_key", "private_key", "public_text", "signed", "verified"]


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
