"""Feeds: files of orders as they came in, and their rows while they are judged."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from interlock.core.fields import Choice, Owned, document_id, loose


class Feed(Owned):
    """One file of orders: how many came, how many were taken in, and the file of those that were not."""

    class State(models.TextChoices):
        STAGED = "staged", _("staged")
        DONE = "done", _("done")

    id = document_id()
    file = models.ForeignKey("core.File", models.PROTECT, related_name="+", db_index=False)
    state = Choice(State, db_default=State.STAGED.value)
    rows = models.IntegerField(default=0)
    orders = models.IntegerField(default=0)
    counts = models.JSONField(default=dict)
    rejected_file = models.ForeignKey("core.File", models.PROTECT, related_name="+", db_index=False, null=True)
    run = loose("core.Run")

    class Meta:
        verbose_name = _("feed")
        verbose_name_plural = _("feeds")
        constraints = [
            models.UniqueConstraint(fields=["company", "file"], name="sales_feed_file"),
        ]


class FeedRow(models.Model):
    """A row of a feed, parsed; unlogged, because it can be read again from the file.

    ``ordinal`` is the row of the file (1 = first below the header); ``order_ordinal`` the row its order began with;
    ``problems`` are the codes of what could not be read.
    """

    company = loose("core.Company")
    feed = loose("sales.Feed")
    ordinal = models.IntegerField()
    order_ordinal = models.IntegerField()
    order_no = models.TextField(null=True)
    line_no = models.IntegerField(null=True)
    shop = models.TextField(null=True)
    ordered_at = models.DateTimeField(null=True)
    buyer = models.TextField(null=True)
    phone = models.TextField(null=True)
    province = models.TextField(null=True)
    city = models.TextField(null=True)
    district = models.TextField(null=True)
    address = models.TextField(null=True)
    sku = models.TextField(null=True)
    quantity = models.DecimalField(max_digits=20, decimal_places=6, null=True)
    unit_price = models.DecimalField(max_digits=20, decimal_places=6, null=True)
    paid_amount = models.DecimalField(max_digits=20, decimal_places=2, null=True)
    paid_at = models.DateTimeField(null=True)
    gift = models.BooleanField(null=True)
    remark = models.TextField(null=True)
    priority = models.SmallIntegerField(null=True)
    problems = models.TextField(null=True)
    discount_amount = models.DecimalField(max_digits=20, decimal_places=2, null=True)
    subsidy_amount = models.DecimalField(max_digits=20, decimal_places=2, null=True)
    coupon = models.TextField(null=True)
    buyer_group = models.TextField(null=True)
    customer = loose("parties.Party", null=True)
    wanted_on = models.DateField(null=True)

    class Meta:
        verbose_name = _("feed row")
        verbose_name_plural = _("feed rows")
        indexes = [models.Index(fields=["feed", "order_ordinal"], name="sales_feedrow_order")]
