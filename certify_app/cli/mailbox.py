"""`certify mailbox`: the mails written, sent or not."""

import json
from typing import TYPE_CHECKING, Any

import typer

if TYPE_CHECKING:
    from certify_app.domain.messages.models import Mail

EXAMPLES = (
    "certify mailbox --to jane@example.org",
    "certify mailbox --json",
)


def command(
    to: str = typer.Option("", help="Only mails to addresses with this in them."),
    as_json: bool = typer.Option(False, "--json", help="Print one JSON document."),
) -> None:
    """List the mails, the newest first."""
    from certify_app.db.engine import read_now
    from certify_app.domain.messages.queries import list_mails

    mails = read_now(list_mails, to)
    if as_json:
        print(json.dumps([as_dict(mail) for mail in mails], ensure_ascii=False, indent=2))
    else:
        _print_table(mails)


def as_dict(mail: "Mail") -> dict[str, Any]:
    """The keys that scripts rely on; moments in ISO 8601, UTC."""
    return {
        "to": mail.to,
        "subject": mail.subject,
        "text": mail.text,
        "html": mail.html,
        "created_at": mail.created_at.isoformat(),
        "sent_at": mail.sent_at.isoformat() if mail.sent_at else None,
    }


def _print_table(mails: "list[Mail]") -> None:
    from rich.console import Console
    from rich.table import Table

    from certify_app.domain.messages.moments import moment
    from certify_app.domain.messages.standing import standing

    table = Table("Written", "To", "Subject", "Status", box=None, pad_edge=False)
    for mail in mails:
        table.add_row(moment(mail.created_at), mail.to, mail.subject, standing(mail))
    Console().print(table if mails else "No mails.")
