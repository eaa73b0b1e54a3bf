"""Approvals as data: routes with their nodes, what was asked for, persons' tasks and answers, their deputies."""

from __future__ import annotations

import pghistory
from django.contrib.auth.models import Group
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from ..fields import Choice, Ledger, Named, Owned, amount_field, document_id, loose, master
from .organisation import User


@pghistory.track()
class ApprovalRoute(Named):
    """Which documents of a kind need an approval, and by when: of one company, or of all when it names none.

    A document takes the valid route of the smallest ``rank`` whose conditions it meets; a company's own goes before
    the group's. A condition on a figure that the document does not have is not met.
    """

    company = master("core.Company", null=True, blank=True)
    code = models.CharField(_("code"), max_length=24)
    kind = models.CharField(_("kind of approval"), max_length=40)
    rank = models.PositiveSmallIntegerField(_("order of precedence"), default=10)
    amount_from = amount_field(verbose_name=_("amount from"), null=True, blank=True)
    amount_to = amount_field(verbose_name=_("amount below"), null=True, blank=True)
    margin_below_pct = models.DecimalField(_("margin below, %"), max_digits=6, decimal_places=2, null=True, blank=True)
    reasons = ArrayField(models.CharField(max_length=40), verbose_name=_("reasons"), default=list, blank=True)
    reminder_hours = models.PositiveSmallIntegerField(_("hours until the reminder"), null=True, blank=True)
    deadline_hours = models.PositiveSmallIntegerField(_("hours until it is late"), null=True, blank=True)
    own_allowed = models.BooleanField(_("whoever asks may approve"), default=False)
    valid_from = models.DateField(_("valid from"))
    valid_to = models.DateField(_("no longer valid from"), null=True, blank=True)
    version = models.IntegerField(_("version"), default=1, editable=False)

    class Meta:
        verbose_name = _("approval route")
        verbose_name_plural = _("approval routes")
        ordering = ["kind", "rank", "code"]
        constraints = [
            models.UniqueConstraint(fields=["company", "code"], name="core_approvalroute_code", nulls_distinct=False),
            models.CheckConstraint(condition=Q(amount_to__gt=F("amount_from")), name="core_approvalroute_amounts"),
            models.CheckConstraint(condition=Q(valid_to__gt=F("valid_from")), name="core_approvalroute_valid"),
        ]


@pghistory.track()
class ApprovalNode(Named):
    """One stop of a route: a person, or whoever has a role in the document's company.

    Nodes of one ``sequence`` stand side by side and all are needed; the next ones wait for them. ``mode`` says whether
    any or all of a role's persons must approve. Below ``amount_from`` a node is left out; with ``skip_own`` also where
    nobody but whoever asks could answer it.
    """

    class Mode(models.TextChoices):
        ANY = "any", _("one of them")
        ALL = "all", _("all of them")

    route = models.ForeignKey(ApprovalRoute, models.CASCADE, related_name="nodes")
    sequence = models.PositiveSmallIntegerField(_("step"), default=1)
    mode = Choice(Mode, default=Mode.ANY, verbose_name=_("who must approve"))
    role = models.ForeignKey(Group, models.PROTECT, related_name="+", null=True, blank=True)
    user = models.ForeignKey(User, models.PROTECT, related_name="+", null=True, blank=True)
    amount_from = amount_field(verbose_name=_("only from this amount"), null=True, blank=True)
    skip_own = models.BooleanField(_("left out where only the asker could answer"), default=False)

    class Meta:
        verbose_name = _("approval node")
        verbose_name_plural = _("approval nodes")
        ordering = ["sequence", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(role__isnull=True, user__isnull=False) | Q(role__isnull=False, user__isnull=True),
                name="core_approvalnode_who",
            ),
        ]


class ApprovalRequest(Owned):
    """A document's way through a route, with its figures as they were when it was asked for.

    Once the document's ``document_version``, amount or reasons are others, nobody can approve it any more.
    """

    class State(models.TextChoices):
        WAITING = "waiting", _("waiting")
        APPROVED = "approved", _("approved")
        REJECTED = "rejected", _("rejected")
        SENT_BACK = "sent_back", _("sent back")
        WITHDRAWN = "withdrawn", _("withdrawn")

    id = document_id()
    kind = models.CharField(max_length=40)
    document_id = models.BigIntegerField()
    document_version = models.IntegerField()
    number = models.CharField(_("number"), max_length=40)
    reason = models.CharField(_("reason"), max_length=240)
    amount = amount_field()
    margin_pct = models.DecimalField(max_digits=9, decimal_places=2, null=True)
    reasons = ArrayField(models.CharField(max_length=40), default=list)
    state = Choice(State, db_default=State.WAITING.value)
    requester = loose("core.User", null=True)
    route = loose("core.ApprovalRoute")
    route_version = models.IntegerField()
    reminder_hours = models.PositiveSmallIntegerField(null=True)
    deadline_hours = models.PositiveSmallIntegerField(null=True)
    own_allowed = models.BooleanField(db_default=False)
    asked_at = models.DateTimeField(db_default=Now())
    ended_at = models.DateTimeField(null=True)
    run = loose("core.Run")

    class Meta:
        verbose_name = _("approval")
        verbose_name_plural = _("approvals")
        permissions = [
            ("ask_approvals", _("Ask for approvals and take them back")),
            ("answer_approvals", _("Approve, reject and send back what is asked for")),
            ("delegate_approvals", _("Hand one's approvals over for a time")),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["company", "kind", "document_id"],
                name="core_approvalrequest_open",
                condition=Q(state="waiting"),
            ),
            models.CheckConstraint(
                condition=Q(state="waiting", ended_at__isnull=True) | ~Q(state="waiting") & Q(ended_at__isnull=False),
                name="core_approvalrequest_ended",
            ),
        ]
        indexes = [
            models.Index(fields=["company", "document_id"], name="core_approvalrequest_document"),
            models.Index(fields=["company", "requester", "-id"], name="core_approvalrequest_asked"),
        ]


