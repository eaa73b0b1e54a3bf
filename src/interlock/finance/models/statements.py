"""Statements of account: what was written to a party, and what the party answered."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from interlock.core.fields import Choice, Owned, amount_field, document_id, loose


class AccountStatement(Owned):
    """What stood between a company and a party on a day, as it was written down, and whether the party agrees.

    Debit positive: what the party owes. ``stated_amount`` is the balance by the party's own books.
    """

    class State(models.TextChoices):
        DRAFT = "draft", _("to send")
        SENT = "sent", _("sent")
        AGREED = "agreed", _("agreed")
        DIFFERS = "differs", _("differs")
        CLEARED = "cleared", _("cleared up")

    id = document_id()
    number = models.CharField(_("number"), max_length=24)
    party = loose("parties.Party")
    first_on = models.DateField(_("from"))
    last_on = models.DateField(_("until"))
    opening = amount_field()
    closing = amount_field()
    state = Choice(State, db_default=State.DRAFT.value)
    sent_on = models.DateField(_("sent on"), null=True)
    stated_amount = amount_field(null=True, verbose_name=_("balance by the party"))
    answered_on = models.DateField(_("answered on"), null=True)
    answer = models.CharField(_("what the party says"), max_length=240, blank=True, db_default="")
    cleared_because = models.CharField(_("cleared up by"), max_length=240, blank=True, db_default="")
    owner = loose("core.User", null=True)
    run = loose("core.Run")

    class Meta:
        verbose_name = _("statement of account")
        verbose_name_plural = _("statements of account")
        permissions = [("state_accounts", _("Write statements of account and keep what parties answer"))]
        constraints = [
            models.UniqueConstraint(fields=["company", "number"], name="finance_accountstatement_number"),
            models.UniqueConstraint(fields=["company", "party", "last_on"], name="finance_accountstatement_once"),
            models.CheckConstraint(condition=Q(first_on__lte=F("last_on")), name="finance_accountstatement_days"),
            models.CheckConstraint(
                condition=Q(state="draft", sent_on__isnull=True) | ~Q(state="draft") & Q(sent_on__isnull=False),
                name="finance_accountstatement_sent",
            ),
            models.CheckConstraint(
                condition=Q(state__in=["draft", "sent"], stated_amount__isnull=True, answered_on__isnull=True)
                | Q(state="agreed", stated_amount=F("closing"), answered_on__isnull=False)
                | Q(state__in=["differs", "cleared"], answered_on__isnull=False) & ~Q(stated_amount=F("closing")),
                name="finance_accountstatement_answer",
            ),
            models.CheckConstraint(
                condition=Q(state="cleared") & ~Q(cleared_because="") | ~Q(state="cleared") & Q(cleared_because=""),
                name="finance_accountstatement_cleared",
            ),
        ]
        indexes = [
            models.Index(fields=["company", "state", "id"], name="finance_accountstatement_state"),
            models.Index(fields=["company", "party", "id"], name="finance_accountstatement_party"),
        ]

    def __str__(self) -> str:
        return self.number
