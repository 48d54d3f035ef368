"""Mails about an account's safety (guide 2.3); nobody can switch them off."""

from __future__ import annotations

from datetime import datetime

from certify_app.domain.messages.letter import Button, Letter
from certify_app.domain.messages.moments import moment
from certify_app.domain.messages.sender import Sender
from certify_app.locales import _


def reset_password(sender: Sender, *, first_name: str, link: str, expires_at: datetime) -> Letter:
    return Letter(
        subject=_("Reset your password"),
        preview=_("Choose a new password with the link inside."),
        heading=_("Reset your password"),
        paragraphs=(
            _("Hi {name},", name=first_name),
            _(
                "You asked for a new password for your {body} account. Choose it on the next page.",
                body=sender.name,
            ),
        ),
        button=Button(_("Reset my password"), link),
        afterwards=(
            _("The link works once, until {moment}.", moment=moment(expires_at)),
            _("If you did not ask for it, ignore this email. Your password stays."),
        ),
        reason=_our_reader(),
    )


def password_changed(sender: Sender, *, first_name: str, at: datetime) -> Letter:
    return Letter(
        subject=_("Your password was changed"),
        preview=_("If it was not you, reset it now."),
        heading=_("Your password was changed"),
        paragraphs=(
            _("Hi {name},", name=first_name),
            _(
                "The password of your account was changed on {moment}. "
                "You have been logged out everywhere else.",
                moment=moment(at),
            ),
            _("If it was you, you do not need to do anything."),
            _("If it was not you, reset your password now and tell us."),
        ),
        button=_forgot(sender),
        reason=_our_reader(),
    )


def new_sign_in(
    sender: Sender, *, first_name: str, at: datetime, browser: str, address: str
) -> Letter:
    return Letter(
        subject=_("New sign-in to your account"),
        preview=_("If it was not you, reset your password now."),
        heading=_("New sign-in to your account"),
        paragraphs=(
            _("Hi {name},", name=first_name),
            _("Somebody logged in to your account from a browser we did not know."),
        ),
        facts=(
            (_("When"), moment(at)),
            (_("Browser"), browser or _("Unknown")),
            (_("Network address"), address or _("Unknown")),
        ),
        button=_forgot(sender),
        afterwards=(
            _("If it was you, you do not need to do anything."),
            _("If it was not you, reset your password now and tell us."),
        ),
        reason=_our_reader(),
    )


def account_locked(
    sender: Sender, *, first_name: str, by_staff: bool = False, by_code: bool = False
) -> Letter:
    if by_staff:
        return _locked_by_staff(sender, first_name)
    return _locked_by_code(sender, first_name) if by_code else _locked(sender, first_name)


def _locked_by_code(sender: Sender, first_name: str) -> Letter:
    return Letter(
        subject=_("Your account is locked"),
        preview=_("The code was wrong too many times."),
        heading=_("Your account is locked"),
        paragraphs=(
            _("Hi {name},", name=first_name),
            _(
                "Your account is locked because the code was wrong too many times. "
                "Use Forgot my password to set a new password."
            ),
        ),
        button=Button(_("Forgot my password"), f"{sender.address}/forgot-password"),
        afterwards=(
            _("If you did not try to log in, somebody else knows your password. Set a new one."),
        ),
        reason=_our_reader(),
    )


def _locked(sender: Sender, first_name: str) -> Letter:
    return Letter(
        subject=_("Your account is locked"),
        preview=_("The password was wrong too many times."),
        heading=_("Your account is locked"),
        paragraphs=(
            _("Hi {name},", name=first_name),
            _(
                "Your account is locked because the password was wrong too many times. "
                "Use Forgot my password to set a new one."
            ),
        ),
        button=Button(_("Forgot my password"), f"{sender.address}/forgot-password"),
        afterwards=(_("If you did not try to log in, somebody else did. They did not get in."),),
        reason=_our_reader(),
    )


def _locked_by_staff(sender: Sender, first_name: str) -> Letter:
    return Letter(
        subject=_("Your account is locked"),
        preview=_("Contact us to have it unlocked."),
        heading=_("Your account is locked"),
        paragraphs=(
            _("Hi {name},", name=first_name),
            _(
                "Your account has been locked by {body}. Contact {mailbox}.",
                body=sender.name,
                mailbox=sender.mailbox,
            ),
        ),
        reason=_our_reader(),
    )


def confirm_email(sender: Sender, *, first_name: str, link: str, expires_at: datetime) -> Letter:
    return Letter(
        subject=_("Confirm your new email"),
        preview=_("One step is left: confirm that this is your email."),
        heading=_("Confirm your new email"),
        paragraphs=(
            _("Hi {name},", name=first_name),
            _(
                "You asked to use this email for your {body} account. Confirm it on the next page.",
                body=sender.name,
            ),
        ),
        button=Button(_("Confirm my email"), link),
        afterwards=(
            _("The link works once, until {moment}.", moment=moment(expires_at)),
            _("If you did not ask for it, ignore this email. Nothing changes."),
        ),
        reason=_("Somebody gave this email address as their new one."),
    )


def email_change_asked(sender: Sender, *, first_name: str, email: str) -> Letter:
    return _new_email(
        sender,
        first_name,
        _("Your email is about to change"),
        _("Somebody asked to use {email} for your account from now on.", email=email),
        _("It changes when the link in a mail to the new address is followed."),
    )


def email_changed(sender: Sender, *, first_name: str, email: str) -> Letter:
    return _new_email(
        sender,
        first_name,
        _("Your email was changed"),
        _("Your account uses {email} from now on.", email=email),
        _("This is the last email to this address."),
    )


def email_add_asked(sender: Sender, *, first_name: str, email: str) -> Letter:
    return _new_email(
        sender,
        first_name,
        _("An email is about to be added"),
        _("Somebody asked to add {email} to your account.", email=email),
        _("It counts when the link in a mail to that address is followed."),
    )


def email_added(sender: Sender, *, first_name: str, email: str) -> Letter:
    return _new_email(
        sender,
        first_name,
        _("An email was added"),
        _("{email} logs in to your account too from now on.", email=email),
    )


def email_removed(sender: Sender, *, first_name: str, email: str) -> Letter:
    return _new_email(
        sender,
        first_name,
        _("An email was removed"),
        _("{email} does not belong to your account any more.", email=email),
    )


def primary_email_changed(sender: Sender, *, first_name: str, email: str) -> Letter:
    return _new_email(
        sender,
        first_name,
        _("Your primary email was changed"),
        _("Mails about your account go to {email} from now on.", email=email),
    )


def _new_email(sender: Sender, first_name: str, heading: str, *says: str) -> Letter:
    return Letter(
        subject=heading,
        preview=says[0],
        heading=heading,
        paragraphs=(_("Hi {name},", name=first_name), *says),
        afterwards=(
            _("If it was you, you do not need to do anything."),
            _("If it was not you, write to {mailbox} now.", mailbox=sender.mailbox),
        ),
        reason=_our_reader(),
    )


def _forgot(sender: Sender) -> Button:
    return Button(_("Reset my password"), f"{sender.address}/forgot-password")


def _our_reader() -> str:
    return _("Your account uses this email address.")
