"""Tryton's side: orders from quotation to posted invoice, in one batch and by clients at once.

Runs in ``.venv`` of this folder. Tryton is used as its own scenarios and its own web server use it: masters through
proteus, documents through the models' class methods on whole lists, one transaction a call, and the server's own
number of retries. Prints one JSON object.
"""

from __future__ import annotations

import argparse
import contextlib
import datetime
import json
import multiprocessing
import random
import sys
import time
from collections import Counter
from decimal import Decimal

import trytond.config as config
from trytond import __version__, backend
from trytond.pool import Pool
from trytond.transaction import Transaction, TransactionError

HOT, SCARCE, PLENTY, FEW, LINES = 20, 2, 20_000, 150, 2
SHOWN = 5
STARTED: set[str] = set()


# ------------------------------------------------------------------------------------------------ masters
def set_up(database: str, configuration: str) -> None:
    """Make company, chart, fiscal year, customer and products with stock, as Tryton's own scenarios do."""
    from proteus import Model
    from proteus import config as proteus
    from trytond.modules.account.tests.tools import create_chart, create_fiscalyear, create_tax, get_accounts
    from trytond.modules.account_invoice.tests.tools import create_payment_term, set_fiscalyear_invoice_sequences
    from trytond.modules.company.tests.tools import create_company

    proteus.set_trytond(f"postgresql:///{database}", config_file=configuration)
    create_company()
    create_chart()
    set_fiscalyear_invoice_sequences(create_fiscalyear()).click("create_period")
    accounts = get_accounts()
    tax = create_tax(Decimal(".13"))
    tax.save()
    create_payment_term().save()
    customer = Model.get("party.party")(name="Platform")
    customer.save()

    category = Model.get("product.category")(name="Goods")
    category.accounting = True
    category.account_expense = accounts["expense"]
    category.account_revenue = accounts["revenue"]
    category.customer_taxes.append(tax)
    category.save()
    (unit,) = Model.get("product.uom").find([("name", "=", "Unit")])
    (storage,) = Model.get("stock.location").find([("code", "=", "STO")])
    inventory = Model.get("stock.inventory")()
    inventory.location = storage
    for number in range(HOT):
        template = Model.get("product.template")()
        template.name = f"Item {number:02d}"
        template.default_uom = unit
        template.type = "goods"
        template.salable = True
        template.list_price = Decimal(100 + number)
        template.account_category = category
        template.save()
        (product,) = template.products
        product.cost_price = Decimal(40)
        product.save()
        line = inventory.lines.new(product=product)
        line.quantity = float(FEW if number < SCARCE else PLENTY)
    inventory.click("confirm")


