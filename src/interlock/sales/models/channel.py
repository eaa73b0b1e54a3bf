"""Where orders come from and how they are judged and sourced: channels, shops, listings, checks, routes."""

from __future__ import annotations

from collections.abc import Collection

import pghistory
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from interlock.core.fields import Choice, Named, Owned, master

from ..review_parameters import faults_of


@pghistory.track()
class Channel(Owned, Named):
    """A way of selling that shares its review checks and its sourcing: a platform, a wholesale site."""

    code = models.CharField(_("code"), max_length=24)

    class Meta:
        verbose_name = _("channel")
        verbose_name_plural = _("channels")
        ordering = ["code"]
        constraints = [models.UniqueConstraint(fields=["company", "code"], name="sales_channel_code")]


@pghistory.track()
class Shop(Owned, Named):
    """A web shop: its settlement customer, price list, split policy, who answers for it, and whether it may sell."""

    class State(models.TextChoices):
        ACTIVE = "active", _("active")
        BLOCKED = "blocked", _("blocked")

    class Split(models.TextChoices):
        NEVER = "never", _("one warehouse or wait")
        BY_WAREHOUSE = "by_warehouse", _("split by warehouse")
        WAIT_FOR_ALL = "wait_for_all", _("split by warehouse, wait for all lines")
        BY_LINE = "by_line", _("send the lines that are there, the rest follows")

    code = models.CharField(_("code"), max_length=24)
    channel = master("sales.Channel")
    unit = master("core.Unit")
    customer = master("parties.Party")
    price_list = master("items.PriceList")
    split = Choice(Split, default=Split.NEVER)
    owner = models.ForeignKey(
        "core.User", models.PROTECT, null=True, blank=True, verbose_name=_("owner"), related_name="+"
    )
    merge_minutes = models.PositiveSmallIntegerField(
        _("merge orders within minutes"), default=0, help_text=_("0: every order leaves on its own")
    )
    install_within_days = models.PositiveSmallIntegerField(_("installed within days of shipment"), default=14)
    state = Choice(State, default=State.ACTIVE)

    class Meta:
        verbose_name = _("shop")
        verbose_name_plural = _("shops")
        ordering = ["code"]
        constraints = [
            models.UniqueConstraint(fields=["company", "code"], name="sales_shop_code"),
        ]


@pghistory.track()
class Listing(Owned):
    """What a shop may sell, and under which of its own codes."""

    class State(models.TextChoices):
        ACTIVE = "active", _("active")
        BLOCKED = "blocked", _("blocked")

    shop = models.ForeignKey(Shop, models.PROTECT, related_name="listings", db_index=False)
    sku = models.CharField(_("shop's code"), max_length=40)
    item = master("items.Item", db_index=True)
    gift_allowed = models.BooleanField(_("may be a gift"), default=False)
    state = Choice(State, default=State.ACTIVE)

    class Meta:
        verbose_name = _("listing")
        verbose_name_plural = _("listings")
        constraints = [
            models.UniqueConstraint(fields=["company", "shop", "sku"], name="sales_listing_sku"),
        ]


class Check(models.TextChoices):
    """The eight checks of an order's review (F-064)."""

    AUTHORISATION = "authorisation", _("sales authorisation")
    COMPLETENESS = "completeness", _("completeness")
    PRICE = "price", _("price")
    CREDIT = "credit", _("credit")
    PAYMENT = "payment", _("payment term")
    GIFT = "gift", _("gifts and coupons")
    SOURCE = "source", _("stock source")
    WAREHOUSE = "warehouse", _("warehouse assignment")


@pghistory.track()
class ReviewCheck(Owned):
    """One check as a channel wants it: on or off, with its parameters, and whether a person may release its holds.

    Parameters, all optional: completeness ``require`` (of buyer, phone, address, district) and ``phone_pattern``;
    price ``above_list_pct`` and ``below_floor_pct`` (percent allowed); payment ``tolerance`` (amount); gift
    ``tolerance`` and ``gifts`` (listed, due). They are judged with the fields, so by every door.
    """

    channel = models.ForeignKey(Channel, models.CASCADE, related_name="checks", db_index=False)
    check_code = Choice(Check)
    enabled = models.BooleanField(_("on"), default=True)
    releasable = models.BooleanField(_("may be released"), default=True)
    parameters = models.JSONField(_("parameters"), default=dict, blank=True)

    class Meta:
        verbose_name = _("review check")
        verbose_name_plural = _("review checks")
        constraints = [
            models.UniqueConstraint(fields=["company", "channel", "check_code"], name="sales_reviewcheck_once"),
        ]

    def clean_fields(self, exclude: Collection[str] | None = None) -> None:
        super().clean_fields(exclude)
        if "parameters" not in (exclude or ()) and (faults := faults_of(self.check_code, self.parameters)):
            raise ValidationError({"parameters": faults})


@pghistory.track()
class Route(Owned):
    """Which warehouses serve a province for a channel, best first; no channel or province means any."""

    channel = master("sales.Channel", null=True, blank=True)
    province = models.CharField(_("province"), max_length=40, blank=True, default="")
    warehouse = master("stock.Warehouse")
    rank = models.PositiveSmallIntegerField(_("rank"), default=1)

    class Meta:
        verbose_name = _("sourcing route")
        verbose_name_plural = _("sourcing routes")
        ordering = ["province", "rank"]
        constraints = [
            models.UniqueConstraint(
                fields=["company", "channel", "province", "warehouse"], name="sales_route_once", nulls_distinct=False
            ),
            models.CheckConstraint(condition=Q(rank__gte=1), name="sales_route_rank"),
        ]
