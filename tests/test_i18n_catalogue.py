"""English is whole: every text has it, it says what its source says, and screens show it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from counter_app.config import resource
from counter_app.desktop.desk import Desk
from counter_app.desktop.presenters.reception.doors import ReceptionDoors
from counter_app.desktop.presenters.reprint.unconfirmed import UnconfirmedPresenter, UnconfirmedView
from counter_app.desktop.screens.detail.detail_page import DetailPage
from counter_app.desktop.screens.dossiers.dossiers_page import DossiersPage
from counter_app.desktop.screens.reprint.unconfirmed_page import UnconfirmedPage
from counter_app.desktop.shell.rail_bar import RailBar
from counter_app.desktop.shell.reception import Reception as ReceptionPage
from counter_app.desktop.shell.settings import SettingsPage
from counter_app.desktop.shell.top_bar import TopBar
from counter_app.desktop.theme.look import Look
from counter_app.i18n import SOURCE, install, load, placeholders
from counter_app.services.dossiers.reception import receive
from counter_app.services.dossiers.reception_plan import Reception
from tests import i18n_texts
from tests.desktop.conftest import Desktop, counter, desktop, look, now_jobs, session_look
from tests.made import person
from tests.services.conftest import new_store, open_counter

__all__ = [  # fixtures
    "counter",
    "desktop",
    "look",
    "new_store",
    "now_jobs",
    "open_counter",
    "session_look",
]

MARKED = re.compile(r"\w*[^\W\d_a-zA-Z]\w*")
"""A word with a letter that English doesn't have."""

ABBREVIATED = "no."
"""Ends a label without ending a sentence."""

Page = Callable[[Look, Desktop], QWidget]


@pytest.fixture(scope="module")
def english() -> dict[str, tuple[str, ...]]:
    """Return the English forms by their source."""
    messages = load("en", resource("i18n"), strict=True).messages
    return {text: forms for (context, text), forms in messages.items() if not context}


@pytest.fixture(scope="module")
def gathered() -> i18n_texts.Found:
    return i18n_texts.found()


@pytest.fixture
def in_english() -> Iterator[None]:
    before = install(load("en", resource("i18n"), strict=True))
    yield
    install(before)


def test_every_text_has_english() -> None:
    assert not i18n_texts.missing()


def test_every_call_can_be_followed(gathered: i18n_texts.Found) -> None:
    assert not gathered.opaque


def test_nothing_is_translated_that_nobody_shows(
    english: dict[str, tuple[str, ...]], gathered: i18n_texts.Found
) -> None:
    assert not english.keys() - gathered.texts.keys()


def test_no_placeholder_is_lost_or_invented(english: dict[str, tuple[str, ...]]) -> None:
    other = {
        text: forms
        for text, forms in english.items()
        if any(placeholders(form) != placeholders(text) for form in forms)
    }
    assert not other


def test_counted_texts_have_two_forms_and_others_one(
    english: dict[str, tuple[str, ...]], gathered: i18n_texts.Found
) -> None:
    wrong = {
        text: forms
        for text, forms in english.items()
        if len(set(forms)) != (2 if text in gathered.plural else 1)
    }
    assert not wrong


def test_sentences_end_and_begin_as_their_sources(english: dict[str, tuple[str, ...]]) -> None:
    ends = {
        text: forms
        for text, forms in english.items()
        if any(_end(form) != _end(text) for form in forms)
    }
    begins = {
        text: forms
        for text, forms in english.items()
        if any(_is_lower(text) and form[:1].isupper() and form[1:2].islower() for form in forms)
        or any(_is_capital(text) and form[:1].islower() for form in forms)
    }
    assert not ends
    assert not begins


def test_marked_letters_are_only_those_of_the_source(english: dict[str, tuple[str, ...]]) -> None:
    left = {
        text: words
        for text, forms in english.items()
        if (words := set(MARKED.findall(" ".join(forms))) - set(MARKED.findall(text)))
    }
    assert not left
    same = {text for text, forms in english.items() if forms[0] == text and MARKED.search(text)}
    assert all("|" in text for text in same)  # the code that a scanner is checked with


def _end(text: str) -> str:
    last = "" if text.endswith(ABBREVIATED) else text[-1:]
    return last if last in ".…:?!;," else ""


def _is_lower(text: str) -> bool:
    return text[:1].islower()


def _is_capital(text: str) -> bool:
    return text[:1].isupper() and text[1:2].islower()


class _Scanners:
    def devices(self) -> tuple[()]:
        return ()

    def use(self, port: str) -> None:
        raise AssertionError(port)


def _reception(look: Look, desktop: Desktop) -> QWidget:
    unused: list[object] = []
    told = unused.append
    doors = ReceptionDoors("", "", lambda typed, limit: (), told, told, told)
    page = ReceptionPage(look, desktop.desk, doors)
    page.arrive()
    return page


def _dossiers(look: Look, desktop: Desktop) -> QWidget:
    _receive(desktop.desk)
    page = DossiersPage(look, desktop.desk)
    page.arrive()
    return page


def _detail(look: Look, desktop: Desktop) -> QWidget:
    page = DetailPage(look, desktop.desk)
    page.open(_receive(desktop.desk))
    return page


def _unconfirmed(look: Look, desktop: Desktop) -> QWidget:
    _receive(desktop.desk)
    desk = desktop.desk

    def presenter(view: UnconfirmedView) -> UnconfirmedPresenter:
        return UnconfirmedPresenter(view, desk, lambda change: None)

    page = UnconfirmedPage(look, presenter, lambda uid: None)
    page.arrive()
    return page


def _settings(look: Look, desktop: Desktop) -> QWidget:
    doors = dict.fromkeys(("printing", "scanner", "unconfirmed"), lambda: None)
    return SettingsPage(look, doors, _Scanners())


def _rail(look: Look, desktop: Desktop) -> QWidget:
    return RailBar(look)


def _top(look: Look, desktop: Desktop) -> QWidget:
    return TopBar(look, "Centre", "2", "Officer")


def _receive(desk: Desk) -> str:
    reception = Reception("1.001193", person())
    return receive(desk.workplace, desk.session, reception).uid


@pytest.mark.qt_log_ignore("propagateSizeHints")  # offscreen has no window manager
@pytest.mark.usefixtures("in_english")
@pytest.mark.parametrize(
    "make",
    [_reception, _dossiers, _detail, _unconfirmed, _settings, _rail, _top],
    ids=lambda make: make.__name__.strip("_"),
)
def test_a_screen_in_english_shows_no_vietnamese_of_ours(
    make: Page,
    qtbot: QtBot,
    request: pytest.FixtureRequest,
    english: dict[str, tuple[str, ...]],
) -> None:
    made = make(request.getfixturevalue("look"), request.getfixturevalue("desktop"))
    qtbot.addWidget(made)
    made.resize(1174, 658)
    made.show()
    shown = {text for text in _texts(made) if text}
    ours = {text: forms[0] for text, forms in english.items() if forms[0] != text}
    assert shown & set(ours.values())
    assert not shown & ours.keys()


def _texts(top: QWidget) -> Iterator[str]:
    for widget in (top, *top.findChildren(QWidget)):
        yield widget.accessibleName()
        yield widget.toolTip()
        if isinstance(widget, QLabel | QAbstractButton):
            yield widget.text()
        elif isinstance(widget, QLineEdit):
            yield widget.placeholderText()


def test_the_source_needs_no_catalogue() -> None:
    assert not load(SOURCE, resource("i18n"), strict=True).messages
