"""Số hóa giấy tờ: scanning, pages to keep, kept files, what goes wrong."""

from __future__ import annotations

import dataclasses
import functools
from datetime import datetime
from pathlib import Path

from PIL import Image
from PySide6.QtWidgets import QWidget

from counter_app.desktop.presenters.scanning_papers.at_hand import AtHand, Read
from counter_app.desktop.presenters.scanning_papers.page_state import Ask
from counter_app.desktop.presenters.scanning_papers.tray import Tray, TrayPage
from counter_app.desktop.screens.scanning_papers.scanning_page import ScanningPage
from counter_app.desktop.screens.scanning_papers.sheets import RemovalSheet, UnsavedSheet
from counter_app.desktop.theme.look import Look
from counter_app.domain.acts.received import ReceivedPaper
from counter_app.domain.dates import VIETNAM
from counter_app.domain.dossiers.dossier import Dossier
from counter_app.domain.dossiers.status import Status
from counter_app.domain.errors.scanning import FileLockedError, ScannerJammedError
from counter_app.papers.scanned.compacting import compact
from counter_app.papers.scanned.page import CompactPage, turned
from counter_app.papers.scanned.rendering import picture
from counter_app.services.dossiers.scanning import (
    FileState,
    KeptFile,
    PaperDoors,
    PaperFile,
    SealedFiles,
)
from counter_app.wording.sentences import halves
from tests.desktop.now_jobs import NowJobs
from tests.desktop.paper_feeder import PaperFeeder
from tests.gallery.scenes import Area, scene
from tests.gallery.scenes_dossiers import desk
from tests.made import received, uid
from tests.papers.scanned import sheets

PAPERS = (
    ReceivedPaper("Tờ khai đăng ký khai sinh theo mẫu", originals=1),
    ReceivedPaper("Giấy chứng sinh do cơ sở y tế nơi trẻ sinh ra cấp", originals=1),
    ReceivedPaper("Giấy chứng nhận kết hôn của cha, mẹ (nếu có)", photocopies=1),
    ReceivedPaper("Văn bản ủy quyền có chứng thực", certified=1, missing=True),
)
CODE = "H26.15-250701-0214"
AT = datetime(2025, 7, 1, 9, 12, tzinfo=VIETNAM)


@functools.cache
def _pages() -> tuple[CompactPage, ...]:
    made = (sheets.text, sheets.stamped, sheets.photo_grey)
    return tuple(compact(_third(make()), 67) for make in made)


