"""The commands of ./interlock."""

from __future__ import annotations

from typing import Annotated

import typer

app = typer.Typer(
    help="Interlock: orders, stock and books in agreement.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

PASS_THROUGH = {"allow_extra_args": True, "ignore_unknown_options": True}

Port = Annotated[int, typer.Option(min=1, max=65535, help="Port of the workplace on 127.0.0.1.")]


@app.command("test", context_settings=PASS_THROUGH)
def run_the_tests(
    context: typer.Context,
    everything: Annotated[bool, typer.Option("--all", help="Also run the slow tests.")] = False,
) -> None:
    """Run the tests on a database of their own; further arguments go to pytest."""
    from .testing import run_tests  # noqa: PLC0415

    run_tests(context.args, everything=everything)


@app.command()
def up(port: Port = 8000) -> None:
    """Serve the workplace and work off jobs until Ctrl-C."""
    from . import database, serving  # noqa: PLC0415
    from .output import errors  # noqa: PLC0415

    serving.require_free_port(port)
    database.ready()
    serving.serve(port, lambda address: errors.print(f"Interlock is at {address} (Ctrl-C ends it)."))


@app.command()
def stop() -> None:
    """End a running demo or up, then the embedded database server."""
    from interlock import server  # noqa: PLC0415

    from . import serving  # noqa: PLC0415
    from .output import errors  # noqa: PLC0415

    served, ran = serving.stop_serving(), server.stop()
    errors.print("Stopped." if served or ran else "Nothing was running.")


@app.command(context_settings=PASS_THROUGH | {"help_option_names": []})
def manage(context: typer.Context) -> None:
    """Run one of Django's management commands; migrations run as the owner of the database."""
    from django.core.management import execute_from_command_line  # noqa: PLC0415

    from . import database  # noqa: PLC0415

    arguments = list(context.args) or ["help"]
    if arguments == ["migrate"]:
        database.ready()
        return
    database.start()
    if arguments[0] in {"migrate", "dbshell"} and not any(word.startswith("--database") for word in arguments):
        arguments.append("--database=owner")
    execute_from_command_line(["./interlock manage", *arguments])
