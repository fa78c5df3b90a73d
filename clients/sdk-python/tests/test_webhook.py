"""The vectors of webhooks that all clients must agree on."""

from __future__ import annotations

import json
from typing import Any

import pytest
import stoa
from conftest import CONFORMANCE

VECTORS: dict[str, Any] = json.loads((CONFORMANCE / "webhooks.json").read_text())


@pytest.mark.parametrize("case", VECTORS["cases"], ids=[it["name"] for it in VECTORS["cases"]])
def test_vector(case: dict[str, Any]) -> None:
    now = VECTORS["now"]
    for body in (case["body"], case["body"].encode()):
        if "error" in case:
            with pytest.raises(stoa.WebhookError) as caught:
                stoa.verify_webhook(body, case["headers"], case["secret"], now=now)
            assert caught.value.reason == case["error"]
        else:
            headers = {name.title(): value for name, value in case["headers"].items()}
            assert stoa.verify_webhook(body, headers, case["secret"], now=now) == case["id"]


def test_the_clock_is_read() -> None:
    good = VECTORS["cases"][0]
    with pytest.raises(stoa.WebhookError, match="too old"):
        stoa.verify_webhook(good["body"], good["headers"], good["secret"])
