"""Who came into one's account lately, or tried to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

import reflex as rx

from certify_app.config import settings
from certify_app.db.engine import read
from certify_app.domain.permissions import Audience
from certify_app.domain.sign_ins.models import SignIn, SignInWay
from certify_app.domain.sign_ins.record_sign_in import recent_sign_ins
from certify_app.gate.events import who
from certify_app.locales import N_, _
from certify_app.locales.dates import moment
from certify_app.state.portal.spoken import spoken

WAYS = {
    SignInWay.PASSWORD: N_("Password"),
    SignInWay.MAIL_CODE: N_("Code by email"),
    SignInWay.AUTHENTICATOR: N_("Password and app"),
    SignInWay.RECOVERY_CODE: N_("Password and recovery code"),
    SignInWay.PASSKEY: N_("Passkey"),
    SignInWay.DEMO: N_("One click in the demo"),
}
IN_VAIN = {
    SignInWay.PASSWORD: N_("Wrong password"),
    SignInWay.AUTHENTICATOR: N_("Wrong code"),
    SignInWay.RECOVERY_CODE: N_("Wrong recovery code"),
}


@dataclass(frozen=True)
class SignInRow:
    id: int = 0
    at: str = ""
    browser: str = ""
    address: str = ""
    way: str = ""
    succeeded: bool = True


class RecentSignIns(rx.State):
    audience: ClassVar[Audience] = Audience.LOGGED_IN

    rows: list[SignInRow] = []

    @rx.event
    async def load(self) -> None:
        found = await read(recent_sign_ins, who().account_id)
        with spoken(self):
            self.rows = [_row(one) for one in found]


def _row(one: SignIn) -> SignInRow:
    words = WAYS if one.succeeded else IN_VAIN
    return SignInRow(
        id=one.id or 0,
        at=moment(one.at, settings().zone),
        browser=one.browser or _("Unknown browser"),
        address=one.address or _("Unknown"),
        way=_(words.get(one.way, WAYS[one.way])),
        succeeded=one.succeeded,
    )
