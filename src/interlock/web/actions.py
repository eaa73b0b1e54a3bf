"""What can be done with a document: every action its kind knows, and for those not possible now the reason why not."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from django.apps import apps
from django.utils.translation import gettext as _

from . import words
from .access import Desk


@dataclass(frozen=True)
class Action:
    """One action: a dialog it ``opens``, an address it leads to, or a form it posts; ``why`` it cannot be done now.

    ``near`` says that the state allows it and something else stands in the way: it is shown among the others.
    """

    title: str
    opens: str = ""
    href: str = ""
    post: str = ""
    fields: Mapping[str, Any] = field(default_factory=dict)
    primary: bool = False
    icon: str = ""
    why: str = ""
    near: bool = True


class Actions(list[Action]):
    """The actions of a document at a desk, in the order of its kind."""

    def __init__(self, desk: Desk, state: str, document_id: int) -> None:
        super().__init__()
        self.desk, self.state, self.document_id = desk, state, document_id

    def add(
        self,
        title: str,
        permission: str = "",
        *,
        states: Sequence[str] = (),
        never: str = "",
        hindered: str = "",
        post: str = "",
        fields: Mapping[str, Any] | None = None,
        **how: Any,
    ) -> None:
        """Add an action: the state is asked first, then the permission, then what else stands in the way.

        ``never`` says why this document will not have it in any state; ``hindered`` what is missing just now.
        """
        why, near = never, False
        if not why and states and self.state not in states:
            wanted = ", ".join(str(words.STATES[one][0]) for one in states)
            given = {
                "wanted": wanted,
                "state": words.STATES[self.state][0] if self.state in words.STATES else self.state,
            }
            why = _("Possible while: %(wanted)s. It is: %(state)s.") % given
        elif not why:
            why, near = hindered, True
            if permission and not self.desk.may(permission):
                why = _("Your role lacks the permission “%(permission)s”.") % {
                    "permission": permission_word(permission)
                }
        sent = {"id": self.document_id, "single": 1} if fields is None else dict(fields)
        self.append(Action(title, post=post, fields=sent, why=why, near=near, **how))

    @property
    def shown(self) -> list[Action]:
        return [one for one in self if one.near]

    @property
    def hindered(self) -> list[Action]:
        return [one for one in self if one.near and one.why]

    @property
    def far(self) -> list[Action]:
        return [one for one in self if not one.near]


@cache
def _permissions() -> dict[str, Any]:
    return {
        f"{model._meta.app_label}.{codename}": name
        for model in apps.get_models()
        for codename, name in model._meta.permissions
    }


def permission_word(permission: str) -> str:
    """Answer what a permission is called where roles are made."""
    return str(_permissions().get(permission, permission))
