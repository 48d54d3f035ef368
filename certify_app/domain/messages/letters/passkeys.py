"""Mails about passkeys; nobody can switch them off."""

from __future__ import annotations

from datetime import datetime

from certify_app.domain.messages.letter import Button, Letter
from certify_app.domain.messages.moments import moment
from certify_app.domain.messages.sender import Sender
from certify_app.locales import _


def passkey_added(sender: Sender, *, first_name: str, name: str, at: datetime) -> Letter:
    says = _("A passkey was added to your account. It logs you in without your password.")
    return _letter(sender, first_name, _("A passkey was added"), says, name, at)


def passkey_removed(sender: Sender, *, first_name: str, name: str, at: datetime) -> Letter:
    says = _("A passkey was removed from your account. It logs nobody in any more.")
    return _letter(sender, first_name, _("A passkey was removed"), says, name, at)


def _letter(
    sender: Sender, first_name: str, heading: str, says: str, name: str, at: datetime
) -> Letter:
    return Letter(
        subject=heading,
        preview=says,
        heading=heading,
        paragraphs=(_("Hi {name},", name=first_name), says),
        facts=((_("Passkey"), name or _("Unknown")), (_("When"), moment(at))),
        button=Button(_("Reset my password"), f"{sender.address}/forgot-password"),
        afterwards=(
            _("If it was you, you do not need to do anything."),
            _("If it was not you, reset your password now and tell us."),
        ),
        reason=_("Your account uses this email address."),
    )
