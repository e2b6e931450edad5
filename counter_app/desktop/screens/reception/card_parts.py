"""What the three cards of a reception share."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtWidgets import QWidget

from counter_app.desktop.presenters.reception.state import PickRow, Standing
from counter_app.desktop.widgets.cards.step_state import StepState
from counter_app.desktop.widgets.lists.picker_row import PickerRow

LARGE = 1.2
"""From this size of text on there is no room for indents, nor for two things side by side."""

HEAD = 28
"""Height of a card's first line."""

STATES = {
    Standing.UPCOMING: StepState.UPCOMING,
    Standing.CURRENT: StepState.CURRENT,
    Standing.DONE: StepState.DONE,
    Standing.WARNING: StepState.WARNING,
}


def picker_rows(rows: tuple[PickRow, ...]) -> tuple[PickerRow, ...]:
    """Return a presenter's rows for a picker; its bold ranges are (start, end)."""
    return tuple(
        PickerRow(
            row.name,
            tuple((start, end - start) for start, end in row.bold),
            row.meta,
            row.code,
            " ".join(row.keys),
        )
        for row in rows
    )


AnyWidget = TypeVar("AnyWidget", bound=QWidget)


def below(widget: AnyWidget) -> AnyWidget:
    """Return the widget kept apart from what stands above it, as long as it is shown."""
    widget.setContentsMargins(0, 8, 0, 0)
    return widget
