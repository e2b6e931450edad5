"""An older copy takes the store's place: the old store or the copy is there, never a mixture."""

from __future__ import annotations

import argparse
import json
import shutil
from collections.abc import Iterator
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path

from counter_app.app.counter import OpenCounter
from counter_app.app.home import home_key
from counter_app.cli import restore
from counter_app.config import Folders
from counter_app.domain.errors import CounterError
from counter_app.store.copies.backup import checked
from counter_app.store.mark import Condition
from tests.journeys.conftest import enrolled_home
from tests.power.scenes.opened import kept_in, opened, receive_one
from tests.power.scenes.scene import Found, Promised, Telling
from tests.sandbox.running import RunningSandbox

_RESTORED = "restored"
_COPY = "copy.db"


class Restoring:
    """The scene: two more dossiers than the copy has, and the restore is forced."""

    def prepare(self, root: Path, province: RunningSandbox, seed: str) -> tuple[str, ...]:
        """Copy the store, receive again; on odd seeds leave it as a killed program does."""
        home = enrolled_home(root / "home", province, "1", plain=False)
        with opened(home) as program:
            # What the copy lacks must be what was received since, not what opening writes.
            program.backup(root / _COPY)
            self._in_copy = set(kept_in(program)[0])
            for _ in range(2):
                receive_one(program)
            entries, codes = kept_in(program)
            if int(seed) % 2:
                shutil.copytree(home, root / "killed")
        if int(seed) % 2:
            shutil.rmtree(home)
            (root / "killed").rename(home)
        self._in_old, self._papers = set(entries), codes
        return (json.dumps(codes),)

    def play(self, root: Path, say: Telling, *words: str) -> None:
        """Restore as the command does, open, and receive."""
        say("before", codes=json.loads(words[0]))
        asked = argparse.Namespace(
            home=root / "home", file=root / _COPY, force=True, plain_store=False
        )
        with redirect_stdout(StringIO()):
            restore.run(asked)
        say(_RESTORED)
        with opened(root / "home") as program:
            dossier = receive_one(program)
            say("received", codes={dossier.shown_code: dossier.uid})

    def found(self, root: Path, said: Promised, whole: Promised) -> Found:
        """Open it: which of the two is it, and is it that wholly?"""
        faults: list[str] = []
        which = "not opened"
        try:
            with opened(root / "home") as program:
                acts, codes = kept_in(program)
                entries = set(acts)
                assert program.home.settled is not None
                condition = program.home.settled.condition
                is_old = bool(entries & (self._in_old - self._in_copy))
                which = f"{'old' if is_old else 'copy'}, {condition.value}"
                faults += self._whole(entries, said, is_old=is_old)
                if condition is Condition.RESTORED and is_old:
                    faults.append("restored: the old store was taken for a copy")
                if said.codes.keys() - self._papers.keys() - codes.keys():
                    faults.append("lost: what was received after the restore")
                faults += _numbers(program, said, is_old=is_old)
                if not (report := program.home.store.verify()).is_whole:
                    faults.append(f"verify: {report}")
            folders = Folders.at(root / "home")
            for aside in folders.home.glob("store.db.set-aside-?"):
                checked(aside, home_key(folders))
            if not is_old and not list(folders.home.glob("store.db.set-aside-?")):
                faults.append("lost: the old store wasn't set aside")
        except (CounterError, OSError, ValueError) as error:
            faults.append(f"error: {type(error).__name__} {error}")
        return Found(which, tuple(faults))

    def _whole(self, entries: set[str], said: Promised, *, is_old: bool) -> Iterator[str]:
        if is_old and not entries >= self._in_old:
            yield "mixture: an old store that lacks acts"
        if not is_old and not entries >= self._in_copy:
            yield "mixture: a copy that lacks acts"
        if is_old and _RESTORED in said.acts:
            yield "lost: the restore"


def _numbers(program: OpenCounter, said: Promised, *, is_old: bool) -> Iterator[str]:
    dossier = receive_one(program)
    if dossier.shown_code in said.codes:
        yield f"number: {dossier.shown_code} stands on two papers"
    if dossier.code and not is_old:
        yield "number: an official one from a copy, before the province was asked"
