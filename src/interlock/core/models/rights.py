"""Who may do what: roles in words with their menus, limits of data, conflicting duties, and what was changed of it."""

from __future__ import annotations

import pghistory
from django.contrib.auth.models import Group
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from ..fields import Choice, Ledger, Named, Owned, document_id, line_id, loose, master
from .organisation import User


@pghistory.track()
class Role(Named):
    """What a role is called in both languages, and its menu: page → place, null where it is hidden.

    The permissions are those of the Django group beside it; they count in the companies of its members.
    """

    group = models.OneToOneField(Group, models.CASCADE, primary_key=True, related_name="card")
    menu = models.JSONField(default=dict, blank=True)

    class Meta:
        verbose_name = _("role")
        verbose_name_plural = _("roles")
        permissions = [
            ("keep_roles", _("Change what roles allow")),
            ("keep_people", _("Give and take roles, limit what people see")),
            ("keep_duties", _("Keep the matrix of conflicting duties")),
            ("review_access", _("Review who may do what, and sign it")),
        ]


@pghistory.track()
class DataScope(Owned):
    """What a person, or everybody with a role, sees of a company: nothing outside ``ids`` of this dimension.

    Several rows of a dimension add up; several dimensions must all hold. Whoever has no row sees the whole company.
    """

    class Dimension(models.TextChoices):
        DEPARTMENT = "department", _("department")
        WAREHOUSE = "warehouse", _("warehouse")
        SHOP = "shop", _("shop")
        OWN = "own", _("own customers")
        PARTY = "party", _("party")

    user = models.ForeignKey(User, models.CASCADE, null=True, blank=True, related_name="+", db_index=False)
    role = models.ForeignKey(Group, models.CASCADE, null=True, blank=True, related_name="+", db_index=False)
    dimension = Choice(Dimension)
    ids = ArrayField(models.BigIntegerField(), default=list, blank=True)

    class Meta:
        verbose_name = _("limit of data")
        verbose_name_plural = _("limits of data")
        constraints = [
            models.UniqueConstraint(
                fields=["company", "user", "role", "dimension"], name="core_datascope_once", nulls_distinct=False
            ),
            models.CheckConstraint(
                condition=Q(user__isnull=False, role__isnull=True) | Q(user__isnull=True, role__isnull=False),
                name="core_datascope_whose",
            ),
        ]


@pghistory.track()
class DutyConflict(Named):
    """Two permissions that one person should not hold in one company: refused, or allowed with a named reason."""

    class Severity(models.TextChoices):
        REFUSED = "refused", _("refused")
        REASON = "reason", _("with a named reason")

    first = models.CharField(max_length=120)
    second = models.CharField(max_length=120)
    severity = Choice(Severity, default=Severity.REASON)

    class Meta:
        verbose_name = _("conflict of duties")
        verbose_name_plural = _("conflicts of duties")
        constraints = [
            models.UniqueConstraint(fields=["first", "second"], name="core_dutyconflict_once"),
            models.CheckConstraint(condition=Q(first__lt=models.F("second")), name="core_dutyconflict_order"),
        ]


@pghistory.track()
class DutyException(Owned):
    """Why a person holds both sides of a conflict nevertheless, and until when."""

    user = models.ForeignKey(User, models.CASCADE, related_name="+", db_index=False)
    conflict = master("core.DutyConflict")
    reason = models.CharField(max_length=240)
    valid_to = models.DateField()

    class Meta:
        verbose_name = _("explained conflict")
        verbose_name_plural = _("explained conflicts")
        constraints = [
            models.UniqueConstraint(fields=["company", "user", "conflict"], name="core_dutyexception_once"),
            models.CheckConstraint(condition=~Q(reason=""), name="core_dutyexception_reason"),
        ]


class RightsChange(Ledger):
    """One change of what a person or a role may do, or of the matrix of duties: who, when, what it was and what it is.

    What is changed by an operation names its run; the matrix is a master and has none.
    """

    class Subject(models.TextChoices):
        PERSON = "person", _("person")
        ROLE = "role", _("role")
        MATRIX = "matrix", _("matrix of duties")

    run = loose("core.Run", null=True)
    actor = loose("core.User", null=True)
    changed_at = models.DateTimeField(db_default=Now())
    subject = Choice(Subject)
    subject_id = models.BigIntegerField()
    what = models.CharField(max_length=24)
    before = models.JSONField(default=dict)
    after = models.JSONField(default=dict)

    class Meta(Ledger.Meta):
        verbose_name = _("change of rights")
        verbose_name_plural = _("changes of rights")
        indexes = [models.Index(fields=["company", "subject", "subject_id", "-id"], name="core_rightschange_of")]


class AccessReview(Owned):
    """A manager's look at everybody's roles in a company on one day; signed once every line is decided."""

    class State(models.TextChoices):
        OPEN = "open", _("open")
        SIGNED = "signed", _("signed")

    id = document_id()
    number = models.CharField(max_length=24)
    state = Choice(State, default=State.OPEN)
    rights_on = models.DateField()
    due_on = models.DateField()
    starter = loose("core.User", null=True)
    signer = loose("core.User", null=True)
    signed_at = models.DateTimeField(null=True)
    content = models.BinaryField(null=True)

    class Meta:
        verbose_name = _("access review")
        verbose_name_plural = _("access reviews")
        constraints = [
            models.UniqueConstraint(fields=["company", "number"], name="core_accessreview_number"),
            models.UniqueConstraint(fields=["company"], name="core_accessreview_one_open", condition=Q(state="open")),
            models.CheckConstraint(
                condition=Q(state="open", signed_at__isnull=True, content__isnull=True)
                | Q(state="signed", signed_at__isnull=False, content__isnull=False),
                name="core_accessreview_signed",
            ),
        ]


class AccessReviewLine(Owned):
    """A person's role in a review: kept or taken away, with a comment."""

    class Decision(models.TextChoices):
        OPEN = "open", _("not decided")
        KEEP = "keep", _("keep")
        TAKE = "take", _("take away")

    id = line_id()
    review = models.ForeignKey(AccessReview, models.PROTECT, related_name="lines", db_index=False)
    user = loose("core.User")
    role = loose("auth.Group")
    membership_id = models.BigIntegerField()
    decision = Choice(Decision, default=Decision.OPEN)
    comment = models.CharField(max_length=240, blank=True, default="")

    class Meta:
        verbose_name = _("line of an access review")
        verbose_name_plural = _("lines of access reviews")
        constraints = [
            models.UniqueConstraint(fields=["company", "review", "user", "role"], name="core_accessreviewline_once")
        ]
