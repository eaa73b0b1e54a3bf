"""Payments: reasons, requests, and the runs that bring approved ones to the bank."""

from __future__ import annotations

import pghistory
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from interlock.core.fields import Choice, Named, Owned, amount_field, document_id, loose, master


@pghistory.track()
class PaymentReason(Owned, Named):
    """Why money is paid out: the component its posting rule is found by, and whether a document must be named."""

    code = models.CharField(_("code"), max_length=24)
    component = models.CharField(_("component of the event"), max_length=8)
    needs_document = models.BooleanField(_("hangs on a document"), default=True)
    needs_party = models.BooleanField(_("names a party"), default=True)
    state = Choice([("open", _("open")), ("closed", _("closed"))], default="open")

    class Meta:
        verbose_name = _("payment reason")
        verbose_name_plural = _("payment reasons")
        ordering = ["code"]
        constraints = [models.UniqueConstraint(fields=["company", "code"], name="finance_paymentreason_code")]


class PaymentRun(Owned):
    """A file of payments from one bank account: the same file at every attempt, known to the bank by its number."""

    class State(models.TextChoices):
        MADE = "made", _("to be sent")
        SENT = "sent", _("at the bank")
        REFUSED = "refused", _("refused by the bank")
        DONE = "done", _("answered")
        WITHDRAWN = "withdrawn", _("withdrawn")

    id = document_id()
    number = models.CharField(_("number"), max_length=24)
    bank_account = master("finance.BankAccount")
    state = Choice(State, db_default=State.MADE.value)
    pay_on = models.DateField(_("execution date"))
    made_at = models.DateTimeField()
    message = models.CharField(_("message id"), max_length=35)
    payments = models.IntegerField()
    amount = amount_field()
    sha256 = models.CharField(max_length=64, blank=True, db_default="")
    maker = loose("core.User", null=True)
    withdrawer = loose("core.User", null=True)
    withdrawn_because = models.CharField(_("withdrawn because"), max_length=240, blank=True, db_default="")
    run = loose("core.Run")

    class Meta:
        verbose_name = _("payment run")
        verbose_name_plural = _("payment runs")
        permissions = [
            ("run_payments", _("Send approved payments to the bank")),
            ("withdraw_runs", _("Withdraw payment runs that the bank has not taken")),
        ]
        constraints = [
            models.UniqueConstraint(fields=["company", "number"], name="finance_paymentrun_number"),
            models.UniqueConstraint(fields=["company", "message"], name="finance_paymentrun_message"),
            models.CheckConstraint(condition=Q(payments__gt=0, amount__gt=0), name="finance_paymentrun_amount"),
            models.CheckConstraint(
                condition=~Q(state="withdrawn") & Q(withdrawn_because="")
                | Q(state="withdrawn") & ~Q(withdrawn_because=""),
                name="finance_paymentrun_withdrawn",
            ),
        ]

    def __str__(self) -> str:
        return self.number


class WithdrawnPayment(Owned):
    """A payment that was in a run when that was withdrawn: the run's own list, and what the bank said of it since.

    ``sure_because`` is why somebody was sure that the bank does not have the file, and sent the payment once more.
    """

    class Told(models.TextChoices):
        TAKEN = "taken", _("taken by the bank")
        PAID = "paid", _("paid")
        REFUSED = "refused", _("refused by the bank")

    id = document_id()
    payment_run = loose("finance.PaymentRun")
    payment = loose("finance.PaymentRequest")
    told = Choice(Told, null=True)
    told_at = models.DateTimeField(null=True)
    bank_status = models.CharField(max_length=4, blank=True, db_default="")
    bank_reason = models.CharField(max_length=4, blank=True, db_default="")
    bank_reference = models.CharField(_("bank's reference"), max_length=35, blank=True, db_default="")
    sure_because = models.CharField(_("sent once more because"), max_length=240, blank=True, db_default="")
    sure = loose("core.User", null=True)

    class Meta:
        verbose_name = _("payment of a withdrawn run")
        verbose_name_plural = _("payments of withdrawn runs")
        constraints = [
            models.UniqueConstraint(fields=["company", "payment_run", "payment"], name="finance_withdrawnpayment_once"),
            models.CheckConstraint(
                condition=Q(told__isnull=True, told_at__isnull=True) | Q(told__isnull=False, told_at__isnull=False),
                name="finance_withdrawnpayment_told",
            ),
        ]
        indexes = [models.Index(fields=["company", "payment"], name="finance_withdrawnpayment_of")]

    def __str__(self) -> str:
        return str(self.pk)


