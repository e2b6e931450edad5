"""A disk that loses power: what was flushed stays, of the rest nothing, everything or pieces.

The rules are those that POSIX promises, no more: bytes stand when their file was flushed, a name
stands when its folder was. A file system that orders more than that only makes fewer disks
possible. Names are taken over in their order, as a journaling file system does; sectors in none.
"""

from __future__ import annotations

import itertools
import random
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path, PurePath

from tests.power.record import SAID, Change, What

SECTOR = 512


@dataclass(slots=True)
class File:
    """The bytes of one file: as they stand on the disk, and what was done to them since."""

    now: bytearray = field(default_factory=bytearray)
    flushed: bytes = b""
    since: list[tuple[int, bytes | None]] = field(default_factory=list)
    """(where, bytes), or (size, None) where the file was cut or made longer."""

    def wrote(self, at: int, data: bytes) -> None:
        _put(self.now, at, data)
        self.since.append((at, data))

    def cut(self, size: int) -> None:
        _cut(self.now, size)
        self.since.append((size, None))

    def flush(self) -> bool:
        """Let it stand as it is; return whether anything was done since the last time."""
        if not self.since:
            return False
        self.flushed, self.since = bytes(self.now), []
        return True

    def torn(self, chance: random.Random) -> bytes:
        """Return what a power cut leaves when some sectors came to the disk and some didn't."""
        found, odds = bytearray(self.flushed), chance.choice((0.1, 0.5, 0.9))
        for at, data in self.since:
            if data is None:
                if chance.random() < odds:
                    _cut(found, at)
                continue
            edges = [at, *range(at - at % SECTOR + SECTOR, at + len(data), SECTOR), at + len(data)]
            for begin, end in itertools.pairwise(edges):
                if chance.random() < odds:
                    _put(found, begin, data[begin - at : end - at])
        return bytes(found)


def _put(data: bytearray, at: int, piece: bytes) -> None:
    if at > len(data):
        data.extend(bytes(at - len(data)))
    data[at : at + len(piece)] = piece


def _cut(data: bytearray, size: int) -> None:
    if size <= len(data):
        del data[size:]
    else:
        data.extend(bytes(size - len(data)))


Names = dict[str, File | None]
"""Every name under the root; None stands for a folder."""

_Step = tuple[tuple[str, ...], Callable[[Names], None]]
"""The folders that must be flushed for it, and what it does to the names."""


@dataclass(frozen=True, slots=True)
class Image:
    """What is found when the power is back: files by their names, and the folders."""

    files: dict[str, bytes]
    folders: frozenset[str]

    def laid(self, root: Path) -> None:
        """Write it into the empty folder `root`."""
        for name in sorted(self.folders):
            (root / name).mkdir(mode=0o700, parents=True, exist_ok=True)
        for name, data in self.files.items():
            (root / name).write_bytes(data)
            (root / name).chmod(0o600)


class Disk:
    """Names and files from the moment before the recording, changed one by one."""

    def __init__(self, root: Path) -> None:
        self.said = bytearray()
        self.stands = 0
        """How often what is flushed became another: the same number, the same flushed disk."""
        self._files: dict[int, File] = {}
        self._names: Names = {}
        self._steps: list[_Step] = []
        for path in sorted(root.rglob("*")):
            name = str(path.relative_to(root))
            if path.is_dir():
                self._names[name] = None
            else:
                data = path.read_bytes()
                file = File(bytearray(data), data)
                self._files[path.stat().st_ino] = self._names[name] = file
        self._flushed = dict(self._names)

    def change(self, change: Change) -> None:
        """Do one recorded change."""
        if change.path == SAID:
            if change.what is What.WROTE:
                self.said += change.data
            return
        path = change.path
        match change.what:
            case What.MADE:
                made = self._files[change.inode] = File()
                self._name((path,), lambda names: names.__setitem__(path, made))
            case What.FOLDER:
                self._name((path,), lambda names: names.setdefault(path, None))
            case What.WROTE:
                self._files[change.inode].wrote(change.at, change.data)
            case What.CUT:
                self._files[change.inode].cut(change.at)
            case What.SYNCED if change.at:
                self._flush_folder(path)
            case What.SYNCED:
                self.stands += self._files[change.inode].flush()
            case What.RENAMED:
                self._rename(path, change.data.decode(), self._files[change.inode])
            case What.LINKED:
                file, other = self._files[change.inode], change.data.decode()
                self._name((other,), lambda names: names.__setitem__(other, file))
            case What.REMOVED:
                self._name((path,), lambda names: names.pop(path, None))

    def _rename(self, old: str, new: str, file: File) -> None:
        def renamed(names: Names) -> None:
            names.pop(old, None)
            names[new] = file

        self._name((old, new), renamed)

    def _name(self, paths: tuple[str, ...], act: Callable[[Names], object]) -> None:
        act(self._names)
        folders = tuple(str(PurePath(path).parent) for path in paths)
        self._steps.append((folders, act))  # type: ignore[arg-type]

    def _flush_folder(self, folder: str) -> None:
        left = []
        for folders, act in self._steps:
            if folder in folders:  # a rename between two folders goes whole with the first of them
                act(self._flushed)
                self.stands += 1
            else:
                left.append((folders, act))
        self._steps = left

    def written(self) -> Image:
        """Return what a killed process leaves: everything that it wrote."""
        return _image(self._names, lambda file: bytes(file.now))

    def flushed(self) -> Image:
        """Return what is there when nothing but the flushed came to the disk."""
        return _image(self._flushed, lambda file: file.flushed)

    def torn(self, chance: random.Random) -> Image:
        """Return what is there when some of the rest came to the disk as well."""
        names = dict(self._flushed)
        for _, act in self._steps[: chance.randint(0, len(self._steps))]:
            act(names)
        return _image(names, lambda file: file.torn(chance))


def _image(names: Names, read: Callable[[File], bytes]) -> Image:
    # Memory shared between processes doesn't outlive them: SQLite makes its -shm anew.
    there = {name: file for name, file in names.items() if not name.endswith("-shm")}
    lost = [name for name in there if not _is_reached(name, there)]
    for name in lost:
        del there[name]
    files = {name: read(file) for name, file in there.items() if file is not None}
    return Image(files, frozenset(name for name, file in there.items() if file is None))


def _is_reached(name: str, there: Names) -> bool:
    """Tell whether every folder above `name` is there: else nobody finds it."""
    above = [str(folder) for folder in PurePath(name).parents]
    return all(folder in there for folder in above if folder != ".")
