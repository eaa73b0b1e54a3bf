"""What happens to an order besides its day: it is cancelled, or its buyer is given a link to it."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from interlock.core.fields import Choice, Ledger, amount_field, loose


class CancelReason(models.TextChoices):
    """Why an order is cancelled; the words of the counts."""

    BUYER = "buyer", _("the buyer changed their mind")
    NOT_PAID = "not_paid", _("not paid in time")
    OUT_OF_STOCK = "out_of_stock", _("no stock in time")
    PRICE_ERROR = "price_error", _("wrong price or promotion")
    DUPLICATE = "duplicate", _("ordered twice")
    ADDRESS = "address", _("cannot be delivered there")
    FRAUD = "fraud", _("suspected fraud")
    OTHER = "other", _("other reason")


class Cancellation(Ledger):
    """An order, or what of it had not left, was cancelled: why, and how much it was worth with VAT."""

    order = loose("sales.Order")
    reason = Choice(CancelReason)
    note = models.CharField(_("note"), max_length=240, blank=True, db_default="")
    amount = amount_field()
    cancelled_on = models.DateField()
    run = loose("core.Run")

    class Meta(Ledger.Meta):
        verbose_name = _("cancellation")
        verbose_name_plural = _("cancellations")
        indexes = [
            models.Index(fields=["company", "order"], name="sales_cancellation_order"),
            models.Index(fields=["company", "cancelled_on", "reason"], name="sales_cancellation_day"),
        ]


class CustomerLink(models.Model):
    """The links given out for an order count as long as ``round`` stays; a further round makes the older ones void."""

    company = loose("core.Company")
    order = models.ForeignKey("sales.Order", models.DO_NOTHING, related_name="+", db_constraint=False, db_index=False)
    round = models.PositiveIntegerField(db_default=0)

    class Meta:
        verbose_name = _("customer link")
        verbose_name_plural = _("customer links")
        constraints = [models.UniqueConstraint(fields=["company", "order"], name="sales_customerlink_order")]