# ------------------------------------------------------------------------------------------------ one call
class Tryton:
    """Calls on one database, each in a transaction of its own, tried again as Tryton's dispatcher does."""

    def __init__(self, database: str) -> None:
        self.database = database
        self.retry = config.getint("database", "retry")
        self.retries = 0
        with Transaction().start(database, 0, readonly=True):
            self.pool = Pool(database)
            if database not in STARTED:
                self.pool.init()
                STARTED.add(database)
            self.user = self.pool.get("res.user").search([("login", "=", "admin")])[0].id
        with self._transaction():
            found = {
                name: [one.id for one in self.pool.get(name).search([], order=[("id", "ASC")])]
                for name in ("company.company", "product.product", "account.invoice.payment_term", "stock.location")
            }
            (self.company,) = found["company.company"]
            self.products = found["product.product"]
            self.term = found["account.invoice.payment_term"][0]
            self.customer = self.pool.get("party.party").search([("name", "=", "Platform")])[0].id
            self.unit = self.pool.get("product.product")(self.products[0]).default_uom.id
        self.context = {"company": self.company}

    def _transaction(self, **extras):
        return Transaction().start(self.database, self.user, context=getattr(self, "context", {}), **extras)

    def call(self, work, *arguments):
        """Run in a transaction; a lock that is wanted is given, a conflict is tried again as often as Tryton would."""
        count, extras = 0, {}
        while True:
            if count:
                time.sleep(0.02 * count)
            with self._transaction(**extras) as transaction:
                try:
                    answer = work(*arguments)
                except TransactionError as error:
                    transaction.rollback()
                    error.fix(extras)
                    continue
                except backend.DatabaseOperationalError:
                    transaction.rollback()
                    if count >= self.retry:
                        raise
                    count += 1
                    self.retries += 1
                    continue
                transaction.commit()
                return answer

    # The steps of an order. The queue's tasks are called here, in the step that asks for them, so none is left over;
    # printing the invoice, which Tryton would do after posting, is left out.
    def take_in(self, orders: list[list[tuple[int, int]]]) -> list[int]:
        Sale = self.pool.get("sale.sale")
        Line = self.pool.get("sale.line")
        today = datetime.datetime.now(datetime.UTC).date()
        sales = []
        for lines in orders:
            sale = Sale(company=self.company, party=self.customer, sale_date=today)
            sale.on_change_party()
            sale.payment_term = self.term
            sale.invoice_method = METHOD
            sale.lines = []
            for place, quantity in lines:
                line = Line(sale=sale, type="line", product=self.products[place], quantity=float(quantity))
                line.on_change_product()
                sale.lines = (*sale.lines, line)
            sales.append(sale)
        Sale.save(sales)
        return [sale.id for sale in sales]

    def confirm(self, ids: list[int]) -> list[int]:
        Sale = self.pool.get("sale.sale")
        sales = Sale.browse(ids)
        Sale.quote(sales)
        Sale.confirm(sales)
        Sale.process(Sale.browse(ids))
        return ids

    def assign(self, ids: list[int]) -> list[int]:
        """Assign the shipments' pieces; answers the shipments that have them all."""
        Shipment = self.pool.get("stock.shipment.out")
        shipments = [one.id for sale in self.pool.get("sale.sale").browse(ids) for one in sale.shipments]
        Shipment.assign_try(Shipment.browse(shipments))
        return [one.id for one in Shipment.browse(shipments) if one.state == "assigned"]

    def ship(self, shipments: list[int], ids: list[int]) -> int:
        Shipment = self.pool.get("stock.shipment.out")
        for verb in ("pick", "pack", "do"):
            getattr(Shipment, verb)(Shipment.browse(shipments))
        Sale = self.pool.get("sale.sale")
        Sale.process(Sale.browse(ids))
        return sum(one.state == "done" for one in Shipment.browse(shipments))

    def invoice(self, shipments: list[int]) -> int:
        """Post the invoices of what was shipped; answers how many are posted."""
        Shipment, Invoice = self.pool.get("stock.shipment.out"), self.pool.get("account.invoice")
        sales = {move.sale for one in Shipment.browse(shipments) for move in one.outgoing_moves}
        invoices = sorted({invoice.id for sale in sales for invoice in sale.invoices})
        Invoice.post(Invoice.browse(invoices))
        return sum(one.state == "posted" for one in Invoice.browse(invoices))

    def day(self, orders: list[list[tuple[int, int]]]) -> tuple[int, int]:
        """Take orders from quotation to posted invoice; answers how many were shipped and invoiced."""
        ids = self.take_in(orders)
        self.confirm(ids)
        assigned = self.assign(ids)
        shipped = self.ship(assigned, ids) if assigned else 0
        return shipped, self.invoice(assigned) if assigned else 0


METHOD = "order"


def wanted(dice: random.Random, orders: int, first: int = 0) -> list[list[tuple[int, int]]]:
    """Make orders of a few different hot items, one or two pieces each: as on the other side."""
    return [
        [(place, dice.choice((1, 1, 1, 2))) for place in dice.sample(range(first, HOT), LINES)] for _ in range(orders)
    ]


# ------------------------------------------------------------------------------------------------ the measures
def batch(database: str, orders: int, sizes: list[int]) -> list[dict]:
    """Measure all steps in one transaction over a list of orders, for several sizes of the list."""
    tryton = Tryton(database)
    tryton.call(lambda: Transaction().connection.cursor().execute("ANALYZE"))
    tryton.call(tryton.day, wanted(random.Random("warm"), 5, SCARCE))
    runs = []
    for size in sizes:
        given = wanted(random.Random(f"batch {size}"), orders, SCARCE)
        started, shipped, invoiced = time.perf_counter(), 0, 0
        for place in range(0, orders, size):
            done = tryton.call(tryton.day, given[place : place + size])
            shipped, invoiced = shipped + done[0], invoiced + done[1]
        seconds = time.perf_counter() - started
        assert shipped == invoiced == orders, (shipped, invoiced, orders)
        runs.append(
            {
                "orders": orders,
                "orders_a_transaction": size,
                "seconds": round(seconds, 2),
                "orders_per_second": round(orders / seconds, 2),
            }
        )
    return runs


