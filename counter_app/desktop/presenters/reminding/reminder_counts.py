"""What presses, in figures: the quiet lines of a reception at which nobody is being served."""

from __future__ import annotations

from collections import Counter
from typing import Protocol

from counter_app.desktop.desk import Desk
from counter_app.desktop.presenters.reminding.reminder_page import COUNTED
from counter_app.desktop.theme.tokens import Tone
from counter_app.desktop.widgets.basics.fact import Fact
from counter_app.domain.errors import CounterError
from counter_app.domain.printed.sheets import ReminderKind
from counter_app.i18n import several
from counter_app.services.reminding.reminders import Reminder, reminders

_TONES = {ReminderKind.OVERDUE: Tone.LATE, ReminderKind.DUE_24_HOURS: Tone.SOON}


class CountsView(Protocol):
    """What shows the figures."""

    def present(self, facts: tuple[Fact, ...]) -> None:
        """Show them; none at all hides the line."""


class ReminderCounts:
    """Counts behind the window. What can't be read now is left as it was."""

    def __init__(self, desk: Desk, view: CountsView) -> None:
        self._desk, self._view = desk, view
        self._asking = False

    def refresh(self) -> None:
        """Count anew; while a count is under way it is the one."""
        if self._asking:
            return
        self._asking = True
        self._desk.jobs.run(lambda: reminders(self._desk.workplace), self._counted, self._failed)

    def _counted(self, found: tuple[Reminder, ...]) -> None:
        self._asking = False
        counts = Counter(each.kind for each in found)
        self._view.present(
            tuple(
                Fact(
                    several(COUNTED[kind], counts[kind]).format(n=counts[kind]),
                    digits=True,
                    tone=_TONES.get(kind, Tone.TEXT_2),
                )
                for kind in ReminderKind
                if counts[kind]
            )
        )

    def _failed(self, _: CounterError) -> None:
        self._asking = False
