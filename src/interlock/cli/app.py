"""The commands of ./interlock: thin, each imports what it needs when it runs."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Annotated, Any, Literal

import typer

app = typer.Typer(
    help="Interlock: orders, stock and books in agreement.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
load = typer.Typer(help="Load a real data set.", no_args_is_help=True)
report = typer.Typer(help="Print a report.", no_args_is_help=True)
export = typer.Typer(help="Write data for another program.", no_args_is_help=True)
bench = typer.Typer(help="Measure.", no_args_is_help=True)
for name, group in {"load": load, "report": report, "export": export, "bench": bench}.items():
    app.add_typer(group, name=name)

MOST_CLIENTS = 64
PASS_THROUGH = {"allow_extra_args": True, "ignore_unknown_options": True}

Port = Annotated[int, typer.Option(min=1, max=65535, help="Port of the workplace on 127.0.0.1.")]
Orders = Annotated[int, typer.Option(min=0, help="How many web orders come in.")]
Json = Annotated[bool, typer.Option("--json", help="One JSON object on standard output, all else on standard error.")]
Day = Annotated[datetime | None, typer.Option(formats=["%Y-%m-%d"], help="Business date, YYYY-MM-DD.")]


@app.command()
def demo(
    orders: Annotated[
        int | None, typer.Option(min=0, help="How many web orders come in; by default 10,000, or the last day again.")
    ] = None,
    port: Port = 8000,
    no_serve: Annotated[bool, typer.Option("--no-serve", help="End after the summary.")] = False,
    as_json: Json = False,
) -> None:
    """Build the sample company, run a day of orders, print its summary and serve the workplace."""
    from . import serving

    if not no_serve:
        serving.require_free_port(port)
    api = _demo()
    summary = _worked(lambda progress: api.run_demo(orders, progress), as_json, "A day at the company")
    if not no_serve:
        serving.serve(port, lambda address: _announce(address, api.sign_ins()))
    _end(summary)


@app.command("test", context_settings=PASS_THROUGH)
def run_the_tests(
    context: typer.Context,
    everything: Annotated[bool, typer.Option("--all", help="Also run the slow tests.")] = False,
) -> None:
    """Run the tests on a database of their own; further arguments go to pytest."""
    from .testing import run_tests

    run_tests(context.args, everything=everything)


@app.command()
def up(port: Port = 8000) -> None:
    """Serve the workplace and work off jobs until Ctrl-C."""
    from . import database, serving

    serving.require_free_port(port)
    database.ready()
    serving.serve(port, lambda address: _announce(address, []))


@app.command()
def worker() -> None:
    """Work off jobs and watch the inbox until Ctrl-C, without serving pages."""
    from . import database, serving

    database.ready()
    serving.serve_worker()


@app.command()
def stop() -> None:
    """End a running demo or up, then the embedded database server."""
    from interlock import server

    from . import serving
    from .output import errors

    served, ran = serving.stop_serving(), server.stop()
    errors.print("Stopped." if served or ran else "Nothing was running.")


@load.command()
def adventureworks(
    folder: Annotated[Path, typer.Argument(exists=True, file_okay=False, help="Folder of the CSV files.")],
    through: Day = None,
    stock: Annotated[
        Literal["cover", "file"],
        typer.Option(help="cover: open each item with what will be sold; file: with the inventory file alone."),
    ] = "cover",
    as_json: Json = False,
) -> None:
    """Run the real orders of the AdventureWorks data set in date order, day by day."""
    api, last = _demo(), through.date() if through else None
    summary = _worked(
        lambda progress: api.load_adventureworks(folder, last, stock, progress), as_json, "AdventureWorks"
    )
    _end(summary)


@app.command()
def day(orders: Orders, date: Day = None, as_json: Json = False) -> None:
    """Run a day of generated orders in the sample company."""
    api, on = _demo(), date.date() if date else None
    _end(_worked(lambda progress: api.run_day(orders, on, progress), as_json, "A day at the company"))


@app.command()
def check(as_json: Json = False) -> None:
    """Ask every law of the database and name the rows that break one."""
    from . import reports

    raise typer.Exit(0 if reports.check(as_json=as_json) else 1)


@app.command()
def close(
    company: Annotated[str, typer.Option(help="Code of the company.")],
    month: Annotated[datetime, typer.Option(formats=["%Y-%m"], help="Month, YYYY-MM.")],
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say what stands in the way.")] = False,
    step: Annotated[str, typer.Option(help="One step of the checklist; all that is left without it.")] = "",
    early: Annotated[bool, typer.Option("--early", help="Close it although the month is not over.")] = False,
    as_json: Json = False,
) -> None:
    """Close a company's month: compare both sides, name what differs, and leave a signed report."""
    from . import closing

    done = closing.close(company, month.date(), dry_run=dry_run, step=step, early=early, as_json=as_json)
    raise typer.Exit(0 if done else 1)


