"""Parts of one line: what a bar, a row or a timeline puts side by side."""

from __future__ import annotations


def joined(*parts: str) -> str:
    """Return the parts that say anything, divided by middle dots."""
    return " · ".join(part for part in parts if part)
