"""Keys of a presenter as hints on the screen: "1 hoặc 2 …", "Ctrl 1 đến 9 …"."""

from __future__ import annotations

from counter_app.desktop.presenters.reception.state import KeyHint
from counter_app.desktop.widgets.basics.hint_line import Hint, HintLine
from counter_app.i18n import tr


def hints(keys: tuple[KeyHint, ...]) -> tuple[Hint, ...]:
    """Return the hints of a line, every key as a cap."""
    found: list[Hint] = []
    for each in keys:
        found += _of(each)
    return tuple(found)


def show_hints(line: HintLine, shown: tuple[Hint, ...]) -> None:
    """Show these hints in a line; none hides it."""
    line.set_hints(shown)
    line.setVisible(bool(shown))


def _of(hint: KeyHint) -> list[Hint]:
    if len(hint.keys) < 2 or not hint.keys[-1].isdecimal():
        return [Hint(" ".join(hint.keys), hint.words)]
    *before, last = hint.keys
    first = before[-1]
    is_range = len(before) == 1 and int(last) - int(first[-1]) > 1
    between = tr("đến") if is_range else tr("hoặc")
    commas = [Hint(key, ",", joined=True) for key in before[:-1]]
    return [*commas, Hint(first, between, joined=True), Hint(last, hint.words)]
