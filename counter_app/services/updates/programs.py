"""Puts programs in their place: side by side in a folder of ours, or by the administrator's hand.

Where the program lies in a folder that the officer may write (`versions/1.2.0/` beside others), a
new one is unpacked beside the old one, tries the copy of the store, and a one-line file `current`
says which one starts (`installer/launcher.sh`). Where the system's installer put it, nobody but an
administrator may replace it: the package waits for `counter-app update install`.
"""

from __future__ import annotations

import os
import platform
import shutil
import subprocess
import sys
import tarfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from counter_app.domain.errors.keeping.updating import (
    UpdateContentError,
    UpdateNotMadeError,
    UpdateNoWayBackError,
)
from counter_app.domain.updates.manifest import Manifest, Part
from counter_app.durable import make_folder, sync_folder, write_atomically
from counter_app.services.updates.package import Package, disk_words, unpack
from counter_app.services.updates.shelf import Step

PROGRAM = "counter-app.exe" if sys.platform == "win32" else "counter-app"
_TRY_SECONDS = 600
_WAIT_SECONDS = 60
_SYSTEM_SUFFIX = {"linux": ".deb", "windows": ".exe"}

Probe = Callable[[Path, Path], str]
"""Lets the program at a path try a copy of the store; returns why not, "" when all is well."""


def this_platform() -> str:
    """Return what packages call this machine: `linux-x86_64`, `windows-x86_64`."""
    names = {"AMD64": "x86_64", "amd64": "x86_64", "arm64": "aarch64"}
    machine = platform.machine()
    return f"{platform.system().lower()}-{names.get(machine, machine)}"


def program_root() -> Path | None:
    """Return the folder with `versions` that this program runs from and may write; None: none."""
    own = Path(sys.executable).resolve().parent
    root = own.parent.parent
    is_ours = own.parent.name == "versions" and (root / "current").is_file()
    return root if is_ours and os.access(root, os.W_OK) else None


@dataclass(frozen=True, slots=True)
class FolderProgram:
    """The applier of programs in a folder of ours. `running` is the version that runs now."""

    root: Path
    running: str
    probe: Probe

    def apply(self, package: Package, copy: Path) -> Step:
        """Unpack, let the new program try the copied store, and turn the pointer to it.

        Raises UpdateContentError, UpdateNotMadeError and disk errors; the pointer stays then.
        """
        version = package.manifest.version
        part = _part(package.manifest, ".tar.gz")
        target = self.root / "versions" / version
        draft = target.with_name(f".{version}.part")
        archive = draft.with_name(f".{version}.archive.part")
        trial = copy.with_name(f".{copy.name}.trial.part")
        try:
            shutil.rmtree(draft, ignore_errors=True)
            make_folder(draft)
            unpack(package, part, archive)
            _extract(archive, draft, part.name)
            archive.unlink()
            shutil.copyfile(copy, trial)
            why = self.probe(draft / PROGRAM, trial)
            if why:
                raise UpdateNotMadeError(version=version, reason=why)
            shutil.rmtree(target, ignore_errors=True)
            draft.replace(target)
            sync_folder(target.parent)
            write_atomically(self.root / "previous", f"{self.running}\n".encode(), mode=0o644)
            (self.root / "tried").unlink(missing_ok=True)
            write_atomically(self.root / "trying", f"{version}\n".encode(), mode=0o644)
            write_atomically(self.root / "current", f"{version}\n".encode(), mode=0o644)
        except OSError as error:
            raise disk_words(error, target, part.size) from error
        finally:
            archive.unlink(missing_ok=True)
            shutil.rmtree(draft, ignore_errors=True)
            for each in copy.parent.glob(f"{trial.name}*"):
                each.unlink(missing_ok=True)
        return Step.HANDED

    def stands(self, mark: str, version: str) -> bool | None:
        """Tell by who runs and where the pointer points; None: the new one wasn't started yet."""
        del mark
        if self.running == version:
            return True
        return None if self._said("current") == version else False

    def undo(self, mark: str, version: str) -> None:
        """Turn the pointer back to the program that runs, and drop what was only half there."""
        del mark
        try:
            if self._said("current") == version != self.running:
                write_atomically(self.root / "current", f"{self.running}\n".encode(), mode=0o644)
            for name in ("trying", "tried"):
                (self.root / name).unlink(missing_ok=True)
            for half in (self.root / "versions").glob(".*.part"):
                shutil.rmtree(half) if half.is_dir() else half.unlink(missing_ok=True)
        except OSError as error:
            raise disk_words(error, self.root, 0) from error

    def confirm(self) -> None:
        """The new program has opened the home: the launcher needn't go back by itself."""
        for name in ("trying", "tried"):
            (self.root / name).unlink(missing_ok=True)

    def go_back(self, mark: str) -> None:
        """Let the previous program start next. Raises UpdateNoWayBackError."""
        del mark
        before = self._said("previous")
        if not before or not (self.root / "versions" / before).is_dir():
            raise UpdateNoWayBackError(count=0)
        try:
            write_atomically(self.root / "current", f"{before}\n".encode(), mode=0o644)
        except OSError as error:
            raise disk_words(error, self.root, 0) from error
        self.confirm()

    def _said(self, name: str) -> str:
        try:
            return (self.root / name).read_text("utf-8").strip()
        except (OSError, ValueError):
            return ""


