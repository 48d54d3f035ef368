"""Money: whole minor units of one currency, never floats.

Prices are gross. The VAT in a line is round(gross * rate / (1 + rate)), a half to
the even penny, and net is the rest, so net + VAT is the gross by construction:
£12.00 at 20 % holds £2.00, £3.99 holds £0.66.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from babel.numbers import format_currency, get_currency_precision

from certify_app.locales.dates import babel_locale


@dataclass(frozen=True)
class Amounts:
    """A gross amount in minor units and the VAT in it. Knows no currency and no order."""

    gross: int
    vat: int

    @property
    def net(self) -> int:
        return self.gross - self.vat

    def __add__(self, other: Amounts) -> Amounts:
        return Amounts(self.gross + other.gross, self.vat + other.vat)


NOTHING = Amounts(0, 0)


def with_vat(gross: int, rate: int) -> Amounts:
    """Split a gross amount in minor units by a VAT rate in basis points (2000 is 20 %)."""
    divisor = 10_000 + rate
    vat, rest = divmod(gross * rate, divisor)
    if 2 * rest > divisor or (2 * rest == divisor and vat % 2):
        vat += 1
    return Amounts(gross, vat)


def say_money(minor: int, currency: str) -> str:
    """The amount as the reader writes it: £12.00."""
    precision = get_currency_precision(currency)
    return format_currency(Decimal(minor).scaleb(-precision), currency, locale=babel_locale())


def read_money(text: str, currency: str) -> int | None:
    """A typed amount such as "12.50" in minor units; None for anything else."""
    precision = get_currency_precision(currency)
    try:
        amount = Decimal(text.strip()).scaleb(precision)
    except InvalidOperation:
        return None
    if not amount.is_finite() or amount != amount.to_integral_value() or not 0 <= amount < 10**12:
        return None
    return int(amount)
