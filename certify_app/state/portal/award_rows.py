"""Awards and badges in the words of the screen."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass

from certify_app.config import settings
from certify_app.domain.awards.queries import AwardSummary, BadgeSummary
from certify_app.domain.awards.standing import HANDED_OUT
from certify_app.domain.badges.linkedin import linkedin_address
from certify_app.domain.documents.addresses import in_address
from certify_app.locales import _
from certify_app.locales.dates import day, month
from certify_app.locales.paths import localised


@dataclass(frozen=True)
class AwardRow:
    """`href` is "" where there is nothing to view."""

    reference: str = ""
    href: str = ""
    name: str = ""
    qualification: str = ""
    award_date: str = ""
    expiry: str = ""
    standing: str = ""
    replaced_by: str = ""
    downloads: str = ""
    can_order: bool = False


@dataclass(frozen=True)
class BadgeRow:
    reference: str = ""
    name: str = ""
    image: str = ""
    issued_to: str = ""
    issued_on: str = ""
    standing: str = ""
    linkedin: str = ""


def award_row(award: AwardSummary, orderable: Container[str] = ()) -> AwardRow:
    """In the language being spoken; `orderable` are references that can be ordered."""
    place = localised(f"/documents/{in_address(award.reference)}")
    return AwardRow(
        reference=award.reference,
        href=place if award.has_documents else "",
        name=award.awarded_name,
        qualification=award.qualification,
        award_date=day(award.award_date),
        expiry=day(award.expiry_date) if award.expiry_date else "",
        standing=award.standing.value,
        replaced_by=award.replaced_by,
        downloads=_downloads(award),
        can_order=award.reference in orderable,
    )


def _downloads(award: AwardSummary) -> str:
    """Nothing where nothing can be downloaded."""
    if award.has_documents and award.standing in HANDED_OUT:
        return downloads_left(award.downloads_left, award.download_limit)
    return ""


def badge_row(badge: BadgeSummary, awarding_body: str) -> BadgeRow:
    """In the language being spoken."""
    return BadgeRow(
        reference=badge.reference,
        name=badge.name,
        image=f"/api/badges/{in_address(badge.reference)}/image.svg",
        issued_to=badge.issued_to,
        issued_on=month(badge.award_date),
        standing=badge.standing.value,
        linkedin=linkedin_address(badge, awarding_body, settings().address),
    )


def downloads_left(left: int, limit: int) -> str:
    if left == 0:
        return _("No downloads left")
    return _("{left} of {limit} downloads left", left=left, limit=limit)


def prints_left(left: int, limit: int) -> str:
    if left == 0:
        return _("No prints left")
    return _("{left} of {limit} prints left", left=left, limit=limit)
