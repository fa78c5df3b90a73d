"""How long this client waits before it sends a request again, without waiting."""

from __future__ import annotations

import random

import pytest
from stoa.retry import delay_seconds


@pytest.mark.parametrize(("chance", "delays"), [(0.0, [0.1, 0.2, 0.4, 4.0]), (1.0, [0.2, 0.4, 0.8, 8.0])])
def test_the_delay_doubles_up_to_a_limit(monkeypatch: pytest.MonkeyPatch, chance: float, delays: list[float]) -> None:
    monkeypatch.setattr(random, "random", lambda: chance)
    assert [delay_seconds(retry, 0.2, None) for retry in (0, 1, 2, 20)] == pytest.approx(delays)
    assert delay_seconds(0, 0.2, 1.0) == pytest.approx(1.0 + delays[0] / 10)
