"""Files that operations return."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import unquote_to_bytes

_FILE_NAME = re.compile(r';\s*(filename\*?)\s*=\s*("(?:[^"\\]|\\.)*"|[^\s;]+)', re.IGNORECASE)
_EXTENDED = re.compile(r"UTF-8'[^']*'(.*)", re.IGNORECASE)


@dataclass(frozen=True)
class Download:
    """A file, as an operation returns it."""

    content: bytes = field(repr=False)
    """Its bytes."""
    content_type: str
    """Its media type, as the server names it: `text/csv; charset=utf-8`."""
    file_name: str | None
    """The name that the server gives it, without folders; None when it gives none."""


def read_download(headers: Mapping[str, str], content: bytes, accept: str) -> Download | None:
    """The file of a response, or None when its type is not one of those that were asked for."""
    content_type = headers.get("content-type", "")
    if content_type.split(";")[0].strip().lower() not in accept.split(", "):
        return None
    return Download(content, content_type, _file_name(headers.get("content-disposition", "")))


def _file_name(disposition: str) -> str | None:
    # RFC 6266: `attachment; filename="orders.csv"; filename*=UTF-8''Bestellungen%20M%C3%A4rz.csv`. The second is preferred.
    found = None
    for key, value in _FILE_NAME.findall(disposition):
        is_extended = key.endswith("*")
        name = _decoded(value) if is_extended else _unquoted(value)
        if name is not None and (found is None or is_extended):
            found = name
    # What names a folder, or nothing, is no name to save a file by.
    last = re.split(r"[/\\]", found or "")[-1].strip()
    return None if last in ("", ".", "..") or re.search(r"[\x00-\x1f\x7f]", last) else last


def _unquoted(value: str) -> str:
    inner = value[1:-1] if value.startswith('"') else value
    return re.sub(r"\\(.)", r"\1", inner)


def _decoded(value: str) -> str | None:
    encoded = _EXTENDED.fullmatch(value)
    try:
        return unquote_to_bytes(encoded[1]).decode() if encoded else None
    except UnicodeDecodeError:
        return None
