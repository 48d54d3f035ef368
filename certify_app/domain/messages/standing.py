"""What became of a mail, in the words that staff and newcomers read."""

from __future__ import annotations

from certify_app.config import settings
from certify_app.domain.messages.models import Mail, MailStatus
from certify_app.domain.messages.moments import moment
from certify_app.domain.messages.post_office import NoMailServer
from certify_app.locales import N_, _

WORDS = {
    MailStatus.WAITING: N_("Waiting"),
    MailStatus.KEPT: N_("Kept here"),
    MailStatus.FAILED: N_("Failed"),
}


def standing(mail: Mail) -> str:
    """Such as "Sent 3 Feb 2027 at 10:05" or "Failed: 550 no such user"."""
    if mail.sent_at:
        return _("Sent {moment}", moment=moment(mail.sent_at))
    word = _(WORDS[mail.status])
    return f"{word}: {mail.problem}" if mail.problem else word


def mails_wait_because(waiting: int) -> str:
    """Why mails are held up, for `certify doctor`; "" when nothing is wrong."""
    if settings().smtp_url or settings().demo:
        return ""
    return _("{why} Mails waiting: {count}.", why=NoMailServer(), count=waiting)
