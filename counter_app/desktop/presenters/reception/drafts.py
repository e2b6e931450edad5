"""Drafts (đang làm dở): kept while typing, put aside, brought back after a crash."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from counter_app.desktop.desk import Desk
from counter_app.desktop.notice import Notice, NoticeKind, of_error
from counter_app.desktop.presenters.reception.drafting.draft import ReceptionDraft
from counter_app.desktop.presenters.reception.finishing import draft_name
from counter_app.desktop.presenters.reception.work import Work
from counter_app.domain.errors import CounterError
from counter_app.domain.plain import NotPlainError, from_plain, to_plain
from counter_app.i18n import tr
from counter_app.services.counter.draft_book import Draft
from counter_app.services.dossiers.stepping import known

_PREFIX = "reception-"


@dataclass(frozen=True, slots=True)
class Parked:
    """A draft that lies aside, as a list shows it."""

    draft: ReceptionDraft
    name: str
    procedure: str
    at: datetime


class DraftKeeper:
    """Keeps the draft in hand, and those that were put aside for later."""

    def __init__(self, desk: Desk, work: Work) -> None:
        self._desk = desk
        self._work = work
        self._kept: ReceptionDraft | None = None
        self._aside: tuple[ReceptionDraft, ...] = ()
        self._complained = False
        self._written: set[str] = set()
        self._parked_last = ""

    @property
    def aside(self) -> tuple[Parked, ...]:
        """The drafts that were put aside, newest first."""
        return tuple(self._parked(each) for each in reversed(self._aside))

    def save(self) -> None:
        """Keep the draft in hand, if it changed since. A full disk is said once, not at each key.

        One whose dossier was written meanwhile isn't kept: two threads may overtake each other.
        """
        draft, desk = self._work.draft, self._desk
        if draft == self._kept or (draft.is_empty and self._kept is None):
            return
        self._kept = draft
        name, officer, now = draft_name(draft), desk.session.officer.id, desk.now()

        def work() -> CounterError | None:
            if draft.is_empty or draft.uid in self._written:
                return desk.drafts.delete(name)
            return desk.drafts.save(name, officer, to_plain(draft), now)

        def done(error: CounterError | None) -> None:
            if error is not None:
                self._kept = None
                if not self._complained:
                    desk.notify(of_error(error))
            elif self._work.draft.uid == draft.uid:
                self._work.show(saved_at=now)
            self._complained = error is not None

        desk.jobs.run(work, done)

    def bring_back(self, then: Callable[[], None]) -> None:
        """Bring back what was under way when the program ended, however it ended."""
        desk = self._desk
        officer = desk.session.officer.id

        def done(drafts: tuple[Draft, ...]) -> None:
            found = [each for draft in drafts if (each := _read(draft)) is not None]
            if not found or not self._work.draft.is_empty:
                self._aside = tuple(found)
                self._work.show()
                return
            *aside, last = found
            self._aside, self._kept = tuple(aside), last
            grey = tr("Bản nháp lúc {time} đã được mở lại, không mất gì.").format(
                time=f"{drafts[-1].at:%H:%M}"
            )
            self._work.begin(last, grey=grey)
            then()

        desk.jobs.run(lambda: _unwritten(desk, desk.drafts.all(officer)), done)

    def park(self) -> None:
        """Put the draft in hand aside, and begin a new one."""
        if not self._work.draft.is_empty:
            self.save()
            self._aside = (*self._aside, self._work.draft)
            self._parked_last = self._work.draft.uid
            self._desk.notify(
                Notice(
                    tr("Hồ sơ đang nhập đã để vào Đang làm dở."),
                    tr("Ctrl+Z để lấy lại."),
                    NoticeKind.INFO,
                    "note",
                )
            )
        self.begin_new()

    def take_back(self) -> bool:
        """Go on with the draft that was put aside last; False when there is none."""
        uid, self._parked_last = self._parked_last, ""
        if not any(each.uid == uid for each in self._aside):
            return False
        self.take_up(uid)
        return True

    def begin_with(self, draft: ReceptionDraft) -> None:
        """Put `draft` in hand; one that is under way goes aside."""
        if not self._work.draft.is_empty:
            self.park()
        self._kept = None
        self._work.begin(draft)

    def take_up(self, uid: str) -> None:
        """Go on with a draft that lies aside; the one in hand goes aside instead."""
        wanted = next((each for each in self._aside if each.uid == uid), None)
        if wanted is None:
            return
        self.save()
        rest = tuple(each for each in self._aside if each.uid != uid)
        in_hand = self._work.draft
        self._aside = rest if in_hand.is_empty else (*rest, in_hand)
        self._kept = wanted
        self._work.begin(wanted)

    def throw_away(self, uid: str) -> None:
        """Forget a draft that lies aside."""
        gone = next((each for each in self._aside if each.uid == uid), None)
        if gone is None:
            return
        self._aside = tuple(each for each in self._aside if each.uid != uid)
        drafts, name = self._desk.drafts, draft_name(gone)

        def done(error: CounterError | None) -> None:
            if error is not None:
                self._desk.notify(of_error(error))

        self._desk.jobs.run(lambda: drafts.delete(name), done)
        self._work.show()

    def written(self, uid: str) -> None:
        """Say that the dossier of a draft is about to be written."""
        self._written.add(uid)

    def not_written(self, uid: str) -> None:
        """Say that it wasn't."""
        self._written.discard(uid)

    def begin_new(self, *, same: ReceptionDraft | None = None, visit: tuple[str, ...] = ()) -> None:
        """Begin the next dossier; of the same people when `same` is given."""
        draft = ReceptionDraft(self._desk.workplace.new_id(), self._desk.now(), visit=visit)
        known = None
        if same is not None:
            draft = replace(
                draft,
                applicant=same.applicant,
                card_at=same.card_at,
                address_later=same.address_later,
                seen=same.seen,
                submitter=same.submitter,
                authority=same.authority,
                related=same.related,
                # The same visit was on paper, too; each dossier has a number of its own there.
                paper=replace(same.paper, number="") if same.paper is not None else None,
            )
            known = self._work.ui.known
        self._kept = None
        self._work.begin(draft, known=known)

    def _parked(self, draft: ReceptionDraft) -> Parked:
        reference = self._desk.workplace.reference
        procedure = (
            reference.procedures.version_on(draft.procedure, self._desk.today())
            if draft.procedure
            else None
        )
        name = draft.applicant.name if draft.applicant else tr("Chưa có chủ hồ sơ")
        chosen = procedure.name if procedure else tr("Chưa chọn thủ tục")
        return Parked(draft, name, chosen, draft.begun_at)


def _unwritten(desk: Desk, drafts: tuple[Draft, ...]) -> tuple[Draft, ...]:
    """Leave out drafts whose dossiers were written before the program was killed."""
    left = []
    for draft in drafts:
        uid = draft.name.removeprefix(_PREFIX)
        if known(desk.workplace, uid):
            desk.drafts.delete(draft.name)
        else:
            left.append(draft)
    return tuple(left)


def _read(draft: Draft) -> ReceptionDraft | None:
    """Return a kept draft; None for one that another version of the program wrote differently."""
    if not draft.name.startswith(_PREFIX):
        return None
    try:
        return from_plain(ReceptionDraft, draft.data)
    except NotPlainError:
        return None
