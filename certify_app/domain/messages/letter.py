"""What a mail says, before it has a look: one form for every kind."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Button:
    """The one thing a mail asks its reader to do."""

    label: str
    link: str


@dataclass(frozen=True)
class Letter:
    """Words of one mail, in the language being spoken when it was made.

    `preview` is what an inbox shows beside the subject. `facts` are label and value;
    `amounts` are what and how much, the last of them the total.
    `reason` says why the reader gets it. `ceremonial` puts a gold line on top: for
    mails about an award.
    """

    subject: str
    preview: str
    heading: str
    paragraphs: tuple[str, ...]
    reason: str
    button: Button | None = None
    facts: tuple[tuple[str, str], ...] = ()
    amounts: tuple[tuple[str, str], ...] = ()
    afterwards: tuple[str, ...] = ()
    ceremonial: bool = False
