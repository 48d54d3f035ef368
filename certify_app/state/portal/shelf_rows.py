"""Documents and badges by award, in the words of the screen."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from certify_app.domain.connections.shelf import Group, Shared
from certify_app.domain.documents.kinds import NAMES
from certify_app.locales import _
from certify_app.locales.dates import day


@dataclass(frozen=True)
class PaperTick:
    name: str = ""
    kind: str = ""
    reference: str = ""
    label: str = ""
    ticked: bool = False


@dataclass(frozen=True)
class BadgeTick:
    name: str = ""
    label: str = ""
    reference: str = ""
    ticked: bool = False


@dataclass(frozen=True)
class GroupRow:
    """`expiry` is a sentence about the qualification, never about a share."""

    reference: str = ""
    title: str = ""
    owner: str = ""
    award_date: str = ""
    expiry: str = ""
    standing: str = ""
    papers: list[PaperTick] = field(default_factory=list)


def group_row(group: Group, ticked: Shared) -> GroupRow:
    """In the language being spoken."""
    return GroupRow(
        reference=group.reference,
        title=group.title,
        owner=group.awarded_name,
        award_date=day(group.award_date),
        expiry=expiry_sentence(group.expiry_date, group.standing == "expired"),
        standing=group.standing.value,
        papers=[
            PaperTick(
                name=f"document-{paper.id}",
                kind=_(NAMES[paper.kind]),
                reference=paper.reference,
                label=f"{_(NAMES[paper.kind])} - {group.title} - {paper.reference}",
                ticked=paper.id in ticked.documents,
            )
            for paper in group.papers
        ],
    )


def badge_ticks(groups: list[Group], ticked: Shared) -> list[BadgeTick]:
    """In the language being spoken."""
    return [
        BadgeTick(
            name=f"badge-{badge.id}",
            label=f"{badge.name} - {_('Digital Badge')}",
            reference=badge.reference,
            ticked=badge.id in ticked.badges,
        )
        for group in groups
        for badge in group.badges
    ]


def expiry_sentence(expiry: date | None, over: bool = False) -> str:
    if expiry is None:
        return _("The qualification does not expire")
    if over:
        return _("The qualification expired on {day}", day=day(expiry))
    return _("The qualification expires on {day}", day=day(expiry))
