"""One of a few words for each address, so that nothing of it ends up in a log or metric."""

from __future__ import annotations

KNOWN = frozenset({"assets", "verify", "healthz", "readyz", "metrics", "console", "third-party"})
OF_API = frozenset(
    {"learners", "qualifications", "awards", "documents", "orders", "verify", "webhooks"}
)


def route_class(path: str) -> str:
    first, _, rest = path.strip("/").partition("/")
    if first == "api":
        noun = rest.removeprefix("v1/").split("/")[0]
        return f"api/{noun}" if noun in OF_API else "api"
    return first if first in KNOWN else "page"
