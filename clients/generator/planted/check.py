"""Types of what was planted, and that it arrives. Placed beside the tests of the package."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import pytest
import stoa
from conftest import Mock
from stoa.models import PlantedWrapBox
from test_conformance import SCENARIOS, play

PLANTED = [it for it in SCENARIOS if it.get("planted")]


class Answer:
    sent: object = None

    def __call__(
        self, method: str, url: str, headers: Mapping[str, str], body: bytes | None, timeout: float
    ) -> stoa.RawResponse:
        self.sent = (url, json.loads(body or b""))
        answer = {"wraps": [{"kind": "box", "color": "red", "size": 2}, {"kind": "ribbon", "length": 3}]}
        return stoa.RawResponse(200, {}, json.dumps(answer).encode())


def test_a_union_is_sent_and_returned() -> None:
    transport = Answer()
    shop = stoa.Storefront(host="shop.example", transport=transport)
    order = shop.plant(id="a", from_="b", body={"kind": "paper", "color": "blue"})

    expected = ("https://shop.example/storefront/v1/planted/a?from=b", {"kind": "paper", "color": "blue"})
    assert transport.sent == expected
    first, second = order.wraps
    assert isinstance(first, PlantedWrapBox) and first.size == 2
    assert second.model_dump() == {"kind": "ribbon", "length": 3}
    shop.plant(id="a", body=first)
    assert transport.sent == (expected[0].split("?")[0], {"kind": "box", "color": "red", "size": 2})


@pytest.mark.parametrize("scenario", PLANTED, ids=[it["name"] for it in PLANTED])
def test_scenario_of_what_was_planted(scenario: dict[str, Any], mock: Mock) -> None:
    assert len(PLANTED) >= 14
    play(scenario, mock)
