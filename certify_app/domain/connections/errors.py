"""What can go wrong between a learner and a third party, each with what to do."""

from __future__ import annotations

from certify_app.domain.errors import DomainError
from certify_app.locales import N_


class NoSuchConnection(DomainError):
    sentence = N_("There is no such connection")


class IsYourself(DomainError):
    sentence = N_("Enter the email of somebody else: this one is yours")
    field = "email"


class AlreadyConnected(DomainError):
    sentence = N_("You already have a connection with {email}. Edit or extend it instead")
    field = "email"


class DateMissing(DomainError):
    sentence = N_("Enter the date on which the share ends, such as 28/02/2027")
    field = "expiry_date"


class DateInThePast(DomainError):
    sentence = N_("Choose a date from today on")
    field = "expiry_date"


class DateTooFar(DomainError):
    sentence = N_("Choose a date up to {latest}")
    field = "expiry_date"


class DateNotLater(DomainError):
    sentence = N_("Choose a date after {present}")
    field = "expiry_date"


class NotAnswerable(DomainError):
    sentence = N_("This request was answered, ended or called off already")


class NotChangeable(DomainError):
    sentence = N_("This connection has ended. Extend it, or make a new one")


class ChosenAlready(DomainError):
    sentence = N_("You can change the documents once {name} has accepted the request")


class NotYoursToShare(DomainError):
    sentence = N_("Choose from your own documents and badges")


class BadPin(DomainError):
    sentence = N_("Enter a PIN of 4 to 8 digits")
    field = "pin"


class WrongPin(DomainError):
    sentence = N_("The PIN is not right. Ask the learner for it")
    field = "pin"


class TooSoonToAskAgain(DomainError):
    sentence = N_("A request was sent a short while ago. You can send it again in an hour")


class ShareEnded(DomainError):
    sentence = N_("This share has ended. Ask the learner for more time")


class InvitationUnknown(DomainError):
    sentence = N_(
        "This link is not one of ours, or a part of it is missing. "
        "Copy the whole link from the email."
    )


class InvitationReplaced(DomainError):
    sentence = N_("The request was sent again. Use the link of the newest email.")


class InvitationAnswered(DomainError):
    sentence = N_("This request has been answered already. Log in to see your connections.")


class InvitationCalledOff(DomainError):
    sentence = N_("The learner has cancelled this request. Nothing is shared with you by it.")


class InvitationEnded(DomainError):
    sentence = N_(
        "The time of this request is over, so nothing is shared by it. "
        "Ask the learner to extend it or to send a new one."
    )


class NotYourInvitation(DomainError):
    sentence = N_("This request was sent to another email. Log out, then open the link again.")


class NotShared(DomainError):
    """Never, not any more, or not with this account: nobody learns which."""

    sentence = N_(
        "This is not shared with you, or the share has ended. Ask the learner if you need it"
    )


class PinMissing(DomainError):
    sentence = N_("Enter the PIN that the learner has told you")
    field = "pin"


class NotForDownload(DomainError):
    sentence = N_("The learner lets you view this document, not download it")


class BirthDateUnknown(DomainError):
    sentence = N_(
        "The search is for those of 18 and over, and the records do not hold your date of birth. "
        "Write to {mailbox}."
    )
    field = "search_opt_in"


class Under18(DomainError):
    sentence = N_("The search is for those of 18 and over. You can opt in from {day}.")
    field = "search_opt_in"


class SearchNotApproved(DomainError):
    sentence = N_("The search is open to you once {body} has approved your account")


class SearchTooShort(DomainError):
    sentence = N_("Enter a first and a last name, or a whole reference")
    field = "search"


class NotFoundBySearch(DomainError):
    sentence = N_("Search for this learner first. They may have opted out meanwhile")
