"""The files of the data set: products, web prices, customers, order lines, inventory."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

import polars as pl

from interlock.server import Trouble

CENT = Decimal("0.01")
FILES = [
    *("sales_order_lines.csv", "sales_products.csv", "sales_customers.csv", "sales_territories.csv"),
    "returns.csv",
    *("production/Product.csv", "production/ProductCategory.csv", "production/ProductSubcategory.csv"),
    *("production/ProductInventory.csv", "production/Location.csv"),
]


@dataclass(frozen=True)
class WebProduct:
    """A product as the web shop sells it."""

    sku: str
    price: Decimal
    cost: Decimal


@dataclass(frozen=True)
class DataSet:
    """The folder, read as text; numbers become exact where they are used."""

    folder: Path

    @classmethod
    def open(cls, folder: Path) -> DataSet:
        """Open the folder; refuses one in which a file is missing."""
        missing = [name for name in FILES if not (folder / name).is_file()]
        if missing:
            raise Trouble(f"{folder} is not the AdventureWorks data set: {', '.join(missing[:3])} is missing.")
        return cls(folder)

    def table(self, name: str) -> pl.DataFrame:
        """Answer a file, every column as text."""
        return pl.read_csv(self.folder / name, infer_schema=False)

    def web_products(self) -> dict[str, WebProduct]:
        """Answer what the web orders were sold at and what it cost, by sku."""
        return {
            row["sku"]: WebProduct(row["sku"], Decimal(row["price"]), Decimal(row["cost"]))
            for row in self.table("sales_products.csv").to_dicts()
        }

    def order_lines(self, since: date | None, through: date | None) -> pl.DataFrame:
        """Answer the lines ordered from ``since`` to ``through``, with buyer and place, by date."""
        lines = self.table("sales_order_lines.csv").with_row_index("row")
        if since:
            lines = lines.filter(pl.col("order_date") >= str(since))
        if through:
            lines = lines.filter(pl.col("order_date") <= str(through))
        name = pl.concat_str("first_name", "last_name", separator=" ").str.to_titlecase().alias("buyer")
        customers = self.table("sales_customers.csv").select("customer_key", name)
        places = self.table("sales_territories.csv").select(
            pl.col("SalesTerritoryKey").alias("territory_key"), pl.col("Region").alias("province"),
            pl.col("Country").alias("city"),
        )  # fmt: skip
        nameless = pl.format("Customer {}", "customer_key")
        return (
            lines.join(customers, on="customer_key", how="left")
            .join(places, on="territory_key", how="left")
            .with_columns(pl.col("buyer").fill_null(nameless))
            .sort("order_date", "row")
        )

    def returns(self, since: date | None, through: date | None) -> pl.DataFrame:
        """Answer what came back from ``since`` to ``through``, with the territory's name, in the order of the file."""
        places = self.table("sales_territories.csv").select(
            pl.col("SalesTerritoryKey").alias("territory_key"), pl.col("Region").alias("province")
        )
        found = (
            self.table("returns.csv")
            .with_row_index("row", offset=1)
            .join(places, on="territory_key", how="left", maintain_order="left")
        )
        if since:
            found = found.filter(pl.col("return_date") >= str(since))
        return found.filter(pl.col("return_date") <= str(through)) if through else found

    def sold(self, lines: pl.DataFrame) -> dict[str, int]:
        """Answer how many pieces of each sku these lines sell."""
        pieces = lines.group_by("sku").agg(pl.col("quantity").cast(pl.Int64).sum()).sort("sku")
        return dict(pieces.iter_rows())


def rounded(amount: Decimal) -> Decimal:
    """Round to the cent, half away from zero."""
    return amount.quantize(CENT, ROUND_HALF_UP)
