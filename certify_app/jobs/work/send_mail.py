"""Hand a mail of the outbox to the mail server."""

from __future__ import annotations

from datetime import timedelta
from functools import partial

from sqlmodel import Session

from certify_app.adapters.smtp import Smtp
from certify_app.config import settings
from certify_app.db.engine import read_now
from certify_app.domain.jobs.claim_job import Claim
from certify_app.domain.jobs.errors import NotNow
from certify_app.domain.jobs.finish_job import Effect
from certify_app.domain.messages import mark_mail
from certify_app.domain.messages.post_office import NoMailServer
from certify_app.domain.messages.queries import waiting_mail
from certify_app.domain.messages.send_mail import JOB
from certify_app.jobs.attachments import drawn
from certify_app.jobs.registry import job

TRIES = 60
"""Two days at a pause of an hour: as long as the slowest link in a mail lives."""

ASK_AGAIN = timedelta(minutes=5)


def mail_failed(session: Session, claim: Claim, problem: str, final: bool) -> None:
    mark_mail.failed(session, claim.args["mail_id"], problem, final)


@job(JOB, tries=TRIES, failed=mail_failed)
def send(claim: Claim) -> Effect | None:
    mail = read_now(waiting_mail, claim.args["mail_id"])
    if mail is None:
        return None
    if not settings().smtp_url:
        return _without_server(claim)
    attached = [drawn(mail.attaches)] if mail.attaches else []
    Smtp(settings().smtp_url, settings().mail_from).deliver(mail, attached)
    return partial(mark_mail.sent, mail_id=claim.args["mail_id"])


def _without_server(claim: Claim) -> Effect:
    if settings().demo:
        return partial(mark_mail.kept, mail_id=claim.args["mail_id"])
    raise NotNow(ASK_AGAIN, problem=str(NoMailServer()))