class PaymentRequest(Owned):
    """Money asked to be paid out: written by one person, approved by another, sent in a run, paid as the bank says.

    What it is for is a document (kind, id and, if any, line) or a reason that needs none. The amount is in the currency
    of the bank account; ``book_amount`` is what that was worth when it was asked for.
    """

    class State(models.TextChoices):
        DRAFT = "draft", _("draft")
        SUBMITTED = "submitted", _("submitted")
        APPROVED = "approved", _("approved")
        IN_RUN = "in_run", _("in a payment run")
        SENT = "sent", _("at the bank")
        PAID = "paid", _("paid")
        REJECTED = "rejected", _("rejected")
        CANCELLED = "cancelled", _("cancelled")

    id = document_id()
    number = models.CharField(_("number"), max_length=24)
    state = Choice(State, db_default=State.DRAFT.value)
    reason = master("finance.PaymentReason")
    document_kind = models.CharField(max_length=24, blank=True, db_default="")
    document_id = models.BigIntegerField(null=True)
    document_line = models.BigIntegerField(null=True)
    document_number = models.CharField(_("for"), max_length=40, blank=True, db_default="")
    party = loose("parties.Party", null=True)
    payee = models.CharField(_("payee"), max_length=120)
    payee_account = models.CharField(_("payee's account"), max_length=34)
    payee_bank = models.CharField(_("payee's bank"), max_length=120, blank=True, db_default="")
    payee_bank_code = models.CharField(
        _("clearing number of the payee's bank"), max_length=20, blank=True, db_default=""
    )
    bank_account = master("finance.BankAccount")
    amount = amount_field()
    book_amount = amount_field(verbose_name=_("in the books"))
    due_on = models.DateField(_("due on"))
    unit = master("core.Unit", null=True, blank=True)
    text = models.CharField(_("remittance text"), max_length=140, blank=True, db_default="")
    note = models.CharField(_("note"), max_length=200, blank=True, db_default="")
    version = models.IntegerField(db_default=1)
    author = loose("core.User", null=True)
    editor = loose("core.User", null=True)
    approver = loose("core.User", null=True)
    payment_run = loose("finance.PaymentRun", null=True)
    bank_status = models.CharField(max_length=4, blank=True, db_default="")
    bank_reason = models.CharField(max_length=4, blank=True, db_default="")
    bank_reference = models.CharField(_("bank's reference"), max_length=35, blank=True, db_default="")
    paid_on = models.DateField(_("paid on"), null=True)
    run = loose("core.Run")

    class Meta:
        verbose_name = _("payment request")
        verbose_name_plural = _("payment requests")
        permissions = [
            ("enter_payments", _("Ask for payments")),
            ("approve_payments", _("Approve payments")),
        ]
        constraints = [
            models.UniqueConstraint(fields=["company", "number"], name="finance_payment_number"),
            models.CheckConstraint(condition=Q(amount__gt=0, book_amount__gt=0), name="finance_payment_amount"),
            models.CheckConstraint(
                condition=Q(approver__isnull=True)
                | (Q(author__isnull=True) | ~Q(approver=F("author")))
                & (Q(editor__isnull=True) | ~Q(approver=F("editor"))),
                name="finance_payment_another",
            ),
            models.CheckConstraint(
                condition=Q(state__in=["in_run", "sent", "paid"], payment_run__isnull=False)
                | ~Q(state__in=["in_run", "sent", "paid"]),
                name="finance_payment_in_run",
            ),
            models.CheckConstraint(
                condition=Q(state="paid", paid_on__isnull=False) | ~Q(state="paid") & Q(paid_on__isnull=True),
                name="finance_payment_paid",
            ),
            models.CheckConstraint(
                condition=Q(document_kind="", document_id__isnull=True)
                | ~Q(document_kind="") & Q(document_id__isnull=False),
                name="finance_payment_document",
            ),
        ]
        indexes = [
            models.Index(fields=["company", "state", "id"], name="finance_payment_state"),
            models.Index(
                fields=["company", "payment_run"], name="finance_payment_run", condition=Q(payment_run__isnull=False)
            ),
            models.Index(
                fields=["company", "document_kind", "document_id"],
                name="finance_payment_for",
                condition=Q(document_id__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return self.number
