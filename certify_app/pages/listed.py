"""The list of screens. To add one: import its function and add a line."""

import reflex as rx

from certify_app.pages import NOT_FOUND, Page
from certify_app.pages.gallery import TITLE as GALLERY
from certify_app.pages.gallery import gallery
from certify_app.pages.public import accessibility, cookies, help, not_found, privacy, terms


def _start() -> rx.Component:
    return rx.fragment(rx.el.main(rx.el.h1("Certify"), class_name="p-8"))


PAGES: list[Page] = [
    Page("/", _start, "Certify"),
    Page("/help", help.show, help.TITLE),
    Page("/privacy", privacy.show, privacy.TITLE),
    Page("/accessibility", accessibility.show, accessibility.TITLE),
    Page("/cookies", cookies.show, cookies.TITLE),
    Page("/terms", terms.show, terms.TITLE),
    Page("/gallery", gallery, GALLERY),
    Page(NOT_FOUND, not_found.not_found, not_found.TITLE),
]
