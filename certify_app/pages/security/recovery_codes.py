"""The recovery codes, shown once: to copy, to download, to print."""

from __future__ import annotations

from typing import Any

import reflex as rx

from certify_app.components.buttons import button, look
from certify_app.components.icons import icon
from certify_app.components.script import at_once
from certify_app.components.text import mono
from certify_app.components.values import FromState
from certify_app.locales import _

COPY = """
const box = e.currentTarget;
const codes = [...document.querySelectorAll("#recovery-codes li")].map((one) => one.textContent);
navigator.clipboard?.writeText(codes.join("\\n")).then(() => {
  box.toggleAttribute("data-copied", true);
  setTimeout(() => box.toggleAttribute("data-copied", false), 2500);
});
"""
DOWNLOAD = """
const codes = [...document.querySelectorAll("#recovery-codes li")].map((one) => one.textContent);
const text = e.currentTarget.dataset.title + "\\n\\n" + codes.join("\\n") + "\\n";
const file = URL.createObjectURL(new Blob([text], { type: "text/plain" }));
const link = document.createElement("a");
link.href = file;
link.download = "recovery-codes.txt";
link.click();
setTimeout(() => URL.revokeObjectURL(file), 1000);
"""
PRINT = "window.print();"


def recovery_codes(codes: FromState) -> rx.Component:
    title = _("Recovery codes")
    listed = rx.el.div(
        rx.el.h4(title, class_name="hidden print:block serif text-xl mb-3"),
        rx.el.ul(
            rx.foreach(codes, lambda code: rx.el.li(mono(code), key=code)),
            id="recovery-codes",
            aria_label=title,
            class_name="grid grid-cols-[repeat(auto-fill,minmax(9rem,1fr))] gap-x-6 gap-y-2 text-ink",
        ),
        class_name="print-alone rounded-field border border-line bg-sunken p-4 mb-4",
    )
    return rx.el.div(listed, rx.el.div(*_ways(title), class_name="flex flex-wrap gap-3"))


def _ways(title: str) -> list[Any]:
    copy = rx.el.button(
        icon("copy", 18, "group-data-copied:hidden"),
        icon("check", 18, "hidden group-data-copied:block"),
        rx.el.span(_("Copy"), class_name="group-data-copied:hidden"),
        rx.el.span(
            rx.el.span(_("Copied"), class_name="hidden group-data-copied:inline"), role="status"
        ),
        type="button",
        custom_attrs={"onClick": at_once(COPY)},
        class_name=f"group {look('secondary')}",
    )
    download = button(
        _("Download"),
        icon="download",
        variant="secondary",
        custom_attrs={"onClick": at_once(DOWNLOAD), "data-title": title},
    )
    printed = button(
        _("Print"), icon="printer", variant="secondary", custom_attrs={"onClick": at_once(PRINT)}
    )
    return [copy, download, printed]
