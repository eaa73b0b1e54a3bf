from .item import Bom, BomLine, Brand, Category, Item, ItemUnit, TaxClass, TaxRate, UnitOfMeasure
from .price import Price, PriceList

__all__ = [
    "Bom",
    "BomLine",
    "Brand",
    "Category",
    "Item",
    "ItemUnit",
    "Price",
    "PriceList",
    "TaxClass",
    "TaxRate",
    "UnitOfMeasure",
]
