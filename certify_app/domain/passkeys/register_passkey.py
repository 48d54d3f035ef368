"""Adding a passkey to one's account, and removing it; both take the password."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from typing import Any

from sqlalchemy.exc import IntegrityError
from sqlmodel import Session, col, select
from webauthn import generate_registration_options, options_to_json, verify_registration_response
from webauthn.helpers import base64url_to_bytes
from webauthn.helpers.structs import (
    AuthenticatorSelectionCriteria,
    PublicKeyCredentialDescriptor,
    ResidentKeyRequirement,
    UserVerificationRequirement,
)
from webauthn.registration.verify_registration_response import VerifiedRegistration

from certify_app.db.engine import write
from certify_app.domain.accounts.models import Account
from certify_app.domain.accounts.prove_password import require_confirmed
from certify_app.domain.accounts.queries import locked_account
from certify_app.domain.accounts.sessions import Who
from certify_app.domain.audit.record_act import record_act
from certify_app.domain.awarding_body.queries import awarding_body
from certify_app.domain.clock import now
from certify_app.domain.messages.send_mail import send_mail
from certify_app.domain.passkeys.answers import (
    believed_or_refused,
    id_of,
    read_registration,
    user_handle,
)
from certify_app.domain.passkeys.challenges import new_challenge, relying_party, take_challenge
from certify_app.domain.passkeys.errors import MOST_PASSKEYS, PasskeyIsKnown, TooManyPasskeys
from certify_app.domain.passkeys.models import Passkey


def offer_registration(session: Session, me: Who) -> str:
    """The question for the browser, as JSON.

    Raises:
        PasswordNotGivenAgain, TooManyPasskeys
    """
    require_confirmed(session, me.session_id)
    there = passkeys_of(session, me.account_id)
    if len(there) >= MOST_PASSKEYS:
        raise TooManyPasskeys(passkeys=MOST_PASSKEYS)
    options = generate_registration_options(
        rp_id=relying_party(),
        rp_name=awarding_body(session).name,
        user_id=user_handle(me.account_id),
        user_name=me.email,
        user_display_name=f"{me.first_name} {me.last_name}".strip() or me.email,
        challenge=new_challenge(session, me.account_id),
        authenticator_selection=AuthenticatorSelectionCriteria(
            resident_key=ResidentKeyRequirement.REQUIRED,
            user_verification=UserVerificationRequirement.REQUIRED,
        ),
        exclude_credentials=[
            PublicKeyCredentialDescriptor(id=base64url_to_bytes(one.credential_id)) for one in there
        ],
    )
    return options_to_json(options)


async def register_passkey(me: Who, answer: str, name: str, origins: Sequence[str]) -> None:
    """`origins` are those of our own pages; `name` is what its owner will know it by.

    Raises:
        PasskeyRefused, PasskeyIsKnown, TooManyPasskeys, PasswordNotGivenAgain
    """
    credential, challenge = read_registration(answer)
    await write(take_challenge, challenge, me.account_id)
    verified = await asyncio.to_thread(
        believed_or_refused,
        lambda: verify_registration_response(
            credential=credential,
            expected_challenge=challenge,
            expected_rp_id=relying_party(),
            expected_origin=list(origins),
            require_user_verification=True,
        ),
    )
    await write(_keep, me, verified, name)


def _keep(session: Session, me: Who, verified: VerifiedRegistration, name: str) -> None:
    require_confirmed(session, me.session_id)
    account = locked_account(session, me.account_id)
    if len(passkeys_of(session, me.account_id)) >= MOST_PASSKEYS:
        raise TooManyPasskeys(passkeys=MOST_PASSKEYS)
    passkey = Passkey(
        account_id=me.account_id,
        credential_id=id_of(verified.credential_id),
        public_key=verified.credential_public_key,
        sign_count=verified.sign_count,
        name=name[:100],
    )
    try:
        with session.begin_nested():
            session.add(passkey)
    except IntegrityError:
        raise PasskeyIsKnown from None
    _tell(session, account, "passkey_added", passkey)


def remove_passkey(session: Session, me: Who, passkey_id: int) -> bool:
    """One of the account's own; False for any other.

    Raises:
        PasswordNotGivenAgain
    """
    require_confirmed(session, me.session_id)
    account = locked_account(session, me.account_id)
    mine = select(Passkey).where(Passkey.id == passkey_id, Passkey.account_id == me.account_id)
    passkey = session.exec(mine).first()
    if passkey is None:
        return False
    session.delete(passkey)
    _tell(session, account, "passkey_removed", passkey)
    return True


def passkeys_of(session: Session, account_id: int) -> list[Passkey]:
    mine = select(Passkey).where(Passkey.account_id == account_id).order_by(col(Passkey.id))
    return list(session.exec(mine))


def _tell(session: Session, account: Account, what: str, passkey: Passkey) -> None:
    record_act(session, what, "account", account.id, account.id)
    said: dict[str, Any] = {"name": passkey.name, "at": now()}
    send_mail(
        session,
        what,
        account.email,
        account_id=account.id,
        language=account.language,
        first_name=account.first_name,
        **said,
    )
