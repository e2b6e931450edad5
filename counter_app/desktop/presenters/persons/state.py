"""What the person form shows: its fields with every word ready, and the communes that fit."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from counter_app.desktop.presenters.persons.kinds import Name


@dataclass(frozen=True, slots=True)
class Option:
    """One of several buttons of a field; `key` is the digit that takes it."""

    key: str
    words: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class FormField:
    """One field. With `options` it is a row of buttons, else a line of text.

    `problem` is red, or amber when `doubt`; without a problem `note` stands there, grey.
    """

    name: Name
    label: str
    text: str = ""
    placeholder: str = ""
    problem: str = ""
    doubt: bool = False
    note: str = ""
    digits: bool = False
    options: tuple[Option, ...] = ()


@dataclass(frozen=True, slots=True)
class Place:
    """A commune to choose: its name with the province, and its official code."""

    name: str
    code: str


@dataclass(frozen=True, slots=True)
class PersonFormState:
    """The whole form, fields in the order of Tab; `at` is the field that keys go to.

    `places` stand under the commune's field while it is searched, `place` is the one that Enter
    takes, -1 for none. `hints`: keys and what they do now.
    """

    fields: tuple[FormField, ...]
    at: Name
    places: tuple[Place, ...] = ()
    place: int = -1
    hints: tuple[tuple[str, str], ...] = ()

    def field(self, name: Name) -> FormField | None:
        """Return a field by name; None when this kind of person hasn't it."""
        return next((each for each in self.fields if each.name is name), None)


class PersonFormEvents(Protocol):
    """What the screen tells the form. Every method is safe at any moment."""

    def entered(self, name: Name) -> None:
        """The focus came into a field."""

    def left(self, name: Name) -> None:
        """The focus left a field: its text is read, cleaned and judged."""

    def type(self, name: Name, text: str) -> None:
        """The officer typed in a field."""

    def choose(self, name: Name, index: int) -> None:
        """A button of a field was pressed, or its digit typed."""

    def step(self, by: int) -> None:
        """Up (-1) or down (+1): in the communes, or in the buttons of the field."""

    def pick(self, index: int) -> None:
        """A commune was clicked."""

    def enter(self) -> None:
        """Enter: the next field that still needs something, at the end done."""

    def escape(self) -> None:
        """Esc: close the communes, else leave the form. What was typed is kept by the page."""


class PersonFormView(Protocol):
    """The screen as the form sees it."""

    def attach(self, events: PersonFormEvents) -> None:
        """Tell `events` everything from now on; it presents its state next."""

    def present(self, state: PersonFormState) -> None:
        """Show the whole state; change only what differs."""

    def focus(self, name: Name) -> None:
        """Put the keys into a field."""
