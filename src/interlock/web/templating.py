"""Templates as one language has them: what is the same on every page of a language is worked out when it is loaded.

A page has hundreds of tags whose answer depends on the language only: texts, addresses without a number, static files,
drawings. A template is kept once a language, and there such a tag is plain text. Nothing of a request is ever kept.
Addresses of documents go through ``addresses``, which is ten times quicker than asking the URL conf each time.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.template import Context, Node, NodeList
from django.template.base import FilterExpression, TextNode, TokenType, Variable
from django.template.defaulttags import AutoEscapeControlNode, CommentNode, IfNode, LoadNode, URLNode
from django.template.library import SimpleNode
from django.template.loaders.cached import Loader
from django.templatetags.i18n import BlockTranslateNode, LanguageNode, TranslateNode
from django.templatetags.static import StaticNode
from django.utils.html import conditional_escape
from django.utils.translation import get_language

from .addresses import address

PAGES = "web:"


def by_language(tag: Any) -> Any:
    """Mark a tag whose answer depends on what is written in it and the language only."""
    tag.by_language = True
    return tag


class ByLanguage(Loader):
    """Django's loader that keeps templates, once a language."""

    def get_template(self, template_name: str, skip: Any = None) -> Any:
        known = self.get_template_cache.get(self.cache_key(template_name, skip))
        template = super().get_template(template_name, skip)
        if known is None and not self.engine.debug:  # with debugging an error names the tag it came from
            _fold(template.nodelist)
        return template

    def cache_key(self, template_name: str, skip: Any = None) -> str:
        return f"{get_language()}:{super().cache_key(template_name, skip)}"


class _Address(Node):
    """``{% url "web:…" key %}`` of one key."""

    child_nodelists = ()

    def __init__(self, page: str, key: Any) -> None:
        self.page, self.key = page, key

    def render(self, context: Context) -> str:
        found = address(self.page, self.key.resolve(context))
        return str(conditional_escape(found)) if context.autoescape else found


def _fold(nodes: NodeList) -> None:
    """Write texts where tags stand whose answer is known, in place, and put neighbouring texts together."""
    made: list[Node] = []
    for node in nodes:
        for inner in _inside(node):
            _fold(inner)
        folded = _folded(node)
        if isinstance(folded, TextNode) and made and isinstance(made[-1], TextNode):
            made[-1] = TextNode(made[-1].s + folded.s)
        elif not isinstance(folded, TextNode) or folded.s:
            made.append(folded)
    nodes[:] = made


def _inside(node: Node) -> Iterator[NodeList]:
    if isinstance(node, AutoEscapeControlNode | LanguageNode):  # other escaping, another language: left alone
        return
    if isinstance(node, IfNode):
        yield from (inner for _condition, inner in node.conditions_nodelists)
        return
    for name in getattr(node, "child_nodelists", ()):
        if isinstance(inner := getattr(node, name, None), NodeList):
            yield inner


def _folded(node: Node) -> Node:
    if isinstance(node, LoadNode | CommentNode):
        return TextNode("")
    if isinstance(node, URLNode) and _of_page(node) and len(node.args) == 1:
        return _Address(node.view_name.var, node.args[0])
    if _is_known(node):
        known = TextNode(str(node.render(Context())))
        known.token, known.origin = node.token, node.origin
        return known
    return node


def _of_page(node: Any) -> bool:
    name = node.view_name
    return _literal(name) and str(name.var).startswith(PAGES) and not node.kwargs and not node.asvar


def _is_known(node: Any) -> bool:
    """Say whether a tag answers the same on every page of a language."""
    if isinstance(node, TranslateNode):
        return not node.asvar and not node.message_context and _literal(node.filter_expression)
    if isinstance(node, BlockTranslateNode):
        parts = (node.extra_context, node.plural, node.asvar, node.message_context, node.countervar)
        return not any(parts) and all(token.token_type == TokenType.TEXT for token in node.singular)
    if isinstance(node, URLNode):
        return _of_page(node) and not node.args
    if isinstance(node, StaticNode):
        return node.varname is None and _literal(node.path)
    if isinstance(node, SimpleNode):
        known = getattr(node.func, "by_language", False) and not node.takes_context and node.target_var is None
        return known and not node.kwargs and all(_literal(one) for one in node.args)
    return False


def _literal(one: Any) -> bool:
    """Say whether an expression is a text written in the template."""
    if not isinstance(one, FilterExpression) or one.filters:
        return False
    return not isinstance(one.var, Variable) or one.var.lookups is None
