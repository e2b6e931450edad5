"""Every colour of the window, in three schemes. No other file of the window names a colour.

Contrast was computed for every pair of text and ground that is used; tests hold the figures.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple


class Scheme(StrEnum):
    """Which set of colours the officer works with."""

    LIGHT = "light"
    DARK = "dark"
    HIGH_CONTRAST = "high_contrast"


class Tone(StrEnum):
    """What the colour of a text or an icon says."""

    TEXT = "text"
    TEXT_2 = "text_2"
    TEXT_3 = "text_3"
    ACCENT = "accent"
    ON_ACCENT = "on_accent"
    OK = "ok_text"
    WARN = "warn_text"
    ERROR = "error_text"
    SOON = "soon_text"
    LATE = "late_text"
    SLATE = "slate"
    DISABLED = "disabled_text"


class ChipTone(StrEnum):
    """A pair of text and fill for the state of a dossier, or of a thing that went well."""

    NEW = "new"
    WORKING = "working"
    SUPPLEMENT = "supplement"
    TO_RETURN = "to_return"
    CLOSED = "closed"
    SOON = "soon"
    LATE = "late"
    OK = "ok"


class Pair(NamedTuple):
    """Text on fill."""

    text: str
    fill: str


@dataclass(frozen=True, slots=True)
class Tokens:
    """One scheme. Colours are `#RRGGBB`; the last four fields say how lines are drawn."""

    title: str
    chrome: str
    window: str
    card: str
    hover: str
    section: str
    line: str
    button_line: str
    control_line: str
    text: str
    text_2: str
    text_3: str
    accent: str
    accent_hover: str
    accent_pressed: str
    on_accent: str
    on_accent_line: str
    soft: str
    soft_edge: str
    disabled_fill: str
    disabled_text: str
    ok_text: str
    ok_fill: str
    ok_line: str
    ok_edge: str
    warn_text: str
    warn_fill: str
    warn_line: str
    error_text: str
    error_fill: str
    error_line: str
    soon_text: str
    late_text: str
    slate: str
    practice: str  # the training mode's own: its border, its name
    on_practice: str
    chips: Mapping[ChipTone, Pair]
    control_width: int = 1  # px of the line round an input
    chip_outline: int = 0  # px of the line round a chip, which then has no fill
    is_dashed_when_disabled: bool = False
    is_dark: bool = False

    def tone(self, tone: Tone) -> str:
        """Return the colour of a tone."""
        colour: str = getattr(self, tone.value)
        return colour


LIGHT = Tokens(
    title="#E3E7EC",
    chrome="#EEF1F4",
    window="#F7F8FA",
    card="#FFFFFF",
    hover="#F1F4F8",
    section="#FAFBFC",
    line="#E1E5EA",
    button_line="#C7CED8",
    control_line="#7F8B9C",
    text="#17212E",
    text_2="#434F62",
    text_3="#576376",
    accent="#0B5CAD",
    accent_hover="#0A5099",
    accent_pressed="#083E78",
    on_accent="#FFFFFF",
    on_accent_line="#7FA9D6",
    soft="#E8F1FA",
    soft_edge="#0B5CAD",
    disabled_fill="#E6EAEF",
    disabled_text="#576376",
    ok_text="#166534",
    ok_fill="#DCFCE7",
    ok_line="#86C79C",
    ok_edge="#1E8A4A",
    warn_text="#92400E",
    warn_fill="#FFFBEE",
    warn_line="#E2B34F",
    error_text="#991B1B",
    error_fill="#FEE2E2",
    error_line="#E5A3A3",
    soon_text="#9A3412",
    late_text="#991B1B",
    slate="#475569",
    practice="#6D28D9",
    on_practice="#FFFFFF",
    chips={
        ChipTone.NEW: Pair("#475569", "#F1F5F9"),
        ChipTone.WORKING: Pair("#075985", "#E0F2FE"),
        ChipTone.SUPPLEMENT: Pair("#92400E", "#FEF3C7"),
        ChipTone.TO_RETURN: Pair("#166534", "#DCFCE7"),
        ChipTone.CLOSED: Pair("#374151", "#E5E7EB"),
        ChipTone.SOON: Pair("#9A3412", "#FFEDD5"),
        ChipTone.LATE: Pair("#991B1B", "#FEE2E2"),
        ChipTone.OK: Pair("#166534", "#DCFCE7"),
    },
)

DARK = Tokens(
    title="#0E1216",
    chrome="#12171C",
    window="#161B21",
    card="#1D232A",
    hover="#252C35",
    section="#20272F",
    line="#2B333D",
    button_line="#404B59",
    control_line="#76849A",
    text="#E8ECF1",
    text_2="#BAC4D0",
    text_3="#9DA9B8",
    accent="#79B6F2",
    accent_hover="#93C5F6",
    accent_pressed="#5F9FDF",
    on_accent="#0A1B2E",
    on_accent_line="#3E6C9B",
    soft="#1A3149",
    soft_edge="#79B6F2",
    disabled_fill="#2A323C",
    disabled_text="#A3AEBC",
    ok_text="#86E0A6",
    ok_fill="#14321F",
    ok_line="#2E6B45",
    ok_edge="#45B873",
    warn_text="#FBD073",
    warn_fill="#2A2415",
    warn_line="#7D5F22",
    error_text="#FCA5A5",
    error_fill="#431D1F",
    error_line="#7C3A3C",
    soon_text="#FDBA84",
    late_text="#FCA5A5",
    slate="#BAC4D0",
    practice="#C4B5FD",
    on_practice="#2E1065",
    chips={
        ChipTone.NEW: Pair("#B8C4D4", "#272F39"),
        ChipTone.WORKING: Pair("#8FD0F5", "#123247"),
        ChipTone.SUPPLEMENT: Pair("#FBD073", "#3B2D10"),
        ChipTone.TO_RETURN: Pair("#86E0A6", "#14321F"),
        ChipTone.CLOSED: Pair("#C3CAD4", "#2D343D"),
        ChipTone.SOON: Pair("#FDBA84", "#40261A"),
        ChipTone.LATE: Pair("#FCA5A5", "#431D1F"),
        ChipTone.OK: Pair("#86E0A6", "#14321F"),
    },
    is_dark=True,
)

HIGH_CONTRAST = Tokens(
    title="#FFFFFF",
    chrome="#FFFFFF",
    window="#FFFFFF",
    card="#FFFFFF",
    hover="#FFF2B3",
    section="#FFFFFF",
    line="#000000",
    button_line="#000000",
    control_line="#000000",
    text="#000000",
    text_2="#000000",
    text_3="#333333",
    accent="#00386B",
    accent_hover="#00386B",
    accent_pressed="#00386B",
    on_accent="#FFFFFF",
    on_accent_line="#FFFFFF",
    soft="#FFF2B3",
    soft_edge="#000000",
    disabled_fill="#FFFFFF",
    disabled_text="#595959",
    ok_text="#004D1A",
    ok_fill="#FFFFFF",
    ok_line="#004D1A",
    ok_edge="#004D1A",
    warn_text="#6B3000",
    warn_fill="#FFFFFF",
    warn_line="#6B3000",
    error_text="#8A0000",
    error_fill="#FFFFFF",
    error_line="#8A0000",
    soon_text="#6B3000",
    late_text="#8A0000",
    slate="#000000",
    practice="#4A0080",
    on_practice="#FFFFFF",
    chips={
        ChipTone.NEW: Pair("#000000", "#FFFFFF"),
        ChipTone.WORKING: Pair("#00386B", "#FFFFFF"),
        ChipTone.SUPPLEMENT: Pair("#6B3000", "#FFFFFF"),
        ChipTone.TO_RETURN: Pair("#004D1A", "#FFFFFF"),
        ChipTone.CLOSED: Pair("#333333", "#FFFFFF"),
        ChipTone.SOON: Pair("#6B3000", "#FFFFFF"),
        ChipTone.LATE: Pair("#8A0000", "#FFFFFF"),
        ChipTone.OK: Pair("#004D1A", "#FFFFFF"),
    },
    control_width=2,
    chip_outline=2,
    is_dashed_when_disabled=True,
)

TOKENS: Mapping[Scheme, Tokens] = {
    Scheme.LIGHT: LIGHT,
    Scheme.DARK: DARK,
    Scheme.HIGH_CONTRAST: HIGH_CONTRAST,
}
