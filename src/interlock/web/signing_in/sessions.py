"""A person's open sessions: which they are, when they were last used, how they end."""

from __future__ import annotations

import hashlib
from datetime import datetime, timedelta
from typing import Any

from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.models import Session
from django.http import HttpRequest
from django.utils import timezone

MOST_SESSIONS, NOTED = 5_000, timedelta(minutes=5)


def own_sessions(request: HttpRequest) -> list[tuple[str, dict[str, Any], datetime]]:
    """Answer the open sessions of the person; what a session is about stands inside, so all that are open are read."""
    found = Session.objects.filter(expire_date__gt=timezone.now()).order_by("-expire_date")[:MOST_SESSIONS]
    read = [(one.session_key, one.get_decoded(), one.expire_date) for one in found]
    return [one for one in read if one[1].get(SESSION_KEY) == str(request.user.pk)]


def end_others(request: HttpRequest) -> int:
    """End every session of the person but this one; answers how many there were."""
    others = [key for key, _data, _until in own_sessions(request) if key != request.session.session_key]
    Session.objects.filter(session_key__in=others).delete()
    return len(others)


def note_seen(request: HttpRequest) -> None:
    """Note every five minutes that a session is used."""
    began = request.session.get("signed_in")
    if began is None:
        return
    now = timezone.now()
    seen = began.get("seen") or began.get("at")
    if seen is None or now - datetime.fromisoformat(seen) > NOTED:
        request.session["signed_in"] = began | {"seen": now.isoformat()}


def mark(session_key: str) -> str:
    """Name a session without giving away its key."""
    return hashlib.sha256(session_key.encode()).hexdigest()
