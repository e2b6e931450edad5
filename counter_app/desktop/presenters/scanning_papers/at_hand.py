"""What is at hand of one dossier: its checklist, its kept files, trays of pages not kept yet."""

from __future__ import annotations

from dataclasses import dataclass, field

from counter_app.desktop.presenters.scanning_papers.shown import OTHER, papers_of
from counter_app.desktop.presenters.scanning_papers.tray import Tray
from counter_app.domain.dossiers.dossier import Dossier
from counter_app.services.dossiers.scanning import KeptFile


@dataclass(frozen=True, slots=True)
class Read:
    """What was read of the dossier; `may`: this officer may scan."""

    dossier: Dossier
    kept: tuple[KeptFile, ...]
    may: bool


@dataclass(slots=True)
class AtHand:
    """One dossier on the page: where the keys are, what is viewed."""

    uid: str = ""
    read: Read | None = None
    papers: tuple[str, ...] = ()
    row: int = 0
    kept_row: int = 0
    trays: dict[str, Tray] = field(default_factory=dict)
    viewed: Tray | None = None

    @property
    def may(self) -> bool:
        """Whether the officer may scan; False before anything was read."""
        return self.read is not None and self.read.may

    @property
    def paper(self) -> str:
        """The paper that the keys are at; "" before the dossier is there."""
        return self.papers[self.row] if self.papers else ""

    @property
    def tray(self) -> Tray:
        """The tray of this paper."""
        return self.trays.setdefault(self.paper, Tray())

    @property
    def pages(self) -> Tray:
        """The pages that are shown: of the viewed file, else of the tray."""
        return self.viewed if self.viewed is not None else self.tray

    @property
    def unsaved(self) -> dict[str, Tray]:
        """The trays that hold pages."""
        return {paper: tray for paper, tray in self.trays.items() if tray.pages}

    @property
    def kept(self) -> tuple[KeptFile, ...]:
        """The kept files of this paper."""
        return self.kept_of(self.paper)

    @property
    def kept_file(self) -> KeptFile | None:
        """The chosen one of them."""
        found = self.kept
        return found[min(self.kept_row, len(found) - 1)] if found else None

    def kept_of(self, paper: str) -> tuple[KeptFile, ...]:
        """Return the kept files of a paper."""
        everything = self.read.kept if self.read else ()
        return tuple(each for each in everything if each.file.paper == paper)

    def take(self, read: Read) -> None:
        """Take what was read; the keys stay at their paper."""
        before = self.paper
        self.read = read
        self.papers = papers_of(read.dossier, read.kept)
        self.row = self.papers.index(before) if before in self.papers else 0

    def go(self, row: int) -> bool:
        """Go to a paper; False when the keys are there already, or there is none."""
        if row == self.row or not 0 <= row < len(self.papers):
            return False
        self.row, self.kept_row, self.viewed = row, 0, None
        return True

    def go_on(self) -> None:
        """Go to the next paper that was handed in and has no file yet; stay when none is left."""
        if self.read is None:
            return
        missing = {each.name for each in self.read.dossier.received.papers if each.missing}
        has = {each.file.paper for each in self.read.kept} | self.unsaved.keys()
        for row in (*range(self.row + 1, len(self.papers)), *range(self.row)):
            if self.papers[row] not in has | missing | {OTHER}:
                self.go(row)
                return
