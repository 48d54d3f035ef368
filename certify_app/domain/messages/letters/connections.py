"""Mails between a learner and the third parties they share with (guide 6)."""

from __future__ import annotations

from datetime import date

from certify_app.domain.messages.letter import Button, Letter
from certify_app.domain.messages.sender import Sender
from certify_app.locales import _
from certify_app.locales.dates import day


def connection_request(
    sender: Sender, *, name: str, learner: str, until: date, purpose: str, link: str
) -> Letter:
    """To a third party: a learner would like to share documents with it."""
    return Letter(
        subject=_("{learner} wants to share certificates with you", learner=learner),
        preview=_("Accept or reject the request until {day}.", day=day(until)),
        heading=_("{learner} wants to share certificates with you", learner=learner),
        paragraphs=(
            _("Hi {name},", name=name),
            _(
                "{learner} has certificates from {body} and would like you to see them. "
                "You decide whether to accept.",
                learner=learner,
                body=sender.name,
            ),
        ),
        facts=_facts(until, purpose),
        button=Button(_("See the request"), link),
        reason=_("{learner} gave us this email address.", learner=learner),
    )


def learner_request(
    sender: Sender, *, first_name: str, third_party: str, email: str, until: date, purpose: str
) -> Letter:
    """To a learner: a third party would like to see documents."""
    return Letter(
        subject=_("{third_party} asks to see your certificates", third_party=third_party),
        preview=_("You decide whether to accept."),
        heading=_("{third_party} asks to see your certificates", third_party=third_party),
        paragraphs=(
            _("Hi {name},", name=first_name),
            _(
                "{third_party} ({email}) asks for a connection with you. If you accept, you "
                "choose what they see.",
                third_party=third_party,
                email=email,
            ),
        ),
        facts=_facts(until, purpose),
        button=_connections(sender),
        reason=_you_share(),
    )


def share_accepted(sender: Sender, *, first_name: str, third_party: str, until: date) -> Letter:
    return _news(
        sender,
        first_name,
        _("{third_party} accepted your request", third_party=third_party),
        _("They can see what you share with them until {day}.", day=day(until)),
    )


def share_rejected(sender: Sender, *, first_name: str, third_party: str) -> Letter:
    return _news(
        sender,
        first_name,
        _("{third_party} rejected the connection", third_party=third_party),
        _("Nothing of yours was shown to them."),
    )


def share_opened(sender: Sender, *, first_name: str, third_party: str, document: str) -> Letter:
    return _news(
        sender,
        first_name,
        _("{third_party} has opened your documents", third_party=third_party),
        _("They opened “{document}” for the first time.", document=document),
    )


def share_ending(sender: Sender, *, first_name: str, third_party: str, until: date) -> Letter:
    return _news(
        sender,
        first_name,
        _("Your share with {third_party} ends on {day}", third_party=third_party, day=day(until)),
        _("Extend it if they still need it. Your qualifications stay valid either way."),
    )


def share_ended(sender: Sender, *, first_name: str, third_party: str) -> Letter:
    return _news(
        sender,
        first_name,
        _("Your share with {third_party} has ended", third_party=third_party),
        _(
            "They can no longer see your documents. Your qualifications stay valid; you can "
            "extend the share at any time."
        ),
    )


def share_withdrawn(sender: Sender, *, first_name: str, third_party: str) -> Letter:
    return _news(
        sender,
        first_name,
        _("{third_party} has left the connection", third_party=third_party),
        _("They can no longer see your documents."),
    )


def extension_wish(
    sender: Sender, *, first_name: str, third_party: str, until: date, reason: str
) -> Letter:
    return _news(
        sender,
        first_name,
        _("{third_party} asks for more time", third_party=third_party),
        _("They would like to see your shared documents until {day}.", day=day(until)),
        *([_("Their reason: {reason}", reason=reason)] if reason else []),
    )


def access_news(sender: Sender, *, name: str, learner: str, heading: str, says: str) -> Letter:
    """To a third party: its access to a learner's documents changed."""
    return Letter(
        subject=heading,
        preview=says,
        heading=heading,
        paragraphs=(_("Hi {name},", name=name), says),
        button=Button(_("See your connections"), f"{sender.address}/third-party"),
        reason=_("{learner} shares certificates with you.", learner=learner),
    )


def _news(sender: Sender, first_name: str, heading: str, *says: str) -> Letter:
    return Letter(
        subject=heading,
        preview=says[0],
        heading=heading,
        paragraphs=(_("Hi {name},", name=first_name), *says),
        button=_connections(sender),
        reason=_you_share(),
    )


def _facts(until: date, purpose: str) -> tuple[tuple[str, str], ...]:
    ends = (_("Ends on"), day(until))
    return (ends, (_("Purpose"), purpose)) if purpose else (ends,)


def _connections(sender: Sender) -> Button:
    return Button(_("See your connections"), f"{sender.address}/connections")


def _you_share() -> str:
    return _("You have an account in which you share your certificates.")
