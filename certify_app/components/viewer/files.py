"""The viewer's files, fetched ahead while somebody makes for a View button.

They come from the npm package alone and are loaded on no page but the viewer's.
"""

from __future__ import annotations

from typing import Any

import reflex as rx

from certify_app.components.script import at_once

LIBRARY = "pdfjs-viewer-element@4.1.0"
AHEAD = """
if (window.certifyViewerAhead) return;
window.certifyViewerAhead = true;
import("pdfjs-viewer-element").then(({ PdfjsViewerElement }) => {
  const files = new PdfjsViewerElement().getRuntimeFileUrls();
  for (const href of Object.values(files)) {
    const link = document.createElement("link");
    link.rel = "prefetch"; link.href = href;
    document.head.append(link);
  }
}).catch(() => { window.certifyViewerAhead = false; });
"""


def fetch_ahead() -> dict[str, Any]:
    """`custom_attrs` of a link that leads to the viewer."""
    fetch: rx.Var[Any] = at_once(AHEAD)
    return {"onMouseEnter": fetch, "onFocus": fetch, "onTouchStart": fetch}
