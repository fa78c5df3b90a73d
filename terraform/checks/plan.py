"""What the assertions read of a plan, as `terraform show -json` prints it."""

import json
import re
from dataclasses import dataclass, field
from pathlib import Path

UNKNOWN = object()  # decided by AWS when it is applied


@dataclass
class Resource:
    """A resource as it is planned, or a policy document as it is read."""

    address: str
    type: str
    values: dict
    unknown: dict = field(default_factory=dict)
    expressions: dict = field(default_factory=dict)

    @property
    def module(self):
        """Address of the module that holds the resource; empty for the root."""
        return self.address.rpartition(f"{'data.' * (self.type in DATA)}{self.type}.")[0].rstrip(".")

    def get(self, path):
        """The value at `a.b`, first element of blocks; UNKNOWN when it is known after apply only."""
        value, unknown = self.values, self.unknown
        for name in path.split("."):
            if isinstance(value, list):
                value = value[0] if value else None
            if isinstance(unknown, list):
                unknown = unknown[0] if unknown else None
            if unknown is True:
                break
            value = value.get(name) if isinstance(value, dict) else None
            unknown = unknown.get(name) if isinstance(unknown, dict) else None
        if unknown is not True:
            return value
        # An attribute that the code leaves out is unknown as well when AWS has a default for it. A default does not count.
        return UNKNOWN if self.is_written(path) else None

    def is_written(self, path):
        """Whether the code says something about `a.b`."""
        written = self.expressions
        for name in path.split("."):
            if isinstance(written, list):
                written = written[0] if written else {}
            if name not in written:
                return False
            written = written[name]
        return True


DATA = {"aws_iam_policy_document"}


class Plan:
    """One plan: its resources, its policy documents and the outputs that are known."""

    def __init__(self, file):
        content = json.loads(Path(file).read_text())
        self.configuration = content["configuration"]
        self.outputs = {name: change.get("after") for name, change in content.get("output_changes", {}).items()}
        self.resources, self.documents = [], []
        written = dict(expressions(self.configuration["root_module"]))
        for entry in content.get("resource_changes", []):
            change, place = entry["change"], re.sub(r"\[[^\]]*\]", "", entry["address"])
            resource = Resource(entry["address"], entry["type"], change.get("after") or {}, change.get("after_unknown") or {}, written.get(place, {}))
            if entry["mode"] == "managed" and change["actions"] != ["delete"]:
                self.resources.append(resource)
            elif entry["type"] in DATA:
                self.documents.append(resource)
        # Documents that name nothing unknown have been read already.
        for entry in walk(content.get("prior_state", {}).get("values", {}).get("root_module", {})):
            if entry["mode"] == "data" and entry["type"] in DATA:
                self.documents.append(Resource(entry["address"], entry["type"], entry["values"]))

    def of(self, *types):
        """Resources of these types."""
        return [resource for resource in self.resources if resource.type in types]


def expressions(module, prefix=""):
    """What the code says about each resource, by its address without keys."""
    for resource in module.get("resources", []):
        yield prefix + resource["address"], resource.get("expressions", {})
    for name, call in module.get("module_calls", {}).items():
        yield from expressions(call["module"], f"{prefix}module.{name}.")


def walk(module):
    """Every resource of a module and of those below it."""
    yield from module.get("resources", [])
    for child in module.get("child_modules", []):
        yield from walk(child)
