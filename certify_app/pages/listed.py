"""The list of screens. To add one: import its function and add a line."""

import reflex as rx

from certify_app.pages import Page


def _start() -> rx.Component:
    return rx.fragment(rx.el.main(rx.el.h1("Certify"), class_name="p-8"))


PAGES: list[Page] = [Page("/", _start, "Certify")]
