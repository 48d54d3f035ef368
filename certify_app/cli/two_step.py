"""`certify two-step`: for somebody who has lost the app and the recovery codes."""

from typing import Annotated

import typer


def command(
    email: Annotated[str, typer.Argument(help="Email or user name of the account.")],
    off: Annotated[bool, typer.Option("--off", help="Turn two-step login off.")] = False,
) -> None:
    """Say whether an account has two-step login, or turn it off. Its owner is told by mail.

    Make sure first that it is the owner who asks.
    """
    from certify_app.db.engine import read_now, write_now
    from certify_app.domain.second_step.set_up import turn_off_for
    from certify_app.domain.second_step.standing import has_second_step

    if off:
        account = write_now(turn_off_for, email)
        print(f"{account.email} logs in with the password alone now.")
    else:
        print("on" if read_now(has_second_step, email) else "off")
