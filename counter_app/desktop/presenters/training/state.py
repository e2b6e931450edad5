"""What the strip of the training mode shows, and what is kept of the lessons."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

KEYS: dict[str, str] = {
    "Ctrl+Shift+J": "Quét thẻ hoặc phiếu mẫu",
    "Ctrl+Shift+U": "Bài tập huấn",
    "Ctrl+Shift+Y": "Đã hiểu, sang bước sau",
}
"""Keys of the training mode; none of them is a key of the real window."""

CARDS_KEY, LESSONS_KEY, NEXT_KEY = KEYS


@dataclass(frozen=True, slots=True)
class StripState:
    """The strip: where the lesson is, what to do, its keys, what was done instead."""

    title: str
    say: str
    keys: tuple[str, ...] = ()
    aside: str = ""
    sign_in: str = ""
    wants_reading: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """Where a lesson stands: its step, and up to which act of the journal it was followed."""

    step: str
    since: int


@dataclass(frozen=True, slots=True)
class Progress:
    """What is kept: which lesson is on, where each was left, which were done to the end."""

    current: str = ""
    places: dict[str, Place] = field(default_factory=dict)
    done: tuple[str, ...] = ()

    def at(self, lesson: str, place: Place) -> Progress:
        """Return it with `lesson` on, at `place`."""
        return replace(self, current=lesson, places={**self.places, lesson: place})

    def left(self) -> Progress:
        """Return it with no lesson on; where it was is kept."""
        return replace(self, current="")

    def finished(self, lesson: str) -> Progress:
        """Return it with `lesson` done; the next time it begins anew."""
        places = {key: place for key, place in self.places.items() if key != lesson}
        done = (*self.done, lesson) if lesson not in self.done else self.done
        return Progress("", places, done)


@dataclass(frozen=True, slots=True)
class LessonRow:
    """A lesson in the list: its name, what it is about, how far it is."""

    id: str
    title: str
    about: str
    stand: str
