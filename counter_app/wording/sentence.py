"""The shape of a message: what happened, what is safe, what comes next."""

from __future__ import annotations

import string
from collections.abc import Mapping
from dataclasses import dataclass

from counter_app.i18n import tr


@dataclass(frozen=True, slots=True)
class Sentence:
    """Three short parts in Vietnamese; `{name}` placeholders are filled from an error's facts."""

    what: str
    safe: str
    next: str

    def filled(self, facts: Mapping[str, object]) -> str:
        """Return the whole message in the language of this process.

        A fact that is missing shows as "…", never as an exception.
        """
        parts = (
            tr(part).format_map(_Facts(facts)) for part in (self.what, self.safe, self.next) if part
        )
        return " ".join(parts)

    def placeholders(self) -> frozenset[str]:
        """Return the names that the facts must give."""
        return frozenset(
            name
            for part in (self.what, self.safe, self.next)
            for _, name, _, _ in string.Formatter().parse(part)
            if name
        )


class _Facts(dict[str, object]):
    def __missing__(self, key: str) -> str:
        return "…"
