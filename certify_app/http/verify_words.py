"""What the page of a check says, outcome by outcome."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from zoneinfo import ZoneInfo

from certify_app.domain.awarding_body.models import VerifyAsks
from certify_app.domain.verification.check_reference import Answer, Award
from certify_app.domain.verification.models import Outcome
from certify_app.domain.verification.queries import Rules
from certify_app.locales import _
from certify_app.locales.dates import day, moment


@dataclass(frozen=True)
class Row:
    label: str
    value: str
    kind: str = ""


@dataclass(frozen=True)
class Point:
    icon: str
    heading: str
    text: str
    reference: str = ""


@dataclass(frozen=True)
class Sheet:
    """Everything on the page but its frame. `tone` colours the band on top."""

    body: Rules
    tone: str
    heading: str
    under: str
    rows: list[Row] = field(default_factory=list)
    points: list[Point] = field(default_factory=list)
    reference: str = ""
    has_form: bool = False
    asks: VerifyAsks = VerifyAsks.NOTHING
    problem: str = ""


def ask(body: Rules, problem: str = "", reference: str = "") -> Sheet:
    """The form, with what is wrong with the reference that was given."""
    return Sheet(
        body,
        "plain",
        _("Check a certificate"),
        _("Enter the reference printed on the document or badge. No account is needed."),
        points=[_point_what_you_see(), _point_missing_reference()],
        reference=reference,
        has_form=True,
        problem=problem,
    )


def wait(body: Rules, sentence: str) -> Sheet:
    return Sheet(
        body, "old", _("Please wait before you check again"), sentence, points=[_contact(body)]
    )


def told(answer: Answer, at: datetime, zone: ZoneInfo) -> Sheet:
    if answer.outcome is Outcome.MORE_NEEDED:
        return _more_needed(answer)
    return BY_OUTCOME[answer.outcome](answer, _("Checked on {moment}", moment=moment(at, zone)))


def _valid(answer: Answer, checked: str) -> Sheet:
    award = _of(answer)
    points = [
        Point("shield", _("The record is current"), _("Not revoked, replaced or expired")),
        _lasting(award),
        *_compare(),
    ]
    rows = _all_rows(answer, award)
    heading = _("Genuine and current")
    return Sheet(answer.body, "good", heading, checked, rows, points, answer.reference)


def _expired(answer: Answer, checked: str) -> Sheet:
    award = _of(answer)
    points = [
        Point(
            "calendar",
            _("The qualification expired on {day}", day=_day(award.expiry_date)),
            _("It was genuine. Ask the holder whether it has been renewed."),
        ),
        *_compare(),
    ]
    rows = _all_rows(answer, award)
    return Sheet(
        answer.body, "old", _("Genuine, but expired"), checked, rows, points, answer.reference
    )


def _revoked(answer: Answer, checked: str) -> Sheet:
    award = _of(answer)
    heading = _("Revoked on {day}", day=_day(award.ended_on)) if award.ended_on else _("Revoked")
    points = [
        Point(
            "stop",
            _("Do not rely on this document"),
            _("{body} has withdrawn this award.", body=answer.body.name),
        ),
        _contact(answer.body),
    ]
    rows = _few_rows(answer, award)
    return Sheet(answer.body, "bad", heading, checked, rows, points, answer.reference)


def _superseded(answer: Answer, checked: str) -> Sheet:
    award = _of(answer)
    heading = _("Replaced on {day}", day=_day(award.ended_on)) if award.ended_on else _("Replaced")
    points = [
        Point(
            "swap",
            _("A newer document is current"),
            _("Ask the holder for it, or check its reference:")
            if award.replaced_by
            else _("Ask the holder for it."),
            award.replaced_by,
        ),
        _contact(answer.body),
    ]
    rows = _few_rows(answer, award)
    return Sheet(answer.body, "old", heading, checked, rows, points, answer.reference)


def _not_found(answer: Answer, checked: str) -> Sheet:
    points = [
        Point(
            "search",
            _("A letter or digit may differ"),
            _("Compare the reference with the document, or scan its QR code."),
        ),
        Point(
            "calendar",
            _("It may not be on record here yet"),
            _("Older awards and those of the last few days can be missing."),
        ),
        _contact(answer.body),
    ]
    return Sheet(
        answer.body,
        "plain",
        _("We found no record of this reference"),
        _("That alone does not make the document false. {checked}.", checked=checked),
        [Row(_("Reference"), answer.reference, "mono")],
        points,
        answer.reference,
    )


def _more_needed(answer: Answer) -> Sheet:
    return Sheet(
        answer.body,
        "plain",
        _("One more detail"),
        _("References of this kind are checked together with one detail on the document."),
        points=[_point_what_you_see()],
        reference=answer.reference,
        has_form=True,
        asks=answer.asks,
    )


BY_OUTCOME: dict[Outcome, Callable[[Answer, str], Sheet]] = {
    Outcome.VALID: _valid,
    Outcome.EXPIRED: _expired,
    Outcome.REVOKED: _revoked,
    Outcome.SUPERSEDED: _superseded,
    Outcome.NOT_FOUND: _not_found,
}


def _of(answer: Answer) -> Award:
    assert answer.award
    return answer.award


def _all_rows(answer: Answer, award: Award) -> list[Row]:
    rows = [
        Row(_("Awarded to"), award.name or _("Not shown"), "serif" if award.name else "muted"),
        Row(_("Qualification"), award.qualification),
        Row(_("Level"), award.level),
        Row(_("Grade"), award.grade),
        Row(_("Award date"), _day(award.award_date)),
        Row(_("Reference"), answer.reference, "mono"),
        Row(_("Awarded by"), answer.body.name),
    ]
    return [row for row in rows if row.value]


def _few_rows(answer: Answer, award: Award) -> list[Row]:
    return [
        Row(_("Qualification"), award.qualification),
        Row(_("Award date"), _day(award.award_date)),
        Row(_("Reference"), answer.reference, "mono"),
        Row(_("Awarded by"), answer.body.name),
    ]


def _lasting(award: Award) -> Point:
    if award.expiry_date is None:
        return Point("calendar", _("The qualification does not expire"), "")
    return Point(
        "calendar", _("The qualification expires on {day}", day=_day(award.expiry_date)), ""
    )


def _compare() -> list[Point]:
    return [
        Point(
            "compare",
            _("Compare it with the document you hold"),
            _("If any detail differs, the document may have been changed."),
        ),
        Point(
            "file",
            _("Your copy itself was not checked"),
            _("A reference shows what was awarded, not whether a file was altered."),
        ),
    ]


def _contact(body: Rules) -> Point:
    text = (
        _("Write to {body}, or call {phone}.", body=body.name, phone=body.phone)
        if body.phone
        else _("Write to {body}.", body=body.name)
    )
    return Point("mail", _("Still in doubt?"), text)


def _point_what_you_see() -> Point:
    return Point(
        "compare",
        _("You see what was awarded"),
        _("And whether it still holds: not revoked, replaced or expired."),
    )


def _point_missing_reference() -> Point:
    return Point(
        "search",
        _("Where is the reference?"),
        _("Near the QR code, such as 10643835-01-3DCE7K. Capitals and hyphens do not matter."),
    )


def _day(on: date | None) -> str:
    return day(on) if on else ""
