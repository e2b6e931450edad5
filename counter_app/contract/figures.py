"""Figures of bodies that no schema of ours bounds: what lies outside was never counted by anybody.

Only kinds that came after the first release are here: what older programs wrote stays readable.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from counter_app.domain.acts.audit import FormSetLeft, FormSetTaken, Purged
from counter_app.domain.acts.certified import Certified
from counter_app.domain.acts.files import PaperScanned, ScanRemoved
from counter_app.domain.acts.intake import SubmittedFile
from counter_app.domain.acts.money import CashCount, PaymentCancelled, ShiftClosed

FILE_BYTES = 200 * 1024 * 1024
"""The largest file that goes with a dossier."""

_MONEY = 10**15  # đồng: a thousand times what any fee is
_PIECES = 10**6

_BOUNDS: Mapping[type, Mapping[str, tuple[int, int]]] = MappingProxyType(
    {
        PaperScanned: {"size": (1, FILE_BYTES), "pages": (0, 10_000)},
        SubmittedFile: {"size": (0, FILE_BYTES)},
        Certified: {
            "book_year": (2000, 9999),
            "serial": (1, 10**6),
            "pages": (1, 10_000),
            "copies": (1, 10_000),
        },
        Purged: {"bodies": (0, 10**9), "files": (0, 10**9), "days": (30, 3650)},
        CashCount: {"denomination": (1, 10**6), "pieces": (0, _PIECES)},
        ShiftClosed: {"expected": (-_MONEY, _MONEY), "other": (-_MONEY, _MONEY)},
    }
)
_DIGESTS = (PaperScanned, ScanRemoved, SubmittedFile, FormSetTaken, FormSetLeft)
_SHA256 = re.compile(r"[0-9a-f]{64}")


def wrong_figure(value: object) -> tuple[str, str] | None:
    """Return (field, code) of the first figure of a body, or of a part, that can't be; or None."""
    for name, (least, most) in _BOUNDS.get(type(value), {}).items():
        if not least <= getattr(value, name) <= most:
            return name, "out_of_range"
    if isinstance(value, _DIGESTS) and not _SHA256.fullmatch(value.sha256):
        return "sha256", "digest"
    if isinstance(value, ShiftClosed) and value.closed_at < value.opened_at:
        return "closed_at", "out_of_range"
    if isinstance(value, Certified | PaymentCancelled):
        name, lines = (
            ("fees", value.fees) if isinstance(value, Certified) else ("lines", value.lines)
        )
        if any(not 0 <= line.amount <= _MONEY for line in lines):
            return name, "out_of_range"
    return None
