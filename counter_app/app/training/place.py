"""Where the training mode keeps everything: beside the real home, marked, and thrown away whole."""

from __future__ import annotations

import contextlib
import json
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from counter_app.config import Folders, Settings, write_settings
from counter_app.domain.errors import CounterError
from counter_app.domain.errors.home import NotWritableError
from counter_app.domain.errors.keeping.training import NotTrainingHomeError
from counter_app.durable import make_folder, write_atomically
from counter_app.services.training.sides import MARK, is_training

SUFFIX = "-training"

_PRIVATE = 0o700


@dataclass(frozen=True, slots=True)
class TrainingPlace:
    """The folder of the training mode: a counter's home and a province's data in it, both marked.

    `keep` remembers whether the past was made whole; what is half-made is made anew.
    """

    root: Path

    @classmethod
    def at(cls, root: Path | None) -> TrainingPlace:
        """Return the place at `root`, or beside this machine's real home.

        Raises NotTrainingHomeError for a folder that holds anything else: a real home above all.
        """
        if root is None:
            real = Folders.at(None).home
            root = real.with_name(real.name + SUFFIX)
        place = cls(Folders.at(root).home)
        place.check()
        return place

    @property
    def home(self) -> Path:
        """The home of the practice counter."""
        return self.root / "counter"

    @property
    def province(self) -> Path:
        """The folder of the practice province."""
        return self.root / "province"

    @property
    def progress_file(self) -> Path:
        """How far each lesson is."""
        return self.root / "progress.json"

    @property
    def scan_file(self) -> Path:
        """Where the practice cards are scanned into: each line is a scan."""
        return self.root / "scans.txt"

    @property
    def is_made(self) -> bool:
        """Tell whether the practice counter and its past are whole."""
        return self._mark().get("made") is True and (self.home / "store.db").exists()

    def check(self) -> None:
        """Raise NotTrainingHomeError unless the folder is ours, empty, or not there at all."""
        if (self.root / MARK).exists():
            return
        if is_training(self.root) or (self.root.exists() and any(self.root.iterdir())):
            raise NotTrainingHomeError(path=self.root)

    def prepare(self) -> None:
        """Make the folders and their marks. Raises NotWritableError, NotTrainingHomeError."""
        self.check()
        try:
            for folder in (self.root, self.home, self.province):
                make_folder(folder, mode=_PRIVATE)
                if not (folder / MARK).exists():
                    self._write(folder / MARK, {"training": True})
            self.scan_file.write_text("", encoding="utf-8")  # scans of the last run are over
        except OSError as error:
            raise NotWritableError(path=self.root, reason=error.strerror) from error
        settings = self.home / "settings.toml"
        if not settings.exists():
            write_settings(settings, Settings(allow_machine_file=True, practice=True,
                                              sync_seconds=5))  # fmt: skip

    def made(self) -> None:
        """Keep that the past was made whole."""
        self._write(self.root / MARK, {"training": True, "made": True})

    def clear(self, forget: Callable[[Path], None]) -> None:
        """Throw counter, province and progress away. `forget` takes the home's key first.

        Nothing is touched that doesn't bear our mark. Raises NotWritableError.
        """
        self.check()
        if not (self.root / MARK).exists():
            return
        try:
            self._write(self.root / MARK, {"training": True})
            if (self.home / MARK).exists():
                # A key that is gone, or a keyring that is silent: the data go anyway.
                with contextlib.suppress(CounterError):
                    forget(self.home)
            for folder in (self.home, self.province):
                if (folder / MARK).exists():
                    shutil.rmtree(folder)
            self.progress_file.unlink(missing_ok=True)
        except OSError as error:
            raise NotWritableError(path=self.root, reason=error.strerror) from error

    def _mark(self) -> dict[str, object]:
        try:
            found = json.loads((self.root / MARK).read_bytes())
        except (OSError, ValueError):
            return {}
        return found if isinstance(found, dict) else {}

    def _write(self, path: Path, data: dict[str, object]) -> None:
        write_atomically(path, json.dumps(data).encode())
