"""A shared document's master: what its view copy and download are made from."""

from __future__ import annotations

from sqlmodel import Session

from certify_app.config import settings
from certify_app.domain.awards.standing import HANDED_OUT, Standing, standing_of
from certify_app.domain.clock import today
from certify_app.domain.connections.errors import NotForDownload
from certify_app.domain.connections.may_open import Opened, Reader, may_download, may_open
from certify_app.domain.documents.find_master import Master, find_master


def shared_master(session: Session, reader: Reader, reference: str) -> Master:
    """
    Raises:
        NotShared, PinMissing
    """
    return _master(session, may_open(session, reader, reference))


def downloadable_master(session: Session, reader: Reader, reference: str) -> Master:
    """
    Raises:
        NotShared, PinMissing
        NotForDownload: by the learner's terms, or the award no longer stands.
    """
    opened = may_download(session, reader, reference)
    if standing_now(opened) not in HANDED_OUT:
        raise NotForDownload
    return _master(session, opened)


def standing_now(opened: Opened) -> Standing:
    return standing_of(opened.award, today(settings().zone))


def _master(session: Session, opened: Opened) -> Master:
    return find_master(session, opened.award.learner_id, opened.document.reference)
