"""A name inside a sentence."""

from __future__ import annotations


def inside(text: str) -> str:
    """Return `giấy báo tử` for `Giấy báo tử`; what begins with two capitals stays as it is."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]
