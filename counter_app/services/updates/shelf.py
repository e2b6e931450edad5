"""Where a home keeps packages, copies and the state of an update: `updates` beside the store.

- `update.json`: what is being done, and what was done; whole or the older one, never torn
- `incoming`: being fetched, not looked at yet
- `ready`: verified, waiting for the end of a shift; beside each a note of where it came from
- `kept`: programs that were put in place: the way back
- `before`: the store as it was before each update
- `keys`: the signed words that introduced or retired a key
"""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from enum import Enum
from pathlib import Path

from counter_app.domain.errors.keeping.updating import UpdateNotWrittenError
from counter_app.domain.journal.canonical import canonical
from counter_app.domain.plain import NotPlainError, from_plain, to_plain
from counter_app.domain.updates.manifest import PackageKind
from counter_app.durable import make_folder, write_atomically

FOLDER = "updates"
SERVER = "server"
_ORIGIN = ".from"
_PAST = 30
_FOLDERS = ("incoming", "ready", "kept", "before", "keys")


class Step(Enum):
    """How far the update under way is. HANDED: an administrator or the next start finishes it."""

    IDLE = "idle"
    COPYING = "copying"
    APPLYING = "applying"
    HANDED = "handed"


class Outcome(Enum):
    """How an update ended."""

    DONE = "done"
    FAILED = "failed"
    BACK = "back"


@dataclass(frozen=True, slots=True)
class Past:
    """One update that ended: which package, from which version, where the store was copied.

    `by` is the id of the officer who asked for it; "" when it came by itself, or by a command.
    """

    mark: str
    kind: PackageKind
    version: str
    at: datetime
    outcome: Outcome
    base: str = ""
    store_copy: str = ""
    file: str = ""
    code: str = ""
    by: str = ""


@dataclass(frozen=True, slots=True)
class UpdateState:
    """What `update.json` says. All but `step` and `past` tell of the one that was begun."""

    step: Step = Step.IDLE
    mark: str = ""
    kind: PackageKind = PackageKind.CATALOGUE
    version: str = ""
    file: str = ""
    store_copy: str = ""
    base: str = ""
    past: tuple[Past, ...] = ()
    by: str = ""

    def failed(self) -> frozenset[str]:
        """Return the marks of packages that failed here."""
        return frozenset(each.mark for each in self.past if each.outcome is not Outcome.DONE)

    def ended(self, past: Past) -> UpdateState:
        """Return the state after an update has ended."""
        return UpdateState(past=(*self.past, past)[-_PAST:])


@dataclass(frozen=True, slots=True)
class Shelf:
    """The folder of a home's updates."""

    folder: Path

    @classmethod
    def beside(cls, store_file: Path) -> Shelf:
        """Return the shelf of the home whose store that is. Nothing is made before `prepare`."""
        return cls(store_file.with_name(FOLDER))

    @property
    def incoming(self) -> Path:
        """Being fetched."""
        return self.folder / "incoming"

    @property
    def ready(self) -> Path:
        """Verified, waiting."""
        return self.folder / "ready"

    @property
    def kept(self) -> Path:
        """Programs put in place: the way back."""
        return self.folder / "kept"

    @property
    def before(self) -> Path:
        """The store before each update."""
        return self.folder / "before"

    @property
    def keys(self) -> Path:
        """Words about keys."""
        return self.folder / "keys"

    def prepare(self) -> None:
        """Make the folders, for the owner alone. Raises UpdateNotWrittenError."""
        try:
            for name in _FOLDERS:
                make_folder(self.folder / name, mode=0o700)
        except OSError as error:
            raise UpdateNotWrittenError(path=self.folder, reason=error.strerror) from error

    def note_origin(self, file: Path, origin: str) -> None:
        """Note where a package came from: SERVER, or a folder. Only words depend on it."""
        with suppress(OSError):
            file.with_suffix(_ORIGIN).write_text(origin, encoding="utf-8")

    def origin(self, file: Path) -> str:
        """Return where a package came from; "" when that isn't known."""
        try:
            return file.with_suffix(_ORIGIN).read_text(encoding="utf-8")
        except (OSError, ValueError):
            return ""

    def drop(self, file: Path) -> None:
        """Forget a package that waited, with its note."""
        file.unlink(missing_ok=True)
        file.with_suffix(_ORIGIN).unlink(missing_ok=True)

    def state(self) -> UpdateState:
        """Return what `update.json` says; nothing under way when it isn't there or unreadable."""
        try:
            return from_plain(UpdateState, json.loads((self.folder / "update.json").read_bytes()))
        except (OSError, ValueError, NotPlainError, RecursionError):
            return UpdateState()

    def is_begun(self) -> bool:
        """Tell whether an update is under way: looked at before anything of it is loaded."""
        return (self.folder / "update.json").exists() and self.state().step is not Step.IDLE

    def keep(self, state: UpdateState) -> UpdateState:
        """Write `state`; on return it is on the disk. Raises UpdateNotWrittenError."""
        try:
            write_atomically(self.folder / "update.json", canonical(to_plain(state)))
        except OSError as error:
            raise UpdateNotWrittenError(path=self.folder, reason=error.strerror) from error
        return state

    def go(self, step: Step) -> UpdateState:
        """Keep the state with another step."""
        return self.keep(replace(self.state(), step=step))
