"""Documents drawn as PDF: what they say and how they look in, bytes out."""

from certify_app.domain.documents.rendering.characters import missing_characters
from certify_app.domain.documents.rendering.content import DocumentContent, UnitLine
from certify_app.domain.documents.rendering.design import Design
from certify_app.domain.documents.rendering.errors import (
    BadPageChoice,
    CannotRender,
    UnreadableDocument,
)
from certify_app.domain.documents.rendering.opened import page_count
from certify_app.domain.documents.rendering.page_choice import choose_pages
from certify_app.domain.documents.rendering.print_page import print_page
from certify_app.domain.documents.rendering.render import render_document
from certify_app.domain.documents.rendering.view_copy import view_copy

__all__ = [
    "BadPageChoice",
    "CannotRender",
    "Design",
    "DocumentContent",
    "UnitLine",
    "UnreadableDocument",
    "choose_pages",
    "missing_characters",
    "page_count",
    "print_page",
    "render_document",
    "view_copy",
]
