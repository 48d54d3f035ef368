"""`certify unlock`: lifts the lock of staff and the one of wrong passwords."""

import sys

import typer

EXAMPLES = ("certify unlock jane@example.org",)


def command(email: str = typer.Argument(help="Email or user name of the account.")) -> None:
    """Let an account log in again."""
    from certify_app.db.engine import write_now
    from certify_app.domain.accounts.lock_account import unlock_account
    from certify_app.domain.errors import DomainError

    try:
        account = write_now(unlock_account, email)
    except DomainError as error:
        print(error, file=sys.stderr)
        raise typer.Exit(1) from None
    print(f"{account.email} can log in again.")
