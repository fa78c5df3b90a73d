"""One page of a list, and the way to all others."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Callable, Generic, TypeVar

Item = TypeVar("Item")


class Page(Generic[Item]):
    """Iterating over it goes through the items of all pages; the next one is loaded when it is needed."""

    def __init__(self, body: Any, load: Callable[[str], Page[Item]]) -> None:
        self.body = body
        """The page as the document describes it."""
        self.data: list[Item] = body.data
        """The items of this page."""
        self.has_more: bool = body.has_more
        self.next_cursor: str | None = body.next_cursor
        self._load = load

    def next_page(self) -> Page[Item] | None:
        """The page after this one, or None after the last."""
        if not self.has_more or not self.next_cursor:
            return None
        return self._load(self.next_cursor)

    def pages(self) -> Iterator[Page[Item]]:
        """This page and all after it."""
        page: Page[Item] | None = self
        while page is not None:
            yield page
            page = page.next_page()

    def __iter__(self) -> Iterator[Item]:
        for page in self.pages():
            yield from page.data

    def __repr__(self) -> str:
        return f"Page({len(self.data)} items, has_more={self.has_more})"
