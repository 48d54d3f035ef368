"""Mails to the awarding body's own staff about their accounts."""

from __future__ import annotations

from certify_app.domain.messages.letter import Button, Letter
from certify_app.domain.messages.sender import Sender
from certify_app.locales import _


def staff_invited(sender: Sender, *, first_name: str) -> Letter:
    return Letter(
        subject=_("Your account for the console"),
        preview=_("Set your password to begin."),
        heading=_("Your account for the console"),
        paragraphs=(
            _("Hi {name},", name=first_name),
            _("You can work in the console of {body} now.", body=sender.name),
            _("Set your password first: enter this email at Forgot my password."),
        ),
        button=Button(_("Forgot my password"), f"{sender.address}/forgot-password"),
        afterwards=(_("If you do not work for {body}, ignore this email.", body=sender.name),),
        reason=_("You get this email because an administrator has added you to the staff."),
    )
