"""What goes wrong in a browser without the person noticing: it fails the test."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from playwright.sync_api import ConsoleMessage, Page, Request, Response

OWN_HOSTS = frozenset({"localhost", "127.0.0.1", ""})
IN_PAGE = frozenset({"data", "blob", "about"})


@dataclass
class Watch:
    """Errors, refusals of the content policy, and requests to anyone else."""

    problems: list[str] = field(default_factory=list)
    expected: list[str] = field(default_factory=list)

    def attach(self, page: Page) -> None:
        page.on("console", self._on_console)
        page.on("pageerror", lambda error: self.problems.append(f"uncaught: {error}"))
        page.on("request", self._on_request)
        page.on("response", self._on_response)

    def expect(self, pattern: str) -> None:
        """Leave out problems whose words match, such as "status of 404"."""
        self.expected.append(pattern)

    def unexpected(self) -> list[str]:
        return [
            problem
            for problem in self.problems
            if not any(re.search(pattern, problem) for pattern in self.expected)
        ]

    def _on_console(self, message: ConsoleMessage) -> None:
        if message.type == "error" or "Content Security Policy" in message.text:
            self.problems.append(f"console: {message.text}")

    def _on_request(self, request: Request) -> None:
        parts = urlsplit(request.url)
        if parts.scheme not in IN_PAGE and parts.hostname not in OWN_HOSTS:
            self.problems.append(f"asked a foreign host: {request.url}")

    def _on_response(self, response: Response) -> None:
        if response.status >= 500:
            self.problems.append(f"{response.status} from {response.url}")