@dataclass(frozen=True, slots=True)
class SystemProgram:
    """The applier where only an administrator may write: the package waits for them."""

    running: str

    def apply(self, package: Package, copy: Path) -> Step:
        """Hand it over; `install_command` is what the administrator's command runs."""
        del copy
        system_part(package.manifest)
        return Step.HANDED

    def stands(self, mark: str, version: str) -> bool | None:
        """Tell by who runs; nobody can tell when the administrator comes."""
        del mark
        return True if self.running == version else None

    def undo(self, mark: str, version: str) -> None:
        """Nothing was done here."""

    def confirm(self) -> None:
        """Nothing: the system's installer keeps its own way back."""

    def go_back(self, mark: str) -> None:
        """Not here. Raises UpdateNoWayBackError."""
        del mark
        raise UpdateNoWayBackError(count=0)


def system_part(manifest: Manifest) -> Part:
    """Return the installer in a package for this system. Raises UpdateContentError."""
    return _part(manifest, _SYSTEM_SUFFIX.get(platform.system().lower(), "?"))


def install_command(installer: Path) -> tuple[str, ...]:
    """Return what puts that installer in place, silently, with an administrator's rights.

    Windows' can't replace a program that runs: it waits for the one that began it to end.
    """
    if installer.suffix == ".deb":
        return ("dpkg", "--install", str(installer))
    return (str(installer), "/S", f"/WAIT={_WAIT_SECONDS}")


def try_copy(options: tuple[str, ...], program: Path, copy: Path) -> str:
    """Let `program` migrate and check `copy`; return what it said when it can't, else ""."""
    command = [str(program), "update", "try", str(copy), *options]
    try:
        done = subprocess.run(  # noqa: S603  a program whose signature was verified
            command, capture_output=True, text=True, timeout=_TRY_SECONDS, check=False
        )
    except (OSError, subprocess.SubprocessError) as error:
        return str(error)
    lines = (done.stderr or done.stdout or f"exit {done.returncode}").strip().splitlines()
    return "" if done.returncode == 0 else lines[-1][:200]


def _part(manifest: Manifest, suffix: str) -> Part:
    found = next((each for each in manifest.parts if each.name.endswith(suffix)), None)
    if found is None:
        raise UpdateContentError(part=manifest.parts[0].name)
    return found


def _extract(archive: Path, target: Path, name: str) -> None:
    """Unpack files, folders and links that stay inside. Raises UpdateContentError for others."""
    try:
        with tarfile.open(archive, "r:gz") as source:
            members = source.getmembers()
            for each in members:
                path = PurePosixPath(each.name)
                inside = not path.is_absolute() and ".." not in path.parts
                link = PurePosixPath(each.linkname)
                stays = not link.is_absolute() and ".." not in link.parts
                if not (inside and (each.isreg() or each.isdir() or (each.issym() and stays))):
                    raise UpdateContentError(part=name)
            source.extractall(target, members)  # noqa: S202  each member was looked at above
    except (tarfile.TarError, EOFError) as error:
        raise UpdateContentError(part=name) from error
    for file in target.rglob("*"):
        if file.is_file() and not file.is_symlink():
            with file.open("rb") as opened:
                os.fsync(opened.fileno())
    for folder in (target, *(each for each in target.rglob("*") if each.is_dir())):
        sync_folder(folder)
