"""The return of a result (F8): receiver, ticks, one Enter, one slip."""

from __future__ import annotations

import dataclasses
from datetime import datetime

from counter_app.desktop.desk import Desk
from counter_app.desktop.notice import Notice, NoticeKind
from counter_app.desktop.presenters.detail.paper_out import PaperOut
from counter_app.desktop.presenters.returning.hand_over import (
    ARRIVED,
    RECEIPT,
    Pile,
    arrived_item,
    given_items,
    pile_of,
    taken_items,
)
from counter_app.desktop.presenters.returning.other_receiver import (
    form_of,
    receiver_of,
    typed_of,
)
from counter_app.desktop.presenters.returning.receivers import (
    Receiver,
    Role,
    expected,
    of_card,
)
from counter_app.desktop.presenters.returning.return_state import (
    OtherPerson,
    ReceiverKind,
    ReceiverState,
    ReturnState,
    ReturnView,
)
from counter_app.desktop.presenters.returning.return_words import (
    receiver_state,
    standing_of,
    warnings_of,
)
from counter_app.desktop.presenters.steps.told_later import done_at, done_problem
from counter_app.domain.acts.kinds import Kind
from counter_app.domain.dates import vietnam_time
from counter_app.domain.dossiers.dossier import Dossier
from counter_app.domain.dossiers.status import Status
from counter_app.domain.dossiers.steps import possible
from counter_app.domain.errors import CounterError
from counter_app.domain.errors.work import FalseStepError
from counter_app.domain.people.citizen_card import CardReading
from counter_app.i18n import tr
from counter_app.services.dossiers.returning import returned_body, take_result_in
from counter_app.services.dossiers.stepping import record
from counter_app.services.printing.receipt_paper import RESULT_SLIP, make_result_slip
from counter_app.wording.sentences import problem_words, sentence


