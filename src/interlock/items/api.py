"""The door of items: the masters, what they are made of, their units, prices and rates."""

from .models import Bom, BomLine, Category, Item, ItemUnit, Price, PriceList, TaxClass, TaxRate, UnitOfMeasure
from .queries.bom import BomLoop, BomPart, explode_bom, needed_parts
from .queries.prices import ItemPrice, prices_on, tax_rates_on
from .queries.search import spell_items
from .queries.units import UnknownUnit, convert, factors

__all__ = [
    "Bom",
    "BomLine",
    "BomLoop",
    "BomPart",
    "Category",
    "Item",
    "ItemPrice",
    "ItemUnit",
    "Price",
    "PriceList",
    "TaxClass",
    "TaxRate",
    "UnitOfMeasure",
    "UnknownUnit",
    "convert",
    "explode_bom",
    "factors",
    "needed_parts",
    "prices_on",
    "spell_items",
    "tax_rates_on",
]