def _third(sheet: Image.Image) -> Image.Image:
    return sheet.resize((sheet.width // 3, sheet.height // 3))


def _tray(*places: int, chosen: int = 0) -> Tray:
    pages = [TrayPage(_pages()[place], picture(_pages()[place], 96, 128)) for place in places]
    return Tray(pages, chosen, scanned=True)


def _kept(
    paper: str, pages: int = 2, *, sent: bool = False, here: bool = True, part: int = 0
) -> KeptFile:
    state = FileState.SENT if sent else FileState.WAITING
    file = PaperFile(
        "a" * 32, uid(1), paper, "0" * 64, 84_000 * pages, pages, "scanner", uid(2), AT, state,
        840 * pages * part,
    )  # fmt: skip
    return KeptFile(file, here)


def _page(
    look: Look,
    *kept: KeptFile,
    trays: dict[str, Tray] | None = None,
    row: int = 0,
    feeder: PaperFeeder | None = None,
    may: bool = True,
) -> ScanningPage:
    body = received(CODE, papers=PAPERS)
    dossier = Dossier(uid(1), CODE, "", Status.IN_PROGRESS, body, body.promise)
    doors = PaperDoors(SealedFiles(Path("/nowhere"), bytes(32)), feeder or PaperFeeder())
    around = dataclasses.replace(desk(), jobs=NowJobs())
    page = ScanningPage(look, around, doors, lambda: None)
    hand = AtHand(uid(1), trays=trays or {})
    hand.take(Read(dossier, kept, may))
    hand.go(row)
    page.presenter.hand = hand
    page.presenter.scanner.find()
    page.resize(1150, 640)
    page.presenter.resized()
    return page


@scene("chi-tiet-so-hoa")
def beginning(look: Look) -> QWidget:
    """Nothing was scanned yet."""
    return _page(look)


@scene("chi-tiet-so-hoa-trang")
def pages(look: Look) -> QWidget:
    """Three pages, the second chosen; another paper is kept already."""
    tray = _tray(0, 1, 2, chosen=1)
    kept = _kept(PAPERS[0].name, sent=True)
    return _page(look, kept, trays={PAPERS[1].name: tray}, row=1)


@scene("chi-tiet-so-hoa-xoay")
def sideways(look: Look) -> QWidget:
    """A page that was turned."""
    tray = _tray(0, 1, chosen=0)
    tray.turn(1)
    assert tray.current is not None
    assert tray.current.page == turned(_pages()[0], 1)
    return _page(look, trays={PAPERS[0].name: tray})


@scene("chi-tiet-so-hoa-dang-quet")
def scanning(look: Look) -> QWidget:
    """The second page is on its way."""
    page = _page(look, trays={PAPERS[0].name: _tray(0)})
    jobs = page.presenter.line._jobs
    assert isinstance(jobs, NowJobs)
    page.presenter.scan()
    jobs.hold()
    page.presenter.line.begin(page.presenter.scanner.order(9))
    page.presenter.line._run = PaperFeeder()
    page.presenter.line._count = 1
    page.presenter.tick()
    return page


@scene("chi-tiet-so-hoa-da-luu")
def kept_files(look: Look) -> QWidget:
    """Two kept files of one paper, one of them missing on this machine."""
    name = PAPERS[0].name
    files = (
        _kept(name, part=40),
        _kept(name, 1, here=False),
        _kept(PAPERS[1].name),
        _kept(PAPERS[2].name, 3, sent=True),
    )
    return _page(look, *files)


@scene("chi-tiet-so-hoa-xem")
def viewing(look: Look) -> QWidget:
    """A kept file is looked at."""
    page = _page(look, _kept(PAPERS[0].name))
    page.presenter.hand.viewed = _tray(0, 1)
    page.presenter.resized()
    return page


@scene("chi-tiet-so-hoa-ket-giay")
def jammed(look: Look) -> QWidget:
    """The scanner stopped after the first page."""
    page = _page(look, trays={PAPERS[0].name: _tray(0)})
    page.presenter._problem = halves(ScannerJammedError(scanner="Epson DS-530"))
    page.presenter.resized()
    return page


@scene("chi-tiet-so-hoa-tep-khoa")
def locked(look: Look) -> QWidget:
    """A file with a password; no scanner is there."""
    feeder = PaperFeeder()
    feeder.is_there = False
    page = _page(look, feeder=feeder)
    page.presenter._problem = halves(FileLockedError(name="giay-chung-sinh.pdf"))
    page.presenter.resized()
    return page


@scene("chi-tiet-so-hoa-chi-xem")
def looking_only(look: Look) -> QWidget:
    """An officer who may only look."""
    return _page(look, _kept(PAPERS[0].name), may=False)


@scene("so-hoa-go-tep", Area.OWN)
def removal(look: Look) -> QWidget:
    """Why a kept file goes."""
    ask = Ask(
        "Gỡ tệp của Tờ khai đăng ký khai sinh theo mẫu",
        "Tệp bị xóa khỏi máy này; nhật ký giữ lại lý do và ai đã gỡ.",
    )
    return RemovalSheet(look, None, ask)  # type: ignore[arg-type]


@scene("so-hoa-chua-luu", Area.OWN)
def unsaved(look: Look) -> QWidget:
    """Pages that weren't kept."""
    ask = Ask("Còn 3 trang chưa lưu", "Lưu vào hồ sơ trước khi rời trang này?")
    return UnsavedSheet(look, None, ask)  # type: ignore[arg-type]
