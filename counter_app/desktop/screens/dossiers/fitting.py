"""Which columns a list can afford: where text is big and the window small, some give way."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from counter_app.desktop.widgets.lists.cells import Column

APPLICANT, PROCEDURE = 1, 2

LEAST_REST = 150
"""Width that the procedure's name keeps, in pixels at 100 %."""

GIVE_WAY = (3, 4)
"""Reception, then the promised hour: how the deadline stands says the same in words."""

NARROWER = {0: 178, APPLICANT: 0, 5: 140, 6: 136}
"""Column → width once nothing more gives way: code, deadline, state; the applicant has the rest."""


class Fitted(NamedTuple):
    """Columns as there is room for them; `hidden` are places.

    `two_lines`: the procedure stands below the applicant. Beside each other there would be three
    letters and three dots of both.
    """

    columns: tuple[Column, ...]
    hidden: frozenset[int]
    two_lines: bool


def fitted(columns: tuple[Column, ...], px: Callable[[float], int], room: int) -> Fitted:
    """Return the columns for `room` pixels.

    A list without its last columns would hide how dossiers stand, and nobody would know.
    """
    hidden: set[int] = set()
    while _needed(columns, hidden, px) > room and len(hidden) < len(GIVE_WAY):
        hidden.add(GIVE_WAY[len(hidden)])
    two_lines = _needed(columns, hidden, px) > room
    if two_lines:
        hidden.add(PROCEDURE)
        both = f"{columns[APPLICANT].title} · {columns[PROCEDURE].title}"
        columns = tuple(
            column._replace(
                width=NARROWER.get(place, column.width),
                title=both if place == APPLICANT else column.title,
            )
            for place, column in enumerate(columns)
        )
    # A hidden column takes no room from the rest.
    shown = tuple(
        column._replace(width=0) if place in hidden else column
        for place, column in enumerate(columns)
    )
    return Fitted(shown, frozenset(hidden), two_lines)


def _needed(columns: tuple[Column, ...], hidden: set[int], px: Callable[[float], int]) -> int:
    fixed = (px(column.width) for place, column in enumerate(columns) if place not in hidden)
    return sum(fixed) + px(LEAST_REST)
