"""What happens to the front end between Vite and compression."""

from pathlib import Path
from typing import Any

from reflex.plugins import Plugin

from certify_app.build import new_version, page_origin, prerendered
from certify_app.locales import LANGUAGES


class CertifyBuild(Plugin):
    """One build for every address and language, with the hashes our CSP needs."""

    def post_build(self, **context: Any) -> None:
        static_dir: Path = context["static_dir"]
        page_origin.rewrite(static_dir)
        new_version.rewrite(static_dir)
        prerendered.drop_copies(static_dir)
        for page in static_dir.rglob("*.html"):
            page.write_text(prerendered.show_content_first(page.read_text()))
        for code in LANGUAGES:
            for page in (static_dir / code).rglob("*.html"):
                page.write_text(prerendered.set_language(page.read_text(), code))
        prerendered.write_manifest(static_dir)
