"""A view of the page for scanning papers that keeps what it is shown."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from counter_app.desktop.changed import Changed
from counter_app.desktop.presenters.scanning_papers.page_state import Ask, ScanPageState
from counter_app.desktop.presenters.scanning_papers.scanning_papers import ScanningPapers
from counter_app.domain.dossiers.dossier import Dossier
from counter_app.services.dossiers.scanning import DocumentScanner, PaperDoors, SealedFiles
from tests.desktop.conftest import Desktop


@dataclass
class ShownPage:
    """What the officer would see."""

    states: list[ScanPageState] = field(default_factory=list)
    asked: list[tuple[str, Ask]] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    closed: int = 0
    files_asked: int = 0

    @property
    def now(self) -> ScanPageState:
        """The newest state."""
        return self.states[-1]

    def present(self, state: ScanPageState) -> None:
        self.states.append(state)

    def room(self) -> tuple[int, int]:
        return 300, 400

    def ratio(self) -> float:
        return 1.0

    def ask_files(self) -> None:
        self.files_asked += 1

    def ask_reason(self, ask: Ask) -> None:
        self.asked.append(("reason", ask))

    def ask_unsaved(self, ask: Ask) -> None:
        self.asked.append(("unsaved", ask))

    def close_ask(self) -> None:
        self.closed += 1

    def refuse_ask(self, words: str) -> None:
        self.refused.append(words)


@dataclass
class Opened:
    """A presenter with everything around it."""

    presenter: ScanningPapers
    view: ShownPage
    files: SealedFiles
    desktop: Desktop
    dossier: Dossier
    changes: list[Changed]
    left: list[bool]

    @property
    def now(self) -> ScanPageState:
        """The newest state."""
        return self.view.now


def open_page(desktop: Desktop, scanner: DocumentScanner, dossier: Dossier) -> Opened:
    """Return the page of `dossier`, opened."""
    store: Path = desktop.counter.workplace.store.path
    files = SealedFiles.beside(store, bytes(range(32)))
    view, changes, left = ShownPage(), [], []
    presenter = ScanningPapers(
        desktop.desk,
        PaperDoors(files, scanner),
        view,
        changes.append,
        lambda: left.append(True),
    )
    presenter.open(dossier.uid)
    return Opened(presenter, view, files, desktop, dossier, changes, left)
