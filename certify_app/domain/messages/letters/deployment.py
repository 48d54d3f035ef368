"""Mails about the deployment itself, to the awarding body's mailbox."""

from __future__ import annotations

from certify_app.domain.messages.letter import Letter
from certify_app.domain.messages.sender import Sender
from certify_app.domain.watch.sayings import SAYS
from certify_app.locales import _


def deployment_alert(sender: Sender, *, names: list[str]) -> Letter:
    """`names` are those of `SAYS`."""
    said = tuple(_(SAYS[name]) for name in names)
    return Letter(
        subject=_("Certify needs somebody"),
        preview=said[0],
        heading=_("Certify needs somebody"),
        paragraphs=(
            *said,
            _("Hand this email to whoever looks after the server."),
        ),
        reason=_("This mailbox looks after the portal of {body}.", body=sender.name),
    )
