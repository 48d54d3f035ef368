"""Why a document cannot be drawn or read; each says what to do."""

from __future__ import annotations

from certify_app.domain.documents.rendering.places import PLACES
from certify_app.domain.errors import DomainError
from certify_app.locales import N_, _


class CannotRender(DomainError):
    """A text that cannot be printed as it stands; `field` names it."""

    sentence = N_(
        "The {place} has characters that cannot be printed: {characters}. "
        "Correct it, then try again"
    )

    def __str__(self) -> str:
        return _(self.sentence, place=_(PLACES.get(self.field, self.field)), **self.params)


class NothingToPrint(CannotRender):
    """A text that must be there and is empty."""

    sentence = N_("The {place} is empty. Fill it in, then try again")


class TooLongToPrint(CannotRender):
    """A text that does not fit its place even at the smallest size."""

    sentence = N_("The {place} is too long to fit the page. Shorten it, then try again")


class UnreadableImage(CannotRender):
    """A logo or signature that is no image, or one of over 40 million pixels."""

    sentence = N_("The {place} is not an image we can read. Use a PNG or JPEG file")


class BadColour(CannotRender):
    """A colour of the design that is not of the form #rrggbb."""

    sentence = N_("The {place} colour is not one we can read. Enter it like #17516f")


class BadPageChoice(DomainError):
    """A choice of pages that is none, or names a page that is not there."""

    sentence = N_(
        "Enter pages between 1 and {count}, such as 1 or 1,3 or 2-{count}, "
        "or leave it empty for all"
    )
    field = "pages"


class UnreadableDocument(DomainError):
    """Bytes that no PDF reader opens, or opens only with a password."""

    sentence = N_("The file is not a PDF we can open. Supply it again without a password")
