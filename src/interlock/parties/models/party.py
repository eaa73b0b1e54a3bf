"""Parties: whoever we deal with, once, in as many roles as they play."""

from __future__ import annotations

import pghistory
from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import models
from django.db.models import F, Func, Q
from django.db.models.functions import Lower, Upper
from django.utils.translation import gettext_lazy as _

from interlock.core.fields import Choice, Named, Owned, master


class UsccValid(Func):
    """The database's own check of a unified social credit code (GB 32100-2015); see ``parties/uscc.py``."""

    function = "parties_uscc_valid"
    output_field = models.BooleanField()


@pghistory.track()
class PartyGroup(Named):
    """A group of parties that rules speak of: posting rules, prices, credit."""

    code = models.CharField(max_length=24, unique=True)

    class Meta:
        verbose_name = _("party group")
        verbose_name_plural = _("party groups")
        ordering = ["code"]


@pghistory.track()
class Party(models.Model):
    """A company or person; domestic companies are one by credit code, foreign ones by the five-part key."""

    class Kind(models.TextChoices):
        COMPANY = "company", _("company")
        PERSON = "person", _("person")

    class State(models.TextChoices):
        ACTIVE = "active", _("active")
        BLOCKED = "blocked", _("blocked")

    code = models.CharField(_("code"), max_length=24, unique=True)
    name = models.CharField(_("name"), max_length=160)
    kind = Choice(Kind, default=Kind.COMPANY)
    country = models.CharField(_("country"), max_length=2, default="CN")
    uscc = models.CharField(_("unified social credit code"), max_length=18, blank=True, default="")
    postcode = models.CharField(_("postcode"), max_length=16, blank=True, default="")
    email = models.EmailField(_("e-mail"), blank=True, default="")
    phone = models.CharField(_("phone"), max_length=32, blank=True, default="")
    group = master("parties.PartyGroup", null=True, blank=True)
    state = Choice(State, default=State.ACTIVE)

    class Meta:
        verbose_name = _("party")
        verbose_name_plural = _("parties")
        ordering = ["code"]
        constraints = [
            models.UniqueConstraint(
                "uscc",
                name="parties_party_uscc",
                condition=Q(country="CN") & ~Q(uscc=""),
                violation_error_message=_("Another domestic company has this unified social credit code."),
            ),
            models.UniqueConstraint(
                Lower("name"),
                "country",
                Upper("postcode"),
                Lower("email"),
                "phone",
                name="parties_party_foreign",
                condition=~Q(country="CN"),
                violation_error_message=_("Another foreign party has this name, country, postcode, e-mail and phone."),
            ),
            models.CheckConstraint(
                condition=~Q(country="CN", kind="company") | Q(UsccValid(F("uscc"))),
                name="parties_party_uscc_valid",
                violation_error_message=_("A domestic company needs a valid unified social credit code."),
            ),
            # Both keys hang on it: "cn" would be a foreign country without a credit code.
            models.CheckConstraint(
                condition=Q(country__regex="^[A-Z]{2}$"),
                name="parties_party_country",
                violation_error_message=_("A country is two capital letters after ISO 3166, as CN or US."),
            ),
        ]
        indexes = [GinIndex(OpClass(Lower("name"), name="gin_trgm_ops"), name="parties_party_name")]

    def __str__(self) -> str:
        return f"{self.code} {self.name}"


@pghistory.track()
class PartyRole(models.Model):
    """A role a party plays for the group: customer, supplier, forwarder, platform."""

    class Role(models.TextChoices):
        CUSTOMER = "customer", _("customer")
        SUPPLIER = "supplier", _("supplier")
        FORWARDER = "forwarder", _("forwarder")
        EMPLOYEE = "employee", _("employee")

    party = models.ForeignKey(Party, models.CASCADE, related_name="roles")
    role = Choice(Role)

    class Meta:
        verbose_name = _("party role")
        verbose_name_plural = _("party roles")
        constraints = [
            models.UniqueConstraint(fields=["party", "role"], name="parties_partyrole_once"),
        ]

    def __str__(self) -> str:
        return f"{self.party} · {self.get_role_display()}"


@pghistory.track()
class Address(models.Model):
    """An address of a party."""

    party = models.ForeignKey(Party, models.CASCADE, related_name="addresses")
    contact = models.CharField(_("contact"), max_length=80, blank=True)
    phone = models.CharField(_("phone"), max_length=32, blank=True)
    province = models.CharField(_("province"), max_length=40, blank=True)
    city = models.CharField(_("city"), max_length=40, blank=True)
    district = models.CharField(_("district"), max_length=40, blank=True)
    street = models.CharField(_("street"), max_length=200)
    postcode = models.CharField(_("postcode"), max_length=16, blank=True)

    class Meta:
        verbose_name = _("address")
        verbose_name_plural = _("addresses")

    def __str__(self) -> str:
        return " ".join(part for part in (self.province, self.city, self.district, self.street) if part)


@pghistory.track()
class Account(Owned):
    """What one company has agreed with a party: whether it may still be sold to."""

    class Credit(models.TextChoices):
        OPEN = "open", _("open")
        STOPPED = "stopped", _("stopped")

    party = models.ForeignKey(Party, models.CASCADE, related_name="accounts")
    credit = Choice(Credit, default=Credit.OPEN)

    class Meta:
        verbose_name = _("party account")
        verbose_name_plural = _("party accounts")
        constraints = [
            models.UniqueConstraint(fields=["company", "party"], name="parties_account_once"),
        ]

    def __str__(self) -> str:
        return f"{self.company} · {self.party}"
