"""What has happened in the demo: a fresh award, an expired one, one used up, one revoked."""

from __future__ import annotations

from sqlmodel import Session, col, select, update

from certify_app.config import settings
from certify_app.domain.awards.issue_award import NewAward, issue_award
from certify_app.domain.awards.models import Award, AwardStatus
from certify_app.domain.awards.revoke_award import revoke_award
from certify_app.domain.clock import today
from certify_app.domain.demo.people import JANES_NUMBER, learner_with
from certify_app.domain.documents.models import Document
from certify_app.domain.messages.send_mail import send_mail

USED_UP = "10643835-01-3DCE"
FRESH = "000/0016/6"
FRESH_TITLE = "Level 2 Award in Food Safety in Catering"


def tell_story(session: Session) -> None:
    """Jane's award in first aid has expired by its own date."""
    jane = learner_with(session, JANES_NUMBER)
    day = today(settings().zone)
    issue_award(session, NewAward(JANES_NUMBER, FRESH, day, grade="Pass"))
    send_mail(
        session,
        "certificate_ready",
        to=jane.email,
        account_id=jane.account_id,
        first_name=jane.first_name,
        titles=[FRESH_TITLE],
        registered=True,
    )
    _use_up_downloads(session)
    revoke_award(session, _somebodys(session), "Issued to the wrong learner")


def _use_up_downloads(session: Session) -> None:
    award = select(Award.id).where(Award.reference == USED_UP).scalar_subquery()
    session.exec(
        update(Document)
        .where(col(Document.award_id) == award)
        .values(downloads=Document.download_limit)
    )


def _somebodys(session: Session) -> str:
    """The reference of the newest valid award whose learner cannot log in."""
    return (
        session.exec(
            select(Award.reference)
            .where(Award.status == AwardStatus.VALID, Award.enrolment_number != JANES_NUMBER)
            .order_by(col(Award.id).desc())
        ).first()
        or ""
    )
