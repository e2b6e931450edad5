"""A view of the detail page that keeps what it was given, for tests of the presenter."""

from __future__ import annotations

from dataclasses import dataclass, field

from counter_app.desktop.presenters.detail.detail_state import (
    AskState,
    DetailState,
    MissingState,
    PaperAsk,
)
from counter_app.domain.dossiers.dossier import Dossier


@dataclass
class ShownDetail:
    """What the page would show."""

    states: list[DetailState] = field(default_factory=list)
    missing: list[MissingState] = field(default_factory=list)
    returning: list[Dossier] = field(default_factory=list)
    asked: list[tuple[str, AskState]] = field(default_factory=list)
    paper_asks: list[PaperAsk] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    steps: list[tuple[str, Dossier]] = field(default_factory=list)
    closed: int = 0
    stopped: int = 0

    @property
    def state(self) -> DetailState:
        return self.states[-1]

    def present(self, state: DetailState) -> None:
        self.states.append(state)

    def present_missing(self, state: MissingState) -> None:
        self.missing.append(state)

    def start_returning(self, dossier: Dossier) -> None:
        self.returning.append(dossier)

    def stop_returning(self) -> None:
        self.stopped += 1

    def start_step(self, name: str, dossier: Dossier) -> None:
        self.steps.append((name, dossier))

    def stop_step(self) -> None:
        self.stopped += 1

    def ask_reprint(self, ask: AskState) -> None:
        self.asked.append(("reprint", ask))

    def ask_contact(self, ask: AskState) -> None:
        self.asked.append(("contact", ask))

    def ask_cancel(self, ask: AskState) -> None:
        self.asked.append(("cancel", ask))

    def ask_paper(self, ask: PaperAsk) -> None:
        self.paper_asks.append(ask)

    def close_ask(self) -> None:
        self.closed += 1

    def refuse_ask(self, words: str) -> None:
        self.refused.append(words)
