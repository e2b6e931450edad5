"""Where the manual, its pictures and the developer's guide are."""

from __future__ import annotations

from pathlib import Path

TOP = Path(__file__).parents[2]
DOCS = TOP / "docs"
MANUAL = DOCS / "manual" / "vi"
GUIDE = DOCS / "developer"
PICTURES = DOCS / "pictures"
SAID = PICTURES / "said.json"


def manual_pages() -> list[Path]:
    """Return the pages of the manual."""
    return sorted(MANUAL.glob("*.md"))


def guide_pages() -> list[Path]:
    """Return the pages of the developer's guide."""
    return sorted(GUIDE.glob("*.md"))
