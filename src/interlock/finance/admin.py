"""The chart of accounts and the posting rules in the admin; the books are not here."""

from __future__ import annotations

from django.contrib import admin

from interlock.core.masters import Master, column

from .models import Account, ClosePolicy, PostingRule


@admin.register(Account)
class AccountAdmin(Master):
    list_display = ["code", column("name"), column("kind"), "is_group", column("state"), column("company")]
    list_filter = ["company", "kind", "state"]
    search_fields = ["code", "name_en", "name_zh"]
    autocomplete_fields = ["parent"]
    list_select_related = ["company"]


@admin.register(PostingRule)
class PostingRuleAdmin(Master):
    list_display = [
        "event_kind", "component", column("party_group"), column("item_category"), column("tax_class"), "valid_from",
        column("debit_account"), column("credit_account"), column("company"),
    ]  # fmt: skip
    list_filter = ["company", "event_kind"]
    search_fields = ["event_kind", "component", "debit_account__code", "credit_account__code"]
    autocomplete_fields = ["party_group", "item_category", "tax_class", "debit_account", "credit_account"]
    list_select_related = ["party_group", "item_category", "tax_class", "debit_account", "credit_account", "company"]


@admin.register(ClosePolicy)
class ClosePolicyAdmin(Master):
    list_display = ["code", "value", column("company")]
    list_filter = ["company", "code"]
    search_fields = ["code"]
    list_select_related = ["company"]
