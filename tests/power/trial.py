"""One recorded run, and all the disks that a power cut could have left of it."""

from __future__ import annotations

import copy
import hashlib
import os
import random
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from unittest import mock

from keyring.backends.fail import Keyring

from counter_app import config
from tests.power.disk import Disk, Image
from tests.power.record import SAID, Change, What, own_folder, recorded
from tests.power.scenes.every import scene
from tests.power.scenes.scene import Promised
from tests.power.tally import FLUSHED, KINDS, TORN, WRITTEN, Tally
from tests.sandbox.running import RunningSandbox

_SHARED = Path("/dev/shm")


@dataclass(frozen=True, slots=True)
class Cut:
    """One disk after a cut behind `at` changes; what was said by then.

    `covers`: how many cuts leave this very disk. What is promised only grows, so whoever finds it
    whole after the last of them would have after the others.
    """

    at: int
    kind: str
    image: Image
    said: bytes
    covers: int = 1

    def digest(self) -> bytes:
        """Return what two cuts with the same disk and the same promises share."""
        made = hashlib.sha256(self.said)
        for name, data in sorted(self.image.files.items()):
            made.update(name.encode() + hashlib.sha256(data).digest())
        return made.digest()


class Trial:
    """A scene, recorded once; `seed` says what is done in it and how its disk tears."""

    def __init__(self, name: str, seed: str, library: Path, acts: int = 4) -> None:
        self.name = f"{name}:{seed}"
        self._scene = scene(name, acts)
        self._stack = ExitStack()
        try:
            self._record(name, seed, library)
        except BaseException:
            self._stack.close()
            raise

    def _record(self, name: str, seed: str, library: Path) -> None:
        folder = Path(self._stack.enter_context(_scratch()))
        self._stack.enter_context(mock.patch("keyring.get_keyring", Keyring))
        self.left, place = folder / "root", folder / "province"
        self.left.mkdir()
        place.mkdir()
        # It stays: some scenes ask it again after the cut.
        province = self._stack.enter_context(RunningSandbox(place))
        with machines_own(self.left):
            words = self._scene.prepare(self.left, province, seed)
        self._before = Disk(self.left)
        self.changes = recorded(self.left, library, name, *words)
        self.whole = Promised.of((self.left / SAID).read_bytes())

    def __enter__(self) -> Trial:
        return self

    def __exit__(self, *_: object) -> None:
        self._stack.close()

    def cuts(
        self,
        chosen: Callable[[int], bool],
        unflushed: str = "",
        kinds: tuple[str, ...] = KINDS,
    ) -> Iterator[Cut]:
        """Give the disks after each number of changes that is `chosen`.

        A disk that was given already, with the same promises, isn't given again. `unflushed` plants
        a fault: files with this in their names are never flushed.
        """
        chance = random.Random(f"tears of {self.name}")
        disk = copy.deepcopy(self._before)
        seen: set[bytes] = set()
        for at in range(len(self.changes) + 1):
            if at:
                self._change(disk, self.changes[at - 1], unflushed)
            if not chosen(at):
                continue
            for kind in kinds:
                image = _left(disk, kind, chance)
                cut = Cut(at, kind, image, bytes(disk.said))
                if (digest := cut.digest()) not in seen:
                    seen.add(digest)
                    yield cut

    def flushed(self) -> Iterator[Cut]:
        """Give the disk with nothing but the flushed after every number of changes.

        Few changes flush anything, so most leave the disk of the one before: it is given once, with
        the last of them.
        """
        disk = copy.deepcopy(self._before)
        image, first = disk.flushed(), 0
        for at, change in enumerate(self.changes, 1):
            stood, said = disk.stands, bytes(disk.said)
            self._change(disk, change)
            if disk.stands == stood:
                continue
            following = disk.flushed()
            if following != image:
                yield Cut(at - 1, FLUSHED, image, said, at - first)
                image, first = following, at
        count = len(self.changes) + 1
        yield Cut(count - 1, FLUSHED, image, bytes(disk.said), count - first)

    @staticmethod
    def _change(disk: Disk, change: Change, unflushed: str = "") -> None:
        if not (unflushed and change.what is What.SYNCED and unflushed in change.path):
            disk.change(change)

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

    def tried(self, cuts: Iterable[Cut]) -> Tally:
        """Open what each cut leaves, and count what is wrong."""
        tally = Tally(runs=1, prefixes=len(self.changes) + 1)
        tally.flushes = sum(change.what is What.SYNCED for change in self.changes)
        for cut in cuts:
            said = Promised.of(cut.said)
            with _scratch() as folder:
                root = Path(folder)
                cut.image.laid(root)
                with machines_own(root):
                    seen = self._scene.found(root, said, self.whole)
            tally.count(cut.kind, cut.covers, seen, f"{self.name} at {cut.at}")
        return tally


def _left(disk: Disk, kind: str, chance: random.Random) -> Image:
    if kind == TORN:
        return disk.torn(chance)
    return disk.written() if kind == WRITTEN else disk.flushed()


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
