"""Mails about orders of printed copies (guide 5), all about money or a parcel."""

from __future__ import annotations

from datetime import date

from certify_app.domain.messages.letter import Button, Letter
from certify_app.domain.messages.sender import Sender
from certify_app.domain.money import say_money
from certify_app.locales import _
from certify_app.locales.dates import day

Lines = list[tuple[str, int]]
"""What was ordered, and its gross amount in minor units."""


def order_placed(
    sender: Sender,
    *,
    first_name: str,
    number: str,
    currency: str,
    lines: Lines,
    total: int,
    bank_details: str,
    at_collection: bool,
) -> Letter:
    """For those who pay by bank transfer, or when they collect."""
    amount = say_money(total, currency)
    if at_collection:
        pays = _(
            "Pay {amount} when you collect it. Quote order {number}.", amount=amount, number=number
        )
    else:
        pays = _(
            "Pay {amount} by bank transfer and give {number} as the reference. We start "
            "printing when the money has arrived.",
            amount=amount,
            number=number,
        )
    bank = [] if at_collection else _bank(bank_details)
    return _about(
        sender,
        number,
        first_name,
        _("We have your order {number}", number=number),
        pays,
        amounts=(*_amounts(lines, currency), (_("Total"), amount)),
        facts=tuple(bank),
    )


def order_paid(
    sender: Sender,
    *,
    first_name: str,
    number: str,
    currency: str,
    lines: Lines,
    total: int,
    delivery: str,
    has_invoice: bool,
) -> Letter:
    says = [_("Your printed copies are made to order and come by {delivery}.", delivery=delivery)]
    if has_invoice:
        says.append(_("Your invoice is attached."))
    return _about(
        sender,
        number,
        first_name,
        _("Thank you for your order {number}", number=number),
        *says,
        amounts=(*_amounts(lines, currency), (_("Total paid"), say_money(total, currency))),
    )


def payment_reminder(
    sender: Sender, *, first_name: str, number: str, currency: str, total: int, until: date
) -> Letter:
    return _about(
        sender,
        number,
        first_name,
        _("Your order {number} is not paid yet", number=number),
        _(
            "We print it once {amount} is paid. If it is not paid by {day}, we cancel it and "
            "you owe nothing.",
            amount=say_money(total, currency),
            day=day(until),
        ),
        button=_("Pay your order"),
    )


def order_dispatched(
    sender: Sender,
    *,
    first_name: str,
    number: str,
    delivery: str,
    address: str,
    tracking: str,
) -> Letter:
    facts = [(_("Delivery"), delivery), (_("Sent to"), ", ".join(address.splitlines()))]
    if tracking:
        facts.append((_("Tracking number"), tracking))
    return _about(
        sender,
        number,
        first_name,
        _("Your order {number} is on its way", number=number),
        _("We have sent your printed copies."),
        facts=tuple(facts),
    )


def order_refunded(
    sender: Sender,
    *,
    first_name: str,
    number: str,
    currency: str,
    amount: int,
    in_vain: bool,
    has_credit_note: bool = False,
) -> Letter:
    """`in_vain`: for an order that was already paid or cancelled."""
    says = [_("It reaches your account within 10 working days, the way you paid.")]
    if in_vain:
        why = _("You paid for an order that was already paid or cancelled, so it goes back.")
        says = [f"{why} {says[0]}"]
    if has_credit_note:
        says.append(_("Your credit note is attached."))
    refunded = _("We have refunded {amount}", amount=say_money(amount, currency))
    return _about(sender, number, first_name, refunded, *says)


def order_cancelled(
    sender: Sender, *, first_name: str, number: str, expired: bool, paid: bool
) -> Letter:
    says = _("Nothing is printed and you owe nothing.")
    if paid:
        says = _("Nothing is printed. What you paid goes back the way you paid it.")
    if expired:
        says = _("It was not paid in time. You owe nothing, and you can order again at any time.")
    return _about(
        sender, number, first_name, _("Your order {number} is cancelled", number=number), says
    )


def staff_payment(sender: Sender, *, number: str, says: str) -> Letter:
    """To the awarding body's mailbox: a payment that people must look at."""
    heading = _("Look at the payment of order {number}", number=number)
    return Letter(
        subject=heading,
        preview=says,
        heading=heading,
        paragraphs=(says, _("See it with: certify orders show {number}", number=number)),
        reason=_("This mailbox looks after the orders of {body}.", body=sender.name),
    )


def _about(
    sender: Sender,
    number: str,
    first_name: str,
    heading: str,
    *says: str,
    facts: tuple[tuple[str, str], ...] = (),
    amounts: tuple[tuple[str, str], ...] = (),
    button: str = "",
) -> Letter:
    return Letter(
        subject=heading,
        preview=says[0],
        heading=heading,
        paragraphs=(_("Hi {name},", name=first_name), *says),
        facts=facts,
        amounts=amounts,
        button=Button(button or _("See your order"), f"{sender.address}/orders/{number}"),
        reason=_("You ordered printed copies from {body}.", body=sender.name),
    )


def _amounts(lines: Lines, currency: str) -> list[tuple[str, str]]:
    return [(what, say_money(gross, currency)) for what, gross in lines]


def _bank(details: str) -> list[tuple[str, str]]:
    lines = " · ".join(filter(None, map(str.strip, details.splitlines())))
    return [(_("Bank details"), lines)] if lines else []
