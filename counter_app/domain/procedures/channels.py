"""The way a dossier comes in (kênh tiếp nhận). The national numbers are 1, 2 and 3 (DOMAIN §4)."""

from __future__ import annotations

from enum import Enum


class Channel(Enum):
    """Trực tiếp at the counter, trực tuyến, or by the public post (bưu chính công ích, BCCI)."""

    COUNTER = "counter"
    ONLINE = "online"
    POST = "post"

    @property
    def national_number(self) -> int:
        """Return the number that the national portal uses (KenhThucHien)."""
        return tuple(Channel).index(self) + 1
