"""Codes of an authenticator app (RFC 6238): six digits, half a minute each, used once."""

from __future__ import annotations

import hmac
from dataclasses import dataclass, field

import pyotp
from sqlmodel import Session, col, update

from certify_app.domain.awarding_body.queries import awarding_body
from certify_app.domain.clock import now
from certify_app.domain.sealing import seal, unseal
from certify_app.domain.second_step.errors import CodeIsUsed, CodeIsWrong, CodeMissing
from certify_app.domain.second_step.models import Authenticator

PURPOSE = "authenticator secret"
SECONDS = 30
SLACK = 1
"""Steps that the clock of a phone may be early or late."""


@dataclass(frozen=True)
class Offer:
    """What the app is told: by a QR code of `address`, or `secret` typed by hand."""

    secret: str = field(repr=False)
    address: str = field(repr=False)


def new_offer(session: Session, account_id: int, email: str) -> Offer:
    """Replaces one that was not confirmed."""
    secret = pyotp.random_base32()
    there = session.get(Authenticator, account_id)
    row = there or Authenticator(account_id=account_id, sealed_secret="")
    row.sealed_secret, row.created_at = seal(secret, PURPOSE), now()
    row.confirmed_at, row.last_step = None, 0
    session.add(row)
    issuer = awarding_body(session).name
    return Offer(secret, pyotp.TOTP(secret).provisioning_uri(name=email, issuer_name=issuer))


def use_code(session: Session, account_id: int, typed: str) -> None:
    """Of several uses of one code at once, one succeeds.

    Raises:
        CodeMissing, CodeIsWrong, CodeIsUsed
        SecretChanged
    """
    code = "".join(c for c in typed if c.isdigit() and c.isascii())
    if not code:
        raise CodeMissing
    row = session.get(Authenticator, account_id)
    step = _step_of(unseal(row.sealed_secret, PURPOSE), code) if row else None
    if step is None:
        raise CodeIsWrong
    used = session.exec(
        update(Authenticator)
        .where(
            col(Authenticator.account_id) == account_id,
            col(Authenticator.last_step) < step,
        )
        .values(last_step=step)
    )
    if used.rowcount != 1:
        raise CodeIsUsed


def _step_of(secret: str, code: str) -> int | None:
    """The half minute a code belongs to; None if to none of those around now."""
    here = int(now().timestamp()) // SECONDS
    app = pyotp.TOTP(secret, interval=SECONDS)
    near = range(here - SLACK, here + SLACK + 1)
    return next((at for at in near if hmac.compare_digest(app.generate_otp(at), code)), None)
