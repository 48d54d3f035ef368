"""Ten codes for who has lost the app: shown once, kept as hashes, each used once."""

from __future__ import annotations

import secrets

from sqlalchemy import delete, func
from sqlmodel import Session, col, select, update

from certify_app.domain.clock import now
from certify_app.domain.sealing import keyed_hash
from certify_app.domain.second_step.errors import CodeMissing, RecoveryCodeIsWrong
from certify_app.domain.second_step.models import RecoveryCode

HOW_MANY = 10
LENGTH = 10
ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz"
PURPOSE = "recovery code"


def new_codes(session: Session, account_id: int) -> list[str]:
    """As they are shown, such as "k7m2p-9qxab"; older ones stop working."""
    forget_codes(session, account_id)
    codes = [_new_code() for _ in range(HOW_MANY)]
    session.add_all(
        RecoveryCode(account_id=account_id, code_hash=_hashed(account_id, code)) for code in codes
    )
    return codes


def forget_codes(session: Session, account_id: int) -> None:
    session.execute(delete(RecoveryCode).where(col(RecoveryCode.account_id) == account_id))


def use_recovery_code(session: Session, account_id: int, typed: str) -> None:
    """Capitals, spaces and hyphens do not matter. Of several uses at once one succeeds.

    Raises:
        CodeMissing, RecoveryCodeIsWrong
    """
    if not typed.strip():
        raise CodeMissing
    used = session.exec(
        update(RecoveryCode)
        .where(
            col(RecoveryCode.account_id) == account_id,
            col(RecoveryCode.code_hash) == _hashed(account_id, typed),
            col(RecoveryCode.used_at).is_(None),
        )
        .values(used_at=now())
    )
    if used.rowcount != 1:
        raise RecoveryCodeIsWrong


def codes_left(session: Session, account_id: int) -> int:
    return session.exec(
        select(func.count())
        .select_from(RecoveryCode)
        .where(RecoveryCode.account_id == account_id, col(RecoveryCode.used_at).is_(None))
    ).one()


def _new_code() -> str:
    letters = "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))
    return f"{letters[: LENGTH // 2]}-{letters[LENGTH // 2 :]}"


def _hashed(account_id: int, code: str) -> str:
    plain = "".join(c for c in code[:100].lower() if c in ALPHABET)
    return keyed_hash(f"{account_id} {plain}", PURPOSE)