class ApprovalStep(Owned):
    """A node as it was when the approval was asked for."""

    class State(models.TextChoices):
        AHEAD = "ahead", _("to come")
        OPEN = "open", _("open")
        APPROVED = "approved", _("approved")
        ENDED = "ended", _("ended")

    id = models.BigAutoField(primary_key=True)
    request = models.ForeignKey(ApprovalRequest, models.PROTECT, related_name="steps", db_index=False)
    node = loose("core.ApprovalNode")
    sequence = models.PositiveSmallIntegerField()
    mode = Choice(ApprovalNode.Mode)
    name_en = models.CharField(max_length=120)
    name_zh = models.CharField(max_length=120)
    state = Choice(State, db_default=State.AHEAD.value)
    opened_at = models.DateTimeField(null=True)
    remind_at = models.DateTimeField(null=True)
    due_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("approval step")
        verbose_name_plural = _("approval steps")
        constraints = [
            models.UniqueConstraint(fields=["company", "request", "node"], name="core_approvalstep_once"),
        ]
        indexes = [
            models.Index(fields=["company", "due_at"], name="core_approvalstep_due", condition=Q(state="open")),
        ]


class ApprovalTask(Owned):
    """What one person is asked at one step."""

    class State(models.TextChoices):
        AHEAD = "ahead", _("to come")
        OPEN = "open", _("open")
        ANSWERED = "answered", _("answered")
        ENDED = "ended", _("ended")

    id = document_id()
    request = models.ForeignKey(ApprovalRequest, models.PROTECT, related_name="tasks", db_index=False)
    step = models.ForeignKey(ApprovalStep, models.PROTECT, related_name="tasks", db_index=False)
    user = loose("core.User")
    state = Choice(State, db_default=State.AHEAD.value)

    class Meta:
        verbose_name = _("approval task")
        verbose_name_plural = _("approval tasks")
        constraints = [
            models.UniqueConstraint(fields=["company", "request", "step", "user"], name="core_approvaltask_once"),
        ]
        indexes = [
            models.Index(
                fields=["company", "user", "-request"], name="core_approvaltask_mine", condition=Q(state="open")
            ),
        ]


class ApprovalAnswer(Ledger):
    """What somebody said to a request: never changed. ``for_user`` is whom they stood in for, if anybody."""

    class Answer(models.TextChoices):
        APPROVED = "approved", _("approved")
        REJECTED = "rejected", _("rejected")
        SENT_BACK = "sent_back", _("sent back")
        WITHDRAWN = "withdrawn", _("withdrawn")

    request = loose("core.ApprovalRequest")
    step = loose("core.ApprovalStep", null=True)
    task = loose("core.ApprovalTask", null=True)
    answer = Choice(Answer)
    user = loose("core.User", null=True)
    for_user = loose("core.User", null=True)
    comment = models.CharField(max_length=240, blank=True)
    answered_at = models.DateTimeField(db_default=Now())
    run = loose("core.Run")

    class Meta(Ledger.Meta):
        verbose_name = _("answer to an approval")
        verbose_name_plural = _("answers to approvals")
        indexes = [
            models.Index(fields=["company", "request"], name="core_approvalanswer_request"),
            models.Index(fields=["company", "user", "-request"], name="core_approvalanswer_by"),
        ]


class ApprovalDelegation(Owned):
    """Who answers in a person's place for some days; ``ended_at`` when it was taken back before they were over."""

    id = document_id()
    user = loose("core.User")
    deputy = loose("core.User")
    valid_from = models.DateField(_("valid from"))
    valid_to = models.DateField(_("no longer valid from"))
    made_at = models.DateTimeField(db_default=Now())
    ended_at = models.DateTimeField(null=True)
    run = loose("core.Run")

    class Meta:
        verbose_name = _("delegation of approvals")
        verbose_name_plural = _("delegations of approvals")
        constraints = [
            models.CheckConstraint(condition=Q(valid_to__gt=F("valid_from")), name="core_approvaldelegation_days"),
            models.CheckConstraint(condition=~Q(deputy=F("user")), name="core_approvaldelegation_another"),
        ]
        indexes = [
            models.Index(
                fields=["company", "deputy"], name="core_approvaldelegation_of", condition=Q(ended_at__isnull=True)
            ),
            models.Index(
                fields=["company", "user"], name="core_approvaldelegation_by", condition=Q(ended_at__isnull=True)
            ),
        ]
