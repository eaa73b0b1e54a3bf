"""The two fees of a deal: what policies set aside of revenue, and what is settled of it once its cash is in."""

from __future__ import annotations

import pghistory
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from interlock.core.fields import Choice, Ledger, Named, Owned, amount_field, loose, master


class FeeKind(models.TextChoices):
    """What a fee is for; also the component of the event that sets it aside."""

    SALES_EXPENSE = "sales_expense", _("sales expense")
    INCENTIVE = "incentive", _("incentive fee")


@pghistory.track()
class FeePolicy(Owned, Named):
    """What share of a deal's net revenue is owed as a fee, and to whom; the more specific policy of a kind wins.

    Precedence: customer, group of customers, shop or department, item category (the nearer in the tree), then the
    latest ``valid_from``; an empty column fits all. Without a beneficiary the fee is owed to the customer itself.
    What was set aside keeps its rate: a change counts for what is recognised after it.
    """

    code = models.CharField(_("code"), max_length=24)
    kind = Choice(FeeKind, verbose_name=_("kind"))
    party = master("parties.Party", null=True, blank=True, verbose_name=_("customer"))
    party_group = master("parties.PartyGroup", null=True, blank=True)
    unit = master("core.Unit", null=True, blank=True, verbose_name=_("shop or department"))
    item_category = master("items.Category", null=True, blank=True)
    rate_pct = models.DecimalField(_("percent of net revenue"), max_digits=9, decimal_places=4)
    beneficiary = master("parties.Party", null=True, blank=True, verbose_name=_("beneficiary"))
    valid_from = models.DateField(_("valid from"))
    valid_to = models.DateField(_("no longer valid from"), null=True, blank=True)

    class Meta:
        verbose_name = _("policy of fees")
        verbose_name_plural = _("policies of fees")
        ordering = ["kind", "code"]
        permissions = [("settle_fees", _("Set fees of deals aside and settle them"))]
        constraints = [
            models.UniqueConstraint(fields=["company", "code"], name="finance_feepolicy_code"),
            models.CheckConstraint(condition=Q(rate_pct__gt=0, rate_pct__lte=100), name="finance_feepolicy_rate"),
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True) | Q(valid_to__gte=F("valid_from")), name="finance_feepolicy_ends"
            ),
        ]


class Fee(models.Model):
    """What one policy owes of one document of revenue: net revenue, set aside, settled; the sums of its entries.

    What came back can take ``accrued_amount`` below what is settled; the next settlement takes the rest back.
    """

    company = loose("core.Company")
    policy = loose("finance.FeePolicy")
    kind = Choice(FeeKind)
    document_id = models.BigIntegerField()
    party = loose("parties.Party", null=True)
    unit = loose("core.Unit", null=True)
    beneficiary = loose("parties.Party", null=True)
    accrued_on = models.DateField()
    base_amount = amount_field()
    accrued_amount = amount_field()
    settled_amount = amount_field(db_default=0)

    class Meta:
        verbose_name = _("fee of a deal")
        verbose_name_plural = _("fees of deals")
        constraints = [
            models.UniqueConstraint(fields=["company", "document_id", "policy"], name="finance_fee_key"),
            models.CheckConstraint(condition=Q(accrued_amount__gte=0, settled_amount__gte=0), name="finance_fee_sides"),
        ]
        indexes = [
            models.Index(
                fields=["company", "id"], name="finance_fee_open", condition=~Q(accrued_amount=F("settled_amount"))
            ),
            models.Index(fields=["company", "policy", "id"], name="finance_fee_policy"),
        ]


class FeeEntry(Ledger):
    """What a voucher of revenue sets aside of a fee, or what a bill of its beneficiary settles; negative takes back."""

    class Kind(models.TextChoices):
        ACCRUE = "accrue", pgettext_lazy("fee", "set aside")
        SETTLE = "settle", pgettext_lazy("fee", "settled")

    fee = loose("finance.Fee")
    kind = Choice(Kind)
    entered_on = models.DateField()
    base_amount = amount_field(db_default=0)
    amount = amount_field()
    voucher = loose("finance.Voucher", null=True)
    document_id = models.BigIntegerField(null=True)
    run = loose("core.Run")

    class Meta(Ledger.Meta):
        verbose_name = _("entry of a fee")
        verbose_name_plural = _("entries of fees")
        constraints = [
            models.CheckConstraint(
                condition=Q(kind="accrue", voucher__isnull=False, document_id__isnull=True)
                | Q(kind="settle", voucher__isnull=True, document_id__isnull=False),
                name="finance_feeentry_of",
            ),
        ]
        indexes = [
            models.Index(fields=["company", "fee", "entered_on"], name="finance_feeentry_fee"),
            models.Index(
                fields=["company", "voucher"], name="finance_feeentry_voucher", condition=Q(voucher__isnull=False)
            ),
            models.Index(
                fields=["company", "document_id"],
                name="finance_feeentry_document",
                condition=Q(document_id__isnull=False),
            ),
        ]


class FeeVoucher(models.Model):
    """A sealed voucher of revenue whose fees are set aside."""

    voucher = models.BigIntegerField(primary_key=True, db_column="voucher_id")
    company = loose("core.Company")

    class Meta:
        verbose_name = _("voucher read for fees")
        verbose_name_plural = _("vouchers read for fees")
