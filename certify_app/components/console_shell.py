"""The frame of the awarding body's console."""

from __future__ import annotations

from typing import Any

import reflex as rx

from certify_app.components.banners import connection_banner, demo_banner
from certify_app.components.brand_mark import brand_mark
from certify_app.components.footer import page_footer
from certify_app.components.offline import keep_offline_page
from certify_app.components.session_warning import session_warning
from certify_app.components.skip_link import MAIN, skip_link
from certify_app.components.third_party_shell import account
from certify_app.locales import _
from certify_app.state.brand import Brand
from certify_app.state.me import Me


def console_shell(*content: Any) -> rx.Component:
    return rx.el.div(
        skip_link(),
        demo_banner(),
        connection_banner(),
        rx.el.header(
            rx.el.div(
                brand_mark(_("Console"), href="/console"),
                rx.el.div(account("/console/security"), class_name="ml-auto"),
                class_name="mx-auto flex min-h-16 max-w-[72rem] items-center gap-4 px-4 sm:px-6",
            ),
            class_name="border-b border-line bg-surface",
        ),
        rx.el.main(
            *content,
            id=MAIN,
            tab_index=-1,
            class_name="mx-auto w-full max-w-[72rem] px-4 pt-7 sm:px-6 md:pt-9",
        ),
        page_footer(),
        session_warning(),
        on_mount=[Brand.load, Me.load, keep_offline_page()],
        class_name="flex min-h-dvh flex-col bg-ground",
    )
