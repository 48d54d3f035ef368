"""Write down who came in or tried to, show it to the account's owner, and forget it."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import delete
from sqlmodel import Session, col, select

from certify_app.domain.accounts.device import Device
from certify_app.domain.clock import now
from certify_app.domain.sign_ins.models import SignIn, SignInWay

KEEP = timedelta(days=90)
SHOWN = 20


def record_sign_in(
    session: Session, account_id: int, way: SignInWay, device: Device, succeeded: bool = True
) -> None:
    session.add(
        SignIn(
            account_id=account_id,
            way=way,
            succeeded=succeeded,
            address=device.address[:64],
            browser=device.browser[:200],
        )
    )


def recent_sign_ins(session: Session, account_id: int) -> list[SignIn]:
    """The newest first, those in vain among them."""
    return list(
        session.exec(
            select(SignIn)
            .where(SignIn.account_id == account_id)
            .order_by(col(SignIn.id).desc())
            .limit(SHOWN)
        )
    )


def delete_old_sign_ins(session: Session) -> None:
    session.execute(delete(SignIn).where(col(SignIn.at) < now() - KEEP))
