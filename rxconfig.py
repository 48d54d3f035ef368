"""What Reflex needs to know at build and run time. Everything else is certify_app/config.py."""

import reflex as rx
from reflex.constants import StateManagerMode as Mode
from reflex.plugins.sitemap import SitemapPlugin

from certify_app.build.reflex_plugin import CertifyBuild
from certify_app.config import settings
from certify_app.gate.origin import own_origins

config = rx.Config(
    app_name="certify_app",
    telemetry_enabled=False,
    show_built_with_reflex=False,
    plugins=[rx.plugins.TailwindV4Plugin(), CertifyBuild()],
    disable_plugins=[SitemapPlugin],
    frontend_compression_formats=["brotli", "gzip"],
    # A stand-in: certify_app/build/page_origin.py puts the page's own address in its place.
    api_url="http://localhost:8000",
    cors_allowed_origins=own_origins(),
    state_manager_mode=Mode.REDIS if settings().redis_url else Mode.MEMORY,
    redis_url=settings().redis_url or None,
    trusted_proxy_hops=settings().trusted_proxies,
)
