"""Finds the commands of `certify`.

A module `certify_app/cli/<name>.py` with a function `command` is the command `<name>`
(`import_.py` is `import`, `check_mail.py` is `check-mail`; `_name.py` is none). Nothing else
is needed to add one. Import heavy things inside `command`, so that all commands start fast,
and declare options as `Annotated[str, typer.Option()] = ""`, so that code may call it too.
`EXAMPLES`, lines as somebody would type them, end its help.
"""

import sys
from collections.abc import Callable
from importlib import import_module
from pkgutil import iter_modules

import typer

import certify_app.cli


def command_modules() -> dict[str, str]:
    """Module name by command name."""
    found = sorted(m.name for m in iter_modules(certify_app.cli.__path__))
    names = (n for n in found if n != "main" and not n.startswith("_"))
    return {name.strip("_").replace("_", "-"): name for name in names}


def load(name: str) -> Callable[..., None]:
    """The function behind a command, or a `typer.Typer` with commands of its own."""
    module = import_module(f"certify_app.cli.{command_modules()[name]}")
    command: Callable[..., None] = module.command
    return command


def make_app(wanted: str = "") -> typer.Typer:
    """With `wanted`, only that command is loaded."""
    app = typer.Typer(name="certify", no_args_is_help=True, add_completion=True)
    app.callback()(lambda: None)
    names = command_modules()
    for name in [wanted] if wanted in names else names:
        found = load(name)
        if isinstance(found, typer.Typer):
            app.add_typer(found, name=name, epilog=examples(name))
        else:
            app.command(name=name, epilog=examples(name))(found)
    return app


def examples(name: str) -> str | None:
    """The end of a command's help: a paragraph for each, as typer keeps no single lines."""
    module = import_module(f"certify_app.cli.{command_modules()[name]}")
    lines: tuple[str, ...] = getattr(module, "EXAMPLES", ())
    return "\n\n".join(["For example:", *lines]) if lines else None


def run() -> None:
    """The entry point: errors that name themselves end in their sentence, not a traceback."""
    from certify_app.build.errors import CannotRunError
    from certify_app.config import BadSettings
    from certify_app.domain.errors import DomainError

    try:
        make_app(sys.argv[1] if len(sys.argv) > 1 else "")()
    except (BadSettings, DomainError, CannotRunError) as error:
        print(error, file=sys.stderr)
        raise SystemExit(1) from None
