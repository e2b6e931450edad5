"""In phiếu kiểm tra hồ sơ: from a row of the log, and from the page of a dossier."""

from __future__ import annotations

from counter_app.desktop.desk import Desk
from counter_app.desktop.notice import of_error
from counter_app.desktop.presenters.printed_notice import printed_notice
from counter_app.desktop.printing.outcome import PrintOutcome
from counter_app.domain.officers.roles import Act
from counter_app.i18n import tr
from counter_app.services.officers.permits import may
from counter_app.services.printing.receipt_paper import Document
from counter_app.services.printing.sheets.inspection import make_inspection


def may_inspect(desk: Desk) -> bool:
    """Tell whether the officer of `desk` may print inspections: only then is it offered."""
    acts = (Act.SEE_LOGS, Act.SEE_DOSSIERS)
    return all(may(desk.workplace, desk.session, act) for act in acts)


def print_inspection(desk: Desk, uid: str, reason: str = "") -> None:
    """Make the inspection of the dossier `uid` behind the window and print it."""
    title = tr("Phiếu kiểm tra hồ sơ")

    def ended(outcome: PrintOutcome) -> None:
        desk.notify(printed_notice(outcome))

    def made(document: Document) -> None:
        desk.nudge()
        desk.print(document, title, ended)

    desk.jobs.run(
        lambda: make_inspection(desk.workplace, desk.session, uid, desk.fonts, reason),
        made,
        lambda error: desk.notify(of_error(error)),
    )
