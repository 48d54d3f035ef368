"""How much of a refund belongs to each VAT rate of its order."""

from __future__ import annotations

from collections.abc import Mapping

from certify_app.domain.money import Amounts, with_vat


def split_credit(amount: int, left: Mapping[int, Amounts]) -> dict[int, Amounts]:
    """An amount in minor units, over what is `left` to credit at each rate, in proportion.

    What takes all that is left takes its VAT to the penny, so that an order refunded in
    parts is credited exactly.
    """
    shares = _in_proportion(amount, {rate: found.gross for rate, found in left.items()})
    return {
        rate: left[rate] if share == left[rate].gross else _part(share, rate, left[rate])
        for rate, share in shares.items()
        if share
    }


def _in_proportion(amount: int, left: Mapping[int, int]) -> dict[int, int]:
    """Rounded down, then a penny each to those who lost most by it."""
    whole = sum(left.values())
    amount = min(amount, whole)
    shares = {rate: amount * gross // whole for rate, gross in left.items()} if whole else {}
    by_loss = sorted(shares, key=lambda rate: (-(amount * left[rate] % whole), rate))
    for rate in by_loss[: amount - sum(shares.values())]:
        shares[rate] += 1
    return shares


def _part(share: int, rate: int, left: Amounts) -> Amounts:
    """No more VAT than is left, nor so little that the rest could not hold what remains."""
    vat = min(with_vat(share, rate).vat, left.vat)
    return Amounts(share, max(vat, left.vat - (left.gross - share)))
