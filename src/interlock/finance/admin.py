"""The chart of accounts and the posting rules in the admin; the books are not here."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from interlock.core.masters import Master, Rows, Shown, column

from . import admin_bank as admin_bank  # its pages are registered with these
from .models import (
    Account,
    AccountDimension,
    AllocationRule,
    AllocationTarget,
    BankAccount,
    BankGateway,
    BankRule,
    BudgetThreshold,
    CashItemRule,
    ClosePolicy,
    CreditGroup,
    CreditThreshold,
    DimensionValue,
    DunningLevel,
    Employee,
    ExchangeRate,
    ExpenseKind,
    ExpenseLimit,
    FeePolicy,
    InvoiceRule,
    ItemAccount,
    ItemRule,
    ItemShop,
    OpenItem,
    PaymentReason,
    PostingRule,
    ReportAccount,
    ReportLine,
    Statistic,
    TaxRegistration,
    VoucherTemplate,
    VoucherTemplateLine,
)
from .operations.create import complete_bank_rules


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


@admin.register(CashItemRule)
class CashItemRuleAdmin(Master):
    list_display = [
        "event_kind", "component", column("account"), column("item_in"), column("item_out"), column("company"),
    ]  # fmt: skip
    list_filter = ["company"]
    search_fields = ["event_kind", "component", "account__code"]
    autocomplete_fields = ["account", "item_in", "item_out"]
    list_select_related = ["account", "item_in", "item_out", "company"]


@admin.register(TaxRegistration)
class TaxRegistrationAdmin(Master):
    list_display = ["name", "url", "limit_amount", column("company")]
    list_filter = ["company"]
    search_fields = ["name"]
    list_select_related = ["company"]


@admin.register(InvoiceRule)
class InvoiceRuleAdmin(Master):
    list_display = [column("mode"), "party", "party_group", "unit", "valid_from", column("company")]
    list_filter = ["company", "mode"]
    search_fields = ["party__code", "party__name", "unit__code"]
    autocomplete_fields = ["party", "party_group", "unit"]
    list_select_related = ["company", "party", "party_group", "unit"]


@admin.register(CreditGroup)
class CreditGroupAdmin(Master):
    """Limits and terms are set at the workplace; the currency stays what the ledger is in."""

    stays = ("currency",)
    list_display = ["code", column("name"), column("currency"), column("owner"), column("state"), column("company")]
    list_filter = ["company", "state"]
    search_fields = ["code", "name_en", "name_zh"]
    list_select_related = ["company", "currency", "owner"]


@admin.register(CreditThreshold)
class CreditThresholdAdmin(Master):
    list_display = [column("kind"), "value", column("company")]
    list_filter = ["company", "kind"]
    list_select_related = ["company"]


@admin.register(DunningLevel)
class DunningLevelAdmin(Master):
    list_display = ["level", column("name"), "days", "pay_within_days", column("company")]
    list_filter = ["company"]
    search_fields = ["name_en", "name_zh"]


@admin.register(BankGateway)
class BankGatewayAdmin(Master):
    list_display = ["code", column("name"), "url", column("state"), column("company")]
    list_filter = ["company", "state"]
    search_fields = ["code", "name_en", "name_zh"]
    list_select_related = ["company"]


@admin.register(BankAccount)
class BankAccountAdmin(Master):
    """Whoever keeps accounts sees their numbers; a ledger account of its own gets the rules of the usual one."""

    list_display = [
        "code",
        column("name"),
        "bank_name",
        column("currency"),
        column("account"),
        column("state"),
        column("company"),
    ]
    list_filter = ["company", "state"]
    search_fields = ["code", "name_en", "name_zh", "bank_name"]
    autocomplete_fields = ["account", "gateway", "owner"]
    list_select_related = ["company", "currency", "account"]

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: Any) -> None:
        super().save_model(request, obj, form, change)
        complete_bank_rules(obj.company_id)


@admin.register(BankRule)
class BankRuleAdmin(Master):
    list_display = ["pattern", column("direction"), column("use"), column("party"), column("state"), column("company")]
    list_filter = ["company", "direction", "use", "state"]
    search_fields = ["pattern"]
    autocomplete_fields = ["party"]
    exclude = ["made_by"]
    list_select_related = ["company", "party"]


@admin.register(PaymentReason)
class PaymentReasonAdmin(Master):
    list_display = [
        "code",
        column("name"),
        "component",
        "needs_document",
        "needs_party",
        column("state"),
        column("company"),
    ]
    list_filter = ["company", "state"]
    search_fields = ["code", "name_en", "name_zh"]
    list_select_related = ["company"]


@admin.register(BudgetThreshold)
class BudgetThresholdAdmin(Master):
    list_display = ["used_pct", column("action"), "rate_pct", column("budget"), column("company")]
    list_filter = ["company", "action"]
    autocomplete_fields: list[str] = []
    list_select_related = ["company", "budget"]


@admin.register(Statistic)
class StatisticAdmin(Master):
    list_display = ["code", "month", column("unit"), "value", column("company")]
    list_filter = ["company", "code"]
    search_fields = ["code"]
    list_select_related = ["company", "unit"]


class AllocationTargets(Rows):
    model = AllocationTarget


@admin.register(AllocationRule)
class AllocationRuleAdmin(Master):
    list_display = [
        "sequence",
        "code",
        column("name"),
        column("basis"),
        "valid_from",
        column("state"),
        column("company"),
    ]
    list_filter = ["company", "basis", "state"]
    search_fields = ["code", "name_en", "name_zh"]
    autocomplete_fields = ["source_account", "target_account", "basis_account"]
    inlines = [AllocationTargets]
    list_select_related = ["company"]


@admin.register(Employee)
class EmployeeAdmin(Master):
    """Who may claim expenses, and to which account they are paid back."""

    list_display = [column("party"), column("user"), column("unit"), "grade", column("state"), column("company")]
    list_filter = ["company", "state"]
    search_fields = ["party__code", "party__name", "user__username", "grade"]
    autocomplete_fields = ["party", "user", "unit", "value"]
    list_select_related = ["party", "user", "unit", "company"]


@admin.register(ExpenseKind)
class ExpenseKindAdmin(Master):
    list_display = [
        "code", column("name"), "component", column("is_deductible"), column("needs_invoice"), column("measure"),
        column("state"), column("company"),
    ]  # fmt: skip
    list_filter = ["company", "state"]
    search_fields = ["code", "name_en", "name_zh", "component"]
    list_select_related = ["company"]


@admin.register(ExpenseLimit)
class ExpenseLimitAdmin(Master):
    list_display = [
        column("expense_kind"), "grade", column("unit"), column("city_class"), "amount", column("effect"),
        column("company"),
    ]  # fmt: skip
    list_filter = ["company", "effect", "city_class"]
    search_fields = ["expense_kind__code", "expense_kind__name_en", "expense_kind__name_zh", "grade"]
    autocomplete_fields = ["expense_kind", "unit"]
    list_select_related = ["expense_kind", "unit", "company"]


@admin.register(ItemAccount)
class ItemAccountAdmin(Master):
    """Accounts whose movements are kept as open items; one stays while it holds any."""

    list_display = [column("account"), column("side"), "days", column("company")]
    list_filter = ["company", "side"]
    search_fields = ["account__code", "account__name_en", "account__name_zh"]
    autocomplete_fields = ["account"]
    list_select_related = ["account", "company"]

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        held = (
            obj is not None and OpenItem.objects.filter(company_id=obj.company_id, account_id=obj.account_id).exists()
        )
        return not held and super().has_delete_permission(request, obj)


@admin.register(ItemShop)
class ItemShopAdmin(Master):
    """Shops whose documents are open items one by one; one stays while it holds any."""

    list_display = [column("unit"), column("company")]
    list_filter = ["company"]
    search_fields = ["unit__code", "unit__name_en", "unit__name_zh"]
    autocomplete_fields = ["unit"]
    list_select_related = ["unit", "company"]

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        held = obj is not None and OpenItem.objects.filter(unit_id=obj.unit_id).exists()
        return not held and super().has_delete_permission(request, obj)


@admin.register(ItemRule)
class ItemRuleAdmin(Master):
    """How open items are proposed to be applied, and what is applied without anybody."""

    list_display = [column("party"), "ordinal", column("method"), column("is_automatic"), column("company")]
    list_filter = ["company", "method", "is_automatic"]
    search_fields = ["party__code", "party__name"]
    autocomplete_fields = ["party"]
    list_select_related = ["party", "company"]


@admin.register(FeePolicy)
class FeePolicyAdmin(Master):
    """What share of a deal's revenue is owed as a fee, and to whom."""

    list_display = [
        "code", column("name"), column("kind"), "rate_pct", column("party"), column("party_group"), column("unit"),
        column("item_category"), column("beneficiary"), "valid_from", "valid_to", column("company"),
    ]  # fmt: skip
    list_filter = ["company", "kind"]
    search_fields = ["code", "name_en", "name_zh", "party__code", "party__name", "beneficiary__name"]
    autocomplete_fields = ["party", "party_group", "unit", "item_category", "beneficiary"]
    list_select_related = ["party", "party_group", "unit", "item_category", "beneficiary", "company"]
