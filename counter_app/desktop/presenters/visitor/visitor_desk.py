"""Which of a visitor's acts is open, and what its keys do on the reception page."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Protocol

from counter_app.desktop.commands import Command
from counter_app.desktop.desk import Desk
from counter_app.desktop.notice import Notice, NoticeKind, of_error
from counter_app.desktop.presenters.reception.drafting.draft import ReceptionDraft
from counter_app.desktop.presenters.steps.step_state import StepEvents
from counter_app.desktop.presenters.visitor.assisting import Assisting
from counter_app.desktop.presenters.visitor.declaring import Declaring
from counter_app.desktop.presenters.visitor.elsewhere import Elsewhere
from counter_app.desktop.presenters.visitor.guiding import Guiding
from counter_app.desktop.presenters.visitor.turning_away import RefusalPrint, TurningAway
from counter_app.desktop.presenters.visitor.visit import Visit, visit_of
from counter_app.desktop.presenters.visitor.visit_act import VisitAct, VisitView
from counter_app.desktop.scanning.meaning import CardScan, CodeScan, Meaning
from counter_app.domain.acts.kinds import Kind
from counter_app.domain.errors.work import NotPermittedError
from counter_app.i18n import tr
from counter_app.services.officers.permits import writable
from counter_app.services.visitor.declarations import Known, known_declarations
from counter_app.services.visitor.turning_away import Refusal

_KINDS = {
    Command.GUIDE: Kind.PRINTED,
    Command.DECLARATION: Kind.PRINTED,
    Command.TURN_AWAY: Kind.TURNED_AWAY,
    Command.ASSIST: Kind.ASSISTED,
    Command.ELSEWHERE: Kind.RECEIVED,
}
"""What each writes: who may not write it isn't offered it."""

_COMMANDS = {
    Command.GUIDE: "In phiếu hướng dẫn",
    Command.DECLARATION: "In tờ khai điền sẵn",
    Command.TURN_AWAY: "Từ chối tiếp nhận",
    Command.ASSIST: "Ghi hỗ trợ nộp trực tuyến",
    Command.ELSEWHERE: "Cơ quan nơi khác giải quyết",
}


class VisitorView(VisitView, Protocol):
    """The overlay of an act."""

    @property
    def is_open(self) -> bool:
        """Whether it is shown."""

    def serve(self, act: StepEvents) -> None:
        """Belong to `act` from now on."""

    def open(self) -> None:
        """Show it and take the keys."""


class ReceptionInHand(Protocol):
    """What is asked of the reception page."""

    @property
    def draft(self) -> ReceptionDraft:
        """What was entered so far."""

    @property
    def is_busy(self) -> bool:
        """True while a dossier is being written."""

    def save(self) -> None:
        """Keep the draft."""

    def decide_elsewhere(self, agency: str) -> None:
        """Let an agency of another place decide; "" the usual one again."""

    def left(self, uid: str) -> None:
        """The visitor of this draft went without a dossier: the next one begins."""


class VisitorDesk:
    """`folder` is where the office keeps templates of its own, None where there is none."""

    def __init__(
        self, desk: Desk, view: VisitorView, page: ReceptionInHand, folder: Path | None = None
    ) -> None:
        self._desk, self._view, self._page, self._folder = desk, view, page, folder
        self._act: VisitAct | None = None
        self._refusal = RefusalPrint(desk)

    def commands(self) -> Mapping[Command, str]:
        """Return what keys do here now: nothing before a procedure is chosen."""
        if self._page.draft.procedure:
            may = writable(self._desk.workplace, self._desk.session, _KINDS.values())
            return {
                command: tr(words) for command, words in _COMMANDS.items() if _KINDS[command] in may
            }
        return {Command.TURN_AWAY: tr("In lại Mẫu 03 vừa rồi")} if self._refusal.waits else {}

    def act(self, command: Command) -> bool:
        """Do a command. While an act is open every other key of the page waits behind it."""
        if command not in _COMMANDS:
            return self._view.is_open
        if self._page.is_busy or self._view.is_open:
            return True
        if command is Command.TURN_AWAY and self._refusal.waits and not self._page.draft.procedure:
            self._refusal.send()
            return True
        if not writable(self._desk.workplace, self._desk.session, (_KINDS[command],)):
            self._desk.notify(of_error(NotPermittedError(officer=self._desk.session.officer.name)))
            return True
        visit = self._visit()
        if visit is None:
            self._desk.notify(
                Notice(
                    tr("Chưa chọn thủ tục."),
                    tr(
                        "Gõ tên thủ tục ở thẻ 2 hoặc nhấn Ctrl+1 đến Ctrl+9, rồi nhấn lại phím này."
                    ),
                    NoticeKind.WARN,
                )
            )
            return True
        self._open(command, visit)
        return True

    def scanned(self, scan: Meaning) -> bool:
        """Take a portal's code while it is asked for; a card closes what is open and goes on."""
        if not self._view.is_open or self._act is None:
            return False
        if isinstance(scan, CardScan):
            self._view.close_now()
            return False
        text = scan.text or (scan.code if isinstance(scan, CodeScan) else "")
        return self._act.scanned(text)

    def close(self) -> bool:
        """Go away (Esc); False when nothing was open."""
        was_open = self._view.is_open
        if was_open:
            self._view.close_now()
        return was_open

    def _visit(self) -> Visit | None:
        draft = self._page.draft
        if not draft.procedure:
            return None
        procedures = self._desk.workplace.reference.procedures
        procedure = procedures.version_on(draft.procedure, self._desk.today())
        return visit_of(draft, procedure) if procedure is not None else None

    def _open(self, command: Command, visit: Visit) -> None:
        desk, view = self._desk, self._view
        match command:
            case Command.GUIDE:
                self._serve(Guiding(desk, view, visit))
            case Command.TURN_AWAY:
                self._serve(TurningAway(desk, view, visit, lambda done: self._away(visit, done)))
            case Command.ASSIST:
                self._serve(Assisting(desk, view, visit, lambda: self._page.left(visit.uid)))
            case Command.ELSEWHERE:
                self._serve(Elsewhere(desk, view, visit, self._page.decide_elsewhere))
            case _:
                place, folder = desk.workplace, self._folder

                def read(known: Known) -> None:
                    if not view.is_open and self._page.draft.uid == visit.uid:
                        self._serve(Declaring(desk, view, visit, known))

                desk.jobs.run(lambda: known_declarations(place, folder), read)

    def _away(self, visit: Visit, refusal: Refusal) -> None:
        self._page.left(visit.uid)
        self._refusal.send(refusal)

    def _serve(self, act: VisitAct) -> None:
        self._act = act
        self._view.serve(act)
        self._view.open()
        act.begin()
