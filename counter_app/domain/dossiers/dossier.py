"""The dossier as the journal tells it: a frozen snapshot."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from counter_app.domain.acts.breach import Breach
from counter_app.domain.acts.kinds import Kind
from counter_app.domain.acts.received import Promise, Received
from counter_app.domain.acts.results import ResultPaper, Returned
from counter_app.domain.acts.steps import Printed, SupplementRequested
from counter_app.domain.dossiers.status import Status
from counter_app.domain.procedures.fees import FeeLine


@dataclass(frozen=True, slots=True)
class Step:
    """One line of the timeline. `sent` is True after the server's acknowledgement."""

    uid: str
    kind: Kind
    at: datetime
    officer: str
    counter: str
    sent: bool
    from_server: bool = False
    text: str = ""


@dataclass(frozen=True, slots=True)
class Dossier:
    """One dossier. `received` carries later corrections; `code` is the official one or "".

    `version` counts what the server knows of it; `last_uid` is the newest applied entry; `held` are
    entries that wait behind a refused one; `attention` are entries that need an officer.
    """

    uid: str
    code: str
    provisional_code: str
    status: Status
    received: Received
    promise: Promise
    version: int = 0
    last_uid: str = ""
    paused_at: datetime | None = None
    status_before_pause: Status | None = None
    supplements: tuple[SupplementRequested, ...] = ()
    extensions: int = 0
    apologies: int = 0
    demanded: tuple[FeeLine, ...] = ()
    paid: tuple[FeeLine, ...] = ()
    unit: str = ""
    results: tuple[ResultPaper, ...] = ()
    result_is_here: bool = False
    finished_at: datetime | None = None
    returned: Returned | None = None
    returned_at: datetime | None = None
    printed: tuple[Printed, ...] = ()
    breaches: tuple[Breach, ...] = ()
    flags: tuple[str, ...] = ()
    steps: tuple[Step, ...] = ()
    held: tuple[str, ...] = ()
    attention: tuple[str, ...] = ()

    @property
    def is_provisional(self) -> bool:
        """True while no official code is known."""
        return not self.code

    @property
    def shown_code(self) -> str:
        """Return the code to show: the official one when known."""
        return self.code or self.provisional_code

    @property
    def waiting(self) -> int:
        """How many of its entries the server hasn't acknowledged."""
        return sum(not step.sent for step in self.steps) + len(self.held)

    def reprints(self, form: str) -> int:
        """How often `form` was printed again as a duplicate (BẢN IN LẠI)."""
        return max((each.reprint for each in self.printed if each.form == form), default=0)
