"""Which columns a list can afford: where text is big and the window small, some give way."""

from __future__ import annotations

from collections.abc import Callable

from counter_app.desktop.widgets.lists.cells import Column

LEAST_REST = 150
"""Width that the procedure's name keeps, in pixels at 100 %."""

GIVE_WAY = (3, 4)
"""Reception, then the promised hour: how the deadline stands says the same in words."""

NARROWER = {0: 178, 1: 104, 5: 140, 6: 136}
"""Column → width once nothing more gives way: code, applicant, deadline, state."""


def fitted(
    columns: tuple[Column, ...], px: Callable[[float], int], room: int
) -> tuple[tuple[Column, ...], frozenset[int]]:
    """Return the columns for `room` pixels, and the places of those that are hidden.

    A list without its last columns would hide how dossiers stand, and nobody would know.
    """
    hidden: set[int] = set()
    while _needed(columns, hidden, px) > room and len(hidden) < len(GIVE_WAY):
        hidden.add(GIVE_WAY[len(hidden)])
    if _needed(columns, hidden, px) > room:
        columns = tuple(
            column._replace(width=NARROWER.get(place, column.width))
            for place, column in enumerate(columns)
        )
    # A hidden column takes no room from the rest.
    shown = tuple(
        column._replace(width=0) if place in hidden else column
        for place, column in enumerate(columns)
    )
    return shown, frozenset(hidden)


def _needed(columns: tuple[Column, ...], hidden: set[int], px: Callable[[float], int]) -> int:
    fixed = (px(column.width) for place, column in enumerate(columns) if place not in hidden)
    return sum(fixed) + px(LEAST_REST)
