"""What a browser sends back from a passkey, read before anything is believed."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from webauthn.helpers import (
    bytes_to_base64url,
    parse_authentication_credential_json,
    parse_client_data_json,
    parse_registration_credential_json,
)
from webauthn.helpers.structs import AuthenticationCredential, RegistrationCredential

from certify_app.domain.passkeys.errors import PasskeyRefused
from certify_app.domain.sealing import keyed_hash

T = TypeVar("T")
LONGEST_ID = 1400


def read_registration(text: str) -> tuple[RegistrationCredential, bytes]:
    """The answer and the question it is to.

    Raises:
        PasskeyRefused
    """
    answer = believed_or_refused(lambda: parse_registration_credential_json(text))
    return answer, _challenge(answer.response.client_data_json)


def read_authentication(text: str) -> tuple[AuthenticationCredential, bytes]:
    """
    Raises:
        PasskeyRefused
    """
    answer = believed_or_refused(lambda: parse_authentication_credential_json(text))
    return answer, _challenge(answer.response.client_data_json)


def believed_or_refused(check: Callable[[], T]) -> T:
    """The library answers made-up bytes with errors of many kinds.

    Raises:
        PasskeyRefused
    """
    try:
        return check()
    except Exception:
        raise PasskeyRefused from None


def id_of(raw: bytes) -> str:
    """As it is kept.

    Raises:
        PasskeyRefused: longer than any is.
    """
    text = bytes_to_base64url(raw)
    if not text or len(text) > LONGEST_ID:
        raise PasskeyRefused
    return text


def user_handle(account_id: int) -> bytes:
    """What a passkey knows its account by: no email, and no number that tells anything."""
    return bytes.fromhex(keyed_hash(str(account_id), "passkey user"))


def _challenge(client_data: bytes) -> bytes:
    return believed_or_refused(lambda: parse_client_data_json(client_data).challenge)
