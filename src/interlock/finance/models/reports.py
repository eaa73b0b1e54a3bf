"""Statements as data: their lines, and which accounts go into which line; closed years."""

from __future__ import annotations

import pghistory
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from interlock.core.fields import Choice, Named, Owned, loose


@pghistory.track()
class ReportLine(Owned, Named):
    """A line of a statement: what its accounts hold, or the sum of other lines."""

    class Report(models.TextChoices):
        BALANCE_SHEET = "balance_sheet", _("balance sheet")
        INCOME_STATEMENT = "income_statement", _("income statement")
        CASH_FLOW = "cash_flow", _("cash flow statement")

    class Side(models.TextChoices):
        DEBIT = "debit", _("debit less credit")
        CREDIT = "credit", _("credit less debit")

    report = Choice(Report)
    code = models.CharField(_("code"), max_length=12)
    ordinal = models.IntegerField(_("place"))
    side = Choice(Side, verbose_name=_("counted as"))
    sums = models.CharField(_("sum of lines, as A10 A20 -A30"), max_length=200, blank=True, default="")
    takes_result = models.BooleanField(_("takes the result that is not carried yet"), default=False)
    turns_to = models.CharField(
        _("line of what parties hold on the other side"), max_length=12, blank=True, default="",
        help_text=_("Where the balance sheet is asked by party, advances of customers turn to the liabilities."),
    )  # fmt: skip
    is_strong = models.BooleanField(_("set off"), default=False)

    class Meta:
        verbose_name = _("report line")
        verbose_name_plural = _("report lines")
        ordering = ["report", "ordinal"]
        constraints = [
            models.UniqueConstraint(fields=["company", "report", "code"], name="finance_reportline_code"),
            models.UniqueConstraint(
                fields=["company", "report"], name="finance_reportline_result", condition=Q(takes_result=True)
            ),
        ]


@pghistory.track()
class ReportAccount(Owned):
    """An account in a line, with all whose codes begin with its code and that are not in another line themselves."""

    line = models.ForeignKey(ReportLine, models.CASCADE, related_name="accounts", db_index=False)
    account = models.ForeignKey("finance.Account", models.CASCADE, related_name="+", db_index=False)

    class Meta:
        verbose_name = _("account of a report line")
        verbose_name_plural = _("accounts of report lines")
        constraints = [
            models.UniqueConstraint(fields=["company", "account"], name="finance_reportaccount_once"),
        ]

    def __str__(self) -> str:
        return str(self.account)


class YearClosing(Owned):
    """A closed year of the books: the vouchers that carried its result, and those that took them back."""

    class State(models.TextChoices):
        CLOSED = "closed", _("closed")
        REVERSED = "reversed", _("reversed")

    year = models.IntegerField(_("year"))
    state = Choice(State, db_default=State.CLOSED.value)
    result_amount = models.DecimalField(max_digits=20, decimal_places=2)
    vouchers = ArrayField(models.BigIntegerField())
    reversals = ArrayField(models.BigIntegerField(), default=list)
    run = loose("core.Run")

    class Meta:
        verbose_name = _("closed year")
        verbose_name_plural = _("closed years")
        permissions = [("close_years", _("Close years and open them again"))]
        constraints = [
            models.UniqueConstraint(fields=["company", "year"], name="finance_year_once", condition=Q(state="closed")),
        ]
