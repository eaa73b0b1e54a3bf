"""The chart of accounts and the posting rules in the admin; the books are not here."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from interlock.core.masters import Master, Rows, Shown, column

from .models import (
    Account,
    AccountDimension,
    ClosePolicy,
    DimensionValue,
    ExchangeRate,
    PostingRule,
    ReportAccount,
    ReportLine,
    VoucherTemplate,
    VoucherTemplateLine,
)


class Owning(Master):
    """A master whose rows belong to its own company."""

    def save_formset(self, request: HttpRequest, form: Any, formset: Any, change: Any) -> None:  # noqa: ARG002
        formset.save(commit=False)
        for row in (*formset.new_objects, *(row for row, _fields in formset.changed_objects)):
            row.company_id = form.instance.company_id
            row.save()
        for row in formset.deleted_objects:
            row.delete()
        formset.save_m2m()


class AccountDimensionRows(Rows):
    model = AccountDimension
    exclude = ["company"]


@admin.register(Account)
class AccountAdmin(Owning):
    list_display = ["code", column("name"), column("kind"), "is_group", column("state"), column("company")]
    list_filter = ["company", "kind", "state"]
    search_fields = ["code", "name_en", "name_zh"]
    autocomplete_fields = ["parent"]
    list_select_related = ["company"]
    inlines = [AccountDimensionRows]


@admin.register(PostingRule)
class PostingRuleAdmin(Shown, Master):
    """Posting rules to look at and search; they are kept on a page of their own, which tries them first."""

    list_display = [
        "event_kind", "component", column("party_group"), column("item_category"), column("tax_class"), "valid_from",
        column("debit_account"), column("credit_account"), column("company"),
    ]  # fmt: skip
    list_filter = ["company", "event_kind"]
    search_fields = ["event_kind", "component", "debit_account__code", "credit_account__code"]
    autocomplete_fields = ["party_group", "item_category", "tax_class", "debit_account", "credit_account"]
    list_select_related = ["party_group", "item_category", "tax_class", "debit_account", "credit_account", "company"]


@admin.register(ExchangeRate)
class ExchangeRateAdmin(Master):
    list_display = [column("currency"), column("kind"), "valid_on", "rate", column("company")]
    list_filter = ["company", "kind", "currency"]
    search_fields = ["currency__code"]
    list_select_related = ["currency", "company"]


@admin.register(ClosePolicy)
class ClosePolicyAdmin(Master):
    list_display = ["code", "value", column("company")]
    list_filter = ["company", "code"]
    search_fields = ["code"]
    list_select_related = ["company"]


@admin.register(DimensionValue)
class DimensionValueAdmin(Master):
    list_display = ["code", column("name"), column("dimension"), column("state"), column("company")]
    list_filter = ["company", "dimension", "state"]
    search_fields = ["code", "name_en", "name_zh"]
    list_select_related = ["company"]


class TemplateLineRows(Rows):
    model = VoucherTemplateLine
    exclude = ["company"]
    autocomplete_fields = ["account", "unit", "party", "item", "project", "employee", "cash_item"]


@admin.register(VoucherTemplate)
class VoucherTemplateAdmin(Owning):
    list_display = ["code", column("name"), "is_monthly", "day", "valid_from", "valid_to", column("company")]
    list_filter = ["company", "is_monthly"]
    search_fields = ["code", "name_en", "name_zh", "text"]
    list_select_related = ["company"]
    inlines = [TemplateLineRows]


class ReportAccountRows(Rows):
    model = ReportAccount
    exclude = ["company"]
    autocomplete_fields = ["account"]


@admin.register(ReportLine)
class ReportLineAdmin(Owning):
    list_display = ["code", column("name"), column("report"), "ordinal", column("side"), "sums", column("company")]
    list_filter = ["company", "report"]
    search_fields = ["code", "name_en", "name_zh"]
    list_select_related = ["company"]
    inlines = [ReportAccountRows]
