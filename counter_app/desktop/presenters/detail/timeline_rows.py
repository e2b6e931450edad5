"""The history of a dossier as the rows of its timeline: who did what, when, and is it known."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from typing import Protocol

from counter_app.desktop.presenters.dossiers.act_icons import ICONS
from counter_app.desktop.theme.tokens import Tone
from counter_app.desktop.widgets.lists.timeline_row import TimelineRow
from counter_app.domain.acts.kinds import Body, Kind
from counter_app.domain.acts.steps import Printed
from counter_app.domain.dates import vietnam_time
from counter_app.domain.journal.entry import Entry, Origin
from counter_app.domain.journal.outcome import Outcome, State
from counter_app.i18n import tr
from counter_app.wording.parts import joined
from counter_app.wording.timeline import act_words

_TROUBLES: dict[State, str] = {
    State.REFUSED: "máy chủ không nhận, cần xem",
    State.CONFLICT: "máy chủ đang ghi khác, cần xem",
    State.QUARANTINED: "chưa gửi được, cần xem",
    State.SUPERSEDED: "đã thay bằng việc ghi sau",
}
_WAITING = (State.PENDING, State.IN_FLIGHT, State.UNKNOWN)
_PAPER_OF = (
    Kind.RECEIVED,
    Kind.RETURNED,
    Kind.SUPPLEMENT_REQUESTED,
    Kind.SUPPLEMENT_RECEIVED,
    Kind.REFUSED,
    Kind.WITHDRAWN,
    Kind.STOPPED,
    Kind.PAID,
    Kind.DUE_EXTENDED,
    Kind.APOLOGY_SENT,
    Kind.COMPLAINED,
)
_SAME_ACT = timedelta(minutes=10)


class Told(Protocol):
    """One entry of the history, as the services tell it."""

    @property
    def entry(self) -> Entry:
        """Return its header."""

    @property
    def body(self) -> Body | None:
        """Return what was done; None when it was erased."""

    @property
    def outcome(self) -> Outcome:
        """Return what became of it at the server."""


NameOf = Callable[[str], str]
"""An officer's id → the name, or the id when it isn't in the list."""


def timeline_rows(
    told: Iterable[Told], name_of: NameOf, now: datetime, here: str
) -> tuple[TimelineRow, ...]:
    """Return the rows, oldest first. `here` is this counter: others are named with each act.

    A paper that came out with its act is one act to an officer: it is told in the act's line.
    """
    rows: list[TimelineRow] = []
    before: Told | None = None
    day = None
    for each in sorted(told, key=lambda one: one.entry.occurred_at):
        if before is not None and _belongs_to(each, before):
            rows[-1] = _with_paper(rows[-1], each)
            continue
        at = vietnam_time(each.entry.occurred_at)
        changed = at.date() != day
        day = at.date()
        rows.append(_row(each, name_of, here, _day(at, now) if changed else ""))
        before = each
    return tuple(rows)


def now_row(now: datetime, title: str, detail: str, icon: str = "out") -> TimelineRow:
    """Return the row of what is being done at this moment."""
    return TimelineRow(f"{vietnam_time(now):%H:%M}", title, detail, icon, now=True)


def is_waiting(told: Told) -> bool:
    """Tell whether the server hasn't answered this act of a counter yet."""
    return told.entry.origin is Origin.COUNTER and told.outcome.state in _WAITING


def to_settle(told: Iterable[Told]) -> str:
    """Return the uid of the first act whose answer an officer settles, "" for none."""
    states = (State.REFUSED, State.CONFLICT)
    return next((each.entry.uid for each in told if each.outcome.state in states), "")


def _row(each: Told, name_of: NameOf, here: str, day: str) -> TimelineRow:
    entry = each.entry
    words = act_words(entry.kind, each.body, entry.counter)
    trouble = _TROUBLES.get(each.outcome.state, "")
    elsewhere = ""
    if entry.counter and entry.counter != here and entry.kind is not Kind.RECEIVED:
        elsewhere = tr("quầy {number}").format(number=entry.counter)
    who = name_of(entry.officer) if entry.officer else ""
    return TimelineRow(
        time=f"{vietnam_time(entry.occurred_at):%H:%M}",
        title=words.title,
        detail=joined(tr(trouble) if trouble else "", words.detail, who, elsewhere),
        icon="warn" if each.outcome.state.needs_officer else ICONS[entry.kind],
        day=day,
        unsent=is_waiting(each),
        tone=_tone(each.outcome.state),
    )


def _tone(state: State) -> Tone | None:
    if state.needs_officer:
        return Tone.WARN
    return Tone.TEXT_3 if state is State.SUPERSEDED else None


def _belongs_to(each: Told, before: Told) -> bool:
    body = each.body
    return (
        isinstance(body, Printed)
        and not body.reprint
        and not body.reason
        and before.entry.kind in _PAPER_OF
        and before.entry.counter == each.entry.counter
        and before.entry.officer == each.entry.officer
        and each.entry.occurred_at - before.entry.occurred_at <= _SAME_ACT
        and not each.outcome.state.needs_officer
    )


def _with_paper(row: TimelineRow, paper: Told) -> TimelineRow:
    words = act_words(paper.entry.kind, paper.body)
    printed = joined(words.title[:1].lower() + words.title[1:], words.detail)
    return TimelineRow(
        time=row.time,
        title=row.title,
        detail=joined(row.detail, printed.replace(" · ", " ", 1)),
        icon=row.icon,
        day=row.day,
        unsent=row.unsent or is_waiting(paper),
        tone=row.tone,
    )


def _day(at: datetime, now: datetime) -> str:
    return f"{at:%d/%m}" if at.year == vietnam_time(now).year else f"{at:%d/%m/%y}"
