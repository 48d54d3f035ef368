"""Mails about issue reports (guide 4.2.3)."""

from __future__ import annotations

from certify_app.domain.messages.letter import Button, Letter
from certify_app.domain.messages.sender import Sender
from certify_app.locales import _


def issue_report(
    sender: Sender,
    *,
    number: int,
    reason: str,
    description: str,
    name: str,
    email: str,
    enrolment_number: str,
    title: str,
) -> Letter:
    """To the awarding body's mailbox; an answer to it goes to the learner."""
    heading = _("Report Document Issue: {reason}", reason=_(reason))
    return Letter(
        subject=heading,
        preview=description[:200],
        heading=heading,
        paragraphs=tuple(filter(None, map(str.strip, description.split("\n")))),
        facts=(
            (_("Reporter's Name"), name),
            (_("Reporter's Email"), email),
            (_("Student's Enrolment Number"), enrolment_number),
            (_("Qualification Title"), title),
        ),
        afterwards=(
            _("Reply to this email to write to the learner."),
            _("Answer it on record with: certify reports answer {number}", number=number),
        ),
        reason=_("This mailbox looks after the issue reports of {body}.", body=sender.name),
    )


def report_answered(
    sender: Sender, *, first_name: str, qualification: str, answer: str, place: str
) -> Letter:
    return Letter(
        subject=_("Your report has an answer"),
        preview=answer[:200],
        heading=_("Your report has an answer"),
        paragraphs=(
            _("Hi {name},", name=first_name),
            _(
                "{body} has answered your report about {qualification}:",
                body=sender.name,
                qualification=qualification,
            ),
            *filter(None, map(str.strip, answer.split("\n"))),
        ),
        button=Button(_("See your report"), f"{sender.address}{place}"),
        reason=_("You reported an issue with a document."),
    )
