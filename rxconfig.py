"""What Reflex needs to know at build and run time. Everything else is certify_app/config.py."""

import reflex as rx
from reflex.plugins.sitemap import SitemapPlugin

config = rx.Config(
    app_name="certify_app",
    telemetry_enabled=False,
    show_built_with_reflex=False,
    plugins=[rx.plugins.TailwindV4Plugin()],
    disable_plugins=[SitemapPlugin],
    frontend_compression_formats=["gzip", "brotli"],
    # Replaced by the page's own origin after the build, see certify_app/build/.
    api_url="http://localhost:8000",
)
