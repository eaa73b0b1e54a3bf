"""The bank as we see it: accounts, statements and their lines, what their texts mean, messages to gateways."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

import pghistory
from django.contrib.postgres.functions import RandomUUID
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from interlock.core.fields import Choice, Named, Owned, amount_field, document_id, loose, master
from interlock.core.ruled import Ruled, uses


class BankUse(models.TextChoices):
    """What a line of a statement is."""

    RECEIPT = "receipt", _("receipt")
    CUSTOMER = "customer", _("customer payment")
    PAYMENT = "payment", _("our payment")
    FEE = "fee", _("bank fee")
    INTEREST = "interest", _("interest")
    TRANSFER = "transfer", _("transfer between own accounts")
    REFUND = "refund", _("repaid to a customer")
    PREPAID = "prepaid", _("paid to a supplier in advance")
    BOOKED = "booked", _("in the books by a voucher")


@pghistory.track()
class BankGateway(Owned, Named):
    """A way to a bank: where its files go, and how far what it sent has been read."""

    class State(models.TextChoices):
        ACTIVE = "active", _("active")
        OFF = "off", _("switched off")

    code = models.CharField(_("code"), max_length=24)
    url = models.CharField(_("address"), max_length=200)
    state = Choice(State, default=State.ACTIVE)

    class Meta:
        verbose_name = _("bank gateway")
        verbose_name_plural = _("bank gateways")
        ordering = ["code"]
        constraints = [models.UniqueConstraint(fields=["company", "code"], name="finance_bankgateway_code")]


@pghistory.track()
class BankAccount(Ruled, Owned, Named):
    """An account of the company at a bank, and the ledger account it is in the books."""

    settled = ("currency", "account")

    class State(models.TextChoices):
        OPEN = "open", _("open")
        CLOSED = "closed", _("closed")

    code = models.CharField(_("code"), max_length=24)
    bank_name = models.CharField(_("bank"), max_length=120)
    bank_code = models.CharField(_("bank's clearing number"), max_length=20, blank=True, default="")
    number = models.CharField(_("account number"), max_length=34)
    holder = models.CharField(_("account holder"), max_length=120)
    currency = master("core.Currency")
    account = master("finance.Account")
    gateway = master("finance.BankGateway", null=True, blank=True)
    owner = master("core.User", null=True, blank=True)
    state = Choice(State, default=State.OPEN)

    class Meta:
        verbose_name = _("bank account")
        verbose_name_plural = _("bank accounts")
        ordering = ["code"]
        permissions = [("show_accounts", _("Show bank account numbers in full"))]
        constraints = [
            models.UniqueConstraint(fields=["company", "code"], name="finance_bankaccount_code"),
            models.UniqueConstraint(fields=["company", "number"], name="finance_bankaccount_number"),
        ]

    @classmethod
    def faults(cls, rows: Sequence[BankAccount]) -> dict[int, dict[str, Any]]:
        """Refuse a ledger account that is kept in another currency than the bank's."""
        found = super().faults(rows)
        for place, row in enumerate(rows):
            kept = row.account.currency_id or row.company.currency_id
            if place not in found and kept != row.currency_id:
                told = _("The ledger account is kept in %(kept)s: choose one that is kept in %(asked)s.")
                found[place] = {"account": told % {"kept": kept, "asked": row.currency_id}}
        return found


@pghistory.track()
class BankMapping(Owned, Named):
    """How the columns of a bank's CSV are named: which column holds what, and how days and amounts are written.

    ``columns`` has a heading for each of ``COLUMNS`` that the bank tells; ``outgoing`` are the words, with commas
    between, by which ``direction`` says that an amount went out.
    """

    COLUMNS: ClassVar[dict[str, Any]] = {
        "day": _("booked on"),
        "reference": _("bank's reference"),
        "amount": _("amount, negative when it goes out"),
        "in": _("money in"),
        "out": _("money out"),
        "direction": _("debit or credit"),
        "outgoing": _("words that say it went out"),
        "balance": _("balance after the line"),
        "counterparty": _("counterparty"),
        "account": _("counterparty's account"),
        "text": _("text"),
        "end_to_end": _("our reference"),
    }

    code = models.CharField(_("code"), max_length=24)
    columns = models.JSONField(_("columns"))
    day_format = models.CharField(_("how days are written"), max_length=24, default="%Y-%m-%d")

    class Meta:
        verbose_name = _("statement mapping")
        verbose_name_plural = _("statement mappings")
        ordering = ["code"]
        constraints = [models.UniqueConstraint(fields=["company", "code"], name="finance_bankmapping_code")]

    @classmethod
    def lacking(cls, columns: Mapping[str, str]) -> str:
        """Answer which column must be named still for a file to be read, nothing if it can be."""
        if "direction" in columns and "outgoing" not in columns:
            return "outgoing"
        moved = ("in", "out") if {"in", "out"} & columns.keys() else ("amount",)
        return next((name for name in ("day", "reference", *moved) if not columns.get(name)), "")


