"""The bank: what came in on an account, until it is known what for."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from interlock.core.fields import Choice, Owned, amount_field, document_id, loose, master


class BankReceipt(Owned):
    """Money that came in on a bank account; ``reference`` is what the payer wrote, ``document_id`` what it pays."""

    class State(models.TextChoices):
        OPEN = "open", _("open")
        TIED = "tied", _("tied")

    id = document_id()
    account = master("finance.Account")
    bank_number = models.CharField(_("bank's number"), max_length=64)
    reference = models.CharField(_("reference"), max_length=120)
    payer = models.CharField(_("payer"), max_length=120, blank=True, db_default="")
    amount = amount_field(verbose_name=_("amount"))
    received_on = models.DateField(_("received on"))
    state = Choice(State, db_default=State.OPEN.value)
    document_id = models.BigIntegerField(null=True)
    run = loose("core.Run")

    class Meta:
        verbose_name = _("bank receipt")
        verbose_name_plural = _("bank receipts")
        permissions = [("record_receipts", _("Record bank receipts"))]
        constraints = [
            models.UniqueConstraint(fields=["company", "account", "bank_number"], name="finance_receipt_number"),
            models.CheckConstraint(condition=Q(amount__gt=0), name="finance_receipt_amount"),
            models.CheckConstraint(
                condition=Q(state="open", document_id__isnull=True) | Q(state="tied", document_id__isnull=False),
                name="finance_receipt_tied",
            ),
        ]
        indexes = [
            models.Index(fields=["company", "reference"], name="finance_receipt_reference", condition=Q(state="open"))
        ]

    def __str__(self) -> str:
        return self.bank_number
