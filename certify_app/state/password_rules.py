"""Which rules a password keeps while it is being typed; the password itself is dropped."""

from __future__ import annotations

from dataclasses import asdict

from certify_app.domain.accounts.errors import TooBusy
from certify_app.domain.accounts.hashing import aside
from certify_app.domain.accounts.passwords import password_rules


async def rules_kept(password: str, shortest: int, about: tuple[str, ...]) -> dict[str, bool]:
    """By the names of `PasswordRules`; empty for an empty password."""
    if not password:
        return {}
    try:
        return asdict(await aside(password_rules, password, shortest, about))
    except TooBusy:
        return {}
