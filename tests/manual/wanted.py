"""Which pictures the pages show, and what is pointed at in some of them."""

from __future__ import annotations

import re

from tests.manual.places import manual_pages

_PICTURE = re.compile(r"!\[[^\]]*\]\([./]*pictures/([a-z0-9-]+)\.png\)")

CALLED_OUT: dict[str, tuple[str, ...]] = {
    "tiep-nhan-san-sang": ("Chủ hồ sơ", "Thủ tục", "Giấy tờ", "Phí, lệ phí", "Tiếp nhận và in"),
}
"""Picture → words in it that get a number, in the order of the list below the picture."""


def picture_names() -> list[str]:
    """Return the names of the scenes that the manual's pages show, each once."""
    pages = "".join(page.read_text("utf-8") for page in manual_pages())
    return sorted(set(_PICTURE.findall(pages)))
