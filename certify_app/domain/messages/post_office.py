"""What the outbox asks of whoever carries mail, and how carrying may fail."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from certify_app.domain.errors import DomainError
from certify_app.domain.jobs.errors import GiveUp, TryAgain
from certify_app.domain.messages.models import Mail
from certify_app.locales import N_


@dataclass(frozen=True)
class Attachment:
    """A PDF that goes with a mail."""

    name: str
    content: bytes


class PostOffice(Protocol):
    def deliver(self, mail: Mail, attached: Sequence[Attachment] = ()) -> None:
        """Hand one mail over; the same mail again has the same Message-ID.

        Raises:
            MailRefused: for good.
            MailNotTaken: for now.
        """


class MailRefused(GiveUp):
    sentence = N_("The mail server refused this mail: {answer}")


class MailNotTaken(TryAgain):
    sentence = N_("The mail server did not take this mail: {answer}")


class MailServerRefusedUs(TryAgain):
    """Wrong credentials or no encryption: for staff to put right, so mails wait."""

    sentence = N_("The mail server refused us: {answer}. Check CERTIFY_SMTP_URL.")


class NoMailServer(DomainError):
    sentence = N_("No mail server is set up. Set CERTIFY_SMTP_URL.")
