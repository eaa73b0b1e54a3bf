"""Settlement: what platforms say they pay for orders, line by line, and what of it does not agree with ours."""

from __future__ import annotations

import pghistory
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from interlock.core.fields import Choice, Named, Owned, amount_field, document_id, line_id, loose, master


@pghistory.track()
class FeeKind(Owned, Named):
    """A kind of fee that platforms keep back; ``component`` is what posting rules know it by."""

    code = models.CharField(_("code"), max_length=24)
    component = models.CharField(_("component"), max_length=16)

    class Meta:
        verbose_name = _("fee kind")
        verbose_name_plural = _("fee kinds")
        ordering = ["code"]
        constraints = [models.UniqueConstraint(fields=["company", "code"], name="sales_feekind_code")]


@pghistory.track()
class StatementMapping(Owned):
    """How a channel, or one of its shops, writes its statements, and what the company grants it.

    ``columns``: order_no and gross, optionally refund, net and settled_on, each with the file's column.
    ``fees``: the file's columns that are fees, each with the code of its fee kind.
    """

    channel = models.ForeignKey("sales.Channel", models.CASCADE, related_name="+", db_index=False)
    shop = master("sales.Shop", null=True, blank=True)
    columns = models.JSONField(_("columns"), default=dict, blank=True)
    fees = models.JSONField(_("fee columns"), default=dict, blank=True)
    fees_negative = models.BooleanField(_("fees are negative"), default=False)
    refund_negative = models.BooleanField(_("refunds are negative"), default=False)
    settle_days = models.PositiveSmallIntegerField(_("paid within, days"), default=15)
    write_off_limit = amount_field(verbose_name=_("write-off limit"), default=10)

    class Meta:
        verbose_name = _("statement mapping")
        verbose_name_plural = _("statement mappings")
        constraints = [
            models.UniqueConstraint(
                fields=["company", "channel", "shop"], name="sales_statementmapping_once", nulls_distinct=False
            ),
        ]


class Result(models.TextChoices):
    """What a line of a statement says about an order of ours."""

    MATCHED = "matched", _("matched")
    SHORT_PAID = "short_paid", _("paid too little")
    OVER_PAID = "over_paid", _("paid too much")
    UNKNOWN_ORDER = "unknown_order", _("unknown order")
    ALREADY_SETTLED = "already_settled", _("settled before")
    CUSTOMER_ORDER = "customer_order", _("order of a customer")
    REFUND_MATCHED = "refund_matched", _("refund matched")
    REFUND_DIFFERS = "refund_differs", _("refund differs")


class Statement(Owned):
    """A platform's statement for a shop: what it collected, gave back and kept, and what it pays out."""

    class State(models.TextChoices):
        IMPORTED = "imported", _("imported")
        MATCHED = "matched", _("matched")
        POSTED = "posted", _("posted")
        PAID = "paid", _("paid")

    id = document_id()
    number = models.CharField(_("number"), max_length=24)
    shop = master("sales.Shop")
    platform_number = models.CharField(_("platform's number"), max_length=64)
    file = models.ForeignKey("core.File", models.PROTECT, related_name="+", db_index=False)
    state = Choice(State, db_default=State.IMPORTED.value)
    first_on = models.DateField(_("from"))
    last_on = models.DateField(_("to"))
    posted_on = models.DateField(_("posted on"), null=True)
    paid_on = models.DateField(_("paid on"), null=True)
    fee_kinds = ArrayField(models.CharField(max_length=24), default=list)
    rows = models.IntegerField(default=0)
    lines = models.IntegerField(null=True)  # none until the file is read
    first_line = models.BigIntegerField(null=True)
    last_line = models.BigIntegerField(null=True)
    gross_amount = amount_field(default=0)
    refund_amount = amount_field(default=0)
    fee_amount = amount_field(default=0)
    payout_amount = amount_field(default=0)
    counts = models.JSONField(default=dict)
    rejected_file = models.ForeignKey("core.File", models.PROTECT, related_name="+", db_index=False, null=True)
    receipt = loose("finance.BankReceipt", null=True)
    version = models.IntegerField(db_default=1)
    run = loose("core.Run")

    class Meta:
        verbose_name = _("statement")
        verbose_name_plural = _("statements")
        permissions = [
            ("import_statements", _("Import and match statements")),
            ("post_statements", _("Post statements")),
            ("tie_payouts", _("Tie payouts to bank receipts")),
        ]
        constraints = [
            models.UniqueConstraint(fields=["company", "number"], name="sales_statement_number"),
            models.UniqueConstraint(
                fields=["company", "shop", "platform_number"], name="sales_statement_platform_number"
            ),
        ]

    def __str__(self) -> str:
        return self.number


