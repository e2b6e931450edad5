"""The page of reports, with every report of the shelf and what becomes of its sheets."""

from __future__ import annotations

from counter_app.desktop.desk import Desk
from counter_app.desktop.presenters.reports.counting import ReportActs
from counter_app.desktop.screens.reports.reports_page import ReportsPage
from counter_app.desktop.theme.look import Look
from counter_app.services.reports.handing_out import report_document, save_pdf, save_xlsx
from counter_app.services.reports.shelf import REPORTS


def make_reports_page(look: Look, desk: Desk) -> ReportsPage:
    """Return the page of reports (báo cáo)."""
    place, session, fonts = desk.workplace, desk.session, desk.fonts
    acts = ReportActs(
        document=lambda sheet: report_document(place, session, sheet, fonts),
        save_pdf=lambda sheet, path: save_pdf(place, session, sheet, fonts, path),
        save_xlsx=lambda sheet, path: save_xlsx(place, session, sheet, path),
    )
    return ReportsPage(look, desk, REPORTS, acts)
