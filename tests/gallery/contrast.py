"""Contrast of two colours after WCAG 2.2 (relative luminance)."""

from __future__ import annotations

from functools import cache

LEAST_TEXT = 4.5
LEAST_LINE = 3.0


@cache
def luminance(colour: str) -> float:
    """Return the relative luminance of `#RRGGBB`, 0 for black and 1 for white."""
    channels = (int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, from 1 to 21."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)