@pghistory.track()
class BankRule(Owned):
    """What a text on a statement means, as somebody said once: lines that hold it are taken for this."""

    pattern = models.CharField(_("text"), max_length=120)
    direction = Choice([("in", _("money in")), ("out", _("money out"))])
    use = Choice([c for c in BankUse.choices if c[0] not in ("payment", "booked")])
    party = master("parties.Party", null=True, blank=True)
    made_by = loose("core.User", null=True)
    state = Choice([("active", _("active")), ("off", _("switched off"))], default="active")

    class Meta:
        verbose_name = _("statement rule")
        verbose_name_plural = _("statement rules")
        ordering = ["pattern"]
        constraints = [
            models.UniqueConstraint(fields=["company", "direction", "pattern"], name="finance_bankrule_pattern"),
            models.CheckConstraint(condition=~Q(pattern=""), name="finance_bankrule_text"),
            models.CheckConstraint(
                condition=~Q(use__in=["refund", "prepaid"]) | Q(direction="out", party__isnull=False),
                name="finance_bankrule_out",
                violation_error_message=_("Money goes out to a party: name it."),
            ),
        ]

    def __str__(self) -> str:
        return self.pattern


class BankStatement(Owned):
    """A statement of an account, kept once: it follows the one before in number and in balance."""

    class Source(models.TextChoices):
        CAMT = "camt", _("camt.053")
        CSV = "csv", _("CSV")

    id = document_id()
    number = models.CharField(_("number"), max_length=24)
    bank_account = master("finance.BankAccount")
    year = models.IntegerField(_("year of the bank's numbers"))
    sequence = models.IntegerField(_("bank's number"))
    source = Choice(Source)
    stated_on = models.DateField(_("stated on"))
    opening = amount_field()
    closing = amount_field()
    lines = models.IntegerField()
    sha256 = models.CharField(max_length=64)
    run = loose("core.Run")

    class Meta:
        verbose_name = _("bank statement")
        verbose_name_plural = _("bank statements")
        permissions = [
            ("record_statements", _("Take in bank statements")),
            ("match_bank_lines", _("Say what lines of bank statements are")),
            ("unmatch_bank_lines", _("Take back what lines of bank statements were said to be")),
        ]
        constraints = [
            models.UniqueConstraint(fields=["company", "number"], name="finance_bankstatement_no"),
            models.UniqueConstraint(
                fields=["company", "bank_account", "year", "sequence"], name="finance_bankstatement_order"
            ),
        ]
        indexes = [models.Index(fields=["company", "sha256"], name="finance_bankstatement_sha")]

    def __str__(self) -> str:
        return self.number


