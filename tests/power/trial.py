"""One recorded run, and all the disks that a power cut could have left of it."""

from __future__ import annotations

import copy
import hashlib
import os
import random
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from unittest import mock

from keyring.backends.fail import Keyring

from counter_app import config
from tests.journeys.conftest import enrolled_home
from tests.power.disk import Disk, Image
from tests.power.found import Promised, found
from tests.power.record import SAID, What, own_folder, recorded
from tests.sandbox.running import RunningSandbox

FLUSHED, WRITTEN, TORN = "flushed only", "all written", "torn at 512 bytes"
KINDS = (FLUSHED, WRITTEN, TORN)
_SHARED = Path("/dev/shm")


@dataclass(slots=True)
class Tally:
    """What came of it, by kind of disk."""

    prefixes: int = 0
    flushes: int = 0
    disks: Counter[str] = field(default_factory=Counter)
    bad: Counter[str] = field(default_factory=Counter)
    conditions: Counter[str] = field(default_factory=Counter)
    faults: Counter[str] = field(default_factory=Counter)
    examples: dict[str, str] = field(default_factory=dict)

    def add(self, other: Tally) -> None:
        """Add what came of another run."""
        self.prefixes += other.prefixes
        self.flushes += other.flushes
        self.disks += other.disks
        self.bad += other.bad
        self.conditions += other.conditions
        self.faults += other.faults
        self.examples = other.examples | self.examples


@dataclass(frozen=True, slots=True)
class Cut:
    """One disk after a cut behind `at` changes; the promises of that moment."""

    at: int
    kind: str
    image: Image
    promised: Promised

    def digest(self) -> bytes:
        """Return what two cuts with the same disk and the same promises share."""
        made = hashlib.sha256(repr(sorted(self.promised.codes)).encode())
        made.update(repr((len(self.promised.entries), sorted(self.promised.scans))).encode())
        for name, data in sorted(self.image.files.items()):
            made.update(name.encode() + hashlib.sha256(data).digest())
        return made.digest()


class Trial:
    """A counter at work, recorded once; `seed` says what it does and how its disk tears."""

    def __init__(self, seed: str, acts: int, library: Path) -> None:
        self.seed = seed
        self._stack = ExitStack()
        self._folder = Path(self._stack.enter_context(_scratch()))
        self._stack.enter_context(mock.patch("keyring.get_keyring", Keyring))
        root, province = self._folder / "root", self._folder / "province"
        root.mkdir()
        province.mkdir()
        with RunningSandbox(province) as sandbox:
            with machines_own(root):
                enrolled_home(root / "home", sandbox, "1", plain=False)
            self._before = Disk(root)
            self.changes = recorded(root, library, seed, str(acts))
        self.left = root
        self.codes = Promised.of((root / SAID).read_bytes()).codes

    def __enter__(self) -> Trial:
        return self

    def __exit__(self, *_: object) -> None:
        self._stack.close()

    def cuts(self, chosen: Callable[[int], bool], unflushed: str = "") -> Iterator[Cut]:
        """Give the disks after each number of changes that is `chosen`.

        A disk that was given already, with the same promises, isn't given again. `unflushed` plants
        a fault: files with this in their names are never flushed.
        """
        chance = random.Random(f"tears of {self.seed}")
        disk = copy.deepcopy(self._before)
        seen: set[bytes] = set()
        for at in range(len(self.changes) + 1):
            if at:
                change = self.changes[at - 1]
                if not (unflushed and change.what is What.SYNCED and unflushed in change.path):
                    disk.change(change)
            if not chosen(at):
                continue
            promised = Promised.of(bytes(disk.said))
            images = {
                FLUSHED: disk.flushed(),
                WRITTEN: disk.written(),
                TORN: disk.torn(chance),
            }
            for kind, image in images.items():
                cut = Cut(at, kind, image, promised)
                if (digest := cut.digest()) not in seen:
                    seen.add(digest)
                    yield cut

    def missed(self) -> list[str]:
        """Return the files that the recording, played to its end, gives otherwise than they are."""
        disk = copy.deepcopy(self._before)
        for change in self.changes:
            disk.change(change)
        played = disk.written().files
        there = {
            str(path.relative_to(self.left)): path.read_bytes()
            for path in self.left.rglob("*")
            if path.is_file() and path.name != SAID and not path.name.endswith("-shm")
        }
        return sorted(name for name in played.keys() | there if played.get(name) != there.get(name))

    def tried(self, chosen: Callable[[int], bool], unflushed: str = "") -> Tally:
        """Open what each chosen cut leaves, and count what is wrong; `unflushed`: see `cuts`."""
        tally = Tally(prefixes=len(self.changes) + 1)
        tally.flushes = sum(change.what is What.SYNCED for change in self.changes)
        for cut in self.cuts(chosen, unflushed):
            with _scratch() as folder:
                cut.image.laid(Path(folder))
                with machines_own(Path(folder)):
                    seen = found(Path(folder) / "home", cut.promised, self.codes)
            tally.disks[cut.kind] += 1
            tally.bad[cut.kind] += bool(seen.faults)
            tally.conditions[seen.condition] += 1
            for fault in seen.faults:
                kind = f"{cut.kind}: {fault.split(':')[0]}"
                tally.faults[kind] += 1
                tally.examples.setdefault(kind, f"{self.seed} at {cut.at}: {fault}")
        return tally


@contextmanager
def machines_own(root: Path) -> Iterator[None]:
    """Let what this machine keeps outside a home lie under `root` too, on the same disk."""
    own = root / "machine" / config.HOME_NAME  # where the recorded process finds it
    with (
        mock.patch.dict(os.environ, own_folder(root)),
        mock.patch.object(config, "_machines_own", return_value=own),
    ):
        yield


def _scratch() -> tempfile.TemporaryDirectory[str]:
    return tempfile.TemporaryDirectory(
        prefix="power-", dir=_SHARED if _SHARED.is_dir() else None, ignore_cleanup_errors=True
    )
