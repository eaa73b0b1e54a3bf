"""Promotions and coupons as data, and the ledgers of what they gave."""

from __future__ import annotations

import pghistory
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from interlock.core.fields import Choice, Ledger, Named, Owned, amount_field, loose, master, quantity_field


class PromotionKind(models.TextChoices):
    """What a promotion does; which of its parameters count is said by ``PARAMETERS``."""

    PERCENTAGE = "percentage", _("percentage off")
    AMOUNT = "amount", _("amount off each piece")
    THRESHOLD = "threshold", _("amount off from a threshold")
    TIERED = "tiered", _("tiers")
    BUNDLE = "bundle", _("bundle")
    BUY_N_GET_M = "buy_n_get_m", _("buy n, get m free")
    GIFT = "gift", _("gift")


@pghistory.track()
class Promotion(Owned, Named):
    """What a shop gives its buyers, when, where, to whom, with what else, and who bears it.

    Without rows of its scope it holds for every shop and every item. The threshold is measured on the list amount of
    the lines in scope. Of the promotions that fit an order the best legal combination counts:
    docs/explanation/promotions.md.
    """

    class State(models.TextChoices):
        ACTIVE = "active", _("active")
        BLOCKED = "blocked", _("blocked")

    class Stacking(models.TextChoices):
        EXCLUSIVE = "exclusive", _("with nothing else")
        GROUP = "group", _("with its group")
        ALWAYS = "always", _("with everything that is not exclusive")

    code = models.CharField(_("code"), max_length=24)
    kind = Choice(PromotionKind)
    percent = models.DecimalField(_("percent off"), max_digits=6, decimal_places=3, null=True, blank=True)
    amount = amount_field(verbose_name=_("amount off"), null=True, blank=True)
    threshold_amount = amount_field(verbose_name=_("from an amount of"), default=0)
    repeats = models.BooleanField(_("once for every threshold reached"), default=False)
    buy_pieces = models.PositiveSmallIntegerField(_("pieces bought"), null=True, blank=True)
    get_pieces = models.PositiveSmallIntegerField(_("pieces free"), null=True, blank=True)
    gift_item = master("items.Item", null=True, blank=True, verbose_name=_("gift"))
    gift_pieces = models.PositiveSmallIntegerField(_("pieces of the gift"), default=1)
    adds_gifts = models.BooleanField(
        _("adds missing gifts"), default=False, help_text=_("else an order without its gift is held")
    )
    needs_coupon = models.BooleanField(_("only with a coupon"), default=False)
    stacking = Choice(Stacking, default=Stacking.ALWAYS, verbose_name=_("stacks"))
    stack_group = models.CharField(_("stacking group"), max_length=24, blank=True, default="")
    priority = models.PositiveSmallIntegerField(_("priority"), default=5, help_text=_("1 is applied first"))
    platform_pct = models.DecimalField(
        _("borne by the platform, %"),
        max_digits=6,
        decimal_places=3,
        default=0,
        validators=[MinValueValidator(0), MaxValueValidator(100)],
    )
    buyer_group = models.CharField(_("buyer group"), max_length=24, blank=True, default="")
    starts_at = models.DateTimeField(_("from"))
    ends_at = models.DateTimeField(_("until"))
    state = Choice(State, default=State.ACTIVE)

    class Meta:
        verbose_name = _("promotion")
        verbose_name_plural = _("promotions")
        ordering = ["priority", "code"]
        constraints = [
            models.UniqueConstraint(fields=["company", "code"], name="sales_promotion_code"),
            models.CheckConstraint(
                condition=Q(ends_at__gt=models.F("starts_at")),
                name="sales_promotion_time",
                violation_error_message=_("A promotion ends after it begins."),
            ),
            models.CheckConstraint(
                condition=~Q(kind="percentage") | Q(percent__isnull=False, percent__gt=0, percent__lte=100),
                name="sales_promotion_percentage",
                violation_error_message=_("A percentage promotion needs a percent between 0 and 100."),
            ),
            models.CheckConstraint(
                condition=~Q(kind__in=["amount", "threshold", "bundle"]) | Q(amount__isnull=False, amount__gt=0),
                name="sales_promotion_amount",
                violation_error_message=_("This kind of promotion needs an amount above 0."),
            ),
            models.CheckConstraint(
                condition=Q(threshold_amount__gte=0) & (~Q(kind="threshold") | Q(threshold_amount__gt=0)),
                name="sales_promotion_threshold",
                violation_error_message=_("A threshold promotion needs an amount from which it counts."),
            ),
            models.CheckConstraint(
                condition=~Q(kind="buy_n_get_m")
                | Q(buy_pieces__isnull=False, get_pieces__isnull=False, buy_pieces__gt=0, get_pieces__gt=0),
                name="sales_promotion_pieces",
                violation_error_message=_("Say how many pieces are bought and how many are free."),
            ),
            models.CheckConstraint(
                condition=~Q(kind="gift") | Q(gift_item__isnull=False, gift_pieces__gt=0),
                name="sales_promotion_gift",
                violation_error_message=_("A gift promotion needs the item that is given, and how many pieces."),
            ),
            models.CheckConstraint(
                condition=Q(stacking="group") & ~Q(stack_group="") | ~Q(stacking="group") & Q(stack_group=""),
                name="sales_promotion_group",
                violation_error_message=_("Name the stacking group when it stacks with its group, and only then."),
            ),
            models.CheckConstraint(
                condition=Q(platform_pct__gte=0, platform_pct__lte=100),
                name="sales_promotion_platform",
                violation_error_message=_("The platform bears between 0 and 100 percent."),
            ),
        ]


