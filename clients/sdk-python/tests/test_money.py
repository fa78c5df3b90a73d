"""Money stays whole, and is written as its currency is."""

from __future__ import annotations

import json
from decimal import Decimal

import pytest
import stoa
from conftest import CONFORMANCE
from stoa.models import Money

VECTORS = json.loads((CONFORMANCE / "money.json").read_text())


def euros(amount: int) -> Money:
    return Money(amount=amount, currency="EUR")


def test_amounts_are_written_and_read_to_the_last_digit() -> None:
    for it in VECTORS["amounts"]:
        amount = Money(amount=it["amount"], currency=it["currency"])
        assert str(stoa.to_decimal(amount)) == it["decimal"]
        assert stoa.from_decimal(it["decimal"], it["currency"]) == amount
        assert stoa.from_decimal(stoa.to_decimal(amount), it["currency"]) == amount
        assert stoa.format_money(amount).replace(",", "") == f"{it['decimal']} {it['currency']}"
    assert stoa.format_money({"amount": 120500, "currency": "EUR"}) == "1,205.00 EUR"


def test_more_decimals_than_the_currency_has_are_refused() -> None:
    for it in VECTORS["not_decimals"]:
        with pytest.raises(stoa.MoneyError):
            stoa.from_decimal(it["text"], it["currency"])
    with pytest.raises(stoa.MoneyError):
        stoa.from_decimal(Decimal("NaN"), "EUR")


def test_sums_and_products_are_whole_of_one_currency_and_small_enough() -> None:
    assert stoa.add_money(euros(10), euros(20), {"amount": -5, "currency": "EUR"}) == euros(25)
    assert stoa.subtract_money(euros(10), euros(20)) == euros(-10)
    assert stoa.multiply_money(euros(1205), 3) == euros(3615)

    with pytest.raises(stoa.MoneyError, match="EUR and USD cannot be added"):
        stoa.add_money(euros(1), stoa.money(1, "USD"))
    with pytest.raises(stoa.MoneyError):
        stoa.multiply_money(euros(1), 1.5)  # type: ignore[arg-type]
    with pytest.raises(stoa.MoneyError):
        stoa.money(0.1, "EUR")  # type: ignore[arg-type]
    with pytest.raises(stoa.MoneyError):
        stoa.money(1, "euro")
    with pytest.raises(stoa.MoneyError):
        stoa.add_money(euros(2**53 - 1), euros(1))
