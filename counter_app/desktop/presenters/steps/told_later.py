"""Việc này làm lúc khác: the quiet field of an act that is written down later (ghi sau).

Left empty, as it nearly always is, the act happened now; it never asks for a key, and stands there
as a small link until somebody opens it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from counter_app.desktop.presenters.steps.step_state import Fields, Input
from counter_app.domain.dates import parse_moment
from counter_app.domain.dossiers.dossier import Dossier
from counter_app.domain.dossiers.steps import false_done_at
from counter_app.domain.problems import Problem
from counter_app.i18n import tr
from counter_app.wording.sentences import problem_words

DONE = "done_at"


def done_label() -> str:
    """Return the label of the field."""
    return tr("Việc này làm lúc khác")


def done_placeholder() -> str:
    """Return what stands in the empty field."""
    return tr("như 9h15 20/11; để trống: vừa làm")


def read_done(text: str, dossiers: Sequence[Dossier], now: datetime) -> datetime | Problem | None:
    """Return the moment as typed, None for none, or what is wrong with it for these dossiers."""
    if not text.strip():
        return None
    read = parse_moment(text, now.date())
    if isinstance(read, Problem):
        return read
    problems = (false_done_at(each, read, now) for each in dossiers)
    return next((problem for problem in problems if problem is not None), read)


def done_problem(text: str, dossiers: Sequence[Dossier], now: datetime) -> str:
    """Return the words of what is wrong with the moment, "" for nothing."""
    read = read_done(text, dossiers, now)
    return problem_words(read) if isinstance(read, Problem) else ""


def done_at(text: str, dossiers: Sequence[Dossier], now: datetime) -> datetime | None:
    """Return the moment to be written; None for now, and for what can't be."""
    read = read_done(text, dossiers, now)
    return read if isinstance(read, datetime) else None


def done_fields(typed: Mapping[str, str], dossier: Dossier, now: datetime) -> Fields:
    """Return the block of a step's panel; it stands last."""
    text = typed.get(DONE, "")
    return Fields(
        DONE,
        (
            Input(
                DONE,
                done_label(),
                text,
                placeholder=done_placeholder(),
                problem=done_problem(text, (dossier,), now),
                digits=True,
                folded=True,
            ),
        ),
    )
