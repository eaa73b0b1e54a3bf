"""The organisation in the admin: companies, units, currencies, users, roles, memberships."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from axes.helpers import get_client_ip_address
from django import forms
from django.contrib import admin
from django.contrib.admin.utils import unquote
from django.contrib.auth.admin import GroupAdmin as DjangoGroupAdmin
from django.contrib.auth.admin import UserAdmin as DjangoUserAdmin
from django.contrib.auth.models import Group
from django.db.models import Exists, Field, OuterRef, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from procrastinate.contrib.django.models import ProcrastinateJob
from unfold.forms import AdminPasswordChangeForm, UserChangeForm, UserCreationForm
from unfold.widgets import UnfoldAdminSelectWidget

from .actors import may_everywhere
from .approvals.kinds import APPROVAL_KINDS
from .masters import Master, Rows, Shown, column
from .models import (
    Announcement,
    ApprovalNode,
    ApprovalRoute,
    Company,
    Currency,
    DictionaryEntry,
    Membership,
    Parameter,
    Region,
    Retention,
    SecondFactorRule,
    Unit,
    User,
)
from .parameters import BY_CODE
from .signing_in import Caller, write_login

admin.site.unregister(Group)
admin.site.unregister(ProcrastinateJob)  # jobs are no master, and its list counts every row
admin.site.index_title = _("Masters")


@admin.register(Currency)
class CurrencyAdmin(Master):
    list_display = [column("code"), column("name"), column("minor_units")]
    search_fields = ["code", "name_en", "name_zh"]


@admin.register(Company)
class CompanyAdmin(Master):
    list_display = [column("code"), column("name"), column("currency"), column("time_zone"), column("uscc")]
    search_fields = ["code", "name_en", "name_zh", "uscc"]
    list_select_related = ["currency"]


@admin.register(Unit)
class UnitAdmin(Master):
    list_display = [column("code"), column("name"), column("kind"), column("company")]
    search_fields = ["code", "name_en", "name_zh"]
    list_filter = ["kind", "company"]
    list_select_related = ["company"]
    autocomplete_fields = ["parent"]


@admin.register(Region)
class RegionAdmin(Master):
    list_display = [column("code"), column("name"), column("level", _("level")), column("parent")]
    search_fields = ["code", "name_en", "name_zh"]
    list_filter = ["level"]
    list_select_related = ["parent"]
    autocomplete_fields = ["parent"]


@admin.register(DictionaryEntry)
class DictionaryEntryAdmin(Master):
    list_display = [
        column("dictionary", _("dictionary")),
        column("code"),
        column("name"),
        column("ordinal"),
        column("is_active", _("may be chosen")),
    ]
    search_fields = ["dictionary", "code", "name_en", "name_zh"]
    list_filter = ["dictionary", "is_active"]


@admin.register(Parameter)
class ParameterAdmin(Master):
    """Parameters are chosen from those that are declared; each says its default and range."""

    list_display = ["title", column("value", _("value")), "declared", column("company")]
    search_fields = ["code", "value"]
    list_filter = ["company"]
    list_select_related = ["company"]

    @admin.display(description=_("parameter"), ordering="code")
    def title(self, row: Parameter) -> Any:
        return BY_CODE[row.code].title if row.code in BY_CODE else row.code

    @admin.display(description=_("default and range"))
    def declared(self, row: Parameter) -> str:
        one = BY_CODE.get(row.code)
        if one is None:
            return ""
        span = f" ({one.least}–{one.most})" if one.least is not None else ""  # noqa: RUF001 - a range
        return f"{one.default}{span}"

    def formfield_for_dbfield(self, db_field: Field[Any, Any], request: HttpRequest, **options: Any) -> Any:
        if db_field.name == "code":
            choices = [(one.code, one.title) for one in BY_CODE.values()]
            return forms.ChoiceField(choices=choices, label=_("parameter"), widget=UnfoldAdminSelectWidget)
        return super().formfield_for_dbfield(db_field, request, **options)


@admin.register(Announcement)
class AnnouncementAdmin(Master):
    """What everybody in a company reads on the start page."""

    list_display = [
        column("name"), column("first_on"), column("last_on"), column("is_urgent"), column("for_partners"),
        column("company"),
    ]  # fmt: skip
    search_fields = ["name_en", "name_zh", "text_en", "text_zh"]
    list_filter = ["company", "is_urgent", "for_partners"]
    list_select_related = ["company"]


class MembershipRows(Shown, Rows):
    model = Membership
    verbose_name_plural = _("roles by company")


@admin.register(User)
class UserAdmin(Master, DjangoUserAdmin):  # type: ignore[type-arg]
    """Users; only an administrator gives administrator's rights or changes an administrator."""

    form = UserChangeForm
    add_form = UserCreationForm
    change_password_form = AdminPasswordChangeForm
    list_display = [
        column("username", _("user name")),
        "last_name",
        "first_name",
        "is_active",
        "last_login",
    ]
    list_filter = ["is_active", "is_staff"]
    search_fields = ["username", "last_name", "first_name", "email"]
    inlines = [MembershipRows]
    filter_horizontal = ()
    fieldsets = [
        (None, {"fields": ["username", "password"]}),
        (_("Person"), {"fields": ["last_name", "first_name", "email", "language", "company", "partner"]}),
        (_("Access"), {"fields": ["is_active", "is_staff", "is_superuser", "last_login", "date_joined"]}),
    ]

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> list[str]:  # noqa: ARG002
        fixed = ["last_login", "date_joined"]
        return fixed if request.user.is_superuser else [*fixed, "is_staff", "is_superuser"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """Answer people of one's own companies, and those who work in none yet."""
        found, companies = super().get_queryset(request), self.companies(request, "view")
        if companies is None:
            return found
        held = Membership.objects.filter(user=OuterRef("pk"))
        near = Exists(held.filter(company_id__in=companies)) | ~Exists(held) | Q(pk=request.user.pk)
        return found.filter(near).exclude(Q(is_superuser=True) & ~Q(pk=request.user.pk))

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return super().has_change_permission(request, obj) and (obj is None or self._in_reach(request, obj))

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return super().has_delete_permission(request, obj) and (obj is None or self._in_reach(request, obj))

    def _in_reach(self, request: HttpRequest, obj: Any) -> bool:
        """Say whether a person holds nothing that the actor does not: who sets a password can sign in as them."""
        companies = self.companies(request, "change")
        if companies is None:
            return True
        now, later = timezone.now().date(), Q(valid_to__isnull=True)
        held = Membership.objects.filter(later | Q(valid_to__gt=now - timedelta(days=1)), user=obj)
        allowed = held.values_list("company_id", "role__permissions__content_type__app_label",
                                   "role__permissions__codename").distinct()  # fmt: skip
        actor = self.actor(request)
        return not obj.is_superuser and all(
            company in companies and (code is None or actor.may(f"{app}.{code}", company))
            for company, app, code in allowed
        )

    def user_change_password(self, request: HttpRequest, id: str, form_url: str = "") -> HttpResponse:  # noqa: A002
        """Set somebody's password; the login log says who did."""
        before = self.get_object(request, unquote(id))
        answer: HttpResponse = super().user_change_password(request, id, form_url)
        after = User.objects.filter(pk=before.pk).first() if before is not None else None
        if before is not None and after is not None and after.password != before.password:
            caller = Caller("web", get_client_ip_address(request) or "", request.headers.get("User-Agent", ""))
            name, by = after.get_username(), request.user.pk
            write_login("password_changed", name, caller, user=after.pk, by=by)
        return answer


@admin.register(Group)
class RoleAdmin(Shown, Master, DjangoGroupAdmin):
    """Roles: which permissions each has; they count in the companies of its members."""

    search_fields = ["name"]


@admin.register(Membership)
class MembershipAdmin(Shown, Master):
    list_display = [column("user"), column("role"), column("company")]
    list_filter = ["company", "role"]
    search_fields = ["user__username", "role__name"]
    autocomplete_fields = ["user", "role"]
    list_select_related = ["user", "role", "company"]


@admin.register(SecondFactorRule)
class SecondFactorRuleAdmin(Master):
    list_display = [column("company"), column("role")]
    list_filter = ["company"]
    search_fields = ["company__code", "role__name"]
    autocomplete_fields = ["role"]
    list_select_related = ["company", "role"]


@admin.register(Retention)
class RetentionAdmin(Master):
    """Logs are the whole group's: how long they are kept is said by who may say it in every company."""

    list_display = [column("log"), column("days")]
    search_fields = ["log"]

    def _granted(self, request: HttpRequest, verb: str, obj: Any = None) -> bool:
        if verb == "view":
            return super()._granted(request, verb, obj)
        return may_everywhere(self.actor(request), f"{self.opts.app_label}.{verb}_{self.opts.model_name}")


class ApprovalNodeRows(Rows):
    model = ApprovalNode
    autocomplete_fields = ["role", "user"]


@admin.register(ApprovalRoute)
class ApprovalRouteAdmin(Master):
    """Routes with their nodes; those of all companies are seen by everybody and changed by administrators only."""

    list_display = [
        column("code"), column("name"), "title", column("rank", _("order of precedence")),
        column("amount_from", _("amount from")), column("amount_to", _("amount below")), column("valid_from"),
        column("valid_to"), column("company"),
    ]  # fmt: skip
    list_filter = ["company", "own_allowed"]
    search_fields = ["code", "name_en", "name_zh"]
    list_select_related = ["company"]
    inlines = [ApprovalNodeRows]

    @admin.display(description=capfirst(_("kind of approval")), ordering="kind")
    def title(self, row: ApprovalRoute) -> Any:
        return APPROVAL_KINDS[row.kind].title if row.kind in APPROVAL_KINDS else row.kind

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        companies = self.companies(request, "view")
        found: QuerySet[Any] = super(Master, self).get_queryset(request)
        return found if companies is None else found.filter(Q(company__isnull=True) | Q(company_id__in=companies))

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        if obj is not None and obj.company_id is None and self.companies(request, "change") is not None:
            return False
        return super().has_change_permission(request, obj)

    def formfield_for_dbfield(self, db_field: Field[Any, Any], request: HttpRequest, **options: Any) -> Any:
        if db_field.name == "kind":
            choices = [(kind.code, kind.title) for kind in APPROVAL_KINDS.values()]
            label = capfirst(_("kind of approval"))
            return forms.ChoiceField(choices=choices, label=label, widget=UnfoldAdminSelectWidget)
        field = super().formfield_for_dbfield(db_field, request, **options)
        if db_field.name == "company" and field is not None:
            field.required = self.companies(request, "add") is not None
        return field

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:  # noqa: FBT001
        """A route that is changed is another version; what was asked before keeps the nodes it had."""
        if change:
            obj.version += 1
        super().save_model(request, obj, form, change)
