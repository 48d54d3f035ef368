"""Where the front end is built and served from: the checkout, or what the wheel brought.

Reflex works in the working directory: it wants `rxconfig.py` and `assets` there, and writes
`.web`. A wheel puts the first two under `share/certify` of the environment.
"""

from __future__ import annotations

import sys
from pathlib import Path

PACKAGE = Path(__file__).resolve().parents[1]


def workshop() -> Path:
    """The folder with rxconfig.py, assets, reflex.lock and, once built, .web."""
    checkout = PACKAGE.parent
    if (checkout / "rxconfig.py").exists():
        return checkout
    return Path(sys.prefix) / "share" / "certify"
