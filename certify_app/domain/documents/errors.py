"""What keeps a document from being shown or handed out, each with what to do."""

from __future__ import annotations

from certify_app.domain.errors import DomainError
from certify_app.locales import N_


class NoSuchDocument(DomainError):
    """No document of this learner has that reference; another's may."""

    sentence = N_("We cannot find this document. Go back to Documents and choose it again")


class AtTheLimit(DomainError):
    """Every download or print of this document is used."""


class NoDownloadsLeft(AtTheLimit):
    sentence = N_("You have used all {limit} downloads of this document")


class NoPrintsLeft(AtTheLimit):
    sentence = N_("You have used all {limit} prints of this document")


class Withdrawn(DomainError):
    """The award was revoked, so its documents are no longer given out."""

    sentence = N_(
        "This award has been revoked, so its documents cannot be downloaded or printed. "
        "Contact your awarding body if you think this is wrong"
    )


class Replaced(Withdrawn):
    """The award was issued again under another reference."""

    sentence = N_(
        "This document has been replaced by a newer one. Download or print that one instead"
    )


class FileMissing(DomainError):
    """A supplied file is not in the data folder."""

    sentence = N_("The file of this document is missing. Contact your awarding body")


class NotTheFile(DomainError):
    """The bytes that are there are not those the hash names."""

    sentence = N_("The file of this document is damaged. Contact your awarding body")


class OnlyOnePage(DomainError):
    """Other pages were chosen of a document that has one."""

    sentence = N_("This document has one page. Leave it empty to print it")
    field = "pages"


class NoSuchRequest(DomainError):
    sentence = N_("No request waits for an answer under number {number}")


class BadGrant(DomainError):
    sentence = N_("Grant from 0, which refuses, up to {most}")
