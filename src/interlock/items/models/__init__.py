from .item import Bom, BomLine, Category, Item, ItemUnit, TaxClass, TaxRate, UnitOfMeasure
from .price import Price, PriceList
from .search import ItemSearch

__all__ = [
    "Bom",
    "BomLine",
    "Category",
    "Item",
    "ItemSearch",
    "ItemUnit",
    "Price",
    "PriceList",
    "TaxClass",
    "TaxRate",
    "UnitOfMeasure",
]
