"""`certify setup`: the database, the awarding body's name and its first administrator.

Asks for what was not given, unless --password-stdin says that nobody is there to answer.
May be run again: what is there is kept, and a second administrator is not made.
"""

from __future__ import annotations

import sys
from typing import Annotated

import typer

EXAMPLES = (
    "certify setup",
    'echo "$PASSWORD" | certify setup --name "Teifi Awards" --email olwen@example.org '
    "--first-name Olwen --last-name Rees --password-stdin",
)


def command(
    name: Annotated[str, typer.Option(help="The awarding body's.")] = "",
    brand: Annotated[str, typer.Option(help="Its colour, such as #17516f.")] = "",
    email: Annotated[str, typer.Option(help="The administrator's, to log in with.")] = "",
    first_name: Annotated[str, typer.Option(help="The administrator's.")] = "",
    last_name: Annotated[str, typer.Option(help="The administrator's.")] = "",
    password_from_stdin: Annotated[
        bool, typer.Option("--password-stdin", help="Read the password from input.")
    ] = False,
) -> None:
    """Make a new deployment ready: database, name, administrator."""
    from certify_app.cli import migrate
    from certify_app.db.engine import read_now, write_now
    from certify_app.domain.accounts.create_administrator import create_administrator
    from certify_app.domain.accounts.models import Role, StaffRole
    from certify_app.domain.accounts.queries import first_account
    from certify_app.domain.awarding_body.name_body import name_body

    asks = not password_from_stdin
    migrate.command()
    body = write_now(name_body, name or _ask("Name of the awarding body", asks), brand)
    print(f"The awarding body is {body.name}.")
    if read_now(first_account, Role.STAFF, StaffRole.ADMINISTRATOR):
        print("There is an administrator already. Others: certify create-admin EMAIL")
        return
    who = email or _ask("Administrator's email", asks)
    names = first_name or _ask("First name", asks), last_name or _ask("Last name", asks)
    account = write_now(create_administrator, who, *names, _password(asks))
    print(f"{account.email} is an administrator. Next: certify doctor")


def _ask(words: str, asks: bool) -> str:
    return str(typer.prompt(words)) if asks else ""


def _password(asks: bool) -> str:
    if not asks:
        return sys.stdin.readline().rstrip("\r\n")
    return str(typer.prompt("Password", hide_input=True, confirmation_prompt=True))