class Scope(Owned):
    """One shop, item category or item that a promotion is for; shops narrow the where, the others the what."""

    promotion = models.ForeignKey(Promotion, models.CASCADE, related_name="scopes", db_index=False)
    shop = master("sales.Shop", null=True, blank=True)
    category = master("items.Category", null=True, blank=True)
    item = master("items.Item", null=True, blank=True)

    class Meta:
        verbose_name = _("scope of a promotion")
        verbose_name_plural = _("where and on what")
        constraints = [
            models.UniqueConstraint(
                fields=["company", "promotion", "shop", "category", "item"],
                name="sales_scope_once",
                nulls_distinct=False,
            ),
            models.CheckConstraint(
                condition=Q(shop__isnull=False, category__isnull=True, item__isnull=True)
                | Q(shop__isnull=True, category__isnull=False, item__isnull=True)
                | Q(shop__isnull=True, category__isnull=True, item__isnull=False),
                name="sales_scope_one",
                violation_error_message=_("Name one thing a row: a shop, a category or an item."),
            ),
        ]


class Tier(Owned):
    """From an amount on, a percent or an amount off; the highest tier reached counts."""

    promotion = models.ForeignKey(Promotion, models.CASCADE, related_name="tiers", db_index=False)
    from_amount = amount_field(verbose_name=_("from an amount of"))
    percent = models.DecimalField(_("percent off"), max_digits=6, decimal_places=3, null=True, blank=True)
    amount = amount_field(verbose_name=_("amount off"), null=True, blank=True)

    class Meta:
        verbose_name = _("tier")
        verbose_name_plural = _("tiers")
        ordering = ["from_amount"]
        constraints = [
            models.UniqueConstraint(fields=["company", "promotion", "from_amount"], name="sales_tier_once"),
            models.CheckConstraint(
                condition=Q(from_amount__gt=0)
                & (
                    Q(percent__isnull=False, percent__gt=0, percent__lte=100, amount__isnull=True)
                    | Q(percent__isnull=True, amount__isnull=False, amount__gt=0)
                ),
                name="sales_tier_one",
                violation_error_message=_("A tier begins above 0 and gives a percent or an amount, not both."),
            ),
        ]


class BundleMember(Owned):
    """So many pieces of an item belong to one bundle."""

    promotion = models.ForeignKey(Promotion, models.CASCADE, related_name="members", db_index=False)
    item = master("items.Item")
    quantity = quantity_field(verbose_name=_("quantity"), default=1)

    class Meta:
        verbose_name = _("item of the bundle")
        verbose_name_plural = _("items of the bundle")
        constraints = [
            models.UniqueConstraint(fields=["company", "promotion", "item"], name="sales_bundlemember_once"),
            models.CheckConstraint(
                condition=Q(quantity__gt=0),
                name="sales_bundlemember_quantity",
                violation_error_message=_("A bundle holds more than no piece of an item."),
            ),
        ]


