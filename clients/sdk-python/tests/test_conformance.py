"""Runs every scenario that all clients must pass."""

from __future__ import annotations

import base64
import itertools
import json
import re
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
import stoa
from conftest import CONFORMANCE, Mock
from pydantic import BaseModel

SCENARIOS: list[dict[str, Any]] = json.loads((CONFORMANCE / "scenarios.json").read_text())["scenarios"]
OF_THE_DOCUMENT = [it for it in SCENARIOS if not it.get("planted")]
CLIENTS = {"storefront": stoa.Storefront, "admin": stoa.Admin, "operator": stoa.Operator}


@pytest.mark.parametrize("scenario", OF_THE_DOCUMENT, ids=[it["name"] for it in OF_THE_DOCUMENT])
def test_scenario(scenario: dict[str, Any], mock: Mock) -> None:
    play(scenario, mock)


def play(scenario: dict[str, Any], mock: Mock) -> None:
    run = mock.start(scenario["name"])
    call, expect = scenario["call"], scenario["expect"]
    client = new_client(call["client"], run.base_url, scenario.get("client", {}))
    operation = getattr(client, call["operation"])
    params = {**call.get("params", {}), "request_options": options_of(call.get("options", {}))}
    if "file_base64" in call:
        params["body"] = base64.b64decode(call["file_base64"])

    if "error" in expect:
        with pytest.raises(stoa.StoaError) as caught:
            operation(**params)
        check_error(caught.value, expect["error"])
    elif call.get("collect"):
        items = itertools.islice(operation(**params), call.get("take"))
        includes([plain(it) for it in items], expect["items"])
    else:
        response = stoa.with_response(operation, **params)
        if "result" in expect:
            includes(plain(response.data), expect["result"])
        if "file" in expect:
            check_file(response.data, expect["file"])
        includes(vars(response), expect.get("response", {}))
    check_requests(run.seen(), expect)


def new_client(kind: str, base_url: str, given: dict[str, Any]) -> Any:
    options = dict(given)
    delay = options.pop("retry_delay_ms", 10) / 1000
    tokens = iter(options.pop("tokens", []))
    callback: dict[str, Any] = {"access_token": lambda _rejected: next(tokens)} if "tokens" in given else {}
    return CLIENTS[kind](base_url=base_url, retry_delay=delay, **options, **callback)


def options_of(options: dict[str, Any]) -> dict[str, Any]:
    options = dict(options)
    if "timeout_ms" in options:
        options["timeout"] = options.pop("timeout_ms") / 1000
    return options


def plain(value: object) -> Any:
    return value.model_dump(mode="json") if isinstance(value, BaseModel) else value


def includes(actual: Any, expected: Any, where: str = "") -> None:
    """What is expected is there; there may be more."""
    if isinstance(expected, list):
        assert len(actual) == len(expected), f"{where} has another length"
        for at, it in enumerate(expected):
            includes(actual[at], it, f"{where}/{at}")
    elif isinstance(expected, dict):
        for key, it in expected.items():
            includes(actual.get(key), it, f"{where}/{key}")
    else:
        assert actual == expected, where


def check_error(error: stoa.StoaError, expected: dict[str, Any]) -> None:
    assert type(error).__name__ == expected["type"]
    assert isinstance(error, getattr(stoa, expected["type"]))
    if "pointers" in expected:
        assert isinstance(error, stoa.ApiError)
        assert [it.pointer for it in error.errors] == expected["pointers"]
    includes(vars(error), {name: it for name, it in expected.items() if name not in ("type", "pointers")})


def check_file(file: stoa.Download, expected: dict[str, Any]) -> None:
    content = base64.b64encode(file.content).decode()
    actual = {"content_base64": content, "content_type": file.content_type, "file_name": file.file_name}
    assert actual == expected


def check_requests(seen: list[dict[str, Any]], expect: dict[str, Any]) -> None:
    assert len(seen) == len(expect["requests"]), "another number of requests"
    for request, expected in zip(seen, expect["requests"]):
        check_request(request, expected)
    if header := expect.get("same_header"):
        assert len({it["headers"][header] for it in seen}) == 1, f"{header} changed"
    if expect.get("same_body"):
        assert len({it["body"] for it in seen}) == 1, "the body changed"
    for at, least in enumerate(expect.get("least_gaps_ms", [])):
        assert seen[at + 1]["at_ms"] - seen[at]["at_ms"] >= least


def check_request(seen: dict[str, Any], expected: dict[str, Any]) -> None:
    assert seen["method"] == expected.get("method", seen["method"])
    path = expected.get("path", seen["path"])
    if isinstance(path, dict):
        assert {name: it[0] for name, it in parse_qs(urlsplit(seen["path"]).query).items()} == path["query"]
    else:
        assert seen["path"] == path
    for name, value in expected.get("headers", {}).items():
        actual = seen["headers"].get(name)
        if isinstance(value, dict):
            assert re.search(value["matches"], actual or ""), name
        elif value == "*":
            assert actual, f"{name} is missing"
        else:
            assert actual == value, name
    if "json" in expected:
        assert json.loads(seen["body"]) == expected["json"]
    assert seen["body_base64"] == expected.get("body_base64", seen["body_base64"])
