"""Write down who did what."""

from __future__ import annotations

from sqlmodel import Session

from certify_app.domain.audit.models import AuditEntry


def record_act(
    session: Session,
    act: str,
    kind: str,
    object_id: int | None,
    actor_id: int | None = None,
    **details: object,
) -> None:
    """In the same unit of work as the act. `details` hold ids and codes, never names."""
    session.add(
        AuditEntry(
            act=act,
            object_kind=kind,
            object_id=object_id,
            actor_id=actor_id,
            details=details,
        )
    )
