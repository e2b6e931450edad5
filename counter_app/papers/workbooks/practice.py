"""The mark of practice on a workbook: before its title, and at the head of each printed page."""

from __future__ import annotations

from typing import Any

WORDS = "BẢN TẬP HUẤN – KHÔNG CÓ GIÁ TRỊ"
"""As the form sets say it across a paper."""


def titled(title: str, *, practice: bool) -> str:
    """Return what stands in the title's cell."""
    return f"{WORDS} · {title}" if practice else title


def mark_pages(page: Any, *, practice: bool) -> None:
    """Let each printed page of a sheet say it."""
    if practice:
        page.set_header(f"&C&B{WORDS}")
