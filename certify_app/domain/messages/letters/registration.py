"""Mails on the way to an account (guide 2.2)."""

from __future__ import annotations

from datetime import datetime

from certify_app.domain.messages.letter import Button, Letter
from certify_app.domain.messages.moments import moment
from certify_app.domain.messages.sender import Sender
from certify_app.locales import _


def verify_email(sender: Sender, *, first_name: str, link: str, expires_at: datetime) -> Letter:
    return Letter(
        subject=_("Verify your email to finish registering"),
        preview=_("One step is left before you can log in."),
        heading=_("Verify your email"),
        paragraphs=(
            _("Hi {name},", name=first_name),
            _(
                "You are registering with {body}. Verify your email to finish, "
                "then log in to see your certificates.",
                body=sender.name,
            ),
        ),
        button=Button(_("Verify my email"), link),
        afterwards=(
            _("The link works once, until {moment}.", moment=moment(expires_at)),
            _("If you did not register, ignore this email. No account will be made."),
        ),
        reason=_("Somebody registered with this email address."),
    )


def already_registered(sender: Sender, *, first_name: str) -> Letter:
    return Letter(
        subject=_("You are already registered"),
        preview=_("Somebody tried to register with your enrolment number."),
        heading=_("You are already registered"),
        paragraphs=(
            _("Hi {name},", name=first_name),
            _(
                "Somebody tried to register with your enrolment number. You have an "
                "account already, so nothing was changed."
            ),
            _("If it was you, log in with this email address."),
        ),
        button=Button(_("Log in"), f"{sender.address}/login"),
        afterwards=(
            _("If you do not remember your password, use Forgot my password on the same page."),
            _("If it was not you, you do not need to do anything."),
        ),
        reason=_("Your account uses this email address."),
    )


def registration_waiting(sender: Sender, *, first_name: str) -> Letter:
    return Letter(
        subject=_("We are checking your registration"),
        preview=_("We will write to you when it is done."),
        heading=_("We are checking your registration"),
        paragraphs=(
            _("Hi {name},", name=first_name),
            _(
                "Thank you for verifying your email. It differs from the one in our "
                "records, so somebody at {body} checks your registration.",
                body=sender.name,
            ),
            _("You do not need to do anything. We will write to you when it is done."),
        ),
        reason=_("You registered with this email address."),
    )


def registration_approved(sender: Sender, *, first_name: str) -> Letter:
    return Letter(
        subject=_("Your registration is complete"),
        preview=_("You can log in now."),
        heading=_("You can log in now"),
        paragraphs=(
            _("Hi {name},", name=first_name),
            _(
                "{body} has checked your registration. Log in to see, download and "
                "share your certificates.",
                body=sender.name,
            ),
        ),
        button=Button(_("Log in"), f"{sender.address}/login"),
        reason=_("You registered with this email address."),
    )


def registration_refused(sender: Sender, *, first_name: str) -> Letter:
    return Letter(
        subject=_("We could not confirm your registration"),
        preview=_("Contact us and we will help you."),
        heading=_("We could not confirm your registration"),
        paragraphs=(
            _("Hi {name},", name=first_name),
            _(
                "{body} could not confirm that these details are yours, so no account was made.",
                body=sender.name,
            ),
            _("If they are, write to {mailbox}.", mailbox=sender.mailbox),
        ),
        reason=_("You registered with this email address."),
    )


def staff_new_registration(sender: Sender, *, name: str, enrolment_number: str) -> Letter:
    return Letter(
        subject=_("A registration is waiting for you"),
        preview=_("A learner's email differs from your records."),
        heading=_("A registration is waiting for you"),
        paragraphs=(
            _(
                "A learner has registered with an email that differs from your records. "
                "The name, date of birth and enrolment number match. Check that it is "
                "the same person before you approve."
            ),
        ),
        facts=((_("Name"), name), (_("Enrolment number"), enrolment_number)),
        button=Button(_("Check the registration"), f"{sender.address}/console"),
        reason=_("This is the mailbox of {body}.", body=sender.name),
    )
