"""The presenter of the person form: which field comes next, and when somebody is complete."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from counter_app.desktop.presenters.persons.kinds import (
    BODIES,
    Name,
    PersonRole,
    TypedKind,
    asked_for,
    capacities_for,
    fields_for,
    kinds_for,
)
from counter_app.desktop.presenters.persons.reading import PersonEntry, Reading, read
from counter_app.desktop.presenters.persons.settling import settled
from counter_app.desktop.presenters.persons.shown import form_state
from counter_app.desktop.presenters.persons.state import PersonFormView
from counter_app.desktop.presenters.persons.typed import TypedPerson, typed_of
from counter_app.domain.people.address import Unit
from counter_app.domain.people.person import Capacity, Person, Sex
from counter_app.domain.problems import Problem
from counter_app.domain.text import clean

CommuneChoices = Callable[[str, int], tuple[Unit, ...]]
"""Communes for a text without accents, at most so many; for an empty text the nearest ones."""

_PLACES = 5
_SEXES = (Sex.MALE, Sex.FEMALE)
_PARENTS = {Sex.MALE: Capacity.FATHER, Sex.FEMALE: Capacity.MOTHER}
"""Who most often comes for a child; a digit says otherwise."""


class PersonForm:
    """One person being typed. It ends by `on_done` with the entry, or by `on_cancel`.

    `start` is somebody known already, `typed` what a draft kept of a form left open; `on_change` is
    called after each change, for the draft. A false text keeps the form open; a doubt is shown
    once, and Enter again goes on.
    """

    def __init__(
        self,
        view: PersonFormView,
        *,
        today: date,
        commune_choices: CommuneChoices,
        on_done: Callable[[PersonEntry], None],
        on_cancel: Callable[[], None],
        start: Person | None = None,
        role: PersonRole = PersonRole.APPLICANT,
        typed: TypedPerson | None = None,
        on_change: Callable[[], None] | None = None,
    ) -> None:
        self._view = view
        self._today = today
        self._commune_choices = commune_choices
        self._on_done = on_done
        self._on_cancel = on_cancel
        self._on_change = on_change
        self._role = role
        self._start = start
        self._typed = typed or (typed_of(start) if start else TypedPerson())
        self._skipped: set[Name] = set()
        self._judged: set[Name] = set()
        self._demanded = False
        self._asked: set[tuple[Name, str]] = set()
        self._places: tuple[Unit, ...] = ()
        self._place = -1
        if typed is not None:
            self._settle(Name.NUMBER)  # one typed into the search line tells the kind, too
        self._at = self._next_needed(Name.KIND) or Name.NAME
        if typed is not None:  # nobody has come yet to what is empty
            self._judged = {name for name in self._fields() if self._typed.text(name)}
        elif start is not None:
            self._judged = set(self._fields())
        view.attach(self)
        self._present()

    # what the page asks

    @property
    def typed(self) -> TypedPerson:
        """What was typed so far, for the draft."""
        return self._typed

    @property
    def entry(self) -> PersonEntry:
        """The person as far as one can be read; a false text leaves its part empty."""
        return self._read().entry

    def begin(self) -> None:
        """Put the keys into the first field that needs something."""
        self._go(self._at)

    def complete(self) -> PersonEntry | None:
        """Return the entry when nothing false stands in it (F9), else show what is and go there."""
        reading = self._read()
        false_at = next((name for name, each in reading.problems if each.is_false), None)
        if false_at is None:
            return reading.entry
        self._demanded = True
        self._judged |= set(self._fields())
        self._go(false_at)
        return None

    def fill(self, person: Person) -> None:
        """Take a scanned card: the person's own, or of whoever comes for a minor or a body."""
        helper = self._role is PersonRole.APPLICANT and (
            self._typed.kind is TypedKind.MINOR or self._typed.kind in BODIES
        )
        if helper:
            typed = self._typed.with_text(Name.OTHER_NAME, person.name)
            typed = typed.with_text(Name.OTHER_NUMBER, person.identity.number)
            if typed.kind is TypedKind.MINOR and typed.capacity is None and person.sex is not None:
                parent = _PARENTS[person.sex]
                typed = typed.with_text(Name.CAPACITY, parent.value)
            self._typed = typed
        else:
            kept = {
                name: self._typed.text(name)
                for name in (Name.PHONE, Name.ROLE, Name.CAPACITY)
                if self._typed.text(name)
            }
            self._start, self._typed = person, typed_of(person)
            for name, text in kept.items():
                self._typed = self._typed.with_text(name, text)
        self._judged = set(self._fields())
        self._changed()
        self._go(self._next_needed(Name.KIND) or self._fields()[-1])

    # what the screen tells

    def entered(self, name: Name) -> None:
        """The focus came into a field."""
        if name is self._at or name not in self._fields():
            return
        self._at = name
        self._look_for_communes()
        self._present()

    def left(self, name: Name) -> None:
        """The focus left a field: its text is read, cleaned and judged."""
        if name not in self._fields():
            return
        before = self._typed
        self._settle(name)
        if self._typed.text(name):
            self._judged.add(name)
        if self._typed != before:
            self._changed()
        self._present()

    def type(self, name: Name, text: str) -> None:
        """The officer typed in a field."""
        if self._typed.text(name) == text:
            return
        self._at = name
        self._typed = self._typed.with_text(name, text)
        self._judged.discard(name)
        if name is Name.COMMUNE:
            self._look_for_communes()
        self._changed()
        self._present()

    def choose(self, name: Name, index: int) -> None:
        """Take a button of a field; a second press of a chosen sex takes it back."""
        typed = self._typed
        if name is Name.KIND and 0 <= index < len(kinds_for(self._role)):
            self._choose_kind(kinds_for(self._role)[index])
            return
        if name is Name.SEX and 0 <= index < len(_SEXES):
            value = _SEXES[index].value
            text = "" if typed.text(name) == value else value
        elif name is Name.CAPACITY and 0 <= index < len(self._capacities()):
            text = self._capacities()[index].value
        else:
            return
        self._typed = typed.with_text(name, text)
        self._judged.add(name)
        self._changed()
        self._present()

    def step(self, by: int) -> None:
        """Go up or down in the communes, or left or right in the buttons of the field."""
        if self._at is Name.COMMUNE and self._places:
            self._place = min(max(self._place + by, 0), len(self._places) - 1)
            self._present()
            return
        field = self._state.field(self._at)
        if field is not None and field.options:
            now = next((i for i, each in enumerate(field.options) if each.chosen), -1)
            at = 0 if now < 0 else now + by
            if 0 <= at < len(field.options) and at != now:
                self.choose(self._at, at)

    def pick(self, index: int) -> None:
        """Take a commune that was clicked, and go on."""
        if 0 <= index < len(self._places):
            self._take(self._places[index])
            self._go_on(Name.COMMUNE)

    def enter(self) -> None:
        """Go to the next field that still needs something; after the last the form is done."""
        name = self._at
        if name is Name.COMMUNE and self._place >= 0:
            self._take(self._places[self._place])
        before = self._typed.text(name)
        self._settle(name)
        self._judged.add(name)
        if name is Name.NUMBER and before and not self._typed.text(name):
            self._go(name)  # a name was typed into the number's field: it went where it belongs
            return
        stop = self._stop(name)
        if stop is not None:
            self._ask(name, stop)
            return
        if not self._typed.text(name):
            self._skipped.add(name)
        self._go_on(name)

    def escape(self) -> None:
        """Close the communes, else leave the form."""
        if self._places and self._place >= 0:
            self._places, self._place = (), -1
            self._present()
        else:
            self._on_cancel()

    # steps

    def _go_on(self, name: Name) -> None:
        to = self._next_needed(name)
        if to is not None:
            self._go(to)
        else:
            self._finish()

    def _finish(self) -> None:
        self._demanded = True
        self._judged |= set(self._fields())
        reading = self._read()
        for name, problem in reading.problems:
            if problem.is_false or (name, self._typed.text(name)) not in self._asked:
                self._ask(name, problem)
                return
        self._present()
        self._on_done(reading.entry)

    def _ask(self, name: Name, problem: Problem) -> None:
        """Stay at, or go to, a field that isn't right; Enter there confirms a doubt."""
        if not problem.is_false:
            self._asked.add((name, self._typed.text(name)))
        self._go(name)

    def _stop(self, name: Name) -> Problem | None:
        """Return what keeps Enter in the field: a false text, or a doubt not asked yet."""
        for at, problem in self._read().problems:
            if at is not name:
                continue
            if problem.is_false:
                self._demanded = self._demanded or not self._typed.text(name)
                return problem
            if (name, self._typed.text(name)) not in self._asked:
                return problem
        return None

    def _go(self, name: Name) -> None:
        self._at = name
        self._look_for_communes()
        self._present()
        self._view.focus(name)

    def _next_needed(self, after: Name) -> Name | None:
        """Return the next empty field that Enter asks for: behind this one, else before it."""
        fields = self._fields()
        at = fields.index(after) if after in fields else 0
        for name in (*fields[at + 1 :], *fields[: at + 1]):
            if (
                name not in self._skipped
                and not self._typed.text(name)
                and asked_for(self._role, self._typed.kind, name)
            ):
                return name
        return None

    def _choose_kind(self, kind: TypedKind) -> None:
        self._set_kind(kind, chosen=True)
        self._changed()
        self._present()

    def _set_kind(self, kind: TypedKind, *, chosen: bool) -> None:
        typed = self._typed
        capacity = typed.capacity
        possible = capacities_for(self._role, kind)
        if capacity is not None and capacity not in possible:
            typed = typed.with_text(Name.CAPACITY, "")
        if kind in BODIES and not typed.capacity and Capacity.LEGAL_REPRESENTATIVE in possible:
            typed = typed.with_text(Name.CAPACITY, Capacity.LEGAL_REPRESENTATIVE.value)
        self._typed = replace(typed, kind=kind, kind_chosen=typed.kind_chosen or chosen)

    def _take(self, unit: Unit) -> None:
        self._typed = self._typed.with_unit(unit)
        self._places, self._place = (), -1
        self._judged.add(Name.COMMUNE)
        self._changed()

    def _settle(self, name: Name) -> None:
        typed = settled(self._typed, name, self._role, self._today)
        if typed.kind is not self._typed.kind:
            kind, self._typed = typed.kind, replace(typed, kind=self._typed.kind)
            self._set_kind(kind, chosen=False)
        else:
            self._typed = typed

    def _look_for_communes(self) -> None:
        self._places, self._place = (), -1
        if self._at is Name.COMMUNE and not self._typed.has_unit:
            text = clean(self._typed.text(Name.COMMUNE))
            self._places = self._commune_choices(text, _PLACES)
            self._place = 0 if text and self._places else -1

    # state

    def _fields(self) -> tuple[Name, ...]:
        return fields_for(self._role, self._typed.kind, self._typed.capacity)

    def _capacities(self) -> tuple[Capacity, ...]:
        return capacities_for(self._role, self._typed.kind)

    def _read(self) -> Reading:
        return read(self._typed, self._role, self._today, self._start)

    def _changed(self) -> None:
        if self._on_change is not None:
            self._on_change()

    def _present(self) -> None:
        reading = self._read()
        shown: dict[Name, Problem] = {}
        for name, problem in reading.problems:
            visible = name in self._judged and (name not in reading.missing or self._demanded)
            if visible and (name not in shown or problem.is_false):
                shown[name] = problem
        self._state = form_state(
            self._typed,
            self._role,
            self._at,
            shown,
            self._places,
            self._place,
            asked={name for name, text in self._asked if text == self._typed.text(name)},
        )
        self._view.present(self._state)