class BankLine(Owned):
    """A line of a statement, in the bank's words; ``use`` and ``document_id`` say what it is once that is known."""

    class State(models.TextChoices):
        OPEN = "open", _("open")
        MATCHED = "matched", _("matched")

    class Way(models.TextChoices):
        REFERENCE = "reference", _("by reference")
        PARTY = "party", _("by amount and party")
        RULE = "rule", _("by rule")
        CODE = "code", _("by the bank's code")
        HAND = "hand", _("by hand")

    id = document_id()
    statement = models.ForeignKey(BankStatement, models.PROTECT, related_name="+", db_index=False)
    bank_account = loose("finance.BankAccount")
    ordinal = models.IntegerField()
    booked_on = models.DateField(_("booked on"))
    amount = amount_field()
    reference = models.CharField(_("bank's reference"), max_length=64)
    end_to_end = models.CharField(_("our reference"), max_length=35, blank=True, db_default="")
    code = models.CharField(max_length=24, blank=True, db_default="")
    counterparty = models.CharField(_("counterparty"), max_length=140, blank=True, db_default="")
    counterparty_account = models.CharField(max_length=34, blank=True, db_default="")
    text = models.CharField(_("text"), max_length=200, blank=True, db_default="")
    state = Choice(State, db_default=State.OPEN.value)
    use = Choice(BankUse, null=True)
    way = Choice(Way, null=True)
    party = loose("parties.Party", null=True)
    document_id = models.BigIntegerField(null=True)
    owner = loose("core.User", null=True)
    note = models.CharField(_("taken back because"), max_length=240, blank=True, db_default="")

    class Meta:
        verbose_name = _("line of a bank statement")
        verbose_name_plural = _("lines of bank statements")
        constraints = [
            models.UniqueConstraint(fields=["company", "statement", "ordinal"], name="finance_bankline_key"),
            models.UniqueConstraint(
                fields=["company", "document_id"], name="finance_bankline_paid_once", condition=Q(use="payment")
            ),
            models.CheckConstraint(condition=~Q(amount=0), name="finance_bankline_amount"),
            models.CheckConstraint(
                condition=Q(state="open", use__isnull=True) | Q(state="matched", use__isnull=False, way__isnull=False),
                name="finance_bankline_matched",
            ),
            models.CheckConstraint(
                condition=~Q(use__in=["receipt", "customer"]) | Q(amount__gt=0), name="finance_bankline_in"
            ),
            models.CheckConstraint(
                condition=~Q(use__in=["refund", "prepaid"]) | Q(amount__lt=0, party__isnull=False),
                name="finance_bankline_out",
            ),
            models.CheckConstraint(
                condition=~Q(use="payment") | Q(amount__lt=0, document_id__isnull=False),
                name="finance_bankline_payment",
            ),
            models.CheckConstraint(
                condition=~Q(use="booked") | Q(document_id__isnull=False), name="finance_bankline_booked"
            ),
        ]
        indexes = [
            models.Index(fields=["company", "id"], name="finance_bankline_open", condition=Q(state="open")),
            models.Index(fields=["company", "bank_account", "booked_on"], name="finance_bankline_day"),
            models.Index(
                fields=["company", "document_id"],
                name="finance_bankline_document",
                condition=Q(document_id__isnull=False),
            ),
        ]


class BankMessage(Owned):
    """A call to a bank's gateway: written with the fact that wants it, made after it, once or as often as it takes.

    The key is the same at every attempt, and so is what is sent.
    """

    class Kind(models.TextChoices):
        PAY = "pay", _("payment file")
        FETCH = "fetch", _("statuses and statements")

    class State(models.TextChoices):
        WAITING = "waiting", _("waiting")
        ANSWERED = "answered", _("answered")
        FAILED = "failed", _("failed")
        WITHDRAWN = "withdrawn", _("withdrawn")

    id = document_id()
    gateway = loose("finance.BankGateway")
    kind = Choice(Kind)
    payment_run = loose("finance.PaymentRun", null=True)
    key = models.UUIDField(db_default=RandomUUID())
    state = Choice(State, db_default=State.WAITING.value)
    attempts = models.PositiveSmallIntegerField(db_default=0)
    made_at = models.DateTimeField(db_default=Now())
    next_try_at = models.DateTimeField(null=True, db_default=Now())
    lease_ends_at = models.DateTimeField(null=True)
    last_tried_at = models.DateTimeField(null=True)
    last_status = models.PositiveSmallIntegerField(null=True)
    fault = models.CharField(max_length=24, blank=True, db_default="")
    answer_sha256 = models.CharField(max_length=64, blank=True, db_default="")

    class Meta:
        verbose_name = _("message to a bank")
        verbose_name_plural = _("messages to banks")
        permissions = [("send_again", _("Send messages to banks again"))]
        constraints = [
            models.UniqueConstraint(fields=["company", "payment_run"], name="finance_bankmessage_once"),
            models.CheckConstraint(
                condition=~Q(state="waiting") | Q(next_try_at__isnull=False), name="finance_bankmessage_next"
            ),
            models.CheckConstraint(
                condition=Q(kind="pay", payment_run__isnull=False) | Q(kind="fetch", payment_run__isnull=True),
                name="finance_bankmessage_kind",
            ),
        ]
        indexes = [
            models.Index(fields=["next_try_at", "id"], name="finance_bankmessage_due", condition=Q(state="waiting"))
        ]


class BankReceived(Owned):
    """What a bank sent, by its number and content: taken in once, however often and in whatever order it comes."""

    id = document_id()
    gateway = loose("finance.BankGateway")
    number = models.BigIntegerField()
    name = models.CharField(max_length=24)
    sha256 = models.CharField(max_length=64)
    state = Choice([("waiting", _("waiting")), ("taken", _("taken in")), ("refused", _("refused"))])
    fault = models.CharField(max_length=200, blank=True, db_default="")
    received_at = models.DateTimeField(db_default=Now())

    class Meta:
        verbose_name = _("message of a bank")
        verbose_name_plural = _("messages of banks")
        constraints = [
            models.UniqueConstraint(fields=["company", "gateway", "number"], name="finance_bankreceived_once"),
        ]


uses("finance.BankAccount", BankStatement, "bank_account")
