"""Take the words out of mails whose links or codes have ended, so that none lies about.

They work by their tokens, of which only hashes are kept; the outbox would be the one
place where a token could still be read.
"""

from __future__ import annotations

from datetime import timedelta

from sqlmodel import Session, col, or_, update

from certify_app.domain.accounts.mail_links import LIFETIMES
from certify_app.domain.accounts.models import LinkPurpose
from certify_app.domain.awarding_body.queries import awarding_body
from certify_app.domain.clock import now
from certify_app.domain.messages.models import Mail, MailStatus
from certify_app.domain.third_parties.sign_in_code import LIFETIME

LIVES = {
    "verify_email": LIFETIMES[LinkPurpose.VERIFY_EMAIL],
    "reset_password": LIFETIMES[LinkPurpose.RESET_PASSWORD],
    "confirm_email": LIFETIMES[LinkPurpose.CHANGE_EMAIL],
    "sign_in_code": LIFETIME,
    "erasure_done": timedelta(days=7),
}
"""How long what each kind carries is of use; an invitation's is the awarding body's rule."""


def blank_old_mails(session: Session) -> int:
    """The row stays: who got what kind, and when. One that waits is left. Returns how many."""
    longest = timedelta(days=awarding_body(session).longest_share_days)
    lives = LIVES | {"connection_request": longest}
    over = [
        (col(Mail.kind) == kind) & (col(Mail.created_at) <= now() - life)
        for kind, life in lives.items()
    ]
    blanked = session.exec(
        update(Mail)
        .where(or_(*over), col(Mail.status) != MailStatus.WAITING, col(Mail.text) != "")
        .values(text="", html="")
    )
    return blanked.rowcount
