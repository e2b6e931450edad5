"""The second journal is begun and written: what was said to be on it can be taken in elsewhere."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path

from counter_app.app.counter import OpenCounter
from counter_app.app.home import new_id
from counter_app.cli import journal
from counter_app.domain.errors import CounterError
from counter_app.services.counter.enrolment import read_device_key
from counter_app.services.keeping.journal_import import import_segments
from counter_app.services.keeping.second_journal import SUFFIX, folder_of, prepare
from counter_app.store.store import Store
from counter_app.vault.segments import Segment, own_key
from tests.journeys.conftest import enrolled_home
from tests.power.scenes.opened import found, kept_in, opened, receive_one
from tests.power.scenes.scene import Found, Promised, Telling
from tests.sandbox.running import RunningSandbox

_STICK = "stick"
_CHOSEN = "chosen"
_RECEIVED = 4


class Second:
    """The scene: a stick is chosen, and followed for some receptions and over a restart."""

    def prepare(self, root: Path, province: RunningSandbox, seed: str) -> tuple[str, ...]:
        """Enrol the counter; the stick is there, and empty."""
        enrolled_home(root / "home", province, "1", plain=False)
        (root / _STICK).mkdir()
        return ()

    def play(self, root: Path, say: Telling, *words: str) -> None:
        """Choose it as the command does; receive and copy."""
        asked = argparse.Namespace(home=root / "home", folder=root / _STICK, plain_store=False)
        with redirect_stdout(StringIO()):
            journal._use(asked)
        say(_CHOSEN)
        for _ in range(2):
            with opened(root / "home") as program:
                copier = program.home.second_journal()
                assert copier is not None
                for _ in range(_RECEIVED // 2):
                    dossier = receive_one(program, "online")
                    state = copier.catch_up(program.home.clock.now().at)
                    assert state.present
                    entries, _ = kept_in(program)
                    say("copied", entries=entries, codes={dossier.shown_code: dossier.uid})

    def found(self, root: Path, said: Promised, whole: Promised) -> Found:
        """Take the stick in at an empty store; then go on copying, and take it in again."""

        def more(program: OpenCounter) -> Iterator[str]:
            taken = _taken(program, root, "first")
            if missing := said.entries - taken:
                yield f"stick: {len(missing)} acts that were said to be on it"
            if _CHOSEN in said.acts and not program.home.settings.second_journal:
                yield "lost: the choice"
            if _CHOSEN not in said.acts:
                prepare(root / _STICK, program.home.enrolment())
            copier = program.home.second_journal(str(root / _STICK))
            if copier is None or not copier.catch_up(program.home.clock.now().at).present:
                yield "stick: its folder is gone"
            elif missing := set(kept_in(program)[0]) - _taken(program, root, "second"):
                yield f"stick: {len(missing)} acts didn't follow"

        try:
            return found(root / "home", said, whole.codes, more)
        except CounterError as error:
            return Found("not opened", (f"error: {type(error).__name__} {error}",))


def _taken(program: OpenCounter, root: Path, name: str) -> set[str]:
    """Return the acts that an empty store takes from the stick."""
    home = program.home
    own, folder = home.key, folder_of(root / _STICK, home.enrolment())
    device = read_device_key(home.store, own)
    assert device is not None

    def key_of(segment: Segment, _: str) -> bytes:
        found_key = own_key(segment, own)
        assert found_key is not None
        return found_key

    with Store.open(root / f"{name}.db", None) as empty:
        with empty.writing() as tx:
            tx.journal.begin_chain(new_id())
        import_segments(
            empty,
            sorted(folder.glob(f"*{SUFFIX}")),
            enrolment=home.enrolment(),
            keys=frozenset({device.public}),
            key_of=key_of,
        )
        with empty.reading() as tx:
            return {entry.uid for _, entry, _ in tx.journal.since(0, 100_000)}
