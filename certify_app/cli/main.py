"""Finds the commands of `certify`.

A module `certify_app/cli/<name>.py` with a function `command` is the command `<name>`
(`import_.py` is `import`, `check_mail.py` is `check-mail`). Nothing else is needed to add one.
Import heavy things inside `command`, so that every other command starts fast.
"""

import sys
from importlib import import_module
from pkgutil import iter_modules

import typer

import certify_app.cli

OWN = {"main"}


def command_modules() -> dict[str, str]:
    """Module name by command name."""
    found = [m.name for m in iter_modules(certify_app.cli.__path__)]
    return {
        name.strip("_").replace("_", "-"): name
        for name in sorted(found)
        if name not in OWN and not name.startswith("_")
    }


def make_app(wanted: str | None = None) -> typer.Typer:
    """With `wanted`, only that command is loaded."""
    app = typer.Typer(
        name="certify", no_args_is_help=True, pretty_exceptions_show_locals=False
    )
    app.callback()(lambda: None)
    commands = command_modules()
    for name in [wanted] if wanted in commands else commands:
        module = import_module(f"certify_app.cli.{commands[str(name)]}")
        app.command(name=name)(module.command)
    return app


def run() -> None:
    make_app(sys.argv[1] if len(sys.argv) > 1 else None)()
