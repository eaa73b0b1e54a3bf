"""What all admin pages of masters share: bounded lists, roles by company, labels in the reader's language."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from django.core.exceptions import FieldDoesNotExist
from django.db.models import Field, QuerySet
from django.http import HttpRequest
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from unfold.admin import ModelAdmin, TabularInline
from unfold.paginator import InfinitePaginator

from .actors import Actor, actor_of
from .ruled import held_by

#: Labels of fields whose names alone are English.
LABELS: dict[str, Any] = {
    "above_list_pct": _("above list, %"),
    "barcode": _("barcode"),
    "carry_item": _("carry the item"),
    "carry_party": _("carry the party"),
    "category": _("category"),
    "channel": _("channel"),
    "check_code": _("check"),
    "code": _("code"),
    "company": _("company"),
    "component": _("component"),
    "country": _("country"),
    "credit": _("credit"),
    "credit_account": _("credit account"),
    "account": _("account"),
    "cash_item": _("cash flow item"),
    "currency": _("currency"),
    "customer": _("settlement customer"),
    "debit_account": _("debit account"),
    "debit": _("debit"),
    "dimension": _("dimension"),
    "employee": _("employee"),
    "factor": _("base units in one"),
    "floor_price": _("floor price"),
    "group": _("group"),
    "grouping": _("grouping of vouchers"),
    "is_group": _("group of accounts"),
    "item": _("item"),
    "item_category": _("item category"),
    "kind": _("kind"),
    "language": _("language"),
    "loss_pct": _("loss, %"),
    "minor_units": _("decimals"),
    "name": _("name"),
    "name_en": _("name in English"),
    "name_zh": _("name in Chinese"),
    "parent": _("belongs to"),
    "party": _("party"),
    "party_group": _("party group"),
    "price": _("price"),
    "price_list": _("price list"),
    "ordinal": _("place"),
    "project": _("project"),
    "quantity": _("quantity"),
    "revenue_policy": _("revenue policy"),
    "role": _("role"),
    "shop": _("shop"),
    "split": _("splitting"),
    "state": _("state"),
    "tax_class": _("tax class"),
    "tax_included": _("prices include VAT"),
    "tax_pct": _("rate, %"),
    "time_zone": _("time zone"),
    "unit": _("unit"),
    "user": _("user"),
    "uscc": _("unified social credit code"),
    "valid_from": _("valid from"),
    "valid_to": _("no longer valid from"),
    "version": _("version"),
    "warehouse": _("warehouse"),
}


def _label(field: Any) -> Any:
    """Answer the label of a field: the model's own when it has one, else ours."""
    named = getattr(field, "_verbose_name", None)
    return named or LABELS.get(field.name) or field.verbose_name


def column(name: str, title: Any = None) -> Callable[[Any], Any]:
    """Make a column of a list with a label in the reader's language; choices are shown by their words."""

    def show(row: Any) -> Any:
        words = getattr(row, f"get_{name}_display", None)
        return words() if words else getattr(row, name)

    show.__name__ = name
    show.short_description = capfirst(title or LABELS.get(name, name))  # type: ignore[attr-defined]
    show.admin_order_field = "name_en" if name == "name" else name  # type: ignore[attr-defined]
    return show


class Roles:
    """Permissions by membership: a role counts in its company only."""

    model: Any
    opts: Any

    def actor(self, request: HttpRequest) -> Actor:
        """Answer who is looking, read once a request."""
        if not hasattr(request, "_actor"):
            request._actor = actor_of(request.user, "web")  # type: ignore[attr-defined,arg-type]
        return request._actor  # type: ignore[attr-defined,no-any-return]

    def companies(self, request: HttpRequest, verb: str) -> list[int] | None:
        """Answer the companies in which this verb is granted on this model, None for all."""
        actor = self.actor(request)
        name = f"{self.opts.app_label}.{verb}_{self.opts.model_name}"
        if actor.grants is None:
            return None
        return [
            company
            for company, names in actor.grants.items()
            if name in names and actor.scope(company) is None  # masters are the whole company's
        ]

    def _granted(self, request: HttpRequest, verb: str, obj: Any = None) -> bool:
        companies = self.companies(request, verb)
        company = getattr(obj, "company_id", None) if self._owned() else None
        return companies is None or (company in companies if company else bool(companies))

    def _owned(self) -> bool:
        try:
            return self.model._meta.get_field("company").many_to_one is True and self.opts.model_name != "user"
        except FieldDoesNotExist:
            return False

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self._granted(request, "view", obj) or self._granted(request, "change", obj)

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:  # noqa: ARG002 - inlines pass it
        return self._granted(request, "add")

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self._granted(request, "change", obj)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self._granted(request, "delete", obj)

    def formfield_for_dbfield(self, db_field: Field[Any, Any], request: HttpRequest, **options: Any) -> Any:
        field = super().formfield_for_dbfield(db_field, request, **options)  # type: ignore[misc]
        if field is not None:
            field.label = capfirst(_label(db_field))
        return field


class Master(Roles, ModelAdmin):  # type: ignore[misc]  # unfold is untyped
    """The admin page of a master: keyed lists without counting, only the user's companies, history by trigger."""

    paginator = InfinitePaginator
    show_full_result_count = False
    list_per_page = 30  # unfold spends 4 KB a row, a page stays below 200 KB
    list_filter_submit = True
    warn_unsaved_form = True
    change_form_outer_after_template = "web/parts/custom_of_master.html"
    actions: Any = None
    #: What only a new row is given, beside its company.
    stays: Sequence[str] = ()

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:  # noqa: FBT001, FBT002
        form = super().get_form(request, obj, change=change, **kwargs)
        for name in ("company", *self.stays) if obj is not None else ():
            if name in form.base_fields and getattr(obj, name) is not None:
                form.base_fields[name].disabled = True
        return form

    def get_deleted_objects(self, objs: Any, request: HttpRequest) -> Any:
        """Name what ledgers hold of rows as well: no key of the database keeps such a row."""
        gone, counts, needed, protected = super().get_deleted_objects(objs, request)
        held = {str(table._meta.verbose_name_plural) for row in objs for table in held_by(row)}
        return gone, counts, needed, [*protected, *(capfirst(name) for name in sorted(held))]

    def has_module_permission(self, request: HttpRequest) -> bool:
        return self.has_view_permission(request)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        found: QuerySet[Any] = super().get_queryset(request)
        companies = self.companies(request, "view")
        if self._owned() and companies is not None:
            return found.filter(company_id__in=companies)
        return found

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **options: Any) -> Any:
        field = super().formfield_for_foreignkey(db_field, request, **options)
        if db_field.name == "company" and field is not None:
            companies = self.companies(request, "add")
            if companies is not None:
                field.queryset = field.queryset.filter(pk__in=companies)
        return field


class Rows(Roles, TabularInline):  # type: ignore[misc]
    """Rows of a master on its own page."""

    extra = 0
    tab = False


__all__ = ["LABELS", "Master", "Roles", "Rows", "column"]


class Shown:
    """What is shown here only, and changed on a page of its own, where it is checked and kept."""

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:  # noqa: ARG002
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:  # noqa: ARG002
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:  # noqa: ARG002
        return False
