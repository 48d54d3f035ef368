"""What may be wrong with where notices go, and why one was not taken."""

from __future__ import annotations

from certify_app.domain.errors import DomainError
from certify_app.domain.jobs.errors import GiveUp, TryAgain
from certify_app.locales import N_


class BadAddress(DomainError):
    sentence = N_("Give the whole address, such as https://records.example.org/certify")
    field = "url"


class NotEncrypted(DomainError):
    sentence = N_("Give an https address: notices are not sent unencrypted")
    field = "url"


class PrivateAddress(DomainError):
    sentence = N_(
        "{host} is an address within a private network. Whoever runs Certify can allow "
        "these with CERTIFY_WEBHOOKS_PRIVATE"
    )
    field = "url"


class NoEvents(DomainError):
    sentence = N_("Choose at least one event from: {known}")
    field = "events"


class TooManyEndpoints(DomainError):
    sentence = N_("There are {most} endpoints already. Delete one first")


class NoSuchEndpoint(DomainError):
    sentence = N_("There is no such endpoint")


class NoSuchDelivery(DomainError):
    sentence = N_("There is no such delivery")


class NotTaken(TryAgain):
    """Answered with something else than 200 to 299, or not at all. `answer` is the status."""

    sentence = N_("The endpoint answered: {problem}")

    def __init__(self, problem: str, answer: int = 0) -> None:
        super().__init__(problem=problem)
        self.answer = answer


class Refused(GiveUp):
    sentence = N_("{problem}")