def client(database: str, configuration: str, number: int, seconds: float, size: int, start, results) -> None:
    """Be one client: batches of a few orders, each step a transaction of its own, as a person's clicks are."""
    config.update_etc(configuration)
    tryton, dice = Tryton(database), random.Random(number)
    seen: Counter[str] = Counter()
    kinds: Counter[str] = Counter()
    start.wait()
    started = time.perf_counter()
    while time.perf_counter() - started < seconds:
        seen["tried"] += size
        seen["batches"] += 1
        try:
            ids = tryton.call(tryton.take_in, wanted(dice, size))
            tryton.call(tryton.confirm, ids)
            assigned = tryton.call(tryton.assign, ids)
            seen["no_stock"] += size - len(assigned)
            if assigned:
                seen["shipped"] += tryton.call(tryton.ship, assigned, ids)
                seen["invoiced"] += tryton.call(tryton.invoice, assigned)
        except Exception as error:  # noqa: BLE001 - what a client sees is the measure
            seen["failed_batches"] += 1
            kinds[f"{type(error).__name__}: {(str(error).strip() or '-').splitlines()[0]}"[:160]] += 1
    results.put((time.perf_counter() - started, seen, kinds, tryton.retries))


def race(database: str, configuration: str, clients: int, seconds: float, size: int) -> dict:
    """Let clients, a process each, work on the same items at once."""
    spawn = multiprocessing.get_context("spawn")
    start, results = spawn.Barrier(clients), spawn.Queue()
    started = [
        spawn.Process(target=client, args=(database, configuration, number, seconds, size, start, results), daemon=True)
        for number in range(clients)
    ]
    for one in started:
        one.start()
    answers = [results.get(timeout=seconds + 300) for _ in started]
    for one in started:
        one.join()
    took = max(answer[0] for answer in answers)
    seen = sum((answer[1] for answer in answers), Counter())
    kinds = sum((answer[2] for answer in answers), Counter())
    return {
        "clients": clients,
        "seconds": round(took, 2),
        "orders_a_batch": size,
        **{key: seen[key] for key in ("tried", "shipped", "invoiced", "no_stock", "batches", "failed_batches")},
        "orders_per_second": round(seen["invoiced"] / took, 2),
        "retries": sum(answer[3] for answer in answers),
        "error_kinds": dict(kinds.most_common(SHOWN)),
        "oversold_pieces": oversold(database),
    }


def oversold(database: str) -> float:
    """Answer the pieces below zero in the storage location."""
    tryton = Tryton(database)

    def below() -> float:
        Product = tryton.pool.get("product.product")
        place = tryton.pool.get("stock.location").search([("code", "=", "STO")])[0].id
        with Transaction().set_context(
            locations=[place], stock_date_end=datetime.datetime.now(datetime.UTC).date(), forecast=False
        ):
            return sum(max(0.0, -one.quantity) for one in Product.browse(tryton.products))

    return tryton.call(below)


def main() -> None:
    """Set up, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--database", required=True)
    parser.add_argument("--config", required=True)
    parser.add_argument("--orders", type=int, required=True)
    parser.add_argument("--sizes", required=True)
    parser.add_argument("--clients", type=int, required=True)
    parser.add_argument("--seconds", type=float, required=True)
    parser.add_argument("--batch", type=int, required=True)
    given = parser.parse_args()
    config.update_etc(given.config)
    with contextlib.redirect_stdout(sys.stderr):
        set_up(given.database, given.config)
        answer = {
            "version": __version__,
            "batch": batch(given.database, given.orders, [int(size) for size in given.sizes.split(",")]),
            "race": race(given.database, given.config, given.clients, given.seconds, given.batch),
        }
    print(json.dumps(answer))


if __name__ == "__main__":
    main()
