"""Money in other currencies: dated rates, what an account kept in a currency holds in it, revaluations."""

from __future__ import annotations

from typing import Any

import pghistory
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from interlock.core.fields import Choice, Ledger, Owned, amount_field, loose, master


def rate_field(**options: Any) -> models.DecimalField[Any, Any]:
    """What one unit of a currency is worth in the books' own, ten decimals."""
    return models.DecimalField(max_digits=20, decimal_places=10, **options)


@pghistory.track()
class ExchangeRate(Owned):
    """What one unit of a currency is worth in the books' currency, from a day on until the next rate of its kind."""

    class Kind(models.TextChoices):
        DAILY = "daily", _("rate of the day")
        CLOSING = "closing", _("rate of the month's end")
        AVERAGE = "average", _("average rate of the month")
        HISTORICAL = "historical", _("rate when equity came in")

    kind = Choice(Kind)
    currency = master("core.Currency")
    valid_on = models.DateField(_("rate's day"))
    rate = rate_field(verbose_name=_("exchange rate"))

    class Meta:
        verbose_name = _("exchange rate")
        verbose_name_plural = _("exchange rates")
        ordering = ["-valid_on", "currency", "kind"]
        constraints = [
            models.UniqueConstraint(fields=["company", "kind", "currency", "valid_on"], name="finance_rate_once"),
            models.CheckConstraint(condition=Q(rate__gt=0), name="finance_rate_positive"),
        ]

    def __str__(self) -> str:
        return f"{self.currency_id} {self.valid_on:%Y-%m-%d} {self.rate.normalize():f}"


class CurrencyLine(Ledger):
    """What a journal line moves in the currency its account is kept in; its id is the journal line's.

    Debits are positive. A revaluation moves the books' amount alone, so its line has 0 here.
    """

    id = models.BigIntegerField(primary_key=True, editable=False)
    account = loose("finance.Account")
    month = models.DateField()
    amount = amount_field()

    class Meta(Ledger.Meta):
        verbose_name = _("amount in currency")
        verbose_name_plural = _("amounts in currency")


class CurrencyBalance(models.Model):
    """What an account moved in its currency in a month; changes in the transaction of its lines."""

    company = loose("core.Company")
    account = loose("finance.Account")
    month = models.DateField()
    debit = amount_field(default=0)
    credit = amount_field(default=0)

    class Meta:
        verbose_name = _("balance in currency")
        verbose_name_plural = _("balances in currency")
        constraints = [
            models.UniqueConstraint(fields=["company", "account", "month"], name="finance_currencybalance_key"),
            models.CheckConstraint(condition=Q(month__day=1), name="finance_currencybalance_month"),
        ]


class Revaluation(Ledger):
    """An account's balance in its currency brought to the rate of a month's end, and the difference that was posted."""

    account = loose("finance.Account")
    month = models.DateField()
    balance = amount_field()
    rate = rate_field()
    before = amount_field()
    difference = amount_field()
    voucher = loose("finance.Voucher")
    run = loose("core.Run")

    class Meta(Ledger.Meta):
        verbose_name = _("revaluation")
        verbose_name_plural = _("revaluations")
        permissions = [("revalue_accounts", _("Revalue accounts in other currencies"))]
        indexes = [models.Index(fields=["company", "month"], name="finance_revaluation_month")]
