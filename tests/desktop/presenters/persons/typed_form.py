"""A person form at a desk, for its tests: what is typed, and what came of it."""

from __future__ import annotations

from datetime import date

from counter_app.desktop.presenters.persons.form import PersonForm
from counter_app.desktop.presenters.persons.kinds import Name, PersonRole
from counter_app.desktop.presenters.persons.reading import PersonEntry
from counter_app.desktop.presenters.persons.state import (
    FormField,
    PersonFormEvents,
    PersonFormState,
)
from counter_app.desktop.presenters.persons.typed import TypedPerson
from counter_app.domain.people.address import Province, Unit
from counter_app.domain.people.person import (
    Person,
)
from counter_app.domain.text import fold

TODAY = date(2025, 7, 1)
PROVINCE = Province("99", "tỉnh Ví Dụ", ())
UNITS = (
    Unit("00127", "Phường Mẫu", PROVINCE),
    Unit("00128", "Xã Mẫu Đông", PROVINCE),
    Unit("00130", "Xã Thử", PROVINCE),
)


def communes(typed: str, limit: int) -> tuple[Unit, ...]:
    if not typed:
        return UNITS[:1]
    wanted = fold(typed).split()
    return tuple(unit for unit in UNITS if all(w in fold(str(unit)) for w in wanted))[:limit]


class Desk:
    """A form with an officer's hands: `keys` counts what was pressed, Enter included."""

    def __init__(
        self,
        role: PersonRole = PersonRole.APPLICANT,
        start: Person | None = None,
        typed: TypedPerson | None = None,
    ) -> None:
        self.done: list[PersonEntry] = []
        self.cancelled = 0
        self.changes = 0
        self.keys = 0
        self.focused: Name | None = None
        self.form = PersonForm(
            self,
            today=TODAY,
            commune_choices=communes,
            on_done=self.done.append,
            on_cancel=self._cancel,
            start=start,
            role=role,
            typed=typed,
            on_change=self._change,
        )
        self.form.begin()

    def _cancel(self) -> None:
        self.cancelled += 1

    def _change(self) -> None:
        self.changes += 1

    def attach(self, events: PersonFormEvents) -> None:
        self.events = events

    def present(self, state: PersonFormState) -> None:
        self.state = state

    def focus(self, name: Name) -> None:
        self.focused = name

    def type(self, text: str) -> Desk:
        before = self.field(self.state.at).text
        for count in range(1, len(text) + 1):
            self.events.type(self.state.at, before + text[:count])
        self.keys += len(text)
        return self

    def retype(self, text: str) -> Desk:
        self.events.type(self.state.at, "")
        return self.type(text)

    def enter(self, times: int = 1) -> Desk:
        for _ in range(times):
            self.events.enter()
            self.keys += 1
        return self

    def tab_to(self, name: Name) -> Desk:
        self.events.left(self.state.at)
        self.events.entered(name)
        return self

    def field(self, name: Name) -> FormField:
        found = self.state.field(name)
        assert found is not None
        return found

    @property
    def entry(self) -> PersonEntry:
        assert len(self.done) == 1
        return self.done[0]
