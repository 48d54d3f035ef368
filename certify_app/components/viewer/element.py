"""Mozilla's pdf.js viewer as a component: npm's custom element, subclassed once."""

from __future__ import annotations

import json
from typing import Any

import reflex as rx

from certify_app.components.values import FromState
from certify_app.components.viewer.controls import OPTIONS, STYLES, labels
from certify_app.components.viewer.files import LIBRARY
from certify_app.locales import _, language

# `download`, `save` and the frame's `print` are what pdf.js calls in the end, by whatever
# key or button; each is handed to us, so that nothing leaves the viewer uncounted.
SUBCLASS = """
class extends PdfjsViewerElement {
  async connectedCallback() {
    this.injectViewerStyles(%(styles)s);
    this.setViewerOptions(%(options)s);
    super.connectedCallback();
    const { viewerApp } = await this.initPromise;
    const frame = this.iframe.contentWindow, page = frame.document;
    const say = (name, detail) => this.dispatchEvent(new CustomEvent(name, { detail }));
    viewerApp.download = viewerApp.save = async () => say("DownloadAsked");
    frame.print = () => say("PrintAsked");
    page.documentElement.lang = this.getAttribute("frame-lang");
    for (const [id, label] of Object.entries(JSON.parse(this.getAttribute("labels")))) {
      const control = page.getElementById(id);
      if (!control) { console.error(`The viewer has no control ${id}`); continue; }
      for (const part of [control, ...control.querySelectorAll("span")]) part.removeAttribute("data-l10n-id");
      control.title = label; control.setAttribute("aria-label", label);
      if (control.querySelector("span")) control.querySelector("span").textContent = label;
    }
    for (const kind of ["pointerdown", "keydown"])
      frame.addEventListener(kind, () => window.dispatchEvent(new Event(kind)), { passive: true });
    viewerApp.eventBus.on("pagerendered", () => this.setAttribute("data-painted", ""));
    viewerApp.eventBus.on("documenterror", () => say("Failed"));
  }
  attributeChangedCallback(name, was, is) {
    if (name === "src") this.removeAttribute("data-painted");
    return super.attributeChangedCallback(name, was, is);
  }
}
"""


class PdfjsViewer(rx.NoSSRComponent):
    """Client-only: the class extends HTMLElement, which prerendering lacks, and React 19
    attaches no listeners to a custom element it hydrates (react/react#35446).

    React listens for the event "Xyz" where a custom element has the prop onXyz.
    """

    library = LIBRARY
    tag = "PdfjsViewer"

    src: rx.Var[str]
    on_download_asked: rx.EventHandler[rx.event.no_args_event_spec]  # type: ignore[type-arg, valid-type]
    on_print_asked: rx.EventHandler[rx.event.no_args_event_spec]  # type: ignore[type-arg, valid-type]
    on_failed: rx.EventHandler[rx.event.no_args_event_spec]  # type: ignore[type-arg, valid-type]

    def _get_dynamic_imports(self) -> str:
        parts = {"styles": json.dumps(STYLES), "options": json.dumps(OPTIONS)}
        return (
            'const PdfjsViewer = ClientSide(() => import("pdfjs-viewer-element")'
            ".then(({ PdfjsViewerElement }) => {"
            'if (!customElements.get("document-viewer"))'
            f'customElements.define("document-viewer", {SUBCLASS % parts});'
            'return "document-viewer"; }), "PdfjsViewer")'
        )


def pdf_viewer(src: FromState, id: str, **handlers: Any) -> rx.Component:
    """Fills the box it is put in; `src` may change while it stands."""
    return PdfjsViewer.create(
        src=src,
        id=id,
        custom_attrs={
            "iframe-title": _("Document"),
            "labels": json.dumps(labels()),
            "frame-lang": language(),
        },
        class_name="peer absolute inset-0",
        width="100%",
        height="100%",
        **handlers,
    )