class ResultReturn:
    """Decides what the panel of the return shows and does."""

    def __init__(self, desk: Desk, view: ReturnView, papers: PaperOut) -> None:
        self._desk, self._view, self._papers = desk, view, papers
        self._dossier: Dossier | None = None
        self._pile = Pile((), (), provisional=False)
        self._ticked: frozenset[str] = frozenset()
        self._receiver: Receiver | None = None
        self._read_at: datetime | None = None
        self._other: OtherPerson | None = None
        self._tried = self._busy = False
        self._error = self._done_text = ""

    def start(self, dossier: Dossier) -> None:
        """Begin with `dossier`; asked again for the same one, what was ticked and typed stays."""
        again = self._dossier is not None and self._dossier.uid == dossier.uid
        self._dossier = dossier
        reference = dossier.received.procedure
        procedures = self._desk.workplace.reference.procedures
        pile = pile_of(dossier, procedures.with_version(reference.code, reference.version))
        if not again or pile != self._pile:
            self._pile, self._ticked = pile, pile.usual
        if not again:
            self._receiver, self._read_at = expected(dossier), None
            self._other, self._tried, self._error, self._done_text = None, False, "", ""
        self._present()
        if not again or self._other is None:
            self._view.focus_proceed()

    def stop(self) -> None:
        """Forget: the panel is closed."""
        self._dossier = None

    def card(self, reading: CardReading, at: datetime) -> bool:
        """Take the receiver's card; False while nothing can be returned here."""
        dossier = self._dossier
        if dossier is None or self._standing_in_the_way(dossier):
            return False
        self._receiver, self._read_at = of_card(dossier, reading), at
        known = self._receiver.role in (Role.APPLICANT, Role.SUBMITTER)
        self._other = None if known else typed_of(self._receiver)
        self._error, self._tried = "", False
        self._say_card(self._receiver)
        self._present()
        self._view.focus_proceed()
        return True

    def somebody_else(self) -> bool:
        """Open the form of another person (F4), or close it again."""
        if self._dossier is None or self._standing_in_the_way(self._dossier):
            return False
        if self._other is None:
            self._other = OtherPerson()
            self._present()
            self._view.focus_name()
        else:
            self._other, self._tried = None, False
            self._receiver, self._read_at = expected(self._dossier), None
            self._present()
            self._view.focus_proceed()
        return True

    def type(self, typed: OtherPerson) -> None:
        """Take what was typed of another person."""
        if self._other is not None and typed != self._other:
            self._other = typed
            self._present()

    def tell_when(self, text: str) -> None:
        """Take when it was really handed over, as typed; "" for now (ghi sau)."""
        if text != self._done_text:
            self._done_text = text
            self._present()

    def tick(self, name: str) -> None:
        """Turn a tick over."""
        if name == ARRIVED or name in self._pile.names():
            self._ticked ^= {name}
            self._present()

    def press(self, digit: str) -> bool:
        """Turn over the tick that bears this digit."""
        for item in self._items():
            if item[0] == digit:
                self.tick(item[1])
                return True
        return False

    def confirm(self) -> None:
        """Return the result and print the slip (Enter). Refused with the reason in its place."""
        dossier, receiver = self._dossier, self._read_receiver()
        self._tried = True
        if dossier is None or receiver is None or self._busy or self._reason(dossier):
            self._present()
            if self._other is not None and not self._other.name.strip():
                self._view.focus_name()
            return
        self._busy, self._error = True, ""
        self._present()
        desk, pile, ticked = self._desk, self._pile, self._ticked
        done = done_at(self._done_text, (dossier,), desk.now())

        def work() -> Dossier:
            stands = dossier
            if not stands.result_is_here:
                # It came to the counter first, and the books say so.
                stands = take_result_in(desk.workplace, desk.session, stands, pile.results, done)
            body = returned_body(
                desk.session,
                stands,
                pile.given(ticked),
                receiver.person,
                receiver.authority,
                pile.basis(ticked),
                pile.back(ticked),
            )
            body = dataclasses.replace(body, done_at=done)
            return record(desk.workplace, desk.session, stands.uid, body)

        desk.jobs.run(work, self._done, self._failed)

    def _done(self, after: Dossier) -> None:
        desk = self._desk
        self._busy = False
        self._dossier = None
        desk.nudge()
        returned = after.returned
        name = returned.receiver.name if returned else ""
        self._papers.send(
            after,
            lambda: make_result_slip(
                desk.workplace, desk.session, after, desk.fonts, desk.layout(RESULT_SLIP)
            ),
            tr("Biên nhận trả kết quả {code}").format(code=after.shown_code),
            tr("Đã trả kết quả cho {name}.").format(name=name),
        )
        self._view.returned(after)

    def _failed(self, error: CounterError) -> None:
        self._busy = False
        problems = error.problems if isinstance(error, FalseStepError) else ()
        self._error = " ".join((sentence(error), *map(problem_words, problems)))
        self._present()

    def _say_card(self, receiver: Receiver) -> None:
        said = tr("Đã đọc thẻ {name}.").format(name=receiver.person.name)
        if receiver.role is Role.APPLICANT:
            notice = Notice(said, tr("Khớp chủ hồ sơ."), NoticeKind.OK, "card")
        elif receiver.role is Role.SUBMITTER:
            notice = Notice(said, tr("Khớp người nộp."), NoticeKind.OK, "card")
        else:
            rest = tr("Không phải chủ hồ sơ hay người nộp: cần giấy tờ chứng minh.")
            notice = Notice(said, rest, NoticeKind.WARN, "card")
        self._desk.notify(notice)

    def _read_receiver(self) -> Receiver | None:
        if self._other is None:
            return self._receiver
        return receiver_of(self._other, self._desk.today(), self._receiver)

    def _items(self) -> tuple[tuple[str, str], ...]:
        """Return digit and name of the ticks that are shown now."""
        if self._dossier is None:
            return ()
        shown = (
            *given_items(self._pile, self._ticked),
            *taken_items(self._pile, self._ticked),
        )
        if self._standing_in_the_way(self._dossier):
            shown = (arrived_item(ticked=False),) if self._may_arrive(self._dossier) else ()
        return tuple((item.key, item.name) for item in shown if item.key)

    def _standing_in_the_way(self, dossier: Dossier) -> bool:
        """Tell whether there is no result here to be returned."""
        if dossier.result_is_here or dossier.status is Status.FINISHED:
            return False
        return not (ARRIVED in self._ticked and self._may_arrive(dossier))

    def _may_arrive(self, dossier: Dossier) -> bool:
        """Tell whether a result may lie here although nobody entered it yet."""
        return (
            Kind.RESULT_TAKEN_IN in possible(dossier, self._desk.now())
            and not dossier.status.stops_clock
        )

    def _reason(self, dossier: Dossier) -> str:
        if self._busy:
            return tr("Đang ghi…")
        if self._standing_in_the_way(dossier):
            return tr("Chưa có kết quả để trả.")
        if not self._pile.given(self._ticked):
            return tr("Đánh dấu ít nhất một giấy tờ kết quả.")
        if self._other is not None and not self._other.name.strip():
            return tr("Ghi họ tên người nhận.")
        if self._other is not None:
            problem = form_of(self._other, self._desk.today(), complete=False).date_problem
            if problem:
                return problem
        return done_problem(self._done_text, (dossier,), self._desk.now())

    def _receiver_state(self, receiver: Receiver) -> ReceiverState:
        kind = ReceiverKind.EXPECTED
        if self._other is not None:
            kind = ReceiverKind.OTHER
        elif self._read_at is not None:
            kind = ReceiverKind.MATCHED
        at = f"{vietnam_time(self._read_at):%H:%M}" if self._read_at else ""
        return receiver_state(kind, receiver, at)

    def _present(self) -> None:
        dossier = self._dossier
        if dossier is None:
            return
        desk, blocked = self._desk, self._standing_in_the_way(dossier)
        receiver = self._read_receiver()
        reference = desk.workplace.reference
        standing = standing_of(dossier, desk.now(), reference.calendar, reference.policy.hours)
        away = not dossier.result_is_here and dossier.status is not Status.FINISHED
        arrived = None
        if away and self._may_arrive(dossier):
            arrived = arrived_item(ticked=ARRIVED in self._ticked)
        shows = not blocked and receiver is not None
        proceed = tr("Trả kết quả và in biên nhận")
        if not dossier.result_is_here and not blocked:
            proceed = tr("Nhận về, trả và in biên nhận")
        self._view.present(
            ReturnState(
                standing=standing,
                receiver=self._receiver_state(receiver) if shows and receiver else None,
                other=(
                    form_of(self._other, desk.today(), complete=self._tried)
                    if self._other is not None and shows
                    else None
                ),
                given=given_items(self._pile, self._ticked) if shows else (),
                taken=taken_items(self._pile, self._ticked) if shows else (),
                arrived=arrived,
                warnings=(
                    warnings_of(
                        receiver,
                        read=self._read_at is not None,
                        lost=RECEIPT not in self._ticked,
                    )
                    if shows and receiver
                    else ()
                ),
                proceed=proceed,
                reason=self._reason(dossier),
                error=self._error,
                done=self._done_text if shows else None,
                done_problem=done_problem(self._done_text, (dossier,), desk.now()),
            )
        )
