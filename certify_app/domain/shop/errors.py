"""What can go wrong in the shop, each with what to do."""

from __future__ import annotations

from certify_app.domain.errors import DomainError
from certify_app.locales import N_


class NotOnSale(DomainError):
    sentence = N_("{product} can no longer be ordered. Remove it from your basket")


class NothingToOrder(DomainError):
    sentence = N_("There are no items in your basket")


class BadQuantity(DomainError):
    sentence = N_("Enter a quantity from 1 to 99")
    field = "quantity"


class NoSuchAward(DomainError):
    sentence = N_("This qualification is not yours to order")


class NoSuchOrder(DomainError):
    sentence = N_("There is no such order")


class NoSuchCreditNote(DomainError):
    sentence = N_("There is no such credit note")


class ChooseAddress(DomainError):
    sentence = N_("Choose an address, or add one")
    field = "address"


class ChooseDelivery(DomainError):
    sentence = N_("Choose how you want to get your order")
    field = "delivery"


class DoesNotDeliverThere(DomainError):
    sentence = N_("{method} does not go to this country. Choose another delivery method")
    field = "delivery"


class ChooseWayToPay(DomainError):
    sentence = N_("Choose how you want to pay")
    field = "way"


class TotalChanged(DomainError):
    sentence = N_("The total is now {total}. Check the summary, then pay")


class SummaryChanged(TotalChanged):
    sentence = N_("Your order has changed since you saw it. Check the summary, then pay")


class AlreadyPaid(DomainError):
    sentence = N_("This order is already paid")


class NotPayable(DomainError):
    sentence = N_("This order can no longer be paid. Order again")


class TooLateToCancel(DomainError):
    sentence = N_("This order is already in print and can no longer be cancelled")


class RefundTooLarge(DomainError):
    sentence = N_("At most {left} can still be refunded")
    field = "amount"


class NotPaid(DomainError):
    sentence = N_("This order is not paid, so nothing can be refunded")


class ProviderDown(DomainError):
    sentence = N_("The payment page cannot be reached just now. Your order is kept: pay it later")


class NotFulfillable(DomainError):
    sentence = N_("Only a paid order that was not sent yet can be printed or sent")


class NoSuchLearner(DomainError):
    sentence = N_("No learner is registered with {email}")
    field = "email"


class NoSuchStaff(DomainError):
    sentence = N_("{email} is no account of staff")
    field = "email"


class BadAmount(DomainError):
    sentence = N_("Enter an amount such as 12.50")
    field = "amount"


class NotPrintedYet(DomainError):
    sentence = N_("The print file of order {number} is not ready. Try again in a minute")
