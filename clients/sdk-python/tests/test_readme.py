"""The README's examples: the quick start runs as it is printed, and every other one is right by type."""

from __future__ import annotations

import base64
import hmac
import os
import re
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[1]
EXAMPLES: list[str] = re.findall(r"```python\n(.*?)```", (ROOT / "README.md").read_text(), re.DOTALL)

# What the examples take for granted.
BEFORE = """
import itertools
import os
from typing import TypedDict

from stoa import Admin, ApiError, ProblemCode, Storefront, format_money, from_decimal, multiply_money, to_decimal, with_response
from stoa.models import Money

class CartKey(TypedDict):
    cart_id: str
    cart_token: str

class Session:
    current = "token"
    def renew(self) -> str:
        return self.current

def show_in_form(pointer: str, detail: str) -> None:
    pass

session: Session
cart: CartKey
total: Money
"""


def test_the_quick_start_prints_the_products_of_the_demo_store(dev: Any) -> None:
    imports, blank, *program = EXAMPLES[0].strip().split("\n")
    assert imports.startswith("from stoa import ") and blank == "" and len(program) <= 5
    text = EXAMPLES[0].replace("aurora.localhost:8080", dev["tenants"][0]["host"])
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    printed = subprocess.run(
        [sys.executable, "-c", text], env=environment, check=True, capture_output=True, text=True
    ).stdout.splitlines()

    assert len(printed) > 20
    assert printed[0] == "Taper Candles, set of six 14.00 EUR"


def test_the_receiver_of_webhooks_takes_what_is_signed_once_and_nothing_else(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    [example] = [it for it in EXAMPLES if "verify_webhook(" in it]
    names: dict[str, Any] = {}
    exec(example, names)  # noqa: S102: it is what an integrator does with it
    key = b"a secret of thirty-two bytes ...!"
    monkeypatch.setenv("STOA_WEBHOOK_SECRET", "whsec_" + base64.b64encode(key).decode())
    body = b'{"type": "order.paid", "data": {"id": "ord_1"}}'

    def send(signed: bytes, secret: bytes = key) -> int:
        at = str(int(time.time()))
        digest = hmac.new(secret, b"msg_1." + at.encode() + b"." + signed, "sha256").digest()
        signature = "v1," + base64.b64encode(digest).decode()
        headers = {"Webhook-Id": "msg_1", "Webhook-Timestamp": at, "Webhook-Signature": signature}
        status = names["receive"](body, headers)
        assert isinstance(status, int)
        return status

    assert [send(body), send(body), send(b"altered"), send(body, b"another secret")] == [204, 204, 400, 400]
    printed = capsys.readouterr().out.splitlines()
    assert printed == ["received order.paid", "refused wrong_signature", "refused wrong_signature"]


def test_every_example_is_right_by_type(tmp_path: Path) -> None:
    pytest.importorskip("mypy")
    assert len(EXAMPLES) >= 8
    file = tmp_path / "examples.py"
    file.write_text(BEFORE + "\n".join(EXAMPLES[1:]))
    # One cache for all runs: nearly all of the time is spent on the libraries.
    cache = os.environ.get("MYPY_CACHE_DIR", str(tmp_path / "cache"))
    found = subprocess.run(
        [sys.executable, "-m", "mypy", "--strict", "--cache-dir", cache, str(file)],
        env={**os.environ, "MYPYPATH": str(ROOT / "src")},
        capture_output=True,
        text=True,
    )

    assert found.returncode == 0, found.stdout
