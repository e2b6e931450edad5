"""Rating (đánh giá mức độ hài lòng): what is asked, on what scale, and who put it down.

Each province words its own form (TT 01/2018/TT-VPCP, chapter III), and the scoring will change
with it: questions, grades and points are data with a basis and a first day.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

UNANSWERED = -1
"""The score of a question that was left open on a slip; it counts in no index."""


class RatingWay(Enum):
    """How a rating came: nobody rates for a citizen without saying so."""

    SCREEN = "screen"  # the citizen touched the answers
    PAPER = "paper"  # from a slip that the citizen filled in
    TOLD = "told"  # the citizen said it, the officer typed it


@dataclass(frozen=True, slots=True)
class RatingIndex:
    """One question. `grades` are its answers from the worst to the best: the first is 0 points."""

    question: str
    grades: tuple[str, ...]

    def __post_init__(self) -> None:
        if not 2 <= len(self.grades) <= 5:
            raise ValueError("a question has two to five grades")


@dataclass(frozen=True, slots=True)
class RatingForm:
    """A form of rating. `reasons` may be named after the grades; they are never asked for."""

    id: str
    title: str
    basis: str
    effective_from: date
    indices: tuple[RatingIndex, ...]
    reasons: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not self.indices:
            raise ValueError("a form of rating asks something")

    def fits(self, scores: tuple[int, ...]) -> bool:
        """Tell whether `scores` answer this form: one for each question, not all left open."""
        if len(scores) != len(self.indices) or all(score == UNANSWERED for score in scores):
            return False
        return all(
            UNANSWERED <= score < len(index.grades)
            for score, index in zip(scores, self.indices, strict=True)
        )


@dataclass(frozen=True, slots=True)
class RatingBook:
    """The forms of an office: `on_screen` is asked on screens, `on_paper` printed as a slip.

    `seconds`: so long an unanswered question stands on a screen.
    """

    version: str
    on_screen: str
    on_paper: str
    forms: tuple[RatingForm, ...]
    seconds: int = 60

    def screen_form(self, today: date) -> RatingForm | None:
        """Return what is asked on a screen today; None when nothing is."""
        return self._form(self.on_screen, today)

    def paper_form(self, today: date) -> RatingForm | None:
        """Return what a slip of today asks; None when there are none."""
        return self._form(self.on_paper, today)

    def _form(self, name: str, today: date) -> RatingForm | None:
        found = [each for each in self.forms if each.id == name and each.effective_from <= today]
        return max(found, key=lambda each: each.effective_from, default=None)
