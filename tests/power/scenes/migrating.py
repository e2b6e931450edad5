"""An older program's store is opened: the old one or the new one is there, and the copy, whole."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from alembic import command

from counter_app.app.home import home_key
from counter_app.config import Folders
from counter_app.domain.errors import CounterError
from counter_app.store.copies.backup import checked
from counter_app.store.engine import connect, open_migration_engine
from counter_app.store.migrate import REVISIONS, configuration, revision_of
from tests.journeys.conftest import enrolled_home
from tests.power.scenes.opened import found, kept_in, opened, receive_one
from tests.power.scenes.scene import Found, Promised, Telling
from tests.sandbox.running import RunningSandbox


class Migrating:
    """The scene; the seed says how old the store is."""

    def prepare(self, root: Path, province: RunningSandbox, seed: str) -> tuple[str, ...]:
        """Enrol a counter, and take its store back to an older revision."""
        home = enrolled_home(root / "home", province, "1", plain=False)
        with opened(home) as program:
            entries, codes = kept_in(program)
        self._older = REVISIONS[int(seed) % (len(REVISIONS) - 1)]
        folders = Folders.at(home)
        key = home_key(folders)
        engine = open_migration_engine(folders.store_file, key)
        with engine.connect() as connection, connection.begin():
            command.downgrade(configuration(connection), self._older)
        return json.dumps(entries), json.dumps(codes)

    def play(self, root: Path, say: Telling, *words: str) -> None:
        """Open it, which migrates it, and receive."""
        entries, codes = map(json.loads, words)
        say("before", entries=entries, codes=codes)
        with opened(root / "home") as program:
            say("migrated")
            dossier = receive_one(program, "online")
            say("received", codes={dossier.shown_code: dossier.uid})

    def found(self, root: Path, said: Promised, whole: Promised) -> Found:
        """Look for the copy, open the store and use it."""
        folders = Folders.at(root / "home")
        faults: list[str] = []
        try:
            key = home_key(folders)
            with closing(connect(folders.store_file, key)) as store:
                revision = revision_of(store, folders.store_file)
            faults += self._copies(folders.store_file, key, is_new=revision == REVISIONS[-1])
        except (CounterError, OSError, ValueError) as error:
            return Found("not opened", (f"error: {type(error).__name__} {error}",))
        if revision not in (self._older, REVISIONS[-1]):
            faults.append(f"migration: half, {revision}")
        if "migrated" in said.acts and revision != REVISIONS[-1]:
            faults.append("lost: the migration")
        after = found(root / "home", said, whole.codes)
        age = "new" if revision == REVISIONS[-1] else "old"
        return Found(f"{age}, {after.condition}", (*faults, *after.faults))

    def _copies(self, store: Path, key: bytes | None, *, is_new: bool) -> Iterator[str]:
        copies = sorted(store.parent.glob(f"{store.name}.before-{self._older}-?"))
        if is_new and not copies:
            yield "copy: none was there when the new tables were"
        for copy in copies:
            try:
                checked(copy, key)
                with closing(connect(copy, key)) as old:
                    revision = revision_of(old, copy)
            except CounterError as error:
                yield f"copy: {type(error).__name__} {error}"
            else:
                if revision != self._older:
                    yield f"copy: of revision {revision}"
