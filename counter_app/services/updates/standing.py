"""How updates stand on this machine: for the page Cập nhật, whose officer reads and decides."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from counter_app.domain.errors import CounterError
from counter_app.domain.errors.keeping.updating import UpdateNothingReadyError, UpdateNoWayBackError
from counter_app.domain.errors.work import NotPermittedError
from counter_app.domain.officers.roles import Act
from counter_app.domain.updates.fitting import Shift
from counter_app.domain.updates.manifest import Manifest
from counter_app.services.counter.workplace import Session, Workplace
from counter_app.services.officers.permits import may
from counter_app.services.updates.applying import Updates, apply
from counter_app.services.updates.going_back import go_back, last_done
from counter_app.services.updates.package import Package, read_head
from counter_app.services.updates.shelf import Outcome, Past, Step, UpdateState
from counter_app.services.updates.taking import waiting

LISTS = ("procedures", "calendar")
"""Lists whose version is shown; form sets have ids instead."""


@dataclass(frozen=True, slots=True)
class ListInUse:
    """A list that the counter works by; `made_at` only when it came in a package."""

    name: str
    version: str
    made_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Waiting:
    """A verified package; `origin` is a folder, `shelf.SERVER` or "" for not known.

    `by_administrator`: the officer's program can't put it in place.
    """

    manifest: Manifest
    file: Path
    key: str
    origin: str
    by_administrator: bool = False


@dataclass(frozen=True, slots=True)
class Coming:
    """A package of which `have` bytes of `whole` are here; nothing of it is trusted yet."""

    manifest: Manifest
    have: int
    whole: int


@dataclass(frozen=True, slots=True)
class Standing:
    """Everything that the page shows. `past`: the newest first; `handed`: waits for its end.

    `form_sets` are the ids of those that papers are printed on.
    """

    version: str
    lists: tuple[ListInUse, ...] = ()
    form_sets: tuple[str, ...] = ()
    waiting: tuple[Waiting, ...] = ()
    coming: tuple[Coming, ...] = ()
    handed: UpdateState | None = None
    handed_file: Path = Path()
    past: tuple[Past, ...] = ()
    by_administrator: bool = False

    @property
    def now(self) -> tuple[Waiting, ...]:
        """What can be put in place from the window: not what an administrator installs."""
        if self.handed is not None:  # one at a time
            return ()
        return tuple(each for each in self.waiting if not each.by_administrator)

    @property
    def way_back(self) -> Past | None:
        """The last update that stands."""
        return next((each for each in self.past if each.outcome is Outcome.DONE), None)


def standing(updates: Updates, place: Workplace, *, by_administrator: bool) -> Standing:
    """Return how updates stand. `by_administrator`: only they may replace this program."""
    here, state = updates.here(), updates.shelf.state()
    versions = dict(place.reference.versions)
    return Standing(
        version=here.version,
        lists=tuple(ListInUse(name, versions[name], here.lists.get(name)) for name in LISTS),
        form_sets=tuple(each.id for each in place.form_sets),
        waiting=tuple(
            Waiting(
                each.manifest,
                each.file,
                each.key,
                updates.shelf.origin(each.file),
                by_administrator and each.manifest.kind.is_program,
            )
            for each in waiting(updates)
            if not (state.step is Step.HANDED and each.file.name == state.file)
        ),
        coming=tuple(_coming(updates)),
        handed=state if state.step is Step.HANDED else None,
        handed_file=updates.shelf.ready / state.file,
        past=tuple(reversed(state.past)),
        by_administrator=by_administrator,
    )


def apply_now(
    updates: Updates, place: Workplace, session: Session, files: tuple[Path, ...], open_forms: int
) -> tuple[UpdateState, ...]:
    """Put those waiting packages in place in the middle of a day; return how each ended.

    Lists come into use with the next form that is opened, a program with the next start. Raises
    NotPermittedError, UpdateDraftOpenError while anybody's dossier is open at this counter,
    UpdateNothingReadyError, and what `apply` raises.
    """
    _permitted(place, session)
    if not files or updates.shelf.state().step is Step.HANDED:
        raise UpdateNothingReadyError
    shift = Shift(open_forms=open_forms)
    return tuple(apply(updates, file, shift, by=session.officer.id) for file in files)


def go_back_now(updates: Updates, place: Workplace, session: Session) -> Past:
    """Use the lists again that were used before the last update; return which that was.

    Raises NotPermittedError, and UpdateNoWayBackError for a program: that needs a closed home.
    """
    _permitted(place, session)
    if last_done(updates).kind.is_program:
        raise UpdateNoWayBackError(count=0)
    return go_back(updates, updates.applier(False), session.officer.id)  # noqa: FBT003  lists


def may_update(place: Workplace, session: Session) -> bool:
    """Tell whether the officer may update in the middle of a day."""
    return may(place, session, Act.UPDATE)


def _permitted(place: Workplace, session: Session) -> None:
    if not may_update(place, session):
        raise NotPermittedError(officer=session.officer.name)


def _coming(updates: Updates) -> Iterator[Coming]:
    for file in sorted(updates.shelf.incoming.glob("*.part")):
        with suppress(CounterError, OSError):  # not even its head is here: nothing to tell yet
            package: Package = read_head(file)
            have = file.stat().st_size
            if have < package.size:
                yield Coming(package.manifest, have, package.size)
