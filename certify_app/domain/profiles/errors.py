"""What may go wrong in a profile, each with one sentence."""

from __future__ import annotations

from certify_app.domain.errors import DomainError
from certify_app.locales import N_


class BirthDateMissing(DomainError):
    sentence = N_("Enter your date of birth")
    field = "date_of_birth"


class BadUserName(DomainError):
    sentence = N_(
        "Enter a user name of 3 to 50 letters, digits, full stops, hyphens or underscores"
    )
    field = "user_name"


class UserNameTaken(DomainError):
    sentence = N_("Somebody else has this user name. Choose another.")
    field = "user_name"


class BadPhone(DomainError):
    sentence = N_("Enter a phone number, like 01632 960 001 or +44 808 157 0192")
    field = "phone"


class NumberIsYours(DomainError):
    sentence = N_("This enrolment number is yours already")
    field = "enrolment_number"


class NumberDoesNotMatch(DomainError):
    """Never which part: the number, the name, the date of birth or the email."""

    sentence = N_(
        "This enrolment number does not match your name and date of birth or email in the "
        "records of {body}. Check it, or contact {mailbox}."
    )
    field = "enrolment_number"


class WrongCurrentPassword(DomainError):
    sentence = N_("The current password is not right")
    field = "current_password"


class CurrentPasswordMissing(DomainError):
    sentence = N_("Enter your current password")
    field = "current_password"


class EmailIsTaken(DomainError):
    sentence = N_("Another account uses this email. Enter a different one.")
    field = "email"


class EmailIsYours(DomainError):
    sentence = N_("This email is yours already. Make it primary in the list of your emails.")
    field = "email"


class TooManyEmails(DomainError):
    sentence = N_("You can have {most} emails. Remove one first.")
    field = "email"


class EmailIsPrimary(DomainError):
    sentence = N_("This is your primary email. Make another one primary first.")
    field = "email"


class PhotoTooLarge(DomainError):
    sentence = N_("Choose a photo of at most 10 MB")
    field = "photo"


class NotAPhoto(DomainError):
    sentence = N_("Choose a photo that is a JPEG, PNG, WebP or HEIC file")
    field = "photo"


class TooManyPixels(DomainError):
    sentence = N_("This picture has too many pixels. Make it smaller first.")
    field = "photo"