@app.command("import")
def import_file(
    kind: Annotated[str, typer.Argument(help="What the file holds: items, parties, orders, movements …")],
    file: Annotated[Path, typer.Argument(exists=True, dir_okay=False, help="XLSX, CSV, Parquet or JSON lines.")],
    company: Annotated[str | None, typer.Option(help="Code of the company; needed where there are several.")] = None,
    check: Annotated[bool, typer.Option("--check", help="Judge every row and write nothing.")] = False,
    rejected: Annotated[Path | None, typer.Option(help="Where to write the rows to mend.")] = None,
    as_json: Json = False,
) -> None:
    """Bring masters or documents in from a file; the good rows are taken in, the others named with what to do."""
    from . import importing

    good = importing.import_file(kind, file, company, check=check, out=rejected, as_json=as_json)
    raise typer.Exit(0 if good else 1)


@report.command("trial-balance")
def trial_balance(
    company: Annotated[str | None, typer.Option(help="Code of one company; all without it.")] = None,
    month: Annotated[datetime | None, typer.Option(formats=["%Y-%m"], help="Month, YYYY-MM; the latest.")] = None,
    as_json: Json = False,
) -> None:
    """Print opening, debit, credit and closing of every account, and whether they agree."""
    from . import reports

    first = month.date() if month else None
    raise typer.Exit(0 if reports.trial_balance(company, first, as_json=as_json) else 1)


@report.command("balance-sheet")
def balance_sheet(
    company: Annotated[str | None, typer.Option(help="Code of one company; all without it.")] = None,
    month: Annotated[datetime | None, typer.Option(formats=["%Y-%m"], help="Month, YYYY-MM; the latest.")] = None,
    as_json: Json = False,
) -> None:
    """Print the balance sheet at the end of a month and of the year before, and whether its sides agree."""
    from . import reports

    first = month.date() if month else None
    raise typer.Exit(0 if reports.statement("balance_sheet", company, first, as_json=as_json) else 1)


@report.command("income-statement")
def income_statement(
    company: Annotated[str | None, typer.Option(help="Code of one company; all without it.")] = None,
    month: Annotated[datetime | None, typer.Option(formats=["%Y-%m"], help="Month, YYYY-MM; the latest.")] = None,
    as_json: Json = False,
) -> None:
    """Print the income statement: the month, the year up to it, and the same months of the year before."""
    from . import reports

    first = month.date() if month else None
    raise typer.Exit(0 if reports.statement("income_statement", company, first, as_json=as_json) else 1)


@report.command("cash-flow")
def cash_flow(
    company: Annotated[str | None, typer.Option(help="Code of one company; all without it.")] = None,
    month: Annotated[datetime | None, typer.Option(formats=["%Y-%m"], help="Month, YYYY-MM; the latest.")] = None,
    as_json: Json = False,
) -> None:
    """Print the cash flow statement, and whether its end is what the cash accounts hold."""
    from . import reports

    first = month.date() if month else None
    raise typer.Exit(0 if reports.statement("cash_flow", company, first, as_json=as_json) else 1)


@report.command()
def automatic(
    company: Annotated[str | None, typer.Option(help="Code of one company; all without it.")] = None,
    month: Annotated[datetime | None, typer.Option(formats=["%Y-%m"], help="Month, YYYY-MM; the latest.")] = None,
    as_json: Json = False,
) -> None:
    """Print how much of a month's books nobody typed: the share of its vouchers and of its journal lines."""
    from . import audit

    first = month.date() if month else None
    audit.automatic(company, first, as_json=as_json)


@export.command()
def audit(
    company: Annotated[str, typer.Option(help="Code of the company.")],
    year: Annotated[int, typer.Option(min=1900, max=9000, help="Year of the books.")],
    folder: Annotated[Path, typer.Argument(file_okay=False, help="Folder to write the files into.")],
    form: Annotated[Literal["xml", "parquet"], typer.Option("--format", help="Kind of files.")] = "xml",
) -> None:
    """Write a year of a company's books for an auditor, after GB/T 24589.1: accounts, balances, vouchers."""
    from . import audit as writing

    writing.export_audit(company, year, folder, form)


@export.command()
def ledger(
    file: Annotated[Path, typer.Argument(dir_okay=False, help="The file to write.")],
    form: Annotated[Literal["beancount"], typer.Option("--format", help="The other program.")] = "beancount",
    company: Annotated[str | None, typer.Option(help="Code of one company; all without it.")] = None,
) -> None:
    """Write the journal for another accounting program."""
    from . import reports

    reports.export_ledger(file, form, company)


@bench.command("order-day")
def order_day(orders: Orders = 100_000, as_json: Json = False) -> None:
    """Time a day from file to recognised revenue, then COPY of the same rows, and print the ratio."""
    api = _demo()
    _end(_worked(lambda progress: api.bench_order_day(orders, progress), as_json, "Order day"))


