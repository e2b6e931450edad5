"""F10: in its place, marked, or asked; over a real store and a printer that obeys."""

from __future__ import annotations

import pytest

from counter_app.desktop.changed import Changed
from counter_app.desktop.presenters.detail.detail_state import AskState
from counter_app.desktop.presenters.detail.reprints import Reprint
from counter_app.desktop.presenters.reprint.reprint import ReprintPresenter
from counter_app.domain.acts.steps import PrintProof
from counter_app.domain.dossiers.dossier import Dossier
from counter_app.domain.errors.paper import SymbolError
from counter_app.services.dossiers.detail import detail
from counter_app.services.dossiers.numbering import number_provisional
from counter_app.services.printing.receipt_paper import (
    PROVISIONAL,
    RECEIPT,
    Document,
    make_receipt,
    record_printed,
)
from tests.desktop.conftest import Desktop
from tests.papers.reading import texts
from tests.services.dossiers.test_life_at_the_counter import received


class Asked:
    """Keeps the questions."""

    def __init__(self) -> None:
        self.questions: list[AskState] = []

    def ask(self, ask: AskState) -> None:
        self.questions.append(ask)


@pytest.fixture
def asked() -> Asked:
    return Asked()


@pytest.fixture
def changes() -> list[Changed]:
    return []


@pytest.fixture
def presenter(desktop: Desktop, asked: Asked, changes: list[Changed]) -> ReprintPresenter:
    return ReprintPresenter(asked, desktop.desk, changes.append)


def printed(desktop: Desktop) -> Dossier:
    """Receive a dossier whose receipt came out."""
    desk = desktop.desk
    dossier = received(desktop.counter)
    document = make_receipt(desk.workplace, desk.session, dossier, desk.fonts)
    return record_printed(desk.workplace, desk.session, dossier, document, PrintProof.SPOOLER)


def after(desktop: Desktop, dossier: Dossier) -> Dossier:
    return detail(desktop.desk.workplace, dossier.uid).dossier


def test_a_paper_that_never_came_out_is_just_printed(
    desktop: Desktop, presenter: ReprintPresenter, asked: Asked, changes: list[Changed]
) -> None:
    dossier = received(desktop.counter)
    presenter.again(dossier.uid)
    assert not asked.questions
    (sheet,) = desktop.tray.sheets
    assert sheet.title == f"Giấy tiếp nhận {dossier.shown_code}"
    (body,) = after(desktop, dossier).printed
    assert (body.proof, body.reprint, body.reason) == (PrintProof.SPOOLER, 0, "")
    assert changes


def test_a_jam_is_replaced_without_a_mark(
    desktop: Desktop, presenter: ReprintPresenter, asked: Asked
) -> None:
    dossier = printed(desktop)
    desktop.counter.clock.go(minutes=9)
    presenter.again(dossier.uid)
    (question,) = asked.questions
    assert dossier.shown_code in question.title
    assert question.sentence == "Trần Thị Mẫu · vừa in cách đây chưa đến 10 phút."
    assert not desktop.tray.sheets
    presenter.jammed()
    presenter.jammed()  # a second answer to one question prints nothing
    (sheet,) = desktop.tray.sheets
    assert "BẢN IN LẠI" not in texts(sheet.document.pdf)[0]
    body = after(desktop, dossier).printed[-1]
    assert body.reprint == 0
    assert "kẹt" in body.reason


def test_a_lost_one_is_marked(desktop: Desktop, presenter: ReprintPresenter, asked: Asked) -> None:
    dossier = printed(desktop)
    presenter.again(dossier.uid)
    presenter.lost()
    assert "BẢN IN LẠI" in texts(desktop.tray.sheets[0].document.pdf)[0]
    body = after(desktop, dossier).printed[-1]
    assert (body.reprint, body.reason) == (1, "công dân làm mất")


def provisional(desktop: Desktop) -> Dossier:
    """Receive a dossier when all numbers are taken; its slip came out."""
    counter = desktop.counter
    day = counter.clock.at.date()
    with counter.workplace.store.writing() as tx:
        centre = counter.workplace.enrolment.centre
        while tx.numbers.take(centre, day, book="99", year=day.year):
            pass
    dossier = printed(desktop)
    assert dossier.is_provisional
    return dossier


