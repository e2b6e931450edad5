"""`python -m installer.windows.record`: write `hashes.txt` anew from the pins.

Walks from what pyproject wants (with the reference server, for practice) through what each wheel
says that it wants on Windows; versions are those of `installer/constraints.txt`. To be run, and its
difference read, whenever a pin moves. Needs `packaging`, which the tests' tools bring.
"""

from __future__ import annotations

import subprocess
import tempfile
import tomllib
import zipfile
from email import message_from_bytes
from pathlib import Path

from packaging.requirements import Requirement

from installer.windows.parts import (
    EMBED,
    HASHES,
    NOT_IN_THE_PROGRAM,
    PYTHON,
    ROOTS,
    Part,
    download_command,
    plain,
    sha256,
)

TOP = Path(__file__).parent.parent.parent
OUTSIDE = {EMBED: "3.13.0", ROOTS: "2026.10.27"}
"""Parts that no pin of the program names."""

ON_WINDOWS = {
    "sys_platform": "win32", "os_name": "nt", "platform_system": "Windows",
    "platform_machine": "AMD64", "implementation_name": "cpython",
    "platform_python_implementation": "CPython",
    "python_version": PYTHON, "python_full_version": f"{PYTHON}.2",
}  # fmt: skip

HEAD = f"""\
# What goes into the Windows installer: CPython {PYTHON} (embeddable) and wheels for win_amd64.
# Written by `python -m installer.windows.record` from pyproject.toml and installer/constraints.txt;
# the last two are the source of CPython and of the roots to check its signatures with.
"""


def pins(path: Path = TOP / "installer/constraints.txt") -> dict[str, str]:
    """Return the exact version of each distribution that the tests ran with."""
    found = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            name, _, version = line.partition(";")[0].strip().partition("==")
            found[plain(name)] = version
    return found


def wanted_by_the_program(path: Path = TOP / "pyproject.toml") -> list[Requirement]:
    """Return what pyproject wants, with the reference server."""
    project = tomllib.loads(path.read_text(encoding="utf-8"))["project"]
    lines = [*project["dependencies"], *project["optional-dependencies"]["sandbox"]]
    return [Requirement(line) for line in lines]


def main() -> None:
    """Write the file."""
    versions = pins()
    parts: dict[str, Part] = {}
    todo = [(each, "") for each in wanted_by_the_program()]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        while todo:
            wanted, extra = todo.pop()
            known = plain(wanted.name)
            applies = not wanted.marker or wanted.marker.evaluate({**ON_WINDOWS, "extra": extra})
            if not applies or known in parts:
                continue
            path = _load(known, versions[known], folder)
            parts[known] = Part(known, versions[known], sha256(path))
            extras = ("", *wanted.extras)
            todo += [(each, extra) for each in _wanted_by(path) for extra in extras]
        outside = [
            Part(each, OUTSIDE[each], sha256(_load(each, OUTSIDE[each], folder)))
            for each in NOT_IN_THE_PROGRAM
        ]
    lines = [each.line for each in [*sorted(parts.values(), key=lambda part: part.name), *outside]]
    HASHES.write_text(HEAD + "\n".join(lines) + "\n", encoding="utf-8")


def _load(name: str, version: str, folder: Path) -> Path:
    into = folder / name
    words = download_command(into, from_source=name == EMBED)
    subprocess.run([*words, f"{name}=={version}"], check=True)  # noqa: S603  our own words
    return next(into.iterdir())


def _wanted_by(wheel: Path) -> list[Requirement]:
    with zipfile.ZipFile(wheel) as archive:
        name = next(each for each in archive.namelist() if each.endswith(".dist-info/METADATA"))
        told = message_from_bytes(archive.read(name)).get_all("Requires-Dist") or []
    return [Requirement(str(line)) for line in told]


if __name__ == "__main__":
    main()
