"""Runs the portal: Reflex's own server and the compiled pages in one uvicorn process."""

from __future__ import annotations

import os
from pathlib import Path

import uvicorn

from certify_app.config import settings

ROOT = Path(__file__).resolve().parent.parent
GRACE_SECONDS = 5


class NotBuiltError(RuntimeError):
    """The front end has not been compiled."""

    def __init__(self) -> None:
        super().__init__("The pages are not built yet. Run: certify build")


def prepare_reflex() -> None:
    """Tell Reflex, before it is imported, to serve what was built and compile nothing.

    Reflex looks for rxconfig.py and .web in the working directory.
    """
    os.environ["CERTIFY_DATA_DIR"] = str(settings().data_dir.absolute())
    os.chdir(ROOT)
    os.environ["REFLEX_ENV_MODE"] = "prod"
    os.environ["__REFLEX_SKIP_COMPILE"] = "true"
    os.environ["REFLEX_TELEMETRY_ENABLED"] = "false"


def serve() -> None:
    """Serve until SIGTERM or SIGINT; open connections get GRACE_SECONDS to end.

    Raises:
        NotBuiltError: `certify build` has not run.
    """
    if not (ROOT / ".web" / "build" / "pages.json").exists():
        raise NotBuiltError
    prepare_reflex()
    uvicorn.run(
        "certify_app.certify_app:app",
        factory=True,
        host=settings().bind,
        port=settings().port,
        ws="wsproto",
        lifespan="on",
        access_log=False,
        server_header=False,
        log_level=settings().log_level,
        timeout_graceful_shutdown=GRACE_SECONDS,
        forwarded_allow_ips="*" if settings().trusted_proxies else "",
    )
