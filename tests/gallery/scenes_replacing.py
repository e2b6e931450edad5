"""Scenes of Thay máy: the old machine's page before and after, the new machine's wizard."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget

from counter_app.desktop.presenters.data_state.page_state import CopyPlace
from counter_app.desktop.presenters.first_run.first_run import Begun, Doors, Enrolled, FirstRun
from counter_app.desktop.presenters.first_run.state import Step
from counter_app.desktop.presenters.replacing.replace_page import ReplaceActs, ReplacePresenter
from counter_app.desktop.screens.first_run.first_run_screen import FirstRunScreen
from counter_app.desktop.screens.replacing.replace_page import ReplacePage
from counter_app.desktop.theme.look import Look
from counter_app.domain.errors import CounterError
from counter_app.domain.errors.keeping.second_journal import SegmentForeignError
from counter_app.domain.errors.keeping.stick import StickFullError
from counter_app.services.keeping.journal_import import ImportReport
from counter_app.services.leaving.replacing import Replaceable
from counter_app.sync.state import Chip, SyncState
from tests.desktop.now_jobs import NowJobs
from tests.gallery.scenes import Area, scene
from tests.gallery.scenes_start import ready

OLD = Replaceable("00217", "Hộ tịch", 12, 1, 3, 184, done=False, drafts=2)
GONE = replace(OLD, waiting=2, in_need=0, files=0, numbers=0, done=True)
NEW = Enrolled("00217", "Trung tâm PVHCC phường Mẫu", "2", "Hộ tịch", "K7QF-3M9T", replaces=True)
STICK = "/media/quay2/KINGSTON"


def nothing(*_: object) -> None:
    """Do nothing: a scene has nobody behind it."""


def page(look: Look, found: Replaceable, carry: Callable[[Path], int]) -> ReplacePage:
    acts = ReplaceActs(
        read=lambda: found,
        places=lambda: (CopyPlace(Path(STICK), "KINGSTON", 13_314_398_618),),
        carry=carry,
        stop=lambda _: 0,
        send_again=lambda: 0,
        try_now=nothing,
        tell=nothing,
        notify=nothing,
    )
    made = ReplacePage(look, lambda view: ReplacePresenter(view, NowJobs(), acts))
    made.arrive()
    return made


def typed(made: ReplacePage, number: str) -> None:
    line = made.findChild(QLineEdit)
    assert line is not None
    QTest.keyClicks(line, number)


def refuse(error: CounterError) -> Callable[..., object]:
    def say(*_: object) -> object:
        raise error

    return say


@scene("thay-may")
def first(look: Look) -> QWidget:
    return page(look, OLD, lambda _: 4_310)


@scene("thay-may-da-ghi")
def written(look: Look) -> QWidget:
    made = page(look, OLD, lambda _: 4_310)
    made.presenter.write_to(Path(STICK))
    typed(made, "00218")
    made.presenter.stop()
    return made


@scene("thay-may-con-ban-nhap")
def asked(look: Look) -> QWidget:
    made = page(look, OLD, lambda _: 4_310)
    made.presenter.write_to(Path(STICK))
    typed(made, "00217")
    made.presenter.stop()
    return made


@scene("thay-may-o-day")
def full(look: Look) -> QWidget:
    made = page(look, OLD, refuse(StickFullError(path=STICK)))  # type: ignore[arg-type]
    made.presenter.line(SyncState(Chip.SENDING, 12, to_send=12))
    made.presenter.write_to(Path(STICK))
    return made


@scene("thay-may-da-ngung")
def done(look: Look) -> QWidget:
    made = page(look, GONE, lambda _: 4_312)
    made.presenter.write_to(Path(STICK))
    return made


@scene("dang-nhap-may-da-thay", Area.WINDOW)
def login(look: Look) -> QWidget:
    screen = ready(look)
    presenter = screen.presenter
    presenter.ready(presenter._log_in, presenter._seen, retired="00217")  # type: ignore[arg-type]
    return screen


def wizard(
    look: Look, take_over: Callable[..., object], step: Step = Step.MOVE, enrolled: Enrolled = NEW
) -> FirstRunScreen:
    doors = Doors(
        lambda *_: enrolled,
        nothing,
        nothing,
        None,
        take_over,  # type: ignore[arg-type]
    )
    is_enrolled = step is not Step.CODE
    begun = Begun("https://motcua.tinh.example", "", enrolled if is_enrolled else None, step)
    return FirstRunScreen(look, lambda view: FirstRun(view, NowJobs(), doors, begun), {})


def took(look: Look, take_over: Callable[..., object]) -> FirstRunScreen:
    screen = wizard(look, take_over)
    screen.presenter.stick_typed(STICK)
    screen.presenter.key_file_typed("/media/quay2/KHOA/khoa-khoi-phuc.txt")
    screen.presenter.next()
    return screen


@scene("cai-dat-ma-thay-may", Area.WINDOW)
def code(look: Look) -> QWidget:
    screen = wizard(look, nothing, Step.CODE)
    screen.presenter.replaces(is_on=True)
    screen.presenter.code_typed("K7QF-3M9T-X2PA")
    return screen


@scene("cai-dat-viec-may-cu", Area.WINDOW)
def move(look: Look) -> QWidget:
    return wizard(look, nothing)


@scene("cai-dat-viec-may-cu-da-nhap", Area.WINDOW)
def moved(look: Look) -> QWidget:
    report = ImportReport(3, 4_310, 12, erased=40, torn=1, damaged=2, dossiers=611)
    screen = took(look, lambda *_: report)
    screen.presenter.line(SyncState(Chip.SENDING, 214, to_send=214))
    return screen


@scene("cai-dat-viec-may-cu-nham-o", Area.WINDOW)
def wrong(look: Look) -> QWidget:
    error = SegmentForeignError(name="2025-07-001.journal", theirs="00218", ours="00217")
    return took(look, refuse(error))


@scene("cai-dat-viec-may-cu-nham-ma", Area.WINDOW)
def not_renewed(look: Look) -> QWidget:
    return wizard(look, nothing, Step.MOVE, replace(NEW, replaces=False))
