"""The two drop-downs of the list: since when (or how soon due), and at which counter."""

from __future__ import annotations

from counter_app.desktop.presenters.dossiers.list_state import Choice, DropDown
from counter_app.domain.centre import Counter
from counter_app.i18n import tr
from counter_app.services.dossiers.lists import (
    LATER_DAYS,
    SOON_DAYS,
    ListQuestion,
    Queue,
    QueueCounts,
)

DAYS: dict[str, tuple[int | None, str]] = {
    "all": (None, "Nhận: mọi ngày"),
    "0": (0, "Nhận: hôm nay"),
    "7": (7, "Nhận: 7 ngày qua"),
    "30": (30, "Nhận: 30 ngày qua"),
    "90": (90, "Nhận: 90 ngày qua"),
    "365": (365, "Nhận: một năm qua"),
}
"""Key of a choice → days back from today, and its words."""

SPANS: dict[str, tuple[int, str]] = {
    "24h": (SOON_DAYS, "Đến hạn trong 24 giờ"),
    "3d": (LATER_DAYS, "Đến hạn trong 3 ngày"),
}
"""Key of a choice → working days, and its words: in the queue of what is soon due."""

_OF_ANY_AGE = (Queue.OVERDUE, Queue.UNSENT)


def days_menu(question: ListQuestion, counts: QueueCounts | None = None) -> DropDown:
    """Return the drop-down of days: since when received; for what is soon due, how soon."""
    if question.queue is Queue.DUE_SOON:
        return _spans(question.soon_days, counts)
    if question.queue in _OF_ANY_AGE:
        return DropDown(tr(DAYS["all"][1]), reason=tr("Hàng chờ này luôn có hồ sơ của mọi ngày."))
    choices = tuple(
        Choice(key, tr(words), chosen=back == question.days) for key, (back, words) in DAYS.items()
    )
    return DropDown(_chosen(choices), choices)


def counters_menu(counters: tuple[Counter, ...], question: ListQuestion) -> DropDown:
    """Return the drop-down of counters."""
    every = Choice("", tr("Mọi quầy"), chosen=not question.counter)
    if question.queue is Queue.UNSENT:
        return DropDown(every.text, reason=tr("Hàng chờ gửi là của máy này."))
    number = question.counter
    choices = (every, *(Choice(c.number, _name(c), c.number == number) for c in counters))
    if not any(choice.chosen for choice in choices):
        choices = (*choices, Choice(number, _name(Counter(number)), chosen=True))
    return DropDown(_name(Counter(number)) if number else every.text, choices)


def _spans(days: int, counts: QueueCounts | None) -> DropDown:
    found = {"24h": counts.due_soon, "3d": counts.later} if counts else {}
    choices = tuple(
        Choice(
            key,
            f"{tr(words)} · {found[key]}" if key in found else tr(words),
            chosen=span == days,
        )
        for key, (span, words) in SPANS.items()
    )
    shown = next(tr(words) for span, words in SPANS.values() if span == days)
    return DropDown(shown, choices)


def _name(counter: Counter) -> str:
    number = tr("Quầy {number}").format(number=counter.number)
    return f"{number} · {counter.name}" if counter.name else number


def _chosen(choices: tuple[Choice, ...]) -> str:
    return next((choice.text for choice in choices if choice.chosen), choices[0].text)
