"""A letter's looks: an HTML part for phones, day and night, and a plain text part.

The HTML has tables and inline styles because mail programs know little else. No
picture, script or font is fetched.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape

from certify_app.domain.messages.letter import Letter
from certify_app.domain.messages.sender import Sender
from certify_app.locales import _, language

LONGEST_SUBJECT = 300


@dataclass(frozen=True)
class Rendered:
    subject: str
    text: str
    html: str


def render(letter: Letter, sender: Sender) -> Rendered:
    words = {
        "letter": letter,
        "sender": sender,
        "language": language(),
        "help_line": _help_line(sender),
        "copy_line": _("If the button does not work, copy this address:"),
    }
    text = _templates().get_template("mail.txt").render(words)
    return Rendered(
        subject=one_line(letter.subject),
        text=text.strip() + "\n",
        html=_templates().get_template("mail.html").render(words),
    )


def one_line(text: str) -> str:
    """A header can't be broken out of: no line breaks or other control characters."""
    printable = "".join(c if c.isprintable() else " " for c in text)
    return " ".join(printable.split())[:LONGEST_SUBJECT]


def _help_line(sender: Sender) -> str:
    if not sender.phone:
        return _("Need help? Write to {mailbox}.", mailbox=sender.mailbox)
    return _(
        "Need help? Write to {mailbox} or call {phone}.",
        mailbox=sender.mailbox,
        phone=sender.phone.replace(" ", "\N{NO-BREAK SPACE}"),
    )


@cache
def _templates() -> Environment:
    return Environment(
        loader=FileSystemLoader(Path(__file__).parent / "templates"),
        autoescape=select_autoescape(["html"]),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
