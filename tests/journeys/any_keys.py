"""Keys in any order, among them halves of acts: no alarm, nothing typed out of sight."""

from __future__ import annotations

import random
from collections import Counter as Tally

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu

from counter_app.desktop.commands import KEYS, Command
from tests.journeys.driver import Counter
from tests.journeys.townspeople import FETCHING, MOTHER, NEW, RETURNING, stranger
from tests.journeys.waiting import breathe

_LEFT_OUT = {Command.LOCK, Command.FULL_SCREEN, Command.CITIZEN_SCREEN}
_COMMANDS = [keys[0] for command, keys in KEYS.items() if command not in _LEFT_OUT]
_PLAIN = [
    "Return", "Return", "Escape", "Escape", "Escape", "Tab", "Tab", "Shift+Tab", "Down", "Up",
    "Left", "Right", "Space", "Backspace", "Home", "End", "Delete", "PgDown", "PgUp", "1", "2",
    "3", "4", "5", "9", "0", "a", "o", "k", "Ctrl+A",
]  # fmt: skip
_WORDS = ("khai sinh", "nguyen", "0912345678", "12/03/1990", "an 5", "45000")
_PEOPLE = (RETURNING, NEW, FETCHING, MOTHER, *map(stranger, range(9)))
_ACTS = tuple(
    line.split()
    for line in (
        "card Return Ctrl+1 Return F9",
        "card Return Ctrl+2 1 2 Return F9 Return",
        "card Return Ctrl+1 Ctrl+Shift+H Return Ctrl+Shift+K 2 Return F9",
        "card Return Ctrl+3 F9 Return Return",
        "card Ctrl+1 Ctrl+Shift+R 1 Return",
        "code F8 Return Return",
        "code F7 1 Return Return Return",
        "code F10 1 Return",
        "F3 Down Down Return F6 Escape Escape",
        "F3 Return Tab Tab Return Return",
        "Ctrl+G code code F9 Return",
        "Ctrl+K word Down Return Tab Return",
        "Ctrl+B card Return 1 Return F9",
        "Ctrl+L Down Return",
        "Ctrl+T F9",
        "Ctrl+R Return",
    )
)


class AnyKeys:
    """Presses keys of `at` as `seed` says; `pages` counts what they were pressed on."""

    def __init__(self, at: Counter, seed: int) -> None:
        self.pages: Tally[str] = Tally()
        self._at, self._random = at, random.Random(seed)
        self._pressed: list[str] = []

    def play(self, presses: int) -> None:
        """Press so many keys, or until the office is left; the last ones are told of a fault."""
        act: list[str] = []
        for _ in range(presses):
            if not act and self._random.random() < 0.1:
                act = list(self._random.choice(_ACTS))
            elif act and self._random.random() < 0.88:
                self._do(act.pop(0))
            else:
                self._do(self._random.choice(self._random.choice((_COMMANDS, _PLAIN, _PLAIN))))
            if self._random.random() < 0.4:
                breathe(self._random.choice((5, 60)))
            self._close_what_has_a_loop()
            if self._at.program.window.inside is not self._at.office:
                return
            self.pages[type(self._at.page).__name__] += 1

    def _do(self, what: str) -> None:
        self._pressed.append(what)
        hands = self._at.hands
        try:
            match what:
                case "card":
                    hands.scan(self._random.choice(_PEOPLE).card)
                case "code":
                    hands.scan(self._random.choice(self._codes()))
                case "word":
                    hands.type(self._random.choice(_WORDS))
                case _:
                    hands.press(what)
            self._at.until(lambda: True, "")  # alarms are told
        except AssertionError as error:
            if QGuiApplication.focusWindow() is None:
                return  # a dialog went in the middle of it, and no window manager is there
            raise AssertionError(f"{error} after {' '.join(self._pressed[-20:])}") from error

    def _codes(self) -> tuple[str, ...]:
        """Return the codes of those who are known here, and one of somebody else's goods."""
        with self._at.sitting.counter.home.store.reading() as tx:
            found = [tx.dossiers.open_of_person(each.number) for each in _PEOPLE]
        return (*(line.code for lines in found for line in lines), "8934567890123")

    def _close_what_has_a_loop(self) -> None:
        """Close dialogs of files, which would write anywhere, and menus."""
        for each in QApplication.topLevelWidgets():
            if isinstance(each, QFileDialog | QMenu) and each.isVisible():
                each.close()
                breathe()
