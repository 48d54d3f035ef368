"""Addresses of the profile (guide 7.2.1): the same that the checkout offers."""

from __future__ import annotations

from typing import ClassVar

import reflex as rx

from certify_app.db.engine import read, write
from certify_app.domain.permissions import Audience
from certify_app.domain.shop.addresses import own_addresses, remove_address
from certify_app.gate.events import who
from certify_app.locales import _
from certify_app.state.portal.checkout_rows import AddressRow, address_rows
from certify_app.state.portal.spoken import spoken


class ProfileAddresses(rx.State):
    audience: ClassVar[Audience] = Audience.LEARNER

    addresses: list[AddressRow] = []
    removed: str = ""

    @rx.event
    async def load(self) -> None:
        self.removed = ""
        await self._list()

    @rx.event
    async def remove(self, address: str) -> None:
        row = next((row for row in self.addresses if row.id == address), None)
        if row is None:
            return
        await write(remove_address, who().account_id, int(row.id))
        with spoken(self):
            self.removed = _("The address of {name} is removed.", name=row.name)
        await self._list()

    async def _list(self) -> None:
        self.addresses = address_rows(await read(own_addresses, who().account_id))
