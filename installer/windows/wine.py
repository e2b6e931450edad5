"""Windows programs on Linux: Wine, in a prefix of its own, as much Windows as it can be."""

from __future__ import annotations

import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

_SILENT = {
    "WINEDEBUG": "-all",
    "WINEARCH": "win64",
    "DISPLAY": "",
    # No offer to load Mono or Gecko; and Wine 8's WMI aborts in the middle of an answer, which
    # Python asks for its `platform` module: without it Python finds its answers by itself.
    "WINEDLLOVERRIDES": "mscoree=d;mshtml=d;wbemprox=d;winemenubuilder.exe=d",
}


class WineError(Exception):
    """A Windows program did not do what it should."""


@dataclass(frozen=True, slots=True)
class Done:
    """How a Windows program ended and what it said."""

    words: str
    code: int
    said: str

    def must(self) -> Done:
        """Return itself; raise `WineError` when the program ended with a fault."""
        if self.code:
            raise WineError(f"{self.words}: {self.code}\n{self.said[-3000:]}")
        return self


class Wine:
    """One prefix (a made-up Windows PC) in a folder."""

    def __init__(self, prefix: Path) -> None:
        self.prefix = prefix.absolute()

    @property
    def drive(self) -> Path:
        """Its drive C."""
        return self.prefix / "drive_c"

    def start(self, version: str = "win10") -> None:
        """Make the prefix, or wake it, as that version of Windows."""
        if shutil.which("wine") is None:
            raise WineError("wine is missing: sh installer/windows/prepare.sh")
        if not self.drive.is_dir():
            self._call(["wineboot", "-i"], 300).must()
        self.pretend(version)

    def pretend(self, version: str) -> None:
        """Be another version of Windows from now on: win10, win81, win7."""
        key = r"HKCU\Software\Wine"
        self._call(["wine", "reg", "add", key, "/v", "Version", "/d", version, "/f"], 60).must()

    def run(self, program: Path | str, *words: str, patience: float = 120, **more: str) -> Done:
        """Run a Windows program to its end; `more` is added to its environment."""
        return self._call(["wine", str(program), *words], patience, more)

    def begin(self, program: Path | str, *words: str) -> subprocess.Popen[bytes]:
        """Start a Windows program that goes on while the caller does something else."""
        return subprocess.Popen(  # noqa: S603  our own words
            ["wine", str(program), *words],  # noqa: S607
            env=self.environment(), stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )  # fmt: skip

    def value(self, key: str, name: str) -> str:
        """Return a value of the registry, as `reg query` prints it; empty when there is none."""
        done = self._call(["wine", "reg", "query", key, "/v", name, "/reg:64"], 60)
        lines = [line.split(None, 2) for line in done.said.splitlines() if "REG_" in line]
        return lines[0][2].strip() if lines and len(lines[0]) > 2 else ""

    def stop(self) -> None:
        """End every Windows program of this prefix."""
        subprocess.run(
            ["wineserver", "-k"],  # noqa: S607
            env=self.environment(), check=False, capture_output=True,
        )  # fmt: skip

    @staticmethod
    def path(path: Path) -> str:
        """Return a path of this machine as Windows programs see it (drive Z)."""
        return "Z:" + str(path.absolute()).replace("/", "\\")

    def environment(self, more: dict[str, str] | None = None) -> dict[str, str]:
        """Return what Wine is started with: this prefix, no screen, and `more`."""
        kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
        return {**kept, **_SILENT, "WINEPREFIX": str(self.prefix), **(more or {})}

    def _call(self, words: list[str], patience: float, more: dict[str, str] | None = None) -> Done:
        shown = " ".join(words)
        try:
            done = subprocess.run(  # noqa: S603  our own words
                words, env=self.environment(more), stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=patience, check=False,
            )  # fmt: skip
        except subprocess.TimeoutExpired as late:
            said = (late.stdout or b"").decode("utf-8", "replace")
            return Done(shown, 124, f"{said}\nno end within {patience:g} s")
        return Done(shown, done.returncode, done.stdout.decode("utf-8", "replace"))
