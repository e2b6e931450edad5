"""Two lines for one act, and the small parts that several kinds of act say alike."""

from __future__ import annotations

from dataclasses import dataclass

from counter_app.domain.acts.received import Promise
from counter_app.domain.dates import shown_moment
from counter_app.i18n import tr


@dataclass(frozen=True, slots=True)
class ActWords:
    """One act in words: `title`, and `detail` (may be empty)."""

    title: str
    detail: str = ""


def number_words(number: str) -> str:
    """Return `số 07`, or nothing without a number."""
    return tr("số {number}").format(number=number) if number else ""


def promise_words(promise: Promise | None) -> str:
    """Return `hẹn 10:00 23/11/2026`, or nothing when no time is promised."""
    if promise is None or promise.due_at is None:
        return ""
    return tr("hẹn {moment}").format(moment=shown_moment(promise.due_at))


def signed_words(name: str) -> str:
    """Return `Nguyễn Văn Mẫu ký`, or nothing without a name."""
    return tr("{name} ký").format(name=name) if name else ""
