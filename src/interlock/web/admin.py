"""Masters that the workplace itself knows about: when exceptions go on, and fields of a company's own."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from django import forms
from django.apps import apps
from django.contrib import admin
from django.db.models import Field
from django.http import HttpRequest
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from unfold.widgets import UnfoldAdminSelectWidget, UnfoldAdminTextareaWidget

from interlock.core.api import CUSTOMISED, LINKABLE, CustomField, Escalation, has_values
from interlock.core.masters import LABELS, Master, column

from . import words
from .exceptions import BY_CODE, KINDS

_FOREIGN = ("account", "mfa", "socialaccount")
for _app in _FOREIGN:  # before they are taken away they are registered: the order of the apps decides nothing here
    import_module(f"{apps.get_app_config(_app).name}.admin")
for _model in [model for app in _FOREIGN for model in apps.get_app_config(app).get_models()]:
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


class CustomFieldForm(forms.ModelForm):
    """A field that holds values keeps its kind, code and type; choices are lines of code, English, Chinese."""

    choices = forms.CharField(
        required=False,
        widget=UnfoldAdminTextareaWidget,
        label=_("Choices"),
        help_text=_("One a line: code | English | 中文"),
    )

    class Meta:
        model = CustomField
        fields = (
            "company", "kind", "code", "name_en", "name_zh", "type", "scale", "choices", "target", "is_required",
            "required_from", "is_searchable", "place", "is_retired",
        )  # fmt: skip

    def __init__(self, *args: Any, **given: Any) -> None:
        super().__init__(*args, **given)
        lines = [f"{one['code']} | {one['en']} | {one['zh']}" for one in self.instance.choices]
        self.initial["choices"] = "\n".join(lines)

    def clean_choices(self) -> list[dict[str, str]]:
        made = []
        for line in self.cleaned_data["choices"].splitlines():
            if line.strip():
                code, english, chinese = [*(part.strip() for part in line.split("|")), "", ""][:3]
                made.append({"code": code[:40], "en": (english or code)[:80], "zh": (chinese or english or code)[:80]})
        if len({one["code"] for one in made}) != len(made):
            raise forms.ValidationError(_("A code stands there twice."))
        return made

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        kind = given.get("kind")
        if given.get("type") == "choice" and not given.get("choices"):
            self.add_error("choices", _("Say what may be chosen."))
        if given.get("type") == "link" and given.get("target") not in LINKABLE:
            self.add_error("target", _("Say which master it links to."))
        state = given.get("required_from")
        if kind and state and state not in CUSTOMISED[kind].states:
            self.add_error("required_from", _("The kind has no such state."))
        if self.instance.pk:
            self._keep(given)
        return given

    def _keep(self, given: dict[str, Any]) -> None:
        """Refuse what would make values that are there mean something else."""
        before = CustomField.objects.get(pk=self.instance.pk)
        fixed = [name for name in ("company", "kind", "code", "type", "scale", "target")
                 if name in given and given[name] != getattr(before, name)]  # fmt: skip
        if fixed and has_values(before.company_id, before.kind, before.code):
            for name in fixed:
                self.add_error(name, _("Documents hold values of this field. Retire it and make another."))


@admin.register(CustomField)
class CustomFieldAdmin(Master):
    """Fields of a company's own: retired, never deleted."""

    form = CustomFieldForm
    list_display = [
        column("code"), column("name"), "kind_title", column("type", CustomField._meta.get_field("type").verbose_name),
        "is_required", "is_searchable", "is_retired", column("company"),
    ]  # fmt: skip
    list_filter = ["company", "is_retired"]
    list_select_related = ["company"]
    search_fields = ["code", "name_en", "name_zh"]

    @admin.display(description=CustomField._meta.get_field("kind").verbose_name, ordering="kind")
    def kind_title(self, row: CustomField) -> Any:
        return CUSTOMISED[row.kind].title if row.kind in CUSTOMISED else row.kind

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:  # noqa: ARG002
        return False

    def formfield_for_dbfield(self, db_field: Field[Any, Any], request: HttpRequest, **options: Any) -> Any:
        offered: dict[str, list[tuple[str, Any]]] = {
            "kind": [(one.kind, one.title) for one in CUSTOMISED.values()],
            "target": [("", "–"), *((target, title) for target, (title, _block) in LINKABLE.items())],
            "required_from": [("", _("always, when required")), *_states()],
        }
        if db_field.name in offered:
            label = capfirst(str(db_field.verbose_name))
            return forms.ChoiceField(
                choices=offered[db_field.name], label=label, widget=UnfoldAdminSelectWidget,
                required=db_field.name == "kind",
            )  # fmt: skip
        return super().formfield_for_dbfield(db_field, request, **options)


def _states() -> list[tuple[str, Any]]:
    """Answer every state that a kind with fields may be in."""
    codes = dict.fromkeys(state for one in CUSTOMISED.values() for state in one.states)
    return [(code, words.STATES[code][0]) for code in codes]
