"""The pages of the office, made when they are first needed, and what lies over them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, cast

from PySide6.QtWidgets import QWidget

from counter_app.desktop.changed import Changed
from counter_app.desktop.commands import KEYS, Command
from counter_app.desktop.desk import Desk
from counter_app.desktop.page import Page
from counter_app.desktop.presenters.history.history import HistoryPresenter
from counter_app.desktop.presenters.palette.palette import Acts, PalettePresenter, Sources
from counter_app.desktop.presenters.palette.rows import PaletteCommand
from counter_app.desktop.presenters.parked.parked import ParkedPresenter
from counter_app.desktop.presenters.reception.doors import ReceptionDoors
from counter_app.desktop.presenters.reception.drafting.draft import ReceptionDraft
from counter_app.desktop.presenters.reprint.reprint import ReprintPresenter
from counter_app.desktop.screens.answers.answer_page import AnswerPage
from counter_app.desktop.screens.citizen.citizen_desk import CitizenDesk
from counter_app.desktop.screens.detail.detail_page import DetailPage
from counter_app.desktop.screens.dossiers.dossiers_page import DossiersPage, Opening
from counter_app.desktop.screens.history.history import HistoryOverlay
from counter_app.desktop.screens.overlay.overlay import Overlay
from counter_app.desktop.screens.palette.palette import PaletteOverlay
from counter_app.desktop.screens.parked.parked import ParkedOverlay
from counter_app.desktop.screens.reprint.reprint_sheet import ReprintAsker
from counter_app.desktop.screens.scanning_papers.scanning_page import ScanningPage
from counter_app.desktop.shell.places import ANSWER, DELETIONS, DETAIL, REPLACE, SCANNING
from counter_app.desktop.shell.rail_bar import (
    CERTIFY,
    DAY,
    DOSSIERS,
    LATE,
    LOG,
    PILES,
    QUEUES,
    RECEPTION,
    REMINDERS,
    REPORTS,
    SETTINGS,
    SHIFT,
    UNSENT,
)
from counter_app.desktop.shell.reception import Reception
from counter_app.desktop.shell.settings import named
from counter_app.desktop.theme.look import Look
from counter_app.domain.errors import CounterError
from counter_app.domain.officers.roles import Act
from counter_app.domain.people.address import Unit
from counter_app.domain.people.person import Person
from counter_app.i18n import tr
from counter_app.services.dossiers.lists import ListQuestion, Queue, lines
from counter_app.services.inspecting.views import record_search
from counter_app.services.officers.permits import may
from counter_app.services.people.recognition import KnownCitizen, citizens
from counter_app.services.printing.receipt_paper import Document
from counter_app.services.printing.sheets.register import may_print_register
from counter_app.sync.state import SyncState

LIST = "list"
_ON_RAIL = frozenset({RECEPTION, UNSENT, SETTINGS, PILES, CERTIFY, SHIFT, REMINDERS, REPORTS, LOG})
_HEARING = (
    LIST, DETAIL, SCANNING, UNSENT, DELETIONS, PILES, CERTIFY, SHIFT, DAY, REMINDERS, LATE, LOG,
)  # fmt: skip
"""Pages that follow what others write."""

ROWS_AHEAD = 6
"""So many papers most checklists have."""


class Around(Protocol):
    """The office, as its pages know it. `citizen` is the citizen's screen (F12)."""

    citizen: CitizenDesk

    def show_page(self, key: str) -> None:
        """Show a page of the rail."""

    def show_over(self, key: str) -> None:
        """Show a page that Esc leads back from."""

    def back(self) -> bool:
        """Show the page before; False when there is none."""

    def act(self, command: Command) -> None:
        """Do a command."""

    def retitle(self) -> None:
        """Give the window the title of the page that is shown: it may have come late."""


@dataclass(frozen=True, slots=True)
class PageDoors:
    """What the pages ask of the program around the window.

    `declarations` is where an office keeps templates of its own.
    `preview` shows the receipt of a draft, `preview_paper` a paper that was made.
    `make_unsent` and `make_settings` make the pages of the data's state and of the set-up, `more`
    others by their keys. `settings` is what may be done from the set-up, by names of its rows.
    """

    home_unit: str
    paper_words: str
    commune_choices: Callable[[str, int], tuple[Unit, ...]]
    tell: Callable[[Changed], None]
    make_unsent: Callable[[Callable[[str], None]], QWidget]
    make_settings: Callable[[], QWidget]
    more: Mapping[str, Callable[[], QWidget]]
    settings: Callable[[], Mapping[str, Callable[[], None]]]
    preview: Callable[[ReceptionDraft], None]
    preview_paper: Callable[[Document, str, Callable[[Document], None]], None]
    declarations: Path | None = None


