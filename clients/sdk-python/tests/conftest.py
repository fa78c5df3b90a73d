"""Starts the server that plays the scenarios, which all clients share, and names the running installation."""

from __future__ import annotations

import itertools
import json
import os
import subprocess
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

CONFORMANCE = Path(__file__).parents[2] / "conformance"


@dataclass
class Run:
    base_url: str
    seen_url: str

    def seen(self) -> list[dict[str, Any]]:
        with urllib.request.urlopen(self.seen_url) as response:
            return list(json.load(response))


@dataclass
class Mock:
    address: str
    runs: Iterator[int]

    def start(self, scenario: str) -> Run:
        key = f"{quote(scenario, safe='')}/{os.getpid()}-{next(self.runs)}"
        return Run(f"{self.address}/play/{key}", f"{self.address}/seen/{key}")


@pytest.fixture(scope="session")
def mock() -> Iterator[Mock]:
    node = os.environ.get("STOA_NODE", "node")
    process = subprocess.Popen(
        [node, CONFORMANCE / "server.mjs"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert process.stdin and process.stdout
    address = process.stdout.readline().strip()
    assert address.startswith("http://"), "the server did not start"
    yield Mock(address, itertools.count(1))
    process.stdin.close()
    process.wait(10)


@pytest.fixture(scope="session")
def dev() -> Any:
    """What `stoa dev` writes about itself."""
    path = os.environ.get("STOA_DEV")
    if not path:
        pytest.skip("STOA_DEV names no running installation")
    return json.loads(Path(path).read_text())
