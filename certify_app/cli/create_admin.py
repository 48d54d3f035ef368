"""`certify create-admin`: the first of the awarding body's staff."""

import sys

import typer

EXAMPLES = ("certify create-admin olwen@example.org --first-name Olwen --last-name Rees",)


def command(
    email: str = typer.Argument(help="The email to log in with."),
    first_name: str = typer.Option(..., prompt="First name"),
    last_name: str = typer.Option(..., prompt="Last name"),
    password_from_stdin: bool = typer.Option(
        False, "--password-stdin", help="Read the password from the first line of input."
    ),
) -> None:
    """Make an administrator's account. The password is asked for and never shown."""
    from certify_app.db.engine import write_now
    from certify_app.domain.accounts.create_administrator import create_administrator
    from certify_app.domain.errors import DomainError

    password = (
        sys.stdin.readline().rstrip("\r\n")
        if password_from_stdin
        else typer.prompt("Password", hide_input=True, confirmation_prompt=True)
    )
    try:
        account = write_now(create_administrator, email, first_name, last_name, password)
    except DomainError as error:
        print(error, file=sys.stderr)
        raise typer.Exit(1) from None
    print(f"{account.email} is an administrator.")