@bench.command()
def race(
    seconds: Annotated[float, typer.Option(min=0.1, help="How long each number of clients races.")] = 30,
    clients: Annotated[str, typer.Option(help="How many clients at once, with commas.")] = "2,8,32",
    as_json: Json = False,
) -> None:
    """Let clients race for the same 20 items, from order to revenue, and count errors and oversold pieces."""
    counts = _counts(clients)
    api = _demo()
    summary = _worked(lambda progress: api.bench_race(seconds, counts, progress), as_json, "Race")
    raise typer.Exit(0 if summary["clean"] else 1)


@bench.command()
def settle(
    rows: Annotated[int, typer.Option(min=1, help="How many rows the statement has.")] = 1_000_000,
    as_json: Json = False,
) -> None:
    """Time a statement of a platform against as many orders, from file to journal."""
    api = _demo()
    _end(_worked(lambda progress: api.bench_settle(rows, progress), as_json, "Settlement"))


@bench.command("web")
def bench_web(
    orders: Annotated[int, typer.Option(min=1000, help="How many orders the database holds.")] = 1_000_000,
    seconds: Annotated[float, typer.Option(min=0.5, help="How long each kind of request is asked for.")] = 20,
    keep: Annotated[
        bool, typer.Option("--keep", help="Keep the database; use, or complete, the one that was kept.")
    ] = False,
    as_json: Json = False,
) -> None:
    """Time pages and calls of the web server with 1, 8 and 32 clients, and with 50 people who think."""
    api = _demo()
    _end(_worked(lambda progress: api.bench_web(orders, seconds, progress, keep=keep), as_json, "Web"))


@bench.command("finance")
def bench_finance(
    lines: Annotated[int, typer.Option(min=1_000, help="How many lines the journal has.")] = 10_000_000,
    events: Annotated[int, typer.Option(min=1, help="How many events are posted on top.")] = 100_000,
    receipts: Annotated[int, typer.Option(min=0, help="How many receipts are matched; 0 for none.")] = 1_000_000,
    as_json: Json = False,
) -> None:
    """Time posting, the statements, the close and the matching of receipts on a journal of many lines."""
    api = _demo()
    _end(_worked(lambda progress: api.bench_finance(lines, events, receipts, progress), as_json, "Finance"))


@bench.command("trickle")
def trickle(
    orders: Orders = 100_000,
    since: Annotated[int, typer.Option(min=0, max=23, help="First hour of the day to replay.")] = 0,
    until: Annotated[int, typer.Option(min=1, max=24, help="Hour of the day at which to end.")] = 24,
    as_json: Json = False,
) -> None:
    """Replay a day's orders 60 times faster against a running worker and print its largest backlog."""
    if since >= until:
        raise typer.BadParameter("--since lies before --until")
    api = _demo()
    summary = _worked(lambda progress: api.bench_trickle(orders, since, until, progress), as_json, "Trickle")
    raise typer.Exit(0 if summary["kept_up"] else 1)


@app.command(context_settings=PASS_THROUGH | {"help_option_names": []})
def manage(context: typer.Context) -> None:
    """Run one of Django's management commands; migrations run as the owner of the database."""
    from django.core.management import execute_from_command_line

    from . import database

    arguments = list(context.args) or ["help"]
    if arguments == ["migrate"]:
        database.ready()
        return
    if arguments[0] not in {"help", "--help", "-h"}:
        database.start()
    if arguments[0] in {"migrate", "dbshell"} and not any(word.startswith("--database") for word in arguments):
        arguments.append("--database=owner")
    execute_from_command_line(["./interlock manage", *arguments])


def _demo() -> Any:
    """Make the database ready and answer the door of the sample company."""
    from . import database

    database.ready()
    from interlock.demo import api

    return api


def _worked(work: Any, as_json: bool, title: str) -> dict[str, Any]:
    """Do the work under progress bars and print its summary."""
    from . import output

    with output.progress() as progress:
        summary = output.plain(work(progress))
    output.result(summary, as_json=as_json, title=title)
    return dict(summary)


def _announce(address: str, sign_ins: Any) -> None:
    """Say, on standard error, where the workplace is and who may sign in."""
    from .output import errors, plain, tables

    if people := plain(sign_ins):
        tables({"sign_ins": people}, console=errors)
    errors.print(f"Interlock is at {address} (Ctrl-C ends it).", highlight=False)


def _counts(text: str) -> list[int]:
    """Read numbers of clients with commas between them; the server has connections for 64."""
    words = [word.strip() for word in text.split(",")]
    if not all(word.isdecimal() and 1 <= int(word) <= MOST_CLIENTS for word in words):
        raise typer.BadParameter(f"whole numbers from 1 to {MOST_CLIENTS}, with commas, as 2,8,32")
    return [int(word) for word in words]


def _end(summary: dict[str, Any]) -> None:
    raise typer.Exit(0 if summary.get("laws_ok", True) else 1)
