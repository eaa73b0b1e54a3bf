"""The master that the workplace itself knows about: after how many days each kind of exception goes on."""

from __future__ import annotations

from typing import Any

from django import forms
from django.apps import apps
from django.contrib import admin
from django.db.models import Field
from django.http import HttpRequest
from django.utils.text import capfirst
from unfold.widgets import UnfoldAdminSelectWidget

from interlock.core.api import Escalation
from interlock.core.masters import LABELS, Master, column

from .exceptions import BY_CODE, KINDS

for _model in [model for app in ("account", "mfa", "socialaccount") for model in apps.get_app_config(app).get_models()]:
    if admin.site.is_registered(_model):
        admin.site.unregister(_model)  # second factors and tokens of other systems are nobody's form


@admin.register(Escalation)
class EscalationAdmin(Master):
    """Kinds are chosen from those that are declared."""

    list_display = [
        "title",
        column("after_days", Escalation._meta.get_field("after_days").verbose_name),
        column("company"),
    ]
    list_filter = ["company"]
    list_select_related = ["company"]

    @admin.display(description=LABELS["kind"], ordering="kind")
    def title(self, row: Escalation) -> Any:
        return BY_CODE[row.kind].title if row.kind in BY_CODE else row.kind

    def formfield_for_dbfield(self, db_field: Field[Any, Any], request: HttpRequest, **options: Any) -> Any:
        if db_field.name == "kind":
            choices = [(kind.code, kind.title) for kind in KINDS]
            return forms.ChoiceField(choices=choices, label=capfirst(LABELS["kind"]), widget=UnfoldAdminSelectWidget)
        return super().formfield_for_dbfield(db_field, request, **options)
