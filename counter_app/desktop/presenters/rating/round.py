"""A rating under way: asked on both screens, answered on either, never forced.

What the citizen touches stands as soon as it is whole. What an officer types for them is written
by Enter only, and the entry says that it was told, or that it stood on a slip.
"""

from __future__ import annotations

from collections.abc import Callable

from counter_app.desktop.desk import Desk
from counter_app.desktop.notice import Notice, NoticeKind, of_error
from counter_app.desktop.presenters.rating.filling import Filling
from counter_app.domain.dossiers.dossier import Dossier
from counter_app.domain.errors import CounterError
from counter_app.domain.errors.rating import AlreadyRatedError
from counter_app.domain.office.rating import RatingWay
from counter_app.i18n import tr
from counter_app.services.dossiers.detail import detail_by_code
from counter_app.services.dossiers.rating import rate
from counter_app.services.printing.letters.rating_slip import slip_form
from counter_app.wording.sentences import halves

SECONDS_FOR_REASONS = 20
"""So long a citizen who gave a grade is asked for reasons; then the grade is written alone."""


class RatingRound:
    """Zero or one rating. `changed` is called after each change of what it shows.

    `rated` gets the dossier of which a rating was written; times are counted by `tick`, once a
    second.
    """

    def __init__(
        self, desk: Desk, changed: Callable[[], None], rated: Callable[[Dossier], None]
    ) -> None:
        self._desk, self._changed, self._rated = desk, changed, rated
        self.dossier: Dossier | None = None
        self.filling: Filling | None = None
        self.reads_slips = False
        self.error = ""
        self.left = 0
        self.busy = False
        self._typed = self._instead = False

    @property
    def is_open(self) -> bool:
        """True while something is asked, or slips are waited for."""
        return self.reads_slips or self.filling is not None

    def ask(self, dossier: Dossier) -> bool:
        """Ask the citizen who just received a result; False where this office asks nothing."""
        book = self._desk.workplace.reference.rating
        form = book.screen_form(self._desk.today())
        self._settle()
        if form is None:
            return False
        self.reads_slips = False
        self._begin(dossier, Filling(form), book.seconds)
        return True

    def read_slips(self) -> bool:
        """Wait for slips that were filled in; False where this office has none."""
        self._settle()
        if self._desk.workplace.reference.rating.paper_form(self._desk.today()) is None:
            return False
        self.reads_slips = True
        self._begin(None, None, 0)
        return True

    def slip(self, code: str) -> bool:
        """Take the code that was scanned on a slip; False while none are waited for."""
        if not self.reads_slips:
            return False
        workplace = self._desk.workplace

        def failed(error: CounterError) -> None:
            if self.reads_slips:
                self._begin(None, None, 0, " ".join(halves(error)))

        self._desk.jobs.run(lambda: detail_by_code(workplace, code).dossier, self._slip, failed)
        return True

    def answer(self, points: int, *, touched: bool) -> None:
        """Take a grade; `touched` by the citizen, else typed by the officer."""
        if self.filling is None or self.busy or self.filling.question is None:
            return
        before, self.filling = self.filling, self.filling.answered(points)
        if self.filling is before:
            return
        self.error, self._instead = "", False
        self._typed = self._typed or not touched
        whole = self.filling.is_whole
        if touched and whole and not self.filling.form.reasons:
            self.finish(touched=True)
            return
        if self.left:
            seconds = self._desk.workplace.reference.rating.seconds
            self.left = SECONDS_FOR_REASONS if whole and not self._typed else seconds
        self._changed()

    def leave_open(self) -> None:
        """Go past a question that nobody answered on the slip."""
        if self.reads_slips and self.filling is not None and not self.busy:
            self.filling, self.error = self.filling.left_open(), ""
            self._changed()

    def turn(self, reason: int) -> None:
        """Turn a reason over, by its place."""
        if self.filling is not None and not self.busy:
            self.filling = self.filling.turned(reason)
            self._changed()

    def back(self) -> bool:
        """Take the last answer back; False when there is none."""
        if self.filling is None or self.busy or not self.filling.scores:
            return False
        self.filling, self.error, self._instead = self.filling.taken_back(), "", False
        self._changed()
        return True

    def finish(self, *, touched: bool) -> None:
        """Write it, when every question is answered."""
        filling, dossier = self.filling, self.dossier
        if filling is None or dossier is None or self.busy or not filling.is_whole:
            return
        self._typed = self._typed or not touched
        self.busy = True
        self._changed()
        self._write(dossier, filling)

    def leave(self) -> None:
        """Go away. What the citizen touched is written, what an officer began to type is not."""
        self._settle()
        if self.is_open:
            self.reads_slips = False
            self._begin(None, None, 0)

    def tick(self) -> None:
        """A second passed."""
        if not self.left or self.busy:
            return
        self.left -= 1
        if self.left:
            self._changed()
        elif self._typed and self.filling is not None and self.filling.scores:
            self._say(tr("Chưa ghi đánh giá: đã hết giờ chờ."), NoticeKind.INFO)
            self.leave()
        else:
            self.leave()

    def _slip(self, dossier: Dossier) -> None:
        form = slip_form(self._desk.workplace, dossier)
        if self.reads_slips and form is not None:
            self._typed = True
            self._begin(dossier, Filling(form), 0)

    def _begin(
        self, dossier: Dossier | None, filling: Filling | None, seconds: int, error: str = ""
    ) -> None:
        self.dossier, self.filling, self.left = dossier, filling, seconds
        self.error, self.busy, self._instead, self._typed = error, False, False, self.reads_slips
        self._changed()

    def _settle(self) -> None:
        """Write what a citizen touched before something else takes its place."""
        filling, dossier = self.filling, self.dossier
        if filling is None or dossier is None or self.busy or self._typed or not filling.is_whole:
            return
        self.busy = True
        self._write(dossier, filling)

    def _write(self, dossier: Dossier, filling: Filling) -> None:
        desk, instead = self._desk, self._instead
        way = RatingWay.TOLD if self._typed else RatingWay.SCREEN
        if self.reads_slips:
            way = RatingWay.PAPER

        def work() -> Dossier:
            return rate(
                desk.workplace,
                desk.session,
                dossier.uid,
                filling.form,
                filling.scores,
                way,
                filling.remark,
                instead=instead,
            )

        def done(after: Dossier) -> None:
            desk.nudge()
            self._say(tr("Đã ghi đánh giá hồ sơ {code}.").format(code=after.shown_code))
            if self._is_still(dossier):
                self._begin(None, None, 0)
            self._rated(after)

        def failed(error: CounterError) -> None:
            if not self._is_still(dossier):
                desk.notify(of_error(error))
            elif isinstance(error, AlreadyRatedError) and way is not RatingWay.SCREEN:
                self.busy, self._instead, self.error = False, True, " ".join(halves(error))
                self._changed()
            else:
                self._begin(None, None, 0, " ".join(halves(error)) if self.reads_slips else "")
                if not self.reads_slips:
                    desk.notify(of_error(error))

        desk.jobs.run(work, done, failed)

    def _is_still(self, dossier: Dossier) -> bool:
        return self.busy and self.dossier is dossier

    def _say(self, words: str, kind: NoticeKind = NoticeKind.OK) -> None:
        self._desk.notify(Notice(words, kind=kind, icon="star"))
