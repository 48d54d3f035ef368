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
