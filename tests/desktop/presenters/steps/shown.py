"""A panel that keeps what it was given, for tests of steps."""

from __future__ import annotations

from dataclasses import dataclass, field

from counter_app.desktop.presenters.steps.step_state import (
    Fields,
    Input,
    Row,
    Rows,
    Say,
    StepState,
)
from counter_app.domain.dossiers.dossier import Dossier


@dataclass
class ShownStep:
    """What the panel would show, and where keys would go."""

    states: list[StepState] = field(default_factory=list)
    focused: list[str] = field(default_factory=list)
    ended: list[Dossier] = field(default_factory=list)

    @property
    def state(self) -> StepState:
        return self.states[-1]

    @property
    def rows(self) -> tuple[Row, ...]:
        """All rows of all blocks."""
        return tuple(
            row for block in self.state.blocks if isinstance(block, Rows) for row in block.rows
        )

    @property
    def said(self) -> dict[str, Say]:
        """The sentences by name."""
        return {block.name: block for block in self.state.blocks if isinstance(block, Say)}

    @property
    def inputs(self) -> dict[str, Input]:
        """The fields by name."""
        return {
            each.name: each
            for block in self.state.blocks
            if isinstance(block, Fields)
            for each in block.inputs
        }

    def present(self, state: StepState) -> None:
        self.states.append(state)

    def focus(self, name: str) -> None:
        self.focused.append(name)

    def finished(self, dossier: Dossier) -> None:
        self.ended.append(dossier)
