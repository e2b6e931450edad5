"""Tổng quan: four pictures of the office as it stands, with the dossiers behind their figures."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

from counter_app.desktop.desk import Desk
from counter_app.desktop.notice import Notice, NoticeKind, of_error
from counter_app.desktop.presenters.overview.counting import OverviewActs, OverviewCount
from counter_app.desktop.presenters.overview.overview_state import OverviewState, OverviewView
from counter_app.desktop.presenters.printed_notice import printed_notice
from counter_app.desktop.presenters.reports.behind_list import BehindList
from counter_app.desktop.presenters.reports.reports_state import Progress
from counter_app.desktop.printing.outcome import PrintOutcome
from counter_app.desktop.widgets.basics.hint import Hint
from counter_app.domain.dates import shown_moment, vietnam_time
from counter_app.domain.errors import CounterError
from counter_app.domain.officers.roles import Act
from counter_app.domain.reports.period import Step, period_of
from counter_app.domain.reports.pictures import Figure, Picture
from counter_app.i18n import tr
from counter_app.services.officers.permits import may
from counter_app.services.printing.receipt_paper import Document
from counter_app.services.reports.overview.report import OVERVIEW, Overview
from counter_app.services.reports.standing import standing_words
from counter_app.wording.sentences import sentence

_FRESH = timedelta(minutes=5)
"""Coming back to the page within this time finds it as it was; F5 counts anew."""

PDF, PNG = "pdf", "png"


class OverviewPresenter:
    """Decides. `acts` is what is done with the pictures."""

    def __init__(self, desk: Desk, view: OverviewView, acts: OverviewActs) -> None:
        self._desk, self._view, self._acts = desk, view, acts
        self._place, self._session = desk.workplace, desk.session
        self._overview: Overview | None = None
        self._standing = ""
        self._made_at: datetime | None = None
        self._count: OverviewCount | None = None
        self._is_slow = False
        self._trouble = ""
        self._chosen = (0, 0, 0)
        self._behind = BehindList(desk, view, self._present)

    def arrive(self) -> None:
        """The page is shown: count anew what is old."""
        old = self._made_at is None or self._desk.now() - self._made_at > _FRESH
        if old and self._count is None and not self._behind.is_open:
            self.make()
        else:
            self._present()

    def make(self) -> None:
        """Count the pictures, behind the window."""
        if self._count is not None:
            self._count.stop()
        count = self._count = OverviewCount()
        self._is_slow, self._trouble = False, ""
        self._present()

        def done(found: Overview | None) -> None:
            if count is not self._count or found is None:
                return
            self._count, self._overview = None, found
            self._standing = standing_words(found.sheet)
            self._made_at = self._desk.now()
            self._present()
            if not self._behind.is_open:
                self._view.focus_pictures()

        def failed(error: CounterError) -> None:
            if count is self._count:
                self._forget(sentence(error))

        self._desk.jobs.run(lambda: count.make(self._place, self._session), done, failed)

    def tick(self) -> None:
        """Time goes by while one is counted: say how far it is."""
        if self._count is not None:
            self._is_slow = True
            self._present()

    def stop(self) -> bool:
        """Stop the count that is under way; False when there is none."""
        if self._count is None:
            return False
        self._count.stop()
        self._forget(tr("Đã dừng tổng hợp. F5 để tổng hợp lại."))
        return True

    def choose(self, picture: int, series: int, place: int) -> None:
        """Another figure is the chosen one."""
        if (picture, series, place) != self._chosen:
            self._chosen = (picture, series, place)
            self._present()

    def enter(self) -> None:
        """Open the dossiers behind the chosen figure; who may not see any goes to the reports."""
        if self._overview is None or self._count is not None:
            return
        if not self._sees():
            self._view.show_reports()
            return
        found = self._figure()
        if found is None or found[1].drill is None or not found[1].value:
            return
        picture, figure, words = found
        assert figure.drill is not None
        today = period_of(Step.DAY, self._desk.today())
        self._behind.open(OVERVIEW, today, figure.drill, f"{picture.title}: {words}")

    @property
    def behind(self) -> BehindList:
        """The list of dossiers over the page."""
        return self._behind

    def close_behind(self) -> bool:
        """Put the list of dossiers away; False when there is none."""
        if not self._behind.is_open:
            return False
        self._behind.close()
        self._present()
        self._view.focus_pictures()
        return True

    def print(self) -> bool:
        """Print the page; False when there is none."""
        overview = self._ready()
        if overview is None:
            return False

        def ended(outcome: PrintOutcome) -> None:
            self._desk.notify(printed_notice(outcome))

        def made(document: Document) -> None:
            self._desk.nudge()
            self._desk.print(document, overview.sheet.title, ended)

        self._desk.jobs.run(lambda: self._acts.document(overview), made, self._failed)
        return True

    def export(self, ending: str) -> bool:
        """Ask where the file goes, `PDF` or `PNG`; False where that isn't allowed."""
        if self._ready() is None or not may(self._place, self._session, Act.EXPORT):
            return False
        name = f"tong-quan-{self._desk.today():%Y%m%d}.{ending}"
        filter_ = tr("Tệp PDF (*.pdf)") if ending == PDF else tr("Ảnh (*.png)")
        self._view.ask_file(Path(name), filter_)
        return True

    def export_to(self, file: Path) -> None:
        """Write the file; its ending says of what sort it is."""
        overview = self._ready()
        if overview is None:
            return
        if file.suffix == f".{PNG}":
            png = self._view.painted()
            self._desk.jobs.run(
                lambda: self._acts.save_png(overview, png, file),
                lambda _: self._saved(file),
                self._failed,
            )
        else:
            self._desk.jobs.run(
                lambda: self._acts.save_pdf(overview, file),
                lambda _: self._saved(file),
                self._failed,
            )

    def _saved(self, file: Path) -> None:
        said = tr("Đã kết xuất {title}.").format(title=tr("Tổng quan"))
        self._desk.notify(Notice(said, file.name, NoticeKind.OK, "list"))
        self._desk.nudge()

    def _failed(self, error: CounterError) -> None:
        self._desk.notify(of_error(error))

    def _forget(self, words: str) -> None:
        self._count = self._overview = self._made_at = None
        self._trouble = words
        self._present()

    def _ready(self) -> Overview | None:
        """Return the pictures that a key may act on: none while others are counted."""
        return None if self._count is not None else self._overview

    def _sees(self) -> bool:
        return may(self._place, self._session, Act.SEE_DOSSIERS)

    def _figure(self) -> tuple[Picture, Figure, str] | None:
        """Return the chosen figure with its picture, and what it is of."""
        number, series, place = self._chosen
        shown = self._overview.pictures if self._overview is not None else ()
        if number >= len(shown):
            return None
        picture = shown[number]
        if series >= len(picture.series) or place >= len(picture.places):
            return None
        words = f"{picture.places[place].words}, {picture.series[series]}"
        return picture, picture.figures[series][place], words

    def _progress(self) -> Progress | None:
        if self._count is None or not (self._is_slow or self._overview is None):
            return None
        return Progress(tr("Đang tổng hợp số liệu…"), self._count.share)

    def _hints(self) -> tuple[Hint, ...]:
        if self._count is not None:
            return (Hint("Esc", tr("dừng")),)
        hints = [Hint("Tab", tr("biểu đồ kế")), Hint("Left", "", joined=True)]
        hints.append(Hint("Right", tr("xem từng con số")))
        found = self._figure()
        if not self._sees():
            hints.append(Hint("Enter", tr("mở báo cáo")))
        elif found is not None and found[1].drill is not None and found[1].value:
            hints.append(Hint("Enter", tr("mở danh sách hồ sơ")))
        return (*hints, Hint("F10", tr("in")), Hint("F5", tr("tổng hợp lại")))

    def _present(self) -> None:
        overview = self._overview
        ready = self._ready() is not None
        about = ""
        if overview is not None:
            at = shown_moment(vietnam_time(overview.sheet.standing.at))
            about = f"{self._place.reference.centre.shown_name} · {at}"
        self._view.present(
            OverviewState(
                title=tr("Tổng quan"),
                hints=self._hints(),
                about=about,
                pictures=overview.pictures if overview else (),
                standing=self._standing if overview else "",
                counting=self._count is not None,
                progress=self._progress(),
                empty=self._trouble,
                behind=self._behind.state,
                can_hand_out=ready,
                can_export=ready and may(self._place, self._session, Act.EXPORT),
            )
        )
