"""The quantity ledger: entries, the balance beside them, reservations, serial numbers."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from interlock.core.fields import Choice, Ledger, line_id, loose, quantity_field


class Quality(models.TextChoices):
    GOOD = "good", _("good")
    HOLD = "hold", _("on hold")


class Entry(Ledger):
    """Pieces that moved: ``on_hand_delta`` came or went, ``reserved_delta`` were promised or released."""

    class Kind(models.TextChoices):
        OPENING = "opening", _("opening")
        RECEIPT = "receipt", _("receipt")
        ADJUSTMENT = "adjustment", _("adjustment")
        RESERVE = "reserve", _("reserve")
        RELEASE = "release", _("release")
        ISSUE = "issue", _("issue")
        RETURN = "return", _("return")
        INSPECT = "inspect", _("inspect")
        SCRAP = "scrap", _("scrap")

    kind = Choice(Kind)
    item = loose("items.Item")
    location = loose("stock.Location")
    quality = Choice(Quality, db_default=Quality.GOOD.value)
    on_hand_delta = quantity_field()
    reserved_delta = quantity_field()
    reservation = loose("stock.Reservation", null=True)
    line_id = models.BigIntegerField()
    effective_on = models.DateField()
    run = loose("core.Run")

    class Meta(Ledger.Meta):
        verbose_name = _("stock entry")
        verbose_name_plural = _("stock entries")
        indexes = [
            models.Index(fields=["company", "line_id"], name="stock_entry_line"),
            models.Index(fields=["company", "item", "id"], name="stock_entry_item"),
        ]


class Balance(models.Model):
    """What lies in a bin, and how much of it is promised: never below zero, never promised twice."""

    company = loose("core.Company")
    item = loose("items.Item")
    location = loose("stock.Location")
    quality = Choice(Quality, db_default=Quality.GOOD.value)
    on_hand = quantity_field(default=0)
    reserved = quantity_field(default=0)

    class Meta:
        verbose_name = _("stock balance")
        verbose_name_plural = _("stock balances")
        constraints = [
            models.UniqueConstraint(fields=["company", "item", "location", "quality"], name="stock_balance_key"),
            models.CheckConstraint(condition=Q(on_hand__gte=0), name="stock_balance_on_hand"),
            models.CheckConstraint(
                condition=Q(reserved__gte=0, reserved__lte=F("on_hand")), name="stock_balance_reserved"
            ),
        ]


class Reservation(models.Model):
    """Pieces of a bin promised to a document line: reserve, then issue or release, in parts."""

    id = line_id()
    company = loose("core.Company")
    document_id = models.BigIntegerField()
    line_id = models.BigIntegerField()
    item = loose("items.Item")
    location = loose("stock.Location")
    quantity = quantity_field()
    open_quantity = quantity_field()

    class Meta:
        verbose_name = _("reservation")
        verbose_name_plural = _("reservations")
        constraints = [
            models.CheckConstraint(
                condition=Q(open_quantity__gte=0, open_quantity__lte=F("quantity")), name="stock_reservation_open"
            ),
        ]
        indexes = [models.Index(fields=["company", "document_id"], name="stock_reservation_document")]


class Serial(models.Model):
    """One piece of a serial-numbered item: where it is, or which line it left with."""

    class State(models.TextChoices):
        IN_STOCK = "in_stock", _("in stock")
        CAPTURED = "captured", _("picked")
        ISSUED = "issued", _("issued")
        HOLD = "hold", _("on hold")
        SCRAPPED = "scrapped", _("scrapped")

    company = loose("core.Company")
    item = loose("items.Item")
    number = models.CharField(_("serial number"), max_length=40)
    location = loose("stock.Location", null=True)
    state = Choice(State, db_default=State.IN_STOCK.value)
    line_id = models.BigIntegerField(null=True)

    class Meta:
        verbose_name = _("serial number")
        verbose_name_plural = _("serial numbers")
        constraints = [
            models.UniqueConstraint(fields=["company", "item", "number"], name="stock_serial_number"),
            models.CheckConstraint(
                condition=Q(state__in=["in_stock", "hold"], line_id__isnull=True, location__isnull=False)
                | Q(state="captured", line_id__isnull=False, location__isnull=False)
                | Q(state__in=["issued", "scrapped"], line_id__isnull=False, location__isnull=True),
                name="stock_serial_place",
            ),
        ]
        indexes = [
            models.Index(
                fields=["company", "item", "location", "id"], name="stock_serial_free", condition=Q(state="in_stock")
            ),
            models.Index(fields=["company", "line_id"], name="stock_serial_line", condition=Q(line_id__isnull=False)),
        ]


class SerialEntry(Ledger):
    """One step in the life of a piece: into a bin, out of it or looked at there, for a document line."""

    serial = loose("stock.Serial")
    kind = Choice(Entry.Kind)
    location = loose("stock.Location")
    line_id = models.BigIntegerField()
    run = loose("core.Run")

    class Meta(Ledger.Meta):
        verbose_name = _("serial entry")
        verbose_name_plural = _("serial entries")
        indexes = [models.Index(fields=["company", "serial"], name="stock_serialentry_serial")]
