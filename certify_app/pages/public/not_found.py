"""What stands at an address that leads nowhere."""

import reflex as rx

from certify_app.locales import _
from certify_app.locales.paths import localised

TITLE = "Page not found"


def not_found() -> rx.Component:
    return rx.fragment(
        rx.el.main(
            rx.el.h1(_(TITLE), class_name="text-2xl font-semibold"),
            rx.el.p(_("Check the address, or go to the start."), class_name="mt-4"),
            rx.el.p(rx.el.a(_("Go to the start"), href=localised("/")), class_name="mt-4"),
            class_name="mx-auto max-w-xl p-8",
        )
    )
