"""The page of pictures, with what becomes of them."""

from __future__ import annotations

from counter_app.desktop.desk import Desk
from counter_app.desktop.presenters.overview.counting import OverviewActs
from counter_app.desktop.screens.overview.overview_page import OverviewPage
from counter_app.desktop.theme.look import Look
from counter_app.services.reports.overview.handing_out import (
    overview_document,
    save_overview,
    save_png,
)


def make_overview_page(look: Look, desk: Desk) -> OverviewPage:
    """Return the start page of the head of the Centre (tổng quan)."""
    place, session, fonts = desk.workplace, desk.session, desk.fonts
    acts = OverviewActs(
        document=lambda overview: overview_document(place, session, overview, fonts),
        save_pdf=lambda overview, path: save_overview(place, session, overview, fonts, path),
        save_png=lambda overview, png, path: save_png(place, session, overview, png, path),
    )
    return OverviewPage(look, desk, acts)
