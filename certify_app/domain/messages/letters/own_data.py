"""Mails about the copy of one's data, and about its erasure; nobody can switch them off."""

from __future__ import annotations

from datetime import datetime

from certify_app.domain.messages.letter import Button, Letter
from certify_app.domain.messages.moments import moment
from certify_app.domain.messages.sender import Sender
from certify_app.locales import _


def export_ready(sender: Sender, *, first_name: str, link: str, until: datetime) -> Letter:
    return Letter(
        subject=_("The copy of your data is ready"),
        preview=_("Log in and download it within seven days."),
        heading=_("The copy of your data is ready"),
        paragraphs=(
            _("Hi {name},", name=first_name),
            _("It holds what {body} knows about you here, in one ZIP file.", body=sender.name),
        ),
        button=Button(_("Go to Your data"), link),
        afterwards=(
            _("You can download it until {moment}.", moment=moment(until)),
            _("If you did not ask for it, change your password now and tell us."),
        ),
        reason=_("You asked for a copy of your data."),
    )


def erasure_asked(sender: Sender, *, first_name: str) -> Letter:
    return _erasure(
        first_name,
        _("You asked us to erase your account"),
        _("{body} looks at your request and answers by email.", body=sender.name),
        _("Until then nothing changes, and you can withdraw it under Profile, Your data."),
        _("If it was not you, change your password now and tell us."),
    )


def erasure_withdrawn(_sender: Sender, *, first_name: str) -> Letter:
    return _erasure(
        first_name,
        _("You withdrew your request for erasure"),
        _("Your account stays as it is."),
    )


def erasure_refused(sender: Sender, *, first_name: str, answer: str) -> Letter:
    return _erasure(
        first_name,
        _("Your account is not erased"),
        _("{body} answered your request for erasure:", body=sender.name),
        answer,
    )


def erasure_done(sender: Sender, *, first_name: str) -> Letter:
    return _erasure(
        first_name,
        _("Your account is erased"),
        _("What you told us of yourself is gone, and everything you shared has ended."),
        _("We keep the record of your awards, so that they can still be checked."),
        _("We keep orders and invoices for as long as the law asks."),
        _("This is the last email from {body} to your account.", body=sender.name),
    )


def _erasure(first_name: str, heading: str, *says: str) -> Letter:
    return Letter(
        subject=heading,
        preview=says[0],
        heading=heading,
        paragraphs=(_("Hi {name},", name=first_name), *says),
        reason=_("You asked for your account to be erased."),
    )