class Pages:
    """The pages of one officer's sitting."""

    def __init__(
        self, look: Look, desk: Desk, around: Around, doors: PageDoors, cover: QWidget
    ) -> None:
        self._look = look
        self._desk = desk
        self._around = around
        self._doors = doors
        self._made: dict[str, QWidget] = {}
        self._queue = Queue.OPEN
        self.reception = Reception(
            look,
            desk,
            ReceptionDoors(
                home_unit=doors.home_unit,
                paper_words=doors.paper_words,
                commune_choices=doors.commune_choices,
                open_dossier=self.open_dossier,
                show_history=self.show_history,
                preview=doors.preview,
                declarations=doors.declarations,
            ),
            around.citizen.receiving,
        )
        self._made[RECEPTION] = self.reception
        self._history = HistoryOverlay(look, cover)
        self._palette = PaletteOverlay(look, cover)
        self._parked = ParkedOverlay(look, cover)
        self._overlays: tuple[Overlay, ...] = (self._history, self._palette, self._parked)
        presenter = self.reception.presenter
        self._history_presenter = HistoryPresenter(
            self._history, self.open_dossier, presenter.copy_from
        )
        self._parked_presenter = ParkedPresenter(self._parked, presenter.parked, self._receive)
        self._palette_presenter = PalettePresenter(
            self._palette, desk.jobs, self._sources(), self._acts()
        )
        self._asker = ReprintAsker(look, cover)
        self._reprint = ReprintPresenter(self._asker, desk, doors.tell)
        self._connect()

    def _connect(self) -> None:
        self._history.opened.connect(self._history_presenter.open)
        self._history.copied.connect(self._history_presenter.copy)
        self._history.selected.connect(self._history_presenter.select)
        self._parked.taken.connect(self._parked_presenter.take_up)
        self._parked.thrown.connect(self._parked_presenter.throw_away)
        self._parked.selected.connect(self._parked_presenter.select)
        self._palette.typed.connect(self._palette_presenter.typed)
        self._palette.stepped.connect(self._palette_presenter.step)
        self._palette.selected.connect(self._palette_presenter.select)
        self._palette.entered.connect(self._palette_presenter.enter)
        self.reception.asked.connect(self._around.act)
        self._asker.jammed.connect(self._reprint.jammed)
        self._asker.lost.connect(self._reprint.lost)

    # Pages.

    def widget(self, key: str) -> QWidget:
        """Return the widget of a page; rail items that are queues share the list."""
        if key in QUEUES:
            page = cast("DossiersPage", self._page(LIST))
            page.show_queue(QUEUES[key])
            return page
        return self._page(key)

    def at(self, key: str) -> Page:
        """Return a page as the office talks to it."""
        return cast("Page", self._page(LIST if key in QUEUES else key))

    def made(self, key: str) -> QWidget:
        """Return a page by its own key, as it stands."""
        return self._page(key)

    def rail_item(self, shown: list[str]) -> str | None:
        """Return the rail's item for the pages that lie on each other."""
        on_rail = [key for key in shown if key in QUEUES or key in _ON_RAIL]
        return on_rail[-1] if on_rail else None

    def _page(self, key: str) -> QWidget:
        if key not in self._made:
            self._made[key] = self._make(key)
        return self._made[key]

    def made_ahead(self) -> Iterator[str]:
        """Make piece by piece what the officer will ask for first; yield pages that are made.

        Each piece is as short as a thing of several widgets can be: keys come between them.
        """
        for _ in range(ROWS_AHEAD):
            self.reception.papers.list.make_ahead()
            yield RECEPTION
        listing = cast("DossiersPage", self._page(LIST))
        yield LIST
        listing.presenter.arrive()
        yield LIST
        self._detail()
        yield DETAIL

    def _make(self, key: str) -> QWidget:
        if key == UNSENT:
            return self._doors.make_unsent(self.open_dossier)
        if key == SETTINGS:
            return self._doors.make_settings()
        if key in self._doors.more:
            page = self._doors.more[key]()
            if isinstance(page, ScanningPage):
                page.retitled.connect(self._around.retitle)
            return page
        if key == DETAIL:
            detail = DetailPage(self._look, self._desk)
            detail.wrote.connect(self._doors.tell)
            detail.left.connect(self._around.back)
            detail.retitled.connect(self._around.retitle)
            detail.scanning.connect(self._scan_papers)
            detail.answering.connect(self.open_answer)
            detail.returning.connect(self._around.citizen.returning)
            detail.returned.connect(self._around.citizen.returned)
            return detail
        listing = DossiersPage(self._look, self._desk)
        listing.opened.connect(self._open)
        listing.reception.connect(self._receive)
        return listing

    def _open(self, opening: Opening) -> None:
        self.open_dossier(opening.uid, opening.act)

    def open_dossier(self, uid: str, act: str = "") -> None:
        """Open a dossier over the page that is shown."""
        if may(self._desk.workplace, self._desk.session, Act.SEE_DOSSIERS):
            self._detail().open(uid, act)
        self._around.show_over(DETAIL)

    def _scan_papers(self, uid: str) -> None:
        """Open the papers of a dossier over its page."""
        cast("ScanningPage", self._page(SCANNING)).open(uid)
        self._around.show_over(SCANNING)

    def open_answer(self, uid: str) -> None:
        """Open what the server said of an act over the page that is shown."""
        cast("AnswerPage", self._page(ANSWER)).open(uid)
        self._around.show_over(ANSWER)

    def open_code(self, code: str) -> None:
        """Open the dossier of a scanned code over the page that is shown."""
        if may(self._desk.workplace, self._desk.session, Act.SEE_DOSSIERS):
            self._detail().open_code(code)
        self._around.show_over(DETAIL)

    def print_again(self, uid: str) -> None:
        """Print the last paper of a dossier again; asks why when one came out already (UX §9)."""
        self._reprint.again(uid)

    def print_register(self) -> None:
        """Show the list of dossiers, and ask there which days of the register are printed."""
        self._around.show_page(DOSSIERS)
        cast("DossiersPage", self._page(LIST)).print_register()

    def preview(self, document: Document, title: str, print_: Callable[[Document], None]) -> None:
        """Show a paper that Enter prints."""
        self._doors.preview_paper(document, title, print_)

    def _detail(self) -> DetailPage:
        return cast("DetailPage", self._page(DETAIL))

    def procedure_in_hand(self, key: str) -> str:
        """Return the code of the procedure that a page is about, "" for none."""
        if key == RECEPTION:
            return self.reception.presenter.draft.procedure
        dossier = self._detail().presenter.dossier if key == DETAIL else None
        return dossier.received.procedure.code if dossier else ""

    def _receive(self) -> None:
        self._around.show_page(RECEPTION)

    # What lies over a page.

    def overlay_acts(self, command: Command) -> bool:
        """Let an open overlay take a command; True when one is open."""
        if self._history.is_open and command is Command.COPY:
            self._history_presenter.copy()
            return True
        return any(overlay.is_open for overlay in self._overlays)

    def close_overlays(self) -> None:
        """Close what lies over the page: another page, or a scan, comes."""
        for overlay in self._overlays:
            if overlay.is_open:
                overlay.close_now()

    def show_history(self, known: KnownCitizen) -> None:
        """Show what a citizen brought before."""
        now = self._desk.now()
        self._history_presenter.show(known.person.name, known.last, known.dossiers, now)
        self._history.open()

    def show_parked(self) -> None:
        """Show the drafts that lie aside."""
        self._parked_presenter.show()
        self._parked.open()

    def show_quick_line(
        self,
        commands: Mapping[Command, str],
        further: tuple[tuple[str, Callable[[], None]], ...] = (),
    ) -> None:
        """Open the quick line with the commands that act now, and `further` acts without a key."""
        rows = [
            PaletteCommand(words, KEYS[command][0], _Act(self._around.act, command))
            for command, words in commands.items()
        ]
        if may_print_register(self._desk.workplace, self._desk.session):
            further = (*further, (tr("In sổ theo dõi"), self.print_register))
        further = (*further, *named(self._doors.settings()))
        rows += [PaletteCommand(words, "", act) for words, act in further]
        self._palette.open()
        self._palette_presenter.open(rows)

    def _sources(self) -> Sources:
        workplace = self._desk.workplace

        def dossiers(typed: str) -> tuple[object, ...]:
            return lines(workplace, ListQuestion(Queue.ALL, typed=typed, days=None), limit=6).lines

        def found_citizens(typed: str) -> tuple[KnownCitizen, ...]:
            found = citizens(workplace, typed)
            with suppress(CounterError):  # what was found is shown all the same
                record_search(workplace, self._desk.session, typed)
            return found

        return Sources(
            dossiers=dossiers,  # type: ignore[arg-type]
            citizens=found_citizens,
            procedures=self.reception.presenter.find_procedures,
        )

    def _acts(self) -> Acts:
        return Acts(open_dossier=self.open_dossier, receive=self._new_for, choose=self._choose)

    def _new_for(self, person: Person) -> None:
        self._receive()
        self.reception.presenter.new_for(person)

    def _choose(self, code: str) -> None:
        self._receive()
        self.reception.presenter.choose(code)

    # News.

    def line(self, state: SyncState) -> None:
        """Tell the pages that show what goes to the province how the wire stands."""
        for key in (UNSENT, SCANNING, REPLACE):
            page = self._made.get(key)
            if page is not None:
                page.line(state)  # type: ignore[attr-defined]

    def changed(self, change: Changed) -> None:
        """Tell every page that something was written."""
        for key in _HEARING:
            page = self._made.get(key)
            if page is not None:
                page.hear(change)  # type: ignore[attr-defined]


@dataclass(frozen=True, slots=True)
class _Act:
    """A command to be done when it is chosen."""

    act: Callable[[Command], None]
    command: Command

    def __call__(self) -> None:
        self.act(self.command)


__all__ = ["DOSSIERS", "Around", "PageDoors", "Pages"]
