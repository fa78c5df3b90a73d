#!/usr/bin/env python3
"""Runs the program that loads dashboards against a Grafana and an AWS CLI that are played here."""

import json
import os
import subprocess
import sys
import tempfile
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

LOADER = Path(__file__).parents[1] / "modules/dashboards/load.py"
AWS = """#!/bin/sh
printf '%s\\n' "$*" >>"$AWS_CALLS"
case $2 in
  create-workspace-service-account) echo '{"id": "7"}' ;;
  create-workspace-service-account-token) echo '{"serviceAccountToken": {"key": "secret"}}' ;;
esac
"""


class Grafana(BaseHTTPRequestHandler):
    """As much of Grafana as is called."""

    def answer(self):
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        self.server.calls.append((self.command, self.path, json.loads(body) if body else None, self.headers["Authorization"]))
        status, content = self.server.respond(self.command, self.path)
        content = json.dumps(content).encode()
        self.send_response(status)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    do_GET = do_POST = do_PUT = do_DELETE = answer

    def log_message(self, *_):
        """Says nothing."""


def load(respond):
    """Loads two dashboards. Answers with exit status, calls of Grafana, calls of AWS."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Grafana)
    server.calls, server.respond = [], respond
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "aws").write_text(AWS)
        (Path(folder) / "aws").chmod(0o755)
        environment = {
            "PATH": f"{folder}:{os.environ['PATH']}",
            "AWS_CALLS": f"{folder}/calls",
            "GRAFANA_WORKSPACE": "g-one",
            "GRAFANA_URL": f"http://127.0.0.1:{server.server_port}",
            "PROMETHEUS_URL": "https://aps.example/workspaces/ws-one/",
            "PROMETHEUS_REGION": "eu-central-1",
            "DASHBOARDS": str(LOADER.parent / "tests/dashboards"),
        }
        run = subprocess.run([sys.executable, LOADER], env=environment, capture_output=True, text=True, timeout=60, check=False)
        calls = Path(folder, "calls").read_text().splitlines()
    server.shutdown()
    return run, server.calls, [call.split()[1] for call in calls]


AWS_CALLS = ["create-workspace-service-account", "create-workspace-service-account-token", "delete-workspace-service-account"]


def into_an_empty_workspace():
    def respond(method, path):
        if method == "GET" and not path.startswith("/api/search"):
            return 404, {}
        return 200, [] if path.startswith("/api/search") else {}

    run, calls, aws = load(respond)
    assert run.returncode == 0, run.stderr
    assert aws == AWS_CALLS, aws
    assert {call[3] for call in calls} == {"Bearer secret"}, calls
    made = [(method, path) for method, path, _, _ in calls if method != "GET"]
    assert made == [("POST", "/api/datasources"), ("POST", "/api/folders"), ("POST", "/api/dashboards/db"), ("POST", "/api/dashboards/db")], made
    source = calls[1][2]
    assert source["url"] == "https://aps.example/workspaces/ws-one/" and source["jsonData"]["sigV4Region"] == "eu-central-1", source
    assert [call[2]["dashboard"]["uid"] for call in calls if call[1] == "/api/dashboards/db"] == ["one", "two"]


def again_after_a_file_is_gone():
    def respond(_, path):
        return 200, [{"uid": "one"}, {"uid": "old"}] if path.startswith("/api/search") else {}

    run, calls, aws = load(respond)
    assert run.returncode == 0, run.stderr
    assert aws == AWS_CALLS, aws
    made = [(method, path) for method, path, _, _ in calls if method != "GET"]
    assert made[0] == ("PUT", "/api/datasources/uid/stoa"), made
    assert made[1:3] == [("POST", "/api/dashboards/db")] * 2 and made[3:] == [("DELETE", "/api/dashboards/uid/old")], made


def refused():
    run, _, aws = load(lambda *_: (403, {"message": "no"}))
    assert run.returncode == 1 and "403" in run.stderr, run.stderr
    assert aws == AWS_CALLS, "the account is removed, whatever happens"


for test in (into_an_empty_workspace, again_after_a_file_is_gone, refused):
    test()
print("  3 tests passed")
