"""Drafts of the officers at this counter: kept while they type, there again after a crash."""

from __future__ import annotations

from datetime import datetime

from counter_app.domain.errors.store import StoreError
from counter_app.domain.plain import Plain
from counter_app.store.drafts import Draft, Drafts

__all__ = ["Draft", "DraftBook"]


class DraftBook:
    """The drafts by officer. What the disk refuses comes back as a value, never as an exception.

    A full disk must not get in the way of typing: the caller shows the sentence of the error that
    came back, and what was typed stays on the screen.
    """

    def __init__(self, drafts: Drafts) -> None:
        self._drafts = drafts

    def save(self, name: str, officer: str, plain: Plain, at: datetime) -> StoreError | None:
        """Keep a draft in place of the one with the same `name`; None when it was kept."""
        try:
            self._drafts.save(name, officer, plain, at)
        except StoreError as error:
            return error
        return None

    def delete(self, name: str) -> StoreError | None:
        """Forget a draft: it was received or thrown away; None when it was forgotten."""
        try:
            self._drafts.delete(name)
        except StoreError as error:
            return error
        return None

    def others(self, officer: str) -> int:
        """Return how many drafts of everybody but `officer` lie here. Raises StoreError."""
        return sum(each.officer != officer for each in self._drafts.all())

    def count(self) -> int:
        """Return how many drafts lie here, of anybody. Raises StoreError."""
        return len(self._drafts.all())

    def all(self, officer: str) -> tuple[Draft, ...]:
        """Return the drafts of `officer`, oldest first. Raises StoreError."""
        return tuple(each for each in self._drafts.all() if each.officer == officer)
