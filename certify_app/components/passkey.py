"""A form that a passkey fills in: the browser asks its owner, then the answer is sent."""

from __future__ import annotations

from typing import Any

import reflex as rx

from certify_app.components.buttons import look
from certify_app.components.forms import plain_form
from certify_app.components.icons import icon
from certify_app.components.script import at_once
from certify_app.locales import _

COMMON = r"""
const form = e.currentTarget.closest("form"), note = form.querySelector("[data-note]");
const bytes = (text) =>
  Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (c) => c.charCodeAt(0));
const text = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer)))
    .replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
const send = (made, response) => {
  const answer = { id: made.id, rawId: text(made.rawId), type: made.type, response };
  form.elements.answer.value = JSON.stringify({ ...answer, clientExtensionResults: {} });
  form.submit();
};
note.textContent = "";
const asked = fetch(form.dataset.question, { method: "POST" })
  .then((answer) => (answer.ok ? answer.json() : Promise.reject(answer)));
const failed = () => { note.textContent = note.dataset.note; };
"""
LOG_IN = (
    COMMON
    + """
asked.then((given) => navigator.credentials.get({
  publicKey: { ...given, challenge: bytes(given.challenge), allowCredentials: [] },
})).then((made) => send(made, {
  clientDataJSON: text(made.response.clientDataJSON),
  authenticatorData: text(made.response.authenticatorData),
  signature: text(made.response.signature),
  userHandle: made.response.userHandle && text(made.response.userHandle),
})).catch(failed);
"""
)
REGISTER = (
    COMMON
    + """
asked.then((given) => navigator.credentials.create({
  publicKey: {
    ...given,
    challenge: bytes(given.challenge),
    user: { ...given.user, id: bytes(given.user.id) },
    excludeCredentials: given.excludeCredentials.map((one) => ({ ...one, id: bytes(one.id) })),
  },
})).then((made) => send(made, {
  clientDataJSON: text(made.response.clientDataJSON),
  attestationObject: text(made.response.attestationObject),
})).catch(failed);
"""
)


def passkey_login(*hidden: Any) -> rx.Component:
    """`hidden` are further fields of the form."""
    button = _button(_("Use a passkey"), LOG_IN, f"{look('secondary')} w-full")
    return _form(button, "/session/passkey", "/session/passkey/question", *hidden)


def passkey_registration() -> rx.Component:
    button = _button(_("Create the passkey"), REGISTER, look("primary"))
    return _form(button, "/api/passkeys", "/api/passkeys/question")


def _form(button: rx.Component, action: str, question: str, *hidden: Any) -> rx.Component:
    note = rx.el.p(
        role="alert",
        custom_attrs={"data-note": _("No passkey was used. Try again, or use your password.")},
        class_name="mt-2 text-note font-semibold text-danger empty:hidden",
    )
    answer = rx.el.input(type="hidden", name="answer")
    attrs = {"data-question": question}
    return plain_form(answer, *hidden, button, note, action=action, custom_attrs=attrs)


def _button(words: str, script: str, class_name: str) -> rx.Component:
    """Without JavaScript there is no passkey, so the button shows up with the page's life."""
    return rx.el.button(
        icon("fingerprint-pattern", 18),
        rx.el.span(words),
        type="button",
        custom_attrs={"onClick": at_once(script)},
        class_name=rx.cond(rx.State.is_hydrated, class_name, f"{class_name} invisible"),
    )
