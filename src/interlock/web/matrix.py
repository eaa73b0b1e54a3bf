"""Who may do what, read from what is declared: operations with their permission and kind, pages with theirs.

A page's permissions are those of its guard (``access.page``) and of the document it opens (``access.open_document``),
found in its source, so that nothing is written down twice.
"""

from __future__ import annotations

import ast
import inspect
import textwrap
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from types import FunctionType
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver

from interlock.core.api import OPERATIONS, Operation, scopes

from . import limits


@dataclass(frozen=True)
class Opened:
    """A page: who opens it (any of ``permissions``, none: everybody who signed in), and what limited people see there.

    ``kind`` is the kind its document or list is of, ``own`` for pages about oneself, empty where it is closed to them.
    """

    name: str
    address: str
    permissions: tuple[str, ...]
    kind: str
    partner: bool

    def opens_for(self, held: Iterable[str]) -> bool:
        return not self.permissions or bool(set(held).intersection(self.permissions))


def kind_of(operation: Operation) -> str:
    """Answer what of an operation's ids limited people see: a kind, ``own``, or nothing where it is closed to them."""
    return "own" if operation.name in scopes.OWN else scopes.WORKS_ON.get(operation.name, "")


def operations() -> list[Operation]:
    return [OPERATIONS[name] for name in sorted(OPERATIONS)]


@lru_cache(maxsize=1)
def pages() -> tuple[Opened, ...]:
    """Answer every page of the workplace that asks who signed in."""
    found = []
    for pattern in _patterns():
        name = str(pattern.name)
        permissions = permissions_of(name)
        if permissions is None:
            continue
        kind = (limits.PAGES | limits.NARROWED).get(name, "own" if name in limits.OWN | limits.PARTNER else "")
        found.append(Opened(name, f"/{pattern.pattern}", permissions, kind, name in limits.PARTNER))
    return tuple(found)


@cache
def permissions_of(name: str) -> tuple[str, ...] | None:
    """Answer the permissions of which a page asks one; None for a page that does not ask who signed in."""
    view = next(pattern.callback for pattern in _patterns() if pattern.name == name)
    guard = getattr(view, "permissions", None)
    return None if guard is None else tuple(dict.fromkeys((*guard, *_opened(inspect.unwrap(view)))))


def _patterns() -> Iterator[URLPattern]:
    for resolver in get_resolver().url_patterns:
        if isinstance(resolver, URLResolver) and resolver.namespace == "web":
            yield from (one for one in resolver.url_patterns if isinstance(one, URLPattern))


def _opened(view: Callable[..., Any], deep: int = 2) -> list[str]:
    """Answer the permissions of ``open_document`` in a view, or in what it calls of its own module."""
    if not isinstance(view, FunctionType):
        return []
    tree = ast.parse(textwrap.dedent(inspect.getsource(view)))
    found: list[str] = []
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name):
            continue
        if node.func.id == "open_document":
            found += [name for given in node.args[3:] for name in _names(given, view)]
        elif deep and node.func.id.startswith("_"):
            found += _opened(view.__globals__.get(node.func.id), deep - 1)  # type: ignore[arg-type]
    return found


def _names(given: ast.expr, view: FunctionType) -> tuple[str, ...]:
    """Answer what an argument of ``open_document`` names: a permission, or a constant of several."""
    if isinstance(given, ast.Constant):
        return (str(given.value),)
    if isinstance(given, ast.Starred) and isinstance(given.value, ast.Name):
        return tuple(view.__globals__[given.value.id])
    raise AssertionError(f"{view.__name__}: open_document takes constants of permissions")