def test_f10_twice_after_a_provisional_slip(
    desktop: Desktop, presenter: ReprintPresenter, asked: Asked
) -> None:
    """The slip jams, is printed in its place, and jams once more: never a mark, never a code."""
    dossier = provisional(desktop)
    for _ in range(2):
        presenter.again(dossier.uid)
        presenter.jammed()
    assert [ask.title for ask in asked.questions] == [
        f"In lại phiếu tạm {dossier.provisional_code}"
    ] * 2
    assert [sheet.document.form for sheet in desktop.tray.sheets] == [PROVISIONAL] * 2
    assert [body.reprint for body in after(desktop, dossier).printed] == [0, 0, 0]


def test_f10_twice_once_the_official_code_is_there(
    desktop: Desktop, presenter: ReprintPresenter, asked: Asked
) -> None:
    """First comes the official receipt, which nobody has yet; only then is it asked why."""
    dossier = provisional(desktop)
    desktop.counter.grant(first=20, last=30)
    (numbered,) = number_provisional(desktop.desk.workplace, desktop.desk.session)
    presenter.again(dossier.uid)
    assert not asked.questions
    presenter.again(dossier.uid)
    (ask,) = asked.questions
    assert ask.title == f"In lại giấy tiếp nhận {numbered.code}"
    presenter.lost()
    assert [sheet.document.form for sheet in desktop.tray.sheets] == [RECEIPT] * 2
    assert [(each.form, each.reprint) for each in after(desktop, dossier).printed] == [
        (PROVISIONAL, 0),
        (RECEIPT, 0),
        (RECEIPT, 1),
    ]


def test_f10_twice_in_a_hurry_prints_once(
    desktop: Desktop, presenter: ReprintPresenter, asked: Asked
) -> None:
    dossier = received(desktop.counter)
    desktop.tray.hold()
    presenter.again(dossier.uid)
    presenter.again(dossier.uid)
    assert len(desktop.tray.sheets) == 1
    assert desktop.notices[-1].bold == "Giấy này đang in."
    desktop.tray.release()
    presenter.again(dossier.uid)
    assert len(asked.questions) == 1, "it came out now"


def test_f10_before_the_first_print_is_recorded_prints_nothing(
    desktop: Desktop, presenter: ReprintPresenter, asked: Asked
) -> None:
    """The paper lies in the tray, the journal doesn't know yet: it's neither first nor jammed."""
    dossier = received(desktop.counter)
    desktop.tray.hold()
    presenter.again(dossier.uid)
    desktop.jobs.hold()
    desktop.tray.release()
    assert after(desktop, dossier).printed == ()
    presenter.again(dossier.uid)
    desktop.jobs.release(last=True)  # two threads: the question is answered before the record
    assert desktop.notices[-1].bold == "Giấy này đang in."
    desktop.jobs.release()
    assert len(desktop.tray.sheets) == 1
    presenter.again(dossier.uid)
    assert len(asked.questions) == 1


def test_a_paper_that_could_not_be_made_may_be_asked_for_again(
    desktop: Desktop, presenter: ReprintPresenter, monkeypatch: pytest.MonkeyPatch
) -> None:
    dossier = received(desktop.counter)
    with monkeypatch.context() as broken:
        broken.setattr(Reprint, "maker", lambda *_, **__: _no_font)
        presenter.again(dossier.uid)
    assert not desktop.tray.sheets
    presenter.again(dossier.uid)
    assert len(desktop.tray.sheets) == 1


def _no_font() -> Document:
    raise SymbolError(dossier="mau")


def test_after_ten_minutes_nobody_is_asked(
    desktop: Desktop, presenter: ReprintPresenter, asked: Asked
) -> None:
    dossier = printed(desktop)
    desktop.counter.clock.go(minutes=11)
    presenter.again(dossier.uid)
    assert not asked.questions
    assert after(desktop, dossier).printed[-1].reprint == 1


def test_a_failure_records_nothing(desktop: Desktop, presenter: ReprintPresenter) -> None:
    dossier = received(desktop.counter)
    desktop.tray.no_paper()
    presenter.again(dossier.uid)
    assert after(desktop, dossier).printed == ()
    (notice,) = desktop.notices
    assert "máy in HP 107a hết giấy" in notice.bold + notice.rest


def test_a_dossier_that_is_gone_is_said(desktop: Desktop, presenter: ReprintPresenter) -> None:
    presenter.again("00000000-0000-7000-8000-000000000000")
    assert len(desktop.notices) == 1
