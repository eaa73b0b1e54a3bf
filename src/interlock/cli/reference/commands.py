"""Commands and their options, from the command line itself, and the keys that ``--json`` prints."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, get_args

import typer

from .text import code, one_line, table

_INTRO = """\
Every command has `--help`. Results go to standard output, all else to standard error. Status 0: done. Status 1:
something the command checked does not hold. Status 2: it could not work, and one line says why and what to do."""
_JSON = "`--json` prints one JSON object on standard output. Amounts are text with their decimals. Keys are a contract."
_ENVIRONMENT = [
    ("INTERLOCK_HOME", "where the data lies: database, files, secret key (default `./var`)"),
    ("INTERLOCK_DATABASE_URL", "a PostgreSQL server to use instead of the embedded one"),
    ("INTERLOCK_SECRET_KEY", "the key that signs sessions (default: made once, kept in `$INTERLOCK_HOME/secret_key`)"),
    ("INTERLOCK_ALLOWED_HOSTS", "names the workplace answers to, with commas (default: this machine only)"),
    ("INTERLOCK_TRUSTED_ORIGINS", "addresses that may send forms, with commas"),
    ("INTERLOCK_HTTPS", "`1` behind a proxy that speaks HTTPS: secure cookies and HSTS"),
    ("INTERLOCK_TRUSTED_PROXIES", "proxies believed when they say whom a request comes from: addresses, networks"),
    ("INTERLOCK_WRONG_PASSWORDS", "wrong passwords that lock a person at an address out (5)"),
    ("INTERLOCK_LOCKED_MINUTES", "how long that lasts (15)"),
    ("INTERLOCK_OIDC_ISSUER", "sign-in by OpenID Connect: the issuer; without one it is not offered"),
    ("INTERLOCK_OIDC_CLIENT_ID", "… who we are there"),
    ("INTERLOCK_OIDC_CLIENT_SECRET", "… and the secret for it"),
    ("INTERLOCK_OIDC_NAME", "… what the button says"),
    ("INTERLOCK_OIDC_USER_CLAIM", "… the claim that is the user name here; without one the verified e-mail address"),
    ("INTERLOCK_LOG_LEVEL", "default `WARNING`"),
    ("INTERLOCK_PYTHON", "the Python that makes `.venv`"),
]

#: command → key → what it says. A test holds these against what the commands return.
KEYS: dict[str, dict[str, str]] = {
    "demo, day, load adventureworks": {
        "orders": "orders in the files, repeats counted",
        "accepted": "orders taken in, held ones among them",
        "held": "orders held now, by reason; an order with two reasons counts under both",
        "shipped": "orders that have left in full",
        "recognised": "orders that are revenue in full",
        "returned": "returns that took effect",
        "revenue": "amount, net of VAT, before returns",
        "vat": "output VAT, amount",
        "cost": "cost of what is revenue, before returns, amount",
        "returned_revenue": "revenue of what came back, amount",
        "returned_cost": "cost of what came back, amount",
        "settled": "orders that a statement pays, in full or not",
        "differences": "what statements say otherwise than we, by result; `not_settled`: revenue that none names",
        "vouchers": "vouchers in the books",
        "automatic_voucher_pct": "share of the vouchers that nobody typed, in percent",
        "trial_balance": "`debit`, `credit` (amounts) and `balanced`",
        "laws_ok": "true when every law holds",
        "seconds": "seconds by stage",
    },
    "check": {
        "laws_ok": "true when every law holds",
        "laws": "a law each: `context`, `name`, `law`, `holds`, `broken` (the first rows that break it)",
        "seconds": "how long it took",
    },
    "report automatic": {
        "month": "the month, the latest with a voucher unless one is asked for",
        "vouchers": "vouchers of the month",
        "automatic_voucher_pct": "share of them that nobody typed, in percent",
        "lines": "their journal lines",
        "automatic_line_pct": "share of the lines that nobody typed, in percent",
        "typed_vouchers": "vouchers that somebody typed",
        "typed_lines": "their journal lines",
        "carried_vouchers": "vouchers by which a close carried profit and loss forward; nobody typed them",
        "carried_lines": "their lines",
        "automatic_voucher_pct_without_carried": "the share of vouchers when these are left out of both sides",
        "automatic_line_pct_without_carried": "the share of lines when these are left out of both sides",
        "companies": "a company each: `company` and all figures",
    },
    "report cash-flow": {
        "agrees": "true when the end of every column is what the cash accounts hold",
        "companies": (
            "a company each: `company`, `currency`, `month`, `agrees`, `missing` (columns that do not tie), `lines` "
            "(`code`, `name_en`, `name_zh`, `month`, `year_to_date`, `year_before`)"
        ),
    },
    "report balance-sheet, report income-statement": {
        "agrees": "true when every account with money is in a line and both sides of every balance sheet are equal",
        "companies": (
            "a company each: `company`, `currency`, `month`, `agrees`, `missing` (accounts in no line), `lines` "
            "(`code`, `name_en`, `name_zh`; of a balance sheet `closing`, `year_opening`; of an income statement "
            "`month`, `year_to_date`, `year_before`)"
        ),
    },
    "report trial-balance": {
        "balanced": "true when every company's debits equal its credits",
        "companies": (
            "a company each: `company`, `currency`, `month`, `balanced`, `opening`, `debit`, `credit`, `accounts` "
            "(`code`, `name_en`, `opening`, `debit`, `credit`, `closing`)"
        ),
    },
    "bench settle": {
        "orders": "orders of the shop",
        "rows": "rows of the statement: one order in a hundred is late, one in a thousand is not ours",
        "seconds": "from the file to the journal",
        "rows_per_second": "rows by seconds",
        "stages": "seconds by stage",
        "statements": "SQL statements of all stages",
        "slowest": "the six slowest blocks of SQL, in seconds",
        "matched": "rows that agree with their orders",
        "differences": "rows that do not, by result",
        "planted": "mistakes that were planted, by result",
        "all_found": "true when every planted mistake was found, and nothing else",
        "payout": "what is paid out, amount",
        "python_mb": "the most memory that the program took",
        "laws_ok": "true when the laws of settlement and of the books hold",
        "machine": "`cpus`, `machine`, `system`",
        "settings": "the server's settings that matter to writing",
    },
    "bench finance": {
        "lines": "lines of the journal, spread over twelve months",
        "events": "events that are posted on top",
        "build_seconds": "how long writing the journal took, which is not what is measured",
        "stages": "a stage each: `stage`, `seconds`, `statements`, `rows_read` (of all tables, scanned or by index), "
        "`python_mb` (the most the program took so far), `spilled_mb` (what the server put on disk to sort or hash)",
        "match": "the matching of receipts, as `bench settle` measures it; null without",
        "python_mb": "the most memory that the program took",
        "laws_ok": "true when the laws of the books hold",
        "machine": "`cpus`, `machine`, `system`",
        "settings": "the server's settings that matter to writing",
    },
    "bench order-day": {
        "orders": "orders in the files",
        "lines_per_order": "order lines an order",
        "stages": "a stage each: `stage`, `seconds`, `documents`, `rows`, `rows_per_second`, `statements`",
        "seconds": "from the first file to the last sealed voucher",
        "orders_per_second": "orders by seconds",
        "rows_per_second": "rows that are there afterwards, by seconds",
        "statements": "statements of all stages",
        "rows_per_order": "rows that are there afterwards, an order",
        "rows_written_per_order": "rows inserted, those that are gone again among them, an order",
        "bytes_per_order": "growth of tables and indexes, an order",
        "copy_floor_seconds": "what COPY needs for the same rows into the same tables with their indexes",
        "ratio_to_copy_floor": "seconds by that",
        "tables": "a table each: `table`, `rows`, `rows_per_order`, `bytes_per_order`",
        "recognised": "orders that are revenue in full",
        "revenue": "amount, net of VAT",
        "python_mb": "the most memory that the program took",
        "laws_ok": "true when every law holds",
        "machine": "`cpus`, `machine`, `system`, `memory_gb`",
        "settings": "the server's settings that matter to writing",
    },
    "bench web": {
        "orders": "orders in the database",
        "journal_lines": "journal lines of the day that was really run; the other orders are written after its own",
        "database_mb": "its size",
        "runs": (
            "a number of clients and kind of request each: `clients` (`1 client`, `8 clients`, `32 clients` in a "
            "closed loop; `50 people` who think for five seconds in between), `request` (`list`, `document`, `trace`, "
            "`search`, `create`: an order of three lines over the interface), `requests`, `per_second`, `mean_ms`, "
            "`p50_ms`, `p95_ms`, `kilobytes` (an answer), `errors` (by status)"
        ),
        "bulk": "calls of 5,000 orders with two lines each: the same figures, `orders`, `orders_per_second`",
        "aims": "what is aimed at, each: `clients`, `request`, `aim_ms`, `p95_ms` (or orders a second), `met`",
        "errors": "answers that were not as expected, all runs",
        "laws_ok": "true when the laws of orders, deliveries and numbers hold",
        "fill_seconds": "how long it took to write the other orders",
        "machine": "`cpus`, `machine`, `system`",
        "settings": "the server's settings that matter to writing",
    },
    "bench race": {
        "hot_items": "items that all clients want",
        "lines_per_order": "order lines an order",
        "orders_per_batch": "orders a client takes in at a time",
        "runs": (
            "a number of clients each: `clients`, `seconds` (from the start to the last client's end), `orders` (taken "
            "in), `shipped`, `recognised`, `returned` (came back in part), `no_stock`, `orders_per_second` (shipped), "
            "`posted_per_second` (shipped, until the last is posted), `errors`, `error_kinds`, `retries` (lock "
            "time-outs and deadlocks that the runner tried again), `oversold_pieces`, `laws_ok`"
        ),
        "errors": "errors that a client saw, all runs; an order that finds no stock is an answer",
        "oversold_pieces": "pieces promised or sent that were not there, all runs",
        "laws_ok": "true when every law holds after every run",
        "clean": "true with no error, nothing oversold and every law kept",
        "machine": "`cpus`, `machine`, `system`, `memory_gb`",
        "settings": "the server's settings that matter to writing",
    },
}


def page() -> str:
    lines = [_INTRO]
    for name, command in _leaves(typer.main.get_command(_app()), "./interlock"):
        lines += ["", f"## {name}", "", one_line(command.help or "")]
        options = [
            (code(_names(one)), one_line(_said(one)), _default(one))
            for one in command.params
            if one.name != "help" and not one.hidden
        ]
        if options:
            lines += ["", table(["option", "meaning", "default"], options)]
    variables = [(code(name), meaning) for name, meaning in _ENVIRONMENT]
    return "\n".join([*lines, "", "## Environment", "", table(["variable", "meaning"], variables)])


def json_page() -> str:
    lines = [_JSON]
    for commands, keys in KEYS.items():
        lines += ["", f"## {commands}", "", table(["key", "meaning"], [(code(k), m) for k, m in keys.items()])]
    return "\n".join(lines)


def _app() -> Any:
    from interlock.cli.app import app

    return app


def _leaves(command: Any, name: str) -> Iterator[tuple[str, Any]]:
    if commands := getattr(command, "commands", None):
        for word, one in commands.items():
            yield from _leaves(one, f"{name} {word}")
    else:
        yield name, command


def _names(option: Any) -> str:
    if option.param_type_name == "argument":
        return str(option.name).upper()
    return ", ".join([*option.opts, *option.secondary_opts])


def _said(option: Any) -> str:
    choices = [one for one in get_args(option.type_descriptor.annotation) if isinstance(one, str)]
    said = str(option.help or "")
    return f"{said} ({', '.join(choices)})" if choices and ":" not in said else said


def _default(option: Any) -> str:
    if option.required:
        return "required"
    return "" if option.default in (None, False) or callable(option.default) else code(option.default)
