"""The start page of the head of the Centre as the gallery shows it."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from counter_app.desktop.presenters.overview.counting import OverviewActs
from counter_app.desktop.presenters.overview.overview_state import OverviewState
from counter_app.desktop.presenters.posting.booklet import Booklet, BookletState
from counter_app.desktop.presenters.reports.reports_state import Progress
from counter_app.desktop.screens.overview.overview_page import OverviewPage
from counter_app.desktop.screens.posting.booklet_sheet import BookletSheet
from counter_app.desktop.theme.look import Look
from counter_app.desktop.widgets.basics.hint import Hint
from counter_app.services.reports.overview.report import Overview
from counter_app.services.reports.standing import standing_words
from tests.gallery.scenes import Area, scene
from tests.gallery.scenes_dossiers import desk
from tests.papers.figures.overview_made import overview

_HINTS = (
    Hint("Tab", "biểu đồ kế"), Hint("Left", "", joined=True), Hint("Right", "xem từng con số"),
    Hint("Enter", "mở danh sách hồ sơ"), Hint("F10", "in"), Hint("F5", "tổng hợp lại"),
)  # fmt: skip


def _page(
    look: Look,
    of: Overview | None,
    progress: Progress | None = None,
    at: tuple[int, int, int] | None = None,
) -> OverviewPage:
    page = OverviewPage(look, desk(), cast("OverviewActs", None))
    state = OverviewState(
        title="Tổng quan",
        hints=_HINTS if of else (Hint("Esc", "dừng"),),
        about="Trung tâm Phục vụ hành chính công phường Mẫu · 16:45 20/11/2026" if of else "",
        pictures=of.pictures if of else (),
        standing=standing_words(of.sheet) if of else "",
        progress=progress,
        can_hand_out=of is not None,
        can_export=of is not None,
    )
    page.present(state)
    if at is not None:
        picture, series, place = at
        view = page.panel.cards[picture].view
        view.setFocus(Qt.FocusReason.OtherFocusReason)
        view._go(series, place)
        page.presenter._chosen = at
        page.present(state)  # moving the keys asked the presenter, who knows nothing
    return page


@scene("tong-quan")
def full(look: Look) -> QWidget:
    """A busy office: the keys are on a day, its figures stand below the picture."""
    return _page(look, overview(), at=(0, 0, 20))


@scene("tong-quan-gio-trong-ngay")
def hours(look: Look) -> QWidget:
    """The keys are in the grid of hours."""
    return _page(look, overview(), at=(3, 1, 2))


@scene("tong-quan-mot-co-quan")
def one(look: Look) -> QWidget:
    """One agency only; the keys are on it."""
    return _page(look, overview(agencies=1), at=(1, 0, 0))


@scene("tong-quan-trong")
def empty(look: Look) -> QWidget:
    """An office that has received nothing yet."""
    return _page(look, overview(empty=True))


@scene("tong-quan-dang-tong-hop")
def counting(look: Look) -> QWidget:
    """The journal is followed for the first time: how far, and how to stop it."""
    return _page(look, None, Progress("Đang tổng hợp số liệu…", 0.38))


@scene("tap-niem-yet", Area.OWN)
def booklet(look: Look) -> QWidget:
    """Which fields the booklet is of; it is being made."""
    sheet = BookletSheet(look, None, lambda view: Booklet(desk(), view))
    sheet.present(BookletState(working=True, share=0.4, words="Đang lập tập niêm yết…"))
    sheet._ticking.stop()
    return sheet
