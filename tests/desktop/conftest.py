"""What tests of the window share: a look, jobs that happen at once, a desk with an open counter."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from counter_app.desktop.desk import Desk
from counter_app.desktop.notice import Notice
from counter_app.desktop.printing.outcome import PrintOutcome
from counter_app.desktop.theme.look import Look
from counter_app.desktop.theme.tokens import Scheme
from counter_app.domain.dossiers.dossier import Dossier
from counter_app.papers.fonts import FontChoice, choose_fonts
from counter_app.services.counter.draft_book import DraftBook
from counter_app.services.counter.reference import unit_table
from counter_app.services.printing.receipt_paper import Document
from counter_app.store.drafts import Drafts
from tests.desktop.now_jobs import NowJobs
from tests.desktop.paper_tray import PaperTray
from tests.services.conftest import Counter, counter, new_store, open_counter

__all__ = ["counter", "new_store", "open_counter"]


@dataclass
class Desktop:
    """A desk with everything around it in hand."""

    desk: Desk
    counter: Counter
    jobs: NowJobs
    tray: PaperTray
    notices: list[Notice] = field(default_factory=list)
    received: list[Dossier] = field(default_factory=list)
    nudges: list[bool] = field(default_factory=list)
    printed: list[tuple[Dossier, PrintOutcome]] = field(default_factory=list)
    previews: list[tuple[Document, str, Callable[[Document], None]]] = field(default_factory=list)


@pytest.fixture(scope="session")
def session_look(qapp: QApplication) -> Look:
    """The look of the whole run: fonts are loaded once."""
    look = Look()
    look.apply(qapp)
    return look


@pytest.fixture
def look(session_look: Look) -> Iterator[Look]:
    """A light look of usual size; what a test changes about it is put back."""
    yield session_look
    session_look.set_scheme(Scheme.LIGHT)
    session_look.set_scale(1.0)


@cache
def shipped_fonts() -> FontChoice:
    """Return the fonts of this machine, looked through once."""
    return choose_fonts()


@pytest.fixture
def now_jobs() -> NowJobs:
    """Jobs that happen at once."""
    return NowJobs()


@pytest.fixture
def desktop(counter: Counter, now_jobs: NowJobs, tmp_path: Path) -> Iterator[Desktop]:
    """An officer at an open counter, with a printer that obeys."""
    drafts = Drafts.open(tmp_path / "drafts.db", None)
    tray = PaperTray()
    notices: list[Notice] = []
    received: list[Dossier] = []
    nudges: list[bool] = []
    printed: list[tuple[Dossier, PrintOutcome]] = []
    previews: list[tuple[Document, str, Callable[[Document], None]]] = []
    desk = Desk(
        workplace=counter.workplace,
        session=counter.session,
        jobs=now_jobs,
        printing=tray,
        drafts=DraftBook(drafts),
        fonts=shipped_fonts(),
        units=unit_table(),
        notify=notices.append,
        nudge=lambda: nudges.append(True),
        received=received.append,
        printed=lambda dossier, outcome: printed.append((dossier, outcome)),
        preview=lambda document, title, print_: previews.append((document, title, print_)),
    )
    yield Desktop(desk, counter, now_jobs, tray, notices, received, nudges, printed, previews)
    drafts.close()
