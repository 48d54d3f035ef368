"""Secrets handed out once and kept only as their hash."""

from __future__ import annotations

import hashlib
import secrets


def new_token() -> str:
    """256 random bits, safe in a URL and a cookie."""
    return secrets.token_urlsafe(32)


def token_hash(token: str) -> str:
    """SHA-256 in hex: enough for random secrets, and it can be looked up."""
    return hashlib.sha256(token.encode()).hexdigest()
