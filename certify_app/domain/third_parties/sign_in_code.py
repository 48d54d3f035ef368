"""One-time codes by mail: six digits, ten minutes, five tries, single use, kept hashed."""

from __future__ import annotations

import hashlib
import hmac
import secrets
from datetime import timedelta

from sqlmodel import Session, col, select, update

from certify_app.config import settings
from certify_app.db.engine import write
from certify_app.domain.accounts.limits import Limit, count_network, count_subject
from certify_app.domain.clock import now
from certify_app.domain.messages.send_mail import send_mail
from certify_app.domain.third_parties.errors import CodeEnded, WrongCode
from certify_app.domain.third_parties.models import SignInCode

LIFETIME = timedelta(minutes=10)
MOST_TRIES = 5
DIGITS = 6
CODES = Limit("sign-in-code", 30, timedelta(hours=1))
CODES_TO_ONE = Limit("sign-in-code-email", 5, timedelta(hours=1))
TRIES = Limit("sign-in-code-try", 60, timedelta(hours=1))


async def ask_for_code(email: str, address: str, language: str) -> None:
    """Mail a new code; `email` is in its normal form.

    Raises:
        TooManyTries
    """
    await count_network(CODES, address)
    await count_subject(CODES_TO_ONE, email)
    await write(send_code, email, language)


def send_code(session: Session, email: str, language: str) -> None:
    """Earlier codes of the address stop working."""
    session.exec(
        update(SignInCode)
        .where(
            col(SignInCode.email) == email,
            col(SignInCode.used_at).is_(None),
            col(SignInCode.superseded_at).is_(None),
        )
        .values(superseded_at=now())
    )
    code = f"{secrets.randbelow(10**DIGITS):0{DIGITS}d}"
    session.add(
        SignInCode(email=email, code_hash=_hashed(email, code), expires_at=now() + LIFETIME)
    )
    send_mail(session, "sign_in_code", email, language=language, code=code)


async def use_code(email: str, typed: str, address: str) -> None:
    """Proves that who types it reads that mailbox. Of several at once one succeeds.

    Raises:
        WrongCode, CodeEnded, TooManyTries
    """
    await count_network(TRIES, address)
    found = await write(_try, email, typed)
    if found is None:
        raise CodeEnded
    if not found:
        raise WrongCode


def _try(session: Session, email: str, typed: str) -> bool | None:
    """Whether it is right; None if there is none to try. A wrong try is counted."""
    newest = session.exec(
        select(SignInCode).where(SignInCode.email == email).order_by(col(SignInCode.id).desc())
    ).first()
    if newest is None or not _count_try(session, newest):
        return None
    if not hmac.compare_digest(newest.code_hash, _hashed(email, _digits(typed))):
        return False
    used = session.exec(
        update(SignInCode)
        .where(col(SignInCode.id) == newest.id, col(SignInCode.used_at).is_(None))
        .values(used_at=now())
    )
    return True if used.rowcount == 1 else None


def _count_try(session: Session, code: SignInCode) -> bool:
    counted = session.exec(
        update(SignInCode)
        .where(
            col(SignInCode.id) == code.id,
            col(SignInCode.used_at).is_(None),
            col(SignInCode.superseded_at).is_(None),
            col(SignInCode.expires_at) > now(),
            col(SignInCode.tries) < MOST_TRIES,
        )
        .values(tries=SignInCode.tries + 1)
        .execution_options(synchronize_session=False)
    )
    return counted.rowcount == 1


def _digits(typed: str) -> str:
    """Spaces and hyphens between the digits are forgiven."""
    return "".join(c for c in typed[:50] if c.isascii() and c.isdigit())


def _hashed(email: str, code: str) -> str:
    key = settings().secret.encode()
    return hmac.new(key, f"sign-in-code {email} {code}".encode(), hashlib.sha256).hexdigest()
