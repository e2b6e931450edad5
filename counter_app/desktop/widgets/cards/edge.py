"""`Edge`: the coloured left edge of a card says what the card is. Pure."""

from __future__ import annotations

from enum import StrEnum

from counter_app.desktop.theme.tokens import Tokens


class Edge(StrEnum):
    """Accent: current. OK: accepted. Warn, error: look here. Slate: calm, as offline."""

    ACCENT = "accent"
    OK = "ok_edge"
    WARN = "warn_text"
    ERROR = "error_text"
    SLATE = "slate"


def edge_colour(tokens: Tokens, edge: Edge) -> str:
    """Return the colour of an edge in a scheme."""
    colour: str = getattr(tokens, edge.value)
    return colour
