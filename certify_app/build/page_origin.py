"""Makes the compiled pages call the address they came from.

Reflex bakes the API's address into one small module, `reflex-env-*.js`. We put the page's own
origin in its place, so that one build serves every host, port and scheme.
"""

import re
from pathlib import Path

from certify_app.build.errors import AddressNotFoundError

BAKED = re.compile(
    r"""(?P<quote>[`"'])(?P<scheme>https?|wss?)://[^/`"']+(?P<path>/[^`"']*)(?P=quote)"""
)
ORIGIN = 'const here=typeof location>"u"?"http://localhost":location.origin;'


def follow_page(source: str) -> str:
    """The module's source with every baked address taken from the page.

    Raises:
        AddressNotFoundError: the websocket's address is not there.
    """
    if "ws://" not in source and "wss://" not in source:
        raise AddressNotFoundError(source[:80])
    return ORIGIN + BAKED.sub(_from_origin, source)


def _from_origin(match: re.Match[str]) -> str:
    origin = 'here.replace(/^http/,"ws")' if match["scheme"].startswith("ws") else "here"
    return f'{origin}+"{match["path"]}"'


def rewrite(static_dir: Path) -> None:
    """Raises AddressNotFoundError."""
    modules = sorted(static_dir.glob("assets/reflex-env-*.js"))
    if not modules:
        raise AddressNotFoundError("no assets/reflex-env-*.js")
    for module in modules:
        module.write_text(follow_page(module.read_text()))
