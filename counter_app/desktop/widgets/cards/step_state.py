"""`StepState`: how far a step of the work has come, and the badge and title it then has. Pure."""

from __future__ import annotations

from enum import Enum, auto

from counter_app.desktop.theme.tokens import Tone
from counter_app.desktop.widgets.basics.badge_kind import BadgeKind


class StepState(Enum):
    """Upcoming, current, done; or done with something to look at, or with something wrong."""

    UPCOMING = auto()
    CURRENT = auto()
    DONE = auto()
    WARNING = auto()
    ERROR = auto()


def badge_of(state: StepState, content: str) -> tuple[str, BadgeKind]:
    """Return content and kind of the badge; a step without number keeps its icon."""
    if not content.isdigit():
        return content, BadgeKind.PLAIN
    return {
        StepState.UPCOMING: (content, BadgeKind.OUTLINE),
        StepState.CURRENT: (content, BadgeKind.FILLED),
        StepState.DONE: ("check", BadgeKind.SOFT),
        StepState.WARNING: ("warn", BadgeKind.WARN),
        StepState.ERROR: ("late", BadgeKind.ERROR),
    }[state]


def title_tone(state: StepState) -> Tone:
    """Return the tone of the title."""
    tones = {StepState.UPCOMING: Tone.TEXT_2, StepState.CURRENT: Tone.ACCENT}
    return tones.get(state, Tone.TEXT)
