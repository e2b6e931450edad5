"""Practice citizens (công dân mẫu): made up, with cards that any scanner reads as text."""

from __future__ import annotations

import json
from dataclasses import dataclass

from counter_app.config import resource
from counter_app.domain.plain import from_plain


@dataclass(frozen=True, slots=True)
class Citizen:
    """Somebody who doesn't exist; `card` is what the QR symbol of the card says."""

    name: str
    phone: str
    card: str
    note: str = ""


def citizens() -> tuple[Citizen, ...]:
    """Return all practice citizens; those who have a past come first."""
    plain = json.loads(resource("training", "citizens.json").read_bytes())
    return from_plain(tuple[Citizen, ...], plain["citizens"])
