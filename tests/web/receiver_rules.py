"""How a receiver verifies a webhook: the rules of the reference library of Standard Webhooks, written out."""

from __future__ import annotations

import base64
import hashlib
import hmac
import time


def verified(secrets: list[str], headers: dict[str, str], body: bytes) -> int:
    """Answer how many of these secrets a message is signed with, by the rules of the reference library."""
    if abs(time.time() - float(headers["webhook-timestamp"])) > 300:
        return 0
    signed = f"{headers['webhook-id']}.{headers['webhook-timestamp']}.{body.decode()}".encode()
    good = 0
    for secret in secrets:
        key = base64.b64decode(secret.removeprefix("whsec_"))
        wanted = hmac.new(key, signed, hashlib.sha256).digest()
        for one in headers["webhook-signature"].split(" "):
            version, _comma, text = one.partition(",")
            good += version == "v1" and hmac.compare_digest(base64.b64decode(text), wanted)
    return good
