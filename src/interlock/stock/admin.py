"""Places and reasons in the admin; the ledgers of stock are not here."""

from __future__ import annotations

from django.contrib import admin

from interlock.core.masters import Master, column

from .models import Location, Reason, Warehouse


@admin.register(Warehouse)
class WarehouseAdmin(Master):
    list_display = [column("code"), column("name"), "province", column("state"), column("company")]
    list_filter = ["company", "state"]
    search_fields = ["code", "name_en", "name_zh"]
    list_select_related = ["company"]


@admin.register(Location)
class LocationAdmin(Master):
    stays = ("warehouse",)
    list_display = [column("warehouse"), "code", column("kind"), "pick_order"]
    list_filter = ["warehouse", "kind"]
    search_fields = ["code", "warehouse__code"]
    autocomplete_fields = ["warehouse"]
    list_select_related = ["warehouse"]


@admin.register(Reason)
class ReasonAdmin(Master):
    list_display = [column("code"), column("name")]
    search_fields = ["code", "name_en", "name_zh"]
