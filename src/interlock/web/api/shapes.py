"""The arguments of an operation as a schema, read from its signature; and back from the schema to what it takes."""

from __future__ import annotations

import types
from collections.abc import Callable, Mapping, Sequence
from dataclasses import MISSING, fields, is_dataclass
from datetime import date
from decimal import Decimal
from inspect import Parameter, signature
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

from ninja import Schema
from pydantic import AfterValidator, ConfigDict, Field, create_model

from .door import MOST_ID

MOST_TEXT, MOST_PARTS = 4_000, 5_000
FIRST_DAY, LAST_DAY = date(1990, 1, 1), date(2199, 12, 31)


class Strict(Schema):
    """A part of a call: fields nobody knows are refused, so a mistyped one is not silently left out."""

    model_config = ConfigDict(extra="forbid")


def _in_range(day: date) -> date:
    if not FIRST_DAY <= day <= LAST_DAY:
        raise ValueError(f"a day from {FIRST_DAY} to {LAST_DAY}")
    return day


Day = Annotated[date, AfterValidator(_in_range)]
Figure = Annotated[Decimal, Field(max_digits=20, decimal_places=6)]
Whole = Annotated[int, Field(ge=-MOST_ID, le=MOST_ID)]
Text = Annotated[str, Field(max_length=MOST_TEXT)]
PLAIN: dict[Any, Any] = {int: Whole, str: Text, Decimal: Figure, date: Day, bool: bool, Any: Any}
OWN = frozenset({"ids", "company", "by"})


def arguments_of(body: Callable[..., Any]) -> dict[str, tuple[Any, Parameter]]:
    """Answer the further arguments of an operation's body: by name, the annotation and the parameter."""
    hints = get_type_hints(body)
    return {name: (hints[name], one) for name, one in signature(body).parameters.items() if name not in OWN}


def shape(annotation: Any) -> Any:
    """Answer what the interface takes for an annotation: the same, within what the database can hold."""
    if annotation in PLAIN:
        return PLAIN[annotation]
    if is_dataclass(annotation):
        return _schema(annotation)
    origin, parts = get_origin(annotation), get_args(annotation)
    if origin in (Union, types.UnionType):
        return Union[tuple(shape(part) if part is not type(None) else None for part in parts)]  # noqa: UP007
    if origin in (Sequence, list, tuple):
        return Annotated[list[shape(parts[0])], Field(max_length=MOST_PARTS)]  # type: ignore[misc]
    if origin in (Mapping, dict):
        return Annotated[dict[shape(parts[0]), shape(parts[1])], Field(max_length=MOST_PARTS)]  # type: ignore[misc]
    raise TypeError(f"{annotation} has no shape: declare one")


_schemas: dict[Any, type[Schema]] = {}


def _schema(made: Any) -> type[Schema]:
    """Answer the schema of a dataclass, made once."""
    if made not in _schemas:
        hints = get_type_hints(made)
        parts: dict[str, Any] = {}
        for one in fields(made):
            default = ... if one.default is MISSING else one.default
            if one.default_factory is not MISSING:
                default = one.default_factory()
            parts[one.name] = (shape(hints[one.name]), list(default) if isinstance(default, tuple) else default)
        said = " ".join((made.__doc__ or "").split())
        _schemas[made] = create_model(made.__name__, __base__=Strict, __doc__=said, **parts)
    return _schemas[made]


def unshape(given: Any, annotation: Any) -> Any:
    """Answer what the operation takes: dataclasses where its annotation says so."""
    if given is None:
        return None
    if is_dataclass(annotation):
        hints = get_type_hints(annotation)
        return annotation(
            **{one.name: unshape(getattr(given, one.name), hints[one.name]) for one in fields(annotation)}
        )  # type: ignore[operator]
    origin, parts = get_origin(annotation), get_args(annotation)
    if origin in (Union, types.UnionType):
        return unshape(given, next(part for part in parts if part is not type(None)))
    if origin in (Sequence, list, tuple) and isinstance(given, list):
        made = [unshape(one, parts[0]) for one in given]
        return tuple(made) if origin is tuple else made
    if origin in (Mapping, dict) and isinstance(given, dict):
        return {name: unshape(one, parts[1]) for name, one in given.items()}
    return given.model_dump(exclude_unset=True) if isinstance(given, Schema) else given
