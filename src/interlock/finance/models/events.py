"""Accounting events: the money side of a fact, and the rules that turn them into journal lines."""

from __future__ import annotations

import pghistory
import pgtrigger
from django.contrib.postgres.indexes import BrinIndex
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from interlock.core.fields import Choice, Ledger, Owned, amount_field, document_id, loose, master, quantity_field


class Event(Ledger):
    """The money side of one fact about one document; written in the fact's transaction.

    Only ``posting_on`` of what is not in the journal yet may change, and only to a later day: an event that finds
    every month closed waits for the next one that opens.
    """

    id = document_id()
    kind = models.CharField(max_length=40)
    document_id = models.BigIntegerField()
    unit = loose("core.Unit", null=True)
    party = loose("parties.Party", null=True)
    fact_on = models.DateField()
    posting_on = models.DateField()
    run = loose("core.Run")

    class Meta(Ledger.Meta):
        verbose_name = _("accounting event")
        verbose_name_plural = _("accounting events")
        indexes = [
            models.Index(fields=["company", "document_id"], name="finance_event_document"),
            BrinIndex(fields=["fact_on", "posting_on"], name="finance_event_day", pages_per_range=16),
        ]
        triggers = [
            pgtrigger.Trigger(
                name="append_only",
                level=pgtrigger.Row,
                when=pgtrigger.Before,
                operation=pgtrigger.Update | pgtrigger.Delete,
                func="""
                    IF TG_OP = 'UPDATE' THEN
                        IF to_jsonb(OLD) - 'posting_on' = to_jsonb(NEW) - 'posting_on'
                           AND NEW.posting_on > OLD.posting_on
                           AND EXISTS (SELECT FROM finance_eventpending WHERE event_id = OLD.id) THEN
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                """,
            ),
        ]


class EventLine(Ledger):
    """One amount of an event: a component (net, vat, cost …) of one document line."""

    event = loose("finance.Event")
    component = models.CharField(max_length=40)
    line_id = models.BigIntegerField()
    item = loose("items.Item", null=True)
    quantity = quantity_field(null=True)
    amount = amount_field()

    class Meta(Ledger.Meta):
        verbose_name = _("event line")
        verbose_name_plural = _("event lines")
        indexes = [models.Index(fields=["company", "event"], name="finance_eventline_event")]


class Reversal(Ledger):
    """An event line that takes back an earlier one, whose accounts it goes to the other way round.

    Its id is the reversing event line's; only what is taken back has a row.
    """

    id = models.BigIntegerField(primary_key=True, editable=False)
    event = loose("finance.Event")
    reversed_id = models.BigIntegerField()

    class Meta(Ledger.Meta):
        verbose_name = _("reversal")
        verbose_name_plural = _("reversals")
        indexes = [
            models.Index(fields=["company", "event"], name="finance_reversal_event"),
            # Few rows: what of a revenue line came back is asked when it is invoiced.
            models.Index(fields=["company", "reversed_id"], name="finance_reversal_reversed"),
        ]


class EventCurrency(Ledger):
    """What an event line is in another currency than the books', with the line's sign; its id is the event line's.

    Only what was agreed or moved in another currency has a row: an account kept in that currency takes it from here.
    """

    id = models.BigIntegerField(primary_key=True, editable=False)
    event = loose("finance.Event")
    currency = models.CharField(max_length=3)
    amount = amount_field()

    class Meta(Ledger.Meta):
        verbose_name = _("event line in another currency")
        verbose_name_plural = _("event lines in other currencies")
        indexes = [models.Index(fields=["company", "event"], name="finance_eventcurrency_event")]


class EventPending(models.Model):
    """An event not in the journal yet; ``code`` says why when posting was tried and refused."""

    event = models.BigIntegerField(primary_key=True, db_column="event_id")
    company = loose("core.Company")
    code = models.CharField(max_length=24, blank=True, db_default="")
    detail = models.JSONField(null=True)

    class Meta:
        verbose_name = _("pending event")
        verbose_name_plural = _("pending events")


@pghistory.track()
class PostingRule(Owned):
    """Where the amount of an event's component goes; the more specific rule wins, then the latest.

    Precedence: party group, item category, tax class, in this order; an empty column matches all. A rule that has
    posted is never changed but ended, and another takes its place: what it posted stays explained.
    """

    class Grouping(models.TextChoices):
        DAY_AND_UNIT = "day_unit", _("one voucher a day and unit")
        DOCUMENT = "document", _("one voucher a document")

    event_kind = models.CharField(_("event"), max_length=40)
    component = models.CharField(_("component"), max_length=40)
    party_group = master("parties.PartyGroup", null=True, blank=True)
    item_category = master("items.Category", null=True, blank=True)
    tax_class = master("items.TaxClass", null=True, blank=True)
    valid_from = models.DateField(_("valid from"))
    valid_to = models.DateField(_("no longer valid from"), null=True, blank=True)
    debit_account = master("finance.Account")
    credit_account = master("finance.Account")
    carry_party = models.BooleanField(_("carry the party"), default=True)
    carry_item = models.BooleanField(_("carry the item"), default=True)
    grouping = Choice(Grouping, default=Grouping.DAY_AND_UNIT)

    class Meta:
        verbose_name = _("posting rule")
        verbose_name_plural = _("posting rules")
        ordering = ["event_kind", "component", "-valid_from"]
        permissions = [("keep_rules", _("Keep posting rules"))]
        constraints = [
            models.CheckConstraint(condition=~Q(debit_account=models.F("credit_account")), name="finance_rule_sides"),
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True) | Q(valid_to__gte=models.F("valid_from")), name="finance_rule_ends"
            ),
        ]
        triggers = [
            pgtrigger.Trigger(
                name="used_stays",
                level=pgtrigger.Row,
                when=pgtrigger.Before,
                operation=pgtrigger.Update | pgtrigger.Delete,
                declare=[("since", "date")],
                func="""
                    IF TG_OP = 'UPDATE' AND to_jsonb(OLD) - 'valid_to' = to_jsonb(NEW) - 'valid_to' THEN
                        IF NEW.valid_to IS NULL OR NEW.valid_to >= OLD.valid_to THEN
                            RETURN NEW;
                        END IF;
                        since := NEW.valid_to;
                    ELSE
                        since := OLD.valid_from;
                    END IF;
                    IF finance_rule_used(OLD.company_id, OLD.event_kind::text, OLD.component::text,
                                         OLD.debit_account_id, OLD.credit_account_id, since) IS NOT NULL THEN
                        RAISE EXCEPTION 'posting rule % has posted since %', OLD.id, since
                              USING ERRCODE = 'check_violation';
                    END IF;
                    IF TG_OP = 'DELETE' THEN
                        RETURN OLD;
                    END IF;
                    RETURN NEW;
                """,
            ),
        ]

    def __str__(self) -> str:
        return f"{self.event_kind} · {self.component}"
