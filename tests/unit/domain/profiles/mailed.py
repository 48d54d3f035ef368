"""The token of the newest link that was mailed to an address."""

from __future__ import annotations

import re

from sqlmodel import col, select

from certify_app.db.engine import read_now
from certify_app.domain.messages.models import Mail


def token_mailed_to(address: str) -> str:
    mine = select(Mail).where(Mail.to == address, col(Mail.text).contains("token="))
    mail = read_now(lambda s: s.exec(mine.order_by(col(Mail.id).desc())).first())
    assert mail
    found = re.search(r"token=([\w-]+)", mail.text)
    assert found
    return found[1]
