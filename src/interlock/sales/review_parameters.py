"""What the checks of the review may be told: known names, right kinds, a pattern that the database can read.

A check reads its parameters as they stand. One that it cannot read would set every order of its channel aside, so it is
judged where it is kept: in the admin's form, at the interface and in imports alike.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from django.db import DataError, transaction
from django.utils.translation import gettext as _

from interlock.core.sql import blocks, value

SQL = blocks(__file__)
REQUIRABLE = ("buyer", "phone", "address", "district")
GIFTS = ("listed", "due")
LONGEST_PATTERN = 200

#: Answers what is wrong with a parameter, nothing when it is right.
Judge = Callable[[str, Any], str]


def _number(name: str, given: Any) -> str:
    known = isinstance(given, int | float | str) and not isinstance(given, bool)
    right = known and re.fullmatch(r"[0-9]{1,12}(\.[0-9]{1,6})?", str(given), re.ASCII)
    return "" if right else _("%(name)s is a number, 0 or more.") % {"name": name}


def _words(name: str, given: Any, *, known: tuple[str, ...], many: bool) -> str:
    named = given if many and isinstance(given, list) else [given]
    if (isinstance(given, list) or not many) and all(isinstance(one, str) and one in known for one in named):
        return ""
    said = {"name": name, "words": ", ".join(known)}
    return (_("%(name)s is a list of: %(words)s.") if many else _("%(name)s is one of: %(words)s.")) % said


def _pattern(name: str, given: Any) -> str:
    if not isinstance(given, str) or not given or len(given) > LONGEST_PATTERN:
        return _("%(name)s is a regular expression of at most %(most)s characters.") % {
            "name": name, "most": LONGEST_PATTERN,
        }  # fmt: skip
    try:
        with transaction.atomic():
            value(SQL["try_pattern"], pattern=given)
    except (DataError, ValueError) as error:
        why = (str(error).splitlines() or [""])[0]
        return _("%(name)s is no regular expression that the database can read: %(why)s") % {"name": name, "why": why}
    return ""


#: check → its parameters; a check that is not named here takes none
KNOWN: Mapping[str, Mapping[str, Judge]] = {
    "completeness": {"require": partial(_words, known=REQUIRABLE, many=True), "phone_pattern": _pattern},
    "price": {"below_floor_pct": _number, "above_list_pct": _number},
    "payment": {"tolerance": _number},
    "gift": {"tolerance": _number, "gifts": partial(_words, known=GIFTS, many=False)},
}


def faults_of(check: str, parameters: Any) -> list[str]:
    """Answer what is wrong with the parameters of a check, a sentence each."""
    if not isinstance(parameters, dict):
        return [_("Parameters are a JSON object of names and values.")]
    known = KNOWN.get(check, {})
    found = []
    for name, given in parameters.items():
        if name in known:
            found.append(known[name](name, given))
        elif known:
            found.append(_("%(name)s is no parameter of this check; it knows %(known)s.") % {
                "name": name, "known": ", ".join(known),
            })  # fmt: skip
        else:
            found.append(_("This check takes no parameters."))
    return list(dict.fromkeys(fault for fault in found if fault))
