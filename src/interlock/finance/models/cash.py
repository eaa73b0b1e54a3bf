"""Cash flow: which accounts are cash, what a movement of cash is for, what each item moved in a month."""

from __future__ import annotations

import pghistory
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from interlock.core.fields import Ledger, Owned, amount_field, loose, master


class CashAccount(Owned):
    """An account whose money is cash, with all whose codes begin with its code."""

    account = models.ForeignKey("finance.Account", models.CASCADE, related_name="+", db_index=False)

    class Meta:
        verbose_name = _("cash account")
        verbose_name_plural = _("cash accounts")
        constraints = [models.UniqueConstraint(fields=["company", "account"], name="finance_cashaccount_once")]

    def __str__(self) -> str:
        return str(self.account)


@pghistory.track()
class CashItemRule(Owned):
    """The cash flow item of what nobody named one for: by event and component, else by the other account.

    An account stands for all whose codes begin with its code; the longest wins.
    """

    event_kind = models.CharField(_("event"), max_length=40, blank=True, default="")
    component = models.CharField(_("component"), max_length=40, blank=True, default="")
    account = master("finance.Account", null=True, blank=True)
    item_in = master("finance.DimensionValue", verbose_name=_("item when cash comes in"))
    item_out = master("finance.DimensionValue", verbose_name=_("item when cash goes out"))

    class Meta:
        verbose_name = _("rule of cash flow items")
        verbose_name_plural = _("rules of cash flow items")
        ordering = ["event_kind", "component", "account"]
        constraints = [
            models.UniqueConstraint(
                fields=["company", "event_kind", "component", "account"],
                name="finance_cashitemrule_once",
                nulls_distinct=False,
            ),
            models.CheckConstraint(
                condition=Q(account__isnull=True) & ~Q(event_kind="") & ~Q(component="")
                | Q(account__isnull=False, event_kind="", component=""),
                name="finance_cashitemrule_one",
            ),
        ]

    def __str__(self) -> str:
        return str(self.account) if self.account_id else f"{self.event_kind} · {self.component}"


class CashMove(Ledger):
    """What a voucher moved of cash for an item, against an account: in is positive. No item: nobody named one yet."""

    voucher = loose("finance.Voucher")
    month = models.DateField()
    item = loose("finance.DimensionValue", null=True)
    counter = loose("finance.Account", null=True)
    amount = amount_field()
    run = loose("core.Run", null=True)

    class Meta(Ledger.Meta):
        verbose_name = _("movement of cash")
        verbose_name_plural = _("movements of cash")
        permissions = [("assign_cash_items", _("Name cash flow items"))]
        indexes = [
            models.Index(fields=["company", "voucher"], name="finance_cashmove_voucher"),
            models.Index(fields=["company", "item", "month"], name="finance_cashmove_item"),
        ]


class CashBalance(models.Model):
    """What an item moved in a month; changes in the transaction of the movements."""

    company = loose("core.Company")
    item = loose("finance.DimensionValue", null=True)
    month = models.DateField()
    amount = amount_field(default=0)

    class Meta:
        verbose_name = _("cash flow of a month")
        verbose_name_plural = _("cash flows of months")
        constraints = [
            models.UniqueConstraint(
                fields=["company", "item", "month"], name="finance_cashbalance_key", nulls_distinct=False
            ),
            models.CheckConstraint(condition=Q(month__day=1), name="finance_cashbalance_month"),
        ]
