"""The window as a screen reader hears it: Qt's own tree, walked in this process."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QWidget

BUTTONS = frozenset(
    {
        QAccessible.Role.Button,
        QAccessible.Role.CheckBox,
        QAccessible.Role.RadioButton,
        QAccessible.Role.Link,
        QAccessible.Role.PageTab,
        QAccessible.Role.MenuItem,
    }
)


@dataclass(frozen=True)
class Heard:
    """One thing of the tree: what it is, what it is called, whether keys can come to it."""

    role: QAccessible.Role
    name: str
    focusable: bool
    kind: str

    @property
    def is_nameless(self) -> bool:
        """True for something that can be worked with and that nobody can call."""
        return not self.name.strip() and (self.focusable or self.role in BUTTONS)


def heard(widget: QWidget) -> Iterator[Heard]:
    """Return everything that `widget` shows now."""
    found = QAccessible.queryAccessibleInterface(widget)
    if found is not None:
        yield from _walk(found)


def _walk(one: QAccessibleInterface) -> Iterator[Heard]:
    state = one.state()
    if state.invisible:
        return
    behind = one.object()
    yield Heard(
        one.role(),
        one.text(QAccessible.Text.Name),
        bool(state.focusable) and not state.disabled,
        f"{type(behind).__name__} {behind.objectName() if behind else ''}".strip(),
    )
    if one.role() in (QAccessible.Role.Table, QAccessible.Role.List):
        return  # rows are read by their own words, which other tests look at
    for number in range(one.childCount()):
        child = one.child(number)
        if child is not None:
            yield from _walk(child)
