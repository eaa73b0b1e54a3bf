from .item import Bom, BomLine, Category, Item, ItemUnit, TaxClass, TaxRate, UnitOfMeasure
from .price import Price, PriceList

__all__ = [
    "Bom",
    "BomLine",
    "Category",
    "Item",
    "ItemUnit",
    "Price",
    "PriceList",
    "TaxClass",
    "TaxRate",
    "UnitOfMeasure",
]
