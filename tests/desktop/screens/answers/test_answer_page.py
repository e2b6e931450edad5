"""The page of an answer: digits, Enter and the fields by keys alone."""

from __future__ import annotations

import json

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from counter_app.desktop.changed import Changed
from counter_app.desktop.commands import Command
from counter_app.desktop.presenters.answers.answer import AnswerPresenter
from counter_app.desktop.screens.answers.answer_page import AnswerPage
from counter_app.desktop.theme.look import Look
from counter_app.domain.acts.steps import Change, Complained, Corrected
from counter_app.domain.journal.outcome import Outcome, State
from counter_app.services.dossiers.reception import receive
from counter_app.services.dossiers.reception_plan import Reception
from counter_app.services.dossiers.stepping import record
from tests.desktop.conftest import Desktop
from tests.made import person


class Shown:
    def __init__(self, look: Look, desktop: Desktop) -> None:
        self.desktop, self.opened, self.changes = desktop, list[str](), list[Changed]()
        self.left = 0
        self.page = AnswerPage(
            look,
            lambda view: AnswerPresenter(view, desktop.desk, self.changes.append),
            self.opened.append,
            self._leave,
        )
        place = desktop.counter
        self.dossier = receive(place.workplace, place.session, Reception("1.001193", person())).uid

    def _leave(self) -> None:
        self.left += 1

    def answer(self, body: object, state: State, **problem: object) -> str:
        place = self.desktop.counter
        uid = record(
            place.workplace,
            place.session,
            self.dossier,
            body,  # type: ignore[arg-type]
        ).last_uid
        with place.workplace.store.writing() as tx:
            tx.deliveries.answered(uid, Outcome(state), "", json.dumps(problem))
        self.page.open(uid)
        return uid

    def state(self, uid: str) -> State:
        with self.desktop.counter.workplace.store.reading() as tx:
            found = tx.deliveries.of(uid)
        assert found is not None
        return found.state


@pytest.fixture
def shown(qtbot: QtBot, look: Look, desktop: Desktop) -> Shown:
    made = Shown(look, desktop)
    qtbot.addWidget(made.page)
    made.page.resize(1174, 658)
    made.page.show()
    return made


def press(*keys: Qt.Key) -> None:
    for key in keys:
        target = QApplication.focusWidget()
        assert target is not None
        QTest.keyClick(target, key)


def test_typing_and_enter_correct_a_marked_field(shown: Shown) -> None:
    uid = shown.answer(
        Complained("Chậm trả", "Trần Thị Mẫu", "1"),
        State.REFUSED,
        type="body-schema",
        errors=[{"pointer": "/body/phone", "code": "value"}],
    )
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    assert field.text() == "1"
    field.selectAll()
    QTest.keyClicks(field, "0900000111")
    press(Qt.Key.Key_Return, Qt.Key.Key_Return)  # done with the field; then the act
    assert shown.state(uid) is State.SUPERSEDED
    assert shown.left == 1
    assert len(shown.changes) == 1


def test_digits_choose_and_enter_saves(shown: Shown) -> None:
    uid = shown.answer(
        Corrected("nhầm", (Change("/note", "null", '"của tôi"'),)),
        State.CONFLICT,
        type="correction-differs",
        errors=[{"pointer": "/body/changes/0", "code": "differs", "value": '"của quầy 3"'}],
    )
    press(Qt.Key.Key_1, Qt.Key.Key_Return)
    assert shown.state(uid) is State.SUPERSEDED


def test_the_office_can_ask_what_it_needs(shown: Shown) -> None:
    shown.answer(Complained("Chậm trả"), State.REFUSED, type="kind-forbidden")
    page = shown.page
    assert page.title() == "Việc máy chủ chưa nhận"
    assert set(page.commands()) == {Command.RECEIVE, Command.REFRESH}
    assert page.act(Command.REFRESH)
    assert not page.act(Command.NEW)
    assert not page.escape()
    ((words, see),) = page.further()
    assert words == "Mở hồ sơ"
    see()
    assert shown.opened == [shown.dossier]
