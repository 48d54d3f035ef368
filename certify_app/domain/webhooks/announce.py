"""Tell every endpoint that wants to know, in the transaction of what happened."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

from sqlmodel import Session, col, select

from certify_app.domain.jobs.enqueue_job import enqueue_job
from certify_app.domain.webhooks.events import EventKind
from certify_app.domain.webhooks.models import Delivery, Endpoint

JOB = "deliver_webhook"


def announce(session: Session, event: EventKind, **data: Any) -> None:
    """`data` holds references and numbers alone."""
    for endpoint in session.exec(select(Endpoint).where(col(Endpoint.active))).all():
        if event.value in endpoint.events.split():
            send_notice(session, endpoint, event, data)


def send_notice(
    session: Session, endpoint: Endpoint, event: EventKind, data: dict[str, Any]
) -> Delivery:
    delivery = Delivery(
        endpoint_id=endpoint.id or 0, notice_id=f"evt_{uuid4().hex}", event=event.value, data=data
    )
    session.add(delivery)
    session.flush()
    enqueue_job(session, JOB, {"delivery_id": delivery.id}, key=f"webhook {delivery.id}")
    return delivery
