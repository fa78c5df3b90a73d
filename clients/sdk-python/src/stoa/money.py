"""Money: whole minor units and a currency. No amount ever becomes a float."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Any, Union

from stoa.errors import StoaError
from stoa.generated.currencies import UNUSUAL_DIGITS
from stoa.models import Money

MoneyLike = Union[Money, Mapping[str, Any]]
"""A model, or the same as a mapping: `{"amount": 1205, "currency": "EUR"}`."""

# What JSON carries exactly in every language, and so what the API allows.
_LARGEST = 2**53 - 1


class MoneyError(StoaError):
    """An amount that there cannot be."""


def minor_digits(currency: str) -> int:
    """How many digits the minor unit has: 2 for EUR, 0 for JPY, 3 for KWD."""
    return UNUSUAL_DIGITS.get(currency, 2)


def money(amount: int, currency: str) -> Money:
    if not isinstance(amount, int) or isinstance(amount, bool) or abs(amount) > _LARGEST:
        raise MoneyError(f"{amount} is not a whole number of minor units")
    if not re.fullmatch("[A-Z]{3}", currency):
        raise MoneyError(f"`{currency}` is not a currency code like EUR")
    return Money(amount=amount, currency=currency)


def add_money(first: MoneyLike, *others: MoneyLike) -> Money:
    total = _checked(first)
    for other in map(_checked, others):
        if other.currency != total.currency:
            raise MoneyError(f"{total.currency} and {other.currency} cannot be added")
        total = money(total.amount + other.amount, total.currency)
    return total


def subtract_money(start: MoneyLike, less: MoneyLike) -> Money:
    taken = _checked(less)
    return add_money(start, money(-taken.amount, taken.currency))


def multiply_money(price: MoneyLike, times: int) -> Money:
    """`price` times a whole number."""
    if not isinstance(times, int):
        raise MoneyError(f"{times} is not a whole number")
    one = _checked(price)
    return money(one.amount * times, one.currency)


def to_decimal(value: MoneyLike) -> Decimal:
    """The amount in major units, exactly: 12.05, 1205 for yen, 1.205 for Kuwaiti dinars."""
    it = _checked(value)
    return Decimal(it.amount).scaleb(-minor_digits(it.currency))


def from_decimal(value: Decimal | str, currency: str) -> Money:
    """Reads what `to_decimal` returns. More decimals than the currency has are refused and never rounded."""
    digits = minor_digits(currency)
    found = re.fullmatch(r"(-?)([0-9]+)(?:\.([0-9]+))?", str(value))
    if not found or len(found[3] or "") > digits:
        raise MoneyError(f"`{value}` is not an amount of {currency}, which has {digits} decimals")
    return money(int(found[1] + found[2] + (found[3] or "").ljust(digits, "0")), currency)


def format_money(value: MoneyLike) -> str:
    """For people, without a locale: `12.05 EUR`, `1,205 JPY`, `1.205 KWD`."""
    it = _checked(value)
    return f"{to_decimal(it):,f} {it.currency}"


def _checked(value: MoneyLike) -> Money:
    if isinstance(value, Mapping):
        return money(value["amount"], value["currency"])
    return money(value.amount, value.currency)
