"""A rating while it is filled in: grades one after the other, then reasons if anybody has any."""

from __future__ import annotations

from dataclasses import dataclass, replace

from counter_app.domain.office.rating import UNANSWERED, RatingForm, RatingIndex


@dataclass(frozen=True, slots=True)
class Filling:
    """What was answered so far. `reasons` are places in the form's list."""

    form: RatingForm
    scores: tuple[int, ...] = ()
    reasons: frozenset[int] = frozenset()

    @property
    def question(self) -> RatingIndex | None:
        """Return the question that is asked now; None when all are answered."""
        place = len(self.scores)
        return self.form.indices[place] if place < len(self.form.indices) else None

    @property
    def is_whole(self) -> bool:
        """Return whether every question has its grade."""
        return self.form.fits(self.scores)

    @property
    def remark(self) -> str:
        """Return the reasons as they are recorded."""
        return "; ".join(self.form.reasons[place] for place in sorted(self.reasons))

    def answered(self, grade: int) -> Filling:
        """Return it with a grade for the question that is asked; as it is for no such grade."""
        asked = self.question
        if asked is None or not 0 <= grade < len(asked.grades):
            return self
        return replace(self, scores=(*self.scores, grade))

    def left_open(self) -> Filling:
        """Return it with the question that is asked left open."""
        return replace(self, scores=(*self.scores, UNANSWERED)) if self.question else self

    def taken_back(self) -> Filling:
        """Return it one answer shorter; reasons go with the last grade."""
        return replace(self, scores=self.scores[:-1], reasons=frozenset())

    def turned(self, reason: int) -> Filling:
        """Return it with a reason turned over."""
        if self.question is not None or not 0 <= reason < len(self.form.reasons):
            return self
        return replace(self, reasons=self.reasons ^ {reason})