@pghistory.track()
class Coupon(Owned):
    """A code that buyers name: what it opens, until when, how much it may give in all and how often."""

    class State(models.TextChoices):
        ACTIVE = "active", _("active")
        BLOCKED = "blocked", _("blocked")

    code = models.CharField(_("code"), max_length=40)
    promotion = models.ForeignKey(Promotion, models.PROTECT, related_name="coupons", db_index=False)
    budget_amount = amount_field(verbose_name=_("budget"))
    most_uses = models.PositiveIntegerField(_("orders at most"), null=True, blank=True)
    ends_at = models.DateTimeField(_("until"), null=True, blank=True)
    state = Choice(State, default=State.ACTIVE)

    class Meta:
        verbose_name = _("coupon")
        verbose_name_plural = _("coupons")
        ordering = ["code"]
        constraints = [
            models.UniqueConstraint(fields=["company", "code"], name="sales_coupon_code"),
            models.CheckConstraint(
                condition=Q(budget_amount__gte=0),
                name="sales_coupon_budget",
                violation_error_message=_("A budget is not negative."),
            ),
        ]

    def __str__(self) -> str:
        return self.code


class CouponBalance(models.Model):
    """What a coupon has given so far, beside its entries; the database keeps it within the budget.

    Drawn above the budget or too often is only what a person released: ``overdrawn_amount`` and ``overused`` say it.
    The row follows its coupon by a trigger.
    """

    company = loose("core.Company")
    coupon = models.OneToOneField(Coupon, models.CASCADE, primary_key=True, related_name="balance")
    budget_amount = amount_field()
    drawn_amount = amount_field(db_default=0)
    overdrawn_amount = amount_field(db_default=0)
    most_uses = models.IntegerField(null=True)
    uses = models.IntegerField(db_default=0)
    overused = models.IntegerField(db_default=0)

    class Meta:
        verbose_name = _("coupon balance")
        verbose_name_plural = _("coupon balances")
        constraints = [
            models.CheckConstraint(
                condition=Q(
                    drawn_amount__gte=0,
                    overdrawn_amount__gte=0,
                    drawn_amount__lte=models.F("budget_amount") + models.F("overdrawn_amount"),
                ),
                name="sales_couponbalance_budget",
            ),
            models.CheckConstraint(
                condition=Q(uses__gte=0, overused__gte=0)
                & (Q(most_uses__isnull=True) | Q(uses__lte=models.F("most_uses") + models.F("overused"))),
                name="sales_couponbalance_uses",
            ),
        ]


class CouponEntry(Ledger):
    """What an order drew from a coupon, or gave back to it."""

    coupon = loose("sales.Coupon")
    order = loose("sales.Order")
    amount_delta = amount_field()
    uses_delta = models.SmallIntegerField()
    run = loose("core.Run")

    class Meta(Ledger.Meta):
        verbose_name = _("coupon entry")
        verbose_name_plural = _("coupon entries")
        indexes = [
            models.Index(fields=["company", "order"], name="sales_couponentry_order"),
            models.Index(fields=["company", "coupon", "id"], name="sales_couponentry_coupon"),
        ]


class PromotionUse(Ledger):
    """What a promotion gave on an order line, or took back; no promotion is what only a person's word explains."""

    order = loose("sales.Order")
    line = loose("sales.OrderLine")
    promotion = loose("sales.Promotion", null=True)
    coupon = loose("sales.Coupon", null=True)
    discount_amount = amount_field()
    subsidy_amount = amount_field()
    gift_quantity = quantity_field()
    run = loose("core.Run")

    class Meta(Ledger.Meta):
        verbose_name = _("use of a promotion")
        verbose_name_plural = _("uses of promotions")
        indexes = [
            models.Index(fields=["company", "order"], name="sales_promotionuse_order"),
            models.Index(fields=["company", "promotion", "id"], name="sales_promotionuse_promotion"),
        ]
