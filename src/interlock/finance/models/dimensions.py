"""Totals by dimension: what an account moved in a month by party, unit, category, project and employee."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from interlock.core.fields import Choice, amount_field, loose


class DimensionTotal(models.Model):
    """What an account moved in a month for one value of a dimension (0: for none), of the vouchers counted so far."""

    class By(models.TextChoices):
        PARTY = "party", _("party")
        UNIT = "unit", _("shop or department")
        CATEGORY = "category", _("item category")
        PROJECT = "project", _("project")
        EMPLOYEE = "employee", _("employee")

    company = loose("core.Company")
    dimension = Choice(By)
    account = loose("finance.Account")
    month = models.DateField()
    value_id = models.BigIntegerField(default=0)
    debit = amount_field(default=0)
    credit = amount_field(default=0)
    lines = models.IntegerField(default=0)

    class Meta:
        verbose_name = _("total of a dimension")
        verbose_name_plural = _("totals of dimensions")
        constraints = [
            models.UniqueConstraint(
                fields=["company", "dimension", "account", "month", "value_id"], name="finance_dimensiontotal_key"
            ),
            models.CheckConstraint(condition=Q(month__day=1), name="finance_dimensiontotal_month"),
        ]


class CountedVoucher(models.Model):
    """A sealed voucher whose lines are in the totals of dimensions."""

    voucher = models.BigIntegerField(primary_key=True, db_column="voucher_id")
    company = loose("core.Company")

    class Meta:
        verbose_name = _("counted voucher")
        verbose_name_plural = _("counted vouchers")
