"""`certify revoke REFERENCE`: take an award back."""

import sys
from typing import Annotated

import typer

EXAMPLES = ('certify revoke 10643835-01-3DCE7K --reason "Issued by mistake"',)


def command(
    reference: Annotated[str, typer.Argument(help="Such as 10643835-01-3DCE7K.")],
    reason: Annotated[str, typer.Option(help="Why; for staff alone.")],
    day: Annotated[
        str, typer.Option("--date", help="From which day, such as 31/12/2026; now if not given.")
    ] = "",
) -> None:
    """Take an award back. Its reference answers “revoked” from then on."""
    import certify_app.db.tables  # noqa: F401 - the award's keys lead to other tables
    from certify_app.db.engine import write_now
    from certify_app.domain.awards.revoke_award import revoke_award
    from certify_app.domain.errors import DomainError
    from certify_app.domain.imports.dates import parse_date

    try:
        award = write_now(revoke_award, reference, reason, parse_date(day) if day else None)
    except DomainError as error:
        print(f"{error}.", file=sys.stderr)
        raise typer.Exit(1) from None
    print(f"Award {award.reference} is revoked.")
