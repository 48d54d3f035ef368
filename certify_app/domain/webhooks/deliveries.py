"""What was sent, what became of it, and once more."""

from __future__ import annotations

import hashlib
import hmac
import json
from dataclasses import dataclass
from datetime import timedelta

from sqlmodel import Session, col, delete, select, update

from certify_app.domain.clock import now
from certify_app.domain.jobs.enqueue_job import enqueue_job
from certify_app.domain.webhooks.announce import JOB
from certify_app.domain.webhooks.errors import NoSuchDelivery
from certify_app.domain.webhooks.models import Delivery, DeliveryStatus, Endpoint

KEPT = timedelta(days=30)


@dataclass(frozen=True)
class Notice:
    """What is sent: `body` and the headers that prove it."""

    url: str
    body: bytes
    headers: dict[str, str]


def read_notice(session: Session, delivery_id: int) -> Notice | None:
    """None where there is nothing to send any more."""
    row = session.exec(
        select(Delivery, Endpoint)
        .join(Endpoint, col(Endpoint.id) == Delivery.endpoint_id)
        .where(col(Delivery.id) == delivery_id, Delivery.status == DeliveryStatus.WAITING)
    ).first()
    if row is None or not row[1].active:
        return None
    delivery, endpoint = row
    said = {
        "id": delivery.notice_id,
        "type": delivery.event,
        "created_at": delivery.created_at.isoformat(timespec="seconds"),
        "data": delivery.data,
    }
    body = json.dumps(said, ensure_ascii=False, separators=(",", ":")).encode()
    at = str(int(now().timestamp()))
    return Notice(endpoint.url, body, _headers(endpoint.secret, delivery.notice_id, at, body))


def _headers(secret: str, notice_id: str, at: str, body: bytes) -> dict[str, str]:
    return {
        "Content-Type": "application/json",
        "User-Agent": "Certify webhooks",
        "Certify-Id": notice_id,
        "Certify-Timestamp": at,
        "Certify-Signature": f"v1={sign(secret, at, body)}",
    }


def sign(secret: str, at: str, body: bytes) -> str:
    """HMAC-SHA-256 in hex over the timestamp, a full stop, and the body."""
    return hmac.new(secret.encode(), at.encode() + b"." + body, hashlib.sha256).hexdigest()


def mark_delivered(session: Session, delivery_id: int, answer: int) -> None:
    values = {"status": DeliveryStatus.DELIVERED, "delivered_at": now(), "problem": ""}
    _mark(session, delivery_id, answer_status=answer, **values)


def mark_not_taken(
    session: Session, delivery_id: int, problem: str, answer: int, final: bool
) -> None:
    status = DeliveryStatus.FAILED if final else DeliveryStatus.WAITING
    _mark(session, delivery_id, status=status, problem=problem[:300], answer_status=answer)


def _mark(session: Session, delivery_id: int, **values: object) -> None:
    session.execute(
        update(Delivery)
        .where(col(Delivery.id) == delivery_id)
        .values(attempts=col(Delivery.attempts) + 1, **values)
    )


def list_deliveries(
    session: Session, endpoint_id: int, before: int | None, limit: int
) -> list[Delivery]:
    """The newest first."""
    found = select(Delivery).where(Delivery.endpoint_id == endpoint_id)
    if before is not None:
        found = found.where(col(Delivery.id) < before)
    return list(session.exec(found.order_by(col(Delivery.id).desc()).limit(limit)))


def deliver_again(session: Session, endpoint_id: int, delivery_id: int) -> Delivery:
    """Whatever became of it before. Raises NoSuchDelivery."""
    delivery = session.get(Delivery, delivery_id)
    if delivery is None or delivery.endpoint_id != endpoint_id:
        raise NoSuchDelivery
    delivery.status = DeliveryStatus.WAITING
    session.add(delivery)
    key = f"webhook {delivery.id} after {delivery.attempts}"
    enqueue_job(session, JOB, {"delivery_id": delivery.id}, key=key)
    return delivery


def forget_old_deliveries(session: Session) -> None:
    session.execute(delete(Delivery).where(col(Delivery.created_at) < now() - KEPT))
