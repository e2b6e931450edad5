"""F9: write the dossier, then print it. What is committed no printer can lose (SYNC §1)."""

from __future__ import annotations

from collections.abc import Callable

from counter_app.desktop.desk import Desk
from counter_app.desktop.notice import Notice, NoticeKind, of_error
from counter_app.desktop.presenters.reception.drafting.draft import ReceptionDraft
from counter_app.desktop.printing.outcome import PrintKind, PrintOutcome
from counter_app.domain.dossiers.dossier import Dossier
from counter_app.domain.errors import CounterError
from counter_app.i18n import tr
from counter_app.services.dossiers.detail import detail
from counter_app.services.dossiers.immediate import receive_and_return
from counter_app.services.dossiers.reception import receive
from counter_app.services.dossiers.undoing import undo_reception
from counter_app.services.printing.receipt_paper import Document, make_receipt, record_printed
from counter_app.services.printing.visit_receipt import make_visit_receipt


class Finishing:
    """Receives a draft and sees its paper to the printer.

    A dossier of which no paper came out yet can be taken back as a slip of the hand (Ctrl+Z).
    """

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._unprinted: tuple[str, ReceptionDraft] | None = None

    def take_back(self, done: Callable[[ReceptionDraft], None]) -> bool:
        """Take the last dossier back if nothing was printed of it; `done` gets what was entered."""
        if self._unprinted is None:
            return False
        (uid, draft), self._unprinted = self._unprinted, None
        desk = self._desk

        def taken_back(dossier: Dossier) -> None:
            desk.received(dossier)
            desk.notify(
                Notice(
                    tr("Đã bỏ tiếp nhận {code}, chưa in giấy nào.").format(code=dossier.shown_code),
                    tr("Những gì đã nhập mở lại ở đây."),
                    NoticeKind.INFO,
                    "undo",
                )
            )
            done(draft)

        desk.jobs.run(
            lambda: undo_reception(desk.workplace, desk.session, uid),
            taken_back,
            lambda error: desk.notify(of_error(error)),
        )
        return True

    def receive(
        self,
        draft: ReceptionDraft,
        *,
        immediate: bool,
        paper: bool,
        done: Callable[[Dossier], None],
        failed: Callable[[], None],
    ) -> None:
        """Write the dossier of `draft`; `done` comes before anything is printed.

        `immediate`: its result is handed over at once, which is recorded too. `paper`: print, with
        the visitor's other dossiers on the same receipt.
        """
        desk = self._desk
        reception, uid, name = draft.reception(), draft.uid, draft_name(draft)

        def work() -> Dossier:
            act = receive_and_return if immediate else receive
            dossier = act(desk.workplace, desk.session, reception, uid)
            desk.drafts.delete(name)
            return dossier

        def written(dossier: Dossier) -> None:
            # While a paper is on its way nobody knows whether the citizen holds it.
            self._unprinted = None if immediate or paper else (dossier.uid, draft)
            desk.received(dossier)
            desk.nudge()
            done(dossier)
            if immediate:
                self._say_immediate(dossier)
            elif not paper:
                self._say_unprinted(dossier)
            if paper:
                self._print(dossier, draft)

        def refused(error: CounterError) -> None:
            desk.notify(of_error(error))
            failed()

        desk.jobs.run(work, written, refused)

    def _print(self, dossier: Dossier, draft: ReceptionDraft) -> None:
        desk, visit = self._desk, draft.visit

        def work() -> tuple[tuple[Dossier, ...], Document]:
            if not visit:
                made = make_receipt(
                    desk.workplace, desk.session, dossier, desk.fonts, desk.layout()
                )
                return (dossier,), made
            together = (*(detail(desk.workplace, uid).dossier for uid in visit), dossier)
            made = make_visit_receipt(
                desk.workplace, desk.session, together, desk.fonts, desk.layout()
            )
            return together, made

        def made(answer: tuple[tuple[Dossier, ...], Document]) -> None:
            dossiers, document = answer
            if not desk.printing.is_silent(document.form):  # it may be left without printing
                desk.under_way.end(dossier.uid)
            title = tr("Giấy tiếp nhận {code}").format(code=dossier.shown_code)
            desk.print(
                document,
                title,
                lambda outcome: self._printed(dossiers, document, outcome, draft),
            )

        def refused(error: CounterError) -> None:
            desk.under_way.end(dossier.uid)
            desk.notify(of_error(error))

        desk.under_way.begin(dossier.uid)
        desk.jobs.run(work, made, refused)

    def _printed(
        self,
        dossiers: tuple[Dossier, ...],
        document: Document,
        outcome: PrintOutcome,
        draft: ReceptionDraft,
    ) -> None:
        desk, proof = self._desk, outcome.proof
        desk.printed(dossiers[-1], outcome)
        code = dossiers[-1].shown_code
        if outcome.kind is PrintKind.DONE:
            desk.notify(Notice(tr("Đã in giấy tiếp nhận {code}.").format(code=code), icon="print"))
        elif outcome.kind is PrintKind.FILE:
            saved = tr("Đã tiếp nhận {code}.").format(code=code)
            rest = tr("Không có máy in: giấy tiếp nhận lưu thành tệp PDF.")
            desk.notify(Notice(saved, rest, NoticeKind.INFO, icon="print"))
        else:
            weight = NoticeKind.ERROR if outcome.kind is PrintKind.FAILED else NoticeKind.WARN
            desk.notify(Notice(outcome.words, kind=weight, icon="print"))
        if outcome.kind is PrintKind.FAILED and len(dossiers) == 1:
            self._unprinted = (dossiers[0].uid, draft)
        uid = dossiers[-1].uid
        if proof is None:
            desk.under_way.end(uid)
            return

        def work() -> None:
            for dossier in dossiers:
                record_printed(desk.workplace, desk.session, dossier, document, proof)

        def recorded(_: None) -> None:
            desk.under_way.end(uid)
            desk.nudge()

        def refused(error: CounterError) -> None:
            desk.under_way.end(uid)
            desk.notify(of_error(error))

        desk.jobs.run(work, recorded, refused)

    def _say_unprinted(self, dossier: Dossier) -> None:
        self._desk.notify(
            Notice(
                tr("Đã tiếp nhận {code}, in chung ở hồ sơ sau.").format(code=dossier.shown_code),
                tr("Ctrl+Z để bỏ."),
                icon="ok",
            )
        )

    def _say_immediate(self, dossier: Dossier) -> None:
        self._desk.notify(
            Notice(
                tr("Đã ghi {code}, trả kết quả ngay.").format(code=dossier.shown_code),
                tr("Không in giấy hẹn."),
                icon="ok",
            )
        )


def draft_name(draft: ReceptionDraft) -> str:
    """Return the name under which a draft is kept."""
    return f"reception-{draft.uid}"
