#!/usr/bin/env python3
"""Sends data source and dashboards to a workspace of Amazon Managed Grafana, and removes dashboards whose file is gone.

Called by Terraform. Needs the AWS CLI and its credentials; it signs in to Grafana with an account that lives as long as the call, so no
token is kept anywhere.
"""

import json
import os
import subprocess
import urllib.error
import urllib.request
import uuid
from pathlib import Path

UID = "stoa"  # of the data source and of the folder
TIMEOUT_SECONDS = 30


def aws(*arguments):
    """Calls the AWS CLI."""
    command = ["aws", "grafana", *arguments, "--workspace-id", os.environ["GRAFANA_WORKSPACE"], "--output", "json"]
    output = subprocess.run(command, check=True, stdout=subprocess.PIPE, timeout=TIMEOUT_SECONDS * 2).stdout
    return json.loads(output or b"{}")


class Grafana:
    """Grafana's HTTP API."""

    def __init__(self, token):
        self.token = token

    def call(self, method, path, body=None, accept=()):
        """Sends a request. Answers with what came back, or None for a status of `accept`."""
        headers = {"Authorization": f"Bearer {self.token}", "Content-Type": "application/json"}
        content = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(os.environ["GRAFANA_URL"] + path, content, headers, method=method)
        try:
            with urllib.request.urlopen(request, timeout=TIMEOUT_SECONDS) as response:
                return json.load(response)
        except urllib.error.HTTPError as error:
            if error.code in accept:
                return None
            raise SystemExit(f"Grafana answers {method} {path} with {error.code}: {error.read(500).decode(errors='replace')}") from error

    def set_source(self):
        """Makes the data source what it must be."""
        source = {
            "uid": UID,
            "name": "Stoa",
            "type": "prometheus",
            "access": "proxy",
            "isDefault": True,
            "url": os.environ["PROMETHEUS_URL"],
            "jsonData": {"httpMethod": "POST", "sigV4Auth": True, "sigV4AuthType": "ec2_iam_role", "sigV4Region": os.environ["PROMETHEUS_REGION"]},
        }
        if self.call("GET", f"/api/datasources/uid/{UID}", accept=(404,)) is None:
            self.call("POST", "/api/datasources", source)
        else:
            self.call("PUT", f"/api/datasources/uid/{UID}", source)

    def set_dashboards(self, files):
        """Makes the folder hold these dashboards and no other."""
        if self.call("GET", f"/api/folders/{UID}", accept=(404,)) is None:
            self.call("POST", "/api/folders", {"uid": UID, "title": "Stoa"})
        kept = set()
        for file in files:
            dashboard = json.loads(file.read_text(encoding="utf-8"))
            kept.add(dashboard["uid"])
            self.call("POST", "/api/dashboards/db", {"dashboard": dashboard | {"id": None}, "folderUid": UID, "overwrite": True})
            print(f"{file.name}: loaded")
        for found in self.call("GET", f"/api/search?type=dash-db&folderUIDs={UID}"):
            if found["uid"] not in kept:
                self.call("DELETE", f"/api/dashboards/uid/{found['uid']}")
                print(f"{found['uid']}: removed, its file is gone")


def main():
    files = sorted(Path(os.environ["DASHBOARDS"]).glob("*.json"))
    name = f"terraform-{uuid.uuid4()}"
    account = aws("create-workspace-service-account", "--name", name, "--grafana-role", "ADMIN")["id"]
    try:
        created = aws("create-workspace-service-account-token", "--service-account-id", account, "--name", name, "--seconds-to-live", "600")
        grafana = Grafana(created["serviceAccountToken"]["key"])
        grafana.set_source()
        grafana.set_dashboards(files)
    finally:
        aws("delete-workspace-service-account", "--service-account-id", account)


if __name__ == "__main__":
    main()
