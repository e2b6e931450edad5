"""Which colours of the tokens are painted on which: their contrast is computed for all schemes."""

from __future__ import annotations

from collections.abc import Iterator

from counter_app.desktop.theme.tokens import Scheme, Tokens
from tests.gallery.contrast import LEAST_LINE, LEAST_TEXT, contrast

_GROUNDS = ("chrome", "window", "card", "hover", "soft", "section")
_ON_GROUNDS = ("text", "text_2", "text_3", "accent", "ok_text", "soon_text", "late_text", "slate")
_TEXTS = (
    ("text", "title"),
    ("text_2", "title"),
    ("on_accent", "accent"),
    ("on_accent", "accent_hover"),
    ("on_accent", "accent_pressed"),
    ("disabled_text", "disabled_fill"),
    ("ok_text", "ok_fill"),
    ("text", "ok_fill"),
    ("warn_text", "warn_fill"),
    ("text", "warn_fill"),
    ("text_2", "warn_fill"),
    ("warn_text", "card"),
    ("warn_text", "chrome"),
    ("error_text", "error_fill"),
    ("error_text", "card"),
    ("text", "error_fill"),
)
_LINES = (
    ("control_line", "card"),
    ("accent", "card"),
    ("accent", "window"),
    ("ok_edge", "card"),
    ("error_text", "card"),
)


def faint_pairs(scheme: Scheme, tokens: Tokens) -> Iterator[str]:
    """Return a sentence for every pair that is too faint: 4.5 for text, 3 for lines that speak."""
    texts = [*_TEXTS, *((text, ground) for ground in _GROUNDS for text in _ON_GROUNDS)]
    for text, ground in texts:
        yield from _faint(scheme, tokens, text, ground, LEAST_TEXT)
    for line, ground in _LINES:
        yield from _faint(scheme, tokens, line, ground, LEAST_LINE)
    for tone, pair in tokens.chips.items():
        if (found := contrast(pair.text, pair.fill)) < LEAST_TEXT:
            yield f"{scheme.value}: chip {tone.value} has {found:.1f}"


def _faint(scheme: Scheme, tokens: Tokens, one: str, other: str, least: float) -> Iterator[str]:
    found = contrast(getattr(tokens, one), getattr(tokens, other))
    if found < least:
        yield f"{scheme.value}: {one} on {other} has {found:.1f}, less than {least}"
