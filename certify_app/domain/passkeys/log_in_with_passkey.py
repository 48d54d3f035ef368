"""Logging in with a passkey: the device and its owner's finger or PIN are two steps."""

from __future__ import annotations

import asyncio
import hmac
from collections.abc import Sequence

from sqlmodel import Session, col, select, update
from webauthn import (
    generate_authentication_options,
    options_to_json,
    verify_authentication_response,
)
from webauthn.helpers.structs import AuthenticationCredential, UserVerificationRequirement

from certify_app.db.engine import read, write
from certify_app.domain.accounts.device import Device
from certify_app.domain.accounts.enter import LoggedIn, log_straight_in
from certify_app.domain.accounts.queries import locked_account
from certify_app.domain.clock import now
from certify_app.domain.passkeys.answers import (
    believed_or_refused,
    id_of,
    read_authentication,
    user_handle,
)
from certify_app.domain.passkeys.challenges import new_challenge, relying_party, take_challenge
from certify_app.domain.passkeys.errors import PasskeyRefused
from certify_app.domain.passkeys.models import Passkey
from certify_app.domain.second_step.half_logins import end_half_logins
from certify_app.domain.sign_ins.models import SignInWay


def offer_login(session: Session) -> str:
    """The question for the browser, as JSON; it names no passkey, so nobody's is told."""
    options = generate_authentication_options(
        rp_id=relying_party(),
        challenge=new_challenge(session),
        user_verification=UserVerificationRequirement.REQUIRED,
    )
    return options_to_json(options)


async def log_in_with_passkey(answer: str, device: Device, origins: Sequence[str]) -> LoggedIn:
    """`origins` are those of our own pages.

    Raises:
        PasskeyRefused, LockedByStaff
    """
    credential, challenge = read_authentication(answer)
    await write(take_challenge, challenge)
    passkey = await read(_find, id_of(credential.raw_id))
    _refuse_another_s(credential, passkey)
    verified = await asyncio.to_thread(
        believed_or_refused,
        lambda: verify_authentication_response(
            credential=credential,
            expected_challenge=challenge,
            expected_rp_id=relying_party(),
            expected_origin=list(origins),
            credential_public_key=passkey.public_key,
            credential_current_sign_count=passkey.sign_count,
            require_user_verification=True,
        ),
    )
    return await write(_let_in, passkey, verified.new_sign_count, device)


def _find(session: Session, credential_id: str) -> Passkey:
    found = session.exec(select(Passkey).where(Passkey.credential_id == credential_id)).first()
    if found is None:
        raise PasskeyRefused
    return found


def _refuse_another_s(credential: AuthenticationCredential, passkey: Passkey) -> None:
    told = credential.response.user_handle or b""
    if not hmac.compare_digest(told, user_handle(passkey.account_id)):
        raise PasskeyRefused


def _let_in(session: Session, passkey: Passkey, sign_count: int, device: Device) -> LoggedIn:
    """The count is as it was when it was checked: of two at once, one is a copy."""
    account = locked_account(session, passkey.account_id)
    used = session.exec(
        update(Passkey)
        .where(col(Passkey.id) == passkey.id, col(Passkey.sign_count) == passkey.sign_count)
        .values(sign_count=sign_count, last_used_at=now())
        .execution_options(synchronize_session=False)
    )
    if used.rowcount != 1:
        raise PasskeyRefused
    end_half_logins(session, passkey.account_id)
    return log_straight_in(session, account, device, SignInWay.PASSKEY)
