"""The books: accounts, vouchers, journal lines and the balances beside them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pghistory
import pgtrigger
from django.apps import apps
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from interlock.core.fields import (
    Choice,
    Ledger,
    Named,
    NextVal,
    Owned,
    amount_field,
    document_id,
    loose,
    master,
    quantity_field,
)
from interlock.core.ruled import Ruled, uses


@pghistory.track()
class Account(Ruled, Owned, Named):
    """An account of a company's chart; its code and names follow the Chinese accounting standards.

    One kept in a currency says in each line what it moves in it; without one it is kept in the books' own.
    """

    settled = ("kind", "currency", "is_group")

    class Kind(models.TextChoices):
        ASSET = "asset", _("asset")
        LIABILITY = "liability", _("liability")
        EQUITY = "equity", _("equity")
        COST = "cost", _("cost")
        INCOME = "income", _("income")
        EXPENSE = "expense", _("expense")

    class State(models.TextChoices):
        OPEN = "open", _("open")
        CLOSED = "closed", _("closed")

    code = models.CharField(_("code"), max_length=20)
    kind = Choice(Kind)
    parent = master("self", null=True, blank=True)
    currency = master("core.Currency", null=True, blank=True)
    is_group = models.BooleanField(_("group of accounts"), default=False)
    state = Choice(State, default=State.OPEN)

    class Meta:
        verbose_name = _("account")
        verbose_name_plural = _("accounts")
        ordering = ["code"]
        constraints = [
            models.UniqueConstraint(fields=["company", "code"], name="finance_account_code"),
        ]

    @classmethod
    def faults(cls, rows: Sequence[Account]) -> dict[int, dict[str, Any]]:
        """Refuse a currency that says nothing, and one where items say theirs."""
        found = super().faults(rows)
        kept = apps.get_model("finance", "ItemAccount").objects
        for place, row in enumerate(rows):
            if row.currency_id is None or place in found:
                continue
            if row.currency_id == row.company.currency_id:
                found[place] = {"currency": _("The books' own currency is not named: leave it empty.")}
            elif not row._state.adding and kept.filter(company_id=row.company_id, account_id=row.pk).exists():
                found[place] = {"currency": _("It keeps open items, which say their currency one by one.")}
        return found


class Voucher(Owned):
    """A voucher: collected from events of one day, unit and kind, or entered by hand; posted ones never change."""

    class State(models.TextChoices):
        COLLECTING = "collecting", _("collecting")
        POSTED = "posted", _("posted")

    class Origin(models.TextChoices):
        AUTOMATIC = "automatic", _("automatic")
        MANUAL = "manual", _("manual")

    id = document_id()
    number = models.CharField(_("number"), max_length=24, null=True)
    origin = Choice(Origin)
    state = Choice(State)
    event_kind = models.CharField(max_length=40, blank=True, default="")
    unit = loose("core.Unit", null=True)
    source_id = models.BigIntegerField(null=True)
    posting_on = models.DateField(_("posting date"))
    amount = amount_field(default=0)
    lines = models.IntegerField(default=0)
    text = models.CharField(_("text"), max_length=200, blank=True, default="")
    run = loose("core.Run")

    class Meta:
        verbose_name = _("voucher")
        verbose_name_plural = _("vouchers")
        permissions = [
            ("post_events", _("Post accounting events")),
            ("post_vouchers", _("Post vouchers by hand")),
            ("seal_vouchers", _("Seal collected vouchers")),
        ]
        constraints = [
            models.UniqueConstraint(fields=["company", "number"], name="finance_voucher_number"),
            models.UniqueConstraint(
                fields=["company", "posting_on", "event_kind", "unit", "source_id"],
                name="finance_voucher_collecting",
                condition=Q(state="collecting"),
                nulls_distinct=False,
            ),
        ]
        indexes = [models.Index(fields=["company", "posting_on", "id"], name="finance_voucher_day")]


class JournalLine(Ledger):
    """A movement of money between two accounts; a manual voucher's line may name one side only.

    With both sides named the line balances by construction; the one-sided lines of a statement must net to
    zero a voucher, which a statement-level trigger proves. A line that posting made of an event line has its id, so
    the way from one to the other needs no column and no index; lines by hand draw theirs from the same sequence.
    """

    id = models.BigIntegerField(primary_key=True, db_default=NextVal("finance_eventline_id_seq"), editable=False)

    voucher = loose("finance.Voucher")
    debit_account = loose("finance.Account", null=True)
    credit_account = loose("finance.Account", null=True)
    amount = amount_field()
    unit = loose("core.Unit", null=True)
    party = loose("parties.Party", null=True)
    item = loose("items.Item", null=True)
    quantity = quantity_field(null=True)
    document_line_id = models.BigIntegerField(null=True)

    class Meta(Ledger.Meta):
        verbose_name = _("journal line")
        verbose_name_plural = _("journal")
        indexes = [models.Index(fields=["company", "voucher"], name="finance_journal_voucher")]
        constraints = [
            models.CheckConstraint(
                condition=Q(debit_account__isnull=False) | Q(credit_account__isnull=False),
                name="finance_journal_side",
            )
        ]
        triggers = [
            *Ledger.Meta.triggers,
            pgtrigger.Trigger(
                name="balanced",
                level=pgtrigger.Statement,
                when=pgtrigger.After,
                operation=pgtrigger.Insert,
                referencing=pgtrigger.Referencing(new="fresh"),  # type: ignore[no-untyped-call]
                declare=[("culprit", "bigint")],
                func="""
                    SELECT voucher_id INTO culprit FROM fresh
                     WHERE debit_account_id IS NULL OR credit_account_id IS NULL
                     GROUP BY voucher_id
                    HAVING sum(CASE WHEN credit_account_id IS NULL THEN amount ELSE -amount END) <> 0
                     LIMIT 1;
                    IF culprit IS NOT NULL THEN
                        RAISE EXCEPTION 'voucher % does not balance', culprit USING ERRCODE = 'check_violation';
                    END IF;
                    RETURN NULL;
                """,
            ),
        ]


class VoucherTotal(models.Model):
    """What a voucher moves on one account; changes in the transaction of its journal lines."""

    company = loose("core.Company")
    voucher = loose("finance.Voucher")
    account = loose("finance.Account")
    debit = amount_field(default=0)
    credit = amount_field(default=0)
    lines = models.IntegerField(default=0)

    class Meta:
        verbose_name = _("voucher total")
        verbose_name_plural = _("voucher totals")
        constraints = [
            models.UniqueConstraint(fields=["company", "voucher", "account"], name="finance_vouchertotal_key"),
        ]
        indexes = [models.Index(fields=["company", "account", "voucher"], name="finance_vouchertotal_account")]


class AccountBalance(models.Model):
    """What an account moved in a month, debit and credit; changes in the transaction of its journal lines."""

    company = loose("core.Company")
    account = loose("finance.Account")
    month = models.DateField()
    debit = amount_field(default=0)
    credit = amount_field(default=0)

    class Meta:
        verbose_name = _("account balance")
        verbose_name_plural = _("account balances")
        constraints = [
            models.UniqueConstraint(fields=["company", "account", "month"], name="finance_balance_key"),
            models.CheckConstraint(condition=Q(month__day=1), name="finance_balance_month"),
        ]


uses("finance.Account", AccountBalance, "account")
uses("core.Company", AccountBalance, "company")
