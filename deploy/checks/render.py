"""Renders the little of Kustomize that the overlays use, for machines without kustomize: resources, namespace, images, and patches that
merge by name. Anything else is refused, so that nothing is left out in silence."""

from copy import deepcopy

import yaml

KNOWN = {"apiVersion", "kind", "namespace", "resources", "images", "patches"}
WITHOUT_NAMESPACE = {"Namespace"}


def documents(file):
    """The objects of a file."""
    return [document for document in yaml.safe_load_all(file.read_text()) if document]


def render(folder):
    """Every object of a base or overlay."""
    settings = yaml.safe_load((folder / "kustomization.yaml").read_text())
    if unknown := set(settings) - KNOWN:
        raise SystemExit(f"{folder}: {', '.join(sorted(unknown))} is not understood without kustomize")
    objects = []
    for name in settings["resources"]:
        path = folder / name
        objects += render(path) if path.is_dir() else documents(path)
    for patch in settings.get("patches", []):
        for change in documents(folder / patch["path"]):
            target = [one for one in objects if key(one) == key(change)]
            if len(target) != 1:
                raise SystemExit(f"{folder / patch['path']}: there is no {change['kind']} {change['metadata']['name']}")
            merged = merge(target[0], change)
            target[0].clear()
            target[0].update(merged)
    for one in objects:
        if "namespace" in settings and one["kind"] not in WITHOUT_NAMESPACE:
            one["metadata"]["namespace"] = settings["namespace"]
        for image in settings.get("images", []):
            for container in containers(one):
                if container["image"] == image["name"]:
                    container["image"] = f"{image['newName']}:{image['newTag']}"
    return objects


def key(one):
    return one["kind"], one["metadata"]["name"]


def pod(one):
    """The pod that an object makes; empty when it makes none."""
    return one.get("spec", {}).get("template", {}).get("spec", {}) if one["kind"] in {"Deployment", "Job"} else {}


def containers(one):
    return pod(one).get("containers", [])


def merge(base, change):
    """`change` over `base`: objects are merged, lists of things with names by name, anything else is replaced."""
    if isinstance(base, dict) and isinstance(change, dict):
        merged = deepcopy(base)
        for name, value in change.items():
            merged[name] = merge(base[name], value) if name in base else deepcopy(value)
        return merged
    named = all(isinstance(item, dict) and "name" in item for item in [*base, *change]) if isinstance(base, list) and isinstance(change, list) else False
    if not named:
        return deepcopy(change)
    changes = {item["name"]: item for item in change}
    merged = [merge(item, changes.pop(item["name"])) if item["name"] in changes else deepcopy(item) for item in base]
    return merged + [deepcopy(item) for item in changes.values()]
