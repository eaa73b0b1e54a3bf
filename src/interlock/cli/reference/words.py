"""States and hold reasons, from the models' choices and the words of the pages."""

from __future__ import annotations

from django.apps import apps
from django.db.models import Field

from interlock.core.fields import Choice
from interlock.web import words

from .text import code, table

_REASONS = """\
An order that cannot go on is `held`, with every reason at once. A person with the permission `sales.release_orders`
lets it go on and says why; the reason stays with the hold. A reason ends as `cleared` when its cause is mended."""


def page() -> str:
    rows = [
        (f"{model._meta.app_label}.{model.__name__}", code(field.name), code(value), str(label))
        for model in apps.get_models()
        if model.__module__.startswith("interlock.") and not hasattr(model, "pgh_tracked_model")
        for field in model._meta.get_fields()
        if isinstance(field, Field) and isinstance(field, Choice) and field.choices
        for value, label in field.flatchoices
    ]
    reasons = [(code(name), str(short), str(out)) for name, (short, out) in words.REASONS.items()]
    return "\n".join(
        [
            "## Hold reasons", "", _REASONS, "", table(["reason", "said as", "way out"], reasons), "",
            "## Choices", "", "The column itself refuses every other value.", "",
            table(["of", "column", "value", "said as"], rows),
        ]
    )  # fmt: skip
