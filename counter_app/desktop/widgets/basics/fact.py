"""`Fact`: one short fact of a line of facts. Pure: presenters make it."""

from __future__ import annotations

from typing import NamedTuple

from counter_app.desktop.theme.tokens import Tone


class Fact(NamedTuple):
    """Text, weight, whether its digits align, tone."""

    text: str
    weight: int = 400
    digits: bool = False
    tone: Tone = Tone.TEXT_2
