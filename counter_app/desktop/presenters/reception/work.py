"""The draft in hand: every change of it goes through here, so that each can be undone and saved."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from counter_app.desktop.presenters.reception.desk_state import DeskState
from counter_app.desktop.presenters.reception.drafting.draft import ReceptionDraft
from counter_app.desktop.presenters.reception.state import Block

_MOST_UNDONE = 100


class Work:
    """One draft, what the page remembers beside it, and the drafts before."""

    def __init__(self, draft: ReceptionDraft, changed: Callable[[], None]) -> None:
        self.draft = draft
        self.ui = DeskState()
        self._changed = changed
        self._before: list[tuple[ReceptionDraft, Block]] = []

    def begin(self, draft: ReceptionDraft, **ui: Any) -> None:
        """Put another draft in hand; what was before it can't be undone any more."""
        self._before.clear()
        self.draft = draft
        focus, edits = self.ui.focus + 1, self.ui.edits
        self.ui = replace(DeskState(), focus=focus, edits=edits, **ui)
        self._changed()

    def edit(self, draft: ReceptionDraft, **ui: Any) -> None:
        """Change the draft, and what is remembered with it."""
        if draft != self.draft:
            self._before.append((self.draft, self.ui.current))
            del self._before[:-_MOST_UNDONE]
            self.draft = draft
            ui["edits"] = self.ui.edits + 1
        self.show(**ui)

    def show(self, **ui: Any) -> None:
        """Change only what is remembered."""
        if "current" in ui and ui["current"] is not self.ui.current:
            ui["focus"] = self.ui.focus + 1
        self.ui = replace(self.ui, **ui)
        self._changed()

    def refocus(self) -> None:
        """Bring the keys back to the current block's own field."""
        self.show(focus=self.ui.focus + 1)

    def undo(self) -> bool:
        """Take the last change back; False when there is none."""
        if not self._before:
            return False
        self.draft, current = self._before.pop()
        edits = self.ui.edits + 1
        self.show(current=current, edits=edits, focus=self.ui.focus + 1, typed_phone=None)
        return True
