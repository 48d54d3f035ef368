"""`certify lock`: nobody gets in with this account until it is unlocked."""

import sys

import typer

EXAMPLES = ('certify lock jane@example.org --reason "Asked by telephone"',)


def command(
    email: str = typer.Argument(help="Email or user name of the account."),
    reason: str = typer.Option("", help="Kept with the account, for staff alone."),
) -> None:
    """Lock an account: it is logged out everywhere and told by mail."""
    from certify_app.db.engine import write_now
    from certify_app.domain.accounts.lock_account import lock_account
    from certify_app.domain.errors import DomainError

    try:
        account = write_now(lock_account, email, reason)
    except DomainError as error:
        print(error, file=sys.stderr)
        raise typer.Exit(1) from None
    print(f"{account.email} is locked.")
