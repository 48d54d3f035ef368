"""The HTML that the build wrote: its language, and the scripts a browser may run from it."""

import base64
import hashlib
import json
import re
from pathlib import Path

INLINE_SCRIPT = re.compile(r"<script(?![^>]*\ssrc=)[^>]*>(.*?)</script>", re.DOTALL)
FALLBACK = "__spa-fallback.html"
MANIFEST = "pages.json"


def script_hashes(html: str) -> list[str]:
    """CSP sources, such as "sha256-…", of every inline script, in order of appearance."""
    digests = (hashlib.sha256(code.encode()).digest() for code in INLINE_SCRIPT.findall(html))
    return list(dict.fromkeys(f"sha256-{base64.b64encode(d).decode()}" for d in digests))


def address(static_dir: Path, file: Path) -> str:
    """The path a browser asks for: "/orders" for orders/index.html."""
    inside = file.relative_to(static_dir).as_posix()
    return "/" + inside.removesuffix("index.html").rstrip("/")


def set_language(html: str, language: str) -> str:
    return re.sub(r'(<html[^>]*\slang=")[^"]*"', rf'\g<1>{language}"', html, count=1)


def show_content_first(html: str) -> str:
    """Let styles and fonts overtake scripts: a page can be read before they run."""
    eager = '<link rel="modulepreload"'
    return html.replace(eager, f'{eager} fetchpriority="low"')


def drop_copies(static_dir: Path) -> None:
    """Reflex writes orders.html beside orders/index.html; we serve the second at both addresses."""
    for page in static_dir.rglob("index.html"):
        if page.parent != static_dir:
            page.parent.with_suffix(".html").unlink(missing_ok=True)


def write_manifest(static_dir: Path) -> None:
    """Beside the static folder, so that it is not served: script hashes by page address."""
    pages = {address(static_dir, page): page for page in sorted(static_dir.rglob("index.html"))}
    pages[FALLBACK] = static_dir / FALLBACK
    hashes = {
        path: script_hashes(file.read_text()) for path, file in pages.items() if file.exists()
    }
    (static_dir.parent / MANIFEST).write_text(json.dumps(hashes, indent=1))
