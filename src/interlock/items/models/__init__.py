from .item import Bom, BomLine, Brand, Category, Item, ItemUnit, TaxClass, TaxRate, UnitOfMeasure
from .price import Price, PriceList
from .search import ItemSearch

__all__ = [
    "Bom",
    "BomLine",
    "Brand",
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
