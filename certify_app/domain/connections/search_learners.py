"""The search of third parties: learners of age who opted in, four facts and nothing more."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlmodel import Session, col, select

from certify_app.db.engine import read, write
from certify_app.domain.accounts.limits import Limit, count_subject
from certify_app.domain.awarding_body.queries import awarding_body
from certify_app.domain.awards.models import Award, AwardStatus, Qualification
from certify_app.domain.badges.models import Badge
from certify_app.domain.connections.errors import (
    NotFoundBySearch,
    SearchNotApproved,
    SearchTooShort,
)
from certify_app.domain.connections.models import Connection, FoundInSearch
from certify_app.domain.connections.request_connection import ask_learner
from certify_app.domain.connections.search_opt_in import latest_birth_date
from certify_app.domain.documents.addresses import from_address
from certify_app.domain.documents.models import Document
from certify_app.domain.learners.models import Learner
from certify_app.domain.names import fold
from certify_app.domain.third_parties.approve_search import may_search

SEARCHES = Limit("learner-search", 30, timedelta(minutes=10))
MOST_FOUND = 20


@dataclass(frozen=True)
class Found:
    """All that the guide lets a third party see (7.2.3)."""

    full_name: str
    reference: str
    title: str
    award_date: date


async def search_learners(account_id: int, typed: str) -> list[Found]:
    """By first and last name as awarded, or by a whole reference.

    Raises:
        SearchNotApproved, SearchTooShort, TooManyTries
    """
    await read(check_approved, account_id)
    wanted = _wanted(typed)
    await count_subject(SEARCHES, str(account_id))
    return await write(_search, account_id, wanted)


def check_approved(session: Session, account_id: int) -> None:
    """
    Raises:
        SearchNotApproved
    """
    if not may_search(session, account_id):
        raise SearchNotApproved(body=awarding_body(session).name)


def ask_found_learner(
    session: Session, account_id: int, reference: str, expiry_date: str, purpose: str
) -> Connection:
    """Request a connection from a learner whom this account's search has shown.

    Raises:
        SearchNotApproved, NotFoundBySearch
        Problems: the date, or AlreadyConnected.
    """
    check_approved(session, account_id)
    row = session.exec(_opted_in().where(Award.reference == reference)).first()
    learner_account_id = row[2] if row else None
    shown = select(FoundInSearch.id).where(
        FoundInSearch.third_party_account_id == account_id,
        FoundInSearch.learner_account_id == learner_account_id,
    )
    if learner_account_id is None or session.exec(shown).first() is None:
        raise NotFoundBySearch
    return ask_learner(session, account_id, learner_account_id, expiry_date, purpose)


def _search(session: Session, account_id: int, wanted: Any) -> list[Found]:
    rows = session.exec(
        _opted_in()
        .where(wanted)
        .order_by(col(Award.awarded_name), col(Award.award_date).desc(), col(Award.id))
        .limit(MOST_FOUND)
    ).all()
    for learner_account_id in {row[2] for row in rows}:
        session.add(
            FoundInSearch(learner_account_id=learner_account_id, third_party_account_id=account_id)
        )
    return [
        Found(award.awarded_name, award.reference, title, award.award_date)
        for award, title, _account in rows
    ]


def _opted_in() -> Any:
    """Their valid awards; revoked and replaced ones are nobody's business."""
    return (
        select(Award, Qualification.title, Learner.account_id)
        .join(Learner, col(Learner.id) == Award.learner_id)
        .join(Qualification, col(Qualification.id) == Award.qualification_id)
        .where(
            col(Learner.search_opt_in),
            col(Learner.account_id).is_not(None),
            col(Learner.date_of_birth) <= latest_birth_date(),
            Award.status == AwardStatus.VALID,
        )
    )


def _wanted(typed: str) -> Any:
    """Raises SearchTooShort: a first name alone finds nobody."""
    words = [fold(word) for word in typed[:200].split() if fold(word)]
    reference = from_address(typed[:200].strip())
    if len(words) == 1 and any(c.isdigit() for c in reference):
        return _by_reference(reference)
    if len(words) < 2 or min(map(len, words)) < 2:
        raise SearchTooShort
    first, last = words[0], "".join(words[1:])
    ends = col(Learner.last_name_key) == last
    if len(words) > 2:
        ends |= col(Learner.last_name_key) == words[-1]
    return (col(Learner.first_name_key) == first) & ends


def _by_reference(reference: str) -> Any:
    """An award's own, its document's or its badge's."""
    papers = select(Document.award_id).where(Document.reference == reference)
    badges = select(Badge.award_id).where(Badge.reference == reference)
    own = col(Award.reference) == reference
    return own | col(Award.id).in_(papers) | col(Award.id).in_(badges)
