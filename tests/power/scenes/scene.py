"""A scene: what a process does while it is recorded, and what must hold wherever it was cut."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from tests.power.record import SAID
from tests.sandbox.running import RunningSandbox


@dataclass(frozen=True, slots=True)
class Found:
    """In what condition the counter was found, and what is wrong with it."""

    condition: str
    faults: tuple[str, ...]


@dataclass(slots=True)
class Promised:
    """What an officer had been shown as done up to some moment."""

    acts: list[str] = field(default_factory=list)
    codes: dict[str, str] = field(default_factory=dict)
    entries: set[str] = field(default_factory=set)
    scans: dict[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, said: bytes) -> Promised:
        """Read what the child said."""
        promised = cls()
        for line in said.splitlines():
            plain = json.loads(line)
            promised.acts.append(plain["act"])
            promised.codes |= plain.get("codes", {})
            promised.entries |= set(plain.get("entries", ()))
            promised.scans |= plain.get("scans", {})
        return promised


class Telling:
    """Says in ROOT/said, outside of what is cut, what is promised from then on."""

    def __init__(self, root: Path) -> None:
        self._said = os.open(root / SAID, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)

    def __call__(
        self,
        act: str,
        *,
        entries: list[str] | None = None,
        codes: Mapping[str, str] | None = None,
        scans: Mapping[str, str] | None = None,
    ) -> None:
        plain = {"act": act, "entries": entries or [], "codes": codes or {}, "scans": scans or {}}
        os.write(self._said, json.dumps(plain).encode() + b"\n")


class Scene(Protocol):
    """One scene. `prepare` and `found` run in the tester's process, `play` in the recorded one."""

    def prepare(self, root: Path, province: RunningSandbox, seed: str) -> tuple[str, ...]:
        """Lay under `root` what is there before; return the words that `play` is given."""

    def play(self, root: Path, say: Telling, *words: str) -> None:
        """Do what is recorded."""

    def found(self, root: Path, said: Promised, whole: Promised) -> Found:
        """Open what a cut left under `root`; `said`: up to the cut, `whole`: in the whole run."""
