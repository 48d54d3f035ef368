"""Address details (guide 5.2.4, steps 3 to 5): which fields there are is the country's."""

from __future__ import annotations

from typing import Any, ClassVar

import reflex as rx

from certify_app.db.engine import write
from certify_app.domain.errors import DomainError, Problems
from certify_app.domain.permissions import Audience
from certify_app.domain.shop.addresses import add_address, address_form, countries
from certify_app.gate.events import who
from certify_app.state.portal.checkout import BILLING, DELIVERY_ADDRESS, Checkout
from certify_app.state.portal.profile_addresses import ProfileAddresses
from certify_app.state.portal.spoken import spoken
from certify_app.state.typed import storable, text

FIRST_COUNTRY = "GB"
PROFILE = "profile"
FIELDS = ("first_name", "last_name", "lines", "city", "postcode", "country")


class NewAddress(rx.State):
    """`to` is the section that the address is for; `needs` names required fields;
    `forms` counts the empty forms, of which the next begins when one was kept."""

    audience: ClassVar[Audience] = Audience.LEARNER

    opened: bool = False
    to: str = BILLING
    country: str = FIRST_COUNTRY
    countries: list[tuple[str, str]] = []
    areas: list[tuple[str, str]] = []
    shown: dict[str, bool] = {}
    needs: dict[str, bool] = {}
    errors: dict[str, str] = {}
    forms: int = 0

    @rx.event
    def open(self, section: str) -> None:
        """The + of a section."""
        if section not in (BILLING, DELIVERY_ADDRESS, PROFILE):
            return
        self.to, self.opened, self.errors = section, True, {}
        with spoken(self):
            self.countries = countries()
        self._follow(self.country)

    @rx.event
    def close(self) -> None:
        self.opened, self.errors = False, {}

    @rx.event
    def hear_country(self, code: str) -> None:
        if any(code == known for known, _name in self.countries):
            self._follow(code)

    @rx.event
    async def add(self, form: dict[str, Any]) -> None:
        typed = {name: storable(text(form, name), 1000) for name in FIELDS}
        typed["area"] = storable(text(form, "area_choice" if self.areas else "area"))
        with spoken(self):
            try:
                address = await write(add_address, who().account_id, typed)
            except DomainError as problem:
                self.errors = self._in_order(problem)
                return
        self.opened, self.errors = False, {}
        self.forms += 1
        if self.to == PROFILE:
            await (await self.get_state(ProfileAddresses))._list()
            return
        await (await self.get_state(Checkout))._take(self.to, str(address.id))

    def _in_order(self, problem: DomainError) -> dict[str, str]:
        """By field, from the top of the form down."""
        problems = problem.problems if isinstance(problem, Problems) else [problem]
        found = {self._field(p.field): str(p) for p in problems}
        return {field: found[field] for field in (*FIELDS, "area", "area_choice") if field in found}

    def _field(self, field: str) -> str:
        return "area_choice" if field == "area" and self.areas else field

    def _follow(self, country: str) -> None:
        asked = address_form(country)
        self.country, self.areas = country, list(asked.areas)
        self.shown = dict.fromkeys(asked.shown, True)
        self.needs = dict.fromkeys(asked.required, True)
