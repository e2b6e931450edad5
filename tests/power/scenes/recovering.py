"""A restored counter asks its province and goes on under a new epoch: no number twice."""

from __future__ import annotations

import argparse
import dataclasses
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, redirect_stdout
from io import StringIO
from pathlib import Path

from counter_app.app.counter import OpenCounter
from counter_app.cli import restore
from counter_app.domain.errors import CounterError
from counter_app.sync.round import run_round
from tests.journeys.conftest import enrolled_home
from tests.power.scenes.opened import kept_in, opened, receive_one
from tests.power.scenes.scene import Found, Promised, Telling
from tests.sandbox.running import RunningSandbox

_ASKS, _ASKED = "asks", "asked"
_SERVER = "sandbox.db"
_ROUNDS = 4
"""A cut after the first opening leaves two chains to announce, a round each; then come numbers."""


class Recovering:
    """The scene. What the province knew after each round is kept beside it, for what was cut."""

    def prepare(self, root: Path, province: RunningSandbox, seed: str) -> tuple[str, ...]:
        """Restore a copy that lacks dossiers of which the province knows one and not the other."""
        home = enrolled_home(root / "home", province, "1", plain=False)
        with opened(home) as program:
            program.home.round()
            program.backup(root / "copy.db")
            receive_one(program)
            program.home.round()
            receive_one(program)
            _, codes = kept_in(program)
        asked = argparse.Namespace(home=home, file=root / "copy.db", force=True, plain_store=False)
        with redirect_stdout(StringIO()):
            restore.run(asked)
        self._papers = codes
        self._server = root.parent / "province" / _SERVER
        self._kept = root.parent / "kept"
        self._kept.mkdir()
        _copy(self._server, self._kept / "0.db")
        return str(self._server), str(self._kept)

    def play(self, root: Path, say: Telling, *words: str) -> None:
        """Receive provisionally, ask the province, receive with new numbers, ask again."""
        server, kept = map(Path, words)
        with opened(root / "home") as program:
            for number in (1, 2):
                _receives(program, say)
                say(_ASKS)
                program.home.round()
                _copy(server, kept / f"{number}.db")
                say(_ASKED)
            _receives(program, say)
        with opened(root / "home") as program:
            _receives(program, say)

    def found(self, root: Path, said: Promised, whole: Promised) -> Found:
        """Open it and receive; if the province stands as it did then, ask it and receive again."""
        faults: list[str] = []
        way = "not opened"
        try:
            with opened(root / "home") as program:
                settled = program.home.settled
                way = settled.condition.value if settled else "not settled"
                _, codes = kept_in(program)
                missing = set(said.codes.values()) - set(codes.values())
                if missing:
                    faults.append(f"lost: {len(missing)} dossiers")
                faults += self._receives(program, said)
                if said.acts.count(_ASKS) == said.acts.count(_ASKED):
                    way += ", asked again"
                    faults += self._asks(program, said, said.acts.count(_ASKED))
                if not (report := program.home.store.verify()).is_whole:
                    faults.append(f"verify: {report}")
        except (CounterError, OSError, ValueError) as error:
            faults.append(f"error: {type(error).__name__} {error}")
        return Found(way, tuple(faults))

    def _receives(self, program: OpenCounter, said: Promised) -> Iterator[str]:
        code = receive_one(program).shown_code
        if code in self._papers or code in said.codes:
            yield f"number: {code} stands on two papers"

    def _asks(self, program: OpenCounter, said: Promised, number: int) -> Iterator[str]:
        with tempfile.TemporaryDirectory() as name:
            _copy(self._kept / f"{number}.db", Path(name) / _SERVER)
            with RunningSandbox(Path(name)) as province:
                for _ in range(_ROUNDS):
                    doors = dataclasses.replace(
                        program.home.doors(), gateway=program.home.gateway(province.url)
                    )
                    try:
                        report = run_round(doors)
                    finally:
                        doors.gateway.close()
                    if report.error is not None:
                        yield f"round: {report.error}"
                    if not report.recovered:
                        break
        dossier = receive_one(program)
        if not dossier.code:
            yield "number: only a provisional one after the province was asked"
        if dossier.shown_code in self._papers or dossier.shown_code in said.codes:
            yield f"number: {dossier.shown_code} stands on two papers"


def _receives(program: OpenCounter, say: Telling) -> None:
    dossier = receive_one(program)
    say("received", codes={dossier.shown_code: dossier.uid})


def _copy(source: Path, target: Path) -> None:
    with closing(sqlite3.connect(source)) as origin, closing(sqlite3.connect(target)) as copy:
        origin.backup(copy)
