"""Mails to those whom learners share with, about their account."""

from __future__ import annotations

from certify_app.domain.messages.letter import Letter
from certify_app.domain.messages.sender import Sender
from certify_app.locales import _


def sign_in_code(sender: Sender, *, code: str) -> Letter:
    """Six digits in two groups, as they are read aloud and typed."""
    shown = f"{code[:3]} {code[3:]}"
    return Letter(
        subject=_("{code} is your code", code=shown),
        preview=_("It works once, for 10 minutes."),
        heading=shown,
        paragraphs=(
            _("Enter this code on the page of {body} that asked for it.", body=sender.name),
            _("It works once, for 10 minutes. Tell it to nobody."),
            _("If you did not ask for it, ignore this email."),
        ),
        reason=_("Somebody entered this email address on our page."),
    )
