"""Ghi vướng mắc and acts that are written later, as the gallery shows them."""

from __future__ import annotations

import dataclasses

from PySide6.QtWidgets import QWidget

from counter_app.desktop.presenters.obstacles.obstacle import (
    TEXT,
    ObstacleAsk,
    ObstaclePresenter,
)
from counter_app.desktop.screens.obstacles.obstacle_sheet import ObstacleSheet
from counter_app.desktop.screens.piles.piles_page import PilesPage
from counter_app.desktop.theme.look import Look
from tests.gallery.scenes import Area, scene
from tests.gallery.scenes_detail import return_state, returning
from tests.gallery.scenes_dossiers import desk
from tests.gallery.scenes_piles import OUT, _make

WORDS = (
    "Mẫu tờ khai trên Cổng dịch vụ công khác mẫu của thông tư đang có hiệu lực, công dân phải khai "
    "lại tại quầy."
)


def _sheet(look: Look, ask: ObstacleAsk) -> ObstacleSheet:
    return ObstacleSheet(look, None, ask, lambda view: ObstaclePresenter(desk(), view))


@scene("ghi-vuong-mac", Area.OWN)
def with_procedure(look: Look) -> QWidget:
    """Over the reception of a procedure."""
    sheet = _sheet(look, ObstacleAsk("1.001193", "Đăng ký khai sinh"))
    sheet.type(WORDS, "Đề nghị cập nhật mẫu tờ khai trên Cổng.")
    return sheet


@scene("ghi-vuong-mac-nghi-ngo", Area.OWN)
def doubted(look: Look) -> QWidget:
    """Figures that look like those of a person, and a proposal with them too."""
    sheet = _sheet(look, ObstacleAsk())
    sheet.type("Số 001184000123 không tra được trên hệ thống.")
    said = "Có dãy số giống số định danh hoặc số điện thoại: đừng ghi của ai vào đây."
    sheet.wrong({}, {TEXT: said})
    return sheet


@scene("ghi-vuong-mac-trong", Area.OWN)
def empty(look: Look) -> QWidget:
    """F9 without a word."""
    sheet = _sheet(look, ObstacleAsk())
    sheet.wrong({TEXT: "Ghi vướng mắc là gì."}, {})
    return sheet


@scene("ban-giao-ghi-sau")
def later(look: Look) -> QWidget:
    """A pile that went yesterday, and a moment that can't be."""
    page = PilesPage(look, desk(), _make)
    problem = "Lúc làm việc này chưa đến."
    page.present(dataclasses.replace(OUT, done="15:30 30/12", done_problem=problem, reason=problem))
    return page


@scene("tra-ket-qua-ghi-sau")
def returned_later(look: Look) -> QWidget:
    """A result that was handed over yesterday."""
    return returning(look, return_state(done="16:40 30/06"))
