"""One paper on its way: made behind the window, printed, and recorded when it came out."""

from __future__ import annotations

from collections.abc import Callable

from counter_app.desktop.changed import Changed, dossier_changed
from counter_app.desktop.desk import Desk
from counter_app.desktop.notice import Notice, NoticeKind, of_error
from counter_app.domain.dossiers.dossier import Dossier
from counter_app.domain.errors import CounterError
from counter_app.services.printing.outcome import PrintKind, PrintOutcome
from counter_app.services.printing.receipt_paper import Document, record_printed

_WEIGHTS = {
    PrintKind.DONE: NoticeKind.OK,
    PrintKind.FILE: NoticeKind.INFO,
    PrintKind.UNCONFIRMED: NoticeKind.WARN,
    PrintKind.FAILED: NoticeKind.ERROR,
}


class PaperOut:
    """Prints papers of dossiers. `changed` hears of each that was recorded as printed."""

    def __init__(self, desk: Desk, changed: Callable[[Changed], None]) -> None:
        self._desk, self._changed = desk, changed

    def send(
        self,
        dossier: Dossier,
        make: Callable[[], Document],
        title: str,
        said: str = "",
    ) -> None:
        """Make the paper and print it; `said` is the notice's bold fact once it came out.

        What goes wrong is said, and nothing but the print is lost: the act was written before.
        """
        desk, uid = self._desk, dossier.uid

        def work() -> Document:
            try:
                return make()
            except Exception:
                desk.under_way.end(uid)
                raise

        def made(document: Document) -> None:
            if desk.printing.is_silent(document.form):  # a preview may be left without printing
                desk.under_way.begin(uid)
            else:
                desk.under_way.end(uid)
            desk.print(
                document, title, lambda outcome: self._ended(dossier, document, outcome, said)
            )

        desk.under_way.begin(uid)
        desk.jobs.run(work, made, self._failed)

    def _ended(
        self, dossier: Dossier, document: Document, outcome: PrintOutcome, said: str
    ) -> None:
        self._desk.printed(dossier, outcome)
        weight = _WEIGHTS[outcome.kind]
        if weight is NoticeKind.OK and said:
            self._desk.notify(Notice(said, outcome.words, weight, "print"))
        else:
            self._desk.notify(Notice(said or outcome.words, outcome.words if said else "", weight))
        desk, proof = self._desk, outcome.proof
        if proof is None:
            desk.under_way.end(dossier.uid)
            return

        def work() -> Dossier:
            return record_printed(desk.workplace, desk.session, dossier, document, proof)

        def done(after: Dossier) -> None:
            desk.under_way.end(dossier.uid)
            desk.nudge()
            self._changed(dossier_changed(after.uid))

        def failed(error: CounterError) -> None:
            desk.under_way.end(dossier.uid)
            self._failed(error)

        desk.jobs.run(work, done, failed)

    def _failed(self, error: CounterError) -> None:
        self._desk.notify(of_error(error))
