"""Where orders come from, in the admin: channels, shops, listings, review checks, routes. Documents are not here."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from interlock.core.masters import Master, Rows, column

from .models import (
    BundleMember,
    Channel,
    Coupon,
    FeeKind,
    Listing,
    Promotion,
    ReturnReason,
    ReviewCheck,
    Route,
    Scope,
    Shop,
    StatementMapping,
    Tier,
)


@admin.register(Channel)
class ChannelAdmin(Master):
    list_display = [column("code"), column("name"), column("company")]
    list_filter = ["company"]
    search_fields = ["code", "name_en", "name_zh"]
    list_select_related = ["company"]


@admin.register(Shop)
class ShopAdmin(Master):
    list_display = [
        column("code"), column("name"), column("channel"), column("price_list"), column("split"), column("state"),
        column("company"),
    ]  # fmt: skip
    list_filter = ["company", "state"]
    search_fields = ["code", "name_en", "name_zh"]
    autocomplete_fields = ["channel", "unit", "customer", "price_list", "owner"]
    list_select_related = ["channel", "price_list", "company"]


@admin.register(Listing)
class ListingAdmin(Master):
    list_display = [column("shop"), "sku", column("item"), "gift_allowed", column("state")]
    list_filter = ["company", "state", "gift_allowed"]
    search_fields = ["sku", "shop__code", "item__code"]
    autocomplete_fields = ["shop", "item"]
    list_select_related = ["shop", "item"]


@admin.register(ReviewCheck)
class ReviewCheckAdmin(Master):
    list_display = [column("channel"), column("check_code"), "enabled", "releasable", column("company")]
    list_filter = ["company", "check_code", "enabled"]
    search_fields = ["channel__code"]
    autocomplete_fields = ["channel"]
    list_select_related = ["channel", "company"]


@admin.register(ReturnReason)
class ReturnReasonAdmin(Master):
    list_display = [column("code"), column("name"), column("state"), column("company")]
    list_filter = ["company", "state"]
    search_fields = ["code", "name_en", "name_zh"]
    list_select_related = ["company"]


@admin.register(Route)
class RouteAdmin(Master):
    list_display = [column("channel"), "province", column("warehouse"), "rank", column("company")]
    list_filter = ["company", "warehouse"]
    search_fields = ["province", "warehouse__code"]
    autocomplete_fields = ["channel", "warehouse"]
    list_select_related = ["channel", "warehouse", "company"]


@admin.register(FeeKind)
class FeeKindAdmin(Master):
    list_display = [column("code"), column("name"), column("component"), column("company")]
    list_filter = ["company"]
    search_fields = ["code", "name_en", "name_zh"]
    list_select_related = ["company"]


@admin.register(StatementMapping)
class StatementMappingAdmin(Master):
    list_display = [column("channel"), column("shop"), "settle_days", "write_off_limit", column("company")]
    list_filter = ["company"]
    search_fields = ["channel__code", "shop__code"]
    autocomplete_fields = ["channel", "shop"]
    list_select_related = ["channel", "shop", "company"]


class OfPromotion(Rows):
    """Rows of a promotion: they belong to its company."""

    exclude = ["company"]


class ScopeRows(OfPromotion):
    model = Scope
    autocomplete_fields = ["shop", "category", "item"]


class TierRows(OfPromotion):
    model = Tier


class BundleMemberRows(OfPromotion):
    model = BundleMember
    autocomplete_fields = ["item"]


@admin.register(Promotion)
class PromotionAdmin(Master):
    list_display = [
        column("code"), column("name"), column("kind"), column("starts_at", _("from")), column("ends_at", _("until")),
        column("state"), column("company"),
    ]  # fmt: skip
    list_filter = ["company", "kind", "state"]
    search_fields = ["code", "name_en", "name_zh"]
    autocomplete_fields = ["gift_item"]
    list_select_related = ["company"]
    inlines = [ScopeRows, TierRows, BundleMemberRows]

    def save_formset(self, request: HttpRequest, form: Any, formset: Any, change: bool) -> None:  # noqa: FBT001 - Django's
        for row in formset.forms:
            row.instance.company_id = form.instance.company_id
        super().save_formset(request, form, formset, change)


class CouponForm(forms.ModelForm):
    """A coupon opens a promotion of its own company, and its budget covers what it gave already."""

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        company, promotion = data.get("company"), data.get("promotion")
        if company and promotion and promotion.company_id != company.pk:
            self.add_error("promotion", _("The promotion belongs to another company."))
        balance = getattr(self.instance, "balance", None) if self.instance.pk else None
        if balance is not None:
            budget, most = data.get("budget_amount"), data.get("most_uses")
            if budget is not None and budget + balance.overdrawn_amount < balance.drawn_amount:
                self.add_error("budget_amount", _("More than this is drawn already: %s.") % balance.drawn_amount)
            if most is not None and most + balance.overused < balance.uses:
                self.add_error("most_uses", _("It was used more often already: %s.") % balance.uses)
        return data


@admin.register(Coupon)
class CouponAdmin(Master):
    form = CouponForm
    list_display = [
        column("code"), column("promotion", _("promotion")), column("budget_amount", _("budget")), "most_uses",
        "ends_at", column("state"), column("company"),
    ]  # fmt: skip
    list_filter = ["company", "state"]
    search_fields = ["code", "promotion__code"]
    autocomplete_fields = ["promotion"]
    list_select_related = ["promotion", "company"]