class StatementRow(models.Model):
    """A readable row of a statement's file until it is matched; unlogged, because it can be read again."""

    company = loose("core.Company")
    statement = loose("sales.Statement")
    ordinal = models.IntegerField()
    order_no = models.TextField()
    gross_amount = amount_field()
    refund_amount = amount_field()
    fee_amount = amount_field()
    fees = ArrayField(amount_field())
    net_amount = amount_field()

    class Meta:
        verbose_name = _("statement row")
        verbose_name_plural = _("statement rows")
        indexes = [models.Index(fields=["statement"], name="sales_statementrow_of")]


class StatementLine(models.Model):
    """What a statement says of one order; ``fees`` in the order of its fee kinds. Judged once: a line that differs is
    judged again when its order has come, or was refunded or cancelled since.

    ``difference_amount`` is what was paid beyond what was owed; all of it where there is no order to owe it.
    """

    id = line_id()
    company = loose("core.Company")
    statement = loose("sales.Statement")
    ordinal = models.IntegerField()
    order_no = models.CharField(max_length=64)
    order = loose("sales.Order", null=True)
    gross_amount = amount_field()
    refund_amount = amount_field()
    fee_amount = amount_field()
    fees = ArrayField(amount_field())
    net_amount = amount_field()
    result = Choice(Result)
    difference_amount = amount_field()

    class Meta:
        verbose_name = _("statement line")
        verbose_name_plural = _("statement lines")
        constraints = [
            models.CheckConstraint(
                condition=Q(result__in=["matched", "refund_matched"], difference_amount=0)
                | (Q(result="refund_differs") & ~Q(difference_amount=0))
                | Q(result="short_paid", difference_amount__lt=0)
                | Q(result="over_paid", difference_amount__gt=0)
                | Q(result__in=["unknown_order", "already_settled", "customer_order"]),
                name="sales_statementline_result",
            ),
            models.CheckConstraint(
                condition=Q(net_amount=models.F("gross_amount") - models.F("refund_amount") - models.F("fee_amount")),
                name="sales_statementline_net",
            ),
        ]
        indexes = [
            models.Index(
                fields=["company", "order"], name="sales_statementline_order", condition=Q(order__isnull=False)
            )
        ]


class Difference(models.Model):
    """A line that does not agree, until someone has settled it; its shop's owner answers for it."""

    class State(models.TextChoices):
        OPEN = "open", _("open")
        HANDED_BACK = "handed_back", _("handed back")
        ACCEPTED = "accepted", _("accepted")
        MATCHED = "matched", _("matched")

    id = document_id()
    company = loose("core.Company")
    statement = loose("sales.Statement")
    line = loose("sales.StatementLine")
    shop = loose("sales.Shop")
    order = loose("sales.Order", null=True)
    result = Choice(Result)
    amount = amount_field()
    state = Choice(State, db_default=State.OPEN.value)
    note = models.CharField(_("note"), max_length=240, blank=True, db_default="")
    raised_at = models.DateTimeField(db_default=Now())
    ended_run = loose("core.Run", null=True)

    class Meta:
        verbose_name = _("difference")
        verbose_name_plural = _("differences")
        permissions = [
            ("accept_differences", _("Accept differences")),
            ("hand_back_differences", _("Hand differences back")),
        ]
        indexes = [
            models.Index(fields=["company", "statement", "id"], name="sales_difference_statement"),
            models.Index(
                fields=["company", "id"],
                name="sales_difference_waiting",
                condition=Q(state__in=["open", "handed_back"]),
            ),
        ]
