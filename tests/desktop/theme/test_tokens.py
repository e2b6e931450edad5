"""The colours hold the contrasts that the design promises."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from counter_app.desktop.theme.tokens import DARK, HIGH_CONTRAST, LIGHT, TOKENS, Scheme, Tokens
from tests.gallery.contrast import contrast
from tests.gallery.pairs import faint_pairs

ROOM = Path(__file__).parents[3] / "counter_app" / "desktop"

PROMISED = [
    (LIGHT, "text", "card", 16.2),
    (LIGHT, "text_2", "card", 8.3),
    (LIGHT, "text_3", "card", 6.1),
    (LIGHT, "text_3", "chrome", 5.4),
    (LIGHT, "text_3", "soft", 5.3),
    (LIGHT, "accent", "card", 6.7),
    (LIGHT, "on_accent", "accent", 6.7),
    (LIGHT, "control_line", "card", 3.5),
    (LIGHT, "disabled_text", "disabled_fill", 5.0),
    (LIGHT, "ok_text", "ok_fill", 6.5),
    (LIGHT, "warn_text", "warn_fill", 6.8),
    (LIGHT, "error_text", "error_fill", 6.8),
    (DARK, "text", "card", 13.3),
    (DARK, "text_2", "card", 9.0),
    (DARK, "text_3", "card", 6.6),
    (DARK, "text_3", "soft", 5.6),
    (DARK, "accent", "card", 7.4),
    (DARK, "on_accent", "accent", 8.1),
    (DARK, "control_line", "card", 4.2),
    (DARK, "disabled_text", "disabled_fill", 5.8),
    (DARK, "ok_text", "ok_fill", 8.8),
    (DARK, "warn_text", "warn_fill", 10.6),
    (DARK, "error_text", "error_fill", 7.7),
    (HIGH_CONTRAST, "text", "card", 21.0),
    (HIGH_CONTRAST, "text_3", "card", 12.6),
    (HIGH_CONTRAST, "accent", "card", 11.8),
    (HIGH_CONTRAST, "disabled_text", "disabled_fill", 7.0),
]


@pytest.mark.parametrize(("tokens", "one", "other", "promised"), PROMISED)
def test_contrast_is_as_promised(tokens: Tokens, one: str, other: str, promised: float) -> None:
    assert contrast(getattr(tokens, one), getattr(tokens, other)) == pytest.approx(
        promised, abs=0.06
    )


@pytest.mark.parametrize("scheme", Scheme)
def test_every_pair_that_is_painted_can_be_read(scheme: Scheme) -> None:
    assert list(faint_pairs(scheme, TOKENS[scheme])) == []


def test_no_other_file_names_a_colour() -> None:
    """Colours come from the tokens: no hex, no named colour elsewhere in the window."""
    colour = re.compile(r"[\"'(]#[0-9A-Fa-f]{3,8}\b|QColor\(\"|QColor\(\d")
    wrong = [
        str(path.relative_to(ROOM))
        for path in sorted(ROOM.rglob("*.py"))
        if path.name != "tokens.py" and colour.search(path.read_text(encoding="utf-8"))
    ]
    assert wrong == []
