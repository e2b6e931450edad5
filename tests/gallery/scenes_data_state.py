"""The state of the data, and what lies over a page: quick commands, keys, earlier dossiers."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from PySide6.QtWidgets import QLineEdit, QWidget

from counter_app.desktop.presenters.data_state.data_page import DataActs, DataPagePresenter
from counter_app.desktop.presenters.data_state.page_state import CopyPlace
from counter_app.desktop.presenters.history.history import HistoryPresenter
from counter_app.desktop.presenters.keys.keys import KeyWords, keys_state
from counter_app.desktop.presenters.palette.matching import spans_of
from counter_app.desktop.presenters.palette.palette import Acts, PalettePresenter, Sources
from counter_app.desktop.presenters.palette.rows import PaletteCommand
from counter_app.desktop.screens.data_state.data_page import DataPage
from counter_app.desktop.screens.history.history import HistoryOverlay
from counter_app.desktop.screens.keys.keys import KeysOverlay
from counter_app.desktop.screens.palette.palette import PaletteOverlay
from counter_app.desktop.theme.look import Look
from counter_app.domain.people.person import Identity, IdentityKind, Person
from counter_app.domain.procedures.procedure import Procedure
from counter_app.domain.procedures.search import ProcedureIndex
from counter_app.services.counter.data_state import DataState, DayCompared, NumbersLeft
from counter_app.services.people.recognition import KnownCitizen
from counter_app.sync.state import SyncState
from tests.desktop.now_jobs import NowJobs
from tests.desktop.presenters.data_state.made import (
    ALL_SENT,
    ATTENTION,
    DATA,
    FLAGGED,
    IN_NEED,
    NOW,
    OFFLINE,
    QUIET,
    SENDING_FILES,
)
from tests.desktop.presenters.history.test_history import line
from tests.gallery.frame import framed
from tests.gallery.reception_states import READY
from tests.gallery.scenes import Area, scene
from tests.gallery.scenes_reception import shown

INDEX = ProcedureIndex(
    [
        Procedure("1.001193", "Đăng ký khai sinh", field_name="Hộ tịch"),
        Procedure("1.000656", "Đăng ký khai tử", field_name="Hộ tịch"),
        Procedure("1.004859", "Thay đổi, cải chính hộ tịch trẻ em", field_name="Hộ tịch"),
    ]
)
KEYS = (
    ("F2", "Công dân mới"),
    ("F4", "Sửa người nộp"),
    ("F6", "Sửa giấy tờ"),
    ("F9", "Tiếp nhận và in"),
    ("Shift+F9", "Xem trước bản in"),
    ("F10", "In lại giấy vừa xong"),
    ("Ctrl+D", "Chép từ hồ sơ trước"),
    ("Ctrl+L", "4 hồ sơ trước của công dân"),
    ("Ctrl+K", "Tìm nhanh hồ sơ, công dân, thủ tục, lệnh"),
    ("Ctrl+Shift+L", "Khóa màn hình"),
)


def nothing(*_: object) -> None:
    """Do nothing: a scene has nobody behind it."""


def page(look: Look, data: DataState, state: SyncState) -> DataPage:
    acts = DataActs(
        read=lambda: data,
        send_again=lambda: 0,
        try_now=nothing,
        places=lambda: (CopyPlace(Path("/media/usb"), "KINGSTON", 13_314_398_618),),
        copy=nothing,  # type: ignore[arg-type]
        open_dossier=nothing,
        open_answer=nothing,
        open_deletions=nothing,
        notify=nothing,
        now=lambda: NOW,
        counter="2",
        replace=nothing,
    )
    made = DataPage(look, lambda view: DataPagePresenter(view, NowJobs(), acts))
    made.presenter.line(state)
    made.arrive()
    return made


@scene("tinh-trang-du-lieu")
def offline(look: Look) -> QWidget:
    return page(look, DATA, OFFLINE)


@scene("tinh-trang-du-lieu-can-xem")
def in_need(look: Look) -> QWidget:
    return page(look, IN_NEED, ATTENTION)


@scene("tinh-trang-du-lieu-xem-xet")
def flagged(look: Look) -> QWidget:
    return page(look, FLAGGED, SENDING_FILES)


@scene("tinh-trang-du-lieu-thu-hoi")
def taken_back(look: Look) -> QWidget:
    return page(look, DATA, replace(OFFLINE, order="drain"))


@scene("tinh-trang-du-lieu-xoa-may")
def to_be_wiped(look: Look) -> QWidget:
    return page(look, QUIET, replace(ALL_SENT, order="wipe"))


@scene("tinh-trang-du-lieu-thay-may")
def replaced(look: Look) -> QWidget:
    return page(look, DATA, replace(OFFLINE, order="replaced"))


@scene("tinh-trang-du-lieu-gui-het")
def quiet(look: Look) -> QWidget:
    return page(look, QUIET, ALL_SENT)


@scene("tinh-trang-du-lieu-ban-cu")
def set_back(look: Look) -> QWidget:
    none_left = replace(DATA, restored="witness", numbers=NumbersLeft())
    return page(look, none_left, OFFLINE)


@scene("tinh-trang-du-lieu-may-chu-bao")
def notes(look: Look) -> QWidget:
    data = replace(
        QUIET,
        day=DayCompared(NOW.date() - timedelta(days=1), NOW, 41, 42, same=False),
        held_deletions=57,
        wanted_program="9.1",
    )
    facts = {"host": "mot-cua.example", "name": "procedures", "version": "2025.7"}
    return page(look, data, replace(ALL_SENT, error="wire.catalogue_forged", facts=facts))


@scene("tinh-trang-du-lieu-quyet-dinh")
def to_decide(look: Look) -> QWidget:
    data = replace(QUIET, held_deletions=57, held_since=NOW, may_decide=True)
    return page(look, data, ALL_SENT)


@scene("tro-giup-phim", Area.WINDOW)
def keys(look: Look) -> QWidget:
    behind = framed(look, shown(look, READY))
    overlay = KeysOverlay(look, behind)
    overlay.present(keys_state("Tiếp nhận", [KeyWords(*each) for each in KEYS], digits=True))
    overlay.open()
    return behind


@scene("lenh-nhanh", Area.WINDOW)
def palette(look: Look) -> QWidget:
    return _palette(look, "thi mau")


@scene("lenh-nhanh-khong-thay", Area.WINDOW)
def palette_empty(look: Look) -> QWidget:
    return _palette(look, "qqq xyz")


@scene("ho-so-truoc", Area.WINDOW)
def history(look: Look) -> QWidget:
    behind = framed(look, shown(look, READY))
    overlay = HistoryOverlay(look, behind)
    HistoryPresenter(overlay, nothing, nothing).show(
        "Trần Thị Mẫu", [line(1), line(2, 1), line(3, 40)], 4, NOW
    )
    overlay.open()
    return behind


def _palette(look: Look, typed: str) -> QWidget:
    behind = framed(look, shown(look, READY))
    citizen = Person("Trần Thị Mẫu", identity=Identity(IdentityKind.CITIZEN_CARD, "001199000456"))
    overlay = PaletteOverlay(look, behind)
    palette = PalettePresenter(
        overlay,
        NowJobs(),
        Sources(
            lambda text: [each for each in (line(1), line(2)) if spans_of(text, each.applicant)],
            lambda text: [KnownCitizen(citizen, 4, (), (), ())] if "mau" in text else [],
            INDEX.find,
        ),
        Acts(nothing, nothing, nothing),
    )
    overlay.open()
    palette.open(
        [
            PaletteCommand("Thiết lập máy in", "", nothing),
            PaletteCommand("Khóa màn hình", "Ctrl+Shift+L", nothing),
        ]
    )
    field = overlay.first_focus()
    assert isinstance(field, QLineEdit)
    field.setText(typed)
    palette.typed(typed)
    return behind
