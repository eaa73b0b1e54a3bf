"""Items in the admin: units, tax, bills of material, prices."""

from __future__ import annotations

from django.contrib import admin

from interlock.core.masters import Master, Rows, column

from .models import Bom, BomLine, Brand, Category, Item, ItemUnit, Price, PriceList, TaxClass, TaxRate, UnitOfMeasure


@admin.register(UnitOfMeasure)
class UnitOfMeasureAdmin(Master):
    list_display = [column("code"), column("name")]
    search_fields = ["code", "name_en", "name_zh"]


class TaxRateRows(Rows):
    model = TaxRate


@admin.register(TaxClass)
class TaxClassAdmin(Master):
    list_display = [column("code"), column("name")]
    search_fields = ["code", "name_en", "name_zh"]
    inlines = [TaxRateRows]


@admin.register(Category)
class CategoryAdmin(Master):
    list_display = [column("code"), column("name"), column("parent")]
    search_fields = ["code", "name_en", "name_zh"]
    autocomplete_fields = ["parent"]
    list_select_related = ["parent"]


@admin.register(Brand)
class BrandAdmin(Master):
    list_display = [column("code"), column("name"), column("state")]
    list_filter = ["state"]
    search_fields = ["code", "name_en", "name_zh"]


class ItemUnitRows(Rows):
    model = ItemUnit


@admin.register(Item)
class ItemAdmin(Master):
    list_display = [
        column("code"),
        column("name"),
        column("kind"),
        column("category"),
        column("revenue_policy"),
        column("state"),
    ]
    list_filter = ["kind", "revenue_policy", "serial_tracked", "state"]
    search_fields = ["code", "name_en", "name_zh", "barcode"]
    autocomplete_fields = ["category", "brand", "unit", "tax_class"]
    list_select_related = ["category"]
    inlines = [ItemUnitRows]


class BomLineRows(Rows):
    model = BomLine
    autocomplete_fields = ["component"]


@admin.register(Bom)
class BomAdmin(Master):
    list_display = [column("item"), column("version"), column("valid_from"), column("valid_to")]
    search_fields = ["item__code", "item__name_en", "item__name_zh"]
    autocomplete_fields = ["item"]
    list_select_related = ["item"]
    inlines = [BomLineRows]


@admin.register(PriceList)
class PriceListAdmin(Master):
    list_display = [column("code"), column("name"), column("currency"), column("tax_included"), column("company")]
    list_filter = ["company"]
    search_fields = ["code", "name_en", "name_zh"]
    list_select_related = ["company", "currency"]


@admin.register(Price)
class PriceAdmin(Master):
    list_display = [
        column("price_list"), column("item"), column("price"), column("floor_price"), column("valid_from"),
        column("valid_to"),
    ]  # fmt: skip
    list_filter = ["price_list"]
    search_fields = ["item__code", "item__name_en", "item__name_zh"]
    autocomplete_fields = ["price_list", "item"]
    list_select_related = ["price_list", "item"]
