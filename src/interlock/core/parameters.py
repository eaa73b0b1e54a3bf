"""Numbers that a company decides, declared where they are read: type, default, range.

A parameter is declared by the code that reads it; the table holds only what a company has decided otherwise. Each
change is kept with who made it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any, Literal

from django.apps import apps
from django.utils.translation import gettext as _

Type = Literal["whole", "number", "yes_no", "text", "choice"]


@dataclass(frozen=True)
class Declared:
    """A parameter: what it is called, what it holds, what it is unless a company decides, and within what range."""

    code: str
    title: Any
    type: Type
    default: str
    least: Decimal | None = None
    most: Decimal | None = None
    choices: tuple[str, ...] = ()
    fits: Callable[[Declared, str], bool] | None = None


#: Every parameter by its code.
BY_CODE: dict[str, Declared] = {}


def declare(
    code: str, title: Any, type: Type, default: str, *, least: int | None = None, most: int | None = None,  # noqa: A002
    choices: tuple[str, ...] = (), fits: Callable[[Declared, str], bool] | None = None,
) -> Declared:  # fmt: skip
    """Say that a parameter is there; its default must be within its own range."""
    made = Declared(
        code, title, type, default, None if least is None else Decimal(least), None if most is None else Decimal(most),
        choices, fits,
    )  # fmt: skip
    BY_CODE[code] = made
    assert not fault_of(code, default), f"the default of {code} is out of its range"
    return made


def parameter(company: int, code: str) -> Any:
    """Answer what holds in a company: an int, a Decimal, a bool or a text."""
    declared = BY_CODE[code]
    table: Any = apps.get_model("core.Parameter")
    found = table.objects.filter(company_id=company, code=code).values_list("value", flat=True).first()
    return _read(declared, declared.default if found is None else found)


def fault_of(code: str, text: str) -> str:
    """Say what is wrong with a value of a parameter; nothing when it may stand."""
    declared = BY_CODE[code]
    try:
        value = _read(declared, text)
    except (ValueError, InvalidOperation):
        return _("This is not what the parameter holds.")
    if declared.least is not None and value < declared.least or declared.most is not None and value > declared.most:
        return _("From %(least)s to %(most)s.") % {"least": declared.least, "most": declared.most}
    if declared.fits is not None and not declared.fits(declared, text):
        return _("This is not what the parameter holds.")
    return ""


def _read(declared: Declared, text: str) -> Any:
    if declared.type == "whole":
        return int(text)
    if declared.type == "number":
        value = Decimal(text)
        if not value.is_finite():
            raise ValueError(text)
        return value
    if declared.type == "yes_no":
        if text not in ("0", "1"):
            raise ValueError(text)
        return text == "1"
    if declared.type == "choice" and text not in declared.choices:
        raise ValueError(text)
    return text
