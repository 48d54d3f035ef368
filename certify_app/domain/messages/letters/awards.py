"""Mails about what a learner has achieved."""

from __future__ import annotations

from certify_app.domain.messages.letter import Button, Letter
from certify_app.domain.messages.sender import Sender
from certify_app.locales import _, plural


def certificate_ready(
    sender: Sender, *, first_name: str, titles: list[str], registered: bool
) -> Letter:
    """`titles` are those of the qualifications awarded."""
    return Letter(
        subject=plural("Your certificate is ready", "Your certificates are ready", len(titles)),
        preview=", ".join(titles)[:120],
        heading=plural(
            "Congratulations! Your certificate is ready",
            "Congratulations! Your certificates are ready",
            len(titles),
        ),
        paragraphs=(
            _("Hi {name},", name=first_name),
            _("{body} has awarded you:", body=sender.name),
        ),
        facts=tuple(("", title) for title in titles),
        button=_way_in(sender, registered),
        afterwards=()
        if registered
        else (_("Have your enrolment number at hand. Register with this email address."),),
        reason=_("{body} has this email address in its records.", body=sender.name),
        ceremonial=True,
    )


def _way_in(sender: Sender, registered: bool) -> Button:
    if registered:
        return Button(_("See your certificates"), f"{sender.address}/documents")
    return Button(_("Register to see your certificates"), f"{sender.address}/register")
