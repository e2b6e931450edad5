"""Scenes of Cập nhật."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from pathlib import Path

from PySide6.QtWidgets import QWidget

from counter_app.desktop.presenters.updating.updates_page import UpdatesActs, UpdatesPresenter
from counter_app.desktop.screens.updating.updates_page import UpdatesPage
from counter_app.desktop.theme.look import Look
from counter_app.domain.dates import VIETNAM
from counter_app.domain.updates.manifest import PRODUCT, Manifest, PackageKind, Part
from counter_app.services.updates.shelf import SERVER, Outcome, Past, Step, UpdateState
from counter_app.services.updates.standing import Coming, ListInUse, Standing, Waiting
from tests.desktop.now_jobs import NowJobs
from tests.gallery.scenes import scene

MADE = datetime(2025, 12, 1, 8, 0, tzinfo=VIETNAM)
FILE = Path("/var/lib/counter-app/updates/ready/program-0.2.0-1f3a90c1.capnhat")
CALENDAR = Manifest(
    PRODUCT, PackageKind.CALENDAR, "2026.1", MADE, (Part("calendar", 41_200, ""),),
    ("Lịch nghỉ Tết Nguyên đán năm 2026 theo thông báo của Chính phủ.",
     "Thêm hai ngày làm bù: 10/01 và 24/01/2026."),
)  # fmt: skip
PROGRAM = Manifest(
    PRODUCT, PackageKind.PROGRAM, "0.2.0", MADE,
    (Part("counter-app_0.2.0_amd64.deb", 71_000_000, ""),),
    ("In giấy nhanh hơn trên máy cũ.",), "linux-x86_64",
)  # fmt: skip
PAST = (
    Past("a", PackageKind.CATALOGUE, "2025.11.3", MADE, Outcome.DONE, by="cb-0102"),
    Past("b", PackageKind.FORMS, "tt03-2025-r2", MADE, Outcome.FAILED, code="update.content"),
    Past("c", PackageKind.CALENDAR, "2025.2", MADE, Outcome.BACK),
)
QUIET = Standing(
    version="0.1.0",
    lists=(ListInUse("procedures", "2025.11.3", MADE), ListInUse("calendar", "2025.1")),
    form_sets=("TT03-2025",),
    past=PAST,
)
WAITING = replace(
    QUIET,
    waiting=(
        Waiting(CALENDAR, FILE, "5c0ffee1a2b3c4d5", SERVER),
        Waiting(PROGRAM, FILE, "0badcafe01234567", "E:/cap-nhat", by_administrator=True),
    ),
    coming=(Coming(replace(PROGRAM, version="0.2.1"), 23_400_000, 71_200_000),),
    by_administrator=True,
)


def page(look: Look, found: Standing, *, may: bool = True, forms: int = 0) -> UpdatesPage:
    acts = UpdatesActs(
        read=lambda: found,
        install=lambda files, count: None,
        go_back=lambda: PAST[0],
        open_forms=lambda: forms,
        others_forms=lambda: 0,
        officer=lambda _: "Trần Thị Mẫu",
        may_update=may,
        notify=lambda _: None,
    )
    made = UpdatesPage(look, lambda view: UpdatesPresenter(view, NowJobs(), acts))
    made.arrive()
    return made


@scene("cap-nhat")
def waiting(look: Look) -> QWidget:
    return page(look, WAITING)


@scene("cap-nhat-khong-co")
def quiet(look: Look) -> QWidget:
    return page(look, QUIET)


@scene("cap-nhat-con-ho-so-mo")
def forms_are_open(look: Look) -> QWidget:
    return page(look, WAITING, forms=2)


@scene("cap-nhat-can-bo")
def not_for_everybody(look: Look) -> QWidget:
    return page(look, WAITING, may=False)


@scene("cap-nhat-cho-quan-tri")
def handed(look: Look) -> QWidget:
    state = UpdateState(Step.HANDED, "m", PackageKind.PROGRAM, "0.2.0", FILE.name)
    found = replace(QUIET, handed=state, handed_file=FILE, by_administrator=True)
    return page(look, found)
