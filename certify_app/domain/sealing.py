"""What the database must keep and must not give away when it is copied.

The keys are derived from CERTIFY_SECRET, or, where none is set, from a secret made once
and kept in the data folder.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import os
import secrets
import tempfile
from functools import cache
from pathlib import Path

from cryptography.fernet import Fernet, InvalidToken
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from certify_app.config import settings
from certify_app.domain.errors import DomainError
from certify_app.locales import N_

FILE = "secret"


class SecretChanged(DomainError):
    """What was sealed with another secret cannot be read."""

    sentence = N_("This cannot be checked at the moment. Contact {mailbox}.")


def seal(text: str, purpose: str) -> str:
    """`purpose` is a name of its own for each kind of thing."""
    return Fernet(base64.urlsafe_b64encode(_key(purpose))).encrypt(text.encode()).decode()


def unseal(sealed: str, purpose: str) -> str:
    """
    Raises:
        SecretChanged
    """
    try:
        found = Fernet(base64.urlsafe_b64encode(_key(purpose))).decrypt(sealed.encode())
    except InvalidToken:
        raise SecretChanged(mailbox=settings().reports_email) from None
    return found.decode()


def keyed_hash(text: str, purpose: str) -> str:
    """Of what is too short to be hashed alone."""
    return hmac.new(_key(purpose), text.encode(), hashlib.sha256).hexdigest()


def _key(purpose: str) -> bytes:
    return _derived(settings().secret, settings().data_dir, purpose)


@cache
def _derived(secret: str, folder: Path, purpose: str) -> bytes:
    master = secret.encode() or _kept_secret(folder / FILE)
    return HKDF(SHA256(), 32, salt=None, info=purpose.encode()).derive(master)


def _kept_secret(path: Path) -> bytes:
    """Of several processes that make one at once, the first decides."""
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        handle, name = tempfile.mkstemp(dir=path.parent)
        with os.fdopen(handle, "wb") as file:
            file.write(secrets.token_urlsafe(48).encode())
            file.flush()
            os.fsync(file.fileno())
        try:
            os.link(name, path)
        except FileExistsError:
            pass
        finally:
            Path(name).unlink()
    return path.read_bytes()
