"""Sessions as Django keeps them in the database; read by a statement that is planned once, for every page reads one."""

from __future__ import annotations

from typing import Any

from django.contrib.sessions.backends import db

from interlock.core.sql import blocks, rows

SQL = blocks(__file__, planned_once=("session",))


class SessionStore(db.SessionStore):
    """Django's store with its one frequent reading written out."""

    def _get_session_from_db(self) -> Any:
        found = rows(SQL["session"], key=self.session_key)
        if found:
            return found[0]
        self._session_key = None
        return None
