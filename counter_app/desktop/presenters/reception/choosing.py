"""Which procedure: searched, taken from the favourites, copied; then its case."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from counter_app.desktop.desk import Desk
from counter_app.desktop.presenters.reception.drafting.draft import ReceptionDraft, with_procedure
from counter_app.desktop.presenters.reception.state import Block
from counter_app.desktop.presenters.reception.work import Work
from counter_app.domain.dossiers.dossier_line import DossierLine
from counter_app.domain.dossiers.status import Status
from counter_app.domain.procedures.procedure import Procedure
from counter_app.domain.procedures.search import Found, Match, ProcedureIndex
from counter_app.services.counter.reference import Reference
from counter_app.services.dossiers.usage import favourites as read_favourites
from counter_app.services.dossiers.usage import uses as read_uses

_SHOWN = 30


class Choosing:
    """The second card's decisions. Until `learn` has come home it finds nothing."""

    def __init__(self, desk: Desk, work: Work, go_on: Callable[[], None]) -> None:
        self._desk = desk
        self._work = work
        self._go_on = go_on
        self._index: ProcedureIndex | None = None
        self._learnt_on: date | None = None
        self._sent: Reference | None = None
        self._procedure: Procedure | None = None
        self.favourites: tuple[str, ...] = ()
        self.size = 0

    def learn(self) -> None:
        """Build the index of procedures in force today, by what is used most here.

        Called when a form opens: lists that the province sent come into use now. Where a procedure
        was chosen meanwhile, that dossier is received by the lists that it was begun with.
        """
        workplace, officer, today = (
            self._desk.workplace,
            self._desk.session.officer.id,
            self._desk.today(),
        )
        known = self._index if self._learnt_on == today else None
        sent = self._sent

        def work() -> tuple[Reference | None, ProcedureIndex, tuple[str, ...]]:
            fresh = workplace.renew() or sent
            used = read_uses(workplace, officer)
            chosen = read_favourites(workplace, officer)
            if known is not None and fresh is None:
                return None, known.with_uses(used), chosen
            procedures = (fresh or workplace.reference).procedures
            return fresh, ProcedureIndex(procedures.in_force(today), used), chosen

        def done(answer: tuple[Reference | None, ProcedureIndex, tuple[str, ...]]) -> None:
            fresh, index, self.favourites = answer
            self._sent = fresh
            if fresh is not None and self._work.draft.procedure:
                return  # at the next form
            if fresh is not None:
                workplace.renewed(fresh)
                self._sent = self._procedure = None
            self._index, self._learnt_on = index, today
            self.size = len(self._index)
            self.search(self._work.ui.typed_procedure)

        self._desk.jobs.run(work, done)

    @property
    def procedure(self) -> Procedure | None:
        """The chosen procedure."""
        code = self._work.draft.procedure
        if not code:
            return None
        if self._procedure is None or self._procedure.code != code:
            procedures = self._desk.workplace.reference.procedures
            self._procedure = procedures.version_on(code, self._desk.today())
        return self._procedure

    @property
    def favourite_names(self) -> tuple[str, ...]:
        """The names of the favourites, for the overlay of keys."""
        procedures, today = self._desk.workplace.reference.procedures, self._desk.today()
        found = (procedures.version_on(code, today) for code in self.favourites)
        return tuple(each.name if each else "" for each in found)

    @property
    def is_searching(self) -> bool:
        """True while Enter takes a row of the list."""
        ui = self._work.ui
        return bool(ui.matches) and (not self._work.draft.procedure or bool(ui.typed_procedure))

    @property
    def case_is_open(self) -> bool:
        """True while one of the procedure's cases must be chosen."""
        procedure = self.procedure
        if procedure is None or self._work.ui.typed_procedure or self._work.ui.duplicate:
            return False
        return bool(procedure.case_names) and not self._work.draft.case

    def find(self, text: str, limit: int) -> Found:
        """Return the procedures that fit `text`, for the quick line."""
        return self._index.find(text, limit) if self._index is not None else Found((), 0)

    def search(self, text: str) -> None:
        """Show what fits `text`; nothing typed proposes what this citizen or officer asks most."""
        if self._index is None:
            self._work.show(typed_procedure=text)
            return
        found = self._index.find(text, _SHOWN)
        matches = found.matches if text.strip() else self._proposed(found.matches)
        self._work.show(typed_procedure=text, matches=matches, total=found.total, match_at=0)

    def propose(self) -> None:
        """Show what is likely, when the search line comes up empty."""
        if not self._work.draft.procedure and not self._work.ui.matches:
            self.search(self._work.ui.typed_procedure)

    def take(self, at: int) -> None:
        """Take a row of the list."""
        matches = self._work.ui.matches
        if 0 <= at < len(matches):
            self._take(matches[at].procedure)

    def take_favourite(self, at: int) -> bool:
        """Take the favourite `at` (from 0); False when there is none."""
        return at < len(self.favourites) and self.take_code(self.favourites[at])

    def take_code(self, code: str) -> bool:
        """Take the procedure `code`; False when none is in force."""
        procedures = self._desk.workplace.reference.procedures
        procedure = procedures.version_on(code, self._desk.today())
        if procedure is None:
            return False
        self._take(procedure)
        return True

    def take_case(self, at: int) -> None:
        """Take one of the procedure's cases."""
        procedure = self.procedure
        if procedure is None or not 0 <= at < len(procedure.case_names):
            return
        draft = with_procedure(self._work.draft, procedure, procedure.case_names[at])
        self._work.edit(draft)
        self._go_on()

    def copy(self, last: ReceptionDraft) -> None:
        """Take procedure, papers and delivery from the dossier before; on an empty page, people."""
        draft = self._work.draft
        if draft.applicant is None:
            draft = replace(
                draft,
                applicant=last.applicant,
                submitter=last.submitter,
                authority=last.authority,
                related=last.related,
            )
        procedures = self._desk.workplace.reference.procedures
        procedure = procedures.version_on(last.procedure, self._desk.today())
        if procedure is None:
            self._work.edit(draft)
            self._go_on()
            return
        case = last.case if last.case in procedure.case_names else ""
        draft = replace(
            with_procedure(draft, procedure, case),
            counts=last.counts,
            exemption=last.exemption,
            delivery=last.delivery,
        )
        self._work.edit(draft, typed_procedure="", duplicate=self._duplicate(procedure.code))
        self._go_on()

    def follow(self) -> None:
        """The draft went back: what depends on it follows."""
        self._work.show(duplicate=None, typed_procedure="")

    def _take(self, procedure: Procedure) -> None:
        draft = with_procedure(self._work.draft, procedure)
        duplicate = self._duplicate(procedure.code)
        self._work.edit(
            draft, typed_procedure="", match_at=0, case_at=0, duplicate=duplicate, paper_at=0
        )
        if duplicate is not None:
            self._work.show(current=Block.PROCEDURE)
        else:
            self._go_on()

    def _duplicate(self, code: str) -> DossierLine | None:
        known = self._work.ui.known
        if known is None:
            return None
        same = [each for each in known.open if each.procedure[:8] == code[:8]]
        same.sort(key=_urgency)
        return next(iter(same), None)

    def _proposed(self, matches: tuple[Match, ...]) -> tuple[Match, ...]:
        """Put what this citizen asked for before in front."""
        known = self._work.ui.known
        if known is None or self._index is None:
            return matches
        asked = known.procedures[:2]
        first = [each for code in asked for each in self._index.find(code, 1).matches]
        codes = {each.procedure.code for each in first}
        return (*first, *(each for each in matches if each.procedure.code not in codes))


def _urgency(line: DossierLine) -> int:
    """What waits to be received comes first, then what waits for this citizen's supplement."""
    return {Status.NEW: 0, Status.WAITING_SUPPLEMENT: 1}.get(line.status, 2)
