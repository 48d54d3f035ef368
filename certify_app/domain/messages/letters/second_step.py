"""Mails about two-step login; nobody can switch them off."""

from __future__ import annotations

from datetime import datetime

from certify_app.domain.messages.letter import Button, Letter
from certify_app.domain.messages.moments import moment
from certify_app.domain.messages.sender import Sender
from certify_app.locales import _


def two_step_on(sender: Sender, *, first_name: str, at: datetime) -> Letter:
    return _letter(
        sender,
        first_name,
        _("Two-step login is on"),
        _("Two-step login was turned on for your account on {moment}.", moment=moment(at)),
        _("From now on, logging in takes your password and a code of your authenticator app."),
    )


def two_step_off(sender: Sender, *, first_name: str, at: datetime) -> Letter:
    return _letter(
        sender,
        first_name,
        _("Two-step login is off"),
        _("Two-step login was turned off for your account on {moment}.", moment=moment(at)),
        _("From now on, your password alone logs you in."),
    )


def recovery_code_used(sender: Sender, *, first_name: str, left: int) -> Letter:
    return _letter(
        sender,
        first_name,
        _("A recovery code was used"),
        _("Somebody logged in to your account with your password and a recovery code."),
        _("Recovery codes that still work: {left}", left=left),
    )


def _letter(sender: Sender, first_name: str, heading: str, *says: str) -> Letter:
    return Letter(
        subject=heading,
        preview=says[0],
        heading=heading,
        paragraphs=(_("Hi {name},", name=first_name), *says),
        button=Button(_("Reset my password"), f"{sender.address}/forgot-password"),
        afterwards=(
            _("If it was you, you do not need to do anything."),
            _("If it was not you, reset your password now and tell us."),
        ),
        reason=_("Your account uses this email address."),
    )
