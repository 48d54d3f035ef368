"""Reading a mail as its receiver would: the newest to an address, and its link."""

from __future__ import annotations

import re

from tests.browser.portal import Portal

LINK = re.compile(r"https?://\S+token=[\w-]+")


def newest_mail(portal: Portal, to: str, subject: str) -> str:
    """The text of the newest mail to an address with these words in its subject."""
    found = [m for m in portal.mailbox() if m["to"] == to and subject in m["subject"]]
    assert found, f"no mail {subject!r} to {to}"
    return str(max(found, key=lambda mail: mail["created_at"])["text"])


def link_in(text: str) -> str:
    found = LINK.search(text)
    assert found, text
    return found[0]
