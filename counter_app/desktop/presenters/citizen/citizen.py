"""What the citizen screen shows, by what the officer's pages show. It asks for nothing itself."""

from __future__ import annotations

from counter_app.desktop.desk import Desk
from counter_app.desktop.presenters.citizen.asking import asking
from counter_app.desktop.presenters.citizen.scenes import (
    Place,
    away,
    received,
    receiving,
    returned,
    returning,
    thanked,
    waiting,
)
from counter_app.desktop.presenters.citizen.state import CitizenState, CitizenView, Scene
from counter_app.desktop.presenters.clock_words import date_words, time_words
from counter_app.desktop.presenters.rating.round import RatingRound
from counter_app.desktop.presenters.reception.drafting.draft import ReceptionDraft
from counter_app.desktop.presenters.reception.state import ReceptionState
from counter_app.domain.dossiers.dossier import Dossier
from counter_app.domain.errors.work import ProcedureUnknownError
from counter_app.i18n import tr
from counter_app.services.dossiers.reception_plan import Plan, plan

THANKS = 60
"""So many seconds the code of a dossier stands there, unless the next citizen comes before."""

FAREWELL = 8


class CitizenScreenPresenter:
    """Nothing is worked out while the screen is closed: pages tell it at every key.

    `touch` says whether the citizen can touch the answers of a rating.
    """

    def __init__(self, desk: Desk, round_: RatingRound) -> None:
        self._desk = desk
        self._round = round_
        place = desk.workplace.enrolment
        centre = desk.workplace.reference.centre
        account = None if place.practice else centre.bank
        self._place = Place(centre.shown_name, place.counter, account)
        self._view: CitizenView | None = None
        self._touch = False
        self._away = False
        self._page: tuple[ReceptionState, ReceptionDraft] | None = None
        self._planned: tuple[ReceptionDraft, Plan | None] | None = None
        self._giving: Dossier | None = None
        self._said: Scene | None = None
        self._left = 0

    # The screen.

    def open(self, view: CitizenView, *, touch: bool) -> None:
        """Show everything on `view` from now on."""
        self._view, self._touch = view, touch
        self.present()

    def close(self) -> None:
        """Nobody looks any more."""
        self._view = None

    @property
    def is_open(self) -> bool:
        """True while somebody may look."""
        return self._view is not None

    @property
    def is_touched(self) -> bool:
        """True while the citizen can answer on the screen."""
        return self.is_open and self._touch

    def tick(self) -> None:
        """A second passed: the clock goes on, thanks end."""
        if self._left:
            self._left -= 1
            if not self._left:
                self._said = None
        self.present()

    # What the pages tell.

    def receiving(self, state: ReceptionState, draft: ReceptionDraft) -> None:
        """The reception page shows this."""
        self._page = (state, draft)
        if draft.applicant is not None:
            self._say(None)  # the next citizen is here
        self.present()

    def received(self, dossier: Dossier) -> None:
        """A dossier was received: its code, and thanks."""
        self._say(received(dossier, self._place), THANKS)

    def returning(self, dossier: Dossier | None) -> None:
        """A result is about to be handed over; None: no longer."""
        self._giving = dossier
        if dossier is not None:
            self._say(None)
        self.present()

    def returned(self) -> None:
        """A result was handed over; where a rating is asked, it lies over this."""
        self._giving = None
        self._say(returned(), FAREWELL)

    def rated(self) -> None:
        """A rating was written."""
        self._say(thanked(), FAREWELL)

    def leave(self, *, away: bool) -> None:
        """The counter is locked, or open again: behind a lock nothing of anybody is shown."""
        self._away = away
        if away:
            self._say(None)
        self.present()

    def present(self) -> None:
        """Show what there is to show."""
        if self._view is None:
            return
        now = self._desk.now()
        self._view.present(
            CitizenState(
                centre=self._place.centre,
                counter=tr("Quầy {number}").format(number=self._place.counter),
                time=time_words(now),
                day=date_words(now),
                scene=self._scene(),
            )
        )

    def _say(self, scene: Scene | None, seconds: int = 0) -> None:
        self._said, self._left = scene, seconds
        if scene is not None:
            self.present()

    def _scene(self) -> Scene:
        if self._away:
            return away()
        if (asked := asking(self._round, touch=self._touch)) is not None:
            return asked
        if self._giving is not None:
            return returning(self._giving)
        if self._said is not None:
            return self._said
        if self._page is not None:
            state, draft = self._page
            shown = receiving(state, draft, self._plan(draft), self._place)
            if shown is not None:
                return shown
        return waiting()

    def _plan(self, draft: ReceptionDraft) -> Plan | None:
        """Return what the draft would become; worked out once for each change of it."""
        if not draft.procedure:
            return None
        if self._planned is None or self._planned[0] is not draft:
            self._planned = (draft, self._planned_now(draft))
        return self._planned[1]

    def _planned_now(self, draft: ReceptionDraft) -> Plan | None:
        try:
            return plan(self._desk.workplace.reference, draft.reception(), self._desk.now())
        except ProcedureUnknownError:
            return None
