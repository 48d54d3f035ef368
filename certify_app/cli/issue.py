"""`certify issue`: one award to one learner."""

import sys
from typing import Annotated

import typer

EXAMPLES = ("certify issue TA-100001 601/0001/1 --date 31/12/2026 --grade Pass",)


def command(
    enrolment_number: Annotated[str, typer.Argument(help="The learner's.")],
    qualification_code: Annotated[str, typer.Argument(help="The qualification's.")],
    day: Annotated[str, typer.Option("--date", help="Such as 31/12/2026; today if none.")] = "",
    expires: Annotated[str, typer.Option(help="The expiry date, if there is one.")] = "",
    grade: str = "",
    reference: Annotated[str, typer.Option(help="One is made if none is given.")] = "",
) -> None:
    """Issue one award, with its documents and its badge."""
    import certify_app.db.tables  # noqa: F401 - the award's keys lead to other tables
    from certify_app.config import settings
    from certify_app.db.engine import write_now
    from certify_app.domain.awards.issue_award import NewAward, issue_award
    from certify_app.domain.clock import today
    from certify_app.domain.errors import DomainError
    from certify_app.domain.imports.dates import parse_date

    try:
        new = NewAward(
            enrolment_number=enrolment_number,
            qualification_code=qualification_code,
            award_date=parse_date(day) if day else today(settings().zone),
            expiry_date=parse_date(expires) if expires else None,
            grade=grade,
            reference=reference,
        )
        award = write_now(issue_award, new)
    except DomainError as error:
        print(f"{error}.", file=sys.stderr)
        raise typer.Exit(1) from None
    print(f"Award {award.reference} is issued.")
