"""Where orders come from, in the admin: channels, shops, listings, review checks, routes. Documents are not here."""

from __future__ import annotations

from django.contrib import admin

from interlock.core.masters import Master, column

from .models import Channel, FeeKind, Listing, ReturnReason, ReviewCheck, Route, Shop, StatementMapping


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
