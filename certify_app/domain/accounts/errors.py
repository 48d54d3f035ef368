"""What may go wrong on the way in, each with one sentence."""

from __future__ import annotations

from certify_app.domain.errors import DomainError
from certify_app.locales import N_


class EmailMissing(DomainError):
    sentence = N_("Enter your email")
    field = "email"


class PasswordMissing(DomainError):
    sentence = N_("Enter your password")
    field = "password"


class ConfirmationMissing(DomainError):
    sentence = N_("Enter the password again")
    field = "confirm_password"


class FirstNameMissing(DomainError):
    sentence = N_("Enter your first name")
    field = "first_name"


class LastNameMissing(DomainError):
    sentence = N_("Enter your last name")
    field = "last_name"


class NumberMissing(DomainError):
    sentence = N_("Enter your enrolment number")
    field = "enrolment_number"


class BadNumber(DomainError):
    sentence = N_("Enter your enrolment number as your awarding body wrote it to you")
    field = "enrolment_number"


class BadBirthDate(DomainError):
    sentence = N_("Enter your date of birth as day, month and year, like 27/03/1998")
    field = "date_of_birth"


class DetailsDoNotMatch(DomainError):
    """Email, name or enrolment number; it never says which."""

    sentence = N_(
        "These details do not match the records of {body}. Check your email, name and "
        "enrolment number, or give your date of birth as well."
    )


class AlreadyRegistered(DomainError):
    """Said only to somebody who knows what the records hold."""

    sentence = N_(
        "You have registered already. Log in, or use Forgot my password. "
        "If it was not you, contact {mailbox}."
    )


class EmailTaken(DomainError):
    sentence = N_("This email belongs to another account. Log in with it, or contact {mailbox}.")


class WrongCredentials(DomainError):
    """One message for all, so that nobody learns who is registered."""

    sentence = N_("The email or password is not right")
    field = "password"


class LockedByWrongPasswords(DomainError):
    """For known and unknown addresses alike (guide 2.3.2)."""

    sentence = N_(
        "Your account is locked because the password was wrong too many times. "
        "Use Forgot my password to set a new one."
    )


class LockedByStaff(DomainError):
    """Said only to who knows the password."""

    sentence = N_("Your account has been locked by {body}. Contact {mailbox}.")


class TooBusy(DomainError):
    """More passwords to check than this machine can; nothing was counted."""

    sentence = N_("Certify is busy. Try again in a minute.")


class PasswordNotGivenAgain(DomainError):
    """It was, too long ago or never in this login session."""

    sentence = N_("Enter your password again to do this")


class NotRegistered(DomainError):
    sentence = N_("This email is not registered. Check it, or register.")
    field = "email"


class LinkUnknown(DomainError):
    sentence = N_(
        "This link is not one of ours, or a part of it is missing. "
        "Copy the whole link from the email."
    )


class LinkUsed(DomainError):
    sentence = N_("This link has been used. Each link works once.")


class LinkExpired(DomainError):
    sentence = N_("This link is too old. It worked until {moment}.")


class LinkSuperseded(DomainError):
    sentence = N_("This link was replaced by a newer one. Use the newest email.")


class NoSuchAccount(DomainError):
    sentence = N_("There is no account with this email")
    field = "email"


class NoSuchRegistration(DomainError):
    sentence = N_("There is no registration {number} waiting")
