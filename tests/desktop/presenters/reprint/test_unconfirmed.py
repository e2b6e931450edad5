"""Chưa xác nhận in: the officer's word, or once more."""

from __future__ import annotations

import pytest

from counter_app.desktop.changed import Changed, Subject, dossier_changed
from counter_app.desktop.presenters.reprint.unconfirmed import (
    UnconfirmedPresenter,
    UnconfirmedState,
)
from counter_app.desktop.widgets.lists.cells import CodeCell
from counter_app.domain.acts.steps import PrintProof
from counter_app.services.dossiers.detail import detail
from tests.desktop.conftest import Desktop
from tests.services.dossiers.test_life_at_the_counter import received


class Shown:
    """Keeps the states."""

    def __init__(self) -> None:
        self.states: list[UnconfirmedState] = []

    def present(self, state: UnconfirmedState) -> None:
        self.states.append(state)


@pytest.fixture
def shown() -> Shown:
    return Shown()


@pytest.fixture
def changes() -> list[Changed]:
    return []


@pytest.fixture
def presenter(desktop: Desktop, shown: Shown, changes: list[Changed]) -> UnconfirmedPresenter:
    return UnconfirmedPresenter(shown, desktop.desk, changes.append)


def test_an_empty_list_says_so(presenter: UnconfirmedPresenter, shown: Shown) -> None:
    presenter.refresh()
    assert shown.states[-1].empty
    presenter.confirm(0)
    presenter.print_again(3)
    assert presenter.uid(0) == ""


def test_the_officer_confirms(
    desktop: Desktop, presenter: UnconfirmedPresenter, shown: Shown, changes: list[Changed]
) -> None:
    dossier = received(desktop.counter)
    presenter.refresh()
    (row,) = shown.states[-1].rows
    assert row[0] == CodeCell(dossier.shown_code)
    assert shown.states[-1].count == "1 tờ chưa xác nhận in"
    assert presenter.uid(0) == dossier.uid
    presenter.confirm(0)
    assert detail(desktop.desk.workplace, dossier.uid).dossier.printed[0].proof is (
        PrintProof.OFFICER
    )
    assert shown.states[-1].rows == ()
    assert changes[-1].touches(dossier.uid)
    assert not desktop.tray.sheets


def test_it_is_printed_again_without_a_mark(
    desktop: Desktop, presenter: UnconfirmedPresenter, shown: Shown
) -> None:
    dossier = received(desktop.counter)
    presenter.refresh()
    desktop.tray.mute()
    presenter.print_again(0)
    assert shown.states[-1].rows, "still unconfirmed"
    desktop.tray.repair()
    presenter.print_again(0)
    (body,) = detail(desktop.desk.workplace, dossier.uid).dossier.printed
    assert (body.proof, body.reprint) == (PrintProof.SPOOLER, 0)
    assert shown.states[-1].rows == ()


def test_changes_and_late_answers(
    desktop: Desktop, presenter: UnconfirmedPresenter, shown: Shown
) -> None:
    desktop.jobs.hold()
    presenter.refresh()
    presenter.changed(dossier_changed("x"))
    desktop.jobs.release(last=True)
    desktop.jobs.release()
    assert len(shown.states) == 1
    presenter.changed(Changed(frozenset({Subject.NUMBERS})))
    assert len(shown.states) == 1
